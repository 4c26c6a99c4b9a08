// What everything dated carries where it stands, and the days of a result that are worth an entry in a calendar. Calendars are shared
// with family and colleagues, so the names of the entries do not say what they are for.
#pragma once

#include <string>
#include <vector>

#include "core/assessment/assessment.h"

namespace needlewise {

struct CalendarDay {
    std::string id;  // "session-1", "judge", "last-session", "event"
    Date date{};
    std::string title, note;
};

// "Only if the clinic agrees", and what a test area would put off. Empty when there is no such condition.
std::string condition_line(const Content& content, const Plan& plan);
std::string test_line(const Content& content, const Plan& plan);  // what a test area would put off; empty where none is to be asked for

// In the order of the days. None without a start date, unless there is an event and a last day for a session before it; none when there is
// no plan now.
std::vector<CalendarDay> calendar_days(const Content& content, const Assessment& found);

}  // namespace needlewise
