// The fields of one question of anybody's questionnaire.
#include <algorithm>

#include "core/pages/form_parts.h"

namespace needlewise {

namespace {

constexpr std::size_t most_cards = 10;     // options; more are a list to open
constexpr std::uint64_t most_steps = 100;  // of a slider; with more a finger does not find the one it wants

class Fields {
public:
    Fields(const Content& with, const Model& of, const Item& asks, const ResponseItem& has, const std::string& at, const std::string& wrong)
        : content(with), model(of), item(asks), given(has), pointer(at), error(wrong) {}

    std::vector<Node> make() {
        if (item.read_only) fixed();
        else if (item.type == ItemType::boolean) yes_or_no();
        else if (!item.options.empty() && (item.type == ItemType::choice || item.type == ItemType::open_choice || takes_options()))
            options();
        else if (item.type == ItemType::attachment) nodes.push_back(note(label(), say(content, "form.attachment").text, {}));
        else if (item.type == ItemType::choice) nodes.push_back(note(label(), say(content, "form.no-options").text, {}));
        else if (item.type == ItemType::unknown) untyped();
        else typed();
        for (const Notice& notice : item.notices)
            if (notice.shown) nodes.push_back(not_supported(content, notice));
        return std::move(nodes);
    }

private:
    bool takes_options() const { return item.type == ItemType::string || item.type == ItemType::integer || item.type == ItemType::date; }

    std::string label() const {
        const std::string text = text_of(content, item);
        return text.empty() ? say(content, "form.unnamed").text : text;
    }

    // What helps with the question stands below it in the form.
    std::string hint() const {
        std::string all;
        for (const Item& child : item.children)
            if (child.type == ItemType::display && child.look.control == "help") all += (all.empty() ? "" : " ") + text_of(content, child);
        const auto add = [&](const std::string& sentence) { all += (all.empty() || sentence.empty() ? "" : " ") + sentence; };
        add(limits_text(content, item));
        if (item.required) add(say(content, "form.needed").text);
        return all;
    }

    Node note(std::string title, std::string words, std::string language) const {
        Node node{Section{Landmark::none, Look::note, {}}};
        node.children.push_back({Paragraph{std::move(title), Style::body, {}}});
        node.children.push_back({Paragraph{std::move(words), Style::small, std::move(language)}});
        return node;
    }

    // Whatever was entered could be no answer.
    void untyped() {
        nodes.push_back({Paragraph{label(), Style::body, {}}});
        nodes.push_back(not_supported(content, {"type", "the form does not say what kind of answer this has; it cannot be answered here"}));
    }

    void fixed() {
        std::string all;
        for (const Answer& answer : given.answers)
            if (answer.value) all += (all.empty() ? "" : say(content, "list.separator").text) + value_text(content, item, *answer.value);
        nodes.push_back(
            note(label() + ": " + (all.empty() ? say(content, "review.unanswered").text : all), say(content, "form.read-only").text, {}));
    }

    Choice choice(bool multiple) const {
        Choice choice;
        choice.link_id = form_field(pointer);
        choice.legend = label();
        choice.hint = hint();
        if (multiple) choice.hint = say(content, "question.choose-all").text + (choice.hint.empty() ? "" : " ") + choice.hint;
        choice.compact = !multiple && item.look.orientation != Orientation::vertical;  // beside one another where there is room
        choice.error = error;
        choice.multiple = multiple;
        choice.required = item.required;
        return choice;
    }

    bool chosen(const Value& value) const {
        return std::ranges::any_of(given.answers, [&](const Answer& answer) { return answer.value && same(*answer.value, value); });
    }

    void yes_or_no() {
        Node node{choice(false), "field:" + form_field(pointer)};
        for (const bool yes : {true, false}) {
            ChoiceOption option;
            option.link_id = form_field(pointer);
            option.code = yes ? "true" : "false";
            option.label = say(content, yes ? "answer.yes" : "answer.no").text;
            option.selected = chosen(Value{yes});
            node.children.push_back({std::move(option), "option:" + form_field(pointer) + ":" + (yes ? "true" : "false")});
        }
        nodes.push_back(std::move(node));
    }

    void options() {
        const bool list =
            !item.repeats && (item.options.size() > most_cards || item.look.control == "drop-down" || item.look.control == "autocomplete");
        if (list) nodes.push_back(drop_down());
        else nodes.push_back(cards());
        if (item.type == ItemType::open_choice) other();
    }

    Node cards() const {
        Node node{choice(item.repeats), "field:" + form_field(pointer)};
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            ChoiceOption option;
            option.link_id = form_field(pointer);
            option.code = std::to_string(i);
            option.label = text_of(content, item.options[i]);
            option.multiple = item.repeats;
            option.selected = chosen(item.options[i].answer());
            node.children.push_back({std::move(option), "option:" + form_field(pointer) + ":" + std::to_string(i)});
        }
        return node;
    }

    Node drop_down() const {
        Select select{.label = label(), .value = {}};
        select.what = Select::What::answer;
        select.link_id = form_field(pointer);
        select.hint = hint();
        select.error = error;
        select.required = item.required;
        select.options.push_back({.value = {}, .label = say(content, "form.choose").text});
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            select.options.push_back({.value = std::to_string(i), .label = text_of(content, item.options[i])});
            if (chosen(item.options[i].answer())) select.value = std::to_string(i);
        }
        return {std::move(select), "field:" + form_field(pointer)};
    }

    bool offered(const Value& value) const {
        return std::ranges::any_of(item.options, [&](const Option& option) { return same(option.answer(), value); });
    }

    // Words of one's own beside the options.
    void other() {
        std::size_t number = 0;
        while (number < given.answers.size() && given.answers[number].value && offered(*given.answers[number].value)) ++number;
        TextField field;
        field.link_id = form_field(pointer, item.repeats ? number : 0);
        field.label = say(content, "form.other", {{"question", label()}}).text;
        if (number < given.answers.size() && given.answers[number].value)
            field.value = value_text(content, item, *given.answers[number].value);
        nodes.push_back({std::move(field), "field:" + form_field(pointer) + ":other"});
    }

    // One field, or for a question that repeats one for each answer.
    void typed() {
        const std::size_t count = std::max<std::size_t>(given.answers.size(), 1);
        for (std::size_t number = 0; number < count; ++number) {
            const std::string name =
                count == 1 ? label()
                           : say(content, "form.answer-number", {{"question", label()}, {"number", std::to_string(number + 1)}}).text;
            if (auto bar = slider(number, name)) nodes.push_back(std::move(*bar));
            nodes.push_back(field(number, name));
            if (item.type == ItemType::quantity) unit(number);
            if (count > 1) nodes.push_back(button("form.remove", name, {form_field(pointer, number), false}, "remove:"));
        }
        if (item.repeats) nodes.push_back(button("form.add", label(), {form_field(pointer), true}, "add:"));
    }

    Node button(std::string_view key, const std::string& name, RepeatGroup action, std::string_view prefix) const {
        std::string id = std::string(prefix) + action.field;
        return {Button{.label = say(content, key, {{"name", name}}).text, .look = ButtonLook::quiet, .action = std::move(action)},
                std::move(id)};
    }

    TextKind kind(const Value* value) const {
        const auto* moment = value ? std::get_if<Moment>(value) : nullptr;
        switch (item.type) {
            case ItemType::integer: return TextKind::whole;
            case ItemType::decimal:
            case ItemType::quantity: return TextKind::decimal;
            case ItemType::text: return TextKind::lines;
            case ItemType::time: return TextKind::time;
            case ItemType::date_time: return !value || (moment && moment->time) ? TextKind::moment : TextKind::line;
            default: return TextKind::line;
        }
    }

    static std::string written(const Value& value) {
        if (const auto* words = std::get_if<std::string>(&value)) return *words;
        if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity->value ? quantity->value->plain() : "";
        if (const auto* to = std::get_if<Reference>(&value)) return to->reference;
        if (const auto* number = std::get_if<Decimal>(&value)) return number->plain();
        return in_words(value);
    }

    Node field(std::size_t number, const std::string& name) const {
        const std::string link_id = form_field(pointer, number);
        const std::string id = "field:" + (number == 0 ? form_field(pointer) : link_id);
        const Value* value = number < given.answers.size() && given.answers[number].value ? &*given.answers[number].value : nullptr;
        const auto entry = model.entries.find(link_id);
        const std::string shown = entry != model.entries.end() ? entry->second : value ? written(*value) : std::string{};
        if (item.type == ItemType::date && (!value || std::holds_alternative<Date>(*value))) {
            DateField date{
                .link_id = link_id, .label = name, .hint = hint(), .error = error, .value = shown, .min = {}, .max = {}, .level = 0};
            date.required = item.required;
            if (item.limits.least && std::holds_alternative<Date>(*item.limits.least))
                date.min = iso_date(std::get<Date>(*item.limits.least));
            if (item.limits.most && std::holds_alternative<Date>(*item.limits.most)) date.max = iso_date(std::get<Date>(*item.limits.most));
            return {std::move(date), id};
        }
        TextField text;
        text.link_id = link_id;
        text.label = name;
        text.hint = hint();
        if (!item.look.unit.empty() || item.limits.units.size() == 1) text.hint = unit_hint() + (text.hint.empty() ? "" : " " + text.hint);
        text.error = error;
        text.value = shown;
        text.kind = kind(value);
        text.required = item.required;
        return {std::move(text), id};
    }

    // Above the field, for a whole number between two others: who cannot slide types, and where nothing is answered nothing is said to be.
    std::optional<Node> slider(std::size_t number, const std::string& name) const {
        const auto whole = [](const std::optional<Value>& value) { return value ? std::get_if<std::int64_t>(&*value) : nullptr; };
        const auto *least = whole(item.limits.least), *most = whole(item.limits.most);
        if (item.type != ItemType::integer || item.look.control != "slider" || !least || !most || *most <= *least) return std::nullopt;
        const std::int64_t each = item.look.slider_step;
        const auto steps = (static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(*least)) / static_cast<std::uint64_t>(each);
        if (steps < 1 || steps > most_steps) return std::nullopt;
        const std::int64_t* stands = number < given.answers.size() ? whole(given.answers[number].value) : nullptr;
        const bool answered = stands && *stands >= *least && *stands <= *most;
        Slider bar{.label = name,
                   .value_text = answered ? std::to_string(*stands) : say(content, "review.unanswered").text,
                   .value = answered ? static_cast<int>((*stands - *least) / each) : 0,
                   .max = static_cast<int>(steps)};
        bar.marks = {{0, std::to_string(*least)},
                     {static_cast<double>(steps), std::to_string(*least + static_cast<std::int64_t>(steps) * each)}};
        bar.link_id = form_field(pointer, number);
        bar.first = *least;
        bar.each = each;
        std::string id = "slider:" + bar.link_id;
        return Node{std::move(bar), std::move(id)};
    }

    std::string unit_hint() const {
        const std::string unit = item.look.unit.empty() ? item.limits.units.front().unit : item.look.unit;
        return say(content, "form.in-unit", {{"unit", unit}}).text;
    }

    // The number comes first: a unit alone is no quantity.
    void unit(std::size_t number) {
        if (item.limits.units.size() < 2) return;
        const Quantity* quantity =
            number < given.answers.size() && given.answers[number].value ? std::get_if<Quantity>(&*given.answers[number].value) : nullptr;
        Select select{.label = say(content, "form.unit", {{"question", label()}}).text, .value = "0"};
        select.what = Select::What::answer;
        select.link_id = form_field(pointer, number);
        for (std::size_t i = 0; i < item.limits.units.size(); ++i) {
            const Quantity& each = item.limits.units[i];
            select.options.push_back({.value = std::to_string(i), .label = each.unit.empty() ? each.code : each.unit});
            if (quantity && same_unit(*quantity, in_unit(each))) select.value = std::to_string(i);
        }
        std::string id = "unit:" + select.link_id;
        nodes.push_back({std::move(select), std::move(id)});
    }

    const Content& content;
    const Model& model;
    const Item& item;
    const ResponseItem& given;
    const std::string& pointer;
    const std::string& error;
    std::vector<Node> nodes;
};

}  // namespace

std::vector<Node> form_question(const Content& content, const Model& model, const Item& item, const ResponseItem& given,
                                const std::string& pointer, const std::string& error) {
    return Fields(content, model, item, given, pointer, error).make();
}

}  // namespace needlewise
