// Events: 14 days to settle, 12 weeks to judge, sessions 4 weeks apart (numbers of sample.h).
#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::today;

Answers amina_with_wedding(Date wedding, std::optional<Date> start = std::nullopt) {
    Answers amina = sample::amina();
    amina.set("has-event", {coding("yes")});
    amina.set("event-date", {wedding});
    if (start) amina.set("start-date", {*start});
    return amina;
}

std::optional<EventPlan> plan_for(const Answers& answers, Date earliest = today) {
    const Content content = sample::content();
    const Answers all = with_derived(content, answers);
    return event_plan_for(content, all, course_for(content, all, earliest), earliest);
}

TEST(Event, nobody_plans_without_one) {
    EXPECT_FALSE(plan_for(sample::amina()));
    Answers changed_her_mind = amina_with_wedding(day("2027-06-01"));
    changed_her_mind.set("has-event", {coding("no")});
    EXPECT_FALSE(plan_for(changed_her_mind));
}

TEST(Event, far_ahead_the_whole_course_fits) {
    const auto plan = plan_for(amina_with_wedding(day("2027-06-01")));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->event, day("2027-06-01"));
    EXPECT_EQ(plan->last_session, day("2027-05-18"));
    EXPECT_EQ(plan->last_for_result, day("2027-03-09"));
    EXPECT_EQ(plan->sessions_that_fit, 4) << "no more than the common number";
    EXPECT_TRUE(plan->course_fits);
    EXPECT_FALSE(plan->too_soon);
}

TEST(Event, the_course_fits_to_the_day) {
    const Date last = add_weeks(today, 3 * 4);
    EXPECT_TRUE(plan_for(amina_with_wedding(add_weeks(last, 12)))->course_fits);
    EXPECT_FALSE(plan_for(amina_with_wedding(add_days(add_weeks(last, 12), -1)))->course_fits) << "one day too early to judge";
}

TEST(Event, sessions_fit_to_the_day) {
    const Date second_settled = add_days(add_weeks(today, 4), 14);
    EXPECT_EQ(plan_for(amina_with_wedding(second_settled))->sessions_that_fit, 2);
    EXPECT_EQ(plan_for(amina_with_wedding(add_days(second_settled, -1)))->sessions_that_fit, 1);
}

TEST(Event, one_session_settles_just_in_time_or_not) {
    const auto just = plan_for(amina_with_wedding(add_days(today, 14)));
    EXPECT_FALSE(just->too_soon);
    EXPECT_EQ(just->last_session, today);
    EXPECT_EQ(just->sessions_that_fit, 1);
    EXPECT_FALSE(just->last_for_result);

    const auto late = plan_for(amina_with_wedding(add_days(today, 13)));
    EXPECT_TRUE(late->too_soon);
    EXPECT_FALSE(late->last_session);
    EXPECT_EQ(late->sessions_that_fit, 0);
    EXPECT_FALSE(late->course_fits);
}

TEST(Event, counts_from_the_wish_to_start) {
    const auto plan = plan_for(amina_with_wedding(day("2027-06-01"), day("2027-05-01")));
    EXPECT_EQ(plan->sessions_that_fit, 1);
    EXPECT_FALSE(plan->course_fits);

    const auto too_late = plan_for(amina_with_wedding(day("2027-06-01"), day("2027-05-19")));
    EXPECT_TRUE(too_late->too_soon);
    EXPECT_EQ(too_late->last_session, day("2027-05-18")) << "still worth knowing: an earlier start would do";
}

TEST(Event, counts_from_the_end_of_a_wait) {
    const auto plan = plan_for(amina_with_wedding(day("2027-01-15")), day("2027-01-02"));
    EXPECT_TRUE(plan->too_soon);
    EXPECT_FALSE(plan->last_session);
}

TEST(Event, without_a_goal_only_the_dates_are_known) {
    Answers undecided = amina_with_wedding(day("2027-06-01"));
    undecided.remove("goal");
    const auto plan = plan_for(undecided);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->last_session, day("2027-05-18"));
    EXPECT_EQ(plan->sessions_that_fit, 0);
    EXPECT_FALSE(plan->course_fits);
}

}  // namespace
}  // namespace needlewise
