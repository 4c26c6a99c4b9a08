// "Aftercare": everything to do and to leave on one chart of four weeks; each with its reason behind a fold.
#include <algorithm>
#include <array>

#include "core/pages/time_machine.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

// The chart has the same room for the first two days as for two weeks: most happens at the start. Hours of its marks.
constexpr std::array<double, 5> marked{0, 2 * hours_per_day, hours_per_week, 2 * hours_per_week, 4 * hours_per_week};
constexpr double until_calm = 0.3;  // of the room between two marks: how far "and longer" is drawn

double place_of(double hours) {
    std::size_t next = 1;
    while (next + 1 < marked.size() && marked[next] < hours) ++next;
    const double share = (hours - marked[next - 1]) / (marked[next] - marked[next - 1]);
    return static_cast<double>(next - 1) + std::clamp(share, 0.0, 1.0);
}

bool timed(const Aftercare& care) { return care.kind != Care::ask; }

// `only`: what is to be done, or what is to be left; both without it.
Chart care_chart(const Content& content, Writer& page, const std::vector<Aftercare>& all, std::optional<Care> only = {}) {
    Chart chart{.kind = ChartKind::timeline,
                .title = page.words("care-chart.title"),
                .description = {},
                .rows = {},
                .marks = {},
                .from = 0,
                .until = marked.size() - 1};
    for (const Aftercare& care : all) {
        if (!timed(care) || (only && care.kind != *only)) continue;
        const double end = care.until_h ? place_of(*care.until_h) : chart.until;
        const std::string title = page.words("aftercare." + care.id + ".title");
        BarRow row{title,       place_of(care.from_h),   end, end, hours_span(content, care.from_h, care.until_h), false,
                   care.figure, care.kind == Care::avoid};
        if (!care.calm.empty()) row.slower = std::min(end + until_calm, chart.until);
        chart.description +=
            (chart.description.empty() ? "" : " ") + page.words("healing.sentence", {{"sign", title}, {"text", care_span(content, care)}});
        chart.rows.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < marked.size(); ++i) chart.marks.push_back({static_cast<double>(i), short_time(content, marked[i])});
    return chart;
}

std::vector<Node> care_table(const Content& content, Writer& page, const std::vector<Aftercare>& all) {
    std::vector<std::vector<std::string>> rows;
    for (const Aftercare& care : all) {
        const std::string prefix = "aftercare." + care.id;
        rows.push_back({page.words(prefix + ".title"), timed(care) ? care_span(content, care) : page.words("aftercare.ask")});
    }
    std::vector<Node> nodes;
    nodes.push_back(table("aftercare-table", page.words("care-chart.title"),
                          {page.words("aftercare.column.what"), page.words("aftercare.column.when")}, rows));
    return nodes;
}

std::vector<Node> care_cards(const Content& content, const Model& model, const std::vector<Aftercare>& all) {
    std::vector<Node> cards;
    for (const Aftercare& care : all) {
        const std::string prefix = "aftercare." + care.id;
        Writer card(content, model, prefix);
        card.say("aftercare.span", {{"span", care_span(content, care)}}, Style::eyebrow);
        card.heading(2, prefix + ".title");
        card.say_all(prefix + ".detail");
        card.cite(care.sources, care.basis == Basis::judgement);
        if (care.figure.empty()) cards.push_back(card.finish_as(Look::card));
        else cards.push_back(in_card(picture(content, care.figure, care.id), card.finish_as(Look::plain)));
    }
    return cards;
}

// What only the clinic can set a time for, in one line.
std::string asked(const Content& content, Writer& page, const std::vector<Aftercare>& all) {
    std::string list;
    for (const Aftercare& care : all)
        if (!timed(care)) list += (list.empty() ? "" : say(content, "list.separator").text) + page.words("aftercare." + care.id + ".name");
    return list;
}

void chart_and_legend(const Content& content, Writer& page, const std::vector<Aftercare>& all) {
    page.say("care-chart.legend", {}, Style::small);
    page.add({care_chart(content, page, all), "aftercare-chart"});
    if (const std::string list = asked(content, page, all); !list.empty()) page.say("moment.ask", {{"list", list}});
}

}  // namespace

std::vector<Node> aftercare_on_paper(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "aftercare");
    chart_and_legend(content, page, found.aftercare);
    return page.without_sources();
}

std::vector<Node> care_slide(const Content& content, const Model& model, const Assessment& found, Care kind) {
    Writer page(content, model, "aftercare");
    page.heading(1, kind == Care::act ? "care-chart.do" : "care-chart.leave");
    Chart chart = care_chart(content, page, found.aftercare, kind);
    const bool striped = std::ranges::any_of(chart.rows, [](const BarRow& row) { return row.slower > row.typical; });
    page.add({std::move(chart), "aftercare-chart"});
    if (striped) page.say("care-chart.legend.striped", {}, Style::small);
    if (kind == Care::act) {  // once
        page.say("aftercare.lead", {}, Style::small);
        if (const std::string list = asked(content, page, found.aftercare); !list.empty())
            page.say("moment.ask", {{"list", list}}, Style::small);
        if (std::string overlap = sessions_overlap(content, found); !overlap.empty())
            page.add({Paragraph{std::move(overlap), Style::small, {}}});
    }
    for (const Aftercare& care : found.aftercare)
        if (care.kind == kind) page.cite(care.sources, care.basis == Basis::judgement);
    return page.finish();
}

std::vector<Node> result_aftercare(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "aftercare");
    page.heading(1, "result.aftercare.title");
    page.say("aftercare.lead", {}, Style::lead);
    if (beyond_the_face(model.answers)) page.say("aftercare.elsewhere");
    chart_and_legend(content, page, found.aftercare);
    if (std::string overlap = sessions_overlap(content, found); !overlap.empty())
        page.add({Paragraph{std::move(overlap), Style::body, {}}});
    page.fold_quiet("aftercare-table", page.words("table.show"), care_table(content, page, found.aftercare));
    page.fold_quiet("aftercare-details", page.words("aftercare.details"), care_cards(content, model, found.aftercare));
    return page.finish();
}

}  // namespace needlewise
