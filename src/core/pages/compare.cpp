// "Compare" and "questions to ask": the same rows for every option, the same space, doing nothing among them.
#include <algorithm>
#include <array>

#include "core/pages/healing_words.h"

namespace needlewise {

namespace {

// What studies saw of needling for this person's own goal, in the sentence that the studies page leads with.
std::string needling_benefit(Writer& card, const Assessment& found) {
    if (found.improvement) return card.words("improvement." + found.improvement->rule + ".summary");
    if (!found.no_number.empty()) return card.words("improvement." + found.no_number + ".reason");
    return card.words("alternative.microneedling.benefit");
}

// An option is one line, which opens its rows: the same for every option.
void fold_option(const Content& content, const Model& model, Writer& page, const Alternative& option, const Assessment& found) {
    const std::string prefix = "alternative." + option.id;
    Writer card(content, model, prefix);
    std::string what = card.words(prefix + ".what");
    for (const std::string& row : content.alternative_rows) {
        if (row == "what") continue;
        card.say("alternative.row." + row, {}, Style::eyebrow);
        if (option.id == "microneedling" && row == "benefit") card.add({Paragraph{needling_benefit(card, found), Style::body, {}}});
        else card.say_all(std::string(prefix).append(".").append(row));
        if (option.id == "microneedling" && row == "recovery") say_seen(content, card, found);
    }
    std::vector<Node> inside;
    inside.push_back(card.finish_as(Look::card));
    page.fold(prefix, {.title = page.words(prefix + ".name"), .detail = std::move(what)}, std::move(inside));
}

// Who is pregnant or breastfeeding, or does not say, reads that first.
bool asks_before_creams(const Answers& answers) {
    return std::ranges::any_of(std::array{"pregnant", "breastfeeding", "prefer-not"},
                               [&](std::string_view code) { return answers.has_code("pregnancy", code); });
}

}  // namespace

std::vector<Node> result_compare(const Content& content, const Model& model, const Assessment& found) {
    const Answers answers = with_derived(content, model.answers);
    Writer page(content, model, "compare");
    page.heading(1, "result.compare.title");
    page.say("compare.lead", {{"concern", say(content, "concern." + answers.code("goal").value_or("") + ".name").text}}, Style::lead);
    if (asks_before_creams(answers)) {
        Writer caution(content, model, "compare.pregnancy");
        caution.say("compare.pregnancy");
        page.add(caution.finish_as(Look::ask));
    }
    for (const Alternative& option : content.alternatives)
        if (holds(option.when, answers)) fold_option(content, model, page, option, found);
    return page.finish();
}

std::vector<Node> result_questions(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "questions");
    page.heading(1, "result.questions.title");
    page.say("questions.lead", {}, Style::lead);
    if (!found.findings.empty()) {
        Writer own(content, model, "questions.own");
        own.heading(2, "questions.own.title");
        Node list{List{}};
        for (const Finding& finding : found.findings)
            if (finding.action != FindingAction::tell)
                list.children.push_back(
                    {ListItem{own.words("questions.own.item", {{"finding", say(content, "finding." + finding.id + ".title").text}})}});
        if (!list.children.empty()) {
            own.add(std::move(list));
            page.add(own.finish_as(Look::ask));
        }
    }
    for (const std::string_view group : {"treatment", "safety", "after", "money"}) {
        const std::string prefix = "questions." + std::string(group);
        page.heading(2, prefix + ".title");
        Node list{List{}};
        for (int number = 1; content.words.has(prefix + "." + std::to_string(number)); ++number)
            list.children.push_back({ListItem{page.words(prefix + "." + std::to_string(number))}});
        page.add(std::move(list));
    }
    return page.finish();
}

}  // namespace needlewise
