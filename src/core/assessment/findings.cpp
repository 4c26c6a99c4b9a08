// What the clinic should know before anything is booked, worst first; of what is to be asked, what a doctor is asked.
#include <algorithm>
#include <cmath>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

using enum FindingAction;
static_assert(stop < ask && ask < wait && wait < tell, "findings are sorted by it, worst first");

// Whole days of a number in days or weeks, rounded up: a wait must not end early. Nothing for any other unit.
std::optional<int> days_of(const Number* number) {
    constexpr double days_per_week = 7, longest = 100 * 365;
    const auto figure = usual(number);
    if (!figure) return std::nullopt;
    const double days = number->unit == "day" ? *figure : number->unit == "week" ? *figure * days_per_week : -1;
    if (!(days >= 0)) return std::nullopt;
    return static_cast<int>(std::ceil(std::min(days, longest)));
}

// The finding of a rule whose conditions hold; nothing when it is a wait that is over. What was to be asked about until then is still told:
// after isotretinoin the figures differ, and none is of needling (SCR-028).
std::optional<Finding> finding_of(const Content& content, const Rule& rule, const Answers& answers, Date on) {
    Finding finding{.id = rule.id,
                    .action = rule.action,
                    .scope = rule.scope,
                    .until_changed = rule.until_changed,
                    .doctor_first = rule.doctor_first,
                    .until = std::nullopt,
                    .not_before = std::nullopt,
                    .sources = rule.sources};
    if (!rule.wait) return finding;
    const auto since = answers.date(rule.wait->since);
    const auto days = days_of(content.number(rule.wait->number));
    if (since && days) finding.until = add_days(*since, *days);
    else if (days) finding.not_before = add_days(on, *days);
    if (finding.until && *finding.until <= on) {
        if (rule.action != ask) return std::nullopt;
        finding.action = tell;
        finding.until.reset();
    }
    if (const Number* number = content.number(rule.wait->number)) add_sources(finding.sources, number->sources);
    return finding;
}

}  // namespace

std::vector<Finding> findings_for(const Content& content, const Answers& answers, Date on) {
    std::vector<Finding> findings;
    for (const Rule& rule : content.rules) {
        if (!holds(rule.when, answers)) continue;
        if (auto finding = finding_of(content, rule, answers, on)) findings.push_back(*std::move(finding));
    }
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) { return std::pair(finding.action, !finding.doctor_first); });
    return findings;
}

}  // namespace needlewise
