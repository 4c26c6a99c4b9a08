// The check of understanding: a few questions with the answer at once. It gives no marks: what was missed is a list to talk about.
#include <algorithm>

#include "core/pages/healing_words.h"

namespace needlewise {

namespace {

constexpr std::string_view about_redness = "redness";

const std::string* chosen(const Model& model, const CheckQuestion& question) {
    const auto found = model.checked.find(question.id);
    return found == model.checked.end() ? nullptr : &found->second;
}

Node question_node(const Content& content, const CheckQuestion& question, const std::string* choice) {
    const std::string prefix = "check." + question.id, link_id = std::string(check_prefix) + question.id;
    Choice asked{.link_id = link_id, .legend = say(content, prefix + ".question").text, .hint = {}, .error = {}, .level = 2};
    Node node{std::move(asked), "field:" + link_id};
    node.children.reserve(question.options.size());
    for (const std::string& option : question.options) {
        ChoiceOption shown;
        shown.link_id = link_id;
        shown.code = option;
        shown.label = say(content, std::string(prefix).append(".").append(option)).text;
        shown.selected = choice && *choice == option;
        node.children.push_back({std::move(shown), std::string("option:").append(link_id).append(":").append(option)});
    }
    return node;
}

// Why it fits, or what is so instead, with its sources.
Node feedback(const Content& content, const Model& model, const CheckQuestion& question, const std::string& choice) {
    const bool right = choice == question.right;
    const std::string key = "check." + question.id + "." + choice + ".feedback";
    Writer card(content, model, key);
    card.say(right ? "check.right" : "check.other", {}, Style::eyebrow);
    card.say(key);
    if (question.id == about_redness) {
        const Assessment found = assess(content, model.answers, model.today);
        std::string own = sign_sentence(content, found, Sign::redness);
        if (found.complete() && !own.empty()) card.add({Paragraph{std::move(own), Style::body, {}}});
    }
    card.cite(question.sources);
    return card.finish_as(right ? Look::good : Look::tell);
}

Node redo_button(const Content& content) {
    Node row{Section{Landmark::none, Look::actions, {}}, "redo"};
    row.children.push_back(
        {Button{.label = say(content, "check.redo").text, .look = ButtonLook::secondary, .action = RedoCheck{}}, "redo-check"});
    return row;
}

Node topics_to_talk_about(const Content& content, const std::vector<std::string>& questions) {
    Node list{List{}};
    list.children.reserve(questions.size());
    for (const std::string& id : questions) list.children.push_back({ListItem{say(content, "check." + id + ".topic").text}});
    return list;
}

Node question_card(const Content& content, const Model& model, const CheckQuestion& question) {
    const auto number = std::ranges::find(content.check, question.id, &CheckQuestion::id) - content.check.begin() + 1;
    const std::string* choice = chosen(model, question);
    Writer card(content, model, "check." + question.id);
    card.say("check.eyebrow", {{"number", std::to_string(number)}, {"count", std::to_string(content.check.size())}}, Style::eyebrow);
    card.add(question_node(content, question, choice));
    if (choice) card.add(feedback(content, model, question, *choice));
    return card.finish_as(Look::card);
}

}  // namespace

std::vector<Node> check_slide(const Content& content, const Model& model, const CheckQuestion& question) {
    Writer page(content, model, "check");
    page.heading(1, "result.check.title");
    page.add(question_card(content, model, question));
    return page.finish();
}

std::vector<std::string> missed_in_check(const Content& content, const Model& model) {
    std::vector<std::string> missed;
    missed.reserve(content.check.size());
    for (const CheckQuestion& question : content.check) {
        const std::string* choice = chosen(model, question);
        if (choice && *choice != question.right) missed.push_back(question.id);
    }
    return missed;
}

std::vector<Node> result_check(const Content& content, const Model& model) {
    Writer page(content, model, "check");
    page.heading(1, "result.check.title");
    page.say("check.lead", {}, Style::lead);
    std::size_t answered = 0;
    for (const CheckQuestion& question : content.check) {
        answered += chosen(model, question) ? 1 : 0;
        page.add(question_card(content, model, question));
    }
    if (answered == 0 || answered < content.check.size()) return page.finish();
    const auto missed = missed_in_check(content, model);
    Writer end(content, model, "check.end");
    end.heading(2, missed.empty() ? "check.all.title" : "check.talk.title");
    end.say(missed.empty() ? "check.all.text" : "check.talk.text");
    if (!missed.empty()) end.add(topics_to_talk_about(content, missed));
    page.add(end.finish_as(missed.empty() ? Look::good : Look::card));
    page.add(redo_button(content));
    return page.finish();
}

}  // namespace needlewise
