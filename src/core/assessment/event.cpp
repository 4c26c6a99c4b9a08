// Planning backwards from a wedding or a holiday: the last day for a session, and how much of the course fits before it.
#include <algorithm>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

constexpr std::string_view event_question = "has-event", date_question = "event-date";
constexpr std::string_view settle_days = "event.settle", judge_weeks = "event.judge";

bool has_event(const Answers& answers) {
    const auto& given = answers.of(event_question);
    return answers.has_code(event_question, "yes") || std::ranges::find(given, Value{true}) != given.end();
}

// Sessions from `start` to `last`, both included, at most the common number of the course.
int sessions_between(Date start, Date last, const Course& course) {
    constexpr int days_per_week = 7;
    if (last < start) return 0;
    const int interval = std::max(course.interval_weeks.common, 1) * days_per_week;
    return std::min(days_between(start, last) / interval + 1, course.sessions.common);
}

// The whole course fits when its last session settles and can be judged by the event.
bool fits(const Course& course, Date start, Date last_settled, Date last_judged) {
    const auto calendar = calendar_from(start, course.sessions.common, course.interval_weeks.common);
    return !calendar.empty() && calendar.back() <= std::min(last_settled, last_judged);
}

}  // namespace

std::optional<EventPlan> event_plan_for(const Content& content, const Answers& answers, const std::optional<Course>& course,
                                        Date earliest) {
    const auto date = answers.date(date_question);
    const Number *settle = content.number(settle_days), *judge = content.number(judge_weeks);
    if (!has_event(answers) || !date || !settle || !judge) return std::nullopt;
    const Date start = course && course->start ? *course->start : earliest;
    const Date last_settled = add_days(*date, -whole_figures(settle).common);
    const Date last_judged = add_weeks(*date, -whole_figures(judge).common);
    EventPlan plan;
    plan.event = *date;
    plan.too_soon = last_settled < start;
    if (last_settled >= earliest) plan.last_session = last_settled;
    if (last_judged >= earliest) plan.last_for_result = last_judged;
    if (course) {
        plan.sessions_that_fit = sessions_between(start, last_settled, *course);
        plan.course_fits = fits(*course, start, last_settled, last_judged);
    }
    return plan;
}

}  // namespace needlewise
