#include "core/assessment/healing_moment.h"

#include <algorithm>
#include <cmath>

#include "core/time_units.h"

namespace needlewise {

namespace {

constexpr std::string_view channels = "channels";

// The value at `x` on the line through the points; level before the first and after the last. `xs` rise.
template <class X, class Y>
double between(const std::vector<X>& xs, const std::vector<Y>& ys, double x) {
    if (xs.empty() || xs.size() != ys.size()) return 0;
    const auto after = std::ranges::find_if(xs, [&](X each) { return static_cast<double>(each) > x; });
    if (after == xs.begin()) return static_cast<double>(ys.front());
    if (after == xs.end()) return static_cast<double>(ys.back());
    const auto i = static_cast<std::size_t>(after - xs.begin());
    const auto x0 = static_cast<double>(xs[i - 1]), x1 = static_cast<double>(xs[i]);
    const auto y0 = static_cast<double>(ys[i - 1]), y1 = static_cast<double>(ys[i]);
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

void look_from_outside(HealingMoment& moment, const Assessment& found) {
    const double day = moment.hours / hours_per_day;
    for (const SignCourse& course : found.timeline) {
        const SignAt at{course.sign, between(course.days, course.typical, day), between(course.days, course.slower, day)};
        moment.typical.push_back({std::string(sign_key(at.sign)), at.typical / strongest_level});
        moment.slower.push_back({std::string(sign_key(at.sign)), at.slower / strongest_level});
        moment.signs.push_back(at);
        moment.judgement = moment.judgement || course.judgement;
        add_sources(moment.sources, course.sources);
    }
}

// Collagen of earlier sessions is still there when the next one starts; everything else has gone by then.
bool lasts(const std::string& part) { return part == "new-collagen" || part == "collagen-bundles"; }

void look_below(HealingMoment& moment, const HealingModel& model, int interval_weeks) {
    for (const HealingPart& part : model.section) {
        double level = between(part.hours, part.levels, moment.hours);
        for (int earlier = 1; earlier < moment.session && lasts(part.id); ++earlier)
            level += between(part.hours, part.levels, moment.hours + earlier * interval_weeks * hours_per_week);
        moment.section.push_back({part.id, std::min(level, 1.0)});
        moment.judgement = moment.judgement || part.basis != Basis::evidence;
        add_sources(moment.sources, part.sources);
        if (part.id != channels) continue;
        moment.typical.push_back(moment.section.back());
        moment.slower.push_back(moment.section.back());
    }
}

void find_phases(HealingMoment& moment, const HealingModel& model) {
    const HealingPhase* last = nullptr;  // what goes on when no phase holds: the one that ended last
    for (const HealingPhase& phase : model.phases) {
        if (phase.from_h > moment.hours) continue;
        if (moment.hours < phase.until_h) moment.phases.push_back(&phase);
        else if (!last || phase.until_h > last->until_h) last = &phase;
    }
    if (moment.phases.empty() && last) moment.phases.push_back(last);
    for (const HealingStage& stage : model.stages)
        if (stage.from_h <= moment.hours) moment.stage = stage.id;
}

// A sign that an aftercare rule waits for is still to be seen where skin heals slowly.
bool not_calm(const Aftercare& care, const HealingMoment& moment) {
    return std::ranges::any_of(moment.signs, [&](const SignAt& at) {
        return whole_level(at.slower) > 0 && std::ranges::find(care.calm, at.sign) != care.calm.end();
    });
}

void sort_aftercare(HealingMoment& moment, const std::vector<Aftercare>& aftercare) {
    for (const Aftercare& care : aftercare) {
        switch (care.kind) {
            case Care::ask: moment.ask.push_back(&care); break;
            case Care::act:
                if (care.from_h > moment.hours) moment.later.push_back(&care);
                else if (!over(care, moment.hours)) moment.now.push_back(&care);
                break;
            case Care::avoid: {
                const bool still = !over(care, moment.hours) || not_calm(care, moment);
                (still ? moment.still : moment.again).push_back(&care);
                break;
            }
        }
    }
    if (moment.still.empty() && moment.later.empty()) moment.ask.clear();
}

// The marks stay as they are. Once a whole course can be judged they are drawn fainter, by no more than the cautious figure of the
// studies where there is one; nothing is said of single sessions.
void draw_marks(HealingMoment& moment, const Assessment& found) {
    const bool whole_course = found.course && moment.session >= found.course->sessions.common;
    const bool judged = whole_course && moment.hours >= found.course->judge_after_weeks * hours_per_week;
    if (judged && found.improvement && found.improvement->conservative)
        moment.marks = 1 - std::clamp(*found.improvement->conservative, 0.0, 1.0);
    for (const auto& [part, shown] : found.surface.marks) {
        moment.typical.push_back({part, shown ? moment.marks : 0});
        moment.slower.push_back({part, shown ? moment.marks : 0});
    }
}

}  // namespace

bool over(const Aftercare& care, double hours) { return care.until_h && *care.until_h <= hours; }

std::string_view sign_key(Sign sign) {
    switch (sign) {
        case Sign::redness: return "redness";
        case Sign::swelling: return "swelling";
        case Sign::flaking: return "flaking";
        case Sign::bruising: return "bruising";
    }
    return "redness";
}

HealingMoment healing_at(const Content& content, const Assessment& found, double hours, int session) {
    HealingMoment moment;
    moment.hours = std::max(hours, 0.0);
    moment.session = std::clamp(session, 1, std::max(found.course ? found.course->sessions.common : 1, 1));
    look_from_outside(moment, found);
    look_below(moment, content.healing, found.course ? found.course->interval_weeks.common : 0);
    draw_marks(moment, found);
    moment.next_is_due = found.course && moment.session < found.course->sessions.common &&
                         moment.hours >= found.course->interval_weeks.common * hours_per_week;
    find_phases(moment, content.healing);
    sort_aftercare(moment, found.aftercare);
    for (const bool at_once : {true, false})
        for (const RedFlag& flag : content.red_flags)
            if (flag.from_h <= moment.hours && (!flag.until_h || moment.hours <= *flag.until_h) &&
                (urgency_of(flag, found) == "emergency") == at_once)
                moment.red_flags.push_back(&flag);
    return moment;
}

std::string_view urgency_of(const RedFlag& flag, const Assessment& found) {
    const bool at_once = std::ranges::any_of(found.findings, [&](const Finding& finding) {
        return std::ranges::find(flag.emergency_with, finding.id) != flag.emergency_with.end();
    });
    return at_once ? std::string_view("emergency") : flag.urgency;
}

int whole_level(double level) {
    constexpr double invisible = 0.05;
    if (!(level > invisible)) return 0;
    return std::clamp(static_cast<int>(std::lround(level)), 1, strongest_level);
}

std::optional<int> tone_for(const Assessment& found) {
    if (!found.phototype_low || !found.phototype_high) return std::nullopt;
    return (*found.phototype_low + *found.phototype_high + 1) / 2;
}

}  // namespace needlewise
