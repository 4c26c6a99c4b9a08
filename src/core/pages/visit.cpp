// "Your visit" and the procedure: each step with its pictures, what is done, what you feel and why.
#include <algorithm>

#include "core/pages/clinic.h"

namespace needlewise {

namespace {

bool any_pictures(const std::vector<VisitMinutes>& visit) {
    return std::ranges::any_of(visit, [](const VisitMinutes& step) { return !step.figures.empty(); });
}

Node hold_button(const Content& content, const Model& model) {
    Button button{.label = say(content, "visit.hold").text, .look = ButtonLook::chip, .action = HoldPictures{!model.held}};
    button.pressed = model.held;
    return {std::move(button), "hold"};
}

// The person, and below what happens in the skin at the same time; both start again together.
Node pictures(const Content& content, const Model& model, const VisitMinutes& step) {
    const auto showings = model.showings.find(step.figures.front());
    Node column{Section{}}, side_by_side{Section{Landmark::none, Look::figures, {}}};  // on a tablet that stands upright
    std::vector<Node>& figures = model.presenting ? side_by_side.children : column.children;
    for (const std::string& figure : step.figures) {
        Node shown = picture(content, figure);
        auto& what = std::get<Figure>(shown.what);
        what.moving = true;
        what.showings = showings == model.showings.end() ? 0 : showings->second;
        what.held = model.held;
        figures.push_back(std::move(shown));
    }
    if (model.presenting) column.children.push_back(std::move(side_by_side));
    Button again{.label = say(content, "visit.again").text, .look = ButtonLook::chip, .action = ShowAgain{step.figures.front()}};
    again.description = say(content, visit_key(content, step, ".title")).text;
    column.children.push_back({std::move(again), "again:" + step.step});
    return column;
}

// "Step 2: 45 minutes".
std::string step_line(Writer& words, const VisitMinutes& step, int number) {
    const std::string minutes = step.number.empty() ? words.words("visit.minutes.unknown") : words.number(step.number);
    return words.words("visit.step", {{"number", std::to_string(number)}, {"minutes", minutes}});
}

void say_step(const Content& content, Writer& words, const VisitMinutes& step) {
    for (const std::string_view part : {".what", ".feel", ".why"}) words.say_all(visit_key(content, step, part));
}

// The words of a step below a heading of this level.
Writer words_of(const Content& content, const Model& model, const VisitMinutes& step, int number, int level) {
    Writer words(content, model, "visit." + step.step);
    words.add({Paragraph{step_line(words, step, number), Style::eyebrow, {}}});
    words.heading(level, visit_key(content, step, ".title"));
    say_step(content, words, step);
    return words;
}

// In the result each step is one line, which opens.
void fold_step(const Content& content, const Model& model, Writer& page, const VisitMinutes& step, int number) {
    Writer words(content, model, "visit." + step.step);
    const std::string line = step_line(words, step, number);
    say_step(content, words, step);
    std::vector<Node> inside;
    if (step.figures.empty()) inside.push_back(words.finish_as(Look::card));
    else inside.push_back(in_card(pictures(content, model, step), words.finish_as(Look::plain)));
    page.fold("visit." + step.step, {.title = page.words(visit_key(content, step, ".title")), .detail = line}, std::move(inside));
}

Node step_card(const Content& content, const Model& model, const VisitMinutes& step, int number) {
    Writer words = words_of(content, model, step, number, 2);
    if (step.figures.empty()) return words.finish_as(Look::card);
    return in_card(pictures(content, model, step), words.finish_as(Look::plain));
}

// The clinic's own range where it set one.
std::string minutes_text(const Content& content, Writer& page, const VisitMinutes& step) {
    if (step.number.empty()) return page.words("visit.minutes.unknown");
    const Number* number = content.number(step.number);
    if (number && number->basis == Basis::clinic) return page.number(step.number);
    return with_unit(content.words, step.minutes, step.minutes, "minute");
}

// Each step from its first minute to its last, and the same as a table.
void minutes_chart(const Content& content, Writer& page, const Assessment& found) {
    const std::string chart_title = page.words("visit.chart.title");
    Chart chart{.kind = ChartKind::visit, .title = chart_title, .description = {}, .rows = {}, .marks = {}, .from = 0, .until = 0};
    std::vector<std::vector<std::string>> rows;
    for (const VisitMinutes& step : found.visit) {
        const std::string name = page.words(visit_key(content, step, ".title"));
        const std::string minutes = minutes_text(content, page, step);
        chart.rows.push_back({name, chart.until, chart.until + step.minutes, chart.until + step.minutes, minutes, false});
        chart.until += step.minutes;
        rows.push_back({name, minutes});
    }
    chart.description = page.words("visit.chart.description", {{"total", with_unit(content.words, chart.until, chart.until, "minute")}});
    page.add({Paragraph{chart.description, Style::body, {}}});
    page.add({std::move(chart), "visit-chart"});
    fold_table(content, page, "visit", chart_title, {page.words("visit.column.step"), page.words("visit.column.minutes")}, rows);
}

}  // namespace

std::string visit_key(const Content& content, const VisitMinutes& step, std::string_view part) {
    std::string key = "visit." + step.step + std::string(part);
    for (const std::string& usual : step.instead_of)
        if (!content.words.has(key)) key = "visit." + usual + std::string(part);
    return key;
}

std::vector<Node> visit_steps(const Content& content, const Model& model, const std::vector<VisitMinutes>& visit) {
    std::vector<Node> nodes;
    nodes.reserve(visit.size() + 1);
    if (any_pictures(visit)) nodes.push_back(hold_button(content, model));
    int number = 0;
    for (const VisitMinutes& step : visit) nodes.push_back(step_card(content, model, step, ++number));
    return nodes;
}

// The step as it is for the person whose answers there are.
std::vector<Node> visit_slide(const Content& content, const Model& model, const VisitStep& shown) {
    const auto visit = assess(content, model.answers, model.today).visit;
    const auto here = static_cast<std::size_t>(std::ranges::find(content.visit, shown.id, &VisitStep::id) - content.visit.begin());
    const VisitMinutes& step = visit[here];
    Writer words = words_of(content, model, step, static_cast<int>(here) + 1, 1);
    if (step.figures.empty()) return words.finish();
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back(pictures(content, model, step));
    row.children.push_back(words.finish_as(Look::plain));
    std::vector<Node> nodes;
    nodes.push_back(std::move(row));
    return nodes;
}

std::vector<Node> result_visit(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "visit");
    const bool held_up = found.plan && found.plan->state == PlanState::not_now;
    page.heading(1, held_up ? "result.visit.general" : "result.visit.title");
    if (held_up) page.say("visit.not-yours", {}, Style::small);
    page.say("visit.lead", {}, Style::lead);
    if (std::ranges::any_of(found.visit, [](const VisitMinutes& step) { return step.number.empty(); })) page.say("visit.not-usual");
    minutes_chart(content, page, found);
    page.heading(2, "visit.steps.title");
    const auto moves = [&](const VisitMinutes& step) { return !step.figures.empty() && model.open.contains("fold:visit." + step.step); };
    if (std::ranges::any_of(found.visit, moves)) page.add(hold_button(content, model));
    int number = 0;
    for (const VisitMinutes& step : found.visit) fold_step(content, model, page, step, ++number);
    Writer length(content, model, "visit.length");
    clinics_and_studies(content, model, length, "how-long");
    page.fold("visit.length", {.title = page.words("visit.length.title")}, length.finish());
    return page.finish();
}

}  // namespace needlewise
