// All answers on one page, each leading back to its question.
#include <algorithm>

#include "core/form/flow.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

// Who comes to a result, or back to a review, whose answers are gone. The way on leads to the first question.
std::vector<Node> no_answers(const Content& content, const Model& model) {
    Writer page(content, model, "no-answers");
    page.heading(1, "review.none.title");
    page.say("review.none.text", {}, Style::lead);
    const auto pages = question_pages(content.questionnaire, model.answers);
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    if (!pages.empty())
        row.children.push_back(
            link_to(say(content, "review.none.start").text, "questions/" + pages.front().item->link_id, LinkLook::primary));
    row.children.push_back(link_to(say(content, "review.none.home").text, "", LinkLook::text));
    page.add(std::move(row));
    return page.finish();
}

// A line for each page: what it is about, and what was answered. Several answers stand with their names, unless there is none yet.
Node line(const Content& content, const Model& model, const QuestionPage& page) {
    const bool alone = page.questions.size() == 1;
    std::string answers;
    for (const Item* question : page.questions) {
        const std::string answer = answer_text(content, *question, model.answers);
        if (!answers.empty()) answers += say(content, "review.separator").text;
        answers += alone ? answer : say(content, "review.answer", {{"question", short_name(content, *question)}, {"answer", answer}}).text;
    }
    if (std::ranges::none_of(page.questions, [&](const Item* question) { return model.answers.has(question->link_id); }))
        answers = say(content, "review.unanswered").text;
    const std::string title = alone ? short_name(content, *page.questions.front()) : page_title(content, page);
    Node row = link_to(title, "questions/" + page.item->link_id, LinkLook::card, std::move(answers));
    row.id = "review:" + page.item->link_id;
    return row;
}

}  // namespace

std::vector<Node> review_page(const Content& content, const Model& model) {
    const bool for_result = model.place.kind == PageKind::result;
    if (model.answers.empty()) return no_answers(content, model);
    std::vector<Node> nodes;
    nodes.push_back(heading(1, say(content, "review.title").text));
    const bool ready = complete(content.questionnaire, model.answers, model.today);
    nodes.push_back({Paragraph{say(content, ready        ? "review.lead"
                                            : for_result ? "review.lead.before-result"
                                                         : "review.lead.missing")
                                   .text,
                               Style::lead,
                               {}}});
    const Item* section = nullptr;
    for (const QuestionPage& page : question_pages(content.questionnaire, model.answers)) {
        if (page.section != section) {
            section = page.section;
            nodes.push_back(heading(2, say(content, "section." + section->link_id + ".title").text));
            nodes.push_back({Section{Landmark::none, Look::links, {}}, "review:" + section->link_id});
        }
        nodes.back().children.push_back(line(content, model, page));
    }
    if (auto draft = draft_choice(content, model)) nodes.push_back(std::move(*draft));
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    row.children.push_back(
        {Button{.label = say(content, ready ? "review.show" : "review.complete").text, .look = ButtonLook::primary, .action = Continue{}},
         "continue"});
    row.children.push_back({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    Node form{Section{Landmark::form, Look::plain, say(content, "review.form").text}, "form"};  // its buttons stay in view
    form.children.push_back(std::move(row));
    nodes.push_back(std::move(form));
    return nodes;
}

}  // namespace needlewise
