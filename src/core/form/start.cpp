#include "core/form/start.h"

#include <algorithm>

#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

// The initial answers to an item and to those it holds; nothing when there are none.
std::vector<ResponseItem> initial_items(const std::vector<Item>& items) {
    std::vector<ResponseItem> made;
    for (const Item& item : items) {
        ResponseItem here{.link_id = item.link_id};
        for (const Value& value : item.initial) here.answers.push_back({.type = answer_type(item, value), .value = value, .given = true});
        for (const Option& option : item.options) {
            if (!option.initially_chosen) continue;
            const Value value = option.answer();
            here.answers.push_back({.type = answer_type(item, value), .value = value, .given = true});
        }
        auto below = initial_items(item.children);
        if (!is_question(item.type)) here.items = std::move(below);
        else if (!here.answers.empty()) here.answers.front().items = std::move(below);
        if (!here.answers.empty() || !here.items.empty()) made.push_back(std::move(here));
    }
    return made;
}

}  // namespace

Response start(const Questionnaire& questionnaire) {
    Response response;
    response.questionnaire =
        questionnaire.url + (questionnaire.url.empty() || questionnaire.version.empty() ? "" : "|" + questionnaire.version);
    response.status = "in-progress";
    response.items = initial_items(questionnaire.items);
    return response;
}

std::optional<Decimal> total_score(const Tree& tree) {
    std::optional<Decimal> total;
    for (std::size_t node = 1; node < tree.nodes().size(); ++node) {
        const Tree::Node& here = tree.nodes()[node];
        if (!here.enabled || !here.given || here.is_answer) continue;
        for (const Option& option : tree.item(node).options) {
            const auto chooses = [&](const Answer& answer) { return answer.value && same(*answer.value, option.answer()); };
            if (option.weight && std::ranges::any_of(here.given->answers, chooses))
                total = total ? *total + *option.weight : *option.weight;
        }
    }
    return total;
}

}  // namespace needlewise
