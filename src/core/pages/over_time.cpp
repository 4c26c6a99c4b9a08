// "Results over time": early swelling against what grows below the surface, the sessions, and the day to judge on one curve.
#include <algorithm>

#include "core/pages/plan_words.h"
#include "core/pages/time_machine.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

// The weeks of a course, counted from its first session: by the days of the plan, without them as its first protocol has them.
struct Weeks {
    std::vector<int> sessions;
    int judge = 0;
    int until() const { return judge + 4; }
};

std::optional<Weeks> weeks_of(const Assessment& found) {
    if (!found.course || found.course->protocols.empty() || found.timeline.empty()) return std::nullopt;
    const Course& course = *found.course;
    Weeks weeks;
    if (found.plan && found.plan->judge_on) {
        const Date first = found.plan->sessions.front();
        const auto week_of = [&](Date day) { return (days_between(first, day) + 3) / 7; };  // the nearest
        for (const Date session : found.plan->sessions) weeks.sessions.push_back(week_of(session));
        weeks.judge = week_of(*found.plan->judge_on);
        return weeks;
    }
    for (int session = 0; session < std::max(course.sessions.common, 1); ++session)
        weeks.sessions.push_back(session * std::max(course.interval_weeks.common, 1));
    weeks.judge = course.judge_from_start_weeks.value_or(weeks.sessions.back() + course.judge_after_weeks);
    return weeks;
}

// The skin so many weeks after the first session: how swollen, 0 to 1, and how much collagen is new, in no unit.
struct Week {
    double swelling = 0, collagen = 0;
};

Week at_week(const Content& content, const Assessment& found, const Weeks& weeks, double week) {
    std::size_t session = 1;  // the one before
    while (session < weeks.sessions.size() && weeks.sessions[session] <= week) ++session;
    const double since = week - weeks.sessions[session - 1];
    const HealingMoment moment = healing_at(content, found, since * hours_per_week, static_cast<int>(session));
    Week at;
    const auto swelling = std::ranges::find(found.timeline, Sign::swelling, &SignCourse::sign);
    if (swelling != found.timeline.end() && !swelling->typical.empty() &&
        swelling->typical_h > 0)  // strongest at the session, then less until it is usually gone
        at.swelling = static_cast<double>(swelling->typical.front()) / strongest_level *
                      std::max(1 - since * hours_per_week / swelling->typical_h, 0.0);
    for (const PartAt& part : moment.section)
        if (part.part == "new-collagen" || part.part == "collagen-bundles") at.collagen += part.value;
    return at;
}

std::string week_words(const Content& content, int week) {
    return week == 0 ? say(content, "over-time.start").text : with_unit(content.words, week, week, "week");
}

// A drawing, not a measurement: without the corners of the model's few points.
std::vector<double> smoothed(const std::vector<double>& points, int reach) {
    std::vector<double> smooth;
    smooth.reserve(points.size());
    const int last = static_cast<int>(points.size()) - 1;
    for (int i = 0; i <= last; ++i) {
        const int near = std::min({reach, i, last - i});
        double sum = 0;
        for (int k = i - near; k <= i + near; ++k) sum += points[static_cast<std::size_t>(k)];
        smooth.push_back(sum / (2 * near + 1));
    }
    return smooth;
}

Chart curve(const Content& content, Writer& page, const Assessment& found, const Weeks& weeks) {
    Chart chart{.kind = ChartKind::curve,
                .title = page.words("over-time.chart.title"),
                .description = page.words("over-time.chart.description", {{"judge", week_words(content, weeks.judge)}}),
                .rows = {},
                .marks = {},
                .from = 0,
                .until = static_cast<double>(weeks.until())};
    Chart::Curve swelling{page.words("over-time.chart.swelling"), {}, true}, collagen{page.words("over-time.chart.collagen"), {}, false};
    constexpr int each_week = 14;  // a sample falls on every session, and the short swelling after each is as high as it is
    for (int i = 0; i <= weeks.until() * each_week; ++i) {
        const Week week = at_week(content, found, weeks, static_cast<double>(i) / each_week);
        swelling.points.push_back(week.swelling);
        collagen.points.push_back(week.collagen);
    }
    // There is no unit for it: the most of it is as high as the chart is, but for a rim.
    constexpr double highest = 0.9;
    collagen.points = smoothed(collagen.points, 2 * each_week);
    const double most = std::ranges::max(collagen.points);
    for (double& point : collagen.points) point = most > 0 ? point / most * highest : 0;
    chart.curves = {std::move(collagen), std::move(swelling)};
    constexpr std::size_t most_named = 6;  // of more only the first and the last have words: the table has all
    for (const int week : weeks.sessions) {
        const std::size_t number = chart.marks.size() + 1;
        if (weeks.sessions.size() > most_named && number > 1 && number < weeks.sessions.size()) {
            chart.marks.push_back({static_cast<double>(week), {}});
            continue;
        }
        const std::string name = page.words("over-time.chart.session", {{"number", std::to_string(number)}});
        chart.marks.push_back(
            {static_cast<double>(week), page.words("over-time.row", {{"name", name}, {"time", week_words(content, week)}})});
    }
    chart.marks.push_back(
        {static_cast<double>(weeks.judge), page.words("over-time.chart.judge-at", {{"time", week_words(content, weeks.judge)}})});
    std::ranges::stable_sort(chart.marks, {}, &AxisMark::at);
    return chart;
}

// The same at the sessions and on the day to judge.
std::vector<Node> curve_table(const Content& content, Writer& page, const Assessment& found, const Weeks& weeks) {
    const auto level = [&](std::string_view kind, double share) {
        return page.words("level." + std::string(kind) + "." + std::to_string(whole_level(std::min(share, 1.0) * strongest_level)));
    };
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](const std::string& name, int week) {
        const Week at = at_week(content, found, weeks, week);
        rows.push_back({page.words("over-time.row", {{"name", name}, {"time", week_words(content, week)}}), level("sign", at.swelling),
                        level("part", at.collagen)});
    };
    for (const int week : weeks.sessions) row(page.words("over-time.chart.session", {{"number", std::to_string(rows.size() + 1)}}), week);
    row(page.words("over-time.chart.judge"), weeks.judge);
    std::vector<Node> nodes;
    nodes.push_back(table("over-time-table", page.words("over-time.chart.title"),
                          {page.words("moment.table.time"), page.words("over-time.chart.swelling"), page.words("over-time.chart.collagen")},
                          rows));
    return nodes;
}

void when_to_judge(const Content& content, Writer& page, const Assessment& found) {
    const int count = found.course->judge_from_start_weeks.value_or(found.course->judge_after_weeks);
    const std::string weeks = with_unit(content.words, count, count, "week");
    const std::string own = "over-time.judge." + found.course->rule;  // counted from the start where studies did
    if (content.words.has(own)) page.say(own);
    else page.say(found.course->judge_from_start_weeks ? "over-time.judge.first" : "over-time.judge", {{"weeks", weeks}});
    if (found.plan && found.plan->judge_on) {
        const Plan& plan = *found.plan;
        page.say(judged_later(*found.course, plan) ? "over-time.judge-on.event" : "over-time.judge-on",
                 {{"date", long_date(content.words, *plan.judge_on)}, {"start", long_date(content.words, *plan.start)}});
        if (std::string condition = condition_line(content, *found.plan); !condition.empty())
            page.add({Paragraph{std::move(condition), Style::body, {}}});
    }
    const std::string again = "over-time.again." + (found.improvement ? found.improvement->rule : found.no_number);
    if (content.words.has(again)) page.say(again);
    page.cite(found.course->sources);
}

std::vector<Node> said_about(const Content& content, const Model& model, const std::string& topic) {
    Writer page(content, model, "over-time." + topic);
    clinics_and_studies(content, model, page, topic);
    return page.finish();
}

}  // namespace

std::vector<Node> over_time_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "over-time");
    page.heading(1, "result.over-time.title");
    if (found.course) when_to_judge(content, page, found);
    else page.say("over-time.lead", {}, Style::lead);
    const bool planned = found.plan && found.plan->state != PlanState::not_now;  // else no session is drawn
    if (const auto weeks = weeks_of(found); weeks && planned) {
        page.add({curve(content, page, found, *weeks), "over-time-chart"});
        page.say("over-time.chart.note", {}, Style::small);
        page.cite(healing_at(content, found, 0).sources, true);
    }
    return page.finish();
}

std::vector<Node> result_over_time(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "over-time");
    page.heading(1, "result.over-time.title");
    page.say("over-time.lead", {}, Style::lead);
    if (found.course) when_to_judge(content, page, found);
    const bool planned = !found.plan || found.plan->state != PlanState::not_now;  // else no session is drawn
    if (const auto weeks = weeks_of(found); weeks && planned) {
        page.add({curve(content, page, found, *weeks), "over-time-chart"});
        page.say("over-time.chart.note", {}, Style::small);
        page.cite(healing_at(content, found, 0).sources, true);
        page.fold_quiet("over-time-table", page.words("table.show"), curve_table(content, page, found, *weeks));
    }
    page.fold_quiet("results-when", page.words("over-time.when"), said_about(content, model, "results-when"));
    page.fold_quiet("results-last", page.words("learn.results-last.title"), said_about(content, model, "results-last"));
    return page.finish();
}

}  // namespace needlewise
