// Planning backwards from a wedding or a holiday, by the same days as the calendar: those that settle before it, and whether the
// result can be judged by then.
#include <algorithm>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

constexpr std::string_view event_question = "has-event", date_question = "event-date";
constexpr std::string_view settle_days = "event.settle";

bool has_event(const Answers& answers) {
    const auto& given = answers.of(event_question);
    return answers.has_code(event_question, "yes") || std::ranges::find(given, Value{true}) != given.end();
}

int settled_by(const std::vector<Date>& days, Date last_settled) {
    return static_cast<int>(std::ranges::count_if(days, [&](Date day) { return day <= last_settled; }));
}

EventFit fit_of(const Plan& plan, const std::vector<Date>& days, Date last_settled, int judged_after, Date on) {
    const Date day = *plan.event_day;
    if (day < on) return EventFit::past;
    if (plan.wish && day < *plan.wish) return EventFit::before_start;
    if (day < plan.earliest) return EventFit::before_earliest;
    if (settled_by(days, last_settled) == 0) return EventFit::too_soon;
    if (days.back() > last_settled) return EventFit::part;
    return add_days(days.front(), judged_after) > day ? EventFit::not_judged : EventFit::fits;
}

bool any_protocol_fits(const Course& course, Date start, Date last_settled) {
    return std::ranges::any_of(course.protocols, [&](const ProtocolFound& protocol) {
        const auto days = calendar_from(start, protocol.sessions, protocol.interval_weeks);
        return !days.empty() && days.back() <= last_settled;
    });
}

}  // namespace

std::optional<Date> event_day_of(const Answers& answers) { return has_event(answers) ? answers.date(date_question) : std::nullopt; }

std::optional<QuietDays> quiet_before_event(const Content& content, const Plan& plan) {
    const Number* settle = content.number(settle_days);
    if (!plan.event_day || !settle) return std::nullopt;
    return QuietDays{add_days(*plan.event_day, 1 - whole_figures(settle).common), *plan.event_day};
}

std::optional<EventPlan> event_plan_for(const Content& content, const Course& course, const Plan& plan, Date on) {
    const auto quiet = quiet_before_event(content, plan);
    if (!quiet) return std::nullopt;
    // Without a wish the days are those of somebody who starts as early as they may.
    const Date start = plan.soonest();
    const auto days = calendar_from(start, course.sessions.common, course.interval_weeks.common);
    if (days.empty()) return std::nullopt;
    const Date last_settled = add_days(quiet->first, -1);
    const int course_days = days_between(days.front(), days.back()), judged_after = days_until_judged(course);
    const Date latest_start = std::min(add_days(last_settled, -course_days), add_days(*plan.event_day, -judged_after));
    EventPlan event;
    event.sessions_that_fit = settled_by(days, last_settled);
    event.shorter_fits = days.back() > last_settled && any_protocol_fits(course, start, last_settled);
    if (event.sessions_that_fit > 0) event.last_session = last_settled;
    if (latest_start >= start) event.latest_start = latest_start;
    event.fit = fit_of(plan, days, last_settled, judged_after, on);
    if (const Number* test = content.number(plan.test_first)) {
        const int weeks = whole_figures(test).common;
        const auto later = calendar_from(add_weeks(start, weeks), course.sessions.common, course.interval_weeks.common);
        EventAfterTest& tested = event.after_test.emplace();
        tested.fit = fit_of(plan, later, last_settled, judged_after, on);
        tested.sessions_that_fit = settled_by(later, last_settled);
        if (add_weeks(latest_start, -weeks) >= start) tested.latest_test = add_weeks(latest_start, -weeks);
    }
    return event;
}

}  // namespace needlewise
