// "Your course": how many sessions, how far apart, how long in all, what moved it, and planning around dates.
#include <algorithm>

#include "core/pages/clinic.h"

namespace needlewise {

namespace {

// A big figure with its caption.
void key_figure(Node& row, const std::string& figure, std::string caption) {
    Node box{Section{Landmark::none, Look::card, {}}};
    box.children.push_back({Paragraph{figure, Style::figure, {}}});
    box.children.push_back({Paragraph{std::move(caption), Style::small, {}}});
    row.children.push_back(std::move(box));
}

void drivers(const Content& content, const Model& model, Writer& page, const Course& course) {
    page.heading(2, "course.drivers.title");
    if (course.drivers.empty()) return page.say("course.drivers.none");
    for (const DriverFound& driver : course.drivers) {
        Writer card(content, model, "driver." + driver.id);
        card.say("driver." + driver.id);
        card.cite(driver.sources);
        page.add(card.finish_as(Look::card));
    }
}

// The first day of every month after `first`, in days from it.
std::vector<AxisMark> month_marks(const Words& words, Date first, double until) {
    std::vector<AxisMark> marks;
    for (auto month = first.year() / first.month() + std::chrono::months{1};; month += std::chrono::months{1}) {
        const double at = days_between(first, month / 1);
        if (at > until) return marks;
        marks.push_back({at, month_name(words, month.month())});
    }
}

void calendar(const Content& content, Writer& page, const Course& course) {
    page.heading(2, "course.calendar.title");
    if (course.calendar.empty()) return page.say("course.calendar.none");
    page.say("course.calendar.text");
    std::vector<std::vector<std::string>> rows;
    Chart chart{.kind = ChartKind::calendar,
                .title = page.words("course.calendar.chart"),
                .description = {},
                .rows = {},
                .marks = {},
                .from = 0,
                .until = 1};
    int number = 0;
    const Date first = course.calendar.front();
    const auto add = [&](std::string label, Date date) {
        const std::string day = long_date(content.words, date);
        chart.until = days_between(first, date);
        chart.rows.push_back({.label = label, .from = chart.until, .typical = chart.until, .slower = chart.until, .value_text = day});
        rows.push_back({std::move(label), day});
    };
    for (const Date date : course.calendar) add(page.words("course.calendar.session", {{"number", std::to_string(++number)}}), date);
    if (course.judge_on) add(page.words("course.calendar.judge"), *course.judge_on);
    chart.marks = month_marks(content.words, first, chart.until);
    chart.description = page.words("course.calendar.description", {{"first", rows.front()[1]}, {"last", rows.back()[1]}});
    page.add({std::move(chart), "calendar"});
    page.add(
        table("calendar-table", page.words("chart.table"), {page.words("course.calendar.what"), page.words("course.calendar.when")}, rows));
}

void event(const Content& content, const Model& model, Writer& page, const Course& course, const EventPlan& plan) {
    const Words& words = content.words;
    Writer card(content, model, "event");
    card.heading(2, "event.title", {{"date", long_date(words, plan.event)}});
    if (plan.too_soon) {
        card.say("event.too-soon");
    } else {
        if (plan.last_session) card.say("event.last-session", {{"date", long_date(words, *plan.last_session)}});
        card.say("event.fit", {{"fit", with_unit(words, plan.sessions_that_fit, plan.sessions_that_fit, "session")},
                               {"common", with_unit(words, course.sessions.common, course.sessions.common, "session")}});
        card.say(plan.course_fits ? "event.course-fits" : "event.course-does-not-fit");
    }
    if (plan.last_for_result) card.say("event.last-for-result", {{"date", long_date(words, *plan.last_for_result)}});
    page.add(card.finish_as(plan.too_soon || !plan.course_fits ? Look::wait : Look::good));
}

}  // namespace

std::string_view basis_key(Basis basis) {
    switch (basis) {
        case Basis::evidence: return "evidence";
        case Basis::convention: return "convention";
        case Basis::judgement: return "judgement";
        case Basis::clinic: return "clinic";
    }
    return "convention";
}

void course_figures(const Content& content, Writer& page, const Course& course) {
    const Words& words = content.words;
    Node row{Section{Landmark::none, Look::figures, {}}};
    const SessionRange& sessions = course.sessions;
    const auto rule = std::ranges::find(content.courses, course.rule, &CourseRule::id);
    // A clinic that gave only a range did not say what is most common: then the caption says what the dates count with.
    const auto common_key = [&](std::string CourseRule::* number, std::string_view key, std::string_view counted) {
        const Number* found = rule == content.courses.end() ? nullptr : content.number(*rule.*number);
        return found && found->basis == Basis::clinic && !found->typical ? counted : key;
    };
    const auto marked = [&](std::string CourseRule::* number, std::string caption) {
        return rule == content.courses.end() ? caption : by_clinic(content, *rule.*number, std::move(caption));
    };
    key_figure(row, with_unit(words, sessions.low, sessions.high, "session"),
               marked(&CourseRule::sessions,
                      page.words(common_key(&CourseRule::sessions, "course.figure.sessions", "course.figure.sessions.counted"),
                                 {{"common", with_unit(words, sessions.common, sessions.common, "session")}})));
    key_figure(row, with_unit(words, course.interval_weeks.low, course.interval_weeks.high, "week"),
               marked(&CourseRule::interval,
                      page.words(common_key(&CourseRule::interval, "course.figure.interval", "course.figure.interval.counted"),
                                 {{"common", with_unit(words, course.interval_weeks.common, course.interval_weeks.common, "week")}})));
    key_figure(row, with_unit(words, course.months.low, course.months.high, "month"), page.words("course.figure.months"));
    page.add(std::move(row));
    page.cite(course.sources, course.basis == Basis::judgement || course.basis == Basis::convention);
}

std::vector<Node> result_course(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "course");
    page.heading(1, "result.course.title");
    if (!found.course) {
        page.say("course.none");
        return page.finish();
    }
    const Course& course = *found.course;
    page.say("course.lead", {{"concern", say(content, "concern." + course.concern + ".name").text}}, Style::lead);
    if (const auto gravest = worst(found.findings); gravest && *gravest != FindingAction::tell) page.say("course.only-if");
    course_figures(content, page, course);
    page.say("course.why." + course.rule);
    page.say("course.basis." + std::string(basis_key(course.basis)));
    drivers(content, model, page, course);
    page.heading(2, "course.change.title");
    page.say_all("course.change");
    if (auto price = clinic_price(content, model, course)) page.add(std::move(*price));
    calendar(content, page, course);
    if (found.event) event(content, model, page, course, *found.event);
    return page.finish();
}

}  // namespace needlewise
