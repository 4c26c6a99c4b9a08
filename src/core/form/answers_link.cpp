#include "core/form/answers_link.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>

#include "core/form/link_words.h"
#include "core/form/typed_number.h"
#include "core/hash.h"

namespace needlewise {

namespace {

constexpr std::string_view version = "1", opening = "open/";
constexpr char escaped_name = '_', between_answers = '.', between_values = '-';

// ---- Names --------------------------------------------------------------------------------------------------------

constexpr std::size_t shortest_name = 3, longest_name = 6, check_signs = 3;

std::uint32_t fingerprint(std::string_view text) {
    std::uint32_t value = hash_of(text);  // mixed so that every sign depends on every letter
    value = (value ^ (value >> 16)) * 0x85ebca6bu;
    value = (value ^ (value >> 13)) * 0xc2b2ae35u;
    return value ^ (value >> 16);
}

// Figures and capitals without I, L, O and U, which are mistaken for others.
std::string signs_of(std::uint32_t value, std::size_t count) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr unsigned bits = 5, all_bits = 32;
    std::string signs;
    for (unsigned shift = all_bits - bits; signs.size() < count; shift -= bits) signs += alphabet[(value >> shift) & 31u];
    return signs;
}

// Names for things that have an id each: the shortest beginnings of their fingerprints that tell them apart.
class Names {
public:
    void add(std::string_view id) { all.push_back({signs_of(fingerprint(id), longest_name), id}); }
    void sort() { std::ranges::sort(all, {}, &Name::signs); }

    std::string of(std::string_view id) const {
        const std::string signs = signs_of(fingerprint(id), longest_name);
        for (std::size_t length = shortest_name; length <= longest_name; ++length)
            if (beginning_with(std::string_view(signs).substr(0, length)).size() == 1) return signs.substr(0, length);
        return escaped_name + link_words(id);  // two with one fingerprint
    }

    // The id; nothing when no id, or more than one, has this name.
    std::optional<std::string_view> named(std::string_view name) const {
        if (name.starts_with(escaped_name)) {
            const auto id = words_of_link(name.substr(1));
            const auto found = id ? std::ranges::find(all, *id, &Name::id) : all.end();
            return found == all.end() ? std::nullopt : std::optional(found->id);
        }
        if (name.size() < shortest_name) return std::nullopt;
        const auto found = beginning_with(name);
        return found.size() == 1 ? std::optional(found.front().id) : std::nullopt;
    }

private:
    struct Name {
        std::string signs;
        std::string_view id;
    };
    std::span<const Name> beginning_with(std::string_view start) const {
        const auto begins = [&](const Name& name) { return std::string_view(name.signs).substr(0, start.size()); };
        const auto found = std::ranges::equal_range(all, start, {}, begins);
        return {found.begin(), found.end()};
    }
    std::vector<Name> all;
};

void gather(const std::vector<Item>& items, std::vector<const Item*>& questions) {
    for (const Item& item : items) {
        if (is_question(item.type)) questions.push_back(&item);
        gather(item.children, questions);
    }
}

std::vector<const Item*> questions_of(const Questionnaire& questionnaire) {
    std::vector<const Item*> questions;
    gather(questionnaire.items, questions);
    return questions;
}

Names names_of(const std::vector<const Item*>& questions) {
    Names names;
    for (const Item* question : questions) names.add(question->link_id);
    names.sort();
    return names;
}

Names names_of(const Item& question) {
    Names names;
    for (const Option& option : question.options) names.add(option.coding.code);
    names.sort();
    return names;
}

// ---- Out ----------------------------------------------------------------------------------------------------------

std::string without_dashes(std::string iso) {
    std::erase(iso, '-');
    return iso;
}

std::string value_text(const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "Y" : "N";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return link_words(std::to_string(*whole));
    if (const auto* decimal = std::get_if<Decimal>(&value)) return link_words(decimal->plain());
    if (const auto* date = std::get_if<Date>(&value)) return without_dashes(iso_date(*date));
    if (const auto* text = std::get_if<std::string>(&value)) return link_words(*text);
    return {};
}

// ".G7K-AB3.G7K-_My-own": in the order in which they were given.
std::string open_entries(const Item& item, const std::string& name, const std::vector<Value>& values) {
    const Names options = names_of(item);
    std::string text;
    for (const Value& value : values) {
        const auto* coding = std::get_if<Coding>(&value);
        if (coding && !item.option(coding->code)) continue;
        text += between_answers + name + between_values + (coding ? options.of(coding->code) : escaped_name + value_text(value));
    }
    return text;
}

// ".G7K-AB3-M0P": all options of a choice in one, other values one by one.
std::string entries(const Item& item, const std::string& name, const std::vector<Value>& values) {
    if (item.type == ItemType::open_choice) return open_entries(item, name, values);
    std::string text;
    if (item.type == ItemType::choice) {
        const Names options = names_of(item);
        for (const Value& value : values)
            if (const auto* coding = std::get_if<Coding>(&value); coding && item.option(coding->code))
                text += between_values + options.of(coding->code);
        return text.empty() ? text : between_answers + name + text;
    }
    for (const Value& value : values) text += between_answers + name + between_values + value_text(value);
    return text;
}

// ---- In -----------------------------------------------------------------------------------------------------------

class LinkReader {
public:
    explicit LinkReader(const Questionnaire& questionnaire)
        : questions(questions_of(questionnaire)), names(names_of(questions)), questionnaire(questionnaire) {}

    void read(std::string_view entry) {
        const std::size_t dash = entry.find(between_values);
        const std::string_view name = entry.substr(0, dash), value = dash == std::string_view::npos ? "" : entry.substr(dash + 1);
        const auto link_id = names.named(name);
        const Item* item = link_id ? questionnaire.find(*link_id) : nullptr;
        if (!item) opened.unknown.emplace_back(name);
        else if (item->type == ItemType::choice) choose(*item, name, value);
        else if (item->type == ItemType::open_choice && value.starts_with(escaped_name)) say(*item, name, value.substr(1));
        else if (item->type == ItemType::open_choice) choose(*item, name, value);
        else if (auto typed = typed_value(*item, value)) put(*item, std::move(*typed));
        else opened.unknown.emplace_back(name);
    }

    OpenedLink opened;

private:
    void choose(const Item& item, std::string_view name, std::string_view chosen) {
        const Names options = names_of(item);
        for (const auto part : std::views::split(chosen, between_values)) {
            const std::string_view option_name(part.begin(), part.end());
            const auto code = options.named(option_name);
            if (const Option* option = code ? item.option(*code) : nullptr)
                opened.answers.set(item.link_id, with_choice(item, opened.answers.of(item.link_id), *option, true));
            else opened.unknown.push_back(std::string(name) + between_values + std::string(option_name));
        }
    }

    // Words of an open choice; those of an option are the option, whose name may be written like this.
    void say(const Item& item, std::string_view name, std::string_view text) {
        const auto words = words_of_link(text);
        const Option* option = words ? item.option(*words) : nullptr;
        auto typed = option ? std::optional<Value>(option->coding) : words ? typed_answer(item, *words) : std::nullopt;
        if (!typed) opened.unknown.emplace_back(name);
        else if (std::ranges::find(opened.answers.of(item.link_id), *typed) == opened.answers.of(item.link_id).end())
            put(item, std::move(*typed));
    }

    static std::optional<Value> typed_value(const Item& item, std::string_view text) {
        constexpr std::size_t year = 4, month = 2;
        if (item.type == ItemType::boolean) return text == "Y" || text == "N" ? std::optional<Value>(text == "Y") : std::nullopt;
        if (item.type == ItemType::date) {
            if (text.size() < year + month) return std::nullopt;
            const auto date = parse_date(std::string(text.substr(0, year)) + "-" + std::string(text.substr(year, month)) + "-" +
                                         std::string(text.substr(year + month)));
            return date ? std::optional<Value>(*date) : std::nullopt;
        }
        const auto words = words_of_link(text);
        if (item.type == ItemType::decimal) {  // as this program writes it: here "1.125" is no thousands
            const auto number = words ? read_millionths(*words) : std::nullopt;
            return number ? decimal_of(*number).transform([](const Decimal& decimal) { return Value{decimal}; }) : std::nullopt;
        }
        return words ? typed_answer(item, *words) : std::nullopt;
    }

    void put(const Item& item, Value value) {
        if (item.repeats) opened.answers.add(item.link_id, std::move(value));
        else opened.answers.set(item.link_id, {std::move(value)});
    }

    std::vector<const Item*> questions;
    Names names;
    const Questionnaire& questionnaire;
};

// What stands after "open/", without the line breaks a mail may put into it and what stands behind it.
std::string payload(std::string_view link) {
    const std::size_t open = link.rfind(opening);
    if (open != std::string_view::npos) link.remove_prefix(open + opening.size());
    std::string text;
    for (const char letter : link) {
        if (letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n') continue;
        if (!is_link_letter(letter) && letter != between_answers && letter != between_values && letter != '_') break;
        text += letter;
    }
    while (!text.empty() && !is_link_letter(text.back())) text.pop_back();
    return text;
}

// The answers in the order of the questionnaire; empty when there are none, or when they take more room than that.
std::string text_of(const Questionnaire& questionnaire, const Answers& answers, std::size_t longest) {
    const auto questions = questions_of(questionnaire);
    const Names names = names_of(questions);
    std::string free, rest;  // free words first: what follows then packs tightly into a code
    for (const Item* question : questions) {
        const auto& values = answers.of(question->link_id);
        if (values.empty()) continue;
        const bool words =
            question->type == ItemType::string || question->type == ItemType::text || question->type == ItemType::open_choice;
        (words ? free : rest) += entries(*question, names.of(question->link_id), values);
    }
    if (free.empty() && rest.empty()) return {};
    std::string text = with_check(std::string(version) + free + rest);
    return text.size() <= longest ? text : std::string();
}

std::expected<OpenedLink, LinkFault> read_text(const Questionnaire& questionnaire, std::string_view link, std::size_t longest) {
    if (link.size() > longest) return std::unexpected(LinkFault::too_long);
    const std::string text = payload(link);
    const std::size_t first = text.find(between_answers), last = text.rfind(between_answers);
    if (first == std::string::npos || first == 0 || text.find_first_not_of("0123456789") != first)
        return std::unexpected(LinkFault::no_answers);
    if (text.front() == '0') return std::unexpected(LinkFault::damaged);  // there is no such version
    if (text.substr(0, first) != version) return std::unexpected(LinkFault::newer);
    const std::string_view checked = std::string_view(text).substr(0, last);
    if (first == last || text != with_check(std::string(checked))) return std::unexpected(LinkFault::damaged);
    LinkReader reader(questionnaire);
    for (const auto entry : std::views::split(checked.substr(first + 1), between_answers)) reader.read({entry.begin(), entry.end()});
    if (reader.opened.answers.empty()) return std::unexpected(LinkFault::other_questions);
    return std::move(reader.opened);
}

}  // namespace

std::string answers_text(const Questionnaire& questionnaire, const Answers& answers) {
    return text_of(questionnaire, effective_answers(questionnaire, answers), longest_answers_text);
}

std::string kept_text(const Questionnaire& questionnaire, const Answers& answers) {
    return text_of(questionnaire, answers, longest_kept_text);
}

std::string with_check(std::string text) {
    text += between_answers + signs_of(fingerprint(text), check_signs);
    return text;
}

std::string answers_fragment(std::string_view text) { return "#/" + std::string(opening) + std::string(text); }

std::string_view text_key(LinkFault fault) {
    switch (fault) {
        case LinkFault::no_answers: return "open.fault.no-answers";
        case LinkFault::too_long: return "open.fault.too-long";
        case LinkFault::damaged: return "open.fault.damaged";
        case LinkFault::newer: return "open.fault.newer";
        case LinkFault::other_questions: return "open.fault.other-questions";
    }
    return "open.fault.no-answers";
}

std::expected<OpenedLink, LinkFault> read_answers_link(const Questionnaire& questionnaire, std::string_view link) {
    constexpr std::size_t longest_link = longest_answers_text + 1000;  // with the address before it
    return read_text(questionnaire, link, longest_link);
}

std::expected<OpenedLink, LinkFault> read_kept_text(const Questionnaire& questionnaire, std::string_view text) {
    return read_text(questionnaire, text, longest_kept_text);
}

}  // namespace needlewise
