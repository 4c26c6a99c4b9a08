// The learn pages: the procedure step by step, and each topic with what clinics commonly say beside what studies found.
#include <algorithm>

#include "core/pages/healing_words.h"

namespace needlewise {

namespace {

constexpr std::string_view procedure = "procedure", questions = "questions";

std::vector<Node> topics_list(const Content& content, const Model& model) {
    Writer page(content, model, "learn");
    page.heading(1, "learn.title");
    page.say("learn.lead", {}, Style::lead);
    Node list{Section{Landmark::none, Look::links, {}}, "topics"};
    list.children.push_back(
        link_to(say(content, "procedure.title").text, "learn/procedure", LinkLook::card, say(content, "procedure.detail").text));
    if (!content.visit.empty() && !content.visit.front().figures.empty())
        std::get<Link>(list.children.back().what).figure = content.visit.front().figures.front();
    for (const Topic& topic : content.topics) {
        list.children.push_back(link_to(say(content, "learn." + topic.id + ".title").text, "learn/" + topic.id, LinkLook::card));
        std::get<Link>(list.children.back().what).figure = topic.figure;
    }
    list.children.push_back(link_to(say(content, "result.questions.title").text, "learn/questions", LinkLook::card));
    std::get<Link>(list.children.back().what).figure = "home-scene";  // a patient and a nurse, talking
    page.add(std::move(list));
    return page.finish();
}

std::vector<Node> procedure_page(const Content& content, const Model& model) {
    Writer page(content, model, "procedure");
    page.heading(1, "procedure.title");
    page.say("procedure.lead", {}, Style::lead);
    std::vector<Node> nodes = page.finish();
    append(nodes, visit_steps(content, model, assess(content, {}, model.today).visit));
    return nodes;
}

void pair_card(const Content& content, const Model& model, std::vector<Node>& nodes, const std::string& key, std::string_view title,
               Look look) {
    if (!content.words.has(key)) return;
    Writer card(content, model, key);
    card.heading(2, title);
    card.say_all(key);
    nodes.push_back(card.finish_as(look));
}

// Healing: the same slider as on the sheet; for nobody in particular while questions are open.
constexpr std::string_view with_slider = "healing";

void slider_page(const Content& content, const Model& model, std::vector<Node>& nodes) {
    const Assessment found = assess(content, model.answers, model.today);
    if (!found.complete()) return nodes.push_back(time_machine(content, model, assess(content, {}, model.today), MomentWords::some));
    Writer own(content, model, "healing.own");
    own.heading(2, "healing.own");
    own.add({Paragraph{seen_text(content, own, found), Style::body, {}}});
    own.add(link_to(say(content, "result.healing.title").text, "result/healing", LinkLook::text));
    nodes.push_back(own.finish_as(Look::tell));
    nodes.push_back(time_machine(content, model, found, MomentWords::some));
}

std::vector<Node> topic_page(const Content& content, const Model& model, const std::string& topic) {
    const std::string prefix = "learn." + topic;
    const auto known = std::ranges::find(content.topics, topic, &Topic::id);
    const bool pictured = topic != with_slider && known != content.topics.end() && !known->figure.empty();
    Writer page(content, model, prefix), intro(content, model, prefix + ".intro");
    page.heading(1, prefix + ".title");
    if (pictured) {
        intro.say_all(prefix + ".intro", Style::lead);
        Node row{Section{Landmark::none, Look::beside, {}}};
        row.children.push_back(picture(content, known->figure));
        row.children.push_back(intro.finish_as(Look::plain));
        page.add(std::move(row));
    } else {
        page.say_all(prefix + ".intro", Style::lead);
    }
    std::vector<Node> nodes = page.finish();
    if (topic == with_slider) slider_page(content, model, nodes);
    pair_card(content, model, nodes, prefix + ".clinic", "learn.says", Look::says);
    pair_card(content, model, nodes, prefix + ".studies", "learn.found", Look::found);
    pair_card(content, model, nodes, prefix + ".more", "learn.more", Look::card);
    return nodes;
}

// The procedure first, then the topics in their order, then what to ask; that leads to the consultation.
Node way_on(const Content& content, const std::string& here) {
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    const auto at = std::ranges::find(content.topics, here, &Topic::id);
    const auto next = here == procedure ? content.topics.begin() : at == content.topics.end() ? at : at + 1;
    if (here == questions) row.children.push_back(link_to(say(content, "home.door.prepare").text, "", LinkLook::primary));
    else if (next != content.topics.end())
        row.children.push_back(link_to(say(content, "learn.next", {{"title", say(content, "learn." + next->id + ".title").text}}).text,
                                       "learn/" + next->id, LinkLook::primary));
    else
        row.children.push_back(link_to(say(content, "learn.next", {{"title", say(content, "result.questions.title").text}}).text,
                                       "learn/questions", LinkLook::primary));
    row.children.push_back(link_to(say(content, "learn.all").text, "learn", LinkLook::text));
    return row;
}

}  // namespace

std::vector<Node> learn_page(const Content& content, const Model& model) {
    const std::string& topic = model.place.name;
    if (topic.empty()) return topics_list(content, model);
    std::vector<Node> nodes;
    if (topic == procedure) nodes = procedure_page(content, model);
    else if (topic == questions) nodes = questions_page(content, model);
    else nodes = topic_page(content, model, topic);
    nodes.push_back(way_on(content, topic));
    return nodes;
}

}  // namespace needlewise
