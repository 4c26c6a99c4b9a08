// How many sessions people commonly have, how far apart, and what moved that. Sessions and spacing are conventions: no trial
// compared 3 with 6 sessions or 2 with 4 weeks (assets/model/README.md).
#include <algorithm>
#include <cmath>

#include "core/assessment/parts.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

constexpr std::string_view goal_question = "goal";

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

bool set_by_clinic(const Content& content, const std::string& name) {
    const Number* number = content.number(name);
    return number && number->basis == Basis::clinic;
}

int weeks_between_sessions(int sessions, int interval_weeks) { return std::max(sessions - 1, 0) * interval_weeks; }

// The plans that studies used, each whole: the ends of the ranges are those of one protocol or another, never a product.
void take_protocols(const Content& content, const CourseRule& rule, Course& course) {
    for (const Protocol& protocol : rule.protocols) {
        ProtocolFound found;
        found.sessions = whole_figures(content.number(protocol.sessions)).common;
        found.interval_weeks = whole_figures(content.number(protocol.interval)).common;
        found.weeks = protocol.duration.empty() ? weeks_between_sessions(found.sessions, found.interval_weeks)
                                                : whole_figures(content.number(protocol.duration)).common;
        found.sources = protocol.sources;
        add_sources(course.sources, protocol.sources);
        course.protocols.push_back(std::move(found));
    }
    if (course.protocols.empty()) return;
    const ProtocolFound& first = course.protocols.front();
    const auto [few, many] = std::ranges::minmax(course.protocols, {}, &ProtocolFound::sessions);
    const auto [close, far] = std::ranges::minmax(course.protocols, {}, &ProtocolFound::interval_weeks);
    const auto [brief, lengthy] = std::ranges::minmax(course.protocols, {}, &ProtocolFound::weeks);
    course.sessions = {few.sessions, first.sessions, many.sessions};
    course.interval_weeks = {close.interval_weeks, first.interval_weeks, far.interval_weeks};
    course.weeks_low = brief.weeks;
    course.weeks_high = lengthy.weeks;
}

// A clinic gives ranges; its usual gap goes with each number of sessions.
void take_clinics_plan(const Content& content, const CourseRule& rule, Course& course) {
    const WholeFigures sessions = whole_figures(content.number(rule.sessions)), weeks = whole_figures(content.number(rule.interval));
    course.sessions = {sessions.low, sessions.common, sessions.high};
    course.interval_weeks = {weeks.low, weeks.common, weeks.high};
    course.weeks_low = weeks_between_sessions(sessions.low, weeks.common);
    course.weeks_high = weeks_between_sessions(sessions.high, weeks.common);
}

}  // namespace

std::optional<double> usual(const Number* number) { return number ? number->usual() : std::nullopt; }

WholeFigures whole_figures(const Number* number) {
    const auto any = usual(number);
    if (!any) return {};
    const double low = number->low.value_or(*any), high = number->high.value_or(*any);
    return {whole(low), whole(number->typical.value_or((low + high) / 2)), whole(high)};
}

int months_begun(int weeks) { return static_cast<int>(std::ceil(weeks / weeks_per_month)); }

const CourseRule* course_rule_for(const Content& content, const Answers& answers) {
    if (!answers.code(goal_question)) return nullptr;
    const auto rule = std::ranges::find_if(content.courses, [&](const CourseRule& course) { return holds(course.when, answers); });
    return rule == content.courses.end() ? nullptr : &*rule;
}

std::optional<Course> course_for(const Content& content, const Answers& answers) {
    const CourseRule* rule = course_rule_for(content, answers);
    if (!rule) return std::nullopt;
    Course course;
    course.rule = rule->id;
    course.concern = answers.code(goal_question).value_or("");
    course.basis = rule->basis;
    if (set_by_clinic(content, rule->sessions) || set_by_clinic(content, rule->interval)) take_clinics_plan(content, *rule, course);
    else take_protocols(content, *rule, course);
    course.months = {months_begun(course.weeks_low), months_begun(course.weeks_high)};
    course.judge_after_weeks = whole_figures(content.number(rule->judge_after)).common;
    if (const Number* from_start = content.number(rule->judge_from_start)) course.judge_from_start_weeks = whole_figures(from_start).common;
    course.drivers = drivers_for(content, answers);
    cite_numbers(content, {rule->sessions, rule->interval, rule->judge_after, rule->judge_from_start}, course.sources);
    return course;
}

}  // namespace needlewise
