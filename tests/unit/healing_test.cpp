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

TEST(Aftercare, is_for_the_areas_that_are_treated) {
    Content content = sample::content();
    content.aftercare = {{"makeup", Care::avoid, {}, 0, 48.0, Basis::judgement, {}, {}, {"face", "neck"}, {}},
                         {"rinse", Care::act, {}, 0, 24.0, Basis::judgement, {}, {}, {}, {}}};
    const auto ids = [&](const Answers& answers) {
        std::string text;
        for (const Aftercare& care : aftercare_for(content, answers)) text += care.id + " ";
        return text;
    };
    EXPECT_EQ(ids(sample::answers({{"area", {coding("back")}}})), "rinse ");
    EXPECT_EQ(ids(sample::answers({{"area", {coding("back"), coding("neck")}}})), "makeup rinse ");
    EXPECT_EQ(ids({}), "makeup rinse ") << "nobody knows yet where";
}

// ---- Days the person can manage --------------------------------------------------------------------------------------

DowntimeFit fit_of(std::string_view answer) {
    Content content = content_with_healing();  // redness or flaking: 2 days, in slower healing 7
    content.healing.downtime = {{"none", 0}, {"two", 2}, {"week", 7}, {"more", {}}};
    const Answers answers = sample::answers({{"downtime", {coding(std::string(answer))}}});
    const auto found = downtime_for(content, answers, timeline_for(content, answers));
    EXPECT_TRUE(found && found->fit) << answer;
    if (!found || !found->fit) return {};
    EXPECT_EQ(found->typical_h, 2 * 24);
    EXPECT_EQ(found->slower_h, 7 * 24);
    return *found->fit;
}

TEST(Downtime, is_held_against_usual_and_slower_healing) {
    EXPECT_EQ(fit_of("none"), DowntimeFit::too_few);
    EXPECT_EQ(fit_of("two"), DowntimeFit::usual);
    EXPECT_EQ(fit_of("week"), DowntimeFit::slower);
    EXPECT_EQ(fit_of("more"), DowntimeFit::slower) << "longer than the longest answer with an end";
}

TEST(Downtime, that_is_enough_for_usual_healing_may_not_be_for_who_heals_more_slowly) {
    Content content = content_with_healing();
    content.healing.downtime = {{"none", 0}, {"two", 2}, {"week", 7}};
    content.healing.heals_slowly = {{Condition{"area", Operator::equal, coding("back")}}, true};
    const auto fit = [&](std::string_view days, std::string_view area) {
        const Answers answers = sample::answers({{"downtime", {coding(std::string(days))}}, {"area", {coding(std::string(area))}}});
        return downtime_for(content, answers, timeline_for(content, answers)).value_or(Downtime{}).fit;
    };
    EXPECT_EQ(fit("two", "back"), DowntimeFit::doubtful);
    EXPECT_EQ(fit("two", "face"), DowntimeFit::usual);
    EXPECT_EQ(fit("none", "back"), DowntimeFit::too_few);
    EXPECT_EQ(fit("week", "back"), DowntimeFit::slower) << "enough for slower healing too";
}

TEST(Downtime, without_an_answer_nothing_is_held_against_it) {
    const Content content = content_with_healing();
    const auto found = downtime_for(content, {}, timeline_for(content, {}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->fit, std::nullopt);
    EXPECT_EQ(downtime_for(content, {}, {}), std::nullopt) << "no timeline";
}

// ---- The picture from outside ----------------------------------------------------------------------------------------

TEST(Surface, is_the_first_of_the_areas_that_can_show_what_the_person_wants_to_change) {
    Content content = sample::content();
    content.healing.pictures = {{"face", {"face"}, {{"lines", when("goal", "fine-lines")}}},
                                {"body", {"back"}, {{"scars", when("goal", "acne-scars")}}}};
    const auto of = [&](std::string_view goal, std::vector<Value> areas) {
        return surface_for(content, sample::answers({{"goal", {coding(std::string(goal))}}, {"area", std::move(areas)}}));
    };
    EXPECT_EQ(of("acne-scars", {coding("face"), coding("back")}).figure, "body");
    EXPECT_EQ(of("fine-lines", {coding("face"), coding("back")}).figure, "face");
    EXPECT_EQ(of("laxity", {coding("back")}).figure, "body") << "no mark to draw: where it is";
    EXPECT_EQ(of("laxity", {coding("foot")}).figure, "face");
    EXPECT_FALSE(of("laxity", {coding("back")}).any());
}

TEST(Visit, minutes_are_typical_or_the_middle) {
    Content content = sample::content();
    content.visit = {{"numbing", {}, "minutes.numbing", {}, {}}, {"needling", {}, "minutes.needling", {}, {}}};
    content.numbers["minutes.numbing"] = sample::range(15, 45, 60, "minute");
    content.numbers["minutes.needling"] = sample::range(10, 20, "minute");
    const auto visit = visit_for(content, {});
    ASSERT_EQ(visit.size(), 2u);
    EXPECT_EQ(visit[0].minutes, 45);
    EXPECT_EQ(visit[1].minutes, 15);
}

}  // namespace
}  // namespace needlewise
