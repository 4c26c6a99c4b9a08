// What the clinic should know before anything is booked, worst first; of what is to be asked, what a doctor is asked.
#include <algorithm>
#include <cmath>

#include "core/assessment/parts.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

using enum FindingAction;
static_assert(stop < ask && ask < wait && wait < tell, "findings are sorted by it, worst first");

// Whole days of a number in days or weeks, rounded up: a wait must not end early. Nothing for any other unit.
std::optional<int> days_of(const Number& number, std::optional<double> figure) {
    constexpr double longest = 100 * 365;
    const auto days = figure ? days_in(*figure, number.unit) : std::nullopt;
    if (!days || !(*days >= 0)) return std::nullopt;
    return static_cast<int>(std::ceil(std::min(*days, longest)));
}

// Whether a wait that is over by the figure in use is not over by the longest that clinics ask for (SCR-044, SCR-045).
bool some_wait_longer(const Number& number, Date since, Date on) {
    const auto longest = days_of(number, number.high);
    return longest && add_days(since, *longest) > on;
}

// The finding of a rule whose conditions hold; nothing when it is a wait that is over for every clinic. What was to be asked about until
// then is still told: after isotretinoin the figures differ, and none is of needling (SCR-028).
std::optional<Finding> finding_of(const Content& content, const Rule& rule, const Answers& answers, Date on) {
    Finding finding{.id = rule.id,
                    .action = rule.action,
                    .scope = rule.scope,
                    .until_changed = rule.until_changed,
                    .doctor_first = rule.doctor_first,
                    .test_first = rule.test_first,
                    .until = std::nullopt,
                    .not_before = std::nullopt,
                    .sources = rule.sources};
    if (!rule.wait) return finding;
    const auto since = answers.date(rule.wait->since);
    const Number* number = content.number(rule.wait->number);
    const auto days = number ? days_of(*number, usual(number)) : std::nullopt;
    if (since && days) finding.until = add_days(*since, *days);
    else if (days) finding.not_before = add_days(on, *days);
    if (finding.until && *finding.until <= on) {
        finding.wait_over = rule.action == wait;
        if (finding.wait_over && !some_wait_longer(*number, *since, on)) return std::nullopt;
        finding.action = tell;
        finding.until.reset();
    }
    if (number) add_sources(finding.sources, number->sources);
    return finding;
}

}  // namespace

std::vector<Finding> findings_for(const Content& content, const Answers& answers, Date on) {
    std::vector<Finding> findings;
    for (const Rule& rule : content.rules) {
        if (!holds(rule.when, answers)) continue;
        if (auto finding = finding_of(content, rule, answers, on)) findings.push_back(*std::move(finding));
    }
    const bool held_up =
        std::ranges::any_of(findings, [](const Finding& finding) { return finding.action == stop || finding.until_changed; });
    for (Finding& finding : findings) finding.held_up = held_up && finding.action == wait;
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) { return std::pair(finding.action, !finding.doctor_first); });
    return findings;
}

const Number* wait_after(const Content& content, const Answers& answers, std::string_view treatment) {
    constexpr std::string_view question = "recent-treatments";
    const Item* item = content.questionnaire.find(question);
    if (!item) return nullptr;
    const auto option =
        std::ranges::find_if(item->options, [&](const Option& each) { return std::string_view(each.coding.code) == treatment; });
    if (option == item->options.end()) return nullptr;
    Answers with_it = with_derived(content, answers);
    with_it.set(std::string(question), {option->coding});
    const std::string since = "date-" + std::string(treatment);
    const auto rule = std::ranges::find_if(
        content.rules, [&](const Rule& each) { return each.wait && each.wait->since == since && holds(each.when, with_it); });
    return rule == content.rules.end() ? nullptr : content.number(rule->wait->number);
}

}  // namespace needlewise
