// Every component in every state on one page, from the content there is, for those who work on them: reached by the address
// "?gallery#/gallery" only, and not in a kiosk.
#include <algorithm>
#include <initializer_list>

#include "core/form/flow.h"
#include "core/pages/parts.h"
#include "core/skin/skin.h"

namespace needlewise {

namespace {

struct Given {
    std::string_view question;
    std::initializer_list<std::string_view> codes;
};

// What was answered here, and sample answers where nothing was, until nothing is open: only then is there a result to show.
Model with_samples(const Content& content, Model model) {
    constexpr std::string_view start_date = "start-date";
    model.answers = std::move(model.samples);
    for (const auto& [question, codes] : {Given{"goal", {"acne-scars"}}, Given{"acne-scar-type", {"rolling"}},
                                          Given{"acne-scar-severity", {"moderate"}}, Given{"area", {"face", "neck"}}}) {
        const Item* item = content.questionnaire.find(question);
        if (!item || model.answers.has(question)) continue;
        for (const std::string_view code : codes)
            if (const Option* option = item->option(code)) model.answers.add(item->link_id, option->coding);
    }
    if (!model.answers.has(start_date)) model.answers.set(std::string(start_date), {add_weeks(model.today, 2)});
    constexpr int most = 100;
    for (int step = 0; step < most; ++step) {
        const auto open = open_questions(content.questionnaire, model.answers, model.today);
        const Item* item = open.empty() ? nullptr : content.questionnaire.find(open.front().link_id);
        if (!item || item->options.empty()) break;
        const auto none = std::ranges::find(item->options, true, &Option::exclusive);
        model.answers.set(item->link_id, {(none == item->options.end() ? item->options.back() : *none).coding});
    }
    return model;
}

// ---- Answers ------------------------------------------------------------------------------------------------------

void field(const Content& content, const Model& model, Writer& page, std::string_view link_id, std::string_view error_key = {}) {
    const Item* item = content.questionnaire.find(link_id);
    if (!item) return;
    std::string error = error_key.empty() ? std::string{} : say(content, error_key).text;
    if (auto node = question_field(content, model, *item, 0, std::move(error))) page.add(std::move(*node));
}

void answers(const Content& content, const Model& model, Writer& page) {
    page.heading(2, "gallery.answers");
    field(content, model, page, "goal");
    field(content, model, page, "area");
    field(content, model, page, "age");
    field(content, model, page, "skin-today", "error.required.choices");
    field(content, model, page, "start-date");
    field(content, model, page, "event-date");
    field(content, model, page, "date-toxin", "error.date.past");
    page.add(error_summary(content, {{"field:skin-today", say(content, "error.required.choices").text}}));
}

// ---- Controls -----------------------------------------------------------------------------------------------------

Node button(const Content& content, std::string_view key, ButtonLook look, std::string id) {
    return {Button{.label = say(content, key).text, .look = look, .action = OpenPage{"gallery"}}, std::move(id)};
}

Node card_link(const Content& content, std::string_view key, std::string figure) {
    Node link = link_to(say(content, key).text, "learn/procedure", LinkLook::card, say(content, "procedure.detail").text);
    std::get<Link>(link.what).figure = std::move(figure);
    return link;
}

void controls(const Content& content, const Model& model, Writer& page) {
    page.heading(2, "gallery.controls");
    page.add(part_tabs(content, "course"));
    for (const int step : {1, 7, 12})
        page.add({Progress{say(content, "question.progress",
                               {{"section", say(content, "gallery.answers").text}, {"number", std::to_string(step)}, {"count", "12"}})
                               .text,
                           step, 12}});
    Node row{Section{Landmark::none, Look::actions, {}}};
    row.children.push_back(button(content, "action.continue", ButtonLook::primary, "gallery:primary"));
    row.children.push_back(button(content, "review.show", ButtonLook::secondary, "gallery:secondary"));
    row.children.push_back(button(content, "action.back", ButtonLook::quiet, "gallery:quiet"));
    page.add(std::move(row));
    page.add(button(content, "question.why", ButtonLook::chip, "gallery:chip"));
    Node links{Section{Landmark::none, Look::links, {}}};
    links.children.push_back(card_link(content, "procedure.title", "step-needle"));
    links.children.push_back(card_link(content, "procedure.title", {}));
    page.add(std::move(links));
    page.add(
        {Button{.label = say(content, "action.start-over").text, .look = ButtonLook::quiet, .action = AskToStartOver{}}, "start-over"});
    Model told = model;
    told.notice = "notice.started-over";
    Node message = toast(content, told);
    message.id = "gallery:toast";  // the page may have a real one
    message.children.front().id.clear();
    page.add(std::move(message));
    Writer closed(content, model, "gallery.closed");
    closed.say("learn.healing.studies");
    page.add(closed.finish_as(Look::card));
    Model opened = model;
    opened.open.insert("source:gallery.open");
    Writer open(content, opened, "gallery.open");
    open.say("learn.healing.studies");
    page.add(open.finish_as(Look::card));
}

// ---- Messages -----------------------------------------------------------------------------------------------------

void message(const Content& content, const Model& model, Writer& page, Look look, const std::string& headline) {
    Writer card(content, model, "gallery." + headline + std::to_string(static_cast<int>(look)));
    card.heading(3, headline);
    card.say("result.headline.clear.text");
    page.add(card.finish_as(look));
}

void messages(const Content& content, const Model& model, Writer& page) {
    page.heading(2, "gallery.messages");
    const std::pair<Look, std::string_view> kinds[] = {{Look::stop, "finding.label.stop"},  {Look::ask, "finding.label.ask"},
                                                       {Look::caution, "urgency.same-day"}, {Look::wait, "finding.label.wait"},
                                                       {Look::tell, "finding.label.tell"},  {Look::good, "result.headline.clear.title"}};
    for (const auto& [look, key] : kinds) message(content, model, page, look, std::string(key));
    for (const Look look : {Look::card, Look::note}) message(content, model, page, look, "home.privacy.title");
}

// ---- Pictures -----------------------------------------------------------------------------------------------------

void pictures(const Content& content, Writer& page) {
    page.heading(2, "gallery.pictures");
    for (const std::string_view id : {"home-scene", "device-pen", "care-sunscreen"}) page.add(picture(content, std::string(id), "gallery"));
    constexpr int tones = 6;
    Node row{Section{Landmark::none, Look::figures, {}}};
    std::vector<Level> levels{{"redness", 1}, {"swelling", 0}, {"flaking", 0}, {"bruising", 0}, {"channels", 0}};
    for (int tone = 1; tone <= tones; ++tone) {
        const std::string number = std::to_string(tone);
        row.children.push_back({Figure{.image = std::string(skin_face),
                                       .title = say(content, "gallery.tone", {{"number", number}}).text,
                                       .description = say(content, "gallery.tone.description").text,
                                       .tone = tone,
                                       .levels = levels},
                                "tone:" + number});
    }
    page.add(std::move(row));
}

// ---- Whole parts --------------------------------------------------------------------------------------------------

// Parts of the sheet have an h1; here it stands below the h1 of the gallery.
void lower_headings(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        if (auto* heading = std::get_if<Heading>(&node.what); heading && heading->level == 1) {
            heading->level = 2;
            node.id.clear();
        }
        lower_headings(node.children);
    }
}

}  // namespace

std::vector<Node> gallery_page(const Content& content, const Model& model) {
    const Model shown = with_samples(content, model);
    Writer page(content, shown, "gallery");
    page.heading(1, "gallery.title");
    answers(content, shown, page);
    controls(content, shown, page);
    messages(content, shown, page);
    pictures(content, page);
    const Assessment found = assess(content, shown.answers, shown.today);
    for (const std::string_view part : {"course", "studies", "visit", "healing", "compare"}) {
        Model there = shown;
        there.place = {PageKind::result, std::string(part)};
        std::vector<Node> nodes = result_part(content, there, found);
        lower_headings(nodes);
        for (Node& node : nodes) page.add(std::move(node));
    }
    return page.finish();
}

}  // namespace needlewise
