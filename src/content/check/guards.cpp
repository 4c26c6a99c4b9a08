// What must not get lost from the content without anybody noticing: a finding, a warning sign, a rule of aftercare, a question of the
// phototype. Words that are left without their rule give it away, and answers that lead nowhere.
#include <algorithm>
#include <array>
#include <set>

#include "content/check/checks.h"
#include "content/json.h"
#include "content/load/load.h"

namespace needlewise {

namespace {

using Ids = std::set<std::string, std::less<>>;

template <class Range>
Ids ids_of(const Range& entries) {
    Ids ids;
    for (const auto& entry : entries) ids.insert(entry.id);
    return ids;
}

void gather_steps(const std::vector<VisitStep>& steps, Ids& ids) {
    for (const VisitStep& step : steps) {
        ids.insert(step.id);
        gather_steps(step.instead, ids);
    }
}

// A family of words with one entry for each rule of a file: "finding.<id>.title" and assets/model/rules.json.
struct Family {
    std::string_view prefix, suffix, file, what;
    Ids ids;
};

std::vector<Family> families_of(const Content& content) {
    Ids steps;
    gather_steps(content.visit, steps);
    return {{"finding.", ".reason", "assets/model/rules.json", "finding", ids_of(content.rules)},
            {"redflag.", ".look", "assets/model/red-flags.json", "warning sign", ids_of(content.red_flags)},
            {"aftercare.", ".title", "assets/model/aftercare.json", "rule of aftercare", ids_of(content.aftercare)},
            {"visit.", ".feel", "assets/model/visit.json", "step of a visit", std::move(steps)},
            {"alternative.", ".name", "assets/model/alternatives.json", "option", ids_of(content.alternatives)},
            {"check.", ".question", "assets/model/check.json", "question", ids_of(content.check)}};
}

// The words are still there, so the rule was not taken out on purpose.
void check_families(const Content& content, Problems& problems) {
    for (const Family& family : families_of(content)) {
        Reporter report(problems, std::string(family.file));
        if (family.ids.empty() && family.what != "question") report.error("", "no entries", "an empty file clears everybody");
        for (const auto& [key, sentence] : content.words.by_key) {
            if (!key.starts_with(family.prefix) || !key.ends_with(family.suffix)) continue;
            const std::string id = key.substr(family.prefix.size(), key.size() - family.prefix.size() - family.suffix.size());
            if (id.find('.') != std::string::npos || family.ids.contains(id)) continue;
            report.error("", "the " + std::string(family.what) + " \"" + id + "\" is gone and its words are still there",
                         "put it back, or take \"" + key + "\" and the rest out of every language");
        }
    }
}

bool named_by_a_finding(const Content& content, const std::string& question, const Coding& option) {
    return std::ranges::any_of(content.rules, [&](const Rule& rule) {
        return std::ranges::any_of(rule.when.list, [&](const Condition& condition) {
            return condition.question == question && condition.op == Operator::equal && condition.value == Value{option};
        });
    });
}

bool said_to_have_none(const Content& content, const std::string& question, const std::string& code) {
    return std::ranges::any_of(content.no_findings, [&](const NoFinding& none) {
        return none.question == question && std::ranges::find(none.options, code) != none.options.end();
    });
}

// A question that findings ask about: each of its answers leads to one, is "none", or is listed with its reason.
void check_answers_lead_somewhere(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/rules.json");
    Ids asked;
    for (const Rule& rule : content.rules)
        for (const Condition& condition : rule.when.list) asked.insert(condition.question);
    for (const std::string& question : asked) {
        const Item* item = content.questionnaire.find(question);
        if (!item) continue;
        for (const Option& option : item->options) {
            const bool none = option.exclusive && option.coding.code == "none";
            if (none || named_by_a_finding(content, question, option.coding) || said_to_have_none(content, question, option.coding.code))
                continue;
            report.error("", "the answer \"" + option.coding.code + "\" to \"" + question + "\" leads to no finding",
                         "add a rule, or list it with its reason in assets/model/no-finding.json");
        }
    }
}

void check_no_findings(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/no-finding.json");
    for (std::size_t i = 0; i < content.no_findings.size(); ++i) {
        const NoFinding& none = content.no_findings[i];
        const Item* item = content.questionnaire.find(none.question);
        if (!item) {
            report.error(at(i, "question"), "there is no question \"" + none.question + "\"");
            continue;
        }
        for (std::size_t k = 0; k < none.options.size(); ++k) {
            const Option* option = item->option(none.options[k]);
            if (!option) report.error(at(i, "options") + at(k), "\"" + none.question + "\" has no option \"" + none.options[k] + "\"");
            else if (named_by_a_finding(content, none.question, option->coding))
                report.error(at(i, "options") + at(k), "a finding asks about \"" + none.options[k] + "\"", "take it out here");
        }
    }
}

void gather_scored(const std::vector<Item>& items, Ids& scored) {
    for (const Item& item : items) {
        const bool all =
            !item.options.empty() && std::ranges::all_of(item.options, [](const Option& option) { return option.ordinal.has_value(); });
        if (all) scored.insert(item.link_id);
        gather_scored(item.children, scored);
    }
}

// Every question whose answers have scores counts, and the last band ends where the scores do: without a question they would not.
void check_phototype_is_whole(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/phototype.json");
    Ids scored;
    gather_scored(content.questionnaire.items, scored);
    int highest = 0;
    for (const std::string& link_id : content.phototype.items) {
        scored.erase(link_id);
        const Item* item = content.questionnaire.find(link_id);
        int most = 0;
        if (item)
            for (const Option& option : item->options) most = std::max(most, option.ordinal.value_or(0));
        highest += most;
    }
    for (const std::string& link_id : scored) report.error("/items", "the answers to \"" + link_id + "\" have scores and do not count");
    const auto& bands = content.phototype.bands;
    if (!bands.empty() && bands.back().upto > highest)
        report.error("/bands" + at(bands.size() - 1, "upto"),
                     "the last band ends at " + std::to_string(bands.back().upto) + ", the scores at " + std::to_string(highest),
                     "is a question missing?");
}

}  // namespace

void check_guards(const Content& content, Problems& problems) {
    check_families(content, problems);
    check_answers_lead_somewhere(content, problems);
    check_no_findings(content, problems);
    check_phototype_is_whole(content, problems);
}

}  // namespace needlewise
