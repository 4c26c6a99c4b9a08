#include "core/form/units.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "core/letters.h"

namespace needlewise {

namespace {

// What is measured; `effect` is that of international units. The last are made of others: `catalysis`, that of enzymes, of amount and
// duration, the rest of length, mass and duration.
enum class Kind { number, length, mass, duration, amount, effect, voltage, temperature, data, catalysis, force, energy, power, pressure };

// A unit as a multiple of the base of its kind, to a power: a litre is 0.001 of a length to the third.
struct Unit {
    const char* code;
    Kind kind;
    const char* factor;
    bool metric = false;  // takes prefixes
    int power = 1;
    const char* divisor = "1";  // where the factor is no finite decimal
    const char* offset = "0";   // added before multiplying
};

constexpr std::array units{
    Unit{"m", Kind::length, "1", true},
    Unit{"[in_i]", Kind::length, "0.0254"},
    Unit{"[ft_i]", Kind::length, "0.3048"},
    Unit{"[yd_i]", Kind::length, "0.9144"},
    Unit{"[mi_i]", Kind::length, "1609.344"},
    Unit{"[nmi_i]", Kind::length, "1852"},
    Unit{"L", Kind::length, "0.001", true, 3},
    Unit{"l", Kind::length, "0.001", true, 3},
    Unit{"[gal_us]", Kind::length, "0.003785411784", false, 3},
    Unit{"[qt_us]", Kind::length, "0.000946352946", false, 3},
    Unit{"[pt_us]", Kind::length, "0.000473176473", false, 3},
    Unit{"[cup_us]", Kind::length, "0.0002365882365", false, 3},
    Unit{"[foz_us]", Kind::length, "0.0000295735295625", false, 3},
    Unit{"g", Kind::mass, "1", true},
    Unit{"t", Kind::mass, "1e6", true},
    Unit{"[gr]", Kind::mass, "0.06479891"},
    Unit{"[oz_av]", Kind::mass, "28.349523125"},
    Unit{"[lb_av]", Kind::mass, "453.59237"},
    Unit{"[stone_av]", Kind::mass, "6350.29318"},
    Unit{"s", Kind::duration, "1", true},
    Unit{"min", Kind::duration, "60"},
    Unit{"h", Kind::duration, "3600"},
    Unit{"d", Kind::duration, "86400"},
    Unit{"wk", Kind::duration, "604800"},
    Unit{"mo", Kind::duration, "2629800"},
    Unit{"a", Kind::duration, "31557600"},
    Unit{"%", Kind::number, "0.01"},
    Unit{"[ppth]", Kind::number, "0.001"},
    Unit{"[ppm]", Kind::number, "0.000001"},
    Unit{"10*", Kind::number, "10"},
    Unit{"10^", Kind::number, "10"},
    Unit{"[tsp_us]", Kind::length, "0.00000492892159375", false, 3},
    Unit{"[tbs_us]", Kind::length, "0.00001478676478125", false, 3},
    Unit{"mol", Kind::amount, "1", true},
    Unit{"eq", Kind::amount, "1", true},
    Unit{"osm", Kind::amount, "1", true},
    Unit{"kat", Kind::catalysis, "1", true},
    Unit{"U", Kind::catalysis, "1", true, 1, "60000000"},
    Unit{"[IU]", Kind::effect, "1", true},
    Unit{"[iU]", Kind::effect, "1", true},
    Unit{"Hz", Kind::duration, "1", true, -1},
    Unit{"Bq", Kind::duration, "1", true, -1},
    Unit{"N", Kind::force, "1000", true},  // of grams
    Unit{"J", Kind::energy, "1000", true},
    Unit{"cal", Kind::energy, "4184", true},
    Unit{"W", Kind::power, "1000", true},
    Unit{"V", Kind::voltage, "1", true},
    Unit{"Pa", Kind::pressure, "1000", true},
    Unit{"bar", Kind::pressure, "1e8", true},
    Unit{"m[Hg]", Kind::pressure, "133322000", true},
    Unit{"m[H2O]", Kind::pressure, "9806650", true},
    Unit{"K", Kind::temperature, "1", true},
    Unit{"Cel", Kind::temperature, "1", false, 1, "1", "273.15"},
    Unit{"[degF]", Kind::temperature, "5", false, 1, "9", "459.67"},
    Unit{"By", Kind::data, "8", true},
    Unit{"bit", Kind::data, "1", true},
};

struct Prefix {
    const char *code, *factor;
};

constexpr std::array prefixes{
    Prefix{"T", "1e12"}, Prefix{"G", "1e9"},   Prefix{"M", "1e6"},   Prefix{"k", "1e3"},  Prefix{"h", "1e2"},
    Prefix{"da", "1e1"}, Prefix{"d", "1e-1"},  Prefix{"c", "1e-2"},  Prefix{"m", "1e-3"}, Prefix{"u", "1e-6"},
    Prefix{"n", "1e-9"}, Prefix{"p", "1e-12"}, Prefix{"f", "1e-15"},
};

// What a code comes to: (number + offset) * above / below of its kinds. Two factors, because dividing would round.
struct Measure {
    std::array<int, static_cast<std::size_t>(Kind::data) + 1> powers{};  // by kind
    Decimal above{1}, below{1}, offset{0};
};

Decimal number(std::string_view text) { return *Decimal::read(text); }

struct Prefixed {
    const Unit* unit = nullptr;
    std::string_view factor = "1";
};

Prefixed unit_of(std::string_view code) {
    const auto named = [](std::string_view name) -> const Unit* {
        const auto found = std::ranges::find(units, name, &Unit::code);
        return found == units.end() ? nullptr : &*found;
    };
    if (const Unit* whole = named(code)) return {whole};
    for (const Prefix& prefix : prefixes) {
        if (!code.starts_with(prefix.code)) continue;
        const Unit* unit = named(code.substr(std::string_view(prefix.code).size()));
        if (unit && unit->metric) return {unit, prefix.factor};
    }
    return {};
}

// The power at the end of a term, which is cut off: "cm2", "10*-3". 1 without one; nothing for one that no form needs.
std::optional<int> power_at_end(std::string_view& term) {
    std::size_t first = term.size();
    while (first > 0 && is_digit(term[first - 1])) --first;
    const std::string_view figures = term.substr(first);
    if (figures.empty()) return 1;
    if (figures.size() > 2) return std::nullopt;
    int power = 0;
    for (const char figure : figures) power = power * 10 + (figure - '0');
    constexpr int greatest = 15;
    if (power == 0 || power > greatest) return std::nullopt;
    const bool below = first > 0 && term[first - 1] == '-';
    if (first > 0 && (below || term[first - 1] == '+')) --first;
    term = term.substr(0, first);
    return below ? -power : power;
}

void add_power(Measure& measure, Kind kind, int power) {
    const auto add = [&](Kind base, int of) { measure.powers[static_cast<std::size_t>(base)] += of * power; };
    const auto add_made = [&](int length, int duration) { add(Kind::mass, 1), add(Kind::length, length), add(Kind::duration, duration); };
    switch (kind) {
        case Kind::number: return;
        case Kind::catalysis: return add(Kind::amount, 1), add(Kind::duration, -1);
        case Kind::force: return add_made(1, -2);
        case Kind::energy: return add_made(2, -2);
        case Kind::power: return add_made(2, -3);
        case Kind::pressure: return add_made(-1, -2);
        default: return add(kind, 1);
    }
}

// One term of a code, above or below the line. False for one that is not known.
bool multiply(Measure& measure, std::string_view term, bool above_line) {
    if (term.empty()) return true;  // an annotation alone is a unit of 1
    const auto multiply_by = [&](std::string_view factor, bool above) {
        Decimal& side = above ? measure.above : measure.below;
        side = side * number(factor);
    };
    if (std::ranges::all_of(term, is_digit)) return term.size() < 10 && term != "0" && (multiply_by(term, above_line), true);
    const auto power = power_at_end(term);
    const Prefixed found = power ? unit_of(term) : Prefixed{};
    if (!found.unit) return false;
    const bool above = (*power > 0) == above_line;
    for (int i = 0; i < std::abs(*power); ++i) {
        multiply_by(found.factor, above);
        multiply_by(found.unit->factor, above);
        multiply_by(found.unit->divisor, !above);
    }
    add_power(measure, found.unit->kind, (above ? 1 : -1) * std::abs(*power) * found.unit->power);
    measure.offset = number(found.unit->offset);
    return true;
}

// UCUM 2.1 without parentheses: terms with "." and "/" between them; what stands in braces is a remark.
std::optional<Measure> measure_of(std::string_view code) {
    std::string bare;
    bool remark = false;
    for (const char c : code) {
        if (c == '{' || c == '}') remark = c == '{';
        else if (!remark) bare += c;
    }
    constexpr std::size_t longest = 30;
    if (bare.size() > longest) return std::nullopt;
    Measure measure;
    bool above = true;
    std::size_t terms = 0;
    for (std::size_t at = 0; at <= bare.size(); ++terms) {
        const std::size_t end = std::min(bare.find_first_of("./", at), bare.size());
        if (!multiply(measure, std::string_view(bare).substr(at, end - at), above)) return std::nullopt;
        above = end < bare.size() && bare[end] == '.';
        at = end + 1;
    }
    if (terms > 1 && measure.offset != Decimal(0)) return std::nullopt;  // a degree by something else
    return measure;
}

bool in_ucum(const Quantity& quantity) { return quantity.system == ucum_system && !quantity.code.empty(); }

}  // namespace

std::partial_ordering compare_converted(const Quantity& a, const Quantity& b) {
    const std::partial_ordering plain = compare(Value{a}, Value{b});
    if (plain != std::partial_ordering::unordered) return plain;
    const bool exact = a.value && b.value && a.comparator.empty() && b.comparator.empty();
    if (!exact || !in_ucum(a) || !in_ucum(b)) return std::partial_ordering::unordered;
    const auto first = measure_of(a.code), second = measure_of(b.code);
    if (!first || !second || first->powers != second->powers) return std::partial_ordering::unordered;
    return (*a.value + first->offset) * first->above * second->below <=> (*b.value + second->offset) * second->above * first->below;
}

bool is_known_unit(const Quantity& quantity) { return in_ucum(quantity) && measure_of(quantity.code).has_value(); }

}  // namespace needlewise
