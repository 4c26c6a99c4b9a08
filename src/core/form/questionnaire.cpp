#include "core/form/questionnaire.h"

#include <algorithm>

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

namespace {

constexpr std::int64_t millionths = 1'000'000;

// "-12.5" in millionths; nothing for anything else. The library's own conversions bring tables of 40 kB into the module.
std::optional<std::int64_t> read_millionths(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point), part = point == std::string_view::npos ? "" : text.substr(point + 1);
    constexpr std::size_t most_figures = 12, decimals = 6;
    if ((whole.empty() && part.empty()) || whole.size() > most_figures || part.size() > decimals) return std::nullopt;
    if (whole.find_first_not_of("0123456789") != whole.npos || part.find_first_not_of("0123456789") != part.npos) return std::nullopt;
    std::int64_t all = 0;
    for (const char figure : std::string(whole) + std::string(part) + std::string(decimals - part.size(), '0'))
        all = all * 10 + (figure - '0');
    return negative ? -all : all;
}

std::optional<Value> decimal_of(std::int64_t all) {
    const std::int64_t size = all < 0 ? -all : all;
    const std::string after = std::to_string(millionths + size % millionths).substr(1);
    const auto decimal = Decimal::read((all < 0 ? "-" : "") + std::to_string(size / millionths) + "." + after);
    return decimal ? Decimal::read(decimal->plain()).transform([](const Decimal& plain) { return Value{plain}; }) : std::nullopt;
}

}  // namespace

std::optional<Value> typed_answer(const Item& item, std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return std::nullopt;
    std::string trimmed(text.substr(first, text.find_last_not_of(blank) - first + 1));
    if (letter_count(trimmed) > longest_typed) return std::nullopt;
    if (item.type == ItemType::string || item.type == ItemType::text || item.type == ItemType::open_choice)
        return Value{std::move(trimmed)};
    std::ranges::replace(trimmed, ',', '.');
    const auto number = read_millionths(trimmed);
    if (!number) return std::nullopt;
    if (item.type == ItemType::decimal) return decimal_of(*number);
    if (item.type == ItemType::integer && *number % millionths == 0) return Value{*number / millionths};
    return std::nullopt;
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
