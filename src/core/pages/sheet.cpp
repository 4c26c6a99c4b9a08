// The preparation sheet on paper: one or two pages that say what matters without a screen. The same page is the text file.
#include <algorithm>
#include <iterator>
#include <utility>

#include "core/assessment/healing_moment.h"
#include "core/pages/healing_words.h"
#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

class Sheet {
public:
    Sheet(const Content& content, const Model& model, bool paper) : content(content), model(model), paper(paper) {}

    void heading(int level, std::string_view key) { nodes.push_back(needlewise::heading(level, text(key))); }
    void words(std::string text, Style style = Style::body) { nodes.push_back({Paragraph{std::move(text), style, {}}}); }
    void say(std::string_view key, Parameters parameters = {}, Style style = Style::body) { words(text(key, parameters), style); }
    void list(std::vector<std::string> lines) {
        Node list{List{}};
        list.children.reserve(lines.size());
        for (std::string& line : lines) list.children.push_back({ListItem{std::move(line)}});
        nodes.push_back({Section{Landmark::none, Look::columns, {}}, "", {std::move(list)}});
    }
    std::string text(std::string_view key, Parameters parameters = {}) const { return needlewise::say(content, key, parameters).text; }

    const Content& content;
    const Model& model;
    bool paper = false;  // with what is drawn; without, it can be read as text
    std::vector<Node> nodes;
};

std::string day(const Sheet& sheet, Date date) { return long_date(sheet.content.words, date); }

std::string joined(const Sheet& sheet, std::string_view title, std::string_view text) {
    return sheet.text("sheet.line", {{"title", std::string(title)}, {"text", std::string(text)}});
}

// What the person wants, in their own choice of words, and the skin it is for.
void wishes(Sheet& sheet, const Assessment& found) {
    std::vector<std::string> lines;
    for (const std::string_view asked : {"goal", "area", "expect-improvement", "downtime"}) {
        const Item* item = sheet.content.questionnaire.find(asked);
        if (item && sheet.model.answers.has(asked))
            lines.push_back(
                joined(sheet, sheet.text("sheet.wish." + std::string(asked)), answer_text(sheet.content, *item, sheet.model.answers)));
    }
    if (found.phototype_low) lines.push_back(joined(sheet, sheet.text("brief.phototype"), phototype_text(sheet.content, found)));
    if (lines.empty()) return;
    sheet.heading(2, "sheet.wishes");
    sheet.list(std::move(lines));
}

void findings(Sheet& sheet, const Assessment& found) {
    sheet.heading(2, findings_title(*found.plan));
    std::string first = headline_title(sheet.content, found) + ".";
    for (const std::string& line : headline_lines(sheet.content, found)) first += " " + line;
    sheet.words(std::move(first));
    Node list{List{}};
    for (const Finding& finding : found.findings) {
        const std::string prefix = "finding." + finding.id;
        Node item{ListItem{joined(sheet, finding_label(sheet.content, finding), sheet.text(prefix + ".title"))}};
        std::string more = wait_line(sheet.content, finding);
        if (!more.empty()) more += " ";
        more += sheet.text(next_key(finding));
        item.children.push_back({Paragraph{std::move(more), Style::small, {}}});
        list.children.push_back(std::move(item));
    }
    if (!found.findings.empty()) sheet.nodes.push_back(std::move(list));
}

void course(Sheet& sheet, const Course& course, const Plan& plan) {
    sheet.heading(2, course_title(plan));
    if (const std::string condition = condition_line(sheet.content, plan); !condition.empty()) sheet.words(condition);
    sheet.words(course_line(sheet.content, course), plan.state == PlanState::not_now ? Style::small : Style::body);
    sheet.say("course.basis." + std::string(basis_key(course.basis)));
}

void event(Sheet& sheet, const Course& course, const Plan& plan) {
    std::string text = sheet.text(event_title(plan), {{"date", day(sheet, *plan.event_day)}}) + ".";
    for (const std::string& line : event_lines(sheet.content, course, plan)) text += " " + line;
    sheet.words(std::move(text));
}

void dates(Sheet& sheet, const Plan& plan) {
    if (plan.sessions.empty()) return;
    std::vector<std::string> lines;
    lines.reserve(plan.sessions.size() + 1);
    for (const Date date : plan.sessions)
        lines.push_back(
            joined(sheet, sheet.text("course.calendar.session", {{"number", std::to_string(lines.size() + 1)}}), day(sheet, date)));
    if (plan.judge_on) lines.push_back(joined(sheet, sheet.text("course.calendar.judge"), day(sheet, *plan.judge_on)));
    std::string lead = sheet.text("sheet.dates", {{"date", day(sheet, *plan.start)}});
    for (const std::string& more : {condition_line(sheet.content, plan), moved_line(sheet.content, plan)})
        if (!more.empty()) lead += " " + more;
    sheet.words(std::move(lead));
    if (sheet.paper) sheet.nodes.push_back(plan_chart(sheet.content, plan));
    sheet.list(std::move(lines));
}

void studies(Sheet& sheet, const Assessment& found) {
    sheet.heading(2, "result.studies.title");
    std::string line = studies_line(sheet.content, found);
    if (line.empty()) return;
    sheet.words(std::move(line));
    if (const std::string harm = harm_key(sheet.content, found); !harm.empty() && found.improvement) sheet.say(harm);
    sheet.say(certainty_key(certainty_of(sheet.content, found)));
}

// What to leave off before it, with the waits that the findings use.
void visit(Sheet& sheet, const std::vector<VisitMinutes>& steps) {
    int total = 0;
    std::string line;
    for (const VisitMinutes& step : steps) {
        total += step.minutes;
        if (!line.empty()) line += sheet.text("list.separator");
        line += joined(sheet, sheet.text(visit_key(sheet.content, step, ".title")),
                       step.number.empty() ? sheet.text("visit.minutes.unknown")
                                           : with_unit(sheet.content.words, step.minutes, step.minutes, "minute"));
    }
    sheet.heading(2, "result.visit.title");
    sheet.words(sheet.text("visit.chart.description", {{"total", with_unit(sheet.content.words, total, total, "minute")}}) + " " + line +
                ".");
    const auto wait_of = [&](std::string_view treatment) {
        const Number* wait = wait_after(sheet.content, sheet.model.answers, treatment);
        const double used = wait ? wait->usual().value_or(0) : 0;
        return wait ? with_unit(sheet.content.words, used, used, wait->unit) : std::string();
    };
    sheet.say("sheet.visit.before", {{"sun", wait_of("tan")}, {"retinoid", wait_of("retinoid-acid")}, {"waxing", wait_of("waxing")}});
}

void healing(Sheet& sheet, const Assessment& found) {
    std::vector<std::string> lines;
    lines.reserve(found.timeline.size());
    for (const SignCourse& sign : found.timeline)
        lines.push_back(joined(sheet, sheet.text("sign." + std::string(sign_key(sign.sign)) + ".name"), sign_span(sheet.content, sign)));
    sheet.heading(2, "result.healing.title");
    sheet.list(std::move(lines));
    std::string managed;
    for (const std::string& line : downtime_lines(sheet.content, found)) managed += (managed.empty() ? "" : " ") + line;
    if (!managed.empty()) sheet.words(std::move(managed));
    if (const std::string caveat = healing_caveat(sheet.content, found.course ? &*found.course : nullptr); !caveat.empty())
        sheet.say(caveat);
}

// One line for all that lasts equally long: the span is the longest part of it.
std::vector<std::string> aftercare_lines(const Sheet& sheet, const std::vector<Aftercare>& aftercare) {
    std::vector<std::pair<std::string, std::string>> spans;  // with the titles
    for (const Aftercare& care : aftercare) {
        const std::string title = sheet.text("aftercare." + care.id + ".title");
        std::string span = care.kind == Care::ask ? "" : care_span(sheet.content, care);
        const auto same = std::ranges::find(spans, span, [](const auto& known) { return known.first; });
        if (same == spans.end() || span.empty()) spans.emplace_back(std::move(span), title);
        else same->second += sheet.text("sheet.care.separator") + title;
    }
    std::vector<std::string> lines;
    lines.reserve(spans.size());
    for (auto& [span, titles] : spans) lines.push_back(span.empty() ? std::move(titles) : joined(sheet, titles, span));
    return lines;
}

void aftercare(Sheet& sheet, const Assessment& found) {
    sheet.heading(2, "result.aftercare.title");
    std::string lead = sheet.text("aftercare.lead");
    if (beyond_the_face(sheet.model.answers)) lead += " " + sheet.text("aftercare.elsewhere");
    sheet.words(std::move(lead));
    if (std::string overlap = sessions_overlap(sheet.content, found); !overlap.empty()) sheet.words(std::move(overlap));
    if (!sheet.paper) return sheet.list(aftercare_lines(sheet, found.aftercare));
    append(sheet.nodes, aftercare_on_paper(sheet.content, sheet.model, found));
}

// What the person wants to ask, with what the findings lead to first; all there are, when the person chose none.
void questions(Sheet& sheet, const Assessment& found) {
    std::vector<std::string> lines = finding_questions(sheet.content, found), chosen = questions_asked(sheet.content, sheet.model);
    std::ranges::move(chosen.empty() ? questions_to_choose(sheet.content) : chosen, std::back_inserter(lines));
    sheet.heading(2, chosen.empty() ? "result.questions.title" : "sheet.questions");
    sheet.list(std::move(lines));
}

// Whom to call where the person is, then the signs of each urgency. What to do stands with the most urgent.
void help(Sheet& sheet, const Assessment& found) {
    Sheet box(sheet.content, sheet.model, sheet.paper);
    std::vector<std::string> numbers;
    for (const HelpLine& line : help_lines(sheet.content)) numbers.push_back(help_line_item(sheet.content, line));
    box.say("help.country.title", {}, Style::eyebrow);
    if (numbers.empty()) box.say("help.country.call");
    else box.list(std::move(numbers));
    for (const std::string_view urgency : {"emergency", "same-day", "clinic"}) {
        std::vector<std::string> signs;
        for (const RedFlag& flag : sheet.content.red_flags) {
            if (urgency_of(flag, found) != urgency) continue;
            const std::string prefix = "redflag." + flag.id, look = sheet.text(prefix + ".look");
            // On paper each is a line; what to do stands above them.
            signs.push_back(urgency == "emergency" && !sheet.paper
                                ? sheet.text("sheet.sign", {{"look", look}, {"do", sheet.text(prefix + ".do")}})
                                : look);
        }
        if (signs.empty()) continue;
        box.say("sheet.urgent", {{"urgency", sheet.text("urgency." + std::string(urgency))}});
        box.list(std::move(signs));
    }
    if (found.hides_redness()) box.say("learn.healing.more");
    sheet.heading(2, "help.title");
    sheet.nodes.push_back({Section{Landmark::none, Look::stop, {}}, "", std::move(box.nodes)});
}

// Room for what is said at the visit; on a screen there is nothing to write on.
void notes(Sheet& sheet) {
    Node room{Section{.look = Look::ruled, .label = {}, .folded = true}};
    room.children.push_back(needlewise::heading(2, sheet.text("sheet.notes")));
    sheet.nodes.push_back(std::move(room));
}

void contact(Sheet& sheet) {
    if (!sheet.content.clinic) return;
    const Clinic& clinic = *sheet.content.clinic;
    std::string line;
    for (const std::string* part : {&clinic.name, &clinic.phone, &clinic.email, &clinic.website}) {
        if (part->empty()) continue;
        if (!line.empty()) line += sheet.text("list.separator");
        line += *part;
    }
    if (line.empty()) return;
    sheet.heading(2, "sheet.contact");
    sheet.words(std::move(line));
}

// A clinic opens the answers with it on its own screen.
void code(Sheet& sheet) {
    const std::string link = answers_address(sheet.content, sheet.model);
    if (link.empty() || !fits_a_code(link)) return;
    Node words{Section{Landmark::none, Look::plain, {}}};
    words.children.push_back(needlewise::heading(2, sheet.text("sheet.code.title")));
    words.children.push_back({Paragraph{sheet.text("sheet.code.text"), Style::body, {}}});
    Node row{Section{Landmark::none, Look::beside, {}}};
    row.children.push_back(
        {QrCode{.title = sheet.text("take.device.code"), .description = sheet.text("take.device.code.description"), .text = link}, "code"});
    row.children.push_back(std::move(words));
    sheet.nodes.push_back(std::move(row));
}

// What a clinician reads in half a minute.
void first_page(Sheet& sheet, const Assessment& found) {
    sheet.heading(1, "result.title");
    sheet.say("sheet.made", {{"date", day(sheet, sheet.model.today)}, {"version", sheet.content.version}}, Style::small);
    sheet.say("result.decides");
    wishes(sheet, found);
    findings(sheet, found);
    if (found.course && found.plan) {
        course(sheet, *found.course, *found.plan);
        if (found.plan->event) event(sheet, *found.course, *found.plan);
        dates(sheet, *found.plan);
    }
    questions(sheet, found);
    if (sheet.paper) notes(sheet);
}

// What the person keeps.
void second_page(Sheet& sheet, const Assessment& found) {
    studies(sheet, found);
    // Nothing is planned for somebody who is held up: how to prepare for a visit and what to do after it would read as if it were.
    const bool planned = !found.plan || found.plan->state != PlanState::not_now;
    if (planned) visit(sheet, found.visit);
    healing(sheet, found);
    if (planned) aftercare(sheet, found);
    help(sheet, found);
    contact(sheet);
    sheet.say("sheet.own-view", {}, Style::small);
}

}  // namespace

std::vector<Node> sheet_words(const Content& content, const Model& model, const Assessment& found) {
    Sheet sheet(content, model, false);
    first_page(sheet, found);
    second_page(sheet, found);
    return std::move(sheet.nodes);
}

std::vector<Node> result_sheet(const Content& content, const Model& model, const Assessment& found) {
    Sheet sheet(content, model, true), second(content, model, true);
    first_page(sheet, found);
    second_page(second, found);
    code(second);
    sheet.nodes.push_back({Section{Landmark::none, Look::leaf, {}}, "leaf", std::move(second.nodes)});
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    row.children.push_back({Button{.label = sheet.text("take.paper.print"), .look = ButtonLook::primary, .action = PrintPage{}}, "print"});
    row.children.push_back({Button{.label = sheet.text("action.back"), .look = ButtonLook::quiet, .action = Back{}}, "back"});
    sheet.nodes.push_back(std::move(row));
    return std::move(sheet.nodes);
}

}  // namespace needlewise
