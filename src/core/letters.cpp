#include "core/letters.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace needlewise {

namespace {

struct Range {
    std::uint32_t first, last;
};

// The characters of tools/fonts.sh, which a test compares. Not the soft hyphen: it is seen only where a line breaks.
constexpr std::array painted{Range{0x20, 0x7E},     Range{0xA0, 0xAC},     Range{0xAE, 0x148},    Range{0x14A, 0x17F},
                             Range{0x218, 0x21B},   Range{0x2C6, 0x2C7},   Range{0x2D8, 0x2DD},   Range{0x2010, 0x2015},
                             Range{0x2018, 0x201E}, Range{0x2020, 0x2022}, Range{0x2026, 0x2026}, Range{0x2030, 0x2030},
                             Range{0x2032, 0x2033}, Range{0x2039, 0x203A}, Range{0x2044, 0x2044}, Range{0x20AC, 0x20AC},
                             Range{0x2122, 0x2122}, Range{0x2190, 0x2193}, Range{0x2212, 0x2212}, Range{0x2248, 0x2248},
                             Range{0x2260, 0x2260}, Range{0x2264, 0x2265}, Range{0x25A1, 0x25A1}, Range{0x2713, 0x2713}};

constexpr std::array from_the_right{Range{0x590, 0x8FF}, Range{0xFB1D, 0xFDFF}, Range{0xFE70, 0xFEFE}, Range{0x10800, 0x10FFF},
                                    Range{0x1E800, 0x1EFFF}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, std::uint32_t letter) {
    return std::ranges::any_of(ranges, [letter](const Range& range) { return range.first <= letter && letter <= range.last; });
}

// The bytes of the letter at the beginning of the text. Broken UTF-8 is taken byte by byte and is no letter of any font.
struct Letter {
    std::uint32_t code = 0xFFFD;
    std::size_t size = 1;
};

Letter first_letter(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (size == 0 || size > text.size()) return {};
    std::uint32_t code = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t at = 1; at < size; ++at) {
        if ((byte(at) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte(at) & 0x3F);
    }
    return {code, size};
}

bool is_white(std::uint32_t letter) { return letter == '\n' || letter == '\t' || letter == '\r'; }

// Calls `use` with each letter and its bytes until it says false.
template <class Use>
void each_letter(std::string_view text, Use use) {
    while (!text.empty()) {
        const Letter letter = first_letter(text);
        if (!use(letter.code, text.substr(0, letter.size))) return;
        text.remove_prefix(letter.size);
    }
}

}  // namespace

bool can_paint(std::string_view text) {
    bool all = true;
    each_letter(text, [&](std::uint32_t letter, std::string_view) { return all = is_white(letter) || in(painted, letter); });
    return all;
}

std::vector<std::string> unpaintable(std::string_view text) {
    std::vector<std::string> letters;
    each_letter(text, [&](std::uint32_t letter, std::string_view bytes) {
        if (!is_white(letter) && !in(painted, letter) && std::ranges::find(letters, bytes) == letters.end()) letters.emplace_back(bytes);
        return true;
    });
    return letters;
}

bool has_letters_from_the_right(std::string_view text) {
    bool found = false;
    each_letter(text, [&](std::uint32_t letter, std::string_view) { return !(found = in(from_the_right, letter)); });
    return found;
}

}  // namespace needlewise
