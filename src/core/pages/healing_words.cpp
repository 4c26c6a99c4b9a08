#include "core/pages/healing_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/assessment/healing_moment.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

const SignCourse* course_of(const Assessment& found, Sign sign) {
    const auto course = std::ranges::find(found.timeline, sign, &SignCourse::sign);
    return course == found.timeline.end() ? nullptr : &*course;
}

std::string_view fit_key(DowntimeFit fit) {
    switch (fit) {
        case DowntimeFit::too_few: return "downtime.too-few";
        case DowntimeFit::usual: return "downtime.usual";
        case DowntimeFit::doubtful: return "downtime.doubtful";
        case DowntimeFit::slower: return "downtime.slower";
        case DowntimeFit::open_ended: return "downtime.open-ended";
    }
    return "downtime.too-few";
}

}  // namespace

std::string short_time(const Content& content, double hours) {
    const auto with = [&](std::string_view key, double unit) {
        return word(content, key, {{"n", std::to_string(std::lround(hours / unit))}});
    };
    if (hours <= 0) return word(content, "healing.today");
    if (hours < hours_per_week) return with("moment.mark.hours", 1);
    return hours < hours_per_month ? with("moment.mark.weeks", hours_per_week) : with("moment.mark.months", hours_per_month);
}

// A sign that people usually do not have is named for those who heal slowly.
std::string sign_span(const Content& content, const SignCourse& sign) {
    const Words& words = content.words;
    if (sign.slower_h <= sign.from_h) return word(content, "healing.not-expected");
    if (sign.typical_h <= sign.from_h) return word(content, "healing.unlikely", {{"slower", duration(words, sign.slower_h)}});
    return word(content, "healing.row", {{"typical", duration(words, sign.typical_h)}, {"slower", duration(words, sign.slower_h)}});
}

std::string sign_sentence(const Content& content, const Assessment& found, Sign sign) {
    const SignCourse* course = course_of(found, sign);
    if (!course) return {};
    const std::string name = word(content, "sign." + std::string(sign_key(sign)) + ".name");
    return word(content, "healing.sentence", {{"sign", name}, {"text", sign_span(content, *course)}});
}

std::vector<std::string> seen_sentences(const Content& content, const Assessment& found) {
    std::vector<std::string> sentences;
    for (const Sign sign : {Sign::redness, Sign::flaking})
        if (std::string sentence = sign_sentence(content, found, sign); !sentence.empty()) sentences.push_back(std::move(sentence));
    return sentences;
}

std::string healing_caveat(const Content& content, const Course* course) {
    std::string key = course ? "healing.of." + course->concern : std::string();
    return content.words.has(key) ? key : std::string();
}

std::string seen_text(const Content& content, Writer& card, const Assessment& found) {
    std::string text;
    for (const std::string& sentence : seen_sentences(content, found)) text += (text.empty() ? "" : " ") + sentence;
    if (const std::string caveat = healing_caveat(content, found.course ? &*found.course : nullptr); !caveat.empty())
        text += " " + card.words(caveat);
    for (const Sign sign : {Sign::redness, Sign::flaking})
        if (const SignCourse* course = course_of(found, sign)) card.cite(course->sources, course->judgement);
    return text;
}

std::vector<std::string> downtime_lines(const Content& content, const Assessment& found) {
    if (!found.downtime || !found.downtime->fit) return {};
    const Downtime& downtime = *found.downtime;
    std::string key(fit_key(*downtime.fit));
    const bool held_up = found.plan && found.plan->state == PlanState::not_now;
    if (held_up && content.words.has(key + ".general")) key += ".general";  // where the usual words speak of planning
    const std::string usual = duration(content.words, downtime.typical_h), slower = duration(content.words, downtime.slower_h);
    return {word(content, "downtime.said", {{"downtime", word(content, "option.downtime." + downtime.answer)}}),
            word(content, key, {{"usual", usual}, {"slower", slower}})};
}

bool beyond_the_face(const Answers& answers) {
    constexpr std::array written_for = std::to_array<std::string_view>({"face", "eyelids", "scalp"});
    const auto is_written_for = [&](const Value& area) {
        const auto* coding = std::get_if<Coding>(&area);
        return coding && std::ranges::find(written_for, std::string_view(coding->code)) != written_for.end();
    };
    return !std::ranges::all_of(answers.of("area"), is_written_for);
}

std::string care_span(const Content& content, const Aftercare& care) {
    std::string span = hours_span(content, care.from_h, care.until_h);
    return care.calm.empty() ? span : word(content, "aftercare.until-calm", {{"span", span}});
}

std::string sessions_overlap(const Content& content, const Assessment& found) {
    if (!found.course || found.course->sessions.common < 2 || (found.plan && found.plan->state == PlanState::not_now)) return {};
    const int weeks = found.course->interval_weeks.low;  // the shortest gap that the plan leaves open
    const bool overlap = std::ranges::any_of(
        found.aftercare, [&](const Aftercare& care) { return care.until_h.value_or(0) > static_cast<double>(weeks) * hours_per_week; });
    if (!overlap) return {};
    return word(content, "aftercare.overlap", {{"interval", with_unit(content.words, weeks, weeks, "week")}});
}

}  // namespace needlewise
