// One plan from all findings: what state it is in, the earliest day, the days of the sessions, the event.
#include <algorithm>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

constexpr std::string_view start_question = "start-date";

PlanState state_of(const Finding& finding) {
    switch (finding.action) {
        case FindingAction::stop: return PlanState::not_now;
        case FindingAction::ask: return finding.until_changed ? PlanState::not_now : PlanState::if_agreed;
        case FindingAction::wait: return finding.until ? PlanState::from_date : PlanState::not_before;
        case FindingAction::tell: return PlanState::clear;
    }
    return PlanState::not_now;
}

std::optional<Date> over_on(const Finding& finding) { return finding.until ? finding.until : finding.not_before; }

// The last of all waits sets the day for all.
void find_earliest(Plan& plan, const std::vector<Finding>& findings, Date on) {
    plan.earliest = on;
    for (const Finding& finding : findings) {
        const auto over = over_on(finding);
        const bool surer = over == plan.earliest && !plan.earliest_known && finding.until;  // another day would change nothing
        if (!over || (*over <= plan.earliest && !surer)) continue;
        plan.earliest = *over;
        plan.earliest_reason = finding.id;
        plan.earliest_known = finding.until.has_value();
    }
}

// The gravest finding sets the state; among waits the one that ends last. What is about the person goes before what is about the area:
// its words would send them to another area.
void find_state(Plan& plan, const std::vector<Finding>& findings) {
    const auto gravity = [](const Finding& finding) {
        const PlanState state = state_of(finding);
        return std::pair(state, state == PlanState::not_now && finding.scope == Scope::person);
    };
    const auto gravest = std::ranges::max_element(findings, {}, gravity);
    if (gravest == findings.end() || state_of(*gravest) == PlanState::clear) return;
    const bool waits = state_of(*gravest) < PlanState::if_agreed;
    const auto reason = waits ? std::ranges::find(findings, plan.earliest_reason, &Finding::id) : gravest;
    const Finding& sets = reason == findings.end() ? *gravest : *reason;
    plan.state = state_of(sets);
    plan.doctor_first = std::ranges::any_of(findings, &Finding::doctor_first);
    const auto test = std::ranges::find_if(findings, [](const Finding& finding) { return !finding.test_first.empty(); });
    if (test != findings.end()) plan.test_first = test->test_first;
    plan.reason = sets.id;
    plan.scope = sets.scope;
}

// A course that makes way for an event is judged as much later as its last session is: never on the day of that session.
Date judged_on(const Course& course, Date first, Date last) {
    if (!course.judge_from_start_weeks) return add_weeks(last, course.judge_after_weeks);
    const int planned_weeks = std::max(course.sessions.common - 1, 0) * course.interval_weeks.common;
    const int put_off = std::max(days_between(add_weeks(first, planned_weeks), last), 0);
    return std::max(add_days(add_weeks(first, *course.judge_from_start_weeks), put_off), last);
}

}  // namespace

Plan plan_for(const Content& content, const Answers& answers, const std::vector<Finding>& findings, const Course& course, Date on) {
    Plan plan;
    find_earliest(plan, findings, on);
    find_state(plan, findings);
    plan.wish = answers.date(start_question);
    plan.event_day = event_day_of(answers);
    if (plan.state == PlanState::not_now) return plan;
    if (plan.wish)
        plan.sessions =
            calendar_from(plan.soonest(), course.sessions.common, course.interval_weeks.common, quiet_before_event(content, plan));
    if (!plan.sessions.empty()) {
        plan.start = plan.sessions.front();
        plan.judge_on = judged_on(course, plan.sessions.front(), plan.sessions.back());
    }
    plan.event = event_plan_for(content, course, plan, on);
    return plan;
}

std::vector<Date> calendar_from(Date start, int sessions, int interval_weeks, const std::optional<QuietDays>& quiet) {
    std::vector<Date> dates;
    dates.reserve(static_cast<std::size_t>(std::max(sessions, 0)));
    for (int session = 0; session < sessions; ++session) {
        Date day = dates.empty() ? start : add_weeks(dates.back(), interval_weeks);
        if (quiet && day >= quiet->first && day <= quiet->last) day = add_days(quiet->last, 1);
        dates.push_back(day);
    }
    return dates;
}

// From the first session until the result can be judged.
int days_until_judged(const Course& course) {
    const Date any{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
    const auto days = calendar_from(any, course.sessions.common, course.interval_weeks.common);
    return days.empty() ? 0 : days_between(any, judged_on(course, days.front(), days.back()));
}

}  // namespace needlewise
