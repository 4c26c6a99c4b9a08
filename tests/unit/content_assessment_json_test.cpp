// The output of `needlewise assess`: the fields others rely on.
#include "content/exchange/assessment_json.h"

#include <gtest/gtest.h>

#include "content/json.h"
#include "support/tiny.h"

namespace needlewise {
namespace {

Json json_of(const Content& content, const Assessment& assessment) {
    auto json = parse_json(assessment_json(content, assessment, {}, "2.0"), "out.json");
    EXPECT_TRUE(json);
    return json ? std::move(*json) : Json();
}

Assessment of_somebody(const Content& content) {
    Answers answers;
    answers.set("goal", {Coding{"urn:t", "scars"}});
    answers.set("kind", {Coding{"urn:t", "wide"}});
    answers.set("peel-date", {*parse_date("2026-11-20")});
    return assess(content, answers, *parse_date("2026-11-22"));
}

std::vector<std::string> fields_of(const Json& json) {
    std::vector<std::string> names;
    for (const auto& field : json.items()) names.push_back(field.key());
    return names;
}

using Names = std::vector<std::string>;

TEST(AssessmentJson, has_every_part) {
    const Content content = tiny::content();
    EXPECT_EQ(fields_of(json_of(content, of_somebody(content))),
              (Names{"aftercare", "complete", "course", "downtime", "findings", "improvement", "phototype", "plan", "timeline", "versions",
                     "visit"}));
}

TEST(AssessmentJson, finding_is_a_sentence_with_its_sources) {
    const Content content = tiny::content();
    EXPECT_EQ(
        json_of(content, of_somebody(content))["findings"],
        *parse_json(
            R"([{"id": "peel", "action": "wait", "scope": "area", "until": "2026-12-04", "reason": "Clinics wait 2 to 4 weeks after it.", "sources": ["SCR-001"]}])",
            "x"));
}

TEST(AssessmentJson, course_and_improvement_have_their_ranges) {
    const Content content = tiny::content();
    const Json json = json_of(content, of_somebody(content));
    EXPECT_EQ(json["course"]["sessions"], *parse_json(R"({"low": 3, "common": 4, "high": 6})", "x"));
    EXPECT_EQ(json["course"]["interval_weeks"], *parse_json(R"({"low": 4, "common": 4, "high": 4})", "x"));
    EXPECT_EQ(json["course"]["months"], *parse_json(R"({"low": 2, "high": 5})", "x"));
    EXPECT_EQ(json["course"]["drivers"], *parse_json(R"([{"id": "wide", "effect": "better", "sources": ["SCR-001"]}])", "x"));
    EXPECT_EQ(json["improvement"]["scale"], "score");
    EXPECT_EQ(json["improvement"]["fraction"]["mean"], 0.5);
    EXPECT_EQ(json["improvement"]["conservative"], 0.25);
    EXPECT_EQ(json["improvement"]["certainty"], "low");
    EXPECT_FALSE(json.contains("improvement_reason"));
}

TEST(AssessmentJson, no_improvement_is_null_with_the_reason) {
    const Content content = tiny::content();
    Answers answers;
    answers.set("goal", {Coding{"urn:t", "lines"}});
    const Json json = json_of(content, assess(content, answers, *parse_date("2026-11-22")));
    EXPECT_TRUE(json["improvement"].is_null());
    EXPECT_EQ(json["improvement_reason"], "We do not know.");
}

TEST(AssessmentJson, of_nobody_has_null_and_no_holes) {
    const Content content = tiny::content();
    const Json json = json_of(content, assess(content, {}, *parse_date("2026-11-22")));
    EXPECT_TRUE(json["course"].is_null() && json["improvement"].is_null());
    EXPECT_EQ(json["improvement_reason"], "");
    EXPECT_EQ(json["findings"], Json::array());
    EXPECT_FALSE(json.contains("event") || json.contains("phototype"));
}

TEST(AssessmentJson, says_what_is_missing_and_then_has_no_plan) {
    const Content content = tiny::content();
    Assessment assessment;
    assessment.open = {"goal", "kind"};
    const Json json = json_of(content, assessment);
    EXPECT_EQ(json["complete"], false);
    EXPECT_EQ(json["missing"], *parse_json(R"(["goal", "kind"])", "x"));
    EXPECT_TRUE(json["plan"].is_null() && json["course"].is_null());
}

TEST(AssessmentJson, says_the_state_of_the_plan_and_why) {
    const Content content = tiny::content();
    EXPECT_EQ(
        json_of(content, of_somebody(content))["plan"],
        *parse_json(
            R"({"state": "from-date", "reason": "peel", "scope": "area", "earliest": "2026-12-04", "earliest_reason": "peel", "earliest_known": true})",
            "x"));
}

TEST(AssessmentJson, healing_aftercare_and_visit_are_tables) {
    const Content content = tiny::content();
    const Json json = json_of(content, of_somebody(content));
    ASSERT_EQ(json["timeline"].size(), 4u);
    EXPECT_EQ(fields_of(json["timeline"][0]), (Names{"from_h", "judgement", "level", "sign", "slower_h", "sources", "typical_h"}));
    EXPECT_EQ(json["timeline"][0]["level"]["days"], *parse_json("[0, 1, 3]", "x"));
    EXPECT_EQ(json["aftercare"],
              *parse_json(R"([{"id": "wash", "from_h": 0, "until_h": 24, "basis": "judgement", "sources": ["JUD-001"]}])", "x"));
    EXPECT_EQ(json["visit"], *parse_json(R"([{"step": "needling", "minutes": 30}])", "x"));
}

TEST(AssessmentJson, open_ends_and_events_are_written) {
    const Content content = tiny::content();
    Assessment assessment;
    assessment.aftercare.push_back({.id = "sun", .from_h = 0, .until_h = std::nullopt, .basis = Basis::evidence, .sources = {}});
    Plan& plan = assessment.plan.emplace();
    plan.event_day = parse_date("2027-06-12");
    plan.event = EventPlan{.fit = EventFit::part,
                           .last_session = parse_date("2027-05-01"),
                           .latest_start = std::nullopt,
                           .sessions_that_fit = 3,
                           .after_test = EventAfterTest{.fit = EventFit::too_soon, .sessions_that_fit = 0, .latest_test = std::nullopt}};
    const Json json = json_of(content, assessment);
    EXPECT_TRUE(json["aftercare"][0]["until_h"].is_null());
    EXPECT_EQ(
        json["event"],
        *parse_json(
            R"({"date": "2027-06-12", "fit": "part", "last_session": "2027-05-01", "sessions_that_fit": 3, "course_fits": false, "too_soon": false, "after_test": {"fit": "too-soon", "sessions_that_fit": 0}})",
            "x"));
}

TEST(AssessmentJson, names_its_versions) {
    const Content content = tiny::content();
    const Json json = json_of(content, {});
    EXPECT_EQ(json["versions"]["app"], "2.0");
    EXPECT_EQ(json["versions"]["questionnaire"], "1");
    EXPECT_EQ(json["versions"]["content"], content.version.c_str());
}

}  // namespace
}  // namespace needlewise
