// "Healing", "aftercare", "your visit" and "results over time": what happens, hour by hour and month by month.
#include "core/page_parts.h"

namespace needlewise {

namespace {

std::string_view sign_key(Sign sign) {
    switch (sign) {
        case Sign::redness: return "redness";
        case Sign::swelling: return "swelling";
        case Sign::flaking: return "flaking";
        case Sign::bruising: return "bruising";
    }
    return "redness";
}

std::string gone_by(const Content& content, double from_h, double until_h) {
    return until_h <= from_h ? say(content, "healing.not-expected").text : duration(content.words, until_h);
}

// The signs as bands on one axis of days, and the same data as a table.
void sign_chart(const Content& content, Writer& page, const std::vector<SignCourse>& signs) {
    Chart chart{.kind = ChartKind::timeline,
                .title = page.words("healing.chart.title"),
                .description = {},
                .rows = {},
                .marks = {},
                .from = 0,
                .until = 14 * 24.0};
    std::vector<std::vector<std::string>> rows;
    std::string description;
    for (const SignCourse& sign : signs) {
        const std::string name = page.words("sign." + std::string(sign_key(sign.sign)) + ".name");
        const std::string typical = gone_by(content, sign.from_h, sign.typical_h), slower = gone_by(content, sign.from_h, sign.slower_h);
        const std::string said = page.words("healing.row", {{"typical", typical}, {"slower", slower}});
        chart.rows.push_back({name, sign.from_h, sign.typical_h, sign.slower_h, said, sign.judgement});
        description += (description.empty() ? "" : " ") + page.words("healing.sentence", {{"sign", name}, {"text", said}});
        rows.push_back({name, typical, slower});
        page.cite(sign.sources, sign.judgement);
    }
    chart.description = std::move(description);
    for (const int day : {0, 2, 7, 14})
        chart.marks.push_back({day * 24.0, day == 0 ? page.words("healing.today") : with_unit(content.words, day, day, "day")});
    page.add({std::move(chart), "healing-chart"});
    page.add(table("healing-table", page.words("healing.chart.title"),
                   {page.words("healing.column.sign"), page.words("healing.column.typical"), page.words("healing.column.slower")}, rows));
}

void phases(const Content& content, const Model& model, Writer& page) {
    page.heading(2, "healing.below.title");
    page.say("healing.below.text");
    for (const HealingPhase& phase : content.healing.phases) {
        Writer card(content, model, "phase." + phase.id);
        card.say("healing.phase.span", {{"span", hours_span(content, phase.from_h, phase.until_h)}}, Style::eyebrow);
        card.heading(3, "phase." + phase.id + ".title");
        card.say_all("phase." + phase.id + ".detail");
        card.cite(phase.sources);
        page.add(card.finish_as(Look::card));
    }
}

void topic_pair(const Content& content, const Model& model, Writer& page, const std::string& topic) {
    Writer says(content, model, "learn." + topic + ".clinic"), found(content, model, "learn." + topic + ".studies");
    says.heading(2, "learn.says");
    says.say_all("learn." + topic + ".clinic");
    found.heading(2, "learn.found");
    found.say_all("learn." + topic + ".studies");
    page.add(says.finish_as(Look::says));
    page.add(found.finish_as(Look::found));
}

}  // namespace

std::vector<Node> result_healing(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "healing");
    page.heading(1, "result.healing.title");
    page.say("healing.lead", {}, Style::lead);
    sign_chart(content, page, found.timeline);
    page.say("healing.judgement");
    if (const auto downtime = model.answers.code("downtime")) {
        Writer card(content, model, "downtime");
        card.heading(2, "downtime.title");
        card.say("downtime.said", {{"downtime", say(content, "option.downtime." + *downtime).text}});
        page.add(card.finish_as(Look::tell));
    }
    constexpr int brown_or_black = 4;
    if (found.phototype_high.value_or(0) >= brown_or_black) page.say("healing.dark-skin");
    topic_pair(content, model, page, "healing");
    phases(content, model, page);
    return page.finish();
}

std::vector<Node> result_aftercare(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "aftercare");
    page.heading(1, "result.aftercare.title");
    page.say("aftercare.lead", {}, Style::lead);
    for (const Aftercare& care : found.aftercare) {
        const std::string prefix = "aftercare." + care.id;
        Writer card(content, model, prefix);
        card.say("aftercare.span", {{"span", hours_span(content, care.from_h, care.until_h)}}, Style::eyebrow);
        card.heading(2, prefix + ".title");
        card.say_all(prefix + ".detail");
        card.cite(care.sources, care.basis == Basis::judgement);
        page.add(card.finish_as(Look::card));
    }
    return page.finish();
}

std::vector<Node> visit_steps(const Content& content, const Model& model) {
    std::vector<Node> nodes;
    int number = 0;
    for (const VisitStep& step : content.visit) {
        const std::string prefix = "visit." + step.id;
        Writer card(content, model, prefix);
        card.say("visit.step", {{"number", std::to_string(++number)}, {"minutes", card.number(step.minutes)}}, Style::eyebrow);
        card.heading(2, prefix + ".title");
        card.say_all(prefix + ".what");
        card.say_all(prefix + ".feel");
        card.say_all(prefix + ".why");
        nodes.push_back(card.finish_as(Look::card));
    }
    return nodes;
}

std::vector<Node> result_visit(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "visit");
    page.heading(1, "result.visit.title");
    page.say("visit.lead", {}, Style::lead);
    Chart chart{.kind = ChartKind::visit,
                .title = page.words("visit.chart.title"),
                .description = {},
                .rows = {},
                .marks = {},
                .from = 0,
                .until = 0};
    std::vector<std::vector<std::string>> rows;
    for (const VisitMinutes& step : found.visit) {
        const std::string name = page.words("visit." + step.step + ".title");
        const std::string minutes = with_unit(content.words, step.minutes, step.minutes, "minute");
        chart.rows.push_back({name, chart.until, chart.until + step.minutes, chart.until + step.minutes, minutes, false});
        chart.until += step.minutes;
        rows.push_back({name, minutes});
    }
    chart.description = page.words("visit.chart.description", {{"total", with_unit(content.words, chart.until, chart.until, "minute")}});
    page.add({std::move(chart), "visit-chart"});
    page.add(
        table("visit-table", page.words("visit.chart.title"), {page.words("visit.column.step"), page.words("visit.column.minutes")}, rows));
    topic_pair(content, model, page, "how-long");
    for (Node& step : visit_steps(content, model)) page.add(std::move(step));
    return page.finish();
}

std::vector<Node> result_over_time(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "over-time");
    page.heading(1, "result.over-time.title");
    page.say("over-time.lead", {}, Style::lead);
    if (found.course) {
        const std::string weeks = with_unit(content.words, found.course->judge_after_weeks, found.course->judge_after_weeks, "week");
        page.say("over-time.judge", {{"weeks", weeks}});
        if (found.course->judge_on) page.say("over-time.judge-on", {{"date", long_date(content.words, *found.course->judge_on)}});
        page.cite(found.course->sources);
    }
    topic_pair(content, model, page, "results-when");
    topic_pair(content, model, page, "results-last");
    return page.finish();
}

}  // namespace needlewise
