#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::figure;
using sample::range;
using sample::today;

std::optional<Course> course_of(const Answers& answers, const Content& content = sample::content(), Date earliest = today) {
    return course_for(content, with_derived(content, answers), earliest);
}

Answers amina_starting(std::string_view iso) {
    Answers amina = sample::amina();
    amina.set("start-date", {day(iso)});
    return amina;
}

TEST(WholeFigures, fill_in_what_a_number_leaves_open) {
    const auto figures = [](const Number& number) {
        const WholeFigures whole = whole_figures(&number);
        return std::vector<int>{whole.low, whole.common, whole.high};
    };
    EXPECT_EQ(figures(range(3, 4, 6, "session")), (std::vector{3, 4, 6}));
    EXPECT_EQ(figures(range(3, 6, "session")), (std::vector{3, 5, 6})) << "the middle, rounded";
    EXPECT_EQ(figures(figure(4, "session")), (std::vector{4, 4, 4}));
    EXPECT_EQ(figures(figure(1e30, "session")), (std::vector{1000, 1000, 1000})) << "broken content must not fill the memory";
    EXPECT_EQ(whole_figures(nullptr).common, 0);
}

TEST(Months, run_from_the_first_to_the_last_session) {
    EXPECT_EQ(months_between_sessions(1, 4), 0);
    EXPECT_EQ(months_between_sessions(3, 4), 2);  // 56 days
    EXPECT_EQ(months_between_sessions(4, 4), 3);  // 84 days
    EXPECT_EQ(months_between_sessions(6, 4), 5);  // 140 days
    EXPECT_EQ(months_between_sessions(0, 4), 0);
}

TEST(Course, is_the_first_whose_conditions_hold) {
    EXPECT_EQ(course_of(sample::amina())->rule, "acne");
    EXPECT_EQ(course_of(sample::answers({{"goal", {coding("laxity")}}}))->rule, "other");
    EXPECT_FALSE(course_of(sample::answers({{"health", {coding("none")}}}))) << "no goal, no course";
}

TEST(Course, takes_its_figures_from_the_numbers) {
    const auto course = course_of(sample::amina());
    ASSERT_TRUE(course);
    EXPECT_EQ(course->concern, "acne-scars");
    EXPECT_EQ(course->basis, Basis::convention);
    EXPECT_EQ(course->sessions.low, 3);
    EXPECT_EQ(course->sessions.common, 4);
    EXPECT_EQ(course->sessions.high, 6);
    EXPECT_EQ(course->interval_weeks.common, 4);
    EXPECT_EQ(course->months.low, 2);
    EXPECT_EQ(course->months.high, 5);
    EXPECT_EQ(course->judge_after_weeks, 12);
    EXPECT_EQ(course->sources, (std::vector<std::string>{"RES-1", "RES-2", "RES-3"}));
}

TEST(Course, names_the_answers_that_moved_it) {
    Content content = sample::content();
    content.drivers = {{"rolling", sample::when("scar-kind", "rolling"), Effect::better, {"RES-12"}},
                       {"ice-pick", sample::when("scar-kind", "ice-pick"), Effect::less, {}}};
    const auto course = course_of(sample::amina(), content);
    ASSERT_EQ(course->drivers.size(), 1u);
    EXPECT_EQ(course->drivers[0].id, "rolling");
    EXPECT_EQ(course->drivers[0].effect, Effect::better);
}

TEST(Calendar, needs_a_wish_to_start) {
    const auto course = course_of(sample::amina());
    EXPECT_FALSE(course->start);
    EXPECT_TRUE(course->calendar.empty());
    EXPECT_FALSE(course->judge_on);
}

TEST(Calendar, has_the_common_number_of_sessions_at_the_common_interval) {
    const auto course = course_of(amina_starting("2027-01-04"));
    EXPECT_EQ(course->calendar, (std::vector{day("2027-01-04"), day("2027-02-01"), day("2027-03-01"), day("2027-03-29")}));
    EXPECT_EQ(course->judge_on, day("2027-06-21")) << "12 weeks after the last session";
}

TEST(Calendar, never_starts_before_today_or_a_wait_is_over) {
    EXPECT_EQ(course_of(amina_starting("2026-01-01"))->start, today);
    EXPECT_EQ(course_of(amina_starting("2026-12-01"), sample::content(), day("2027-02-01"))->start, day("2027-02-01"));
    EXPECT_EQ(course_of(amina_starting("2027-03-01"), sample::content(), day("2027-02-01"))->start, day("2027-03-01"));
}

TEST(Calendar, without_numbers_there_is_none) {
    Content content = sample::content();
    content.numbers.clear();
    const auto course = course_of(amina_starting("2027-01-04"), content);
    EXPECT_TRUE(course->calendar.empty());
    EXPECT_FALSE(course->judge_on);
}

}  // namespace
}  // namespace needlewise
