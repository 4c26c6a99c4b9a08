// "What studies saw": one picture of the cautious figure and the average on their named scale, how sure anyone can be, and folded the
// people that studies counted, the sessions, and the studies that found little.
#include <cmath>

#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

const ImprovementRule* rule_of(const Content& content, const std::string& id) {
    for (const ImprovementRule& rule : content.improvements)
        if (rule.id == id) return &rule;
    return nullptr;
}

// From nothing to all, in quarters.
std::vector<AxisMark> in_quarters(const Words& words) {
    std::vector<AxisMark> marks;
    for (int tick = 0; tick <= 100; tick += 25) marks.push_back({tick / 100.0, with_unit(words, tick, tick, "percent")});
    return marks;
}

// The cautious figure, and below it the average with the span in which it would lie in a new study.
Node figures(const Content& content, Writer& page, const Improvement& seen) {
    const Words& words = content.words;
    Chart chart{.kind = ChartKind::improvement,
                .title = page.words("studies.figures.title"),
                .description = {},
                .rows = {},
                .marks = in_quarters(words)};
    if (const auto share = seen.conservative)
        chart.rows.push_back({.label = page.words("studies.figure.conservative"),
                              .from = *share,
                              .typical = *share,
                              .slower = *share,
                              .value_text = percents(words, *share, *share)});
    const auto& [low, high] = seen.range;
    const std::string_view average = !seen.mean                ? "studies.figure.range"
                                     : seen.by_session.empty() ? "studies.figure.mean"
                                                               : "studies.figure.worked-out";
    chart.rows.push_back({.label = page.words(average),
                          .from = low,
                          .typical = seen.mean.value_or(low),
                          .slower = high,
                          .value_text = seen.mean ? percents(words, *seen.mean, *seen.mean) : percents(words, low, high)});
    const ImprovementRule* rule = rule_of(content, seen.rule);  // the cautious figure is judgement, and shown as such
    if (const Number* cautious = rule ? content.number(rule->conservative) : nullptr)
        page.cite(cautious->sources, cautious->basis == Basis::judgement);
    for (const BarRow& row : chart.rows)
        chart.description += (chart.description.empty() ? "" : page.words("list.separator")) +
                             page.words("sheet.line", {{"title", row.label}, {"text", row.value_text}});
    return {std::move(chart), "figures"};
}

// What the figures measure, and how far they reach.
void say_reach(const Content& content, Writer& page, const Improvement& seen) {
    page.say("studies.scale", {{"scale", page.words("scale." + seen.scale)}}, Style::small);
    if (seen.mean) page.say("studies.interval", {{"range", percents(content.words, seen.range.low, seen.range.high)}}, Style::small);
    if (seen.individual)
        page.say("studies.individual", {{"range", percents(content.words, seen.individual->low, seen.individual->high)}}, Style::small);
}

constexpr int all = 100;

// How many of a hundred people reached what the study counted as success, and between which figures the true one probably is.
void people(const Content& content, Writer& page, const Fraction& share) {
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
    fold_table(content, page, "people", page.words("studies.people.title"),
               {page.words("studies.people.what"), page.words("studies.people.mean"), page.words("studies.people.range")},
               {{reached, of_people(mean, mean), of_people(low, high)},
                {not_reached, of_people(all - mean, all - mean), of_people(all - high, all - low)}});
}

// Each further session adds less: only the sessions that studies support.
void by_session(const Content& content, Writer& page, const Improvement& improvement) {
    if (improvement.by_session.empty()) return;
    page.say("studies.by-session.text");
    Chart chart{.kind = ChartKind::improvement,
                .title = page.words("studies.by-session.title"),
                .description = page.words("studies.by-session.description"),
                .rows = {},
                .marks = in_quarters(content.words)};
    std::vector<std::vector<std::string>> rows;
    for (const auto& [sessions, at] : improvement.by_session) {
        const std::string label = with_unit(content.words, sessions, sessions, "session");
        const std::string mean = percents(content.words, at.mean, at.mean);
        chart.rows.push_back({.label = label, .from = at.low, .typical = at.mean, .slower = at.high, .value_text = mean});
        rows.push_back({label, mean, percents(content.words, at.low, at.high)});
    }
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
    const bool held_up = found.plan && found.plan->state == PlanState::not_now;  // there is nothing to book
    const bool counted = certainty_of(content, found) != Certainty::none;        // by studies, but as no share
    if (!found.improvement) card.say(!much ? "expectation.no-number" : counted ? "expectation.much.counted" : "expectation.much.no-number");
    else card.say(much ? "expectation.more-than-studies" : "expectation.compare");
    if (found.improvement && !held_up) card.say(much ? "expectation.more-than-studies.talk" : "expectation.compare.talk");
    page.add(card.finish_as(much ? Look::caution : Look::tell));
}

}  // namespace

namespace {

// The people and the sessions: each folded under the question it answers. How many people got better sounds better than it is.
void fold_counts(const Content& content, const Model& model, Writer& page, const Improvement& seen) {
    if (seen.responders_per_100) {
        Writer counted(content, model, "studies.people");
        counted.say("improvement." + seen.rule + ".responders");
        people(content, counted, *seen.responders_per_100);
        page.fold("studies.people", {.title = page.words("studies.people.title")}, counted.finish());
    }
    if (seen.by_session.empty()) return;
    Writer sessions(content, model, "studies.by-session");
    by_session(content, sessions, seen);
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
void say_caveats(Writer& page, const Improvement& seen) {
    for (const std::string& key : seen.caveats) page.say(key);
}

}  // namespace

// What studies found in a sentence, the cautious figure beside the average, and how sure all of it is.
std::vector<Node> studies_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "studies");
    page.heading(1, "result.studies.title");
    const ImprovementRule* rule = rule_for(content, found);
    if (!rule) {
        page.say("course.none", {}, Style::lead);
        return page.finish();
    }
    Writer words(content, model, "studies.words");
    words.say(summary_key(found, *rule), {}, Style::lead);
    if (found.improvement) {
        say_caveats(words, *found.improvement);
        words.say("studies.not-a-promise");
    }
    words.say(certainty_key(rule->certainty), {}, Style::small);
    words.cite(rule->sources);
    std::vector<Node> shown;
    if (found.improvement) shown.push_back(figures(content, words, *found.improvement));
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back({Section{}, "", words.finish()});
    if (!shown.empty()) row.children.push_back({Section{}, "", std::move(shown)});
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
    const std::string summary = summary_key(found, *rule);
    for (const std::string& key : keys_from(content, summary)) page.say(key, {}, key == summary ? Style::lead : Style::body);
    if (found.improvement) {
        say_caveats(page, *found.improvement);
        page.add(figures(content, page, *found.improvement));
        say_reach(content, page, *found.improvement);
        page.say("studies.not-a-promise", {}, Style::small);
    }
    page.say(certainty_key(rule->certainty), {}, Style::small);
    page.cite(rule->sources);
    expectation(content, model, page, found);
    if (found.improvement) fold_counts(content, model, page, *found.improvement);
    if (!rule->also.empty()) {
        Writer also(content, model, "studies.also");
        for (const std::string& key : rule->also) also.say_all(key);
        page.fold("studies.also", {.title = page.words("studies.also.title")}, also.finish());
    }
    fold_little(content, model, page, *rule);
    return page.finish();
}

}  // namespace needlewise
