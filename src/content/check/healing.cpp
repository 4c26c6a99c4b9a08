// Healing, aftercare, warning signs and the visit: complete tables, spans that end after they start, sources for all.
#include <algorithm>

#include "content/check/checks.h"
#include "content/vocabulary.h"

namespace needlewise {

namespace {

void check_days(const std::vector<int>& days, Reporter& report) {
    if (days.empty()) return report.error("/days", "no days");
    if (days.front() != 0) report.error("/days/0", "the first day is 0, the day of the session");
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i] <= days[i - 1]) report.error("/days" + at(i), "days must rise");
    }
}

void check_bands(const HealingModel& healing, Reporter& report) {
    for (std::size_t i = 0; i < healing.bands.size(); ++i) {
        for (const auto& [name, sign] : sign_words) {
            const std::string pointer = "/bands" + at(i, "levels") + "/" + std::string(name);
            const auto levels = healing.bands[i].levels.find(sign);
            if (levels == healing.bands[i].levels.end() || levels->second.size() != healing.days.size()) {
                report.error(pointer, "a level for each of the " + std::to_string(healing.days.size()) + " days is needed");
            } else if (std::ranges::any_of(levels->second, [](int level) { return level < 0 || level > strongest_level; })) {
                report.error(pointer, "levels go from 0 to " + std::to_string(strongest_level));
            }
        }
    }
}

void check_choices(const Content& content, Reporter& report) {
    const HealingModel& healing = content.healing;
    const auto band = [&](const std::string& id, const std::string& pointer) {
        if (std::ranges::find(healing.bands, id, &HealingBand::id) == healing.bands.end())
            report.error(pointer, "there is no band \"" + id + "\"");
    };
    if (healing.choices.empty()) return report.error("/choices", "no choices");
    for (std::size_t i = 0; i < healing.choices.size(); ++i) {
        const std::string pointer = "/choices" + at(i);
        check_conditions(content, healing.choices[i].when, pointer + "/when", report);
        band(healing.choices[i].typical, pointer + "/typical");
        band(healing.choices[i].slower, pointer + "/slower");
    }
    if (!healing.choices.back().when.list.empty()) {
        report.error("/choices" + at(healing.choices.size() - 1, "when"), "the last choice has a condition",
                     "somebody would get none: leave it out");
    }
}

void check_span(double from_h, std::optional<double> until_h, const std::string& pointer, Reporter& report) {
    if (from_h < 0) report.error(pointer + "/from_h", "hours count from the session");
    if (until_h && *until_h <= from_h) report.error(pointer + "/until_h", "it ends before it starts");
}

void check_cited(const Content& content, const std::vector<std::string>& sources, const std::string& pointer, Reporter& report) {
    if (sources.empty()) report.error(pointer, "no source");
    check_sources(content, sources, pointer + "/sources", report);
}

void check_moments(const std::vector<double>& moments, Reporter& report) {
    if (moments.empty()) return report.error("/moments", "no moments");
    if (moments.front() != 0) report.error("/moments/0", "the first moment is 0, the hour of the session");
    for (std::size_t i = 1; i < moments.size(); ++i) {
        if (moments[i] <= moments[i - 1]) report.error("/moments" + at(i), "moments must rise");
    }
}

void check_section(const Content& content, Reporter& report) {
    const auto& section = content.healing.section;
    for (const std::string_view part : healing_parts) {
        if (std::ranges::find(section, part, &HealingPart::id) == section.end())
            report.error("/section", "no levels for the part \"" + std::string(part) + "\"");
    }
    for (std::size_t i = 0; i < section.size(); ++i) check_cited(content, section[i].sources, "/section" + at(i), report);
}

void check_stages(const std::vector<HealingStage>& stages, Reporter& report) {
    if (stages.empty()) return report.error("/stages", "no stages");
    if (stages.front().from_h != 0) report.error("/stages/0/from_h", "the first stage begins at 0");
    for (std::size_t i = 1; i < stages.size(); ++i) {
        if (stages[i].from_h <= stages[i - 1].from_h) report.error("/stages" + at(i, "from_h"), "stages must follow on one another");
    }
}

// Codes of areas are options of the question about the area.
void check_areas(const Content& content, const std::vector<std::string>& areas, const std::string& pointer, Reporter& report) {
    const Item* area = content.questionnaire.find("area");
    for (const std::string& code : areas)
        if (!area || !area->option(code)) report.error(pointer, "there is no area \"" + code + "\"");
}

void check_pictures(const Content& content, Reporter& report) {
    const auto& pictures = content.healing.pictures;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::string pointer = "/pictures" + at(i);
        check_figure(content, pictures[i].figure, pointer + "/figure", report);
        check_areas(content, pictures[i].areas, pointer + "/areas", report);
        for (std::size_t each = 0; each < pictures[i].marks.size(); ++each)
            check_conditions(content, pictures[i].marks[each].when, pointer + "/marks" + at(each, "when"), report);
    }
    const Item* downtime = content.questionnaire.find("downtime");
    if (!downtime) return;
    for (const Option& option : downtime->options) {
        if (std::ranges::find(content.healing.downtime, option.coding.code, &DowntimeAnswer::code) == content.healing.downtime.end())
            report.error("/downtime", "no days for the answer \"" + option.coding.code + "\"");
    }
}

void check_healing_file(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/healing.json");
    check_days(content.healing.days, report);
    check_bands(content.healing, report);
    check_choices(content, report);
    check_cited(content, content.healing.sources, "", report);
    for (std::size_t i = 0; i < content.healing.phases.size(); ++i) {
        const HealingPhase& phase = content.healing.phases[i];
        check_span(phase.from_h, phase.until_h, "/phases" + at(i), report);
        check_cited(content, phase.sources, "/phases" + at(i), report);
        check_figure(content, phase.figure, "/phases" + at(i, "figure"), report);
    }
    check_moments(content.healing.moments, report);
    check_section(content, report);
    check_stages(content.healing.stages, report);
    check_pictures(content, report);
    check_conditions(content, content.healing.heals_slowly, "/heals_slowly/when", report);
}

void check_aftercare(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/aftercare.json");
    std::vector<std::string> always;  // ids of which a rule without condition was seen
    for (std::size_t i = 0; i < content.aftercare.size(); ++i) {
        const AftercareRule& rule = content.aftercare[i];
        check_conditions(content, rule.when, at(i, "when"), report);
        check_span(rule.from_h, rule.until_h, at(i), report);
        check_cited(content, rule.sources, at(i), report);
        check_figure(content, rule.figure, at(i, "figure"), report);
        check_areas(content, rule.areas, at(i, "areas"), report);
        if (!rule.calm.empty() && rule.kind != Care::avoid) report.error(at(i, "calm"), "only what is avoided waits for signs to go");
        if (rule.kind == Care::ask && rule.until_h) report.error(at(i, "until_h"), "what the clinic decides has no end here");
        if (std::ranges::find(always, rule.id) != always.end()) {
            report.error(at(i), "an earlier rule of \"" + rule.id + "\" always holds", "put the stricter variant first");
        }
        if (rule.when.list.empty() && rule.areas.empty()) always.push_back(rule.id);
    }
}

void check_red_flags(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/red-flags.json");
    for (std::size_t i = 0; i < content.red_flags.size(); ++i) {
        check_span(content.red_flags[i].from_h, content.red_flags[i].until_h, at(i), report);
        check_cited(content, content.red_flags[i].sources, at(i), report);
        for (const std::string& finding : content.red_flags[i].emergency_with)
            if (std::ranges::find(content.rules, finding, &Rule::id) == content.rules.end())
                report.error(at(i, "emergency_with"), "there is no rule \"" + finding + "\"");
    }
}

void check_step(const Content& content, const VisitStep& step, const std::string& pointer, Reporter& report) {
    if (const Number* minutes = step.minutes.empty() ? nullptr : number_named(content, step.minutes, pointer + "/minutes", report);
        minutes && minutes->unit != "minute")
        report.error(pointer + "/minutes", "\"" + step.minutes + "\" is not a number of minutes");
    for (std::size_t i = 0; i < step.figures.size(); ++i) check_figure(content, step.figures[i], pointer + "/figures" + at(i), report);
    for (std::size_t i = 0; i < step.instead.size(); ++i) {
        const std::string here = pointer + "/instead" + at(i);
        check_conditions(content, step.instead[i].when, here + "/when", report);
        if (step.instead[i].when.list.empty())
            report.error(here + "/when", "a variant without a condition", "nobody would see the step itself");
        check_step(content, step.instead[i], here, report);
    }
}

void check_visit(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/visit.json");
    if (content.visit.empty()) return report.error("", "no steps of a visit");
    for (std::size_t i = 0; i < content.visit.size(); ++i) {
        if (content.visit[i].minutes.empty()) report.error(at(i, "minutes"), "nobody can say how long this takes");
        check_step(content, content.visit[i], at(i), report);
    }
}

}  // namespace

void check_healing(const Content& content, Problems& problems) {
    check_healing_file(content, problems);
    check_aftercare(content, problems);
    check_red_flags(content, problems);
    check_visit(content, problems);
}

}  // namespace needlewise
