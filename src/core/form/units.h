// Converting between units of UCUM, those that forms ask in: metric units with their prefixes, and the common others. Exact: no
// figure is rounded.
#pragma once

#include <compare>
#include <string_view>

#include "core/form/value.h"

namespace needlewise {

inline constexpr std::string_view ucum_system = "http://unitsofmeasure.org";

// Compares two quantities, in one unit or in two UCUM units of the same kind. Unordered when they cannot be compared.
std::partial_ordering compare_converted(const Quantity& a, const Quantity& b);

// A UCUM code that is known here. Whether any other unit can be compared nobody can tell.
bool is_known_unit(const Quantity& quantity);

}  // namespace needlewise
