#include "core/pages/finding_words.h"

#include <algorithm>

namespace needlewise {

namespace {

// The number of a wait that the clinic set; nothing for any other finding.
const std::string* clinics_wait(const Content& content, const Finding& finding) {
    const auto rule = std::ranges::find(content.rules, finding.id, &Rule::id);
    if (rule == content.rules.end() || !rule->wait) return nullptr;
    const Number* number = content.number(rule->wait->number);
    return number && number->basis == Basis::clinic ? &rule->wait->number : nullptr;
}

std::string clinics_reason(const Content& content, const std::string& wait) {
    const Number& number = *content.number(wait);
    const double used = number.usual().value_or(0), low = number.low.value_or(used), high = number.high.value_or(used);
    const std::string range = with_unit(content.words, low, high, number.unit);
    if (low == high) return word(content, "finding.clinic-wait", {{"wait", range}});
    return word(content, "finding.clinic-wait.range", {{"wait", range}, {"used", with_unit(content.words, used, used, number.unit)}});
}

}  // namespace

std::string finding_label(const Content& content, const Finding& finding) {
    if (finding.action == FindingAction::stop)
        return word(content, finding.scope == Scope::person ? "finding.label.stop" : "finding.label.stop-area");
    if (finding.until_changed) return word(content, "finding.label.until-changed");
    if (finding.doctor_first) return word(content, "finding.label.ask-doctor");
    return word(content, "finding.label." + std::string(name_of_action(finding.action)));
}

void say_reason(const Content& content, Writer& card, const Finding& finding) {
    const std::string* wait = clinics_wait(content, finding);
    const std::string reason = "finding." + finding.id + ".reason";
    if (!wait) return card.say_all(reason);
    card.add({Paragraph{clinics_reason(content, *wait), Style::body, {}}});
    card.cite(content.number(*wait)->sources);
    for (const std::string& key : keys_from(content, reason))  // the first is of the times that others use
        if (key != reason) card.say(key);
}

std::string reason_of(const Content& content, const Finding& finding) {
    const std::string* wait = clinics_wait(content, finding);
    return wait ? clinics_reason(content, *wait) : word(content, "finding." + finding.id + ".reason");
}

std::string next_key(const Finding& finding) {
    if (finding.held_up) return "finding.wait-held-up.next";
    return finding.wait_over ? "finding.wait-over.next" : "finding." + finding.id + ".next";
}

std::string wait_line(const Content& content, const Finding& finding) {
    if (finding.until) return word(content, "finding.until", {{"date", long_date(content.words, *finding.until)}});
    return until_line(content, finding);
}

std::string until_line(const Content& content, const Finding& finding) {
    if (finding.until) return word(content, "finding.until.short", {{"date", long_date(content.words, *finding.until)}});
    if (finding.not_before) return word(content, "finding.not-before", {{"date", long_date(content.words, *finding.not_before)}});
    return {};
}

}  // namespace needlewise
