#include "core/form/units.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace needlewise {

namespace {

// A unit as a multiple of the base of its kind.
struct Unit {
    std::string_view code;
    std::string_view kind;
    std::string_view factor;
    bool metric = false;  // takes prefixes
};

constexpr std::array units{
    Unit{"m", "length", "1", true},
    Unit{"[in_i]", "length", "0.0254"},
    Unit{"[ft_i]", "length", "0.3048"},
    Unit{"[yd_i]", "length", "0.9144"},
    Unit{"[mi_i]", "length", "1609.344"},
    Unit{"[nmi_i]", "length", "1852"},
    Unit{"g", "mass", "1", true},
    Unit{"t", "mass", "1e6", true},
    Unit{"[gr]", "mass", "0.06479891"},
    Unit{"[oz_av]", "mass", "28.349523125"},
    Unit{"[lb_av]", "mass", "453.59237"},
    Unit{"[stone_av]", "mass", "6350.29318"},
    Unit{"s", "duration", "1", true},
    Unit{"min", "duration", "60"},
    Unit{"h", "duration", "3600"},
    Unit{"d", "duration", "86400"},
    Unit{"wk", "duration", "604800"},
    Unit{"mo", "duration", "2629800"},
    Unit{"a", "duration", "31557600"},
    Unit{"L", "volume", "1", true},
    Unit{"l", "volume", "1", true},
    Unit{"m3", "volume", "1000"},
    Unit{"dm3", "volume", "1"},
    Unit{"cm3", "volume", "0.001"},
    Unit{"mm3", "volume", "0.000001"},
    Unit{"m2", "area", "1"},
    Unit{"cm2", "area", "0.0001"},
    Unit{"mm2", "area", "0.000001"},
    Unit{"1", "share", "1"},
    Unit{"%", "share", "0.01"},
    Unit{"[ppth]", "share", "0.001"},
    Unit{"[ppm]", "share", "0.000001"},
    Unit{"mol", "amount", "1", true},
    Unit{"Hz", "frequency", "1", true},
    Unit{"J", "energy", "1", true},
    Unit{"cal", "energy", "4.184", true},
    Unit{"W", "power", "1", true},
    Unit{"V", "voltage", "1", true},
    Unit{"Pa", "pressure", "1", true},
    Unit{"bar", "pressure", "1e5", true},
    Unit{"mm[Hg]", "pressure", "133.322"},
    Unit{"cm[H2O]", "pressure", "98.0665"},
    Unit{"K", "temperature", "1", true},
    Unit{"By", "data", "8", true},
    Unit{"bit", "data", "1", true},
};

struct Prefix {
    std::string_view code, factor;
};

constexpr std::array prefixes{
    Prefix{"T", "1e12"}, Prefix{"G", "1e9"},  Prefix{"M", "1e6"},  Prefix{"k", "1e3"},  Prefix{"h", "1e2"},  Prefix{"da", "1e1"},
    Prefix{"d", "1e-1"}, Prefix{"c", "1e-2"}, Prefix{"m", "1e-3"}, Prefix{"u", "1e-6"}, Prefix{"n", "1e-9"}, Prefix{"p", "1e-12"},
};

struct Measure {
    std::string kind;
    Decimal factor;
};

Decimal number(std::string_view text) { return *Decimal::read(text); }

std::optional<Measure> measure_of_one(std::string_view code) {
    const auto whole = std::ranges::find(units, code, &Unit::code);
    if (whole != units.end()) return Measure{std::string(whole->kind), number(whole->factor)};
    for (const Prefix& prefix : prefixes) {
        if (!code.starts_with(prefix.code)) continue;
        const auto unit = std::ranges::find(units, code.substr(prefix.code.size()), &Unit::code);
        if (unit != units.end() && unit->metric) return Measure{std::string(unit->kind), number(prefix.factor) * number(unit->factor)};
    }
    return std::nullopt;
}

// "mg", or "mg/dL": one unit by another, kept as two factors because dividing would round.
struct Ratio {
    std::string kind;
    Decimal above, below;
};

std::optional<Ratio> ratio_of(std::string_view code) {
    if (const auto whole = measure_of_one(code)) return Ratio{whole->kind, whole->factor, Decimal(1)};
    const std::size_t by = code.find('/');
    if (by == std::string_view::npos) return std::nullopt;
    const auto above = by == 0 ? std::optional(Measure{"share", Decimal(1)}) : measure_of_one(code.substr(0, by));
    const auto below = measure_of_one(code.substr(by + 1));
    if (!above || !below) return std::nullopt;
    return Ratio{above->kind + "/" + below->kind, above->factor, below->factor};
}

}  // namespace

std::partial_ordering compare_converted(const Quantity& a, const Quantity& b) {
    const std::partial_ordering plain = compare(Value{a}, Value{b});
    if (plain != std::partial_ordering::unordered) return plain;
    const bool exact = a.value && b.value && a.comparator.empty() && b.comparator.empty();
    if (!exact || a.system != ucum_system || b.system != ucum_system) return std::partial_ordering::unordered;
    const auto first = ratio_of(a.code), second = ratio_of(b.code);
    if (!first || !second || first->kind != second->kind) return std::partial_ordering::unordered;
    return *a.value * first->above * second->below <=> *b.value * second->above * first->below;
}

}  // namespace needlewise
