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

Plan plan_of(const Answers& answers, const Content& content = sample::content()) { return *assess(content, answers, today).plan; }

std::optional<EventPlan> event_of(const Answers& answers, const Content& content = sample::content()) {
    return plan_of(answers, content).event;
}

TEST(Event, nobody_plans_without_one) {
    EXPECT_FALSE(event_of(sample::amina()));
    Answers changed_her_mind = amina_with_wedding(day("2027-06-01"));
    changed_her_mind.set("has-event", {coding("no")});
    EXPECT_FALSE(event_of(changed_her_mind));
}

TEST(Event, far_ahead_the_whole_course_fits) {
    const Plan plan = plan_of(amina_with_wedding(day("2027-06-01")));
    EXPECT_EQ(plan.event_day, day("2027-06-01"));
    ASSERT_TRUE(plan.event);
    EXPECT_EQ(plan.event->last_session, day("2027-05-18"));
    EXPECT_EQ(plan.event->latest_start, day("2026-12-15")) << "12 weeks of course and 12 until it can be judged";
    EXPECT_EQ(plan.event->sessions_that_fit, 4);
    EXPECT_EQ(plan.event->fit, EventFit::fits);
}

TEST(Event, the_course_fits_to_the_day) {
    const Date judged = add_weeks(today, 3 * 4 + 12);
    EXPECT_EQ(event_of(amina_with_wedding(judged))->fit, EventFit::fits);
    EXPECT_EQ(event_of(amina_with_wedding(add_days(judged, -1)))->fit, EventFit::not_judged) << "one day too early to judge";
}

TEST(Event, agrees_with_the_calendar) {
    for (const std::string_view iso : {"2026-12-10", "2027-01-20", "2027-03-30", "2027-04-30", "2027-06-21", "2027-12-01"}) {
        const Plan plan = plan_of(amina_with_wedding(day(iso), day("2027-01-04")));
        const bool whole = plan.sessions.back() <= add_days(*plan.event_day, -14);
        EXPECT_EQ(plan.event->fit == EventFit::fits, whole && *plan.judge_on <= *plan.event_day) << iso;
        EXPECT_EQ(plan.event->fit >= EventFit::not_judged, whole) << iso;
    }
}

TEST(Event, is_judged_as_the_concern_is) {
    Content content = sample::content();
    content.numbers["from-start"] = sample::figure(12, "week");
    content.courses[0].judge_from_start = "from-start";
    EXPECT_EQ(event_of(amina_with_wedding(add_weeks(today, 15)), content)->fit, EventFit::fits)
        << "melasma is judged 12 weeks after the first session";
    EXPECT_EQ(event_of(amina_with_wedding(add_weeks(today, 15)))->fit, EventFit::not_judged);
}

TEST(Event, sessions_fit_to_the_day) {
    const Date second_settled = add_days(add_weeks(today, 4), 14);
    EXPECT_EQ(event_of(amina_with_wedding(second_settled))->sessions_that_fit, 2);
    EXPECT_EQ(event_of(amina_with_wedding(second_settled))->fit, EventFit::part);
    EXPECT_EQ(event_of(amina_with_wedding(add_days(second_settled, -1)))->sessions_that_fit, 1);
}

TEST(Event, one_session_settles_just_in_time_or_not) {
    const auto just = event_of(amina_with_wedding(add_days(today, 14)));
    EXPECT_EQ(just->fit, EventFit::part);
    EXPECT_EQ(just->last_session, today);
    EXPECT_EQ(just->sessions_that_fit, 1);
    EXPECT_FALSE(just->latest_start);
    const auto late = event_of(amina_with_wedding(add_days(today, 13)));
    EXPECT_EQ(late->fit, EventFit::too_soon);
    EXPECT_FALSE(late->last_session);
    EXPECT_EQ(late->sessions_that_fit, 0);
}

TEST(Event, counts_from_the_wish_to_start) {
    EXPECT_EQ(event_of(amina_with_wedding(day("2027-06-01"), day("2027-05-01")))->sessions_that_fit, 1);
    EXPECT_EQ(event_of(amina_with_wedding(day("2027-06-01"), day("2027-05-19")))->fit, EventFit::too_soon);
}

TEST(Event, keeps_the_days_before_it_and_its_own_free_of_sessions) {
    // The third of four, 4 weeks apart from 4 January, would be on 1 March.
    for (const auto& [event, third] : {std::pair{"2027-03-15", "2027-03-01"},
                                       {"2027-03-14", "2027-03-15"},
                                       {"2027-03-01", "2027-03-02"},
                                       {"2027-02-28", "2027-03-01"}}) {
        const Plan plan = plan_of(amina_with_wedding(day(event), day("2027-01-04")));
        ASSERT_EQ(plan.sessions.size(), 4u);
        EXPECT_EQ(plan.sessions[1], day("2027-02-01"));
        EXPECT_EQ(plan.sessions[2], day(third)) << event;
        EXPECT_EQ(plan.sessions[3], add_weeks(plan.sessions[2], 4));
    }
    const Plan moved = plan_of(amina_with_wedding(day("2027-01-17"), day("2027-01-04")));
    EXPECT_EQ(moved.event->fit, EventFit::too_soon);
    EXPECT_EQ(moved.start, day("2027-01-18"));
    EXPECT_EQ(moved.soonest(), day("2027-01-04"));
}

TEST(Event, that_has_passed_or_lies_before_the_start_says_exactly_that) {
    EXPECT_EQ(event_of(amina_with_wedding(add_days(today, -1)))->fit, EventFit::past);
    EXPECT_EQ(event_of(amina_with_wedding(day("2027-02-01"), day("2027-03-01")))->fit, EventFit::before_start);
    Answers waits = amina_with_wedding(add_days(today, 3));
    waits.set("health", {coding("toxin")});
    EXPECT_EQ(event_of(waits)->fit, EventFit::before_earliest);
    for (const EventFit fit : {EventFit::past, EventFit::before_start, EventFit::before_earliest}) EXPECT_LT(fit, EventFit::too_soon);
}

TEST(Event, says_when_a_shorter_plan_fits_though_the_one_that_dates_count_with_does_not) {
    Content content = sample::content();
    const auto amina = amina_with_wedding(add_days(add_weeks(today, 8), 14));  // three sessions settle, four do not
    EXPECT_TRUE(event_of(amina, content)->shorter_fits);
    EXPECT_EQ(event_of(amina, content)->fit, EventFit::part);
    content.courses[0].protocols.resize(1);
    EXPECT_FALSE(event_of(amina, content)->shorter_fits);
    EXPECT_FALSE(event_of(amina_with_wedding(day("2027-06-01")))->shorter_fits) << "where the whole course fits nobody asks";
}

TEST(Event, is_judged_a_second_time_where_a_test_area_comes_first) {
    Content content = sample::content();
    EXPECT_FALSE(event_of(amina_with_wedding(day("2027-03-30")), content)->after_test);
    content.numbers["test"] = sample::figure(12, "week");
    Rule keloid;
    keloid.id = "keloid";
    keloid.action = FindingAction::ask;
    keloid.test_first = "test";
    content.rules = {keloid};
    const auto after = [&](Date wedding) { return event_of(amina_with_wedding(wedding), content)->after_test.value(); };
    EXPECT_EQ(after(add_days(add_weeks(today, 16), 14)).sessions_that_fit, 2);
    EXPECT_EQ(after(add_days(add_weeks(today, 12), 13)).sessions_that_fit, 0);
    EXPECT_EQ(after(add_days(add_weeks(today, 12), 13)).fit, EventFit::too_soon);

    const Date just_judged = add_weeks(today, 30), judged_either_way = add_weeks(today, 36);  // 12 weeks of course, 12 more to judge
    EXPECT_EQ(event_of(amina_with_wedding(just_judged), content)->fit, EventFit::fits);
    EXPECT_EQ(after(just_judged).fit, EventFit::not_judged);
    EXPECT_FALSE(after(just_judged).latest_test) << "there is no day for the test that leaves time to judge";
    EXPECT_EQ(after(judged_either_way).fit, EventFit::fits);
    EXPECT_EQ(after(judged_either_way).latest_test, today);
}

}  // namespace
}  // namespace needlewise
