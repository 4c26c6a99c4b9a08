// "Compare" and "questions to ask": the same rows for every option, the same space, doing nothing among them.
#include "core/pages/healing_words.h"

namespace needlewise {

std::vector<Node> result_compare(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "compare");
    page.heading(1, "result.compare.title");
    page.say("compare.lead", {}, Style::lead);
    for (const Alternative& option : content.alternatives) {
        const std::string prefix = "alternative." + option.id;
        Writer card(content, model, prefix);
        card.heading(2, prefix + ".name");
        for (const std::string& row : content.alternative_rows) {
            card.say("alternative.row." + row, {}, Style::eyebrow);
            card.say_all(std::string(prefix).append(".").append(row));
            if (option.id == "microneedling" && row == "recovery") say_seen(content, card, found);
        }
        page.add(card.finish_as(Look::card));
    }
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
