// "Questions to ask": what the person's own findings lead to, a list that the person makes, and what it can be made of.
#include <algorithm>

#include "core/journey/fields.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

const std::string list_id = "questions";  // linkId of the question whose answers are the list

// The part of a code before its number: "safety" of "safety-2".
std::string_view group_of(const Option& option) { return std::string_view(option.coding.code).substr(0, option.coding.code.rfind('-')); }

// The groups in the order of the questionnaire.
std::vector<std::string_view> groups_of(const Item& item) {
    std::vector<std::string_view> groups;
    for (const Option& option : item.options)
        if (groups.empty() || groups.back() != group_of(option)) groups.push_back(group_of(option));
    return groups;
}

std::string title_of(const Content& content, std::string_view group) {
    return say(content, "questions." + std::string(group) + ".title").text;
}

void from_findings(const Content& content, const Model& model, Writer& page, const Assessment& found) {
    std::vector<std::string> lines = finding_questions(content, found);
    if (lines.empty()) return;
    Writer own(content, model, "questions.own");
    own.heading(2, "questions.own.title");
    Node list{List{}};
    list.children.reserve(lines.size());
    for (std::string& line : lines) list.children.push_back({ListItem{std::move(line)}});
    own.add(std::move(list));
    page.add(own.finish_as(Look::ask));
}

// One question of the list with what can be done with it.
Node listed(const Content& content, std::string question, std::size_t number) {
    const std::string place = list_id + ":" + std::to_string(number);
    Node row{Section{Landmark::none, Look::actions, {}}};
    if (number > 0)
        row.children.push_back({Button{.label = say(content, "questions.up").text,
                                       .look = ButtonLook::chip,
                                       .action = MoveAnswer{list_id, number},
                                       .description = question},
                                "up:" + place});
    row.children.push_back({Button{.label = say(content, "questions.drop").text,
                                   .look = ButtonLook::chip,
                                   .action = DropAnswer{list_id, number},
                                   .description = question},
                            "drop:" + place});
    return {ListItem{std::move(question)}, "", {std::move(row)}};
}

Node own_list(const Content& content, const Model& model, const Item& item) {
    Writer card(content, model, "questions.list");
    card.heading(2, "questions.list.title");
    Node list{List{.ordered = true}};
    std::vector<std::string> lines = questions_asked(content, model);
    for (std::string& line : lines) list.children.push_back(listed(content, std::move(line), list.children.size()));
    if (lines.empty()) card.say("questions.list.none");
    else card.add(std::move(list));
    const std::string entry = entry_for(item.link_id);
    const auto typed = model.entries.find(entry);
    const std::string value = typed == model.entries.end() ? std::string() : typed->second;
    const std::string most = std::to_string(item.limits.longest.value_or(0));
    card.add({TextField{.link_id = entry,
                        .label = say(content, "questions.add.label").text,
                        .hint = {},
                        .error = is_too_long(item, value) ? say(content, "questions.add.too-long", {{"count", most}}).text : std::string(),
                        .value = value},
              "field:" + entry});
    Node row{Section{Landmark::none, Look::actions, {}}};
    row.children.push_back({Button{.label = say(content, "questions.add").text, .action = AddAnswer{item.link_id}}, "add:" + item.link_id});
    card.add(std::move(row));
    return card.finish_as(Look::card);
}

// The questions of a group, to be put on the list and taken off it.
Node to_choose(const Content& content, const Model& model, const Item& item, std::string_view group) {
    Node choice{Choice{.link_id = item.link_id, .legend = title_of(content, group), .hint = {}, .error = {}, .multiple = true},
                "field:" + item.link_id + ":" + std::string(group)};
    for (const Option& option : item.options) {
        if (group_of(option) != group) continue;
        const std::string& code = option.coding.code;
        choice.children.push_back({ChoiceOption{.link_id = item.link_id,
                                                .code = code,
                                                .label = option_words(content, item, option),
                                                .hint = {},
                                                .figure = {},
                                                .multiple = true,
                                                .selected = model.answers.has_code(item.link_id, code)},
                                   "option:" + item.link_id + ":" + code});
    }
    return choice;
}

Node to_read(const Content& content, const Item& item, std::string_view group) {
    Node list{List{}};
    for (const Option& option : item.options)
        if (group_of(option) == group) list.children.push_back({ListItem{option_words(content, item, option)}});
    return list;
}

}  // namespace

std::vector<std::string> finding_questions(const Content& content, const Assessment& found) {
    std::vector<std::string> lines;
    for (const Finding& finding : found.findings)
        if (finding.action != FindingAction::tell)
            lines.push_back(say(content, "questions.own.item", {{"finding", say(content, "finding." + finding.id + ".said").text}}).text);
    return lines;
}

std::vector<std::string> questions_asked(const Content& content, const Model& model) {
    const Item* item = content.questionnaire.find(list_id);
    return item ? answers_in_words(content, *item, model.answers) : std::vector<std::string>{};
}

std::vector<std::string> questions_to_choose(const Content& content) {
    std::vector<std::string> lines;
    if (const Item* item = content.questionnaire.find(list_id))
        for (const Option& option : item->options) lines.push_back(option_words(content, *item, option));
    return lines;
}

std::vector<Node> questions_page(const Content& content, const Model& model) {
    Writer page(content, model, "questions");
    page.heading(1, "result.questions.title");
    page.say("questions.lead", {}, Style::lead);
    const Item* item = content.questionnaire.find(list_id);
    if (!item) return page.finish();
    for (const std::string_view group : groups_of(*item)) {
        page.add(heading(2, title_of(content, group)));
        page.add(to_read(content, *item, group));
    }
    return page.finish();
}

// What this person's findings ask, and what they want to ask; who has neither sees what anybody may ask first.
std::vector<Node> questions_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "questions");
    page.heading(1, "result.questions.title");
    from_findings(content, model, page, found);
    const Item* item = content.questionnaire.find(list_id);
    std::vector<std::string> own = questions_asked(content, model);
    if (!own.empty()) {
        page.heading(2, "questions.list.title");
        Node list{List{.ordered = true}};
        for (std::string& line : own) list.children.push_back({ListItem{std::move(line)}});
        page.add(std::move(list));
    } else if (item && !item->options.empty() && finding_questions(content, found).empty()) {
        const std::string_view group = group_of(item->options.front());
        page.add(heading(2, title_of(content, group)));
        page.add(to_read(content, *item, group));
    }
    return page.finish();
}

std::vector<Node> result_questions(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "questions");
    page.heading(1, "result.questions.title");
    page.say("questions.lead", {}, Style::lead);
    from_findings(content, model, page, found);
    const Item* item = content.questionnaire.find(list_id);
    if (!item) return page.finish();
    page.add(own_list(content, model, *item));
    for (const std::string_view group : groups_of(*item))
        page.fold("questions-" + std::string(group), {.title = title_of(content, group)}, {to_choose(content, model, *item, group)});
    return page.finish();
}

}  // namespace needlewise
