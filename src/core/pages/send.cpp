// What would go to the clinic, word for word, before it goes; then how it went.
#include "core/form/flow.h"
#include "core/journey/keeping.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

// "https://clinic.example/path" without what is not the host.
std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return std::string(url.substr(0, url.find('/')));
}

// The clinic's own server, else the page this one stands in.
std::string receiver(const Content& content) {
    if (!content.clinic) return {};
    if (!content.clinic->send_endpoint.empty()) return host_of(content.clinic->send_endpoint);
    return content.clinic->allowed_origins.size() == 1 ? host_of(content.clinic->allowed_origins.front()) : std::string();
}

void who(const Content& content, Writer& page) {
    const std::string host = receiver(content);
    page.heading(2, "send.who.title");
    if (host.empty()) page.say("send.who.page", {{"clinic", clinic_name(content)}});
    else page.say("send.who.host", {{"clinic", clinic_name(content)}, {"host", host}});
}

// Every answer that goes, and nothing that does not.
void what(const Content& content, const Model& model, const Sent& goes, Writer& page) {
    page.heading(2, "send.what.title");
    page.say(goes.says, {{"date", long_date(content.words, model.today)}, {"version", content.version}});
    page.add(table("send:answers", say(content, "send.what.table").text,
                   {say(content, "send.column.question").text, say(content, "send.column.answer").text}, goes.answers));
}

std::vector<std::vector<std::string>> answers_to_send(const Content& content, const Model& model) {
    const Answers effective = effective_answers(content.questionnaire, model.answers);
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](const Item& question) {
        if (effective.has(question.link_id)) rows.push_back({question_words(content, question), answer_text(content, question, effective)});
    };
    for (const QuestionPage& asked : question_pages(content.questionnaire, model.answers))
        for (const Item* question : asked.questions) row(*question);
    for (const Item* question : hidden_questions(content.questionnaire)) row(*question);
    return rows;
}

Delivery delivery_of(const Model& model, const Sent& goes) { return goes.of_form ? model.form_delivered : model.delivered; }

void asked(const Content& content, const Model& model, const Sent& goes, Writer& page) {
    const Delivery delivered = delivery_of(model, goes);
    page.say(delivered == Delivery::outdated ? "send.lead.changed"
             : delivered == Delivery::tried  ? "send.lead.tried"
                                             : "send.lead",
             {}, Style::lead);
    who(content, page);
    what(content, model, goes, page);
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    row.children.push_back(button(content, "send.yes", ButtonLook::primary, SendAnswers{}, "send:yes"));
    row.children.push_back(button(content, "send.no", ButtonLook::secondary, AskToSend{false}, "send:no"));
    page.add(std::move(row));
}

// Why it did not go: a word that the shell knows, or what the clinic's page said.
std::string reason(const Content& content, const std::string& error) {
    const std::string key = "send.why." + error;
    return content.words.has(key) ? say(content, key).text : say(content, "send.failed.why", {{"why", error}}).text;
}

void failed(const Content& content, const Model& model, const Sent& goes, Writer& page) {
    Writer card(content, model, "send.failed");
    card.heading(2, model.send_error == cut_off ? "send.cut-off.title" : "send.failed.title");
    card.add({Paragraph{reason(content, model.send_error), Style::body, {}}});
    card.say("send.failed.text");
    page.add(card.finish_as(Look::stop));
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    row.children.push_back(button(content, "send.again", ButtonLook::primary, SendAnswers{}, "send:again"));
    row.children.push_back(button(content, "send.save", ButtonLook::secondary, SaveFile{goes.file}, "save:fhir"));
    row.children.push_back(button(content, "send.no", ButtonLook::quiet, AskToSend{false}, "send:no"));
    page.add(std::move(row));
}

void sent(const Content& content, const Model& model, Writer& page) {
    Writer card(content, model, "send.sent");
    card.heading(2, "send.sent.title");
    card.say("send.sent.text");
    page.add(card.finish_as(Look::good));
}

void idle(const Content& content, const Model& model, const Sent& goes, Writer& page) {
    switch (delivery_of(model, goes)) {
        case Delivery::none: return page.say(model.can_send ? "send.not-asked" : "send.nobody", {}, Style::lead);
        case Delivery::whole: return sent(content, model, page);
        case Delivery::tried: page.say("send.tried", {}, Style::lead); break;
        case Delivery::outdated: page.say("take.lead.changed", {}, Style::lead); break;
    }
    if (model.can_send) page.add(button(content, "take.send.show", ButtonLook::secondary, AskToSend{}, "send"));
}

}  // namespace

std::vector<Node> send_page(const Content& content, const Model& model, const Sent& goes) {
    Writer page(content, model, "send");
    page.heading(1, "send.title", {{"clinic", clinic_name(content)}});
    const Sending state = model.sends_form == goes.of_form ? model.sending : Sending::no;
    switch (state) {
        case Sending::asked: asked(content, model, goes, page); break;
        case Sending::under_way: page.add({Status{say(content, "send.under-way").text}, "sending"}); break;
        case Sending::failed: failed(content, model, goes, page); break;
        case Sending::no: idle(content, model, goes, page); break;
    }
    if (state != Sending::asked && state != Sending::failed)
        page.add(link_to(say(content, goes.back_words).text, std::string(goes.back), LinkLook::text));
    return page.finish();
}

std::vector<Node> result_send(const Content& content, const Model& model) {
    return send_page(content, model,
                     {.of_form = false,
                      .says = "send.what.text",
                      .answers = answers_to_send(content, model),
                      .file = "fhir",
                      .back = "result/take",
                      .back_words = "send.back"});
}

}  // namespace needlewise
