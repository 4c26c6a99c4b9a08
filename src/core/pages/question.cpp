// One page of questions: progress, the question or group, why we ask, and the way on and back.
#include <algorithm>

#include "core/form/flow.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

// The words of this program, or the wording a questionnaire brings with it.
std::string wording(const Content& content, const std::string& key, const std::string& own) {
    return content.words.has(key) || own.empty() ? say(content, key).text : own;
}

std::string optional_words(const Content& content, const std::string& key) {
    return content.words.has(key) ? say(content, key).text : std::string{};
}

std::string error_of(const Content& content, const std::vector<FieldError>& errors, const std::string& link_id) {
    for (const FieldError& error : errors)
        if (error.link_id == link_id) return say(content, error.text_key).text;
    return {};
}

Node choice_node(const Content& content, const Model& model, const Item& item, int level, std::string error) {
    const std::string prefix = "option." + item.link_id + ".";
    Choice choice;
    choice.link_id = item.link_id;
    choice.legend = wording(content, "question." + item.link_id + ".title", item.text);
    choice.hint = optional_words(content, "question." + item.link_id + ".hint");
    choice.error = std::move(error);
    choice.level = level;
    choice.multiple = item.repeats;
    choice.required = item.required;
    choice.map = item.map;
    if (item.repeats && choice.hint.empty()) choice.hint = say(content, "question.choose-all").text;
    Node node{std::move(choice), "field:" + item.link_id};
    for (const Option& option : item.options) {
        ChoiceOption shown;
        shown.link_id = item.link_id;
        shown.code = option.coding.code;
        shown.label = wording(content, prefix + option.coding.code, option.text);
        shown.hint = optional_words(content, prefix + option.coding.code + ".hint");
        shown.figure = option.figure;
        shown.multiple = item.repeats;
        shown.selected = model.answers.has_code(item.link_id, option.coding.code);
        node.children.push_back({std::move(shown), "option:" + item.link_id + ":" + option.coding.code});
    }
    return node;
}

Node yes_no_node(const Content& content, const Model& model, const Item& item, int level, std::string error) {
    Item as_choice = item;
    as_choice.options.assign(2, Option{});
    as_choice.options.front().coding.code = "true";
    as_choice.options.back().coding.code = "false";
    Node node = choice_node(content, model, as_choice, level, std::move(error));
    const auto& given = model.answers.of(item.link_id);
    for (Node& child : node.children) {
        auto& option = std::get<ChoiceOption>(child.what);
        option.label = say(content, option.code == "true" ? "answer.yes" : "answer.no").text;
        option.selected = !given.empty() && given.front() == Value{option.code == "true"};
    }
    return node;
}

Node date_node(const Content& content, const Model& model, const Item& item, int level, std::string error) {
    DateField field;
    field.link_id = item.link_id;
    field.label = wording(content, "question." + item.link_id + ".title", item.text);
    field.hint = optional_words(content, "question." + item.link_id + ".hint");
    field.error = std::move(error);
    field.level = level;
    field.required = item.required;
    if (const auto date = model.answers.date(item.link_id)) field.value = iso_date(*date);
    if (item.date_window == DateWindow::past) field.max = iso_date(model.today);
    if (item.date_window == DateWindow::future) field.min = iso_date(model.today);
    return {std::move(field), "field:" + item.link_id};
}

std::string typed_value(const Answers& answers, const Item& item) {
    const auto& given = answers.of(item.link_id);
    if (given.empty()) return {};
    if (const auto* text = std::get_if<std::string>(&given.front())) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&given.front())) return std::to_string(*whole);
    if (const auto* decimal = std::get_if<Decimal>(&given.front())) return decimal->plain();
    return {};
}

TextKind kind_of(ItemType type) {
    switch (type) {
        case ItemType::integer: return TextKind::whole;
        case ItemType::decimal: return TextKind::decimal;
        case ItemType::text: return TextKind::lines;
        default: return TextKind::line;
    }
}

Node text_node(const Content& content, const Model& model, const Item& item, int level, std::string error) {
    TextField field;
    field.link_id = item.link_id;
    field.label = wording(content, "question." + item.link_id + ".title", item.text);
    field.hint = optional_words(content, "question." + item.link_id + ".hint");
    field.error = std::move(error);
    field.value = typed_value(model.answers, item);
    field.kind = kind_of(item.type);
    field.level = level;
    field.required = item.required;
    return {std::move(field), "field:" + item.link_id};
}

}  // namespace

std::optional<Node> question_field(const Content& content, const Model& model, const Item& item, int level, std::string error) {
    switch (item.type) {
        case ItemType::choice: return choice_node(content, model, item, level, std::move(error));
        case ItemType::boolean: return yes_no_node(content, model, item, level, std::move(error));
        case ItemType::date: return date_node(content, model, item, level, std::move(error));
        case ItemType::display: return Node{Paragraph{wording(content, "question." + item.link_id + ".title", item.text), Style::body, {}}};
        case ItemType::integer:
        case ItemType::decimal:
        case ItemType::string:
        case ItemType::text: return text_node(content, model, item, level, std::move(error));
        default: return std::nullopt;  // groups, and kinds that the consultation does not ask
    }
    return std::nullopt;
}

namespace {

Node progress(const Content& content, const std::vector<QuestionPage>& pages, std::size_t at) {
    Progress bar;
    bar.value = static_cast<int>(at) + 1;
    bar.max = static_cast<int>(pages.size());
    bar.label = say(content, "question.progress",
                    {{"section", say(content, "section." + pages[at].section->link_id + ".title").text},
                     {"number", std::to_string(bar.value)},
                     {"count", std::to_string(bar.max)}})
                    .text;
    return {std::move(bar), "progress"};
}

// On a page of several questions the button's description says which one it belongs to.
std::vector<Node> why_we_ask(const Content& content, const Model& model, const std::string& link_id, bool among_others) {
    const std::string key = "question." + link_id + ".why";
    if (!content.words.has(key)) return {};
    const std::string toggle = "why:" + link_id;
    const bool open = model.open.contains(toggle);
    Button button;
    button.label = say(content, "question.why").text;
    button.look = ButtonLook::quiet;
    button.action = Toggle{toggle};
    button.expanded = open;
    if (among_others) button.description = optional_words(content, "question." + link_id + ".title");
    std::vector<Node> nodes;
    nodes.push_back({std::move(button), toggle});
    if (open) {
        Writer why(content, model, key);
        why.say(key);
        nodes.push_back(why.finish_as(Look::note));
    }
    return nodes;
}

Node actions(const Content& content, const Model& model) {
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    row.children.push_back(
        {Button{.label = say(content, "action.continue").text, .look = ButtonLook::primary, .action = Continue{}}, "continue"});
    row.children.push_back({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    // Whoever came from the review to change one answer need not walk through all the rest again.
    if (complete(content.questionnaire, model.answers, model.today))
        row.children.push_back({link_to(say(content, "question.to-review").text, "review", LinkLook::text)});
    return row;
}

// On a page of several questions the summary says which one each line is about.
std::string about(const Content& content, const Item* item) {
    return item ? wording(content, "question." + item->link_id + ".title", item->text) + " \u2013 " : std::string{};
}

}  // namespace

std::vector<Node> question_page(const Content& content, const Model& model) {
    const auto pages = question_pages(content.questionnaire, model.answers);
    const auto here = std::ranges::find_if(pages, [&](const QuestionPage& page) { return page.item->link_id == model.place.name; });
    if (here == pages.end()) {  // answers changed and this page is no longer asked
        Writer gone(content, model, "gone");
        gone.heading(1, "question.gone.title");
        gone.say("question.gone.text");
        gone.add(link_to(say(content, "question.gone.review").text, "review", LinkLook::primary));
        return gone.finish();
    }
    const auto errors = model.show_errors ? errors_on(*here, model.answers, model.today) : std::vector<FieldError>{};
    std::vector<Node> nodes;
    nodes.push_back(progress(content, pages, static_cast<std::size_t>(here - pages.begin())));
    if (!errors.empty()) {
        std::vector<std::pair<std::string, std::string>> fields;
        fields.reserve(errors.size());
        for (const FieldError& error : errors) {
            const Item* item = here->questions.size() > 1 ? content.questionnaire.find(error.link_id) : nullptr;
            fields.emplace_back("field:" + error.link_id, about(content, item) + say(content, error.text_key).text);
        }
        nodes.push_back(error_summary(content, fields));
    }
    Node form{Section{Landmark::form, Look::plain, say(content, "question.form").text}, "form"};
    const bool group = here->item->type == ItemType::group;
    if (group) {
        const std::string& id = here->item->link_id;
        form.children.push_back(heading(1, wording(content, "question." + id + ".title", here->item->text)));
        if (const std::string hint = optional_words(content, "question." + id + ".hint"); !hint.empty())
            form.children.push_back({Paragraph{hint, Style::body, {}}});
    }
    for (const Item* question : here->questions) {
        auto field = question_field(content, model, *question, group ? 0 : 1, error_of(content, errors, question->link_id));
        if (!field) continue;
        form.children.push_back(std::move(*field));
        append(form.children, why_we_ask(content, model, question->link_id, group));
    }
    form.children.push_back(actions(content, model));
    nodes.push_back(std::move(form));
    return nodes;
}

}  // namespace needlewise
