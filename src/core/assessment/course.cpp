// How many sessions people commonly have, how far apart, and what moved that. Sessions and spacing are conventions: no trial
// compared 3 with 6 sessions or 2 with 4 weeks (assets/model/README.md).
#include <algorithm>
#include <cmath>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

constexpr std::string_view goal_question = "goal", start_question = "start-date";

// No plan has more of anything; keeps broken content from filling memory or leaving the calendar.
constexpr double most = 1000;

int whole(double figure) { return static_cast<int>(std::lround(std::clamp(figure, 0.0, most))); }

void cite_numbers(const Content& content, std::initializer_list<std::string_view> names, std::vector<std::string>& sources) {
    for (const std::string_view name : names)
        if (const Number* number = content.number(name)) add_sources(sources, number->sources);
}

std::vector<DriverFound> drivers_for(const Content& content, const Answers& answers) {
    std::vector<DriverFound> found;
    for (const Driver& driver : content.drivers)
        if (holds(driver.when, answers)) found.push_back({driver.id, driver.effect, driver.sources});
    return found;
}

// The dates, when the person named a day to start.
void put_on_calendar(Course& course, const Answers& answers, Date earliest) {
    const auto wish = answers.date(start_question);
    if (!wish) return;
    course.start = std::max(*wish, earliest);
    course.calendar = calendar_from(*course.start, course.sessions.common, course.interval_weeks.common);
    if (!course.calendar.empty()) course.judge_on = add_weeks(course.calendar.back(), course.judge_after_weeks);
}

}  // namespace

std::optional<double> usual(const Number* number) {
    if (!number) return std::nullopt;
    return number->typical ? number->typical : number->low ? number->low : number->high;
}

WholeFigures whole_figures(const Number* number) {
    const auto any = usual(number);
    if (!any) return {};
    const double low = number->low.value_or(*any), high = number->high.value_or(*any);
    return {whole(low), whole(number->typical.value_or((low + high) / 2)), whole(high)};
}

std::vector<Date> calendar_from(Date start, int sessions, int interval_weeks) {
    std::vector<Date> dates;
    dates.reserve(static_cast<std::size_t>(std::max(sessions, 0)));
    for (int session = 0; session < sessions; ++session) dates.push_back(add_weeks(start, session * interval_weeks));
    return dates;
}

int months_between_sessions(int sessions, int interval_weeks) {
    constexpr double days_per_week = 7, days_per_month = 30.4;
    const int gaps = std::max(sessions - 1, 0);
    return static_cast<int>(std::lround(gaps * interval_weeks * days_per_week / days_per_month));
}

const CourseRule* course_rule_for(const Content& content, const Answers& answers) {
    if (!answers.code(goal_question)) return nullptr;
    const auto rule = std::ranges::find_if(content.courses, [&](const CourseRule& course) { return holds(course.when, answers); });
    return rule == content.courses.end() ? nullptr : &*rule;
}

std::optional<Course> course_for(const Content& content, const Answers& answers, Date earliest) {
    const CourseRule* rule = course_rule_for(content, answers);
    if (!rule) return std::nullopt;
    const WholeFigures sessions = whole_figures(content.number(rule->sessions));
    const WholeFigures weeks = whole_figures(content.number(rule->interval));
    Course course;
    course.rule = rule->id;
    course.concern = answers.code(goal_question).value_or("");
    course.basis = rule->basis;
    course.sessions = {sessions.low, sessions.common, sessions.high};
    course.interval_weeks = {weeks.low, weeks.common, weeks.high};
    course.months = {months_between_sessions(sessions.low, weeks.common), months_between_sessions(sessions.high, weeks.common)};
    course.judge_after_weeks = whole_figures(content.number(rule->judge_after)).common;
    course.drivers = drivers_for(content, answers);
    cite_numbers(content, {rule->sessions, rule->interval, rule->judge_after}, course.sources);
    put_on_calendar(course, answers, earliest);
    return course;
}

}  // namespace needlewise
