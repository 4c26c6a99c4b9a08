#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::when;

// Light work is typical; thin skin heals as after deeper work. Levels on days 0, 1, 2, 3 and 7.
Content content_with_healing() {
    Content content = sample::content();
    HealingModel& healing = content.healing;
    healing.days = {0, 1, 2, 3, 7};
    healing.bands = {{"light", {{Sign::redness, {2, 1, 0, 0, 0}}, {Sign::swelling, {1, 0, 0, 0, 0}}}},
                     {"deep", {{Sign::redness, {3, 2, 1, 1, 0}}, {Sign::swelling, {2, 0, 1, 0, 0}}, {Sign::flaking, {0, 0, 1, 2, 1}}}}};
    healing.choices = {{when("goal", "laxity"), "deep", "deep"}, {{}, "light", "deep"}};
    healing.sources = {"HEAL-48"};
    return content;
}

SignCourse sign_of(Sign sign, const Content& content = content_with_healing(), const Answers& answers = sample::amina()) {
    for (const SignCourse& course : timeline_for(content, answers))
        if (course.sign == sign) return course;
    return {};
}

void expect_hours(const SignCourse& course, double from, double typical, double slower) {
    EXPECT_EQ(course.from_h, from);
    EXPECT_EQ(course.typical_h, typical);
    EXPECT_EQ(course.slower_h, slower);
}

TEST(Timeline, a_sign_is_gone_on_the_first_day_after_which_it_stays_away) { expect_hours(sign_of(Sign::redness), 0, 2 * 24, 7 * 24); }

TEST(Timeline, a_sign_that_comes_back_is_not_gone_yet) { expect_hours(sign_of(Sign::swelling), 0, 24, 3 * 24); }

TEST(Timeline, a_sign_of_slower_healing_alone_is_not_expected) {
    const SignCourse flaking = sign_of(Sign::flaking);
    expect_hours(flaking, 2 * 24, 2 * 24, 7 * 24);
    EXPECT_EQ(flaking.typical, (std::vector{0, 0, 0, 0, 0}));
    EXPECT_EQ(flaking.slower, (std::vector{0, 0, 1, 2, 1}));
}

TEST(Timeline, a_sign_nobody_gets_lasts_no_time) { expect_hours(sign_of(Sign::bruising), 0, 0, 0); }

TEST(Timeline, the_first_choice_that_holds_names_the_bands) {
    const Answers elif = sample::answers({{"goal", {coding("laxity")}}});
    expect_hours(sign_of(Sign::redness, content_with_healing(), elif), 0, 7 * 24, 7 * 24);
}

TEST(Timeline, has_every_sign_in_one_order) {
    const auto timeline = timeline_for(content_with_healing(), {});
    ASSERT_EQ(timeline.size(), 4u);
    EXPECT_EQ(timeline.front().sign, Sign::redness);
    EXPECT_EQ(timeline.back().sign, Sign::bruising);
}

TEST(Timeline, without_a_choice_there_is_none) {
    Content content = content_with_healing();
    content.healing.choices.pop_back();
    EXPECT_TRUE(timeline_for(content, sample::amina()).empty());
}

TEST(Timeline, is_shown_as_judgement_until_its_sources_are_not) {
    Content content = content_with_healing();
    EXPECT_TRUE(sign_of(Sign::redness, content).judgement) << "a source nobody knows";
    content.sources["HEAL-48"].level = "project judgement";
    EXPECT_TRUE(sign_of(Sign::redness, content).judgement);
    content.sources["HEAL-48"].level = "cohort";
    EXPECT_FALSE(sign_of(Sign::redness, content).judgement);
}

TEST(Aftercare, the_first_rule_of_an_id_that_holds_is_used) {
    Content content = sample::content();
    content.aftercare = {{"sun", Care::avoid, when("goal", "acne-scars"), 0, 4 * 168.0, Basis::judgement, {"AFT-18"}, {}},
                         {"sun", Care::avoid, {}, 0, 2 * 168.0, Basis::judgement, {"AFT-17"}, {}},
                         {"makeup", Care::avoid, {}, 0, 48.0, Basis::evidence, {}, {}},
                         {"minoxidil", Care::ask, when("goal", "hair"), 0, std::nullopt, Basis::clinic, {}, {}}};
    const auto amina = aftercare_for(content, sample::amina());
    ASSERT_EQ(amina.size(), 2u);
    EXPECT_EQ(amina[0].until_h, 4 * 168.0);
    EXPECT_EQ(amina[1].id, "makeup");
    EXPECT_EQ(aftercare_for(content, {})[0].until_h, 2 * 168.0);
}

TEST(Visit, minutes_are_typical_or_the_middle) {
    Content content = sample::content();
    content.visit = {{"numbing", "minutes.numbing", {}, {}}, {"needling", "minutes.needling", {}, {}}};
    content.numbers["minutes.numbing"] = sample::range(15, 45, 60, "minute");
    content.numbers["minutes.needling"] = sample::range(10, 20, "minute");
    const auto visit = visit_for(content, {});
    ASSERT_EQ(visit.size(), 2u);
    EXPECT_EQ(visit[0].minutes, 45);
    EXPECT_EQ(visit[1].minutes, 15);
}

}  // namespace
}  // namespace needlewise
