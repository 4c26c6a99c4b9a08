// One page of questions: progress, the question or group, why we ask, and the way on and back.
#include <algorithm>

#include "core/form/flow.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

constexpr std::string_view swatch = "swatch-";  // pictures that are only a colour

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

// Short answers beside one another: on a page with other questions, where no answer needs words or a picture of its own.
bool compact(const Content& content, const Item& item, int level) {
    return level == 0 && !item.repeats && std::ranges::none_of(item.options, [&](const Option& option) {
               const bool pictured = !option.figure.empty() && !option.figure.starts_with(swatch);
               return pictured || content.words.has("option." + item.link_id + "." + option.coding.code + ".hint");
           });
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
    choice.compact = compact(content, item, level);
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
    if (lies_behind(item.date_window)) field.max = iso_date(model.today);
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

std::string page_title(const Content& content, const QuestionPage& page) {
    if (page.shared) return wording(content, "question-page." + page.item->link_id + ".title", page.section->text);
    return wording(content, "question." + page.item->link_id + ".title", page.item->text);
}

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

std::string section_title(const Content& content, const Item& section) {
    return wording(content, "section." + section.link_id + ".title", section.text);
}

// The total of a form in sections would change with the answers: the bar shows sections, and how far this one has come. It never
// goes back on the way on.
Node progress(const Content& content, const std::vector<QuestionPage>& pages, std::size_t at) {
    std::vector<const Item*> sections;
    for (const QuestionPage& page : pages)
        if (sections.empty() || sections.back() != page.section) sections.push_back(page.section);
    const auto section = static_cast<int>(std::ranges::find(sections, pages[at].section) - sections.begin());
    const auto first = std::ranges::find(pages, pages[at].section, &QuestionPage::section) - pages.begin();
    const auto in_section = static_cast<int>(std::ranges::count(pages, pages[at].section, &QuestionPage::section));
    const bool one = sections.size() < 2;
    constexpr int steps = 12;  // of a section, whatever the number of its pages becomes
    Progress bar;
    bar.value =
        one ? static_cast<int>(at) + 1 : 1 + section * steps + (static_cast<int>(at) - static_cast<int>(first)) * steps / in_section;
    bar.max = one ? static_cast<int>(pages.size()) : 1 + static_cast<int>(sections.size()) * steps;
    bar.label = say(content, one ? "question.progress" : "question.part",
                    {{"section", section_title(content, *pages[at].section)},
                     {"number", std::to_string(one ? bar.value : section + 1)},
                     {"count", std::to_string(one ? bar.max : static_cast<int>(sections.size()))}})
                    .text;
    return {std::move(bar), "progress"};
}

// A line where a section begins: the one before is done. And how the person came here, when a tap went on by itself.
std::vector<Node> since_before(const Content& content, const Model& model, const std::vector<QuestionPage>& pages, std::size_t at) {
    std::vector<Node> nodes;
    if (at > 0 && pages[at - 1].section != pages[at].section && errors_on(pages[at - 1], model.answers, model.today).empty())
        nodes.push_back(
            {Paragraph{say(content, "question.section-done", {{"section", section_title(content, *pages[at - 1].section)}}).text,
                       Style::small,
                       {}},
             "section-done"});
    const Item* tapped = model.went_on ? content.questionnaire.find(model.went_on->link_id) : nullptr;
    if (!tapped) return nodes;
    const std::string answer = answer_text(content, *tapped, model.answers);
    nodes.push_back({Button{.label = say(content, "question.undo", {{"answer", answer}}).text,
                            .look = ButtonLook::quiet,
                            .action = UndoTap{},
                            .description = wording(content, "question." + tapped->link_id + ".title", tapped->text)},
                     "undo"});
    return nodes;
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

// One for all questions of a page that several share, each named.
std::vector<Node> why_we_ask_all(const Content& content, const Model& model, const QuestionPage& page) {
    const std::string toggle = "why:" + page.item->link_id;
    const auto why_of = [](const Item* question) { return "question." + question->link_id + ".why"; };
    if (std::ranges::none_of(page.questions, [&](const Item* question) { return content.words.has(why_of(question)); })) return {};
    std::vector<Node> nodes;
    nodes.push_back({Button{.label = say(content, "question.why").text,
                            .look = ButtonLook::quiet,
                            .action = Toggle{toggle},
                            .expanded = model.open.contains(toggle)},
                     toggle});
    if (!model.open.contains(toggle)) return nodes;
    Writer why(content, model, toggle);
    for (const Item* question : page.questions) {
        if (!content.words.has(why_of(question))) continue;
        why.add({Paragraph{wording(content, "question." + question->link_id + ".title", question->text), Style::eyebrow, {}}});
        why.say(why_of(question));
    }
    nodes.push_back(why.finish_as(Look::note));
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

// Title and hint of a group of questions.
void group_head(const Content& content, const Item& group, int level, std::vector<Node>& nodes) {
    nodes.push_back(heading(level, wording(content, "question." + group.link_id + ".title", group.text)));
    if (const std::string hint = optional_words(content, "question." + group.link_id + ".hint"); !hint.empty())
        nodes.push_back({Paragraph{hint, Style::body, {}}});
}

// The group of this page that holds a question; null when it stands by itself.
const Item* group_of(const QuestionPage& page, const Item& question) {
    const auto holds = [&](const Item& item) {
        return item.type == ItemType::group && std::ranges::any_of(item.children, [&](const Item& child) { return &child == &question; });
    };
    const auto found = std::ranges::find_if(page.section->children, holds);
    return found == page.section->children.end() ? nullptr : &*found;
}

// Several questions under one title; groups among them keep theirs.
void shared_page(const Content& content, const Model& model, const QuestionPage& page, const std::vector<FieldError>& errors,
                 std::vector<Node>& nodes) {
    nodes.push_back(heading(1, page_title(content, page)));
    const Item* group = nullptr;
    for (const Item* question : page.questions) {
        const Item* around = group_of(page, *question);
        if (around && around != group) group_head(content, *around, 2, nodes);
        group = around;
        if (auto field = question_field(content, model, *question, 0, error_of(content, errors, question->link_id)))
            nodes.push_back(std::move(*field));
    }
    append(nodes, why_we_ask_all(content, model, page));
}

// One question, or those of one group.
void page_of_one(const Content& content, const Model& model, const QuestionPage& page, const std::vector<FieldError>& errors,
                 std::vector<Node>& nodes) {
    const bool group = page.item->type == ItemType::group;
    if (group) group_head(content, *page.item, 1, nodes);
    for (const Item* question : page.questions) {
        auto field = question_field(content, model, *question, group ? 0 : 1, error_of(content, errors, question->link_id));
        if (!field) continue;
        nodes.push_back(std::move(*field));
        append(nodes, why_we_ask(content, model, question->link_id, group));
    }
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
    const auto at = static_cast<std::size_t>(here - pages.begin());
    nodes.push_back(progress(content, pages, at));
    append(nodes, since_before(content, model, pages, at));
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
    if (here->shared) shared_page(content, model, *here, errors, form.children);
    else page_of_one(content, model, *here, errors, form.children);
    form.children.push_back(actions(content, model));
    nodes.push_back(std::move(form));
    return nodes;
}

}  // namespace needlewise
