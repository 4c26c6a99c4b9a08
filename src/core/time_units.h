// Units of time: the one place that says how much of one is in another.
#pragma once

#include <optional>
#include <string_view>

namespace needlewise {

inline constexpr double hours_per_day = 24, days_per_week = 7, hours_per_week = hours_per_day * days_per_week;

// A twelfth of a year of 365 days.
inline constexpr double hours_per_month = 730;
inline constexpr double days_per_month = hours_per_month / hours_per_day, weeks_per_month = hours_per_month / hours_per_week;

// Days in so many of a unit, "day" or "week". Nothing for any other unit: a month is no certain number of days.
constexpr std::optional<double> days_in(double figure, std::string_view unit) {
    if (unit == "day") return figure;
    if (unit == "week") return figure * days_per_week;
    return std::nullopt;
}

}  // namespace needlewise
