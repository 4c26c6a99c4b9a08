#include "core/form/moment.h"

#include <algorithm>

#include "core/letters.h"

namespace needlewise {

namespace {

constexpr int seconds_a_minute = 60, seconds_an_hour = 3600, minutes_an_hour = 60, seconds_a_day = 86400;

// Takes `count` figures from the front.
std::optional<int> take_number(std::string_view& rest, std::size_t count) {
    if (rest.size() < count) return std::nullopt;
    int number = 0;
    for (const char letter : rest.substr(0, count)) {
        if (!is_digit(letter)) return std::nullopt;
        number = number * 10 + (letter - '0');
    }
    rest.remove_prefix(count);
    return number;
}

bool take(std::string_view& rest, char letter) {
    if (!rest.starts_with(letter)) return false;
    rest.remove_prefix(1);
    return true;
}

// Takes ":mm", or "-MM", when it stands there.
std::optional<int> take_part(std::string_view& rest, char before) { return take(rest, before) ? take_number(rest, 2) : std::nullopt; }

std::optional<TimeOfDay> take_time(std::string_view& rest) {
    const auto hour = take_number(rest, 2);
    const auto minute = hour ? take_part(rest, ':') : std::nullopt;
    const auto second = minute ? take_part(rest, ':') : std::nullopt;
    if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    TimeOfDay read{*hour * seconds_an_hour + *minute * seconds_a_minute + *second, {}};
    if (!take(rest, '.')) return read;
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_digit) - rest.begin());
    if (end == 0) return std::nullopt;
    read.fraction = rest.substr(0, end);
    rest.remove_prefix(end);
    return read;
}

std::optional<int> read_offset(std::string_view rest) {
    if (rest == "Z") return 0;
    const bool behind = take(rest, '-');
    if (!behind && !take(rest, '+')) return std::nullopt;
    const auto hours = take_number(rest, 2);
    const auto minutes = hours ? take_part(rest, ':') : std::nullopt;
    if (!minutes || !rest.empty() || *minutes > 59) return std::nullopt;
    const int offset = *hours * minutes_an_hour + *minutes;
    constexpr int furthest = 14 * minutes_an_hour;
    if (offset > furthest) return std::nullopt;
    return behind ? -offset : offset;
}

// Takes the date from the front; nothing when its month or day does not exist.
std::optional<Moment> take_date(std::string_view& rest) {
    const auto year = take_number(rest, 4);
    if (!year || *year == 0) return std::nullopt;
    Moment moment;
    moment.year = *year;
    if (!rest.starts_with('-')) return moment;
    const auto month = take_part(rest, '-');
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    moment.month = static_cast<unsigned>(*month);
    if (!rest.starts_with('-')) return moment;
    const auto day = take_part(rest, '-');
    if (!day || *day < 1) return std::nullopt;
    moment.day = static_cast<unsigned>(*day);
    return moment.date() ? std::optional(moment) : std::nullopt;
}

std::string padded(int number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

std::string_view without_end_zeros(std::string_view figures) { return figures.substr(0, figures.find_last_not_of('0') + 1); }

std::strong_ordering by_fraction(const TimeOfDay& a, const TimeOfDay& b) {
    return without_end_zeros(a.fraction) <=> without_end_zeros(b.fraction);
}

// Seconds since 1970 in UTC.
std::int64_t instant(const Moment& moment) {
    const Date day{std::chrono::year{moment.year}, std::chrono::month{moment.month}, std::chrono::day{moment.day}};
    const auto days = std::chrono::sys_days{day}.time_since_epoch().count();
    return std::int64_t{days} * seconds_a_day + moment.time->seconds - std::int64_t{*moment.offset_minutes} * seconds_a_minute;
}

bool is_instant(const Moment& moment) { return moment.time && moment.offset_minutes; }

}  // namespace

std::optional<TimeOfDay> TimeOfDay::read(std::string_view text) {
    const auto read = take_time(text);
    return text.empty() ? read : std::nullopt;
}

std::string TimeOfDay::text() const {
    if (seconds == seconds_a_day) return "23:59:60" + (fraction.empty() ? "" : "." + fraction);  // there is no hour 24
    std::string text = padded(seconds / seconds_an_hour, 2) + ":" + padded(seconds / seconds_a_minute % minutes_an_hour, 2) + ":" +
                       padded(seconds % seconds_a_minute, 2);
    return fraction.empty() ? text : text + "." + fraction;
}

std::strong_ordering operator<=>(const TimeOfDay& a, const TimeOfDay& b) {
    return a.seconds != b.seconds ? a.seconds <=> b.seconds : by_fraction(a, b);
}

Moment::Moment(Date date)
    : year(static_cast<int>(date.year())), month(static_cast<unsigned>(date.month())), day(static_cast<unsigned>(date.day())) {}

std::optional<Moment> Moment::read_date(std::string_view text) {
    const auto read = take_date(text);
    return text.empty() ? read : std::nullopt;
}

std::optional<Moment> Moment::read_date_time(std::string_view text) {
    auto read = take_date(text);
    if (!read || text.empty()) return read;
    if (read->day == 0 || !take(text, 'T')) return std::nullopt;
    read->time = take_time(text);
    read->offset_minutes = read_offset(text);
    return is_instant(*read) ? read : std::nullopt;
}

std::optional<Date> Moment::date() const {
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() && !time ? std::optional(date) : std::nullopt;
}

std::string Moment::text() const {
    std::string text = padded(year, 4);
    if (month > 0) text += "-" + padded(static_cast<int>(month), 2);
    if (day > 0) text += "-" + padded(static_cast<int>(day), 2);
    if (!is_instant(*this)) return text;
    text += "T" + time->text();
    if (*offset_minutes == 0) return text + "Z";
    const int size = *offset_minutes < 0 ? -*offset_minutes : *offset_minutes;
    return text + (*offset_minutes < 0 ? "-" : "+") + padded(size / minutes_an_hour, 2) + ":" + padded(size % minutes_an_hour, 2);
}

std::partial_ordering compare(const Moment& a, const Moment& b) {
    if (is_instant(a) && is_instant(b)) {
        const std::int64_t first = instant(a), second = instant(b);
        return first != second ? std::partial_ordering(first <=> second) : by_fraction(*a.time, *b.time);
    }
    if (a.year != b.year) return a.year <=> b.year;
    if (a.month != b.month) return a.month == 0 || b.month == 0 ? std::partial_ordering::unordered : a.month <=> b.month;
    if (a.day != b.day) return a.day == 0 || b.day == 0 ? std::partial_ordering::unordered : a.day <=> b.day;
    return a.time || b.time ? std::partial_ordering::unordered : std::partial_ordering::equivalent;
}

std::string identity_of_time(const TimeOfDay& time) {
    return std::to_string(time.seconds) + "." + std::string(without_end_zeros(time.fraction));
}

std::string identity_of_moment(const Moment& moment) {
    if (!is_instant(moment)) return moment.text();
    return std::to_string(instant(moment)) + "." + std::string(without_end_zeros(moment.time->fraction));
}

}  // namespace needlewise
