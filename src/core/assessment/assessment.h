// From answers to what the preparation sheet says. Group-level information, never a verdict or a prediction for one
// person. The rules are data (assets/model); the arithmetic is that of the estimator described in assets/model/README.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/content.h"

namespace needlewise {

struct Finding {
    std::string id;
    FindingAction action = FindingAction::tell;
    std::optional<Date> until;  // the earliest date, when one can be named
    std::vector<std::string> sources;
};

struct SessionRange {
    int low = 0, common = 0, high = 0;
};
struct WeekRange {
    int low = 0, common = 0, high = 0;
};
struct MonthRange {
    int low = 0, high = 0;
};  // from the first to the last session, rounded

struct DriverFound {
    std::string id;
    Effect effect = Effect::same;
    std::vector<std::string> sources;
};

struct Course {
    std::string rule;
    std::string concern;  // code of the goal
    Basis basis = Basis::evidence;
    SessionRange sessions;
    WeekRange interval_weeks;
    MonthRange months;
    int judge_after_weeks = 0;
    std::vector<DriverFound> drivers;
    std::vector<std::string> sources;
    std::optional<Date> start;   // the person's wish, never before today or the `until` of a finding
    std::vector<Date> calendar;  // dates of the common number of sessions, when start is known
    std::optional<Date> judge_on;
};

struct Fraction {
    double low = 0, mean = 0, high = 0;
};
struct Span {
    double low = 0, high = 0;
};

struct Improvement {
    std::string rule;
    std::string scale;
    std::optional<double> mean;      // fraction 0-1
    Span range;                      // where the average of a new study would lie; without an interval only the mean
    std::optional<Span> individual;  // 8 people in 10
    std::optional<double> conservative;
    std::optional<Fraction> responders_per_100;  // low, mean, high of 100 people
    std::vector<Fraction> by_session;            // sessions 3-6 in order, only with a curve: mean of groups, 8 people in 10 (or the mean)
    Certainty certainty = Certainty::none;
    std::vector<std::string> sources;
};

// One sign of healing: when it starts, when it is usually gone, when it is gone in slower healing, and the level by day.
struct SignCourse {
    Sign sign = Sign::redness;
    double from_h = 0, typical_h = 0, slower_h = 0;  // hours after the session; typical_h == from_h: not expected
    std::vector<int> days, typical, slower;          // levels 0-3 on `days`
    bool judgement = true;
    std::vector<std::string> sources;
};

struct Aftercare {
    std::string id;
    Care kind = Care::avoid;
    double from_h = 0;
    std::optional<double> until_h;
    Basis basis = Basis::judgement;
    std::vector<std::string> sources;
    std::string figure = {};
};

struct VisitMinutes {
    std::string step;
    int minutes = 0;
};

// Planning backwards from a date. The start is that of the course, else the earliest day the findings allow. Days a session
// needs to settle and weeks until a result can be judged: numbers `event.settle` and `event.judge`.
struct EventPlan {
    Date event{};
    std::optional<Date> last_session;     // latest session settled by the event; none before the earliest day
    std::optional<Date> last_for_result;  // latest last session that can be judged by the event; none before the earliest day
    int sessions_that_fit = 0;            // from start to last_session at the common interval, at most the common number
    bool course_fits = false;             // the common number fits and can be judged before the event
    bool too_soon = false;                // not even one session settles in time, counted from the start
};

struct Assessment {
    std::vector<Finding> findings;           // worst first
    std::optional<Course> course;            // none only when the goal is unanswered
    std::optional<Improvement> improvement;  // none: no number may be given, `no_number` says why
    std::string no_number;                   // id of the ImprovementRule that explains it
    std::vector<SignCourse> timeline;
    std::vector<Aftercare> aftercare;
    std::vector<VisitMinutes> visit;
    std::optional<EventPlan> event;
    std::optional<int> phototype_low, phototype_high;  // Fitzpatrick 1-6; a range when the questions are not all answered
};

// `on` is today. Uses only answers to enabled questions.
Assessment assess(const Content& content, const Answers& answers, Date on);

// The worst action among the findings; nothing when nothing needs checking first (only `tell` or none).
std::optional<FindingAction> worst(const std::vector<Finding>& findings);

// Effective answers plus derived ones that conditions may name: `phototype` (integers 1-6, every type still possible, so
// that `>= 4` holds as soon as it may; unanswered when none of its questions is).
Answers with_derived(const Content& content, const Answers& answers);

}  // namespace needlewise
