// The signs of healing hour by hour, what to do and leave, and the minutes of a visit.
#include <algorithm>

#include "core/assessment/parts.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

constexpr std::string_view area_question = "area", downtime_question = "downtime";
constexpr Sign signs[] = {Sign::redness, Sign::swelling, Sign::flaking, Sign::bruising};

const HealingBand* band(const HealingModel& model, const std::string& id) {
    const auto found = std::ranges::find(model.bands, id, &HealingBand::id);
    return found == model.bands.end() ? nullptr : &*found;
}

// One level for every day of the model; none where the table says nothing.
std::vector<int> levels_of(const HealingModel& model, const std::string& band_id, Sign sign) {
    std::vector<int> levels;
    if (const HealingBand* found = band(model, band_id))
        if (const auto row = found->levels.find(sign); row != found->levels.end()) levels = row->second;
    levels.resize(model.days.size(), 0);
    return levels;
}

double hours(const std::vector<int>& days, std::ptrdiff_t index) { return days[static_cast<std::size_t>(index)] * hours_per_day; }

constexpr auto present = [](int level) { return level > 0; };

// Hours from which the sign shows; nothing when it does not.
std::optional<double> shows_from(const std::vector<int>& days, const std::vector<int>& levels) {
    const auto first = std::ranges::find_if(levels, present);
    if (first == levels.end()) return std::nullopt;
    return hours(days, first - levels.begin());
}

// Hours after which it stays away. A table that ends before the sign does gives its last day: no later one is known.
std::optional<double> gone_from(const std::vector<int>& days, const std::vector<int>& levels) {
    const auto last = std::ranges::find_if(levels.rbegin(), levels.rend(), present);
    if (last == levels.rend()) return std::nullopt;
    const auto after = std::min(levels.rend() - last, std::ssize(levels) - 1);
    return hours(days, after);
}

// The matrix of levels is a judgement (HEAL-048) until its sources say otherwise.
bool rests_on_judgement(const Content& content) {
    const auto judged = [&](const std::string& id) {
        const auto source = content.sources.find(id);
        return source == content.sources.end() || source->second.judgement();
    };
    return content.healing.sources.empty() || std::ranges::any_of(content.healing.sources, judged);
}

// Whether one of these areas is to be treated.
bool treats(const Answers& answers, const std::vector<std::string>& areas) {
    const auto& treated = answers.of(area_question);
    return std::ranges::any_of(treated, [&](const Value& value) {
        const auto* area = std::get_if<Coding>(&value);
        return area && std::ranges::find(areas, area->code) != areas.end();
    });
}

SignCourse course_of(const Content& content, const HealingModel::Choice& choice, Sign sign) {
    const HealingModel& model = content.healing;
    SignCourse course;
    course.sign = sign;
    course.days = model.days;
    course.typical = levels_of(model, choice.typical, sign);
    course.slower = levels_of(model, choice.slower, sign);
    const auto typical = shows_from(model.days, course.typical), slower = shows_from(model.days, course.slower);
    course.from_h = typical && slower ? std::min(*typical, *slower) : typical ? *typical : slower.value_or(0);
    course.typical_h = gone_from(model.days, course.typical).value_or(course.from_h);
    course.slower_h = gone_from(model.days, course.slower).value_or(course.from_h);
    course.judgement = rests_on_judgement(content);
    course.sources = model.sources;
    return course;
}

}  // namespace

std::vector<SignCourse> timeline_for(const Content& content, const Answers& answers) {
    const auto& choices = content.healing.choices;
    const auto choice = std::ranges::find_if(choices, [&](const HealingModel::Choice& each) { return holds(each.when, answers); });
    std::vector<SignCourse> timeline;
    if (choice == choices.end()) return timeline;
    for (const Sign sign : signs) timeline.push_back(course_of(content, *choice, sign));
    return timeline;
}

std::optional<Downtime> downtime_for(const Content& content, const Answers& answers, const std::vector<SignCourse>& timeline) {
    if (timeline.empty()) return std::nullopt;
    Downtime found;
    for (const SignCourse& sign : timeline) {
        if (sign.sign != Sign::redness && sign.sign != Sign::flaking) continue;
        if (sign.typical_h > sign.from_h) found.typical_h = std::max(found.typical_h, sign.typical_h);
        found.slower_h = std::max(found.slower_h, sign.slower_h);
    }
    const auto said = answers.code(downtime_question);
    if (!said) return found;
    const auto answer = std::ranges::find(content.healing.downtime, *said, &DowntimeAnswer::code);
    if (answer == content.healing.downtime.end()) return found;
    int longest = 0;
    for (const DowntimeAnswer& each : content.healing.downtime) longest = std::max(longest, each.days.value_or(0));
    found.answer = *said;
    const double managed = answer->days.value_or(longest) * hours_per_day;
    if (managed >= found.slower_h) found.fit = DowntimeFit::slower;
    else if (!answer->days) found.fit = DowntimeFit::open_ended;
    else if (managed < found.typical_h) found.fit = DowntimeFit::too_few;
    else
        found.fit = !content.healing.heals_slowly.list.empty() && holds(content.healing.heals_slowly, answers) ? DowntimeFit::doubtful
                                                                                                               : DowntimeFit::usual;
    return found;
}

std::vector<Aftercare> aftercare_for(const Content& content, const Answers& answers) {
    std::vector<Aftercare> found;
    for (const AftercareRule& rule : content.aftercare) {
        const bool known = std::ranges::find(found, rule.id, &Aftercare::id) != found.end();
        const bool elsewhere = !rule.areas.empty() && answers.has(area_question) && !treats(answers, rule.areas);
        if (known || elsewhere || !holds(rule.when, answers)) continue;
        found.push_back({rule.id, rule.kind, rule.from_h, rule.until_h, rule.basis, rule.sources, rule.figure, rule.calm});
    }
    return found;
}

bool SurfaceFound::any() const {
    return std::ranges::any_of(marks, [](const auto& mark) { return mark.second; });
}

SurfaceFound surface_for(const Content& content, const Answers& answers) {
    const auto marks_in = [&](const SurfacePicture& picture) {
        SurfaceFound found{picture.figure, {}};
        for (const DrawnMark& mark : picture.marks) {
            const bool shown = holds(mark.when, answers);
            const auto known = std::ranges::find(found.marks, mark.part, &std::pair<std::string, bool>::first);
            if (known == found.marks.end()) found.marks.emplace_back(mark.part, shown);
            else known->second = known->second || shown;
        }
        return found;
    };
    const std::vector<SurfacePicture>& pictures = content.healing.pictures;
    std::optional<SurfaceFound> of_area;
    for (const SurfacePicture& picture : pictures) {
        if (!treats(answers, picture.areas)) continue;
        SurfaceFound found = marks_in(picture);
        if (found.any()) return found;
        if (!of_area) of_area = std::move(found);
    }
    if (of_area) return *std::move(of_area);
    return pictures.empty() ? SurfaceFound() : marks_in(pictures.front());
}

namespace {

VisitMinutes step_for(const Content& content, const VisitStep& step, const Answers& answers) {
    const auto other = std::ranges::find_if(step.instead, [&](const VisitStep& each) { return holds(each.when, answers); });
    if (other == step.instead.end())
        return {.step = step.id,
                .minutes = whole_figures(content.number(step.minutes)).common,
                .number = step.minutes,
                .figures = step.figures};
    VisitMinutes found = step_for(content, *other, answers);
    found.instead_of.push_back(step.id);
    return found;
}

}  // namespace

std::vector<VisitMinutes> visit_for(const Content& content, const Answers& answers) {
    std::vector<VisitMinutes> visit;
    visit.reserve(content.visit.size());
    for (const VisitStep& step : content.visit) visit.push_back(step_for(content, step, answers));
    return visit;
}

}  // namespace needlewise
