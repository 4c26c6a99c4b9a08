// From answers to what the preparation sheet says. Group-level information, never a verdict or a prediction for one
// person. The rules are data (assets/model); the arithmetic is that of the estimator described in assets/model/README.md.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/content.h"

namespace needlewise {

struct Finding {
    std::string id;
    FindingAction action = FindingAction::tell;
    Scope scope = Scope::person;
    bool until_changed = false;      // as in Rule
    bool doctor_first = false;       // likewise
    std::string test_first = {};     // likewise
    bool wait_over = false;          // told: the wait that is used is over, the longest that clinics ask for is not
    bool held_up = false;            // a wait beside a finding that lets nobody think of a session now
    std::optional<Date> until;       // of a wait: the day it is over
    std::optional<Date> not_before;  // of a wait whose start the person does not know: as if it had started today
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
};  // months begun, from the first to the last session
struct ProtocolFound {
    int sessions = 0, interval_weeks = 0;
    int weeks = 0;  // in all: from the first to the last session, or as long as a plan by time lasts
    std::vector<std::string> sources;
};

struct DriverFound {
    std::string id;
    Effect effect = Effect::same;
    std::vector<std::string> sources;
};

struct Course {
    std::string rule;
    std::string concern;  // code of the goal
    Basis basis = Basis::evidence;
    std::vector<ProtocolFound> protocols;       // dates count with the first; empty where a clinic set a plan of its own
    SessionRange sessions;                      // over the protocols; `common` is that of the first
    WeekRange interval_weeks;                   // the same
    int weeks_low = 0, weeks_high = 0;          // in all, shortest and longest protocol
    MonthRange months;                          // the same in months
    int judge_after_weeks = 0;                  // after the last session
    std::optional<int> judge_from_start_weeks;  // after the first, where studies judged by that
    std::vector<DriverFound> drivers;
    std::vector<std::string> sources;
};

struct Fraction {
    double low = 0, mean = 0, high = 0;
};
struct Span {
    double low = 0, high = 0;
};

// After so many sessions: mean of groups, and 8 people in 10 (or the mean).
struct AfterSessions {
    int sessions = 0;
    Fraction gained;
};

struct Improvement {
    std::string rule;
    std::string scale;
    std::optional<double> mean;      // fraction 0-1
    Span range;                      // where the average of a new study would lie; without an interval only the mean
    std::optional<Span> individual;  // 8 people in 10
    std::optional<double> conservative;
    std::optional<Fraction> responders_per_100;  // low, mean, high of 100 people
    std::vector<AfterSessions> by_session;       // in order, only with a curve and where studies support it
    Certainty certainty = Certainty::none;
    std::vector<std::string> caveats = {};  // text keys: why the figures say less of this person
    std::vector<std::string> sources;
};

// One sign of healing: when it starts, when it is usually gone, when it is gone in slower healing, and the level by day.
struct SignCourse {
    Sign sign = Sign::redness;
    double from_h = 0, typical_h = 0, slower_h = 0;  // hours after the session; typical_h == from_h: not expected
    std::vector<int> days, typical, slower;          // levels on `days`, to strongest_level
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
    std::vector<Sign> calm = {};  // as in AftercareRule
};

// How the days of red or flaky skin that a person can manage stand to those to expect.
enum class DowntimeFit {
    too_few,    // fewer than usual
    usual,      // enough for usual healing, not for slower
    doubtful,   // the same, of somebody who may heal more slowly (HealingModel::heals_slowly)
    slower,     // enough for slower healing too
    open_ended  // no end was named, and slower healing takes longer than the longest answer that names one
};

// Red or flaky skin after a session: hours until both are usually gone, and in slower healing.
struct Downtime {
    double typical_h = 0, slower_h = 0;
    std::string answer;              // code; empty when the question is not answered
    std::optional<DowntimeFit> fit;  // none without an answer
};

// The picture of the skin from outside, and which of its marks are drawn.
struct SurfaceFound {
    std::string figure;
    std::vector<std::pair<std::string, bool>> marks;  // every mark that the picture can show; whether this person has it
    bool any() const;
};

struct VisitMinutes {
    std::string step;                          // id of a step, or of the one that takes its place for this person
    std::vector<std::string> instead_of = {};  // those whose place it takes, the nearest first: what it has no words for is as there
    int minutes = 0;                           // 0: nobody can say
    std::string number = {};
    std::vector<std::string> figures = {};
};

// How an event stands to the plan. In this order the first that holds.
enum class EventFit {
    past,             // it was before today
    before_start,     // before the day the person wants to start
    before_earliest,  // before the first day that may be named at all
    too_soon,         // not even one session settles in time
    part,             // some sessions settle, not the whole course
    not_judged,       // the whole course settles, and cannot be judged by then
    fits,
};

// The same where a test area comes first and everything starts as much later.
struct EventAfterTest {
    EventFit fit = EventFit::fits;
    int sessions_that_fit = 0;
    std::optional<Date> latest_test;  // latest day of the test, so that a whole course can be judged by the event
};

// Planning backwards from a date, by the days of the plan. Days a session needs to settle: number `event.settle`.
struct EventPlan {
    EventFit fit = EventFit::fits;
    std::optional<Date> last_session;  // latest session that settles by the event; none before the day the plan starts
    std::optional<Date> latest_start;  // latest first session of a whole course that can be judged by the event; the same
    int sessions_that_fit = 0;         // of the plan's days, those that settle
    bool shorter_fits = false;         // another of the course's protocols settles in time, though the one that dates count with does not
    std::optional<EventAfterTest> after_test = std::nullopt;  // none where none is asked for
};

enum class PlanState { clear, from_date, not_before, if_agreed, not_now };

// Everything dated or conditional, made once. What is not here is not said.
struct Plan {
    PlanState state = PlanState::clear;
    std::string reason;              // id of the finding that sets the state; empty when clear
    Scope scope = Scope::person;     // of that finding
    bool doctor_first = false;       // a finding sends the person to a doctor or another specialist before the clinic
    Date earliest{};                 // no session may be named before it: today, or the last day of all waits
    std::string earliest_reason;     // id of the wait that sets it; empty when it is today
    bool earliest_known = true;      // else counted from today, since the person does not know when it was
    std::optional<Date> wish;        // the day the person would like to start
    std::optional<Date> start;       // the first of `sessions`; none without a wish or when not now
    std::vector<Date> sessions;      // from `soonest`, by the first protocol; none in the days to settle before the event, nor on its day
    std::optional<Date> judge_on;    // the day the result can be judged
    std::string test_first;          // number of weeks that a test area would put off everything; empty: none is to be asked for
    std::optional<Date> event_day;   // the day the person plans for
    std::optional<EventPlan> event;  // none without such a day, or when not now
    bool dated() const { return !sessions.empty() || (event && event->last_session); }
    Date soonest() const { return std::max(wish.value_or(earliest), earliest); }  // the first day that is wished and may be
};

struct Assessment {
    std::vector<std::string> open;           // linkIds of questions that must be asked and are not answered: then there is no plan
    std::vector<Finding> findings;           // worst first
    std::optional<Plan> plan;                // none while a question is open
    std::optional<Course> course;            // in general, without dates; none while a question is open
    std::optional<Improvement> improvement;  // none: no number may be given, `no_number` says why
    std::string no_number;                   // id of the ImprovementRule that explains it
    std::vector<SignCourse> timeline;
    std::optional<Downtime> downtime;  // none without a timeline
    SurfaceFound surface;
    std::vector<Aftercare> aftercare;
    std::vector<VisitMinutes> visit;
    bool hides_redness() const { return phototype_high.value_or(0) >= 4; }  // on brown and black skin it is hard to see (RED-003)
    std::optional<int> phototype_low, phototype_high;  // Fitzpatrick 1-6: a range where questions are open or published forms disagree
    bool complete() const { return open.empty(); }
};

// `on` is today. Uses only answers to enabled questions.
Assessment assess(const Content& content, const Answers& answers, Date on);

// The wait that the rules set this person after one of the recent treatments ("tan", "waxing"), whether or not they had it: what to leave
// off before a session. None for anything else.
const Number* wait_after(const Content& content, const Answers& answers, std::string_view treatment);

// Effective answers plus derived ones that conditions may name: `phototype` (integers 1-6, every type still possible, so
// that `>= 4` holds as soon as it may; unanswered when none of its questions is).
Answers with_derived(const Content& content, const Answers& answers);

}  // namespace needlewise
