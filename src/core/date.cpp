#include "core/date.h"

namespace needlewise {

namespace {

// The figure written in `text`; nothing when anything but digits stands there.
std::optional<unsigned> figure(std::string_view text) {
    unsigned value = 0;
    for (const char letter : text) {
        if (letter < '0' || letter > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(letter - '0');
    }
    return value;
}

std::string padded(unsigned value, std::size_t width) {
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    constexpr std::string_view form = "YYYY-MM-DD";
    if (iso.size() != form.size() || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = figure(iso.substr(0, 4)), month = figure(iso.substr(5, 2)), day = figure(iso.substr(8, 2));
    if (!year || !month || !day || *year == 0) return std::nullopt;  // FHIR years start at 0001
    const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month}, std::chrono::day{*day}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string iso_date(Date date) {
    const int year = static_cast<int>(date.year());
    return padded(static_cast<unsigned>(year < 0 ? 0 : year), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

Date add_days(Date date, int days) { return Date{std::chrono::sys_days{date} + std::chrono::days{days}}; }

Date add_weeks(Date date, int weeks) { return Date{std::chrono::sys_days{date} + std::chrono::weeks{weeks}}; }

int days_between(Date from, Date to) { return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count()); }

}  // namespace needlewise
