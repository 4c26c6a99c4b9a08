// "Healing": what happens to the skin, hour by hour and month by month.
#include "core/pages/plan_words.h"
#include "core/pages/time_machine.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

std::string gone_by(const Content& content, double from_h, double until_h) {
    return until_h <= from_h ? say(content, "healing.not-expected").text : duration(content.words, until_h);
}

// The signs as bands on one axis of days, and the same data as a table.
void sign_chart(const Content& content, Writer& page, const std::vector<SignCourse>& signs, bool with_table) {
    Chart chart{.kind = ChartKind::timeline,
                .title = page.words("healing.chart.title"),
                .description = {},
                .rows = {},
                .marks = {},
                .from = 0,
                .until = 14 * hours_per_day};
    std::vector<std::vector<std::string>> rows;
    std::string description;
    for (const SignCourse& sign : signs) {
        const std::string name = page.words("sign." + std::string(sign_key(sign.sign)) + ".name");
        const std::string typical = gone_by(content, sign.from_h, sign.typical_h), slower = gone_by(content, sign.from_h, sign.slower_h);
        const std::string said = sign_span(content, sign);
        chart.rows.push_back({name, sign.from_h, sign.typical_h, sign.slower_h, said, sign.judgement});
        description += (description.empty() ? "" : " ") + page.words("healing.sentence", {{"sign", name}, {"text", said}});
        rows.push_back({name, typical, slower});
        page.cite(sign.sources, sign.judgement);
    }
    chart.description = std::move(description);
    for (const int day : {0, 2, 7, 14})
        chart.marks.push_back({day * hours_per_day, day == 0 ? page.words("healing.today") : with_unit(content.words, day, day, "day")});
    page.add({std::move(chart), "healing-chart"});
    if (!with_table) return;
    page.add(table("healing-table", page.words("chart.table"),
                   {page.words("healing.column.sign"), page.words("healing.column.typical"), page.words("healing.column.slower")}, rows));
}

std::vector<Node> phases(const Content& content, const Model& model) {
    Writer page(content, model, "phases");
    page.say("healing.below.text");
    for (const HealingPhase& phase : content.healing.phases) {
        Writer card(content, model, "phase." + phase.id);
        card.say("healing.phase.span", {{"span", hours_span(content, phase.from_h, phase.until_h)}}, Style::eyebrow);
        card.heading(3, "phase." + phase.id + ".title");
        card.say_all("phase." + phase.id + ".detail");
        card.cite(phase.sources);
        if (phase.figure.empty()) page.add(card.finish_as(Look::card));
        else page.add(in_card(picture(content, phase.figure), card.finish_as(Look::plain)));
    }
    return page.finish();
}

// How long others can see it: against the days the person can manage, where they said so.
Node what_shows(const Content& content, const Model& model, const Assessment& found) {
    Writer card(content, model, "downtime");
    card.heading(2, "downtime.title");
    std::vector<std::string> lines = downtime_lines(content, found);
    if (lines.empty()) lines = seen_sentences(content, found);
    for (std::string& line : lines) card.add({Paragraph{std::move(line), Style::body, {}}});
    if (const std::string caveat = healing_caveat(content, found.course ? &*found.course : nullptr); !caveat.empty()) card.say(caveat);
    const auto fit = found.downtime ? found.downtime->fit : std::nullopt;
    return card.finish_as(fit == DowntimeFit::too_few || fit == DowntimeFit::doubtful ? Look::caution : Look::tell);
}

// Sources differ. The page answers with one time for the person; what each says is there for those who want it.
std::vector<Node> what_sources_say(const Content& content, const Model& model) {
    Writer page(content, model, "healing-sources");
    page.heading(3, "healing.sources");
    page.say("healing.sources.text");
    clinics_and_studies(content, model, page, "healing");
    return page.finish();
}

}  // namespace

namespace {

// The chart of the signs, and what it was worked out from.
std::vector<Node> how_long(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "sign-chart");
    sign_chart(content, page, found.timeline, true);
    page.say("healing.longer", {}, Style::small);
    std::vector<Node> nodes = page.finish();
    append(nodes, what_sources_say(content, model));
    return nodes;
}

}  // namespace

std::vector<Node> seen_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "seen");
    page.heading(1, "downtime.title");
    sign_chart(content, page, found.timeline, false);
    for (std::string& line : downtime_lines(content, found)) page.add({Paragraph{std::move(line), Style::body, {}}});
    return page.finish();
}

std::vector<Node> result_healing(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "healing");
    page.heading(1, "result.healing.title");
    page.add(time_machine(content, model, found, MomentWords::all));
    page.add(what_shows(content, model, found));
    page.fold_quiet("healing-chart", page.words("healing.chart.title"), how_long(content, model, found));
    page.fold_quiet("phases", page.words("healing.below.show"), phases(content, model));
    return page.finish();
}

}  // namespace needlewise
