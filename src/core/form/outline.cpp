#include "core/form/outline.h"

#include <utility>

namespace needlewise {

Outline::Outline(const Questionnaire& questionnaire) : complete(questionnaire.complete) {
    gather(questionnaire.items, none);
    std::map<std::pair<std::string_view, std::size_t>, std::size_t> last;  // of those that stand again
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto [first, is_new] = by_link_id.emplace(list[i].item->link_id, i);
        if (is_new) continue;
        const std::pair key(first->first, list[i].parent);
        again.emplace(key, i);
        const auto [before, is_second] = last.emplace(key, list[first->second].parent == list[i].parent ? first->second : i);
        if (const std::size_t twin = std::exchange(before->second, i); twin != i) {
            list[twin].next_twin = i;
            list[twin].twin = list[i].twin = true;
        }
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i].uncertain = list[i].item->enabled_by_expression;
        for (const Condition& condition : list[i].item->enable_when.list) {
            const std::size_t named = find(condition.question);
            list[i].names.push_back(named);
            if (named != none) list[named].depend.push_back(i);
            list[i].uncertain |= !has_answers(named);
        }
    }
}

bool Outline::has_answers(std::size_t entry) const { return entry != none && is_question(list[entry].item->type); }

void Outline::gather(const std::vector<Item>& items, std::size_t parent) {
    for (std::size_t place = 0; place < items.size(); ++place) {
        const std::size_t here = list.size();
        list.push_back({&items[place], parent, 0, place, {}, {}, false});
        gather(items[place].children, here);
        list[here].end = list.size();
    }
}

std::size_t Outline::find(std::string_view link_id) const {
    const auto found = by_link_id.find(link_id);
    return found == by_link_id.end() ? none : found->second;
}

std::size_t Outline::find(std::string_view link_id, std::size_t parent) const {
    const std::size_t first = find(link_id);
    if (first == none || list[first].parent == parent) return first;
    const auto other = again.find({link_id, parent});
    return other == again.end() ? first : other->second;
}

std::string Outline::pointer(std::size_t entry) const {
    if (entry == none) return "";
    return pointer(list[entry].parent) + "/item/" + std::to_string(list[entry].place);
}

bool Outline::within(std::size_t entry, std::size_t container) const {
    return container == none || (entry >= container && entry < list[container].end);
}

}  // namespace needlewise
