// "Take it with you": paper, calendar, another device, files, the clinic; and the way back in, by a link.
#include <algorithm>

#include "core/assessment/calendar_days.h"
#include "core/form/answers_link.h"
#include "core/form/flow.h"
#include "core/journey/keeping.h"
#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

Node row(std::vector<Node> buttons) { return {Section{Landmark::none, Look::actions, {}}, "", std::move(buttons)}; }

bool not_now(const Assessment& found) { return found.plan && found.plan->state == PlanState::not_now; }

Node paper(const Content& content, const Model& model, const Assessment& found) {
    Writer card(content, model, "take.paper");
    card.heading(2, "take.paper.title");
    card.say(not_now(found) ? "take.paper.text.not-now" : "take.paper.text");
    std::vector<Node> buttons;
    buttons.push_back(button(content, "take.paper.print", ButtonLook::primary, PrintPage{}, "print"));
    buttons.push_back(link_to(say(content, "take.paper.look").text, "result/sheet", LinkLook::text));
    card.add(row(std::move(buttons)));
    return card.finish_as(Look::card);
}

Node calendar(const Content& content, const Model& model, const Assessment& found) {
    Writer card(content, model, "take.calendar");
    card.heading(2, "take.calendar.title");
    const auto days = calendar_days(content, found);
    if (not_now(found)) {
        card.say("take.calendar.not-now");
        return card.finish_as(Look::card);
    }
    if (days.empty()) {
        card.say("take.calendar.none");
        card.add(link_to(say(content, "take.calendar.add").text, path_to_date(content), LinkLook::text));
        return card.finish_as(Look::card);
    }
    card.say("take.calendar.text");
    if (std::string condition = condition_line(content, *found.plan); !condition.empty())
        card.add({Paragraph{std::move(condition), Style::body, {}}});
    Node list{List{}};
    list.children.reserve(days.size());
    for (const CalendarDay& day : days)
        list.children.push_back(
            {ListItem{say(content, "take.calendar.day", {{"date", long_date(content.words, day.date)}, {"what", day.title}}).text}});
    card.add(std::move(list));
    card.add(row({button(content, "take.calendar.save", ButtonLook::secondary, SaveFile{"ics"}, "save:ics")}));
    return card.finish_as(Look::card);
}

Node code(const Content& content, std::string link) {
    return {QrCode{.title = say(content, "take.device.code").text,
                   .description = say(content, "take.device.code.description").text,
                   .text = std::move(link)},
            "code"};
}

Node device(const Content& content, const Model& model) {
    Writer card(content, model, "take.device");
    card.heading(2, "take.device.title");
    const std::string link = answers_address(content, model);
    if (link.empty()) {
        card.say("take.device.too-long");
        return card.finish_as(Look::card);
    }
    const bool fits = fits_a_code(link);
    if (fits) card.say("take.device.text");
    card.say("take.device.private");
    if (!content.in_kiosk()) {
        card.add(row({button(content, "take.device.copy", ButtonLook::secondary, CopyLink{}, "copy")}));
        if (model.open.contains("link"))
            card.add(
                {TextField{.link_id = "copied", .label = say(content, "take.device.link").text, .hint = {}, .error = {}, .value = link},
                 "field:copied"});
    }
    if (!fits) return card.finish_as(Look::card);
    Node words = card.finish_as(Look::plain), beside{Section{Landmark::none, Look::beside, {}}},
         whole{Section{Landmark::none, Look::card, {}}};
    beside.children.push_back(std::move(words));
    beside.children.push_back(code(content, link));
    whole.children.push_back(std::move(beside));
    return whole;
}

Node files(const Content& content, const Model& model) {
    Writer card(content, model, "take.file");
    card.heading(2, "take.file.title");
    card.say("take.file.text");
    card.add(row({button(content, "take.file.words", ButtonLook::secondary, SaveFile{"text"}, "save:text"),
                  button(content, "take.file.clinic", ButtonLook::secondary, SaveFile{"fhir"}, "save:fhir")}));
    return card.finish_as(Look::card);
}

// What is said of where the answers are is true of what was sent, too.
std::string_view lead_key(const Model& model) {
    if (model.sending == Sending::under_way && !model.sends_form) return "take.lead.on-the-way";
    switch (model.delivered) {
        case Delivery::none: break;
        case Delivery::tried: return "take.lead.on-the-way";  // they may have left this device
        case Delivery::whole: return "take.lead.sent";
        case Delivery::outdated: return "take.lead.changed";
    }
    return "take.lead";
}

Node clinic(const Content& content, const Model& model) {
    Writer card(content, model, "take.send");
    card.heading(2, "take.send.title", {{"clinic", clinic_name(content)}});
    const bool sent = model.delivered == Delivery::whole;
    card.say(sent ? "send.sent.title" : "take.send.text");
    if (!sent) card.add(row({button(content, "take.send.show", ButtonLook::secondary, AskToSend{}, "send")}));
    return card.finish_as(Look::card);
}

}  // namespace

namespace {

std::string path_to_question(const Content& content, std::string_view link_id) {
    const Item* page = page_of(content.questionnaire, link_id);
    return page ? "questions/" + page->link_id : "review";
}

}  // namespace

std::string path_to_date(const Content& content) { return path_to_question(content, "start-date"); }

std::string path_to_wait(const Content& content, std::string_view finding) {
    const auto rule = std::ranges::find(content.rules, finding, &Rule::id);
    return rule != content.rules.end() && rule->wait ? path_to_question(content, rule->wait->since) : "review";
}

std::string answers_address(const Content& content, const Model& model) {
    const std::string text = answers_text(content.questionnaire, model.answers);
    return text.empty() || model.address.empty() ? std::string() : model.address + answers_fragment(text);
}

// Beyond this the squares become too small for cameras on a screen of a phone.
bool fits_a_code(std::string_view link) {
    constexpr std::size_t most = 700;
    return link.size() <= most;
}

std::string clinic_name(const Content& content) {
    return content.clinic && !content.clinic->name.empty() ? content.clinic->name : say(content, "send.clinic").text;
}

std::vector<Node> result_take(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "take");
    page.heading(1, "result.take.title");
    page.say(lead_key(model), {}, Style::lead);
    if (model.can_send) page.add(clinic(content, model));
    if (auto form = form_after(content)) page.add(std::move(*form));
    page.add(paper(content, model, found));
    if (!model.address.empty()) page.add(device(content, model));
    if (auto draft = draft_choice(content, model)) page.add(std::move(*draft));
    if (!content.in_kiosk()) {  // a shared tablet keeps no files of anybody
        page.add(calendar(content, model, found));
        page.add(files(content, model));
    }
    return page.finish();
}

std::vector<Node> code_slide(const Content& content, const Model& model) {
    Writer page(content, model, "take");
    page.heading(1, "take.device.title");
    const std::string link = answers_address(content, model);
    if (link.empty() || !fits_a_code(link)) {
        page.say("take.device.too-long", {}, Style::lead);
        return page.finish();
    }
    page.say("take.device.text");
    page.say("take.device.private");
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back(code(content, link));
    row.children.push_back({Section{}, "", page.finish()});
    std::vector<Node> nodes;
    nodes.push_back(std::move(row));
    return nodes;
}

// ---- The way in ---------------------------------------------------------------------------------------------------

std::vector<Node> open_page(const Content& content, const Model& model) {
    Writer page(content, model, "open");
    page.heading(1, "open.title");
    page.say("open.lead", {}, Style::lead);
    const auto typed = model.entries.find("link");
    page.add({TextField{.link_id = "link",
                        .label = say(content, "open.field").text,
                        .hint = say(content, "open.hint").text,
                        .error = model.link_fault.empty() ? std::string() : say(content, model.link_fault).text,
                        .value = typed == model.entries.end() ? std::string() : typed->second},
              "field:link"});
    std::vector<Node> buttons;
    buttons.push_back(button(content, "open.button", ButtonLook::primary, OpenEntered{}, "open"));
    buttons.push_back(link_to(say(content, model.answers.empty() ? "open.start" : "open.mine").text, model.answers.empty() ? "" : "review",
                              LinkLook::text));
    page.add(row(std::move(buttons)));
    return page.finish();
}

Node offered_dialog(const Content& content, bool of_draft) {
    const std::string title = say(content, of_draft ? "offered.draft.title" : "offered.title").text;
    Node dialog{Section{Landmark::dialog, Look::card, title, TakeOffered{false}}, "dialog"};
    dialog.children.push_back({Heading{2, title}});
    dialog.children.push_back({Paragraph{say(content, of_draft ? "offered.draft.text" : "offered.text").text}});
    dialog.children.push_back(
        row({button(content, of_draft ? "draft.go-on" : "offered.take", ButtonLook::primary, TakeOffered{}, "offered:take"),
             button(content, "offered.keep", ButtonLook::secondary, TakeOffered{false}, "offered:keep")}));
    return dialog;
}

}  // namespace needlewise
