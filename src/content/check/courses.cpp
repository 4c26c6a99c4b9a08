// Courses and what studies saw: a course for everyone, numbers of the right kind, an explanation where no number is given.
#include <algorithm>

#include "content/check/checks.h"

namespace needlewise {

namespace {

void check_unit(const Content& content, const std::string& name, std::string_view unit, const std::string& pointer, Reporter& report) {
    const Number* number = number_named(content, name, pointer, report);
    if (number && number->unit != unit) {
        report.error(pointer, "\"" + name + "\" is not a number in the unit \"" + std::string(unit) + "\"",
                     "its unit is \"" + number->unit + "\"");
    }
}

bool has_improvement(const Content& content, const std::string& id) {
    return std::ranges::find(content.improvements, id, &ImprovementRule::id) != content.improvements.end();
}

// A protocol is one plan: one number of sessions, one gap.
void check_protocol(const Content& content, const Protocol& protocol, const std::string& pointer, Reporter& report) {
    const auto one_figure = [&](const std::string& name, std::string_view unit, std::string_view field) {
        check_unit(content, name, unit, pointer + "/" + std::string(field), report);
        const Number* number = content.number(name);
        if (number && !(number->typical.value_or(0) >= 1 && !number->low && !number->high))
            report.error(pointer + "/" + std::string(field), "\"" + name + "\" is not one figure of 1 or more");
    };
    one_figure(protocol.sessions, "session", "sessions");
    one_figure(protocol.interval, "week", "interval");
    if (!protocol.duration.empty()) one_figure(protocol.duration, "week", "duration");
    if (protocol.sources.empty()) report.error(pointer, "a protocol without a source");
    check_sources(content, protocol.sources, pointer + "/sources", report);
}

void check_course_rules(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/courses.json");
    if (content.courses.empty()) return report.error("", "no courses");
    for (std::size_t i = 0; i < content.courses.size(); ++i) {
        const CourseRule& course = content.courses[i];
        const bool last = i + 1 == content.courses.size();
        check_conditions(content, course.when, at(i, "when"), report);
        if (last && !course.when.list.empty())
            report.error(at(i, "when"), "the last course has a condition", "somebody would get none: leave it out");
        if (!last && course.when.list.empty())
            report.error(at(i), "a course without a condition that is not the last", "the courses after it are never used");
        if (course.protocols.empty()) report.error(at(i, "protocols"), "no protocol", "say which plans were used, each with its sources");
        for (std::size_t k = 0; k < course.protocols.size(); ++k)
            check_protocol(content, course.protocols[k], at(i, "protocols") + at(k), report);
        if (!course.sessions.empty()) check_unit(content, course.sessions, "session", at(i, "sessions"), report);
        if (!course.interval.empty()) check_unit(content, course.interval, "week", at(i, "interval"), report);
        check_unit(content, course.judge_after, "week", at(i, "judge_after"), report);
        if (!course.judge_from_start.empty()) check_unit(content, course.judge_from_start, "week", at(i, "judge_from_start"), report);
        if (!has_improvement(content, course.improvement)) {
            report.error(at(i, "improvement"), "there is no improvement \"" + course.improvement + "\"",
                         "improvements are in assets/model/improvements.json");
        }
    }
}

// A number that is a part of a whole, written 0 to 1.
void check_fraction(const Content& content, const std::string& name, const std::string& pointer, Reporter& report) {
    if (name.empty()) return;
    const Number* number = number_named(content, name, pointer, report);
    if (!number) return;
    for (const auto& figure : {number->low, number->typical, number->high}) {
        if (figure && (*figure < -1 || *figure > 1))
            return report.error(pointer, "\"" + name + "\" is not a fraction", "write 52% as 0.52");
    }
}

void check_named(const Content& content, const ImprovementRule& rule, std::size_t i, Reporter& report) {
    check_fraction(content, rule.mean, at(i, "mean"), report);
    check_fraction(content, rule.interval, at(i, "interval"), report);
    check_fraction(content, rule.individual_sd, at(i, "individual_sd"), report);
    check_fraction(content, rule.conservative, at(i, "conservative"), report);
    if (!rule.responders.empty()) number_named(content, rule.responders, at(i, "responders"), report);
    if (rule.curve.empty()) return;
    check_fraction(content, rule.curve + ".emax", at(i, "curve"), report);
    if (const Number* supported = number_named(content, rule.curve + ".sessions", at(i, "curve"), report);
        supported && (supported->unit != "session" || !supported->low || !supported->high))
        report.error(at(i, "curve"), "\"" + rule.curve + ".sessions\" is a range of sessions");
    if (const Number* tau = number_named(content, rule.curve + ".tau", at(i, "curve"), report); tau && !(tau->typical.value_or(0) > 0)) {
        report.error(at(i, "curve"), "\"" + rule.curve + ".tau\" must be above 0");
    }
}

void check_improvement(const Content& content, const ImprovementRule& rule, std::size_t i, Reporter& report) {
    check_named(content, rule, i, report);
    for (std::size_t k = 0; k < rule.caveats.size(); ++k)
        check_conditions(content, rule.caveats[k].when, at(i, "caveats") + at(k, "when"), report);
    check_sources(content, rule.sources, at(i, "sources"), report);
    if (rule.scale.empty()) {
        if (rule.certainty == Certainty::low)  // what is counted has no share, and may still be of very low certainty
            report.error(at(i, "certainty"), "no share is given, so the certainty is \"none\" or \"very_low\"");
        if (!rule.mean.empty() || !rule.curve.empty())
            report.error(at(i), "a number without its scale", "name the scale beside every number");
        return;
    }
    if (rule.certainty == Certainty::none) report.error(at(i, "certainty"), "a number is given, so its certainty must be");
    if (rule.mean.empty() && rule.curve.empty()) report.error(at(i), "a scale without a number", "give mean or curve");
    if (rule.conservative.empty()) report.error(at(i), "no conservative line", "model.md 1.3: it stands beside every average");
    if (rule.sources.empty()) report.error(at(i), "the improvement \"" + rule.id + "\" names no source");
}

}  // namespace

void check_courses(const Content& content, Problems& problems) {
    check_course_rules(content, problems);
    Reporter report(problems, "assets/model/improvements.json");
    for (std::size_t i = 0; i < content.improvements.size(); ++i) check_improvement(content, content.improvements[i], i, report);
}

}  // namespace needlewise
