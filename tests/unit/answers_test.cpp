#include "core/form/answers.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;

TEST(Answers, an_unanswered_question_has_no_values) {
    const Answers nobody;
    EXPECT_TRUE(nobody.empty());
    EXPECT_FALSE(nobody.has("goal"));
    EXPECT_TRUE(nobody.of("goal").empty());
    EXPECT_FALSE(nobody.code("goal"));
    EXPECT_FALSE(nobody.date("start-date"));
}

TEST(Answers, setting_nothing_removes_the_answer) {
    Answers amina = sample::amina();
    amina.set("goal", {});
    EXPECT_FALSE(amina.has("goal"));
    amina.set("has-event", {coding("yes")});
    EXPECT_EQ(amina.code("has-event"), "yes");
    amina.remove("has-event");
    amina.remove("never-asked");
    EXPECT_FALSE(amina.has("has-event"));
}

TEST(Answers, several_values_are_kept_in_order) {
    Answers ben;
    ben.add("health", coding("toxin"));
    ben.add("health", coding("cold-sores"));
    EXPECT_EQ(ben.of("health").size(), 2u);
    EXPECT_EQ(ben.code("health"), "toxin");
    EXPECT_TRUE(ben.has_code("health", "cold-sores"));
    EXPECT_FALSE(ben.has_code("health", "none"));
}

TEST(Answers, the_first_value_of_the_wanted_type_counts) {
    const Answers odd = sample::answers({{"start-date", {std::string("soon"), day("2026-12-01"), day("2027-01-01")}}});
    EXPECT_EQ(odd.date("start-date"), day("2026-12-01"));
    EXPECT_FALSE(odd.code("start-date"));
}

TEST(Answers, codings_are_equal_by_system_and_code) {
    EXPECT_EQ(coding("toxin"), coding("toxin"));
    EXPECT_NE(coding("toxin"), (Coding{"http://elsewhere", "toxin"}));
}

}  // namespace
}  // namespace needlewise
