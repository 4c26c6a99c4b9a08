#include "core/form/tree.h"

#include <algorithm>
#include <map>
#include <utility>

namespace needlewise {

namespace {

// More than any real response comes to; keeps a small file of many empty repetitions from filling the memory.
constexpr std::size_t most_nodes = 1'000'000;

const std::vector<ResponseItem> nothing;

}  // namespace

Tree::Tree(const Outline& of_questionnaire, const Response& response, Issues& to)
    : outline(of_questionnaire), issues(to), by_entry(of_questionnaire.entries().size()), outcomes(of_questionnaire.entries().size()) {
    open({});
    place_items(response.items, none, 0);
    list[0].end = list.size();
    if (full) {
        issues.add({Severity::error, IssueType::too_long, "", "more than " + std::to_string(most_nodes) + " items",
                    "split the response, or leave out empty repetitions"});
    }
    for (std::size_t node = 1; node < list.size(); ++node)
        list[node].enabled = list[list[node].parent].enabled && (list[node].is_answer || evaluate(node));
}

std::size_t Tree::open(Node node) {
    list.push_back(node);
    return list.size() - 1;
}

void Tree::place_items(const std::vector<ResponseItem>& given, std::size_t entry, std::size_t node) {
    struct Placed {
        std::size_t entry, place;
    };
    std::vector<Placed> placed;
    std::map<std::string_view, std::size_t> twins;  // where the last item was placed whose linkId several have: each takes the next place
    for (std::size_t place = 0; place < given.size(); ++place) {
        if (given[place].link_id.empty()) continue;  // reported when it was read
        std::size_t found = outline.find(given[place].link_id, entry);
        if (found != none && outline.entries()[found].twin) {
            const auto [last, is_first] = twins.emplace(given[place].link_id, found);
            const std::size_t next = outline.entries()[last->second].next_twin;
            if (!is_first && next != none) last->second = next;
            found = last->second;
        }
        if (found == none || outline.entries()[found].parent != entry) {
            report_stray(given[place], place, node);
            continue;
        }
        if (!placed.empty() && found < placed.back().entry) {
            const bool sure = !outline.entries()[found].twin && !outline.entries()[placed.back().entry].twin && !is_among_twins(node);
            issues.add({sure ? Severity::error : Severity::warning, IssueType::structure, pointer(node) + "/item/" + std::to_string(place),
                        quoted(given[place].link_id) + " stands after items that come later in the questionnaire",
                        "keep the order of the questionnaire"});
        }
        placed.push_back({found, place});
    }
    std::ranges::stable_sort(placed, {}, &Placed::entry);
    auto next = placed.begin();
    outline.each_child(entry, [&](std::size_t child) {
        if (next == placed.end() || next->entry != child) return place_item(nullptr, 0, child, node);
        for (; next != placed.end() && next->entry == child; ++next) place_item(&given[next->place], next->place, child, node);
    });
}

void Tree::place_item(const ResponseItem* given, std::size_t place, std::size_t entry, std::size_t parent) {
    if (list.size() >= most_nodes) {
        full = true;
        return;
    }
    const std::size_t here = open({.entry = entry, .parent = parent, .place = place, .given = given});
    by_entry[entry].push_back(here);
    const Item& item = *outline.entries()[entry].item;
    if (!is_question(item.type)) {
        place_items(given ? given->items : nothing, entry, here);
    } else if (given && !given->answers.empty()) {
        for (std::size_t i = 0; i < given->answers.size(); ++i) {
            const auto& below = given->answers[i].items;
            if (item.children.empty() && below.empty()) continue;
            const std::size_t answer = open({.entry = entry, .parent = here, .place = i, .is_answer = true, .given = given});
            place_items(below, entry, answer);
            list[answer].end = list.size();
        }
    } else if (!item.children.empty()) {
        const std::size_t answer = open({.entry = entry, .parent = here, .is_answer = true});
        place_items(nothing, entry, answer);
        list[answer].end = list.size();
    }
    list[here].end = list.size();
}

void Tree::report_stray(const ResponseItem& item, std::size_t place, std::size_t container) {
    const std::string at = pointer(container) + "/item/" + std::to_string(place), name = quoted(item.link_id);
    const Severity severity = is_among_twins(container) ? Severity::warning : Severity::error;
    if (outline.find(item.link_id) != none)
        issues.add({severity, IssueType::structure, at, name + " does not belong here",
                    "nest items as in the questionnaire; items below a question stand in its answer"});
    else if (outline.is_complete())
        issues.add({severity, IssueType::not_found, at, "the questionnaire has no " + name, "correct the linkId"});
    else
        issues.add({Severity::warning, IssueType::not_supported, at,
                    name + " is not checked: the questionnaire has items that could not be read, or more than are read",
                    "correct the questionnaire"});
}

std::string Tree::pointer(std::size_t node) const {
    if (list[node].parent == none) return "";
    return pointer(list[node].parent) + (list[node].is_answer ? "/answer/" : "/item/") + std::to_string(list[node].place);
}

bool Tree::is_among_twins(std::size_t node) const {
    for (; list[node].entry != none; node = list[node].parent)
        if (is_twin(node)) return true;
    return false;
}

bool Tree::enabled(std::size_t entry) const {
    return std::ranges::any_of(by_entry[entry], [&](std::size_t node) { return list[node].enabled; });
}

// FHIR: the nearest occurrence, by way of the ancestors. The smallest thing that holds both is looked through: the one before, else
// the one after. So a condition in a repeating group reads its own repetition.
std::size_t Tree::asked(std::size_t node, std::size_t named) const {
    if (named == none) return none;
    std::size_t container = node;
    std::size_t below = node;
    while (list[container].parent != none && !(outline.within(named, list[container].entry) && !list[container].is_answer)) {
        below = container;
        container = list[container].parent;
    }
    if (list[container].entry == named) return container;
    if (below != container && list[below].is_answer) container = below;
    const auto& all = by_entry[named];
    const auto first = std::ranges::lower_bound(all, container), last = std::ranges::lower_bound(all, list[container].end);
    const auto after = std::ranges::lower_bound(first, last, node);
    if (after != first) return *(after - 1);
    return after == last ? none : *after;
}

// A condition on what has no answers cannot be told: nothing is hidden by it.
bool Tree::evaluate(std::size_t node) {
    const std::size_t here = list[node].entry;
    const Outline::Entry& entry = outline.entries()[here];
    const Conditions& conditions = entry.item->enable_when;
    outcomes[here].resize(conditions.list.size());
    return hold_where(conditions, [&](const Condition& condition) {
        const auto index = static_cast<std::size_t>(&condition - conditions.list.data());
        if (!outline.has_answers(entry.names[index])) return true;
        const std::size_t question = asked(node, entry.names[index]);
        Found& last = outcomes[here][index];
        if (question == none || question != last.question) last = {question, holds_at(question, condition)};
        return last.holds;
    });
}

// The answers to a question that stands in several items side by side, against the rules, are those of all of them.
bool Tree::holds_at(std::size_t question, const Condition& condition) const {
    std::vector<const Answer*> answers;
    if (question != none) {
        const auto& all = by_entry[list[question].entry];
        const std::size_t parent = list[question].parent;
        for (auto each = std::ranges::lower_bound(all, parent); each != all.end() && *each < list[parent].end; ++each) {
            if (list[*each].parent != parent || !list[*each].given) continue;
            for (const Answer& answer : list[*each].given->answers) answers.push_back(&answer);
        }
    }
    if (!std::ranges::any_of(answers, [](const Answer* answer) { return counts(*answer); })) answers.clear();  // none says anything
    return holds_among(condition, answers.size(), [&](std::size_t i) { return answers[i]->value ? &*answers[i]->value : nullptr; });
}

std::size_t Tree::update(std::size_t node) {
    const bool before = list[node].enabled;
    std::size_t evaluated = 0;
    list[node].enabled = list[list[node].parent].enabled;
    if (list[node].enabled && !list[node].is_answer) {
        list[node].enabled = evaluate(node);
        evaluated = 1;
    }
    if (list[node].enabled == before) return evaluated;
    for (std::size_t child = node + 1; child < list[node].end; child = list[child].end) evaluated += update(child);
    return evaluated;
}

std::size_t Tree::answer_changed(std::size_t node) {
    std::size_t evaluated = 0;
    const std::size_t changed = list[node].entry;
    for (const std::size_t entry : outline.entries()[changed].depend) outcomes[entry].clear();
    for (const std::size_t entry : outline.entries()[changed].depend) {
        for (const std::size_t dependent : by_entry[entry])
            if (list[list[dependent].parent].enabled && asked(dependent, changed) == node) evaluated += update(dependent);
    }
    return evaluated;
}

}  // namespace needlewise
