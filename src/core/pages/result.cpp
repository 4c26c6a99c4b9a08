// The preparation sheet: the overview, and what all its parts share.
#include <algorithm>

#include "core/pages/clinic.h"
#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

Look look_of(FindingAction action) {
    switch (action) {
        case FindingAction::stop: return Look::stop;
        case FindingAction::ask: return Look::ask;
        case FindingAction::wait: return Look::wait;
        case FindingAction::tell: return Look::tell;
    }
    return Look::tell;
}

Node finding_card(const Content& content, const Model& model, const Finding& finding) {
    const std::string prefix = "finding." + finding.id;
    Writer card(content, model, prefix);
    card.add({Paragraph{finding_label(content, finding), Style::eyebrow, {}}});
    card.heading(3, prefix + ".title");
    say_reason(content, card, finding);
    if (std::string line = wait_line(content, finding); !line.empty()) card.add({Paragraph{std::move(line), Style::body, {}}});
    card.say_all(prefix + ".next");
    card.cite(finding.sources);
    return card.finish_as(look_of(finding.action));
}

// The parts that have something to say for this person, in reading order.
Node parts_list(const Content& content) {
    Node list{Section{Landmark::none, Look::links, {}}, "parts"};
    for (const std::string& part : result_parts()) {
        if (part.empty()) continue;
        list.children.push_back(link_to(say(content, "result." + part + ".title").text, "result/" + part, LinkLook::card,
                                        say(content, "result." + part + ".detail").text));
    }
    return list;
}

Node next_part(const Content& content, const std::string& part) {
    const auto& parts = result_parts();
    const auto here = std::ranges::find(parts, part);
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    if (here != parts.end() && here + 1 != parts.end()) {
        const std::string& next = *(here + 1);
        row.children.push_back(link_to(say(content, "result.next", {{"title", say(content, "result." + next + ".title").text}}).text,
                                       "result/" + next, LinkLook::primary));
    } else {
        row.children.push_back(link_to(say(content, "result.back-to-sheet").text, "result", LinkLook::primary));
    }
    row.children.push_back({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    row.children.push_back(link_to(say(content, "result.help").text, "help", LinkLook::text));
    return row;
}

}  // namespace

std::string_view name_of_action(FindingAction action) {
    switch (action) {
        case FindingAction::stop: return "stop";
        case FindingAction::ask: return "ask";
        case FindingAction::wait: return "wait";
        case FindingAction::tell: return "tell";
    }
    return "tell";
}

Node part_tabs(const Content& content, const std::string& here) {
    Node row{Section{Landmark::navigation, Look::tabs, say(content, "result.parts").text}, "tabs"};
    row.children.reserve(result_parts().size());
    for (const std::string& part : result_parts()) {
        const std::string key = "result.tab." + (part.empty() ? "overview" : part);
        Node tab = link_to(say(content, key).text, part.empty() ? "result" : "result/" + part, LinkLook::tab);
        tab.id = "tab:" + part;
        std::get<Link>(tab.what).current = part == here;
        row.children.push_back(std::move(tab));
    }
    return row;
}

namespace {

void lines(Writer& card, std::vector<std::string> said) {
    for (std::string& line : said) card.add({Paragraph{std::move(line), Style::body, {}}});
}

// What to do first; then what the person's own dates come to.
Node headline(const Content& content, const Model& model, const Assessment& found) {
    Writer card(content, model, "result.headline");
    card.add(heading(2, headline_title(content, found)));
    lines(card, headline_lines(content, found));
    const Plan& plan = *found.plan;
    if (std::string moved = moved_line(content, plan); !moved.empty()) lines(card, {std::move(moved)});
    if (found.course && !event_can_be_met(plan)) lines(card, event_lines(content, *found.course, plan));
    if (plan.state == PlanState::not_now && plan.event_day) lines(card, {say(content, "plan.no-event").text});
    return card.finish_as(headline_look(plan));
}

// Only a plan that nothing stands against is shown in the colour of good news.
void without_green(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        if (auto* section = std::get_if<Section>(&node.what); section && section->look == Look::good) section->look = Look::card;
        without_green(node.children);
    }
}

}  // namespace

std::vector<Node> result_overview(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "result");
    page.heading(1, "result.title");
    page.add(headline(content, model, found));
    page.say("result.decides");

    if (!found.findings.empty()) {
        page.heading(2, "result.findings");
        for (const Finding& finding : found.findings) page.add(finding_card(content, model, finding));
    }
    if (auto contact = clinic_contact(content, model, *found.plan)) page.add(std::move(*contact));
    page.heading(2, "result.more");
    if (found.course)
        for (Node& node : course_glance(content, model, found)) page.add(std::move(node));
    page.add(parts_list(content));
    page.add(link_to(say(content, "result.change").text, "review", LinkLook::text));
    page.add(
        {Button{.label = say(content, "action.start-over").text, .look = ButtonLook::quiet, .action = AskToStartOver{}}, "start-over"});
    if (auto legal = clinic_legal(content, model)) page.add(std::move(*legal));
    return page.finish();
}

std::vector<Node> result_part(const Content& content, const Model& model, const Assessment& found) {
    const std::string& part = model.place.name;
    if (part == "course") return result_course(content, model, found);
    if (part == "studies") return result_studies(content, model, found);
    if (part == "visit") return result_visit(content, model, found);
    if (part == "healing") return result_healing(content, model, found);
    if (part == "aftercare") return result_aftercare(content, model, found);
    if (part == "over-time") return result_over_time(content, model, found);
    if (part == "compare") return result_compare(content, model, found);
    if (part == "questions") return result_questions(content, model, found);
    if (part == "check") return result_check(content, model);
    if (part == "take") return result_take(content, model, found);
    return result_overview(content, model, found);
}

// While a question is open another page is shown in the place of this one (shown_place); found.plan is there.
std::vector<Node> result_page(const Content& content, const Model& model) {
    const Assessment found = assess(content, model.answers, model.today);
    if (!found.plan) return review_page(content, model);
    const std::string& part = model.place.name;
    std::vector<Node> nodes;
    if (part == "sheet") nodes = result_sheet(content, model, found);
    else if (part == "send") nodes = result_send(content, model);
    else {
        nodes.push_back({Paragraph{say(content, part.empty() ? "result.eyebrow" : "result.title").text, Style::eyebrow, {}}});
        nodes.push_back(part_tabs(content, part));
        append(nodes, result_part(content, model, found));
        nodes.push_back(next_part(content, part));
    }
    if (found.plan->state != PlanState::clear) without_green(nodes);
    return nodes;
}

}  // namespace needlewise
