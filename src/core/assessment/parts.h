// The subjects an Assessment is put together from, one .cpp each. `answers` are always those of with_derived, `on` is today.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/assessment.h"

namespace needlewise {

// ---- Figures out of numbers ---------------------------------------------------------------------------------------

// A number in whole figures. Missing `typical`: the middle, rounded; missing ends: `typical`. All 0 without the number.
struct WholeFigures {
    int low = 0, common = 0, high = 0;
};
WholeFigures whole_figures(const Number* number);

std::optional<double> usual(const Number* number);  // typical, else low, else high

// ---- Derived answers (derive.cpp) ---------------------------------------------------------------------------------

// The Fitzpatrick types still possible: from the lightest of the two published forms (GRD-011, GRD-013, which disagree, so GRD-014
// asks for a range) to the darkest of the first. Nothing when no item is answered with a scored option.
struct PhototypeRange {
    int low = 1, high = 1;
};
std::optional<PhototypeRange> phototype_for(const Content& content, const Answers& answers);

// ---- Findings (findings.cpp) --------------------------------------------------------------------------------------

std::vector<Finding> findings_for(const Content& content, const Answers& answers, Date on);

// ---- Course (course.cpp) ------------------------------------------------------------------------------------------

const CourseRule* course_rule_for(const Content& content, const Answers& answers);
std::optional<Course> course_for(const Content& content, const Answers& answers);

// Months that so many weeks begin: 12 weeks are 3 months.
int months_begun(int weeks);

// ---- Plan (plan.cpp) ----------------------------------------------------------------------------------------------

Plan plan_for(const Content& content, const Answers& answers, const std::vector<Finding>& findings, const Course& course, Date on);

// Days on which no session may be, both ends included.
struct QuietDays {
    Date first, last;
};

// Dates of `sessions` sessions, the first on `start`. One that would be on a quiet day comes the day after them, the others as long after.
std::vector<Date> calendar_from(Date start, int sessions, int interval_weeks, const std::optional<QuietDays>& quiet = {});

// Days from the first session until the result of a course can be judged.
int days_until_judged(const Course& course);

// ---- Improvement (improvement.cpp) --------------------------------------------------------------------------------

// What studies saw after a course, or the id of the rule that says why no number may be given.
struct StudiesSaw {
    std::optional<Improvement> improvement;
    std::string no_number;
};
StudiesSaw studies_saw(const Content& content, std::string_view improvement_rule, int sessions);

// Why the figures of a rule say less of this person: whom the studies left out, and with which answers people in them gained less.
std::vector<std::string> caveats_for(const Content& content, std::string_view improvement_rule, const Answers& answers,
                                     const std::vector<DriverFound>& drivers);

// Share of the score gained after k sessions: E(k) = emax (1 - exp(-k / tau)), model.md section 5.2.
double gained_after(double sessions, double emax, double tau);

// ---- Healing, aftercare, visit (healing.cpp) ----------------------------------------------------------------------

std::vector<SignCourse> timeline_for(const Content& content, const Answers& answers);
std::optional<Downtime> downtime_for(const Content& content, const Answers& answers, const std::vector<SignCourse>& timeline);
SurfaceFound surface_for(const Content& content, const Answers& answers);
std::vector<Aftercare> aftercare_for(const Content& content, const Answers& answers);
std::vector<VisitMinutes> visit_for(const Content& content, const Answers& answers);

// ---- Planning backwards (event.cpp) -------------------------------------------------------------------------------

std::optional<Date> event_day_of(const Answers& answers);
// The days a session needs to settle before the event (number `event.settle`), and the event's own.
std::optional<QuietDays> quiet_before_event(const Content& content, const Plan& plan);
std::optional<EventPlan> event_plan_for(const Content& content, const Course& course, const Plan& plan, Date on);

}  // namespace needlewise
