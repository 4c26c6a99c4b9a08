#include "core/form/questionnaire.h"

#include <algorithm>

#include "core/form/typed_number.h"
#include "core/letters.h"

namespace needlewise {

namespace {

const Item* find_in(const std::vector<Item>& items, std::string_view link_id) {
    for (const Item& item : items) {
        if (item.link_id == link_id) return &item;
        if (const Item* below = find_in(item.children, link_id)) return below;
    }
    return nullptr;
}

std::size_t count(const std::vector<Item>& items) {
    std::size_t total = items.size();
    for (const Item& item : items) total += count(item.children);
    return total;
}

void copy_known(const std::vector<Item>& items, const Answers& given, Answers& known) {
    for (const Item& item : items) {
        known.set(item.link_id, given.of(item.link_id));
        copy_known(item.children, given, known);
    }
}

// One pass in document order: hides and shows answers by the state reached so far. True when something changed.
bool sweep(const std::vector<Item>& items, bool parent_enabled, const Answers& given, Answers& effective) {
    bool changed = false;
    for (const Item& item : items) {
        const bool on = parent_enabled && holds(item.enable_when, effective);
        if (given.has(item.link_id) && on != effective.has(item.link_id)) {
            if (on) effective.set(item.link_id, given.of(item.link_id));
            else effective.remove(item.link_id);
            changed = true;
        }
        changed = sweep(item.children, on, given, effective) || changed;
    }
    return changed;
}

// Whether the item is found below enabled ancestors and is enabled itself. Nothing when it is not among these items.
std::optional<bool> enabled_in(const std::vector<Item>& items, std::string_view link_id, const Answers& effective) {
    for (const Item& item : items) {
        if (item.link_id == link_id) return holds(item.enable_when, effective);
        if (const auto below = enabled_in(item.children, link_id, effective)) return *below && holds(item.enable_when, effective);
    }
    return std::nullopt;
}

std::vector<const Option*> chosen_options(const Item& item, const std::vector<Value>& values) {
    std::vector<const Option*> chosen;
    for (const Option& option : item.options)
        if (std::ranges::find(values, Value{option.coding}) != values.end()) chosen.push_back(&option);
    return chosen;
}

}  // namespace

const Option* Item::option(std::string_view code) const {
    const auto found = std::ranges::find_if(options, [&](const Option& option) { return option.coding.code == code; });
    return found == options.end() ? nullptr : &*found;
}

bool is_question(ItemType type) { return type != ItemType::group && type != ItemType::display && type != ItemType::question; }

const Item* Questionnaire::find(std::string_view link_id) const { return find_in(items, link_id); }

std::vector<Value> with_choice(const Item& item, const std::vector<Value>& before, const Option& option, bool on) {
    if (!item.repeats) return on ? std::vector<Value>{option.coding} : before;
    std::vector<Value> after;
    if (item.type == ItemType::open_choice) {
        after = before;
        std::erase(after, Value{option.coding});
        if (on) after.insert(after.begin() + (std::ranges::find(before, Value{option.coding}) - before.begin()), Value{option.coding});
        return after;
    }
    for (const Option& other : item.options) {
        const bool before_on = std::ranges::find(before, Value{other.coding}) != before.end();
        const bool stays = before_on && !(on && (option.exclusive || other.exclusive));
        if (other.coding == option.coding ? on : stays) after.push_back(other.coding);
    }
    return after;
}

std::optional<Value> typed_answer(const Item& item, std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return std::nullopt;
    std::string trimmed(text.substr(first, text.find_last_not_of(blank) - first + 1));
    if (letter_count(trimmed) > longest_typed) return std::nullopt;
    if (item.type == ItemType::string || item.type == ItemType::text || item.type == ItemType::open_choice)
        return Value{std::move(trimmed)};
    const std::string plain = plain_number(trimmed);
    const auto number = is_in_thousands(plain) ? std::nullopt : read_millionths(plain);
    if (!number) return std::nullopt;
    if (item.type == ItemType::decimal) return decimal_of(*number).transform([](const Decimal& decimal) { return Value{decimal}; });
    constexpr std::int64_t one = 1'000'000, largest = 2'147'483'647;  // FHIR's integer has 32 bits
    const bool whole = item.type == ItemType::integer && *number % one == 0 && *number / one <= largest && *number / one >= -largest;
    return whole ? std::optional<Value>(*number / one) : std::nullopt;
}

bool is_too_long(const Item& item, std::string_view text) {
    return item.limits.longest && static_cast<std::int64_t>(letter_count(text)) > *item.limits.longest;
}

bool answered(const Item& item, const Answers& answers) {
    const std::vector<Value>& values = answers.of(item.link_id);
    switch (item.type) {
        case ItemType::choice: {
            const auto chosen = chosen_options(item, values);
            const bool exclusive = std::ranges::any_of(chosen, [](const Option* option) { return option->exclusive; });
            return !chosen.empty() && (chosen.size() == 1 || (item.repeats && !exclusive));
        }
        case ItemType::date: return answers.date(item.link_id).has_value();
        case ItemType::boolean: return std::ranges::any_of(values, [](const Value& value) { return std::holds_alternative<bool>(value); });
        default: return !values.empty();
    }
}

Answers effective_answers(const Questionnaire& questionnaire, const Answers& answers) {
    Answers effective;
    copy_known(questionnaire.items, answers, effective);
    // Conditions without a circle settle after at most one sweep per item. Questions that hide each other need not settle;
    // then the last sweep counts, which is at least the same every time.
    for (std::size_t sweeps = count(questionnaire.items) + 1; sweeps > 0; --sweeps)
        if (!sweep(questionnaire.items, true, answers, effective)) break;
    return effective;
}

bool enabled(const Questionnaire& questionnaire, std::string_view link_id, const Answers& effective) {
    return enabled_in(questionnaire.items, link_id, effective).value_or(false);
}

}  // namespace needlewise
