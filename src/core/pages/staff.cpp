// For clinic staff on a tablet: where they start, and the PIN that a kiosk asks for before that.
#include <algorithm>

#include "core/form/flow.h"
#include "core/journey/presentation.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

Node row_of(std::vector<Node> buttons) { return {Section{Landmark::none, Look::actions, {}}, {}, std::move(buttons)}; }

Node present_card(const Content& content, const Model& model) {
    Writer card(content, model, "staff.present");
    card.heading(2, "staff.present.title");
    card.say("staff.present.text");
    std::vector<Node> row;
    row.push_back(button(content, "staff.present.start", ButtonLook::primary, Present{}, "present"));
    card.add(row_of(std::move(row)));
    return card.finish_as(Look::card);
}

// How far the person got, without a word of what they said.
std::string state_key(const Content& content, const Model& model) {
    if (model.answers.empty()) return "staff.state.none";
    return complete(content.questionnaire, model.answers, model.today) ? "staff.state.complete" : "staff.state.part";
}

Node prepared_card(const Content& content, const Model& model) {
    const auto pages = question_pages(content.questionnaire, model.answers);
    const bool whole = complete(content.questionnaire, model.answers, model.today);
    Writer card(content, model, "staff.prepared");
    card.heading(2, "staff.prepared.title");
    card.say(state_key(content, model));
    if (whole) card.say(model.checked.empty() ? "staff.check.none" : "staff.check.some");
    Node links{Section{Landmark::none, Look::links, {}}};
    links.children.push_back(
        link_to(say(content, "brief.title").text, "staff/brief", LinkLook::card, say(content, "staff.brief.detail").text));
    if (whole)
        links.children.push_back(
            link_to(say(content, "staff.check.open").text, "result/check", LinkLook::card, say(content, "staff.check.detail").text));
    else if (!pages.empty())
        links.children.push_back(link_to(say(content, "staff.questions").text, "questions/" + pages.front().item->link_id, LinkLook::card,
                                         say(content, "staff.questions.detail").text));
    card.add(std::move(links));
    return card.finish_as(Look::card);
}

Node open_card(const Content& content, const Model& model) {
    Writer card(content, model, "staff.open");
    card.heading(2, "staff.open.title");
    card.say("staff.open.text");
    const auto entered = model.entries.find("link");
    TextField field{.link_id = "link", .label = say(content, "staff.open.label").text, .hint = {}, .error = {}, .value = {}};
    if (!model.link_fault.empty()) field.error = say(content, model.link_fault).text;
    if (entered != model.entries.end()) field.value = entered->second;
    card.add({std::move(field), "field:link"});
    std::vector<Node> row;
    row.push_back(button(content, "staff.open.button", ButtonLook::secondary, OpenEntered{}, "open-link"));
    card.add(row_of(std::move(row)));
    return card.finish_as(Look::card);
}

Node end_card(const Content& content, const Model& model) {
    Writer card(content, model, "staff.end");
    card.heading(2, "staff.end.title");
    card.say(content.in_kiosk() ? "staff.end.kiosk" : "staff.end.text");
    std::vector<Node> row;
    row.push_back(button(content, "staff.wipe", ButtonLook::secondary, AskToStartOver{}, "start-over"));
    if (content.in_kiosk()) row.push_back(button(content, "staff.lock", ButtonLook::quiet, Lock{}, "lock"));
    card.add(row_of(std::move(row)));
    return card.finish_as(Look::card);
}

std::vector<Node> staff_start(const Content& content, const Model& model) {
    Writer page(content, model, "staff");
    page.heading(1, "staff.title");
    page.say("staff.lead", {}, Style::lead);
    page.add(present_card(content, model));
    page.add(prepared_card(content, model));
    page.add(open_card(content, model));
    page.add(end_card(content, model));
    return page.finish();
}

}  // namespace

std::vector<Node> pin_page(const Content& content, const Model& model) {
    Writer page(content, model, "pin");
    page.heading(1, "pin.title");
    page.say("pin.lead", {}, Style::lead);
    if (model.pin_waits) {
        Writer wait(content, model, "pin.wait");
        wait.say("pin.wait");
        Node card = wait.finish_as(Look::wait, Landmark::alert);
        card.id = "pin:wait";
        page.add(std::move(card));
    } else {
        Node form{Section{Landmark::form, Look::plain, say(content, "pin.form").text}, "form"};
        TextField field{.link_id = "pin", .label = say(content, "pin.label").text, .hint = {}, .error = {}, .value = {}};
        field.kind = TextKind::secret;
        if (model.show_errors) field.error = say(content, "pin.wrong").text;
        if (const auto entered = model.entries.find("pin"); entered != model.entries.end()) field.value = entered->second;
        form.children.push_back({std::move(field), "field:pin"});
        std::vector<Node> row;
        row.push_back(button(content, "pin.enter", ButtonLook::primary, Unlock{}, "unlock"));
        form.children.push_back(row_of(std::move(row)));
        page.add(std::move(form));
    }
    page.add(link_to(say(content, "pin.back").text, "", LinkLook::text));
    return page.finish();
}

std::vector<Node> staff_page(const Content& content, const Model& model) {
    if (content.in_kiosk() && !model.unlocked) return pin_page(content, model);
    const std::string name = shown_place(content, model).name;
    if (name == "brief") return staff_brief(content, model);
    for (const VisitStep& step : content.visit)
        if (slide_name(step) == name) return visit_slide(content, model, step);
    if (name == healing_slide || is_sheet_slide(content, name)) return slide(content, model);
    return staff_start(content, model);
}

}  // namespace needlewise
