#include "core/pages/plan_words.h"

#include <algorithm>
#include <cmath>

#include "core/pages/healing_words.h"

namespace needlewise {

namespace {

std::string day(const Content& content, Date date) { return long_date(content.words, date); }

std::string quoted_title(const Content& content, const std::string& finding) {
    return word(content, "format.quote", {{"text", word(content, "finding." + finding + ".title")}});
}

// The titles of findings of one kind, each in quotes: they speak to the reader, and a sentence around them must not.
template <class Fits>
std::string titles(const Content& content, const std::vector<Finding>& findings, Fits fits) {
    std::string text;
    for (const Finding& finding : findings) {
        if (!fits(finding)) continue;
        text += (text.empty() ? "" : word(content, "list.separator")) + quoted_title(content, finding.id);
    }
    return text;
}

// The same as the person says it of themselves, a sentence each.
template <class Fits>
std::string said(const Content& content, const std::vector<Finding>& findings, Fits fits) {
    std::string text;
    for (const Finding& finding : findings)
        if (fits(finding)) text += (text.empty() ? "" : " ") + word(content, "finding." + finding.id + ".said");
    return text;
}

// The cautious figure; where the average depends on the sessions, beside that of this person's course, of which it is a share.
std::string cautious_line(const Content& content, const Assessment& found) {
    const Improvement& seen = *found.improvement;
    const std::string share = percents(content.words, *seen.conservative, *seen.conservative);
    if (seen.by_session.empty() || !seen.mean || !found.course) return word(content, "sheet.studies.cautious", {{"share", share}});
    const double sessions = found.course->sessions.common;
    return word(content, "sheet.studies.cautious.sessions",
                {{"sessions", with_unit(content.words, sessions, sessions, "session")},
                 {"mean", percents(content.words, *seen.mean, *seen.mean)},
                 {"share", share}});
}

// Of what the studies say.
std::string_view rule_of(const Assessment& found) { return found.improvement ? found.improvement->rule : found.no_number; }

bool is(const Finding& finding, FindingAction action) { return finding.action == action; }

std::string_view state_key(const Plan& plan) {
    switch (plan.state) {
        case PlanState::clear: return "clear";
        case PlanState::from_date: return "from-date";
        case PlanState::not_before: return "not-before";
        case PlanState::if_agreed: return "if-agreed";
        case PlanState::not_now: return "not-now";
    }
    return "not-now";
}

std::string headline_key(const Plan& plan, std::string_view tail) {
    return std::string("result.headline.").append(state_key(plan)).append(".").append(tail);
}

// The words where the clinic alone is asked, or a doctor and the clinic.
std::string asked_first(const std::string& key, const Plan& plan) { return plan.doctor_first ? key + ".doctor" : key; }

bool after_event(const Plan& plan) { return plan.event && plan.event->fit == EventFit::too_soon; }

// Who is to start after an event starts after the wait, too: then only the event is said. A day that is known may change both.
bool wait_decides(const Plan& plan) { return !plan.earliest_reason.empty() && (!after_event(plan) || !plan.earliest_known); }

// Why the earliest day is ahead, where it is; the title names the day.
void say_earliest(const Content& content, const Assessment& found, std::vector<std::string>& lines) {
    const Plan& plan = *found.plan;
    if (plan.earliest_reason.empty()) return;
    const std::string_view key = plan.earliest_known ? "plan.earliest" : "plan.earliest.unknown";
    lines.push_back(word(content, key, {{"finding", quoted_title(content, plan.earliest_reason)}}));
}

void say_what_to_tell(const Content& content, const std::vector<Finding>& findings, std::vector<std::string>& lines) {
    const std::string told = titles(content, findings, [](const Finding& finding) { return is(finding, FindingAction::tell); });
    if (!told.empty()) lines.push_back(word(content, "result.headline.tell", {{"findings", told}}));
}

void say_holds_up(const Content& content, const Assessment& found, std::vector<std::string>& lines) {
    const Plan& plan = *found.plan;
    lines.push_back(word(content, headline_key(plan, "text")));
    const auto other = [&](const Finding& finding) {
        return finding.id != plan.reason && (is(finding, FindingAction::stop) || finding.until_changed);
    };
    const std::string more = titles(content, found.findings, other);
    if (!more.empty()) lines.push_back(word(content, "result.headline.also", {{"findings", more}}));
}

}  // namespace

std::string headline_title(const Content& content, const Assessment& found) {
    const Plan& plan = *found.plan;
    if (plan.state == PlanState::not_now) return word(content, "finding." + plan.reason + ".headline");
    const bool waits = plan.state == PlanState::from_date || plan.state == PlanState::not_before;
    if (waits && after_event(plan)) return word(content, "result.headline.wait.title.after", {{"date", day(content, *plan.event_day)}});
    if (plan.state != PlanState::if_agreed) return word(content, headline_key(plan, "title"), {{"date", day(content, plan.earliest)}});
    std::string title = word(content, asked_first("result.headline.if-agreed.title", plan));
    if (after_event(plan))
        return word(content, "result.headline.if-agreed.title.after",
                    {{"title", std::move(title)}, {"date", day(content, *plan.event_day)}});
    if (!wait_decides(plan)) return title;
    return word(content, "result.headline.if-agreed.title.from", {{"title", std::move(title)}, {"date", day(content, plan.earliest)}});
}

std::vector<std::string> headline_lines(const Content& content, const Assessment& found) {
    const Plan& plan = *found.plan;
    std::vector<std::string> lines;
    switch (plan.state) {
        case PlanState::clear:
            lines.push_back(word(content, found.findings.empty() ? "result.headline.clear.text" : "result.headline.clear.tell"));
            say_what_to_tell(content, found.findings, lines);
            break;
        case PlanState::from_date:
        case PlanState::not_before:
        case PlanState::if_agreed:
            if (plan.state == PlanState::if_agreed) lines.push_back(word(content, asked_first("result.headline.if-agreed.text", plan)));
            if (wait_decides(plan)) say_earliest(content, found, lines);
            break;
        case PlanState::not_now: say_holds_up(content, found, lines); break;
    }
    return lines;
}

std::string what_to_ask(const Content& content, const Assessment& found) {
    constexpr int few = 2;
    const auto asked = [](const Finding& finding) { return is(finding, FindingAction::ask); };
    if (std::ranges::count_if(found.findings, asked) > few) return {};
    return word(content, "result.headline.if-agreed.about", {{"findings", titles(content, found.findings, asked)}});
}

Look headline_look(const Plan& plan) {
    switch (plan.state) {
        case PlanState::clear: return Look::good;
        case PlanState::from_date:
        case PlanState::not_before: return Look::wait;
        case PlanState::if_agreed: return Look::ask;
        case PlanState::not_now: return Look::stop;
    }
    return Look::stop;
}

std::string_view findings_title(const Plan& plan) {
    return plan.state == PlanState::not_now ? "result.findings.not-now" : "result.findings";
}

namespace {

std::string single_line(const Content& content) {
    return word(content, "course.line.single", {{"sessions", with_unit(content.words, 1, 1, "session")}});
}

// "3 to 4 sessions, 4 weeks apart.", or how long they take where that is not one number.
std::string short_course_line(const Content& content, const Course& course) {
    if (course.sessions.high <= 1) return single_line(content);
    return word(content, course.interval_weeks.low == course.interval_weeks.high ? "course.short" : "course.short.ways",
                {{"sessions", with_unit(content.words, course.sessions.low, course.sessions.high, "session")},
                 {"interval", with_unit(content.words, course.interval_weeks.low, course.interval_weeks.high, "week")},
                 {"duration", duration_of(content, course)}});
}

// When, counted from the sessions; with the day, where there is one and it is that long after them.
std::string judge_line(const Content& content, const Course& course, const Plan& plan) {
    const int weeks = course.judge_from_start_weeks.value_or(course.judge_after_weeks);
    std::string line = word(content, course.judge_from_start_weeks ? "course.judge.first" : "course.judge.last",
                            {{"weeks", with_unit(content.words, weeks, weeks, "week")}});
    if (!plan.judge_on) return line;
    const std::string date = day(content, *plan.judge_on);
    if (judged_later(course, plan)) return word(content, "plan.judge", {{"date", date}});
    if (course.judge_from_start_weeks)  // however many sessions there are
        return line + " " + word(content, "plan.judge.on.start", {{"date", date}, {"start", day(content, plan.sessions.front())}});
    const auto dated = static_cast<double>(plan.sessions.size());
    return line + " " + word(content, "plan.judge.on", {{"date", date}, {"sessions", with_unit(content.words, dated, dated, "session")}});
}

}  // namespace

bool judged_later(const Course& course, const Plan& plan) {
    return course.judge_from_start_weeks && plan.judge_on &&
           add_weeks(plan.sessions.front(), *course.judge_from_start_weeks) < *plan.judge_on;
}

std::string span_line(const Content& content, const Course& course, const Plan& plan) {
    const auto dated = static_cast<double>(plan.sessions.size());
    return word(content, course.sessions.low == course.sessions.high ? "plan.dates" : "plan.dates.with",
                {{"sessions", with_unit(content.words, dated, dated, "session")},
                 {"first", day(content, plan.sessions.front())},
                 {"last", day(content, plan.sessions.back())}});
}

std::string dates_line(const Content& content, const Course& course, const Plan& plan) {
    std::string line = span_line(content, course, plan);
    if (course.sessions.low != course.sessions.high)
        line = word(content, "plan.dates.of-range",
                    {{"range", with_unit(content.words, course.sessions.low, course.sessions.high, "session")}, {"dates", line}});
    if (plan.judge_on) line += " " + word(content, "plan.dates.judge", {{"date", day(content, *plan.judge_on)}});
    return line;
}

std::vector<std::string> answer_lines(const Content& content, const Assessment& found) {
    const Plan& plan = *found.plan;
    if (!found.course || plan.state == PlanState::not_now) return {};
    std::vector<std::string> lines{short_course_line(content, *found.course), judge_line(content, *found.course, plan)};
    if (std::string test = test_line(content, plan); !test.empty() && plan.sessions.empty())  // else it stands with the days
        lines.push_back(std::move(test));
    return lines;
}

Certainty certainty_of(const Content& content, const Assessment& found) {
    const auto rule = std::ranges::find(content.improvements, rule_of(found), &ImprovementRule::id);
    return rule == content.improvements.end() ? Certainty::none : rule->certainty;
}

std::string caveats_after(const Content& content, const Improvement& seen, Writer* citing) {
    std::string said;
    for (const std::string& key : seen.caveats) said += " " + (citing ? citing->words(key) : word(content, key));
    return said;
}

std::string harm_key(const Content& content, const Assessment& found) {
    std::string key = "alternative.microneedling.harm.of." + std::string(rule_of(found));
    return content.words.has(key) ? key : std::string();
}

std::string studies_line(const Content& content, const Assessment& found, Writer* citing) {
    const std::string rule(rule_of(found));
    if (rule.empty()) return {};
    std::string line;
    for (const std::string& key : keys_from(content, "improvement." + rule + (found.improvement ? ".summary" : ".reason")))
        line += (line.empty() ? "" : " ") + (citing ? citing->words(key) : word(content, key));
    if (!found.improvement) return line;
    if (found.improvement->conservative) line += " " + cautious_line(content, found);
    return line + caveats_after(content, *found.improvement, citing);
}

std::string words_for_the_clinic(const Content& content, const Assessment& found) {
    const Plan& plan = *found.plan;
    const bool now = plan.state == PlanState::not_now;
    if (!now && plan.state != PlanState::if_agreed) return {};
    const auto wanted = [&](const Finding& finding) {
        return now ? is(finding, FindingAction::stop) || finding.until_changed : is(finding, FindingAction::ask);
    };
    return word(content, now ? "result.say.not-now" : "result.say.if-agreed", {{"findings", said(content, found.findings, wanted)}});
}

std::string_view certainty_key(Certainty certainty) {
    switch (certainty) {
        case Certainty::none: return "certainty.none";
        case Certainty::very_low: return "certainty.very-low";
        case Certainty::low: return "certainty.low";
    }
    return "certainty.none";
}

std::string percents(const Words& words, double low, double high) {
    return with_unit(words, std::round(low * 100), std::round(high * 100), "percent");
}

std::string moved_line(const Content& content, const Plan& plan) {
    if (!plan.wish || !plan.start || *plan.start == *plan.wish) return {};
    const std::string wish = day(content, *plan.wish), start = day(content, *plan.start);
    if (*plan.start > plan.soonest() && plan.soonest() > *plan.wish && !plan.earliest_reason.empty())  // the wait leads up to the event
        return word(content, "plan.moved.both",
                    {{"wish", wish},
                     {"start", start},
                     {"earliest", day(content, plan.earliest)},
                     {"finding", quoted_title(content, plan.earliest_reason)}});
    if (*plan.start > plan.soonest()) return word(content, "plan.moved.event", {{"wish", wish}, {"start", start}});  // for the event's sake
    if (plan.earliest_reason.empty()) return word(content, "plan.moved.past", {{"wish", wish}, {"start", start}});
    return word(content, "plan.moved", {{"wish", wish}, {"start", start}, {"finding", quoted_title(content, plan.earliest_reason)}});
}

std::string later_line(const Content& content, const Plan& plan) {
    const bool only_waits =
        plan.wish && plan.start && *plan.wish < *plan.start && *plan.start == plan.earliest && !plan.earliest_reason.empty();
    return only_waits ? word(content, "plan.moved.later", {{"start", day(content, *plan.start)}, {"wish", day(content, *plan.wish)}})
                      : moved_line(content, plan);
}

std::string_view event_title(const Plan& plan) {
    return plan.event && plan.event->fit == EventFit::past ? "event.title.past" : "event.title";
}

bool event_can_be_met(const Plan& plan) { return !plan.event || plan.event->fit == EventFit::fits; }

std::vector<std::string> event_lines(const Content& content, const Course& course, const Plan& plan) {
    std::vector<std::string> lines;
    if (!plan.event) return lines;
    const Words& words = content.words;
    const EventPlan& event = *plan.event;
    const std::string date = day(content, *plan.event_day);
    const auto sessions = [&](int low, int high) { return with_unit(words, low, high, "session"); };
    const auto planned = [&](std::string_view outcome) {
        if (!plan.wish) lines.push_back(word(content, "event.counted-from", {{"date", day(content, plan.soonest())}}));
        lines.push_back(word(content, "event.fit",
                             {{"date", date},
                              {"fit", sessions(event.sessions_that_fit, event.sessions_that_fit)},
                              {"range", sessions(course.sessions.low, course.sessions.high)}}));
        if (event.after_test && event.after_test->sessions_that_fit < event.sessions_that_fit) {
            const int fit = event.after_test->sessions_that_fit;
            lines.push_back(word(content, fit > 0 ? "event.fit.test-first" : "event.fit.test-first.none", {{"fit", sessions(fit, fit)}}));
        }
        if (event.last_session) lines.push_back(word(content, "event.last-session", {{"date", day(content, *event.last_session)}}));
        lines.push_back(word(content, outcome, {{"common", sessions(course.sessions.common, course.sessions.common)}}));
        if (event.fit == EventFit::fits && event.after_test && event.after_test->fit == EventFit::not_judged)
            lines.push_back(word(content, "event.test-first.not-judged"));
    };
    switch (event.fit) {
        case EventFit::past: lines.push_back(word(content, "event.past", {{"date", date}})); break;
        case EventFit::before_start:
            lines.push_back(word(content, "event.before-start", {{"date", date}, {"start", day(content, *plan.wish)}}));
            break;
        case EventFit::before_earliest:
            lines.push_back(word(content, "event.before-earliest", {{"date", date}, {"earliest", day(content, plan.earliest)}}));
            break;
        case EventFit::too_soon: lines.push_back(word(content, "event.too-soon", {{"date", date}})); break;
        case EventFit::part: planned(event.shorter_fits ? "event.part.shorter" : "event.part"); break;
        case EventFit::not_judged: planned("event.not-judged"); break;
        case EventFit::fits: planned("event.fits"); break;
    }
    const bool makes_way = event.fit == EventFit::part || event.fit == EventFit::too_soon;
    if (makes_way && !plan.sessions.empty()) lines.push_back(word(content, "event.after"));
    if (const std::string caveat = healing_caveat(content, &course); event.last_session && !caveat.empty())
        lines.push_back(word(content, caveat));
    if (event.latest_start) lines.push_back(word(content, "event.latest-start", {{"date", day(content, *event.latest_start)}}));
    if (event.after_test && event.after_test->latest_test)
        lines.push_back(word(content, "event.latest-start.test", {{"date", day(content, *event.after_test->latest_test)}}));
    return lines;
}

std::string duration_of(const Content& content, const Course& course) {
    constexpr int told_in_weeks = 16;                    // longer ones are told in months
    if (course.weeks_low == 0 && course.weeks_high > 0)  // a single session may be all
        return word(content, "course.duration.up-to",
                    {{"duration", with_unit(content.words, course.months.high, course.months.high, "month")}});
    if (course.weeks_high <= told_in_weeks) return with_unit(content.words, course.weeks_low, course.weeks_high, "week");
    return with_unit(content.words, course.months.low, course.months.high, "month");
}

std::string_view course_title(const Plan& plan) {
    return plan.state == PlanState::not_now ? "result.course.general" : "result.course.title";
}

std::string course_line(const Content& content, const Course& course) {
    if (course.sessions.high <= 1) return single_line(content);
    return word(content, course.interval_weeks.low == course.interval_weeks.high ? "course.line" : "course.line.ways",
                {{"sessions", with_unit(content.words, course.sessions.low, course.sessions.high, "session")},
                 {"interval", with_unit(content.words, course.interval_weeks.low, course.interval_weeks.high, "week")},
                 {"duration", duration_of(content, course)}});
}

}  // namespace needlewise
