// The one plan: its state, the earliest day, the days of the sessions. Numbers of sample.h: four sessions 4 weeks apart, judged 12 weeks
// after the last; two weeks of wait after toxin.
#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::rule;
using sample::today;

Plan plan_of(const Answers& answers, const Content& content = sample::content()) {
    const Assessment found = assess(content, answers, today);
    EXPECT_TRUE(found.plan);
    return found.plan.value_or(Plan{});
}

Answers amina_starting(std::string_view iso) {
    Answers amina = sample::amina();
    amina.set("start-date", {day(iso)});
    return amina;
}

Content with_rules(std::vector<Rule> rules) {
    Content content = sample::content();
    content.rules = std::move(rules);
    return content;
}

Rule until_changed(std::string id) {
    Rule held = rule(std::move(id), FindingAction::ask);
    held.until_changed = true;
    return held;
}

TEST(PlanState, is_clear_when_nothing_or_only_something_to_tell_was_found) {
    EXPECT_EQ(plan_of(sample::amina()).state, PlanState::clear);
    EXPECT_EQ(plan_of(sample::amina(), with_rules({rule("tell", FindingAction::tell)})).state, PlanState::clear);
}

TEST(PlanState, is_that_of_the_gravest_finding) {
    const auto state = [](std::vector<Rule> rules) { return plan_of(sample::amina(), with_rules(std::move(rules))).state; };
    EXPECT_EQ(state({rule("tell", FindingAction::tell), rule("ask", FindingAction::ask)}), PlanState::if_agreed);
    EXPECT_EQ(state({rule("ask", FindingAction::ask), rule("stop", FindingAction::stop)}), PlanState::not_now);
    EXPECT_EQ(state({until_changed("isotretinoin"), rule("ask", FindingAction::ask)}), PlanState::not_now)
        << "an ask that holds everything up";
}

TEST(PlanState, names_the_finding_that_sets_it) {
    const Plan plan = plan_of(sample::amina(), with_rules({until_changed("isotretinoin"), rule("pregnant", FindingAction::stop)}));
    EXPECT_EQ(plan.reason, "pregnant") << "a stop before what holds everything up";
}

TEST(PlanState, is_about_the_person_before_it_is_about_the_area) {
    Rule area = rule("tattoo", FindingAction::stop);
    area.scope = Scope::area;
    const Plan plan = plan_of(sample::amina(), with_rules({area, rule("pregnant", FindingAction::stop)}));
    EXPECT_EQ(plan.reason, "pregnant") << "another area would not do";
    EXPECT_EQ(plan.scope, Scope::person);
    EXPECT_EQ(plan_of(sample::amina(), with_rules({area, until_changed("isotretinoin")})).reason, "isotretinoin");
    EXPECT_EQ(plan_of(sample::amina(), with_rules({area, rule("ask", FindingAction::ask)})).reason, "tattoo") << "an ask alone is less";
}

TEST(PlanState, names_what_a_test_area_would_take) {
    Rule keloid = rule("keloid", FindingAction::ask);
    keloid.test_first = "test";
    EXPECT_EQ(plan_of(sample::amina(), with_rules({rule("ask", FindingAction::ask), keloid})).test_first, "test");
    EXPECT_EQ(plan_of(sample::amina(), with_rules({rule("ask", FindingAction::ask)})).test_first, "");
}

TEST(Earliest, is_today_or_the_last_of_all_waits) {
    Answers ben = amina_starting("2026-11-25");
    ben.set("health", {coding("toxin")});
    ben.set("toxin-date", {day("2026-11-20")});
    Content content = sample::content();
    content.numbers["wait.long"] = sample::figure(6, "week");
    content.rules.push_back(rule("long", FindingAction::wait, sample::when("health", "toxin"), Wait{"toxin-date", "wait.long"}));
    EXPECT_EQ(plan_of(sample::amina()).earliest, today);
    const Plan plan = plan_of(ben, content);
    EXPECT_EQ(plan.earliest, day("2027-01-01"));
    EXPECT_EQ(plan.earliest_reason, "long");
    EXPECT_EQ(plan.reason, "long");
    EXPECT_EQ(plan.start, plan.earliest);
    EXPECT_EQ(plan.wish, day("2026-11-25")) << "both days are told";
}

TEST(Earliest, counts_from_today_when_the_person_does_not_know_the_date) {
    Answers nadia = amina_starting("2026-12-01");
    nadia.set("health", {coding("toxin")});
    const Plan plan = plan_of(nadia);
    EXPECT_EQ(plan.state, PlanState::not_before);
    EXPECT_EQ(plan.earliest, add_weeks(today, 2));
    EXPECT_FALSE(plan.earliest_known);
    EXPECT_EQ(plan.sessions.front(), plan.earliest);
}

TEST(Earliest, is_known_when_a_known_wait_ends_on_the_same_day) {
    Answers leo = amina_starting("2026-11-22");
    leo.set("health", {coding("toxin")});
    Content content = sample::content();
    content.rules.push_back(rule("tan", FindingAction::wait, sample::when("health", "toxin"), Wait{"start-date", "wait.toxin"}));
    const Plan plan = plan_of(leo, content);
    EXPECT_EQ(plan.earliest, add_weeks(today, 2));
    EXPECT_EQ(plan.earliest_reason, "tan") << "to say when the toxin was would bring no earlier day";
    EXPECT_EQ(plan.state, PlanState::from_date);
}

TEST(Sessions, need_a_wish_to_start) {
    const Plan plan = plan_of(sample::amina());
    EXPECT_FALSE(plan.start);
    EXPECT_TRUE(plan.sessions.empty());
    EXPECT_FALSE(plan.judge_on);
    EXPECT_FALSE(plan.dated());
}

TEST(Sessions, follow_the_first_protocol) {
    const Plan plan = plan_of(amina_starting("2027-01-04"));
    EXPECT_EQ(plan.sessions, (std::vector{day("2027-01-04"), day("2027-02-01"), day("2027-03-01"), day("2027-03-29")}));
    EXPECT_EQ(plan.judge_on, day("2027-06-21")) << "12 weeks after the last session";
}

TEST(Sessions, of_a_course_judged_from_its_start) {
    Content content = sample::content();
    content.numbers["from-start"] = sample::figure(24, "week");
    content.courses[0].judge_from_start = "from-start";
    EXPECT_EQ(plan_of(amina_starting("2027-01-04"), content).judge_on, day("2027-06-21"));
    content.numbers["from-start"] = sample::figure(2, "week");
    EXPECT_EQ(plan_of(amina_starting("2027-01-04"), content).judge_on, day("2027-03-29")) << "never before the last session";
}

TEST(Sessions, that_make_way_for_an_event_put_off_the_judging_too) {
    Content content = sample::content();
    content.numbers["from-start"] = sample::figure(14, "week");
    content.courses[0].judge_from_start = "from-start";
    Answers amina = amina_starting("2027-01-04");
    EXPECT_EQ(plan_of(amina, content).judge_on, day("2027-04-12")) << "two weeks after the last session";
    amina.set("has-event", {coding("yes")});
    amina.set("event-date", {day("2027-03-03")});
    const Plan plan = plan_of(amina, content);
    ASSERT_GT(plan.sessions.back(), day("2027-03-29"));
    EXPECT_EQ(plan.judge_on, add_weeks(plan.sessions.back(), 2));
}

TEST(Sessions, there_are_none_when_something_speaks_against_it) {
    Answers amina = amina_starting("2027-01-04");
    amina.set("has-event", {coding("yes")});
    amina.set("event-date", {day("2027-09-01")});
    for (const Rule& reason : {rule("stop", FindingAction::stop), until_changed("isotretinoin")}) {
        const Plan plan = plan_of(amina, with_rules({reason}));
        EXPECT_FALSE(plan.start);
        EXPECT_TRUE(plan.sessions.empty());
        EXPECT_FALSE(plan.judge_on);
        EXPECT_FALSE(plan.event);
        EXPECT_FALSE(plan.dated());
    }
}

TEST(Sessions, without_numbers_there_are_none) {
    Content content = sample::content();
    content.numbers.clear();
    EXPECT_FALSE(plan_of(amina_starting("2027-01-04"), content).dated());
}

}  // namespace
}  // namespace needlewise
