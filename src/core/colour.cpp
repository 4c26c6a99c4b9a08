#include "core/colour.h"

#include <algorithm>
#include <cmath>

namespace needlewise {

namespace {

constexpr double reads = 4.5;  // WCAG 2.2, text

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, float share) {
    return static_cast<std::uint8_t>(std::lround(static_cast<float>(from) + static_cast<float>(to - from) * share));
}

std::optional<std::uint32_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
    return std::nullopt;
}

}  // namespace

std::optional<Colour> colour_in(std::string_view hex) {
    constexpr std::size_t length = 7;
    if (hex.size() != length || hex.front() != '#') return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : hex.substr(1)) {
        const auto digit = hex_digit(c);
        if (!digit) return std::nullopt;
        value = value << 4 | *digit;
    }
    return rgb(value);
}

std::string hex_of(Colour colour) {
    std::string text = "#";
    for (const std::uint8_t channel : {colour.r, colour.g, colour.b}) {
        text += "0123456789abcdef"[channel >> 4];
        text += "0123456789abcdef"[channel & 15];
    }
    return text;
}

double luminance(Colour colour) { return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b); }

double contrast(Colour a, Colour b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour mixed(Colour from, Colour to, float share) {
    return {between(from.r, to.r, share), between(from.g, to.g, share), between(from.b, to.b, share), between(from.a, to.a, share)};
}

double least_contrast(const Grounds& grounds, Colour colour) {
    return std::min({contrast(colour, grounds.page), contrast(colour, grounds.card), contrast(colour, grounds.well)});
}

Colour readable_on(const Grounds& grounds, Colour colour) {
    constexpr double middle = 0.18;
    constexpr int steps = 100;
    const Colour pole = luminance(grounds.page) < middle ? rgb(0xffffff) : rgb(0x000000);
    for (int step = 0; step < steps; ++step) {
        const Colour tried = mixed(colour, pole, static_cast<float>(step) / steps);
        if (least_contrast(grounds, tried) >= reads) return tried;
    }
    return pole;
}

}  // namespace needlewise
