#include "core/assessment/calendar_days.h"

#include <algorithm>

namespace needlewise {

std::vector<CalendarDay> calendar_days(const Content& content, const Assessment& found) {
    std::vector<CalendarDay> days;
    const auto add = [&](std::string id, Date date, std::string_view key, Parameters parameters = {}) {
        const std::string kind(key);
        days.push_back({std::move(id), date, say(content, kind + ".title", parameters).text, say(content, kind + ".note").text});
    };
    if (found.course) {
        const auto& calendar = found.course->calendar;
        const std::string count = std::to_string(calendar.size());
        for (std::size_t i = 0; i < calendar.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            add("session-" + number, calendar[i], "days.session", {{"number", number}, {"count", count}});
        }
        if (found.course->judge_on) add("judge", *found.course->judge_on, "days.judge");
    }
    if (found.event) {
        if (found.event->last_session && !found.event->too_soon) add("last-session", *found.event->last_session, "days.last-session");
        add("event", found.event->event, "days.event");
    }
    std::ranges::stable_sort(days, {}, &CalendarDay::date);
    return days;
}

}  // namespace needlewise
