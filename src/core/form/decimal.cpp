#include "core/form/decimal.h"

#include <algorithm>
#include <utility>

#include "core/letters.h"

namespace needlewise {

namespace {

constexpr std::ptrdiff_t most_figures = 100;
constexpr int most_power = 300;

// A number as ± figures × 10^power; figures without zeros in front, empty for nought.
struct Parts {
    bool negative = false;
    std::string figures;
    int power = 0;
};

std::string_view take_figures(std::string_view& rest) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_digit) - rest.begin());
    const std::string_view figures = rest.substr(0, end);
    rest.remove_prefix(end);
    return figures;
}

bool take(std::string_view& rest, char letter) {
    if (!rest.starts_with(letter)) return false;
    rest.remove_prefix(1);
    return true;
}

void without_leading_zeros(std::string& figures) { figures.erase(0, std::min(figures.find_first_not_of('0'), figures.size())); }

// The power of ten after "e"; nothing when it is no whole number or out of reach.
std::optional<int> power_of(std::string_view rest) {
    const bool negative = take(rest, '-');
    if (!negative) take(rest, '+');
    const std::string_view figures = take_figures(rest);
    if (figures.empty() || !rest.empty()) return std::nullopt;
    int power = 0;
    for (const char figure : figures) {
        power = power * 10 + (figure - '0');
        if (power > most_power) return std::nullopt;
    }
    return negative ? -power : power;
}

std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    parts.negative = take(text, '-');
    const std::string_view whole = take_figures(text);
    if (whole.empty() || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
    std::string_view after;
    if (take(text, '.')) {
        after = take_figures(text);
        if (after.empty()) return std::nullopt;
    }
    if (take(text, 'e') || take(text, 'E')) {
        const auto power = power_of(text);
        if (!power) return std::nullopt;
        parts.power = *power;
    } else if (!text.empty()) {
        return std::nullopt;
    }
    parts.figures = std::string(whole) + std::string(after);
    parts.power -= static_cast<int>(after.size());
    without_leading_zeros(parts.figures);
    return parts;
}

Parts parts_of(const Decimal& number) { return parts_of(number.text()).value_or(Parts{}); }

// Both with the smaller of the two powers.
void align(Parts& a, Parts& b) {
    Parts& higher = a.power > b.power ? a : b;
    const Parts& lower = a.power > b.power ? b : a;
    if (!higher.figures.empty()) higher.figures.append(static_cast<std::size_t>(higher.power - lower.power), '0');
    higher.power = lower.power;
}

std::strong_ordering by_figures(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() <=> b.size() : a <=> b;
}

std::string sum(const std::string& a, const std::string& b) {
    std::string total;
    int carried = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carried > 0; ++i) {
        carried += i < a.size() ? a[a.size() - 1 - i] - '0' : 0;
        carried += i < b.size() ? b[b.size() - 1 - i] - '0' : 0;
        total += static_cast<char>('0' + carried % 10);
        carried /= 10;
    }
    std::ranges::reverse(total);
    return total;
}

// The larger less the smaller.
std::string difference(const std::string& larger, const std::string& smaller) {
    std::string rest;
    int borrowed = 0;
    for (std::size_t i = 0; i < larger.size(); ++i) {
        int figure = larger[larger.size() - 1 - i] - '0' - borrowed - (i < smaller.size() ? smaller[smaller.size() - 1 - i] - '0' : 0);
        borrowed = figure < 0 ? 1 : 0;
        if (figure < 0) figure += 10;
        rest += static_cast<char>('0' + figure);
    }
    std::ranges::reverse(rest);
    without_leading_zeros(rest);
    return rest;
}

std::string product(const std::string& a, const std::string& b) {
    std::string total;
    for (std::size_t i = 0; i < b.size(); ++i) {
        std::string row;
        for (int times = b[i] - '0'; times > 0; --times) row = sum(row, a);
        if (!total.empty()) total += '0';
        total = sum(total, row);
    }
    without_leading_zeros(total);
    return total;
}

// "1500", "0.05": the figures without a power of ten. `places`: how many stand after the point.
std::string in_full(const Parts& parts, int places) {
    std::string text = parts.figures;
    const int shift = parts.power + places;  // zeros to add so that `places` figures stand after the point
    if (shift > 0 && !text.empty()) text.append(static_cast<std::size_t>(shift), '0');
    const auto after = static_cast<std::size_t>(places);
    if (text.size() <= after) text.insert(0, after + 1 - text.size(), '0');
    if (after > 0) text.insert(text.size() - after, 1, '.');
    return parts.negative && !parts.figures.empty() ? "-" + text : text;
}

std::string in_full(const Parts& parts) { return in_full(parts, std::max(0, -parts.power)); }

}  // namespace

std::optional<Decimal> Decimal::read(std::string_view text) {
    if (std::ranges::count_if(text, is_digit) > most_figures || !parts_of(text)) return std::nullopt;
    return Decimal(std::string(text));
}

std::string Decimal::plain() const {
    Parts parts = parts_of(*this);
    while (parts.power < 0 && parts.figures.ends_with('0')) {
        parts.figures.pop_back();
        ++parts.power;
    }
    if (parts.figures.empty()) parts.power = 0;
    return in_full(parts);
}

int Decimal::places() const { return std::max(0, -parts_of(*this).power); }

std::strong_ordering operator<=>(const Decimal& first, const Decimal& second) {
    Parts a = parts_of(first), b = parts_of(second);
    const bool below = a.negative && !a.figures.empty(), other_below = b.negative && !b.figures.empty();
    if (below != other_below) return below ? std::strong_ordering::less : std::strong_ordering::greater;
    align(a, b);
    return below ? by_figures(b.figures, a.figures) : by_figures(a.figures, b.figures);
}

Decimal operator+(const Decimal& first, const Decimal& second) {
    Parts a = parts_of(first), b = parts_of(second);
    align(a, b);
    Parts total{a.negative, {}, a.power};
    if (a.negative == b.negative) {
        total.figures = sum(a.figures, b.figures);
    } else {
        const bool a_larger = std::is_gteq(by_figures(a.figures, b.figures));
        total.negative = a_larger ? a.negative : b.negative;
        total.figures = a_larger ? difference(a.figures, b.figures) : difference(b.figures, a.figures);
    }
    return Decimal(in_full(total));
}

Decimal operator*(const Decimal& first, const Decimal& second) {
    const Parts a = parts_of(first), b = parts_of(second);
    return Decimal(in_full({a.negative != b.negative, product(a.figures, b.figures), a.power + b.power}));
}

}  // namespace needlewise
