// "Your course": how many sessions, how far apart, how long in all, what moved it, and planning around dates.
#include <algorithm>

#include "core/pages/clinic.h"
#include "core/pages/plan_words.h"
#include "core/time_units.h"

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
    Writer inside(content, model, "drivers");
    if (course.drivers.empty()) inside.say("course.drivers.none");
    for (const DriverFound& driver : course.drivers) {
        inside.say("driver." + driver.id);
        inside.cite(driver.sources);
    }
    page.fold("drivers", {.title = page.words("course.drivers.title")}, inside.finish());
}

// The first day of every month after `first`, in days from it.
std::vector<AxisMark> month_marks(const Words& words, Date first, double until) {
    std::vector<AxisMark> marks{{0, month_short(words, first.month())}};
    for (auto month = first.year() / first.month() + std::chrono::months{1};; month += std::chrono::months{1}) {
        const double at = days_between(first, month / 1);
        if (at > until) return marks;
        marks.push_back({at, month_short(words, month.month())});
    }
}

struct NamedDay {
    std::string name;
    Date date;
    DayKind kind;
};

// The days of the plan by name, in their order, the event among them.
std::vector<NamedDay> named_days(const Content& content, const Plan& plan) {
    std::vector<NamedDay> days;
    days.reserve(plan.sessions.size() + 2);
    for (const Date date : plan.sessions)
        days.push_back(
            {say(content, "course.calendar.session", {{"number", std::to_string(days.size() + 1)}}).text, date, DayKind::session});
    if (plan.judge_on) days.push_back({say(content, "course.calendar.judge").text, *plan.judge_on, DayKind::judging});
    if (plan.event_day && *plan.event_day >= plan.sessions.front())
        days.push_back({say(content, "course.calendar.event").text, *plan.event_day, DayKind::event});
    std::ranges::stable_sort(days, {}, &NamedDay::date);
    return days;
}

void days(const Content& content, Writer& page, const Plan& plan) {
    page.add(plan_chart(content, plan));
    std::vector<std::vector<std::string>> rows;
    for (auto& [name, date, kind] : named_days(content, plan)) rows.push_back({std::move(name), long_date(content.words, date)});
    fold_table(content, page, "calendar", page.words("course.calendar.chart"),
               {page.words("course.calendar.what"), page.words("course.calendar.when")}, rows);
}

void line(Writer& page, std::string text) {
    if (!text.empty()) page.add({Paragraph{std::move(text), Style::body, {}}});
}

// How many sessions the dates count with and how far apart, or that they make way for an event.
void say_spacing(const Content& content, Writer& page, const Course& course, const Plan& plan) {
    const bool makes_way = days_between(plan.sessions.front(), plan.sessions.back()) >
                           static_cast<int>(days_per_week) * course.interval_weeks.common * (static_cast<int>(plan.sessions.size()) - 1);
    page.say(makes_way ? "course.calendar.text.event" : "course.calendar.text",
             {{"sessions", with_unit(content.words, course.sessions.common, course.sessions.common, "session")},
              {"weeks", with_unit(content.words, course.interval_weeks.common, course.interval_weeks.common, "week")}});
}

void calendar(const Content& content, Writer& page, const Course& course, const Plan& plan) {
    if (!plan.start || plan.sessions.empty()) {
        page.heading(2, "course.calendar.none.title");
        page.say("course.calendar.none");
        page.add(link_to(page.words("take.calendar.add"), path_to_date(content), LinkLook::text));
        return;
    }
    page.heading(2, "course.calendar.title", {{"date", long_date(content.words, *plan.start)}});
    line(page, condition_line(content, plan));
    line(page, moved_line(content, plan));
    if (plan.sessions.size() == 1) page.say("course.calendar.text.one");
    else say_spacing(content, page, course, plan);
    days(content, page, plan);
}

void event(const Content& content, const Model& model, Writer& page, const Course& course, const Plan& plan) {
    Writer card(content, model, "event");
    card.heading(2, event_title(plan), {{"date", long_date(content.words, *plan.event_day)}});
    line(card, condition_line(content, plan));
    for (std::string& said : event_lines(content, course, plan)) line(card, std::move(said));
    if (const Number* settle = content.number("event.settle")) card.cite(settle->sources, settle->basis == Basis::judgement);
    card.cite(course.sources);
    page.add(card.finish_as(event_can_be_met(plan) ? Look::good : Look::wait));
}

// Each plan that studies used, whole.
void protocols(const Content& content, Writer& page, const Course& course) {
    if (course.protocols.size() < 2) return;
    const Words& words = content.words;
    const std::string own = "course.protocols." + course.rule;  // where studies went by time, and not by a number of sessions
    if (content.words.has(own)) page.say(own);
    else page.say(course.basis == Basis::convention ? "course.protocols.convention" : "course.protocols");
    Node list{List{}};
    list.children.reserve(course.protocols.size());
    for (const ProtocolFound& protocol : course.protocols) {
        page.cite(protocol.sources);
        list.children.push_back({ListItem{
            page.words("course.protocol", {{"sessions", with_unit(words, protocol.sessions, protocol.sessions, "session")},
                                           {"interval", with_unit(words, protocol.interval_weeks, protocol.interval_weeks, "week")},
                                           {"duration", with_unit(words, protocol.weeks, protocol.weeks, "week")}})}});
    }
    page.add(std::move(list));
}

}  // namespace

Node plan_chart(const Content& content, const Plan& plan) {
    const auto named = named_days(content, plan);
    const Date first = named.front().date;
    Chart chart{.kind = ChartKind::calendar,
                .title = say(content, "course.calendar.chart").text,
                .description = say(content, "course.calendar.description",
                                   {{"first", long_date(content.words, first)}, {"last", long_date(content.words, named.back().date)}})
                                   .text,
                .rows = {},
                .marks = {},
                .from = 0,
                .until = std::max(1.0, static_cast<double>(days_between(first, named.back().date)))};
    for (const auto& [name, date, kind] : named) {
        const double at = days_between(first, date);
        chart.rows.push_back(
            {.label = name, .from = at, .typical = at, .slower = at, .value_text = long_date(content.words, date), .day = kind});
    }
    chart.marks = month_marks(content.words, first, chart.until);
    return {std::move(chart), "calendar"};
}

std::string_view basis_key(Basis basis) {
    switch (basis) {
        case Basis::evidence: return "evidence";
        case Basis::convention: return "convention";
        case Basis::judgement: return "judgement";
        case Basis::clinic: return "clinic";
    }
    return "convention";
}

// Keys of what stands below a figure: whose it is and, where it is a range, which of it the dates count with.
struct Captions {
    std::string_view single, counted, clinic, clinic_counted;
};
constexpr Captions of_sessions{"course.figure.sessions", "course.figure.sessions.counted", "course.figure.sessions.clinic",
                               "course.figure.sessions.clinic.counted"};
constexpr Captions of_interval{"course.figure.interval", "course.figure.interval.counted", "course.figure.interval.clinic",
                               "course.figure.interval.clinic.counted"};

void course_figures(const Content& content, Writer& page, const Course& course) {
    const Words& words = content.words;
    Node row{Section{Landmark::none, Look::figures, {}}};
    const SessionRange& sessions = course.sessions;
    const auto rule = std::ranges::find(content.courses, course.rule, &CourseRule::id);
    const auto caption = [&](const Captions& keys, std::string CourseRule::* number, const std::string& common, bool is_range) {
        const Number* set = rule == content.courses.end() ? nullptr : content.number(*rule.*number);
        const bool by_clinic = set && set->basis == Basis::clinic;
        if (!is_range) return page.words(by_clinic ? keys.clinic : keys.single);
        return page.words(by_clinic ? keys.clinic_counted : keys.counted, {{"common", common}});
    };
    key_figure(row, with_unit(words, sessions.low, sessions.high, "session"),
               caption(of_sessions, &CourseRule::sessions, with_unit(words, sessions.common, sessions.common, "session"),
                       sessions.low != sessions.high));
    if (sessions.high > 1) {
        const WeekRange& gap = course.interval_weeks;
        key_figure(row, with_unit(words, gap.low, gap.high, "week"),
                   caption(of_interval, &CourseRule::interval, with_unit(words, gap.common, gap.common, "week"), gap.low != gap.high));
        key_figure(row, duration_of(content, course), page.words("course.figure.duration"));
    }
    page.add(std::move(row));
}

std::vector<Node> course_glance(const Content& content, const Model& model, const Assessment& found) {
    Writer part(content, model, "result.course");
    if (found.plan->state == PlanState::not_now) {
        part.say("plan.not-yours", {}, Style::small);
        part.add({Paragraph{course_line(content, *found.course), Style::small, {}}});
        return part.finish();
    }
    line(part, condition_line(content, *found.plan));
    course_figures(content, part, *found.course);
    return part.finish();
}

std::vector<Node> course_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "course");
    page.heading(1, course_title(*found.plan));
    if (!found.course) page.say("course.none");
    else
        for (Node& node : course_glance(content, model, found)) page.add(std::move(node));
    if (found.plan->state != PlanState::not_now && !found.plan->sessions.empty()) {
        page.add({Paragraph{dates_line(content, *found.course, *found.plan), Style::body, {}}});
        page.add(plan_chart(content, *found.plan));
    }
    return page.finish();
}

std::vector<Node> result_course(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "course");
    page.heading(1, course_title(*found.plan));
    if (!found.course) {
        page.say("course.none");
        return page.finish();
    }
    const Course& course = *found.course;
    const Plan& plan = *found.plan;
    for (Node& node : course_glance(content, model, found)) page.add(std::move(node));
    page.say("course.why." + course.rule);
    if (plan.state != PlanState::not_now) {
        if (auto price = clinic_price(content, model, course)) page.add(std::move(*price));
        calendar(content, page, course, plan);
        if (plan.event) event(content, model, page, course, plan);
    }
    Writer basis(content, model, "course.basis");
    if (course.basis == Basis::convention) basis.say("course.lead.convention");
    else basis.say("course.lead", {{"concern", say(content, "concern." + course.concern + ".name").text}});
    protocols(content, basis, course);
    basis.say("course.basis." + std::string(basis_key(course.basis)));
    basis.cite(course.sources, course.basis == Basis::judgement || course.basis == Basis::convention);
    page.fold("basis", {.title = page.words("course.basis.title")}, basis.finish());
    if (plan.state != PlanState::not_now || !course.drivers.empty()) drivers(content, model, page, course);  // "no change" is no clearance
    Writer change(content, model, "course.change");
    change.say_all("course.change");
    page.fold("change", {.title = page.words("course.change.title")}, change.finish());
    return page.finish();
}

}  // namespace needlewise
