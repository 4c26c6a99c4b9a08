// What staff read before they see the person: one sheet of paper, flags first.
#include <algorithm>
#include <array>
#include <cmath>

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

// One box for each kind of finding, worst first; each finding in a line or two. None is no clearance, and with questions open the
// page does not even say that there is none.
void findings(const Content& content, const Model& model, Writer& page, const Assessment& found) {
    page.heading(2, "brief.flags");
    if (found.findings.empty()) page.say(found.complete() ? "brief.flags.none" : "brief.flags.open");
    for (const Flag& flag : flags) {
        Writer box(content, model, "brief." + std::string(name_of_action(flag.action)));
        Node list{List{}};
        for (const Finding& finding : found.findings) {
            if (finding.action != flag.action) continue;
            const std::string prefix = "finding." + finding.id;
            const std::string title =
                box.words("brief.flag.title", {{"label", finding_label(content, finding)}, {"title", box.words(prefix + ".title")}});
            std::string text = box.words("brief.flag", {{"title", title}, {"reason", reason_of(content, finding)}});
            if (const std::string wait = wait_line(content, finding); !wait.empty()) text += " " + wait;
            box.cite(finding.sources);
            list.children.push_back({ListItem{std::move(text)}});
        }
        if (list.children.empty()) continue;
        box.add(std::move(list));
        page.add(box.finish_as(flag.look));
    }
}

// The plan in the same words as on the person's own sheet.
void plan_words(const Content& content, Writer& page, const Assessment& found) {
    if (!found.plan) return;
    page.heading(2, "brief.plan");
    std::string text = headline_title(content, found) + ".";
    for (const std::string& line : headline_lines(content, found)) text += " " + line;
    page.add({Paragraph{std::move(text), Style::body, {}}});
    if (std::string moved = moved_line(content, *found.plan); !moved.empty()) page.add({Paragraph{std::move(moved), Style::body, {}}});
    if (!found.course) return;
    for (std::string& line : event_lines(content, *found.course, *found.plan)) page.add({Paragraph{std::move(line), Style::body, {}}});
}

using Rows = std::vector<std::vector<std::string>>;

// Types of the Fitzpatrick scale, as clinics write them.
std::string roman(int type) {
    constexpr std::array names{"I", "II", "III", "IV", "V", "VI"};
    return type >= 1 && type <= static_cast<int>(names.size()) ? names[static_cast<std::size_t>(type - 1)] : "?";
}

std::string phototype(const Content& content, const Assessment& found) {
    if (!found.phototype_low || !found.phototype_high) return say(content, "review.unanswered").text;
    if (*found.phototype_low == *found.phototype_high) return roman(*found.phototype_low);
    return say(content, "brief.phototype.range", {{"low", roman(*found.phototype_low)}, {"high", roman(*found.phototype_high)}}).text;
}

// Every answer of the section about what the person wants to change, in the words they chose.
void goal_rows(const Content& content, const Model& model, Rows& rows) {
    const auto pages = question_pages(content.questionnaire, model.answers);
    if (pages.empty()) return;
    for (const QuestionPage& page : pages) {
        if (page.section != pages.front().section) return;
        for (const Item* item : page.questions)
            if (model.answers.has(item->link_id))
                rows.push_back({say(content, "question." + item->link_id + ".title").text, answer_text(content, *item, model.answers)});
    }
}

void person(const Content& content, const Model& model, Writer& page, const Assessment& found) {
    Rows rows;
    goal_rows(content, model, rows);
    rows.push_back({page.words("brief.phototype"), phototype(content, found)});
    for (const std::string_view link_id : {"age", "start-date", "event-date"}) {
        const Item* item = content.questionnaire.find(link_id);
        if (!item || !model.answers.has(link_id)) continue;
        rows.push_back({page.words("brief." + std::string(link_id)), answer_text(content, *item, model.answers)});
    }
    page.heading(2, "brief.person");
    page.add(table("brief-person", page.words("brief.person.caption"), {page.words("brief.column.what"), page.words("brief.column.said")},
                   rows));
}

std::string percents(const Words& words, double low, double high) {
    return with_unit(words, std::round(low * 100), std::round(high * 100), "percent");
}

// What studies saw of the change the person expects.
std::string change_seen(const Content& content, Writer& page, const Assessment& found) {
    if (!found.improvement) return page.words("brief.no-number");
    const Improvement& seen = *found.improvement;
    page.cite(seen.sources);
    const double low = std::clamp(seen.range.low, 0.0, 1.0), high = std::clamp(seen.range.high, 0.0, 1.0);
    const std::string scale = page.words("scale." + seen.scale);
    if (!seen.mean) return page.words("brief.change.range", {{"range", percents(content.words, low, high)}, {"scale", scale}});
    return page.words("brief.change.mean", {{"mean", percents(content.words, *seen.mean, *seen.mean)}, {"scale", scale}});
}

void expectations(const Content& content, const Model& model, Writer& page, const Assessment& found) {
    Writer part(content, model, "brief.expectations");
    part.heading(2, "brief.expectations");
    const auto said = [&](std::string_view link_id) {
        const Item* item = content.questionnaire.find(link_id);
        return item ? answer_text(content, *item, model.answers) : say(content, "review.unanswered").text;
    };
    const Rows rows{{part.words("brief.change"), said("expect-improvement"), change_seen(content, part, found)},
                    {part.words("brief.downtime"), said("downtime"), seen_text(content, part, found)}};
    const auto expected = model.answers.code("expect-improvement");
    const bool much = expected && (*expected == "most" || *expected == "all-gone");
    part.add(table("brief-expectations", part.words("brief.expectations.caption"),
                   {part.words("brief.column.about"), part.words("brief.column.expects"), part.words("brief.column.seen")}, rows));
    if (much) part.say("brief.gap");
    page.add(part.finish_as(Look::plain));
}

void understanding(const Content& content, const Model& model, Writer& page) {
    page.heading(2, "brief.check");
    const auto missed = missed_in_check(content, model);
    const std::size_t open = content.check.size() - std::min(content.check.size(), model.checked.size());
    if (model.checked.empty()) return page.say("staff.check.none");
    if (missed.empty()) page.say("brief.check.fine");
    else page.add(topics_to_talk_about(content, missed));
    if (open > 0) page.say("brief.check.open", {{"count", std::to_string(open)}});
}

void estimate(const Content& content, const Model& model, Writer& page, const Course& course, const Plan& plan) {
    Writer part(content, model, "brief.estimate");
    part.heading(2, "brief.estimate");
    if (std::string condition = condition_line(content, plan); !condition.empty())
        part.add({Paragraph{std::move(condition), Style::body, {}}});
    part.add({Paragraph{course_line(content, course), Style::body, {}}});
    part.cite(course.sources, course.basis != Basis::evidence);
    Node moved{List{}};
    moved.children.reserve(course.drivers.size());
    for (const DriverFound& driver : course.drivers) {
        moved.children.push_back({ListItem{part.words("driver." + driver.id)}});
        part.cite(driver.sources);
    }
    if (!moved.children.empty()) {
        part.say("course.drivers.title", {}, Style::eyebrow);
        part.add(std::move(moved));
    }
    page.add(part.finish_as(Look::plain));
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
    page.say("brief.made", {{"date", long_date(content.words, model.today)}, {"version", content.version}}, Style::small);
    if (!found.complete()) page.say("brief.part", {{"count", std::to_string(found.open.size())}});
    findings(content, model, page, found);
    plan_words(content, page, found);
    person(content, model, page, found);
    expectations(content, model, page, found);
    understanding(content, model, page);
    if (found.course && found.plan) estimate(content, model, page, *found.course, *found.plan);
    page.say("brief.not-a-record", {}, Style::small);
    page.add(ways_on(content, true));
    return page.finish();
}

}  // namespace needlewise
