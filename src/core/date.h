// Calendar days. The core never reads a clock: "today" always comes in from outside.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

using Date = std::chrono::year_month_day;

// Reads "YYYY-MM-DD" exactly; nothing for any other form or a day that does not exist.
std::optional<Date> parse_date(std::string_view iso);

std::string iso_date(Date date);

Date add_days(Date date, int days);
Date add_weeks(Date date, int weeks);

// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

}  // namespace needlewise
