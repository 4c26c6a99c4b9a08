#include "core/form/typed_number.h"

#include <algorithm>
#include <array>

#include "core/letters.h"

namespace needlewise {

namespace {

constexpr std::int64_t millionths = 1'000'000;

// Each sign of a number that keyboards have beside ours, in UTF-8.
struct Sign {
    std::string_view typed;
    char plain;
};
constexpr std::array signs{
    Sign{",", '.'},      Sign{"\u066b", '.'}, Sign{"\uff0c", '.'}, Sign{"\uff0e", '.'}, Sign{"\u2212", '-'},
    Sign{"\uff0d", '-'}, Sign{"\u00a0", ' '}, Sign{"\u202f", ' '}, Sign{"\u2009", ' '}, Sign{"\u066c", ' '},
};
// The noughts of Arabic, Persian and wide keyboards; the nine figures after each stand after it.
constexpr std::array noughts{std::string_view("\u0660"), std::string_view("\u06f0"), std::string_view("\uff10")};

std::string_view without_sign(std::string_view plain) { return plain.substr(plain.starts_with('-') ? 1 : 0); }

}  // namespace

std::string plain_number(std::string_view typed) {
    std::string plain;
    while (!typed.empty()) {
        const auto sign = std::ranges::find_if(signs, [&](const Sign& each) { return typed.starts_with(each.typed); });
        const auto nought = std::ranges::find_if(noughts, [&](std::string_view each) {
            const std::size_t last = each.size() - 1;
            return typed.size() > last && typed.starts_with(each.substr(0, last)) && typed[last] >= each[last] &&
                   typed[last] <= each[last] + 9;
        });
        const std::size_t size = sign != signs.end() ? sign->typed.size() : nought != noughts.end() ? nought->size() : 1;
        if (sign != signs.end()) plain += sign->plain;
        else if (nought != noughts.end()) plain += static_cast<char>('0' + (typed[size - 1] - nought->back()));
        else plain += typed.front();
        typed.remove_prefix(size);
    }
    return plain;
}

bool is_in_thousands(std::string_view plain) {
    plain = without_sign(plain);
    if (plain.starts_with('0')) return false;
    std::size_t in_group = 0, groups = 0;
    for (const char letter : plain) {
        const bool separates = letter == '.' || letter == ' ' || letter == '\'';
        if (!separates && !is_digit(letter)) return false;
        if (separates && (in_group == 0 || (groups > 0 && in_group != 3))) return false;
        if (separates) ++groups;
        in_group = separates ? 0 : in_group + 1;
        if (groups == 0 && in_group > 3) return false;
    }
    return groups > 0 && in_group == 3;
}

std::optional<std::int64_t> read_millionths(std::string_view plain) {
    const std::string_view text = without_sign(plain);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point), part = point == std::string_view::npos ? "" : text.substr(point + 1);
    if ((whole.empty() && part.empty()) || whole.size() > most_figures || part.size() > most_decimals) return std::nullopt;
    if (!std::ranges::all_of(whole, is_digit) || !std::ranges::all_of(part, is_digit)) return std::nullopt;
    std::int64_t all = 0;
    for (const char figure : std::string(whole) + std::string(part) + std::string(most_decimals - part.size(), '0'))
        all = all * 10 + (figure - '0');
    return plain.starts_with('-') ? -all : all;
}

std::optional<Decimal> decimal_of(std::int64_t all) {
    const std::int64_t size = all < 0 ? -all : all;
    const std::string after = std::to_string(millionths + size % millionths).substr(1);
    const auto decimal = Decimal::read((all < 0 ? "-" : "") + std::to_string(size / millionths) + "." + after);
    return decimal ? Decimal::read(decimal->plain()) : std::nullopt;
}

NumberFault fault_of_number(std::string_view typed, bool whole) {
    const std::string plain = plain_number(typed);
    if (is_in_thousands(plain)) return NumberFault::in_thousands;
    const std::string_view number = without_sign(plain);
    const auto points = std::ranges::count(number, '.'), figures = std::ranges::count_if(number, is_digit);
    const bool is_number = figures > 0 && points <= 1 && points + figures == static_cast<std::ptrdiff_t>(number.size());
    if (!is_number || (whole && (points > 0 || figures < 10))) return NumberFault::no_number;
    return NumberFault::too_long;
}

}  // namespace needlewise
