// The parts together, for named people.
#include "core/assessment/assessment.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::today;

TEST(Assessment, of_nobody_is_empty_but_has_no_holes) {
    const Assessment nobody = assess(sample::content(), {}, today);
    EXPECT_TRUE(nobody.findings.empty());
    EXPECT_FALSE(nobody.course);
    EXPECT_FALSE(nobody.improvement);
    EXPECT_TRUE(nobody.no_number.empty());
    EXPECT_FALSE(nobody.plan);
    EXPECT_FALSE(nobody.phototype_low);
}

TEST(Assessment, of_empty_content_is_empty) { EXPECT_FALSE(assess({}, sample::amina(), today).course); }

TEST(Assessment, says_nothing_like_a_result_while_a_question_is_open) {
    for (const std::string_view left_out : {"goal", "health", "has-event"}) {
        Answers amina = sample::amina();
        amina.remove(left_out);
        const Assessment found = assess(sample::content(), amina, today);
        EXPECT_FALSE(found.complete()) << left_out;
        EXPECT_FALSE(found.plan) << left_out;
        EXPECT_FALSE(found.course) << left_out;
        EXPECT_FALSE(found.improvement) << left_out;
    }
    EXPECT_TRUE(assess(sample::content(), sample::amina(), today).complete());
}

TEST(Assessment, a_treatment_that_lies_ahead_leaves_its_question_open) {
    Answers ben = sample::amina();
    ben.set("health", {coding("toxin")});
    ben.set("toxin-date", {add_days(today, 1)});
    EXPECT_EQ(assess(sample::content(), ben, today).open, (std::vector<std::string>{"toxin-date"}));
}

TEST(Assessment, ben_had_toxin_last_week_and_starts_when_the_wait_is_over) {
    Answers ben = sample::amina();
    ben.set("health", {coding("toxin")});
    ben.set("toxin-date", {day("2026-11-15")});
    ben.set("start-date", {day("2026-11-23")});
    const Assessment found = assess(sample::content(), ben, today);
    ASSERT_EQ(found.findings.size(), 1u);
    EXPECT_EQ(found.findings[0].until, day("2026-11-29"));
    ASSERT_TRUE(found.course);
    EXPECT_EQ(found.plan->start, day("2026-11-29"));
    EXPECT_EQ(found.plan->state, PlanState::from_date);
}

TEST(Assessment, ben_may_start_as_he_wishes_once_the_toxin_question_is_gone) {
    Answers ben = sample::amina();
    ben.set("toxin-date", {day("2026-11-15")});  // left over from an answer he took back
    ben.set("start-date", {day("2026-11-23")});
    const Assessment found = assess(sample::content(), ben, today);
    EXPECT_TRUE(found.findings.empty());
    EXPECT_EQ(found.plan->start, day("2026-11-23"));
}

TEST(Assessment, elif_asks_about_laxity_where_no_number_is_allowed) {
    Answers elif = sample::amina();
    elif.set("goal", {coding("laxity")});
    const Assessment found = assess(sample::content(), elif, today);
    EXPECT_FALSE(found.improvement);
    EXPECT_EQ(found.no_number, "none");
    EXPECT_EQ(found.course->sessions.common, 3);
}

TEST(Assessment, amina_gets_the_number_of_her_course) {
    Content content = sample::content();
    ImprovementRule acne;
    acne.id = "acne";
    acne.scale = "score";
    acne.curve = "curve";
    content.improvements = {acne};
    content.numbers["curve.emax"] = sample::figure(0.5615, "fraction");
    content.numbers["curve.tau"] = sample::figure(1.556, "session");
    content.numbers["curve.sessions"] = sample::range(3, 6, "session");
    const Assessment found = assess(content, sample::amina(), today);
    ASSERT_TRUE(found.improvement && found.improvement->mean);
    EXPECT_NEAR(*found.improvement->mean, 0.519, 0.002) << "four sessions";
    EXPECT_TRUE(found.no_number.empty());
}

TEST(Assessment, dina_answers_one_of_two_skin_questions) {
    Content content = sample::content();
    content.phototype = {{"eyes", "burn"}, {{2, 1}, {4, 2}, {6, 3}, {8, 4}}};
    content.rules = {sample::rule("darkening", FindingAction::tell, {{{"phototype", Operator::greater_or_equal, std::int64_t{4}}}, false})};
    const Assessment found = assess(content, sample::answers({{"eyes", {coding("3")}}}), today);
    EXPECT_EQ(found.phototype_low, 2);
    EXPECT_EQ(found.phototype_high, 4);
    EXPECT_EQ(found.findings.size(), 1u);
}

}  // namespace
}  // namespace needlewise
