// What staff read before they see the person: one sheet of paper, flags first.
#include <algorithm>
#include <array>
#include <utility>

#include "core/form/flow.h"
#include "core/pages/healing_words.h"
#include "core/pages/plan_words.h"

namespace needlewise {

namespace {

struct Flag {
    FindingAction action;
    Look look;
};

constexpr std::array flags{
    Flag{FindingAction::stop, Look::stop},
    Flag{FindingAction::ask, Look::ask},
    Flag{FindingAction::wait, Look::wait},
    Flag{FindingAction::tell, Look::tell},
};

// The lines with a sign between them.
std::string in_a_row(const Content& content, const std::vector<std::string>& lines) {
    std::string row;
    for (const std::string& line : lines) row += (row.empty() ? "" : say(content, "sheet.care.separator").text) + line;
    return row;
}

// A single line needs no list.
Node one_below_the_other(const std::vector<std::string>& lines) {
    if (lines.size() == 1) return {Paragraph{lines.front(), Style::body, {}}};
    Node list{List{}};
    for (const std::string& line : lines) list.children.push_back({ListItem{line}});
    return list;
}

std::string named(const Content& content, std::string title, std::string text) {
    return say(content, "sheet.line", {{"title", std::move(title)}, {"text", std::move(text)}}).text;
}

// "Sunburn or a tan, over on 29 November 2026". Where its day is not known it is counted from today.
std::string named_with_day(const Content& content, Writer& page, const Finding& finding) {
    std::string title = page.words("finding." + finding.id + ".title");
    const auto& date = finding.until ? finding.until : finding.not_before;
    if (!date) return title;
    return page.words(finding.until ? "brief.flag.until" : "brief.flag.not-before",
                      {{"title", title}, {"date", long_date(content.words, *date)}});
}

// One box for each kind of finding, worst first, with their names; what is behind each is a fold, and on paper. None is no clearance,
// and with questions open the page does not even say that there is none.
void findings(const Content& content, Writer& page, const Assessment& found, Node& reasons) {
    page.heading(2, "brief.flags");
    if (found.findings.empty()) return page.say(found.complete() ? "brief.flags.none" : "brief.flags.open");
    Node boxes{Section{Landmark::none, Look::figures, {}}};
    for (const Flag& flag : flags) {
        std::vector<std::pair<std::string, std::vector<std::string>>> named_so;  // what to do, and because of what
        for (const Finding& finding : found.findings) {
            if (finding.action != flag.action) continue;
            const std::string title = page.words("finding." + finding.id + ".title");
            const bool asked = finding.action == FindingAction::ask && !finding.until_changed;  // staff are the clinic
            const std::string label = asked ? page.words("brief.label.ask") : finding_label(content, finding);
            if (named_so.empty() || named_so.back().first != label) named_so.push_back({label, {}});
            named_so.back().second.push_back(named_with_day(content, page, finding));
            reasons.children.push_back({ListItem{page.words("brief.flag", {{"title", title}, {"reason", reason_of(content, finding)}})}});
            page.cite(finding.sources);
        }
        if (named_so.empty()) continue;
        Node box{Section{Landmark::none, flag.look, {}}};
        for (const auto& [label, names] : named_so) {
            box.children.push_back({Paragraph{label, Style::eyebrow, {}}});
            box.children.push_back(one_below_the_other(names));
        }
        boxes.children.push_back(std::move(box));
    }
    page.add(std::move(boxes));
}

// The plan in the same words as on the person's own sheet; what moved it is among the reasons.
void plan(const Content& content, Writer& page, const Assessment& found, Node& column, Node& reasons) {
    if (!found.plan) return;
    const auto line = [&](std::string text) { column.children.push_back({Paragraph{std::move(text), Style::body, {}}}); };
    column.children.push_back(heading(2, page.words("brief.plan")));
    std::string text =
        found.plan->state == PlanState::clear ? std::string() : headline_title(content, found) + ".";  // they are with a clinic
    for (const std::string& more : headline_lines(content, found)) text += (text.empty() ? "" : " ") + more;
    if (const std::string moved = moved_line(content, *found.plan); !moved.empty()) text += " " + moved;
    line(std::move(text));
    if (!found.course) return;
    const Course& course = *found.course;
    for (std::string& event : event_lines(content, course, *found.plan)) line(std::move(event));
    std::string estimate = course_line(content, course);
    if (const std::string condition = condition_line(content, *found.plan); !condition.empty()) estimate = condition + " " + estimate;
    line(std::move(estimate));
    page.cite(course.sources, course.basis != Basis::evidence);
    for (const DriverFound& driver : course.drivers) {
        reasons.children.push_back({ListItem{page.words("driver." + driver.id)}});
        page.cite(driver.sources);
    }
}

using Rows = std::vector<std::vector<std::string>>;

// Every answer of the section about what the person wants to change, in the words they chose.
void goal_facts(const Content& content, const Model& model, std::vector<std::string>& facts) {
    const auto pages = question_pages(content.questionnaire, model.answers);
    if (pages.empty()) return;
    for (const QuestionPage& page : pages) {
        if (page.section != pages.front().section) return;
        for (const Item* item : page.questions)
            if (model.answers.has(item->link_id))
                facts.push_back(named(content, short_name(content, *item), answer_text(content, *item, model.answers)));
    }
}

void person(const Content& content, const Model& model, Writer& page, const Assessment& found, Node& column) {
    const Answers answers = effective_answers(content.questionnaire, model.answers);  // of what is still asked
    std::vector<std::string> facts;
    goal_facts(content, model, facts);
    facts.push_back(named(content, page.words("brief.phototype"), phototype_text(content, found)));
    for (const std::string_view link_id : {"age", "start-date", "event-date"}) {
        const Item* item = content.questionnaire.find(link_id);
        if (item && answers.has(link_id))
            facts.push_back(named(content, page.words("brief." + std::string(link_id)), answer_text(content, *item, answers)));
    }
    // Of health, what raised no flag, too.
    for (const std::string_view link_id : {"conditions", "medicines", "isotretinoin-when", "isotretinoin-stopped", "allergies"}) {
        const Item* item = content.questionnaire.find(link_id);
        if (item && answers.has(link_id)) facts.push_back(named(content, short_name(content, *item), answer_text(content, *item, answers)));
    }
    column.children.push_back(heading(2, page.words("brief.person")));
    Node list{List{}};
    for (std::string& fact : facts) list.children.push_back({ListItem{std::move(fact)}});
    Node narrow{Section{Landmark::none, Look::columns, {}}};  // on paper, so that all of it fits one sheet
    narrow.children.push_back(std::move(list));
    column.children.push_back(std::move(narrow));
}

// What the person wants to ask, in their order.
void asks(const Content& content, const Model& model, Writer& page, Node& column) {
    const std::vector<std::string> questions = questions_asked(content, model);
    if (!questions.empty())
        column.children.push_back({Paragraph{named(content, page.words("brief.asks"), in_a_row(content, questions)), Style::body, {}}});
}

// What studies saw of the change the person expects.
std::string change_seen(const Content& content, Writer& page, const Assessment& found) {
    const std::string seen = studies_line(content, found, &page);
    if (seen.empty()) return page.words("brief.change.open");
    return seen + " " + page.words(certainty_key(certainty_of(content, found)));
}

void expectations(const Content& content, const Model& model, Writer& page, const Assessment& found, Node& column) {
    const auto said = [&](std::string_view link_id) {
        const Item* item = content.questionnaire.find(link_id);
        return item ? answer_text(content, *item, model.answers) : say(content, "review.unanswered").text;
    };
    const auto expected = model.answers.code("expect-improvement");
    if (expected && (*expected == "most" || *expected == "all-gone"))
        column.children.push_back({Paragraph{page.words("brief.gap"), Style::body, {}}});
    const Rows rows{{page.words("brief.change"), said("expect-improvement"), change_seen(content, page, found)},
                    {page.words("brief.downtime"), said("downtime"), seen_text(content, page, found)}};
    column.children.push_back(table("brief-expectations", page.words("brief.expectations"),
                                    {page.words("brief.column.about"), page.words("brief.column.expects"), page.words("brief.column.seen")},
                                    rows));
}

// What was missed in the check, in a line.
void understanding(const Content& content, const Model& model, Writer& page, Node& column) {
    std::vector<std::string> lines;
    if (model.checked.empty()) lines.push_back(page.words("staff.check.none"));
    for (const std::string& id : missed_in_check(content, model)) lines.push_back(page.words("check." + id + ".topic"));
    if (lines.empty()) lines.push_back(page.words("brief.check.fine"));
    const std::size_t open = content.check.size() - std::min(content.check.size(), model.checked.size());
    if (open > 0 && !model.checked.empty()) lines.push_back(page.words("brief.check.open", {{"count", std::to_string(open)}}));
    column.children.push_back({Paragraph{named(content, page.words("brief.check"), in_a_row(content, lines)), Style::body, {}}});
}

Node ways_on(const Content& content, bool anything) {
    Node row{Section{Landmark::none, Look::actions, {}}, "actions"};
    if (anything)
        row.children.push_back(
            {Button{.label = say(content, "brief.print").text, .look = ButtonLook::primary, .action = PrintPage{}}, "print"});
    row.children.push_back(link_to(say(content, "brief.back").text, "staff", LinkLook::text));
    return row;
}

}  // namespace

std::vector<Node> staff_brief(const Content& content, const Model& model) {
    Writer page(content, model, "brief");
    page.heading(1, "brief.title");
    if (model.answers.empty()) {
        page.say("brief.empty", {}, Style::lead);
        page.add(ways_on(content, false));
        return page.finish();
    }
    const Assessment found = assess(content, model.answers, model.today);
    if (!found.complete()) page.say("brief.part", {{"count", std::to_string(found.open.size())}});
    Node reasons{List{}};
    // Who it is beside what is planned, as little of it as may be below the first screen of a tablet.
    findings(content, page, found, reasons);
    Node beside{Section{Landmark::none, Look::beside, {}}}, patient{Section{}}, planned{Section{}}, expected{Section{}};
    person(content, model, page, found, patient);
    plan(content, page, found, planned, reasons);
    asks(content, model, page, planned);
    understanding(content, model, page, planned);
    expectations(content, model, page, found, expected);
    beside.children.push_back(std::move(patient));
    beside.children.push_back(std::move(planned));
    page.add(std::move(beside));
    page.add(std::move(expected));
    if (!reasons.children.empty()) page.fold("brief-reasons", {.title = page.words("brief.reasons")}, {std::move(reasons)});
    page.say("brief.made", {{"date", long_date(content.words, model.today)}}, Style::small);
    page.say("brief.not-a-record", {{"version", content.version}}, Style::small);
    page.add(ways_on(content, true));
    return page.finish();
}

}  // namespace needlewise
