#include "core/form/questionnaire.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::choice;
using sample::coding;
using sample::group;
using sample::when;

Questionnaire form(std::vector<Item> items) {
    Questionnaire made;
    made.items = std::move(items);
    return made;
}

TEST(Questionnaire, finds_items_at_any_depth) {
    const Questionnaire consultation = sample::questionnaire();
    ASSERT_TRUE(consultation.find("event-date"));
    EXPECT_EQ(consultation.find("event-date")->type, ItemType::date);
    EXPECT_FALSE(consultation.find("blood-group"));
    EXPECT_TRUE(consultation.find("goal")->option("laxity"));
    EXPECT_FALSE(consultation.find("goal")->option("freckles"));
}

TEST(EffectiveAnswers, leave_out_what_is_not_asked) {
    Answers ben = sample::amina();
    ben.set("goal", {coding("laxity")});  // he first said acne scars and chose a kind
    const Answers effective = effective_answers(sample::questionnaire(), ben);
    EXPECT_FALSE(effective.has("scar-kind"));
    EXPECT_TRUE(ben.has("scar-kind")) << "kept in case he changes his mind";
    ben.set("goal", {coding("acne-scars")});
    EXPECT_TRUE(effective_answers(sample::questionnaire(), ben).has("scar-kind"));
}

TEST(EffectiveAnswers, leave_out_questions_nobody_knows) {
    EXPECT_TRUE(effective_answers(sample::questionnaire(), sample::answers({{"shoe-size", {std::int64_t{39}}}})).empty());
}

TEST(EffectiveAnswers, a_hidden_answer_hides_what_depends_on_it) {
    const Questionnaire chain = form({choice("a", {"yes", "no"}), choice("b", {"yes"}, when("a", "yes")),
                                      choice("c", {"yes"}, when("b", "yes")), choice("d", {"yes"}, when("c", "yes"))});
    const sample::Given all = {{"a", {coding("no")}}, {"b", {coding("yes")}}, {"c", {coding("yes")}}, {"d", {coding("yes")}}};
    EXPECT_EQ(effective_answers(chain, sample::answers(all)), sample::answers({{"a", {coding("no")}}}));
}

TEST(EffectiveAnswers, order_in_the_file_does_not_matter) {
    const Questionnaire backwards = form({choice("d", {"yes"}, when("c", "yes")), choice("c", {"yes"}, when("b", "yes")),
                                          choice("b", {"yes"}, when("a", "yes")), choice("a", {"yes", "no"})});
    const sample::Given all = {{"a", {coding("no")}}, {"b", {coding("yes")}}, {"c", {coding("yes")}}, {"d", {coding("yes")}}};
    EXPECT_EQ(effective_answers(backwards, sample::answers(all)), sample::answers({{"a", {coding("no")}}}));
}

TEST(EffectiveAnswers, a_disabled_group_hides_all_below_it) {
    const Questionnaire nested =
        form({choice("a", {"yes", "no"}), group("outer", {group("inner", {choice("b", {"yes"})})}, when("a", "yes"))});
    const Answers no = sample::answers({{"a", {coding("no")}}, {"b", {coding("yes")}}});
    EXPECT_FALSE(effective_answers(nested, no).has("b"));
    EXPECT_FALSE(enabled(nested, "b", effective_answers(nested, no)));
    EXPECT_FALSE(enabled(nested, "inner", effective_answers(nested, no)));
    EXPECT_TRUE(enabled(nested, "b", sample::answers({{"a", {coding("yes")}}})));
}

TEST(EffectiveAnswers, questions_that_hide_each_other_come_to_an_end) {
    const auto unless = [](std::string question) { return sample::all_of({{std::move(question), Operator::exists, false}}); };
    const Questionnaire either = form({choice("a", {"yes"}, unless("b")), choice("b", {"yes"}, unless("a"))});
    const Answers both = sample::answers({{"a", {coding("yes")}}, {"b", {coding("yes")}}});
    EXPECT_EQ(effective_answers(either, both), effective_answers(either, both));
    EXPECT_EQ(effective_answers(either, both).all().size(), 1u);

    const Questionnaire itself = form({choice("a", {"yes"}, unless("a"))});
    EXPECT_LE(effective_answers(itself, sample::answers({{"a", {coding("yes")}}})).all().size(), 1u);
}

TEST(Enabled, an_unknown_item_is_not) { EXPECT_FALSE(enabled(sample::questionnaire(), "blood-group", sample::amina())); }

// ---- Choosing -----------------------------------------------------------------------------------------------------

struct ChoosingOptions : testing::Test {
    const Item goal = choice("goal", {"acne-scars", "laxity"});
    const Item health = sample::choices("health", {"cold-sores", "toxin", "none"});

    static std::vector<Value> coded(std::initializer_list<std::string> codes) {
        std::vector<Value> values;
        for (const std::string& code : codes) values.emplace_back(coding(code));
        return values;
    }
    std::vector<Value> health_after(std::initializer_list<std::string> before, std::string_view code, bool on) const {
        return with_choice(health, coded(before), *health.option(code), on);
    }
};

TEST_F(ChoosingOptions, one_option_replaces_another) {
    EXPECT_EQ(with_choice(goal, coded({"laxity"}), *goal.option("acne-scars"), true), coded({"acne-scars"}));
    EXPECT_EQ(with_choice(goal, coded({"laxity"}), *goal.option("laxity"), false), coded({"laxity"})) << "a radio stays chosen";
}

TEST_F(ChoosingOptions, several_options_add_up_in_the_order_of_the_question) {
    EXPECT_EQ(health_after({"toxin"}, "cold-sores", true), coded({"cold-sores", "toxin"}));
    EXPECT_EQ(health_after({"cold-sores", "toxin"}, "toxin", false), coded({"cold-sores"}));
    EXPECT_EQ(health_after({"toxin"}, "toxin", true), coded({"toxin"}));
    EXPECT_EQ(health_after({"toxin"}, "toxin", false), coded({}));
}

TEST_F(ChoosingOptions, none_of_these_clears_the_others_and_they_clear_it) {
    EXPECT_EQ(health_after({"cold-sores", "toxin"}, "none", true), coded({"none"}));
    EXPECT_EQ(health_after({"none"}, "toxin", true), coded({"toxin"}));
    EXPECT_EQ(health_after({"none"}, "none", false), coded({}));
    EXPECT_EQ(health_after({"none"}, "toxin", false), coded({"none"})) << "switching off what was off changes nothing";
}

TEST_F(ChoosingOptions, an_answer_must_be_one_the_question_can_have) {
    EXPECT_TRUE(answered(health, sample::answers({{"health", coded({"cold-sores", "toxin"})}})));
    EXPECT_FALSE(answered(health, sample::answers({{"health", coded({"toxin", "none"})}})));
    EXPECT_FALSE(answered(health, sample::answers({{"health", coded({"hay-fever"})}})));
    EXPECT_FALSE(answered(goal, sample::answers({{"goal", coded({"acne-scars", "laxity"})}})));
    EXPECT_FALSE(answered(goal, Answers{}));
}

}  // namespace
}  // namespace needlewise
