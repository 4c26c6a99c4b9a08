// Every figure: in order, with a basis that its sources bear out, and fed by nothing that was only recalled.
#include <algorithm>
#include <functional>

#include "content/check/checks.h"
#include "content/json.h"

namespace needlewise {

namespace {

// Trials are named "dogra2014_acne", facts and judgements "SCR-044".
bool is_trial(const Source& source) {
    const std::size_t dash = source.id.find('-');
    if (dash == std::string::npos || dash == 0) return true;
    return !std::all_of(source.id.begin(), source.id.begin() + static_cast<std::ptrdiff_t>(dash),
                        [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_order(const Number& number, const std::string& pointer, Reporter& report) {
    const auto rises = [](std::optional<double> a, std::optional<double> b) { return !a || !b || *a <= *b; };
    if (rises(number.low, number.typical) && rises(number.typical, number.high) && rises(number.low, number.high)) return;
    report.error(pointer, "low, typical and high do not rise");
}

void check_others(const Content& content, const Number& number, const std::string& pointer, Reporter& report) {
    const auto stands = [&](const std::string& field, const std::string& name, auto in_order) {
        if (name.empty()) return;
        const Number* other = content.number(name);
        if (!other) return report.error(pointer + "/" + field, "there is no number \"" + name + "\"");
        if (other->unit != number.unit || !in_order(number.usual(), other->usual()))
            report.error(pointer + "/" + field, "the figure does not stand to that of \"" + name + "\" as it says");
    };
    stands("at_least", number.at_least, std::greater_equal{});
    stands("at_most", number.at_most, std::less_equal{});
}

// Section 1.9 of the model: what was recalled and not read never feeds a number.
void check_read(const Content& content, const Number& number, const std::string& pointer, Reporter& report) {
    for (std::size_t i = 0; i < number.sources.size(); ++i) {
        const auto found = content.sources.find(number.sources[i]);
        if (found == content.sources.end() || found->second.checked || found->second.judgement()) continue;
        const std::string place = pointer + "/sources" + at(i);
        if (is_trial(found->second))
            report.error(place, "the trial \"" + found->first + "\" is not checked and may not feed a number",
                         "read it first, or leave it out");
        else report.warn(place, "the fact \"" + found->first + "\" is not checked", "verify it before use");
    }
}

void check_basis(const Content& content, const Number& number, const std::string& pointer, Reporter& report) {
    if (number.basis == Basis::clinic) return;
    if (number.sources.empty()) return report.error(pointer, "a number without a source", "name a record in assets/evidence");
    const bool all_judgement = std::ranges::all_of(number.sources, [&](const std::string& id) {
        const auto found = content.sources.find(id);
        return found == content.sources.end() || found->second.judgement();
    });
    if (number.basis == Basis::evidence && all_judgement) {
        report.error(pointer + "/basis", "called evidence, but all its sources are project judgement", "call it judgement");
    }
}

}  // namespace

void check_numbers(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/numbers.json");
    for (const auto& [name, number] : content.numbers) {
        const std::string pointer = pointer_step(name);
        check_order(number, pointer, report);
        check_others(content, number, pointer, report);
        check_basis(content, number, pointer, report);
        check_sources(content, number.sources, pointer + "/sources", report);
        check_read(content, number, pointer, report);
    }
}

}  // namespace needlewise
