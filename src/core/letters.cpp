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

constexpr std::array spaces{Range{0x09, 0x0D},     Range{0x20, 0x20},     Range{0xA0, 0xA0},     Range{0x1680, 0x1680},
                            Range{0x2000, 0x200D}, Range{0x2028, 0x2029}, Range{0x202F, 0x202F}, Range{0x205F, 0x2060},
                            Range{0x3000, 0x3000}, Range{0xFEFF, 0xFEFF}, Range{0x3164, 0x3164}, Range{0x2800, 0x2800}};

constexpr std::array controls{Range{0x00, 0x1F}, Range{0x7F, 0x9F}};

constexpr std::array hidden{Range{0x00, 0x08},     Range{0x0B, 0x1F},     Range{0x7F, 0x9F},
                            Range{0x200B, 0x200B}, Range{0x2028, 0x202E}, Range{0x2060, 0x206F},
                            Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE001F}};

// What changes or joins the letter before it.
constexpr std::array attached{Range{0x300, 0x36F},     Range{0x483, 0x489},    Range{0x591, 0x5BD},   Range{0x610, 0x61A},
                              Range{0x64B, 0x65F},     Range{0x93A, 0x94F},    Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
                              Range{0x200C, 0x200D},   Range{0x20D0, 0x20FF},  Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
                              Range{0x1F3FB, 0x1F3FF}, Range{0xE0020, 0xE007F}};

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

bool is_blank(std::string_view text) {
    bool blank = true;
    each_letter(text, [&](std::uint32_t letter, std::string_view) { return blank = in(spaces, letter); });
    return blank;
}

bool has_hidden_letters(std::string_view text) {
    bool found = false;
    each_letter(text, [&](std::uint32_t letter, std::string_view) { return !(found = in(hidden, letter)); });
    return found;
}

std::size_t letter_count(std::string_view text) {
    std::size_t count = 0;
    each_letter(text, [&](std::uint32_t, std::string_view) { return ++count > 0; });
    return count;
}

std::string_view first_letters(std::string_view text, std::size_t most) {
    constexpr std::uint32_t joiner = 0x200D;
    std::size_t count = 0, here = 0, end = 0;  // `end`: the last place where no letter is cut
    std::uint32_t before = 0;
    each_letter(text, [&](std::uint32_t letter, std::string_view bytes) {
        if (!in(attached, letter) && before != joiner) end = here;
        if (count == most) return false;
        before = letter;
        here += bytes.size();
        ++count;
        return true;
    });
    return here == text.size() ? text : text.substr(0, end);
}

std::string without_controls(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    each_letter(text, [&](std::uint32_t letter, std::string_view bytes) {
        if (in(controls, letter) && !is_white(letter)) shown += "\u25a1";
        else shown += bytes;
        return true;
    });
    return shown;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    each_letter(text, [&](std::uint32_t letter, std::string_view bytes) {
        if (is_white(letter)) line += ' ';
        else if (in(controls, letter) || has_hidden_letters(bytes)) line += "\u25a1";
        else line += bytes;
        return true;
    });
    return line;
}

}  // namespace needlewise
