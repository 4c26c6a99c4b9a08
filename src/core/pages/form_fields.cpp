// The fields of one question of anybody's questionnaire.
#include <algorithm>

#include "core/pages/form_parts.h"

namespace needlewise {

namespace {

constexpr std::uint64_t most_steps = 100;  // of a slider; with more a finger does not find the one it wants

class Fields {
public:
    Fields(const Content& with, const Model& of, const Item& asks, const ResponseItem& has, const std::string& at, const Standing* now)
        : content(with), model(of), item(asks), given(has), pointer(at), standing(now) {}

    std::vector<Node> make() {
        if (item.read_only) fixed();
        else if (item.type == ItemType::boolean) yes_or_no();
        else if (!item.options.empty() && (item.type == ItemType::choice || item.type == ItemType::open_choice || takes_options()))
            options();
        else if (item.type == ItemType::attachment) nodes.push_back(note(label_and_answers(), say(content, "form.attachment").text, {}));
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
        const auto add = [&](const std::string& sentence) { all += (all.empty() || sentence.empty() ? "" : " ") + sentence; };
        for (const Item& child : item.children)
            if (is_hint(item, child)) add(at_end(child));
        add(limits_text(content, item));
        if (item.required) add(say(content, "form.needed").text);
        return all;
    }

    // Words at an end of the scale are said with the number that stands there.
    std::string at_end(const Item& words) const {
        std::string text = text_of(content, words);
        const std::optional<Value>& end = words.look.control == "lower" ? item.limits.least : item.limits.most;
        const bool is_end = words.look.control == "lower" || words.look.control == "upper";
        if (!is_end || !end) return text;
        return say(content, "review.answer", {{"question", value_text(content, {}, *end)}, {"answer", text}}).text + ".";
    }

    // Of the question as a whole, or of the first answer that is wrong.
    std::string error() const {
        std::string words = error_of({});
        for (std::size_t i = 0; words.empty() && i < given.answers.size(); ++i) words = error_of(i);
        return words;
    }

    std::string error_of(std::optional<std::size_t> number) const {
        const Issue* wrong = standing ? standing->wrong_at(pointer, number) : nullptr;
        if (!wrong) return {};
        return error_text(content, item, *wrong, number ? given.answers[*number].typed : std::string{});
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

    std::string label_and_answers() const {
        std::string all;
        for (const Answer& answer : given.answers)
            if (answer.value) all += (all.empty() ? "" : say(content, "list.separator").text) + value_text(content, item, *answer.value);
        return all.empty() ? label() : say(content, "review.answer", {{"question", label()}, {"answer", all}}).text;
    }

    void fixed() {
        const bool filled = std::ranges::any_of(given.answers, [](const Answer& answer) { return answer.value.has_value(); });
        nodes.push_back(note(label_and_answers(), say(content, filled ? "form.read-only" : "form.read-only-empty").text, {}));
    }

    Choice choice(bool multiple) const {
        Choice choice;
        choice.link_id = form_field(pointer);
        choice.legend = label();
        choice.hint = hint();
        if (multiple) choice.hint = say(content, "question.choose-all").text + (choice.hint.empty() ? "" : " ") + choice.hint;
        choice.compact = !multiple && item.look.orientation != Orientation::vertical;  // beside one another where there is room
        choice.error = error();
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
        const bool list = is_long_list(item),
                   any = std::ranges::any_of(given.answers, [&](const Answer& answer) { return answer.value && offered(*answer.value); });
        if (list && item.repeats && any) nodes.push_back(chosen_ones());
        if (list) nodes.push_back(drop_down(item.repeats && any ? say(content, "form.add", {{"name", label()}}).text : label()));
        else nodes.push_back(cards({choice(item.repeats), "field:" + form_field(pointer)}, false));
        if (item.type == ItemType::open_choice) other();
    }

    // Of a long list, to be taken back; the others are added one by one.
    Node chosen_ones() const {
        Choice those;
        those.link_id = form_field(pointer);
        those.legend = label();
        those.multiple = true;
        return cards({std::move(those), "chosen:" + form_field(pointer)}, true);
    }

    Node cards(Node node, bool only_chosen) const {
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            if (only_chosen && !chosen(item.options[i].answer())) continue;
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

    Node drop_down(std::string name) const {
        Select select{.label = std::move(name), .value = {}};
        select.what = Select::What::answer;
        select.link_id = form_field(pointer);
        select.hint = hint();
        select.error = error();
        select.required = item.required;
        select.options.push_back({.value = {}, .label = say(content, "form.choose").text});
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            const bool on = chosen(item.options[i].answer());
            if (on && item.repeats) continue;  // stands above
            select.options.push_back({.value = std::to_string(i), .label = text_of(content, item.options[i])});
            if (on) select.value = std::to_string(i);
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
            if (item.type == ItemType::quantity) unit(number, name);
            if (count > 1) nodes.push_back(remove_button(content, name, form_field(pointer, number)));
        }
        const bool more = !item.limits.most_answers || static_cast<std::int64_t>(count) < *item.limits.most_answers;
        if (item.repeats) append(nodes, add_buttons(content, model, label(), form_field(pointer), more));
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
        const Answer none;
        const Answer& answer = number < given.answers.size() ? given.answers[number] : none;
        const Value* value = answer.value ? &*answer.value : nullptr;
        std::string error = error_of(number);
        if (error.empty() && number == 0) error = error_of({});
        std::string shown = !answer.typed.empty() ? answer.typed : value ? written(*value) : std::string{};
        // Of a day or a time of which a part was typed, the browser's field has that part, and nobody else knows it.
        if (item.type == ItemType::date && (!value || std::holds_alternative<Date>(*value))) {
            DateField date{.link_id = link_id,
                           .label = name,
                           .hint = hint(),
                           .error = error,
                           .value = answer.typed.empty() ? shown : "",
                           .min = {},
                           .max = {},
                           .level = 0};
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
        if (const auto* to = value ? std::get_if<Reference>(value) : nullptr; to && !to->display.empty())
            text.hint = to->display + (text.hint.empty() ? "" : ". ") + text.hint;
        if (const auto* moment = value ? std::get_if<Moment>(value) : nullptr) text.hint += zone_words(item, *moment);
        text.error = std::move(error);
        text.kind = kind(value);
        const bool in_parts = text.kind == TextKind::time || text.kind == TextKind::moment;
        if (!in_parts || answer.typed.empty()) text.value = std::move(shown);
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
                   .max = static_cast<int>(steps),
                   .answered = answered};
        bar.marks = {{0, std::to_string(*least)},
                     {static_cast<double>(steps), std::to_string(*least + static_cast<std::int64_t>(steps) * each)}};
        bar.link_id = form_field(pointer, number);
        bar.first = *least;
        bar.each = each;
        std::string id = "slider:" + bar.link_id;
        return Node{std::move(bar), std::move(id)};
    }

    std::string unit_hint() const {
        const std::string& unit = (item.look.unit.empty() ? item.limits.units : item.look.unit).front().unit;
        return say(content, "form.in-unit", {{"unit", unit}}).text;
    }

    // The number comes first: a unit alone is no quantity.
    void unit(std::size_t number, const std::string& name) {
        if (item.limits.units.size() < 2) return;
        const Quantity* quantity =
            number < given.answers.size() && given.answers[number].value ? std::get_if<Quantity>(&*given.answers[number].value) : nullptr;
        Select select{.label = say(content, "form.unit", {{"question", name}}).text, .value = "0"};
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
    const Standing* standing;  // null: nothing is said to be wrong yet
    std::vector<Node> nodes;
};

}  // namespace

bool is_hint(const Item& question, const Item& words) {
    constexpr std::string_view controls = " help flyover prompt unit lower upper ";
    const bool has_field = is_question(question.type) && !question.read_only && question.type != ItemType::attachment;
    return has_field && words.type == ItemType::display && controls.contains(" " + words.look.control + " ");
}

Node remove_button(const Content& content, const std::string& name, std::string field) {
    std::string id = "remove:" + field;
    return {Button{.label = say(content, "form.remove", {{"name", name}}).text,
                   .look = ButtonLook::quiet,
                   .action = RepeatGroup{std::move(field), false}},
            std::move(id)};
}

std::vector<Node> add_buttons(const Content& content, const Model& model, const std::string& name, const std::string& first, bool more) {
    std::vector<Node> nodes;
    if (model.taken_out && model.taken_out->among == first)
        nodes.push_back(
            {Button{.label = say(content, "form.bring-back", {{"name", name}}).text, .look = ButtonLook::quiet, .action = UndoTap{}},
             "undo"});
    if (more)
        nodes.push_back(
            {Button{
                 .label = say(content, "form.add", {{"name", name}}).text, .look = ButtonLook::quiet, .action = RepeatGroup{first, true}},
             "add:" + first});
    return nodes;
}

std::vector<Node> form_question(const Content& content, const Model& model, const Item& item, const ResponseItem& given,
                                const std::string& pointer, const Standing* standing) {
    return Fields(content, model, item, given, pointer, standing).make();
}

}  // namespace needlewise
