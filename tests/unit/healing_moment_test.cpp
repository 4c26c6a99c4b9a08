// The skin at one hour of a small model whose levels can be worked out by hand.
#include "core/assessment/healing_moment.h"

#include <limits>

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

Content small() {
    Content content = sample::content();
    HealingModel& healing = content.healing;
    healing.days = {0, 2, 4};
    healing.bands = {{"light", {{Sign::redness, {2, 0, 0}}, {Sign::flaking, {0, 1, 0}}}},
                     {"deep", {{Sign::redness, {3, 1, 0}}, {Sign::flaking, {0, 2, 1}}}}};
    healing.choices = {{{}, "light", "deep"}};
    healing.phases = {{"open", 0, 72, {}, {}}, {"building", 48, 1000, {}, {}}};
    healing.stages = {{"first", 0}, {"second", 48}};
    healing.section = {{"channels", {0, 24}, {1, 0}, Basis::judgement, {"A"}},
                       {"clot", {0, 1000}, {1, 0.2}, Basis::evidence, {"A"}},
                       {"new-collagen", {0, 672, 1344}, {0, 0.6, 0.3}, Basis::judgement, {"B"}}};
    content.aftercare = {{"makeup", Care::avoid, {}, 0, 48, Basis::judgement, {}, {}},
                         {"wash", Care::act, {}, 6, 24, Basis::judgement, {}, {}},
                         {"sun", Care::avoid, {}, 0, 336, Basis::judgement, {}, {}},
                         {"sleep", Care::ask, {}, 0, std::nullopt, Basis::judgement, {}, {}}};
    content.red_flags = {
        {"allergy", "emergency", 0, 2, {}}, {"infection", "same-day", 0, std::nullopt, {}}, {"rising", "same-day", 72, {}, {}}};
    return content;
}

// The moment points into both.
HealingMoment at(double hours, int session = 1) {
    static const Content content = small();
    static const Assessment found = assess(content, sample::amina(), sample::today);
    return healing_at(content, found, hours, session);
}

double level(const std::vector<PartAt>& parts, std::string_view part) {
    for (const PartAt& each : parts)
        if (each.part == part) return each.value;
    return -1;
}

template <class T>
std::string ids(const std::vector<const T*>& list) {
    std::string text;
    for (const T* each : list) text += (text.empty() ? "" : " ") + each->id;
    return text;
}

// ---- From outside --------------------------------------------------------------------------------------------------

TEST(HealingMoment, levels_between_two_days_lie_on_the_line_between_them) {
    const HealingMoment moment = at(24);
    ASSERT_EQ(moment.signs.size(), 4u);
    EXPECT_DOUBLE_EQ(moment.signs[0].typical, 1);
    EXPECT_DOUBLE_EQ(moment.signs[0].slower, 2);
    EXPECT_DOUBLE_EQ(moment.signs[2].typical, 0.5);
    EXPECT_DOUBLE_EQ(level(moment.typical, "redness"), 1 / 3.0);
    EXPECT_DOUBLE_EQ(level(moment.slower, "redness"), 2 / 3.0);
}

TEST(HealingMoment, after_the_last_day_the_last_level_stays) {
    EXPECT_DOUBLE_EQ(at(8760).signs[0].typical, 0);
    EXPECT_DOUBLE_EQ(at(8760).signs[2].slower, 1);
}

TEST(HealingMoment, hours_before_the_session_count_as_its_hour) {
    EXPECT_DOUBLE_EQ(at(-5).hours, 0);
    EXPECT_DOUBLE_EQ(at(-5).signs[0].typical, 2);
}

TEST(HealingMoment, channels_show_in_the_picture_from_outside_too) {
    EXPECT_DOUBLE_EQ(level(at(12).typical, "channels"), 0.5);
    EXPECT_DOUBLE_EQ(level(at(12).slower, "channels"), 0.5);
}

TEST(HealingMoment, a_sign_that_shows_a_little_is_not_called_none) {
    EXPECT_EQ(whole_level(0), 0);
    EXPECT_EQ(whole_level(0.05), 0);
    EXPECT_EQ(whole_level(0.06), 1);
    EXPECT_EQ(whole_level(1.5), 2);
    EXPECT_EQ(whole_level(3), 3);
    EXPECT_EQ(whole_level(std::numeric_limits<double>::quiet_NaN()), 0);
}

// ---- Below the surface ---------------------------------------------------------------------------------------------

TEST(HealingMoment, collagen_of_earlier_sessions_adds_up_and_nothing_else_does) {
    EXPECT_DOUBLE_EQ(level(at(0, 1).section, "new-collagen"), 0);
    EXPECT_DOUBLE_EQ(level(at(0, 2).section, "new-collagen"), 0.6) << "four weeks after the first";
    EXPECT_DOUBLE_EQ(level(at(0, 3).section, "new-collagen"), 0.9) << "eight weeks after the first";
    EXPECT_DOUBLE_EQ(level(at(672, 3).section, "new-collagen"), 1) << "never more than all of it";
    EXPECT_DOUBLE_EQ(level(at(0, 3).section, "clot"), 1);
    EXPECT_DOUBLE_EQ(at(24, 3).signs[0].typical, at(24, 1).signs[0].typical) << "the surface repeats";
}

TEST(HealingMoment, sessions_outside_the_course_are_its_nearest) {
    EXPECT_EQ(at(0, 0).session, 1);
    EXPECT_EQ(at(0, 99).session, 4);
    const Content content = small();
    const Assessment nobody = assess(content, {}, sample::today);
    EXPECT_EQ(healing_at(content, nobody, 0, 3).session, 1) << "no course without a goal";
}

TEST(HealingMoment, names_the_phases_that_hold) {
    EXPECT_EQ(ids(at(0).phases), "open");
    EXPECT_EQ(ids(at(48).phases), "open building");
    EXPECT_EQ(ids(at(72).phases), "building");
    EXPECT_EQ(ids(at(5000).phases), "building") << "the one that ended last goes on";
}

TEST(HealingMoment, a_stage_lasts_until_the_next) {
    EXPECT_EQ(at(47.9).stage, "first");
    EXPECT_EQ(at(48).stage, "second");
    EXPECT_EQ(at(8760).stage, "second");
}

TEST(HealingMoment, is_judgement_when_one_of_its_levels_is) {
    EXPECT_TRUE(at(0).judgement);
    EXPECT_EQ(at(0).sources, (std::vector<std::string>{"A", "B"}));
}

// ---- What may be done ----------------------------------------------------------------------------------------------

TEST(HealingMoment, sorts_aftercare_into_now_again_still_to_avoid_and_later) {
    const HealingMoment first = at(0), later = at(6), second_day = at(48), end = at(336);
    EXPECT_EQ(ids(first.now), "");
    EXPECT_EQ(ids(first.still), "makeup sun");
    EXPECT_EQ(ids(first.later), "wash");
    EXPECT_EQ(ids(later.now), "wash");
    EXPECT_EQ(ids(second_day.now), "") << "the time to rinse is over";
    EXPECT_EQ(ids(second_day.again), "makeup");
    EXPECT_EQ(ids(second_day.still), "sun");
    EXPECT_EQ(ids(second_day.ask), "sleep");
    EXPECT_EQ(ids(end.again), "makeup sun");
    EXPECT_EQ(ids(end.still) + ids(end.later) + ids(end.ask), "") << "nothing is left to ask about";
}

TEST(HealingMoment, what_waits_for_a_sign_is_avoided_until_it_has_gone_in_slower_healing) {
    Content content = small();
    content.aftercare = {{"scrub", Care::avoid, {}, 0, 48, Basis::judgement, {}, {}, {}, {Sign::redness}}};
    const Assessment found = assess(content, sample::amina(), sample::today);
    EXPECT_EQ(ids(healing_at(content, found, 72).still), "scrub") << "its hours are over, redness of slower healing is not";
    EXPECT_EQ(ids(healing_at(content, found, 96).again), "scrub");
}

// ---- The marks the person came with ---------------------------------------------------------------------------------

Content with_marks() {
    Content content = small();
    content.healing.pictures = {
        {"face", {"face"}, {{"scars", sample::when("goal", "acne-scars")}, {"lines", sample::when("goal", "fine-lines")}}}};
    return content;
}

TEST(HealingMoment, marks_stay_as_they_are_and_those_of_others_are_not_drawn) {
    const Content content = with_marks();
    const Assessment found = assess(content, sample::amina(), sample::today);
    ASSERT_TRUE(found.surface.any());
    for (const double hours : {0.0, 168.0, 8760.0}) {
        EXPECT_DOUBLE_EQ(level(healing_at(content, found, hours).typical, "scars"), 1) << hours;
        EXPECT_DOUBLE_EQ(level(healing_at(content, found, hours).slower, "lines"), 0) << hours;
    }
}

TEST(HealingMoment, after_a_whole_course_marks_are_fainter_by_the_cautious_figure_at_most) {
    const Content content = with_marks();
    Assessment found = assess(content, sample::amina(), sample::today);
    found.improvement = Improvement{};
    found.improvement->conservative = 0.25;
    const int last = found.course->sessions.common;
    const double judged = found.course->judge_after_weeks * 168.0;
    ASSERT_GT(last, 1);
    EXPECT_DOUBLE_EQ(level(healing_at(content, found, judged - 1, last).typical, "scars"), 1) << "not yet";
    EXPECT_DOUBLE_EQ(level(healing_at(content, found, judged, 1).typical, "scars"), 1) << "nothing is said of one session";
    EXPECT_DOUBLE_EQ(level(healing_at(content, found, judged, last).typical, "scars"), 0.75);
    found.improvement->conservative.reset();
    EXPECT_DOUBLE_EQ(level(healing_at(content, found, judged, last).typical, "scars"), 1) << "no figure, no change";
}

TEST(HealingMoment, red_flags_have_their_hours) {
    EXPECT_EQ(ids(at(0).red_flags), "allergy infection");
    EXPECT_EQ(ids(at(24).red_flags), "infection");
    EXPECT_EQ(ids(at(72).red_flags), "infection rising");
}

TEST(HealingMoment, the_tone_is_the_middle_of_the_types_still_possible) {
    Assessment found;
    EXPECT_EQ(tone_for(found), std::nullopt);
    found.phototype_low = 2;
    found.phototype_high = 5;
    EXPECT_EQ(tone_for(found), 4);
    found.phototype_low = found.phototype_high = 6;
    EXPECT_EQ(tone_for(found), 6);
}

TEST(HealingMoment, a_model_without_tables_gives_an_empty_moment) {
    Content content = sample::content();
    const Assessment found = assess(content, sample::amina(), sample::today);
    const HealingMoment moment = healing_at(content, found, 48, 2);
    EXPECT_TRUE(moment.signs.empty() && moment.section.empty() && moment.phases.empty() && moment.stage.empty());
}

}  // namespace
}  // namespace needlewise
