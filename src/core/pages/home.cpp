#include "core/form/flow.h"
#include "core/pages/clinic.h"

namespace needlewise {

std::vector<Node> home_page(const Content& content, const Model& model) {
    Writer page(content, model, "home");
    Writer title(content, model, "home.title");
    title.say("home.eyebrow", {}, Style::eyebrow);
    title.heading(1, "home.title");
    title.say("home.lead", {}, Style::lead);
    Node opening{Section{Landmark::none, Look::beside, {}}};
    opening.children.push_back(picture(content, "home-scene"));
    opening.children.push_back(title.finish_as(Look::plain));
    page.add(std::move(opening));

    if (auto draft = draft_on_return(content, model)) page.add(std::move(*draft));
    if (auto welcome = clinic_welcome(content, model)) page.add(std::move(*welcome));
    Node doors{Section{Landmark::none, Look::links, {}}};
    const auto pages = question_pages(content.questionnaire, model.answers);
    const std::string first = pages.empty() ? "" : "questions/" + pages.front().item->link_id;
    const std::string_view begin = model.answers.empty() ? "home.door.prepare" : "home.door.continue";
    doors.children.push_back(link_to(say(content, begin).text, first, LinkLook::primary, say(content, "home.door.prepare.detail").text));
    doors.children.push_back(
        link_to(say(content, "home.door.session").text, "learn/procedure", LinkLook::card, say(content, "home.door.session.detail").text));
    doors.children.push_back(
        link_to(say(content, "home.door.healing").text, "learn/healing", LinkLook::card, say(content, "home.door.healing.detail").text));
    page.add(std::move(doors));
    if (content.settings || content.clinic_languages) choose_language(content, model, page);

    Writer privacy(content, model, "home.privacy");
    privacy.heading(2, "home.privacy.title");
    privacy.say(privacy_key(content, model));
    page.add(privacy.finish_as(Look::card));

    Writer honest(content, model, "home.honest");
    honest.heading(2, "home.honest.title");
    Node list{List{}};
    for (const std::string_view key : {"home.honest.1", "home.honest.2", "home.honest.3"})
        list.children.push_back({ListItem{honest.words(key)}});
    honest.add(std::move(list));
    page.add(honest.finish_as(Look::card));
    return page.finish();
}

}  // namespace needlewise
