// Numbers as people type them, in whatever figures their keyboard has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/form/decimal.h"

namespace needlewise {

// The same in our figures, with a point for what stands before decimals: "-12.5" of "−١٢٫٥" and of "-12,5". What is no part of a number
// stays as it is.
std::string plain_number(std::string_view typed);

// Of such a number: "1.000" and "12 500" are thousands to some and a fraction to others, or nothing at all. "0.125" and "1.0000" are not.
bool is_in_thousands(std::string_view plain);

inline constexpr std::size_t most_figures = 12, most_decimals = 6;

// "-12.5" in millionths; nothing for anything else. The library's own conversions bring tables of 40 kB into the module.
std::optional<std::int64_t> read_millionths(std::string_view plain);
std::optional<Decimal> decimal_of(std::int64_t millionths);

// What is to be said of a number that was typed and is none that is taken.
enum class NumberFault { no_number, in_thousands, too_long };
NumberFault fault_of_number(std::string_view typed, bool whole);

}  // namespace needlewise
