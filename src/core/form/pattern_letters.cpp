#include "core/form/pattern_letters.h"

#include <algorithm>
#include <array>

namespace needlewise {

namespace {

using Class = Pattern::Class;
using Range = std::pair<char16_t, char16_t>;

// Capitals, with how far behind each its small letter stands. By twos where the two alternate.
struct Pairs {
    char16_t first, last;
    std::int16_t behind;
    bool by_twos() const { return behind == 1; }
};

constexpr std::array<Pairs, 32> pairs{
    {{0x41, 0x5A, 32},    {0xC0, 0xD6, 32},     {0xD8, 0xDE, 32},   {0x100, 0x12E, 1},  {0x132, 0x136, 1},  {0x139, 0x147, 1},
     {0x14A, 0x176, 1},   {0x178, 0x178, -121}, {0x179, 0x17D, 1},  {0x1CD, 0x1DB, 1},  {0x1DE, 0x1EE, 1},  {0x1F8, 0x21E, 1},
     {0x222, 0x232, 1},   {0x246, 0x24E, 1},    {0x370, 0x372, 1},  {0x376, 0x376, 1},  {0x386, 0x386, 38}, {0x388, 0x38A, 37},
     {0x38C, 0x38C, 64},  {0x38E, 0x38F, 63},   {0x391, 0x3A1, 32}, {0x3A3, 0x3AB, 32}, {0x3D8, 0x3EE, 1},  {0x400, 0x40F, 80},
     {0x410, 0x42F, 32},  {0x460, 0x480, 1},    {0x48A, 0x4BE, 1},  {0x4C0, 0x4C0, 15}, {0x4C1, 0x4CD, 1},  {0x4D0, 0x52E, 1},
     {0x1E00, 0x1E94, 1}, {0x1EA0, 0x1EFE, 1}}};

constexpr std::array<Range, 23> letters{{{'A', 'Z'},     {'a', 'z'},     {0xAA, 0xAA},   {0xB5, 0xB5},   {0xBA, 0xBA},   {0xC0, 0xD6},
                                         {0xD8, 0xF6},   {0xF8, 0x2C1},  {0x2C6, 0x2D1}, {0x2E0, 0x2E4}, {0x2EC, 0x2EC}, {0x2EE, 0x2EE},
                                         {0x370, 0x374}, {0x376, 0x377}, {0x37A, 0x37D}, {0x37F, 0x37F}, {0x386, 0x386}, {0x388, 0x38A},
                                         {0x38C, 0x38C}, {0x38E, 0x3A1}, {0x3A3, 0x3F5}, {0x3F7, 0x481}, {0x48A, 0x52F}}};
constexpr Range more_letters{0x1E00, 0x1EFF};  // of Latin, Vietnamese above all

constexpr std::array<Range, 2> lone_capitals{{{0x130, 0x130}, {0x1E9E, 0x1E9E}}};
constexpr std::array<Range, 9> lone_small{{{0xB5, 0xB5},
                                           {0xDF, 0xDF},
                                           {0x131, 0x131},
                                           {0x138, 0x138},
                                           {0x149, 0x149},
                                           {0x17F, 0x17F},
                                           {0x390, 0x390},
                                           {0x3B0, 0x3B0},
                                           {0x3C2, 0x3C2}}};

// Rare letters whose case is not in these tables.
constexpr std::array<Range, 10> without_case{{{0x180, 0x1CC},
                                              {0x1DD, 0x1DD},
                                              {0x1F0, 0x1F7},
                                              {0x220, 0x221},
                                              {0x234, 0x245},
                                              {0x250, 0x2AF},
                                              {0x37B, 0x37F},
                                              {0x3CF, 0x3D7},
                                              {0x3F0, 0x3FF},
                                              {0x1E96, 0x1E9F}}};

bool is_in(const Range& range, char32_t letter) { return letter >= range.first && letter <= range.second; }

Class cased(bool capitals) {
    Class made{.sure = Pattern::Sure::of_case};
    for (const Pairs& some : pairs) {
        const auto shift = static_cast<char32_t>(capitals ? 0 : some.behind);
        if (!some.by_twos()) made.ranges.emplace_back(some.first + shift, some.last + shift);
        for (char32_t one = some.first; some.by_twos() && one <= some.last; one += 2) made.ranges.emplace_back(one + shift, one + shift);
    }
    if (capitals) made.ranges.insert(made.ranges.end(), lone_capitals.begin(), lone_capitals.end());
    else made.ranges.insert(made.ranges.end(), lone_small.begin(), lone_small.end());
    return made;
}

}  // namespace

std::optional<Class> letters_of(std::u32string_view category) {
    if (category == U"Lu" || category == U"Ll") return cased(category == U"Lu");
    Class made{.sure = Pattern::Sure::of_letters};
    if (category == U"L") {
        made.ranges.assign(letters.begin(), letters.end());
        made.ranges.push_back(more_letters);
    } else if (category == U"N" || category == U"Nd") {
        made.ranges.emplace_back('0', '9');
        if (category == U"N") made.ranges.insert(made.ranges.end(), {{0xB2, 0xB3}, {0xB9, 0xB9}, {0xBC, 0xBE}});
    } else {
        return std::nullopt;
    }
    return made;
}

void add_other_case(Class& to, char32_t from, char32_t until) {
    for (const Pairs& some : pairs) {
        const auto add = [&](char32_t first, char32_t last, int shift) {
            const char32_t low = std::max(from, first), high = std::min(until, last);
            if (low <= high) to.ranges.emplace_back(low + static_cast<char32_t>(shift), high + static_cast<char32_t>(shift));
        };
        if (!some.by_twos()) {
            add(some.first, some.last, some.behind);
            add(static_cast<char32_t>(some.first + some.behind), static_cast<char32_t>(some.last + some.behind), -some.behind);
            continue;
        }
        const char32_t low = std::max<char32_t>(from, some.first), high = std::min<char32_t>(until, some.last + 1u);
        if (low <= high) to.ranges.emplace_back(low - (low - some.first) % 2, high + (some.last + 1u - high) % 2);
    }
}

bool is_known(char32_t letter, Pattern::Sure sure) {
    constexpr char32_t last_of_cyrillic = 0x52F;
    constexpr Range signs{0x2000, 0x206F};  // dashes and quotation marks
    if (sure == Pattern::Sure::of_all) return true;
    if (letter > last_of_cyrillic && !is_in(more_letters, letter) && !is_in(signs, letter)) return false;
    return sure == Pattern::Sure::of_letters ||
           std::ranges::none_of(without_case, [&](const Range& range) { return is_in(range, letter); });
}

}  // namespace needlewise
