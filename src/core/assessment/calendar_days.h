// The days of a result that are worth an entry in a calendar. Calendars are shared with family and colleagues, so the names
// of the entries do not say what they are for.
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

// In the order of the days. None without a start date and without an event, and none when there is no plan now.
std::vector<CalendarDay> calendar_days(const Content& content, const Assessment& found);

}  // namespace needlewise
