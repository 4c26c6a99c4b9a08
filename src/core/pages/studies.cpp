// "What studies saw": the figure on its named scale, the conservative line beside it at equal size, the studies that found
// little, and how sure anyone can be.
#include <cmath>

#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

const ImprovementRule* rule_of(const Content& content, const std::string& id) {
    for (const ImprovementRule& rule : content.improvements)
        if (rule.id == id) return &rule;
    return nullptr;
}

void figure_box(Node& row, const std::string& figure, const std::string& caption) {
    Node box{Section{Landmark::none, Look::card, {}}};
    box.children.push_back({Paragraph{figure, Style::figure, {}}});
    box.children.push_back({Paragraph{caption, Style::small, {}}});
    row.children.push_back(std::move(box));
}

void figures(const Content& content, Writer& page, const Improvement& improvement) {
    const Words& words = content.words;
    Node row{Section{Landmark::none, Look::figures, {}}};
    if (improvement.mean) figure_box(row, percents(words, *improvement.mean, *improvement.mean), page.words("studies.figure.mean"));
    else figure_box(row, percents(words, improvement.range.low, improvement.range.high), page.words("studies.figure.range"));
    if (improvement.conservative)
        figure_box(row, percents(words, *improvement.conservative, *improvement.conservative), page.words("studies.figure.conservative"));
    page.add(std::move(row));
    page.say("studies.scale", {{"scale", page.words("scale." + improvement.scale)}});
    if (improvement.mean) page.say("studies.interval", {{"range", percents(words, improvement.range.low, improvement.range.high)}});
    if (improvement.individual)
        page.say("studies.individual", {{"range", percents(words, improvement.individual->low, improvement.individual->high)}});
}

constexpr int all = 100;

// How many of them reached what the study counted as success, and between which figures the true one probably is.
void say_people(Writer& page, const Fraction& share) {
    const auto whole = [](double count) { return std::to_string(std::lround(count)); };
    page.say("studies.responders", {{"mean", whole(share.mean)},
                                    {"low", whole(share.low)},
                                    {"high", whole(share.high)},
                                    {"rest", std::to_string(all - std::lround(share.mean))}});
}

// The same as a hundred people.
void people(const Content& content, Writer& page, const Fraction& share, bool with_table) {
    const Words& words = content.words;
    const auto mean = static_cast<int>(std::lround(share.mean)), low = static_cast<int>(std::lround(share.low)),
               high = static_cast<int>(std::lround(share.high));
    Chart chart{.kind = ChartKind::people,
                .title = page.words("studies.people.chart"),
                .description = page.words("studies.people.description", {{"mean", std::to_string(mean)}}),
                .rows = {},
                .marks = {},
                .from = 0,
                .until = all};
    const std::string reached = page.words("studies.people.reached"), not_reached = page.words("studies.people.not-reached");
    const auto of_people = [&](int from, int until) { return with_unit(words, from, until, "of-100"); };
    chart.rows.push_back({.label = reached,
                          .from = static_cast<double>(low),
                          .typical = static_cast<double>(mean),
                          .slower = static_cast<double>(high),
                          .value_text = of_people(mean, mean)});
    chart.rows.push_back({.label = not_reached,
                          .from = static_cast<double>(all - high),
                          .typical = static_cast<double>(all - mean),
                          .slower = static_cast<double>(all - low),
                          .value_text = of_people(all - mean, all - mean)});
    page.add({std::move(chart), "people"});
    if (!with_table) return;
    fold_table(content, page, "people", page.words("studies.people.title"),
               {page.words("studies.people.what"), page.words("studies.people.mean"), page.words("studies.people.range")},
               {{reached, of_people(mean, mean), of_people(low, high)},
                {not_reached, of_people(all - mean, all - mean), of_people(all - high, all - low)}});
}

// Each further session adds less: only the sessions that studies support.
void by_session(const Content& content, Writer& page, const Improvement& improvement) {
    if (improvement.by_session.empty()) return;
    page.say("studies.by-session.text");
    constexpr int first_supported = 3;
    Chart chart{.kind = ChartKind::improvement,
                .title = page.words("studies.by-session.title"),
                .description = page.words("studies.by-session.description"),
                .rows = {},
                .marks = {},
                .from = 0,
                .until = 1};
    std::vector<std::vector<std::string>> rows;
    int session = first_supported;
    for (const Fraction& at : improvement.by_session) {
        const std::string label = with_unit(content.words, session, session, "session");
        const std::string mean = percents(content.words, at.mean, at.mean);
        chart.rows.push_back({.label = label, .from = at.low, .typical = at.mean, .slower = at.high, .value_text = mean});
        rows.push_back({label, mean, percents(content.words, at.low, at.high)});
        ++session;
    }
    for (int tick = 0; tick <= 100; tick += 25) chart.marks.push_back({tick / 100.0, with_unit(content.words, tick, tick, "percent")});
    page.add({std::move(chart), "by-session"});
    fold_table(content, page, "by-session", page.words("studies.by-session.title"),
               {page.words("studies.column.sessions"), page.words("studies.column.mean"), page.words("studies.column.range")}, rows);
}

// What the person said they expect, beside what studies saw.
void expectation(const Content& content, const Model& model, Writer& page, const Assessment& found) {
    const auto expected = model.answers.code("expect-improvement");
    if (!expected || *expected == "not-sure") return;
    Writer card(content, model, "expectation");
    card.heading(2, "expectation.title");
    card.say("expectation.said", {{"expected", say(content, "option.expect-improvement." + *expected).text}});
    const bool much = *expected == "most" || *expected == "all-gone";
    if (*expected == "all-gone") card.say("expectation.all-gone");
    if (!found.improvement) card.say(much ? "expectation.much.no-number" : "expectation.no-number");
    else card.say(much ? "expectation.more-than-studies" : "expectation.compare");
    page.add(card.finish_as(much ? Look::ask : Look::tell));
}

}  // namespace

namespace {

// The figures on their scale, the people, the sessions: each folded under the question it answers.
void fold_figures(const Content& content, const Model& model, Writer& page, const Improvement& improvement) {
    Writer scale(content, model, "studies.scale");
    figures(content, scale, improvement);
    page.fold("studies.figures", {.title = page.words("studies.figures.title")}, scale.finish());
    if (improvement.by_session.empty()) return;
    Writer sessions(content, model, "studies.by-session");
    by_session(content, sessions, improvement);
    page.fold("studies.by-session", {.title = page.words("studies.by-session.title")}, sessions.finish());
}

void fold_little(const Content& content, const Model& model, Writer& page, const ImprovementRule& rule) {
    if (rule.null_studies.empty()) return;
    Writer little(content, model, "studies.null");
    Node list{List{}};
    for (const std::string& key : rule.null_studies) list.children.push_back({ListItem{little.words(key)}});
    little.add(std::move(list));
    std::vector<Node> inside;
    inside.push_back(little.finish_as(Look::found));
    page.fold("studies.null", {.title = page.words("studies.null.title")}, std::move(inside));
}

// The rule for this person's goal, whether it gives a number or says why there is none.
const ImprovementRule* rule_for(const Content& content, const Assessment& found) {
    return rule_of(content, found.improvement ? found.improvement->rule : found.no_number);
}

std::string summary_key(const Assessment& found, const ImprovementRule& rule) {
    return "improvement." + rule.id + (found.improvement ? ".summary" : ".reason");
}

// What makes the figure say less for this person.
void say_caveats(const Content& content, const Model& model, Writer& page, const ImprovementRule& rule) {
    const Answers answers = with_derived(content, model.answers);
    for (const Caveat& caveat : rule.caveats)
        if (holds(caveat.when, answers)) page.say("improvement." + rule.id + ".caveat." + caveat.id);
}

}  // namespace

// What studies found in a sentence, the people where studies counted them, and how sure all of it is.
std::vector<Node> studies_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "studies");
    page.heading(1, "result.studies.title");
    const ImprovementRule* rule = rule_for(content, found);
    if (!rule) {
        page.say("course.none", {}, Style::lead);
        return page.finish();
    }
    const auto share = found.improvement ? found.improvement->responders_per_100 : std::nullopt;
    Writer shown(content, model, "studies.people"), words(content, model, "studies.words");
    words.say(summary_key(found, *rule), {}, Style::lead);
    if (share) {
        say_people(words, *share);
        people(content, shown, *share, false);
    }
    if (found.improvement) say_caveats(content, model, words, *rule);
    words.say("studies.not-a-promise");
    words.say(certainty_key(rule->certainty), {}, Style::small);
    words.cite(rule->sources);
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back({Section{}, "", words.finish()});
    if (std::vector<Node> chart = shown.finish(); !chart.empty()) row.children.push_back({Section{}, "", std::move(chart)});
    page.add(std::move(row));
    return page.finish();
}

std::vector<Node> result_studies(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "studies");
    page.heading(1, "result.studies.title");
    const ImprovementRule* rule = rule_for(content, found);
    if (!rule) {
        page.say("course.none");
        return page.finish();
    }
    page.say_all(summary_key(found, *rule), Style::lead);
    if (found.improvement) {
        say_caveats(content, model, page, *rule);
        if (const auto& share = found.improvement->responders_per_100) {
            say_people(page, *share);
            people(content, page, *share, true);
        }
    }
    page.say("studies.not-a-promise", {}, Style::small);
    page.say(certainty_key(rule->certainty), {}, Style::small);
    page.cite(rule->sources);
    expectation(content, model, page, found);
    if (found.improvement) fold_figures(content, model, page, *found.improvement);
    if (!rule->also.empty()) {
        Writer also(content, model, "studies.also");
        for (const std::string& key : rule->also) also.say_all(key);
        page.fold("studies.also", {.title = page.words("studies.also.title")}, also.finish());
    }
    fold_little(content, model, page, *rule);
    return page.finish();
}

}  // namespace needlewise
