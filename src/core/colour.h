// Colours and how far two of them stand apart, for whatever shows them (src/ui) or judges them (the clinic packs of src/content).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 255), static_cast<std::uint8_t>(hex >> 8 & 255), static_cast<std::uint8_t>(hex & 255)};
}

std::optional<Colour> colour_in(std::string_view hex);  // "#0f5f57", in any case; nothing for anything else
std::string hex_of(Colour colour);                      // without its alpha

double luminance(Colour colour);                    // WCAG 2: 0 to 1
double contrast(Colour a, Colour b);                // WCAG 2: 1 to 21
Colour mixed(Colour from, Colour to, float share);  // share 0: from, 1: to

// What words in the accent stand on: page, cards and wells of the light theme and of the dark one.
struct Grounds {
    Colour page, card, well;
};
inline constexpr Grounds light_grounds{rgb(0xfaf7f2), rgb(0xffffff), rgb(0xf2ece3)};
inline constexpr Grounds dark_grounds{rgb(0x171412), rgb(0x231f1b), rgb(0x1d1916)};

// The colour nearest to this one that can be read on all of the grounds: darker on light ones, lighter on dark ones. The same
// colour when it already can.
Colour readable_on(const Grounds& grounds, Colour colour);
double least_contrast(const Grounds& grounds, Colour colour);

}  // namespace needlewise
