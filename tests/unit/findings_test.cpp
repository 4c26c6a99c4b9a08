#include <gtest/gtest.h>

#include <algorithm>

#include "sample.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::figure;
using sample::range;
using sample::rule;
using sample::today;

Answers toxin_on(std::string_view iso) { return sample::answers({{"health", {coding("toxin")}}, {"toxin-date", {day(iso)}}}); }

std::vector<Finding> found_in(const Content& content, const Answers& answers, Date on = today) {
    return findings_for(content, with_derived(content, answers), on);
}

std::vector<std::string> ids(const std::vector<Finding>& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings) all.push_back(finding.id);
    return all;
}

using Ids = std::vector<std::string>;

TEST(Findings, a_healthy_person_has_none) { EXPECT_TRUE(found_in(sample::content(), sample::amina()).empty()); }

TEST(Findings, a_rule_fires_when_its_conditions_hold) {
    const auto findings = found_in(sample::content(), sample::answers({{"health", {coding("cold-sores")}}}));
    ASSERT_EQ(ids(findings), (Ids{"cold-sores"}));
    EXPECT_EQ(findings[0].action, FindingAction::ask);
    EXPECT_FALSE(findings[0].until);
    EXPECT_EQ(findings[0].sources, (Ids{"SCR-57"}));
}

TEST(Findings, the_worst_come_first_and_equals_stay_in_the_order_of_the_file) {
    Content content = sample::content();
    content.rules = {rule("tell-1", FindingAction::tell), rule("ask-1", FindingAction::ask),   rule("stop-1", FindingAction::stop),
                     rule("ask-2", FindingAction::ask),   rule("wait-1", FindingAction::wait), rule("stop-2", FindingAction::stop)};
    EXPECT_EQ(ids(found_in(content, {})), (Ids{"stop-1", "stop-2", "ask-1", "ask-2", "wait-1", "tell-1"}));
}

TEST(Findings, of_what_is_to_be_asked_put_first_what_a_doctor_is_asked) {
    Content content = sample::content();
    Rule doctor = rule("doctor", FindingAction::ask);
    doctor.doctor_first = true;
    content.rules = {rule("clinic", FindingAction::ask), doctor, rule("stop", FindingAction::stop)};
    EXPECT_EQ(ids(found_in(content, {})), (Ids{"stop", "doctor", "clinic"}));
}

TEST(Findings, carry_what_their_rule_says_of_them) {
    Content content = sample::content();
    Rule held = rule("held", FindingAction::ask);
    held.scope = Scope::area;
    held.until_changed = true;
    content.rules = {held};
    const auto findings = found_in(content, {});
    EXPECT_EQ(findings[0].scope, Scope::area);
    EXPECT_TRUE(findings[0].until_changed);
}

TEST(Waits, count_from_the_treatment) {
    const auto findings = found_in(sample::content(), toxin_on("2026-11-20"));
    ASSERT_EQ(ids(findings), (Ids{"toxin"}));
    EXPECT_EQ(findings[0].until, day("2026-12-04")) << "two weeks, the low end of the number";
    EXPECT_EQ(findings[0].sources, (Ids{"SCR-46", "SCR-44"})) << "of the rule and of its number";
}

TEST(Waits, the_typical_figure_comes_before_the_low_one) {
    Content content = sample::content();
    content.numbers["wait.toxin"] = range(2, 4, 26, "week");
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"))[0].until, day("2026-12-18"));
}

TEST(Waits, are_over_on_their_day_and_not_before) {
    Content content = sample::content();
    content.numbers["wait.toxin"] = figure(2, "week");
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"), day("2026-12-03")).size(), 1u) << "the day before";
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"), day("2026-12-04")).size(), 0u) << "the day itself";
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"), day("2026-12-05")).size(), 0u) << "the day after";
}

TEST(Waits, may_be_counted_in_days_and_round_up) {
    Content content = sample::content();
    content.numbers["wait.toxin"] = figure(5, "day");
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"))[0].until, day("2026-11-25"));
    content.numbers["wait.toxin"] = figure(1.5, "week");
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"))[0].until, day("2026-12-01"));
}

TEST(Waits, without_a_treatment_date_count_from_today) {
    const auto findings = found_in(sample::content(), sample::answers({{"health", {coding("toxin")}}}));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_FALSE(findings[0].until) << "nobody knows when it is over";
    EXPECT_EQ(findings[0].not_before, add_weeks(today, 2)) << "whenever it was, it is over by then";
}

TEST(Waits, name_no_date_without_a_number_in_days_or_weeks) {
    Content content = sample::content();
    content.numbers["wait.toxin"] = figure(2, "session");
    EXPECT_FALSE(found_in(content, toxin_on("2026-11-20"))[0].until);
    content.numbers.erase("wait.toxin");
    EXPECT_FALSE(found_in(content, toxin_on("2026-11-20"))[0].until);
}

TEST(Waits, something_to_ask_about_is_only_told_once_its_wait_is_over) {
    Content content = sample::content();
    content.rules = {rule("isotretinoin", FindingAction::ask, sample::when("health", "toxin"), Wait{"toxin-date", "wait.toxin"})};
    const Finding before = found_in(content, toxin_on("2026-11-20"), day("2026-12-03"))[0];
    EXPECT_EQ(before.action, FindingAction::ask);
    EXPECT_EQ(before.until, day("2026-12-04"));
    const Finding after = found_in(content, toxin_on("2026-11-20"), day("2026-12-04"))[0];
    EXPECT_EQ(after.action, FindingAction::tell);
    EXPECT_FALSE(after.until || after.not_before);
}

TEST(Waits, that_are_over_by_the_figure_in_use_are_told_while_some_clinics_still_wait) {
    Content content = sample::content();
    content.numbers["wait.toxin"] = range(2, 2, 26, "week");
    const auto after = found_in(content, toxin_on("2026-11-20"), day("2026-12-04"));
    ASSERT_EQ(ids(after), (Ids{"toxin"}));
    EXPECT_EQ(after[0].action, FindingAction::tell);
    EXPECT_TRUE(after[0].wait_over);
    EXPECT_FALSE(after[0].until || after[0].not_before);
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"), day("2027-05-20")).size(), 1u) << "the day before 26 weeks";
    EXPECT_EQ(found_in(content, toxin_on("2026-11-20"), day("2027-05-21")).size(), 0u);
}

// The rules that ship, of somebody of the fairest type but for their last strong sun; or of whom no question of the type is answered.
std::vector<std::string> of_sun(std::string_view last_sun, bool tan, bool skin_type = true) {
    Answers answers;
    const auto code = [](std::string_view what) { return Value{Coding{"urn:needlewise:consultation", std::string(what)}}; };
    if (skin_type) {
        for (const std::string& item : shipped::content().phototype.items)
            answers.set(item, {std::ranges::find(shipped::content().questionnaire.find(item)->options, 0, &Option::ordinal)->coding});
        answers.set("phototype-last-sun", {code(last_sun)});
    }
    answers.set("recent-treatments", {code(tan ? "tan" : "none")});
    Ids sun;
    for (const Finding& finding : found_in(shipped::content(), answers))
        if (finding.id.starts_with("recent-")) sun.push_back(finding.id);
    return sun;
}

TEST(Sun, is_waited_for_whether_it_is_told_as_a_tan_or_as_the_last_strong_sun) {
    EXPECT_EQ(of_sun("over-3-months", false), Ids{});
    EXPECT_EQ(of_sun("weeks", false), (Ids{"recent-sun-weeks"})) << "asked: nobody knows how many weeks";
    EXPECT_EQ(of_sun("days", false), (Ids{"recent-sun"}));
    EXPECT_EQ(of_sun("days", true), (Ids{"recent-tan"})) << "not twice";
}

TEST(Sun, of_some_weeks_ago_is_waited_for_from_its_day_and_without_a_day_the_clinic_is_asked) {
    Answers priya = shipped::people().at("priya");
    priya.set("phototype-last-sun", {Coding{"urn:needlewise:consultation", "weeks"}});
    const auto of_her = [&] {
        Finding of_sun;
        for (const Finding& each : found_in(shipped::content(), priya, day("2026-11-30")))
            if (each.id.starts_with("recent-sun")) of_sun = each;
        return of_sun;
    };
    EXPECT_EQ(of_her().id, "recent-sun-weeks");
    EXPECT_EQ(of_her().action, FindingAction::ask) << "no plan is clear while the wait may not be over";
    priya.set("date-tan", {day("2026-11-20")});
    EXPECT_EQ(of_her().id, "recent-sun-earlier-darker");
    EXPECT_EQ(of_her().until, day("2026-12-18")) << "four weeks, the longer wait";
    priya.set("date-tan", {day("2026-10-20")});
    EXPECT_EQ(of_her().id, "") << "over";
}

TEST(Sun, is_waited_for_longer_where_the_skin_type_may_be_darker_or_is_not_known) {
    Answers priya = shipped::people().at("priya");
    priya.set("phototype-last-sun", {Coding{"urn:needlewise:consultation", "days"}});
    const auto found = found_in(shipped::content(), priya);
    EXPECT_TRUE(std::ranges::contains(ids(found), "recent-sun-darker"));
    EXPECT_EQ(of_sun("days", true, false), (Ids{"recent-tan-unknown"}));
}

}  // namespace
}  // namespace needlewise
