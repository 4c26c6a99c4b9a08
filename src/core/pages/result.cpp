// The preparation sheet: the overview, and what all its parts share.
#include <algorithm>

#include "core/pages/clinic.h"
#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

// Not before something has changed is no milder than not at all.
Look look_of(const Finding& finding) {
    if (finding.until_changed) return Look::stop;
    switch (finding.action) {
        case FindingAction::stop: return Look::stop;
        case FindingAction::ask: return Look::ask;
        case FindingAction::wait: return Look::wait;
        case FindingAction::tell: return Look::tell;
    }
    return Look::tell;
}

std::vector<Node> why(const Content& content, const Model& model, const Finding& finding) {
    Writer inside(content, model, "finding." + finding.id);
    say_reason(content, inside, finding);
    const Text next = say(content, next_key(finding));  // stands above
    inside.cite(next.sources, next.judgement);
    inside.cite(finding.sources);
    return inside.finish();
}

// What to do comes first; why, and how that is known, is folded.
void write_finding(const Content& content, const Model& model, Writer& card, const Finding& finding) {
    const std::string prefix = "finding." + finding.id, title = say(content, prefix + ".title").text;
    card.add(heading(3, title));
    if (std::string line = wait_line(content, finding); !line.empty()) card.add({Paragraph{std::move(line), Style::body, {}}});
    card.add({Paragraph{say(content, next_key(finding)).text, Style::body, {}}});
    card.fold_small(prefix, "finding.why", title, why(content, model, finding));
}

// As a line that opens: where there are many, what they are is seen at once.
void fold_finding(const Content& content, const Model& model, Writer& card, const Finding& finding) {
    const std::string prefix = "finding." + finding.id;
    Writer inside(content, model, prefix);
    inside.say(next_key(finding));
    say_reason(content, inside, finding);
    inside.cite(finding.sources);
    card.fold(prefix, {.title = say(content, prefix + ".title").text, .detail = until_line(content, finding), .level = 3}, inside.finish());
}

// Whom to call now is never out of sight.
bool names_a_crisis_line(const Content& content, const Finding& finding) {
    const auto next = content.words.by_key.find(next_key(finding));
    return next != content.words.by_key.end() && next->second.contains("{crisis.");
}

// One card for all that ask the same of the person.
void write_findings(const Content& content, const Model& model, Writer& page, const std::vector<Finding>& findings) {
    constexpr std::size_t few = 2;
    for (std::size_t i = 0; i < findings.size();) {
        const std::string label = finding_label(content, findings[i]);
        const Look look = look_of(findings[i]);
        Writer card(content, model, "findings." + findings[i].id);
        card.add({Paragraph{label, Style::eyebrow, {}}});
        for (; i < findings.size() && look_of(findings[i]) == look && finding_label(content, findings[i]) == label; ++i) {
            if (findings.size() <= few || names_a_crisis_line(content, findings[i])) write_finding(content, model, card, findings[i]);
            else fold_finding(content, model, card, findings[i]);
        }
        page.add(card.finish_as(look));
    }
}

Node next_part(const Content& content, const Plan& plan, const std::string& part) {
    const auto& parts = result_parts();
    const auto here = std::ranges::find(parts, part);
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    if (here != parts.end() && here + 1 != parts.end()) {
        const std::string& next = *(here + 1);
        const std::string title = next == "course" ? std::string(course_title(plan))
                                  : next == "take" ? "result.tab.take"  // its title is a sentence
                                                   : "result." + next + ".title";
        row.children.push_back(
            link_to(say(content, "result.next", {{"title", say(content, title).text}}).text, "result/" + next, LinkLook::primary));
    } else {
        row.children.push_back(link_to(say(content, "result.back-to-sheet").text, "result", LinkLook::primary));
    }
    if (!part.empty())  // from the summary one goes back to change answers
        row.children.push_back({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    if (part == "aftercare" || part == "over-time")  // where a person looks when something is wrong; the time machine has it with its signs
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

namespace {

// What belongs together stands under one name: four fit the narrowest phone.
struct Group {
    std::string_view name;
    std::vector<std::string_view> parts;
};

const std::vector<Group>& groups() {
    static const std::vector<Group> all = {{"plan", {"", "course", "take"}},
                                           {"visit", {"visit", "questions"}},
                                           {"healing", {"healing", "aftercare", "over-time"}},
                                           {"decide", {"studies", "compare", "check"}}};
    return all;
}

Node link_to_part(std::string label, std::string_view part, LinkLook look, bool current) {
    Node link = link_to(std::move(label), part.empty() ? "result" : "result/" + std::string(part), look);
    std::get<Link>(link.what).current = current;
    return link;
}

}  // namespace

Node part_tabs(const Content& content, const std::string& here) {
    Node all{Section{Landmark::navigation, Look::contents, say(content, "result.parts").text}, "parts"};
    Node tabs{Section{Landmark::none, Look::tabs, {}}, "tabs"};
    Node row{Section{Landmark::none, Look::plain, {}}, "part-row"};
    for (const Group& group : groups()) {
        const bool current = std::ranges::find(group.parts, here) != group.parts.end();
        Node tab = link_to_part(say(content, "result.group." + std::string(group.name)).text, group.parts.front(), LinkLook::tab, current);
        tab.id = "tab:" + std::string(group.name);
        tabs.children.push_back(std::move(tab));
        if (!current) continue;
        for (const std::string_view part : group.parts) {
            const std::string key = "result.tab." + (part.empty() ? "overview" : std::string(part));
            Node link = link_to_part(say(content, key).text, part, LinkLook::nav, part == here);
            link.id = "part:" + std::string(part);
            row.children.push_back(std::move(link));
        }
    }
    all.children.push_back(std::move(tabs));
    all.children.push_back(std::move(row));
    return all;
}

namespace {

void lines(Writer& card, std::vector<std::string> said) {
    for (std::string& line : said) card.add({Paragraph{std::move(line), Style::body, {}}});
}

// "Acne scars: Face, Back": what the answer is about.
std::string concern_line(const Content& content, const Model& model) {
    const auto answered = [&](std::string_view link_id) {
        const Item* item = content.questionnaire.find(link_id);
        return item && model.answers.has(link_id) ? answer_text(content, *item, model.answers) : std::string();
    };
    const std::string goal = answered("goal"), area = answered("area");
    return area.empty() ? goal : say(content, "sheet.line", {{"title", goal}, {"text", area}}).text;
}

// The finding that the headline is made of: it is not told a second time below.
const Finding* said_in_headline(const Assessment& found) {
    if (found.plan->state != PlanState::not_now) return nullptr;
    const auto at = std::ranges::find(found.findings, found.plan->reason, &Finding::id);
    return at == found.findings.end() ? nullptr : &*at;
}

// The sentence for the clinic, or for the doctor and the clinic.
void say_it(const Content& content, Writer& card, const Assessment& found) {
    const Plan& plan = *found.plan;
    card.say(plan.state == PlanState::if_agreed && plan.doctor_first ? "result.say.doctor" : "result.say", {}, Style::eyebrow);
    lines(card, {words_for_the_clinic(content, found)});
}

// The days that are missing, each by the question that asks for it: first that of a wait, which decides about all others.
void add_missing_day(const Content& content, Writer& card, const Assessment& found) {
    const Plan& plan = *found.plan;
    if (plan.state == PlanState::not_now) return;
    if (!plan.earliest_known && !plan.earliest_reason.empty())
        card.add(link_to(say(content, "plan.earliest.add").text, path_to_wait(content, plan.earliest_reason), LinkLook::text));
    else if (plan.sessions.empty() && plan.state != PlanState::if_agreed)  // first the clinic, then the dates
        card.add(link_to(say(content, "take.calendar.add").text, path_to_date(content), LinkLook::text));
}

// What to do first, on what condition, how many sessions and when to judge; then the reasons, and what to say.
Node headline(const Content& content, const Model& model, const Assessment& found) {
    Writer card(content, model, "result.headline");
    const Plan& plan = *found.plan;
    const bool not_now = plan.state == PlanState::not_now;
    card.say("result.headline.treatment", {{"concern", concern_line(content, model)}}, Style::eyebrow);
    card.add(heading(2, headline_title(content, found)));
    std::vector<std::string> said = headline_lines(content, found);
    if (not_now)  // what to do about it, and what not: nobody stops a medicine for this
        said.front() = say(content, "finding." + plan.reason + ".next").text;
    if (not_now) lines(card, {say(content, "result.headline.not-now.book").text});
    if (plan.state == PlanState::if_agreed) {
        const std::string about = what_to_ask(content, found);
        lines(card, {about.empty() ? std::move(said.front()) : about + " " + said.front()});
        said.erase(said.begin());
    }
    Node answer{List{}};
    for (std::string& line : answer_lines(content, found)) answer.children.push_back({ListItem{std::move(line)}});
    if (!answer.children.empty()) card.add(std::move(answer));
    lines(card, std::move(said));
    if (std::string moved = later_line(content, plan); !moved.empty()) lines(card, {std::move(moved)});
    if (found.course && !event_can_be_met(plan)) lines(card, event_lines(content, *found.course, plan));
    if (not_now && plan.event_day) lines(card, {say(content, "plan.no-event").text});
    add_missing_day(content, card, found);
    if (not_now || plan.state == PlanState::if_agreed) say_it(content, card, found);
    if (const Finding* deciding = said_in_headline(found)) {
        const std::string prefix = "finding." + deciding->id;
        card.fold(prefix, {.title = say(content, prefix + ".title").text, .level = 3}, why(content, model, *deciding));
    }
    return card.finish_as(headline_look(plan));
}

// The course as anybody's, folded, while this person should not have one; their days, where they gave one to start on.
void course_card(const Content& content, const Model& model, const Assessment& found, Node& rail) {
    const Plan& plan = *found.plan;
    Writer page(content, model, "result"), card(content, model, "result.course");
    if (plan.state == PlanState::not_now) {
        card.say("plan.not-yours", {}, Style::small);
        card.add({Paragraph{course_line(content, *found.course), Style::small, {}}});
        page.fold_quiet("course-in-general", page.words(course_title(plan)), card.finish());
    } else if (!plan.sessions.empty()) {
        card.heading(2, course_title(plan));
        if (std::string condition = condition_line(content, plan); !condition.empty()) lines(card, {std::move(condition)});
        card.add({Paragraph{span_line(content, *found.course, plan), Style::body, {}}});
        card.add(plan_chart(content, plan));
        page.add(card.finish_as(Look::card));
    }
    append(rail.children, page.finish());
}

// Only a plan that nothing stands against is shown in the colour of good news.
void without_green(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        if (auto* section = std::get_if<Section>(&node.what); section && section->look == Look::good) section->look = Look::card;
        without_green(node.children);
    }
}

}  // namespace

std::vector<Node> plan_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "result");
    page.heading(1, "result.title");
    page.add(headline(content, model, found));
    return page.finish();
}

std::vector<Node> findings_slide(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "result");
    page.heading(1, findings_title(*found.plan));
    if (!found.findings.empty()) {
        Writer cards(content, model, "findings");
        write_findings(content, model, cards, found.findings);
        page.add({Section{Landmark::none, Look::figures, {}}, "", cards.finish()});
        return page.finish();
    }
    page.add({Paragraph{headline_title(content, found), Style::lead, {}}});
    lines(page, headline_lines(content, found));
    return page.finish();
}

std::vector<Node> result_overview(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "result");
    page.heading(1, "result.title");
    page.add(headline(content, model, found));
    Node rail{Section{Landmark::none, Look::rail, {}}, "rail"};
    if (found.course) course_card(content, model, found, rail);
    rail.children.push_back(link_to(say(content, "result.take.title").text, "result/take", LinkLook::primary));
    if (auto form = form_after(content)) rail.children.push_back(std::move(*form));
    if (rail.children.size() == 1) std::get<Section>(rail.what).look = Look::plain;  // a button alone needs no place of its own
    page.add(std::move(rail));
    const Finding* deciding = said_in_headline(found);
    std::vector<Finding> further = found.findings;
    if (deciding) std::erase_if(further, [&](const Finding& one) { return one.id == deciding->id; });
    if (!further.empty()) {
        page.heading(2, deciding ? "result.findings.further" : findings_title(*found.plan));
        write_findings(content, model, page, further);
    }
    if (auto contact = clinic_contact(content, model, *found.plan)) page.add(std::move(*contact));
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
        nodes.push_back(part_tabs(content, part));
        append(nodes, result_part(content, model, found));
        nodes.push_back(next_part(content, *found.plan, part));
    }
    if (found.plan->state != PlanState::clear) without_green(nodes);
    return nodes;
}

}  // namespace needlewise
