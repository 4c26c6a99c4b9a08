// The preparation sheet: the overview, and what all its parts share.
#include <algorithm>

#include "core/page_parts.h"

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

std::string_view name_of_action(FindingAction action) {
    switch (action) {
        case FindingAction::stop: return "stop";
        case FindingAction::ask: return "ask";
        case FindingAction::wait: return "wait";
        case FindingAction::tell: return "tell";
    }
    return "tell";
}

Node finding_card(const Content& content, const Model& model, const Finding& finding) {
    const std::string prefix = "finding." + finding.id;
    Writer card(content, model, prefix);
    card.say("finding.label." + std::string(name_of_action(finding.action)), {}, Style::eyebrow);
    card.heading(3, prefix + ".title");
    card.say_all(prefix + ".reason");
    if (finding.until) card.say("finding.until", {{"date", long_date(content.words, *finding.until)}});
    card.say_all(prefix + ".next");
    card.cite(finding.sources);
    return card.finish_as(look_of(finding.action));
}

// The parts that have something to say for this person, in reading order.
Node parts_list(const Content& content) {
    Node list{Section{Landmark::navigation, Look::links, say(content, "result.parts").text}, "parts"};
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

std::vector<Node> result_overview(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "result");
    page.say("result.eyebrow", {}, Style::eyebrow);
    page.heading(1, "result.title");
    const auto gravest = worst(found.findings);
    const std::string headline = "result.headline." + std::string(gravest                  ? name_of_action(*gravest)
                                                                  : found.findings.empty() ? "clear"
                                                                                           : "tell");
    Writer summary(content, model, "result.headline");
    summary.heading(2, headline + ".title");
    summary.say(headline + ".text");
    page.add(summary.finish_as(gravest ? look_of(*gravest) : Look::good));
    page.say("result.decides");

    if (!found.findings.empty()) {
        page.heading(2, "result.findings");
        for (const Finding& finding : found.findings) page.add(finding_card(content, model, finding));
    }
    page.heading(2, "result.more");
    if (found.course) {
        Writer course(content, model, "result.course");
        course_figures(content, course, *found.course);
        for (Node& node : course.finish()) page.add(std::move(node));
    }
    page.add(parts_list(content));
    page.add(link_to(say(content, "result.change").text, "review", LinkLook::text));
    page.add({Button{.label = say(content, "action.start-over").text, .look = ButtonLook::quiet, .action = StartOver{}}, "start-over"});
    return page.finish();
}

std::vector<Node> result_page(const Content& content, const Model& model) {
    const Assessment found = assess(content, model.answers, model.today);
    const std::string& part = model.place.name;
    std::vector<Node> nodes;
    if (part.empty()) nodes = result_overview(content, model, found);
    else if (part == "course") nodes = result_course(content, model, found);
    else if (part == "studies") nodes = result_studies(content, model, found);
    else if (part == "visit") nodes = result_visit(content, model, found);
    else if (part == "healing") nodes = result_healing(content, model, found);
    else if (part == "aftercare") nodes = result_aftercare(content, model, found);
    else if (part == "over-time") nodes = result_over_time(content, model, found);
    else if (part == "compare") nodes = result_compare(content, model);
    else if (part == "questions") nodes = result_questions(content, model, found);
    nodes.push_back(next_part(content, part));
    return nodes;
}

}  // namespace needlewise
