// Answers that stand in an order of the person's own, words among them: one more, one earlier, one less.
#include <algorithm>
#include <utility>

#include "core/journey/fields.h"
#include "core/journey/update_parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

constexpr std::string_view fields = "field:";

// Where the focus goes when the answer is no longer where it was: to the buttons of the one that stands there now, or to the field.
std::string after_dropping(const std::string& link_id, std::size_t number, std::size_t left) {
    if (left == 0) return std::string(fields) + entry_for(link_id);
    return "drop:" + link_id + ":" + std::to_string(std::min(number, left - 1));
}

}  // namespace

std::string entry_for(std::string_view link_id) { return "new:" + std::string(link_id); }

Updated add_answer(Model model, const Content& content, const std::string& link_id) {
    const Item* item = content.questionnaire.find(link_id);
    const auto entry = model.entries.find(entry_for(link_id));
    if (!item || !item->repeats) return {std::move(model), {}};
    const std::string field = std::string(fields) + entry_for(link_id);
    const bool can_be = entry != model.entries.end() && !is_blank(entry->second) && !is_too_long(*item, entry->second);
    auto typed = can_be ? typed_answer(*item, entry->second) : std::nullopt;
    if (!typed) return {std::move(model), {Focus{field}}};
    std::vector<Value> values = model.answers.of(link_id);
    const bool there = std::ranges::find(values, *typed) != values.end();
    if (!there) values.push_back(std::move(*typed));
    model.answers.set(link_id, std::move(values));
    model.entries.erase(entry);
    return {std::move(model), {Focus{field}, Announce{say(content, there ? "questions.there" : "questions.added").text}}};
}

Updated move_answer(Model model, const Content& content, const std::string& link_id, std::size_t number) {
    std::vector<Value> values = model.answers.of(link_id);
    if (number == 0 || number >= values.size()) return {std::move(model), {}};
    std::swap(values[number - 1], values[number]);
    model.answers.set(link_id, std::move(values));
    const std::string place = link_id + ":" + std::to_string(number - 1);
    const std::string said = say(content, "questions.moved", {{"number", std::to_string(number)}}).text;
    return {std::move(model), {Focus{(number == 1 ? "drop:" : "up:") + place}, Announce{said}}};
}

Updated drop_answer(Model model, const Content& content, const std::string& link_id, std::size_t number) {
    std::vector<Value> values = model.answers.of(link_id);
    if (number >= values.size()) return {std::move(model), {}};
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(number));
    const std::string focus = after_dropping(link_id, number, values.size());
    model.answers.set(link_id, std::move(values));
    return {std::move(model), {Focus{focus}, Announce{say(content, "questions.dropped").text}}};
}

}  // namespace needlewise
