// Findings, drivers and the phototype score against questionnaire, numbers and evidence.
#include <algorithm>

#include "content/check/checks.h"

namespace needlewise {

namespace {

void check_wait(const Content& content, const Wait& wait, const std::string& pointer, Reporter& report) {
    if (const Number* number = number_named(content, wait.number, pointer + "/number", report)) {
        if (number->unit != "week" && number->unit != "day") {
            report.error(pointer + "/number", "\"" + wait.number + "\" is not a number of days or weeks",
                         "its unit is \"" + number->unit + "\"");
        }
        for (const auto& figure : {number->low, number->typical, number->high})
            if (figure && !(*figure > 0))
                report.error(pointer + "/number", "\"" + wait.number + "\" is no wait at all", "it must be above 0");
    }
    const Item* item = content.questionnaire.find(wait.since);
    if (!item) report.error(pointer + "/since", "there is no question \"" + wait.since + "\"");
    else if (item->type != ItemType::date) report.error(pointer + "/since", "\"" + wait.since + "\" does not ask for a date");
}

void check_findings(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/rules.json");
    for (std::size_t i = 0; i < content.rules.size(); ++i) {
        const Rule& rule = content.rules[i];
        check_conditions(content, rule.when, at(i, "when"), report);
        if (rule.when.list.empty()) report.warn(at(i), "the finding \"" + rule.id + "\" is shown to everyone", "give it a condition");
        if (rule.until_changed && rule.action != FindingAction::ask)
            report.error(at(i, "until_changed"), "only an ask can hold everything up", "a stop does so already");
        if (rule.doctor_first && rule.action != FindingAction::ask)
            report.error(at(i, "doctor_first"), "only an ask names whom to ask", "take it away");
        if (!rule.test_first.empty()) {
            const Number* number = number_named(content, rule.test_first, at(i, "test_first"), report);
            if (number && (number->unit != "week" || !number->typical))
                report.error(at(i, "test_first"), "\"" + rule.test_first + "\" is not a number of weeks");
            if (rule.action != FindingAction::ask) report.error(at(i, "test_first"), "only an ask can want a test area", "take it away");
        }
        if (rule.wait) check_wait(content, *rule.wait, at(i, "wait"), report);
        if (rule.sources.empty()) report.error(at(i), "the finding \"" + rule.id + "\" names no source");
        check_sources(content, rule.sources, at(i, "sources"), report);
    }
}

void check_drivers(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/drivers.json");
    for (std::size_t i = 0; i < content.drivers.size(); ++i) {
        const Driver& driver = content.drivers[i];
        check_conditions(content, driver.when, at(i, "when"), report);
        if (driver.sources.empty()) report.error(at(i), "the driver \"" + driver.id + "\" names no source");
        check_sources(content, driver.sources, at(i, "sources"), report);
    }
}

// ---- Phototype -----------------------------------------------------------------------------------------------------

// The highest score an item can give; reports options without a score.
int highest_score(const Content& content, std::size_t index, Reporter& report) {
    const std::string& link_id = content.phototype.items[index];
    const std::string pointer = "/items" + at(index);
    const Item* item = content.questionnaire.find(link_id);
    if (!item) {
        report.error(pointer, "there is no question \"" + link_id + "\"");
        return 0;
    }
    int highest = 0, scored = 0;
    for (const Option& option : item->options) {
        if (option.ordinal) {
            highest = std::max(highest, *option.ordinal);
            ++scored;
        } else if (!option.exclusive) {
            report.error(pointer, "the option \"" + option.coding.code + "\" of \"" + link_id + "\" has no ordinalValue");
        }
    }
    if (scored == 0) report.error(pointer, "no option of \"" + link_id + "\" has a score", "give them an ordinalValue");
    return highest;
}

// The types rise with the scores, up to the highest there can be.
void check_bands(const std::vector<PhototypeBand>& bands, const std::string& pointer, int highest, Reporter& report) {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (bands[i].type < 1 || bands[i].type > 6) report.error(pointer + at(i, "type"), "the type is a number from 1 to 6");
        if (i == 0) continue;
        if (bands[i].upto <= bands[i - 1].upto) report.error(pointer + at(i, "upto"), "bands must rise");
        if (bands[i].type <= bands[i - 1].type) report.error(pointer + at(i, "type"), "types must rise");
    }
    if (bands.back().upto < highest) {
        report.error(
            pointer + at(bands.size() - 1, "upto"),
            "scores up to " + std::to_string(highest) + " are possible, the last band ends at " + std::to_string(bands.back().upto));
    }
}

void check_phototype(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/phototype.json");
    int highest = 0;
    for (std::size_t i = 0; i < content.phototype.items.size(); ++i) highest += highest_score(content, i, report);
    if (content.phototype.bands.empty()) return report.error("/bands", "no bands");
    check_bands(content.phototype.bands, "/bands", highest, report);
    if (!content.phototype.other_bands.empty()) check_bands(content.phototype.other_bands, "/other_bands", highest, report);
}

}  // namespace

void check_rules(const Content& content, Problems& problems) {
    check_findings(content, problems);
    check_drivers(content, problems);
    check_phototype(content, problems);
}

}  // namespace needlewise
