// FHIR's dates, dateTimes and times, each with the precision it was written in: a year, a month, a day, or a second.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"

namespace needlewise {

// "hh:mm:ss" with any fraction of a second.
struct TimeOfDay {
    int seconds = 0;       // since midnight; the 60th second of a minute is the first of the next
    std::string fraction;  // the figures after the point, as written

    static std::optional<TimeOfDay> read(std::string_view text);
    std::string text() const;

    friend std::strong_ordering operator<=>(const TimeOfDay& a, const TimeOfDay& b);
    friend bool operator==(const TimeOfDay& a, const TimeOfDay& b) { return std::is_eq(a <=> b); }
};

struct Moment {
    int year = 1;
    unsigned month = 0, day = 0;        // 0: not said
    std::optional<TimeOfDay> time;      // only with a day
    std::optional<int> offset_minutes;  // of the time zone; always there with a time

    Moment() = default;
    explicit Moment(Date date);

    static std::optional<Moment> read_date(std::string_view text);       // "YYYY", "YYYY-MM" or "YYYY-MM-DD"; the day exists
    static std::optional<Moment> read_date_time(std::string_view text);  // the same, or "YYYY-MM-DDThh:mm:ss[.s…](Z|±hh:mm)"
    std::optional<Date> date() const;                                    // when it is a whole day without a time
    std::string text() const;
};

// Which is the later. Two times are compared as instants, so their zones count; all else by the calendar as it is written, as far as
// both say it. Unordered when one says less than the other and all it says is the same: 2024 is neither before nor after 2024-03.
std::partial_ordering compare(const Moment& a, const Moment& b);
// A text that those share which are equal.
std::string identity_of_time(const TimeOfDay& time);
std::string identity_of_moment(const Moment& moment);

inline bool operator==(const Moment& a, const Moment& b) { return std::is_eq(compare(a, b)); }

}  // namespace needlewise
