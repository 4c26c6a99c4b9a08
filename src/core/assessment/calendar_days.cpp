#include "core/assessment/calendar_days.h"

#include <algorithm>

namespace needlewise {

std::string condition_line(const Content& content, const Plan& plan) {
    if (plan.state == PlanState::not_now) return say(content, "plan.not-yours").text;
    if (plan.state != PlanState::if_agreed) return {};
    const std::string line = say(content, plan.doctor_first ? "plan.only-if.doctor" : "plan.only-if").text, test = test_line(content, plan);
    return test.empty() ? line : line + " " + test;
}

std::string test_line(const Content& content, const Plan& plan) {
    const Number* weeks = content.number(plan.test_first);
    if (plan.state != PlanState::if_agreed || !weeks || !weeks->typical) return {};
    return say(content, "plan.test-first", {{"weeks", with_unit(content.words, *weeks->typical, *weeks->typical, weeks->unit)}}).text;
}

std::vector<CalendarDay> calendar_days(const Content& content, const Assessment& found) {
    std::vector<CalendarDay> days;
    if (!found.plan || !found.plan->dated()) return days;
    const Plan& plan = *found.plan;
    const bool conditional = plan.state == PlanState::if_agreed;
    // A condition stands in the entry itself: entries are read one at a time.
    const auto add = [&](std::string id, Date date, std::string_view key, Parameters parameters = {}) {
        const std::string kind(key);
        std::string title = say(content, kind + ".title", parameters).text, note = say(content, kind + ".note").text;
        if (conditional && id != "event") {
            title = say(content, "days.if-agreed", {{"title", title}}).text;
            note = condition_line(content, plan) + " " + note;
        }
        days.push_back({std::move(id), date, std::move(title), std::move(note)});
    };
    const std::string count = std::to_string(plan.sessions.size());
    for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        add("session-" + number, plan.sessions[i], "days.session", {{"number", number}, {"count", count}});
    }
    if (plan.judge_on) add("judge", *plan.judge_on, "days.judge");
    if (plan.event && plan.event->fit != EventFit::past) {
        if (plan.event->last_session) add("last-session", *plan.event->last_session, "days.last-session");
        add("event", *plan.event_day, "days.event");
    }
    std::ranges::stable_sort(days, {}, &CalendarDay::date);
    return days;
}

}  // namespace needlewise
