#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;

// Two questions of 0 to 4 points; types I to III for up to 2, 4, 6 points, IV above.
Content two_questions() {
    Content content = sample::content();
    content.phototype = {{"eyes", "burn"}, {{2, 1}, {4, 2}, {6, 3}, {8, 4}}};
    return content;
}

std::optional<std::pair<int, int>> types(const Content& content, const sample::Given& given) {
    const auto range = phototype_for(content, sample::answers(given));
    if (!range) return std::nullopt;
    return std::pair{range->low, range->high};
}

using Types = std::pair<int, int>;

TEST(Phototype, all_questions_answered_give_one_type) {
    EXPECT_EQ(types(two_questions(), {{"eyes", {coding("1")}}, {"burn", {coding("1")}}}), (Types{1, 1}));
    EXPECT_EQ(types(two_questions(), {{"eyes", {coding("1")}}, {"burn", {coding("2")}}}), (Types{2, 2})) << "one point above the band";
    EXPECT_EQ(types(two_questions(), {{"eyes", {coding("4")}}, {"burn", {coding("4")}}}), (Types{4, 4}));
}

TEST(Phototype, a_skipped_question_leaves_a_range) {
    EXPECT_EQ(types(two_questions(), {{"eyes", {coding("3")}}}), (Types{2, 4}));
    EXPECT_EQ(types(two_questions(), {{"eyes", {coding("0")}}}), (Types{1, 2}));
}

TEST(Phototype, nothing_is_said_when_every_question_is_skipped) { EXPECT_FALSE(types(two_questions(), {{"goal", {coding("laxity")}}})); }

TEST(Phototype, an_option_without_a_score_leaves_a_range) {
    Content content = two_questions();
    content.questionnaire.items[1].children[0].children[0].options.push_back({coding("not-sure"), {}, false, std::nullopt});
    EXPECT_EQ(types(content, {{"eyes", {coding("not-sure")}}, {"burn", {coding("3")}}}), (Types{2, 4}));
}

TEST(Phototype, a_score_above_all_bands_is_the_last_type) {
    Content content = two_questions();
    content.phototype.bands = {{2, 1}, {4, 2}};
    EXPECT_EQ(types(content, {{"eyes", {coding("4")}}, {"burn", {coding("4")}}}), (Types{2, 2}));
}

TEST(Phototype, two_published_forms_that_disagree_leave_a_range) {
    Content content = two_questions();
    content.phototype.other_bands = {{3, 1}, {5, 2}, {8, 3}};
    EXPECT_EQ(types(content, {{"eyes", {coding("1")}}, {"burn", {coding("2")}}}), (Types{1, 2})) << "II by the first, I by the other";
    EXPECT_EQ(types(content, {{"eyes", {coding("2")}}, {"burn", {coding("2")}}}), (Types{2, 2})) << "both say II";
    EXPECT_EQ(types(content, {{"eyes", {coding("4")}}, {"burn", {coding("4")}}}), (Types{3, 4})) << "the other does not tell III from IV";
}

TEST(Phototype, conditions_see_every_type_still_possible) {
    const auto at_least = [](std::int64_t type) { return Condition{"phototype", Operator::greater_or_equal, type}; };
    const Answers dina = with_derived(two_questions(), sample::answers({{"eyes", {coding("3")}}}));
    EXPECT_EQ(dina.of("phototype").size(), 3u);
    EXPECT_TRUE(holds(at_least(4), dina)) << "a caution is not lost to a skipped question";
    EXPECT_FALSE(holds(at_least(5), dina));
    EXPECT_FALSE(holds(at_least(1), with_derived(two_questions(), {})));
}

TEST(Phototype, answers_that_are_not_asked_do_not_count) {
    Content content = two_questions();
    content.questionnaire.items[1].enable_when = sample::when("goal", "acne-scars");
    const Answers elif = sample::answers({{"goal", {coding("laxity")}}, {"eyes", {coding("4")}}});
    EXPECT_FALSE(with_derived(content, elif).has("phototype"));
}

}  // namespace
}  // namespace needlewise
