#include "cover/invariants.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "content/exchange/assessment_json.h"
#include "content/exchange/exports.h"
#include "core/form/flow.h"
#include "core/pages/plan_words.h"
#include "core/pages/print.h"

namespace needlewise::cover {

namespace {

using Fault = std::string;

std::string word(const Case& who, std::string_view key, Parameters parameters = {}) { return say(who.content, key, parameters).text; }

std::string day(const Case& who, Date date) { return long_date(who.content.words, date); }

// ---- Dates in words -----------------------------------------------------------------------------------------------

// Every "12 March 2027" of an English text.
std::vector<Date> dates_in(const Content& content, std::string_view text) {
    std::vector<Date> dates;
    for (unsigned number = 1; number <= 12; ++number) {
        const std::string month = " " + month_name(content.words, std::chrono::month{number}) + " ";
        for (std::size_t at = text.find(month); at != std::string_view::npos; at = text.find(month, at + 1)) {
            std::size_t first = at;
            while (first > 0 && text[first - 1] >= '0' && text[first - 1] <= '9') --first;
            unsigned of_month = 0;
            int year = 0;
            std::from_chars(text.data() + first, text.data() + at, of_month);
            std::from_chars(text.data() + at + month.size(), text.data() + text.size(), year);
            const Date date{std::chrono::year{year}, std::chrono::month{number}, std::chrono::day{of_month}};
            if (date.ok()) dates.push_back(date);
        }
    }
    return dates;
}

// Days that may be named although no session may be on them: today, what the person said, and the ends of waits.
std::set<Date> days_that_are_no_sessions(const Case& who) {
    std::set<Date> days{who.today};
    for (const auto& [link_id, values] : who.answers.all())
        for (const Value& value : values)
            if (const auto* date = std::get_if<Date>(&value)) days.insert(*date);
    for (const Finding& finding : who.found.findings)
        for (const auto& over : {finding.until, finding.not_before})
            if (over) days.insert(*over);
    return days;
}

Fault no_date_before_the_earliest(const Case& who) {
    const Plan& plan = *who.found.plan;
    const auto others = days_that_are_no_sessions(who);
    for (const auto& [path, text] : who.said) {
        if (path == "json" || path == "ics") continue;
        for (const Date date : dates_in(who.content, text)) {
            if (others.contains(date)) continue;
            if (plan.state == PlanState::not_now) return path + " names " + iso_date(date) + " while nothing is planned";
            if (date < plan.earliest) return path + " names " + iso_date(date) + ", before " + iso_date(plan.earliest);
        }
    }
    return {};
}

Fault nothing_dated_under_not_now(const Case& who) {
    if (who.found.plan->state != PlanState::not_now) return {};
    if (who.found.plan->dated() || !who.said.at("ics").empty()) return "there are days";
    for (const std::string_view trace :
         {"Possible session", "Session 1 |", "Session 1:", "If you start on", "Add a start date", "BEGIN:VEVENT"})
        for (const auto& [path, text] : who.said)
            if (path != "json" && text.contains(trace)) return path + " says " + std::string(trace);
    return {};
}

Fault the_calendar_starts_with_the_plan(const Case& who) {
    const Plan& plan = *who.found.plan;
    if (!std::ranges::is_sorted(plan.sessions)) return "the days do not rise";
    if (plan.sessions.empty()) return {};
    if (plan.sessions.front() < plan.earliest) return "the first session is too early";
    if (plan.sessions.front() != plan.start) return "the first session is not the start";
    if (plan.judge_on < plan.sessions.back()) return "judged before the last session";
    if (static_cast<int>(plan.sessions.size()) != who.found.course->sessions.common) return "not the sessions of the course";
    return {};
}

Fault the_same_earliest_date_everywhere(const Case& who) {
    const Plan& plan = *who.found.plan;
    if (plan.state == PlanState::not_now || plan.earliest_reason.empty()) return {};
    for (const std::string_view path : {"result", "result/sheet", "staff/brief"})
        if (!who.said.at(std::string(path)).contains(day(who, plan.earliest)))
            return std::string(path) + " does not name " + iso_date(plan.earliest);
    return {};
}

Fault a_start_that_moved_is_told(const Case& who) {
    const Plan& plan = *who.found.plan;
    if (!plan.wish || !plan.start || plan.wish == plan.start) return {};
    for (const std::string_view path : {"result", "result/course", "result/sheet", "staff/brief"}) {
        const std::string& text = who.said.at(std::string(path));
        if (!text.contains(day(who, *plan.wish)) || !text.contains(day(who, *plan.start)))
            return std::string(path) + " does not tell both days";
    }
    return {};
}

// ---- Headline and condition ---------------------------------------------------------------------------------------

Fault one_headline(const Case& who) {
    const std::string title = headline_title(who.content, who.found);
    // Nobody in a clinic has to be sent to one.
    const std::string to_staff = who.found.plan->state == PlanState::clear ? headline_lines(who.content, who.found).front() : title;
    for (const auto& [path, headline] : {std::pair{"result", title}, {"result/sheet", title}, {"staff/brief", to_staff}})
        if (!who.said.at(path).contains(headline)) return std::string(path) + " does not say: " + headline;
    return {};
}

Fault only_the_clear_read_that_they_are(const Case& who) {
    const bool is_clear = who.found.plan->state == PlanState::clear;
    for (const auto& [key, holds] :
         {std::pair{"result.headline.clear.text", is_clear && who.found.findings.empty()}, {"result.headline.clear.tell", is_clear}})
        for (const auto& [path, text] : who.said)
            if (path != "json" && !holds && text.contains(word(who, key))) return path + " says: " + word(who, key);
    if (is_clear)
        for (const Finding& finding : who.found.findings)
            if (!who.said.at("result").contains(word(who, "finding." + finding.id + ".title")))
                return "a clear headline leaves out " + finding.id;
    return {};
}

bool green(const std::vector<Node>& nodes) {
    return std::ranges::any_of(nodes, [](const Node& node) {
        const auto* section = std::get_if<Section>(&node.what);
        return (section && section->look == Look::good) || green(node.children);
    });
}

Fault nothing_green_unless_clear(const Case& who) {
    if (who.found.plan->state == PlanState::clear) return {};
    for (const auto& [path, page] : who.pages)
        if (green(page.nodes)) return path + " has something green";
    return {};
}

Fault every_dated_thing_carries_its_condition(const Case& who) {
    const Plan& plan = *who.found.plan;
    if (plan.state != PlanState::if_agreed || !plan.dated()) return {};
    const std::string condition = condition_line(who.content, plan);
    for (const auto& [path, page] : who.pages) {
        const std::string& text = who.said.at(path);
        const bool dated = !plan.sessions.empty() && path.starts_with("result/") && text.contains(day(who, plan.sessions.back()));
        if (dated && !text.contains(condition)) return path + " names a session without the condition";
    }
    const std::string& ics = who.said.at("ics");
    for (std::size_t at = ics.find("SUMMARY:Possible"); at != std::string::npos; at = ics.find("SUMMARY:Possible", at + 1))
        if (!ics.substr(at, 60).contains("(if agreed)")) return "a calendar entry without the condition";
    return {};
}

Fault every_finding_is_on_every_summary(const Case& who) {
    if (!std::ranges::is_sorted(who.found.findings, {}, &Finding::action)) return "not worst first";
    for (const Finding& finding : who.found.findings) {
        const std::string title = word(who, "finding." + finding.id + ".title");
        for (const std::string_view path : {"result", "result/sheet", "staff/brief"})
            if (!who.said.at(std::string(path)).contains(title)) return std::string(path) + " leaves out " + finding.id;
        if (finding.action == FindingAction::stop && finding.scope == Scope::person &&
            who.said.at("result").contains(word(who, "finding.label.stop-area") + "\n\n### " + title))
            return "a reason of the whole person is said of an area: " + finding.id;
    }
    return {};
}

// ---- Course and event ---------------------------------------------------------------------------------------------

Fault sessions_and_gaps_make_the_weeks(const Case& who) {
    const Course& course = *who.found.course;
    std::set<int> weeks;
    for (const ProtocolFound& protocol : course.protocols) {
        weeks.insert(protocol.weeks);
        if (protocol.weeks < (protocol.sessions - 1) * protocol.interval_weeks) return "a protocol shorter than its sessions";
        if (protocol.sessions < course.sessions.low || protocol.sessions > course.sessions.high) return "a protocol outside the range";
    }
    if (course.weeks_low != *weeks.begin() || course.weeks_high != *weeks.rbegin()) return "the weeks are not those of a protocol";
    for (const auto& [weeks_in_all, months] : {std::pair{course.weeks_low, course.months.low}, {course.weeks_high, course.months.high}})
        if (months * 30.4 < weeks_in_all * 7 || (months - 1) * 30.4 >= weeks_in_all * 7) return "the months are not those of the weeks";
    for (const std::string_view path : {"result/course", "result/sheet", "staff/brief"})
        if (!who.said.at(std::string(path)).contains(duration_of(who.content, course)))
            return std::string(path) + " names another duration";
    return {};
}

Fault the_event_is_judged_as_the_calendar_is(const Case& who) {
    const Plan& plan = *who.found.plan;
    if (!plan.event) return {};
    const EventPlan& event = *plan.event;
    const Date date = *plan.event_day;
    if (date < who.today && event.fit != EventFit::past) return "an event that has passed is planned";
    if (!plan.sessions.empty() && plan.wish == plan.start && date >= who.today) {
        const bool judged = *plan.judge_on <= date, settled = add_days(plan.sessions.back(), 14) <= date;
        if ((event.fit == EventFit::fits) != (judged && settled)) return "the event fits by another rule than the calendar's";
    }
    for (const Date session : plan.sessions)
        if (session <= date && add_days(session, 14) > date) return "a session in the days the skin needs before the event";
    if (event.last_session && *event.last_session < plan.earliest) return "the last session is before the earliest day";
    if (event.latest_start && *event.latest_start < plan.earliest) return "the latest start is before the earliest day";
    if (event.fit == EventFit::fits) return {};
    for (const std::string& line : event_lines(who.content, *who.found.course, plan))
        if (!who.said.at("result").contains(line)) return "the summary does not say: " + line;
    return {};
}

Fault results_over_time_have_the_weeks_of_the_calendar(const Case& who) {
    const Plan& plan = *who.found.plan;
    if (!plan.judge_on || who.found.course->protocols.empty()) return {};
    const double weeks = std::round(days_between(plan.sessions.front(), *plan.judge_on) / 7.0);
    const std::string judged = with_unit(who.content.words, weeks, weeks, "week");
    if (who.said.at("result/over-time").contains(say(who.content, "over-time.chart.description", {{"judge", judged}}).text)) return {};
    return "the time to judge is not " + judged + " after the first session";
}

// ---- Pages that know the person -----------------------------------------------------------------------------------

Fault the_minutes_of_the_visit_add_up(const Case& who) {
    int total = 0;
    for (const VisitMinutes& step : who.found.visit) total += step.minutes;
    const std::string said = with_unit(who.content.words, total, total, "minute");
    if (!who.said.at("result/visit").contains(said)) return "the visit does not say " + said;
    const bool planned = who.found.plan->state != PlanState::not_now;
    if (who.said.at("result/sheet").contains(said) != planned)
        return planned ? "the sheet does not say " + said : "the sheet prepares for a visit that is not planned";
    const bool allergic = who.answers.has_code("allergies", "anaesthetic");
    if (allergic && who.said.at("result/visit").contains(word(who, "visit.numb.what"))) return "numbing cream for somebody allergic to it";
    return {};
}

// Facts RED-002: with diabetes or weak immunity an infected skin needs help sooner.
Fault an_infection_is_an_emergency_for_whom_it_is(const Case& who) {
    const bool weak = std::ranges::any_of(who.found.findings, [](const Finding& finding) {
        return finding.id == "diabetes" || finding.id == "weak-immunity" || finding.id == "immune-medicine" || finding.id == "chemotherapy";
    });
    const std::string told =
        say(who.content, "moment.watch.item",
            {{"look", word(who, "redflag.infection.look")}, {"urgency", word(who, weak ? "urgency.emergency" : "urgency.same-day")}})
            .text;
    return who.said.at("result/healing").contains(told) ? Fault{} : "healing does not say: " + told;
}

Fault options_are_those_of_the_concern(const Case& who) {
    const std::string& text = who.said.at("result/compare");
    const auto offers = [&](std::string_view option) {
        return text.contains(" | " + word(who, "alternative." + std::string(option) + ".name"));
    };
    if (!offers("nothing") || !offers("microneedling")) return "doing nothing and needling are always compared";
    const std::string goal = who.answers.code("goal").value_or("");
    if (goal != "acne-scars" && (offers("tca-cross") || offers("subcision"))) return "a treatment of acne scars for " + goal;
    if (goal == "hair-thinning" && !offers("minoxidil")) return "hair without minoxidil";
    const bool may_be_pregnant = who.answers.has_code("pregnancy", "pregnant") || who.answers.has_code("pregnancy", "breastfeeding");
    if (may_be_pregnant && !text.contains(word(who, "compare.pregnancy"))) return "no warning for somebody pregnant or breastfeeding";
    const bool against = std::ranges::any_of(who.found.findings, [](const Finding& each) { return each.action != FindingAction::tell; });
    if (offers("home-roller") && text.contains(word(who, "compare.home-roller")) != against)
        return "what speaks against needling speaks against a home roller, and nothing else does";
    return {};
}

Fault expectations_are_answered(const Case& who) {
    const std::string& text = who.said.at("result/studies");
    if (who.answers.has_code("expect-improvement", "all-gone") && !text.contains(word(who, "expectation.all-gone")))
        return "\"all gone\" is not answered";
    return {};
}

Fault nothing_is_missing(const Case& who) {
    for (const auto& [path, text] : who.said)
        if (const std::size_t gap = text.find("⟦"); gap != std::string::npos) return path + " has a gap: " + text.substr(gap, 60);
    return {};
}

// ---- While a question is open -------------------------------------------------------------------------------------

// Each question that this person must be asked, taken away by itself: then nothing that sounds like a result is left.
Fault no_result_while_a_question_is_open(const Case& who) {
    constexpr std::size_t every = 7;  // a question in seven: over thousands of people all are met
    std::size_t number = who.answers.all().size() % every;
    for (const QuestionPage& page : question_pages(who.content.questionnaire, who.answers)) {
        for (const Item* item : page.questions) {
            if (!item->required || ++number % every != 0) continue;
            Answers less = who.answers;
            less.remove(item->link_id);
            const Assessment found = assess(who.content, less, who.today);
            if (found.complete() || found.plan || found.course || found.improvement) return "without " + item->link_id + " there is a plan";
            Model model;
            model.answers = less;
            model.today = who.today;
            for (const std::string_view format : {"fhir", "ics", "text"})
                if (saved_file(who.content, model, format)) return "without " + item->link_id + " there is a file: " + std::string(format);
            for (const std::string_view path : {"result", "result/course", "result/sheet", "result/take", "staff/brief"}) {
                model.place = place_at(who.content, path);
                const std::string text = print(make_page(who.content, model));
                for (const std::string_view key :
                     {"result.headline.clear.text", "result.headline.clear.tell", "brief.flags.none", "result.decides", "take.paper.print"})
                    if (text.contains(say(who.content, key).text))
                        return "without " + item->link_id + ", " + std::string(path) + " says: " + say(who.content, key).text;
            }
        }
    }
    return {};
}

}  // namespace

Case case_of(const Content& content, const Answers& answers, Date today) {
    Case made{content, answers, today, assess(content, answers, today), {}, {}};
    Model model;
    model.answers = answers;
    model.today = today;
    std::vector<std::string> paths{"result/sheet", "staff/brief"};
    for (const std::string& part : result_parts()) paths.push_back(part.empty() ? "result" : "result/" + part);
    for (const std::string& path : paths) {
        model.place = place_at(content, path);
        made.pages.emplace(path, make_page(content, model));
        made.said.emplace(path, print(made.pages.at(path)));
    }
    made.said.emplace("ics", calendar_file(content, made.found, today));
    made.said.emplace("json", assessment_json(content, made.found, {}, "cover"));
    return made;
}

const std::vector<Invariant>& invariants() {
    static const std::vector<Invariant> all{
        {"no date is earlier than the earliest of the plan, anywhere", no_date_before_the_earliest},
        {"nothing is dated while something speaks against the treatment", nothing_dated_under_not_now},
        {"the calendar is that of the plan", the_calendar_starts_with_the_plan},
        {"the same earliest date on every page that names one", the_same_earliest_date_everywhere},
        {"a start that is not as wished is told with both days", a_start_that_moved_is_told},
        {"one headline on every summary", one_headline},
        {"only the clear read that nothing needs checking, and every warning is named", only_the_clear_read_that_they_are},
        {"nothing is green unless the plan is clear", nothing_green_unless_clear},
        {"every dated thing carries its condition", every_dated_thing_carries_its_condition},
        {"every finding is on every summary, worst first, in the words of its scope", every_finding_is_on_every_summary},
        {"sessions and gaps make the weeks, the weeks the months", sessions_and_gaps_make_the_weeks},
        {"the event is judged as the calendar is", the_event_is_judged_as_the_calendar_is},
        {"results over time have the weeks of the calendar", results_over_time_have_the_weeks_of_the_calendar},
        {"the minutes of the visit add up, and promise no cream to the allergic", the_minutes_of_the_visit_add_up},
        {"an infected skin is an emergency with diabetes or weak immunity", an_infection_is_an_emergency_for_whom_it_is},
        {"the options are those of the concern", options_are_those_of_the_concern},
        {"what people expect is answered", expectations_are_answered},
        {"no word is missing", nothing_is_missing},
        {"no result while a question is open", no_result_while_a_question_is_open},
    };
    return all;
}

}  // namespace needlewise::cover
