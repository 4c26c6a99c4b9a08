#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::figure;
using sample::range;

std::optional<Course> course_of(const Answers& answers, const Content& content = sample::content()) {
    return course_for(content, with_derived(content, answers));
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

TEST(Months, are_those_that_the_weeks_begin) {
    EXPECT_EQ(months_begun(0), 0);
    EXPECT_EQ(months_begun(4), 1);   // 28 days
    EXPECT_EQ(months_begun(8), 2);   // 56 days
    EXPECT_EQ(months_begun(10), 3);  // 70 days
    EXPECT_EQ(months_begun(12), 3);  // 84 days
    EXPECT_EQ(months_begun(24), 6);  // 168 days
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
    EXPECT_EQ(course->sessions.common, 4) << "of the first protocol";
    EXPECT_EQ(course->sessions.high, 6);
    EXPECT_EQ(course->interval_weeks.low, 2);
    EXPECT_EQ(course->interval_weeks.common, 4);
    EXPECT_EQ(course->interval_weeks.high, 4);
    EXPECT_EQ(course->judge_after_weeks, 12);
    EXPECT_EQ(course->sources, (std::vector<std::string>{"T-1", "T-2", "T-3", "RES-1", "RES-2", "RES-3"}));
}

TEST(Course, is_never_a_product_of_the_ends_of_different_protocols) {
    const auto course = course_of(sample::amina());
    EXPECT_EQ(course->weeks_low, 8) << "three monthly";
    EXPECT_EQ(course->weeks_high, 12) << "four monthly; six fortnightly take 10 weeks, six monthly were in no study";
    EXPECT_EQ(course->months.low, 2);
    EXPECT_EQ(course->months.high, 3);
}

TEST(Course, may_go_by_time) {
    Content content = sample::content();
    content.numbers["half-year"] = figure(24, "week");
    content.courses[0].protocols = {{"three", "monthly", "half-year", {}}};
    const auto course = course_of(sample::amina(), content);
    EXPECT_EQ(course->weeks_high, 24);
    EXPECT_EQ(course->months.high, 6);
}

TEST(Course, of_a_clinic_takes_the_place_of_the_protocols) {
    Content content = sample::content();
    content.numbers["sessions"].basis = Basis::clinic;
    const auto course = course_of(sample::amina(), content);
    EXPECT_TRUE(course->protocols.empty());
    EXPECT_EQ(course->sessions.high, 6);
    EXPECT_EQ(course->interval_weeks.low, 2);
    EXPECT_EQ(course->weeks_high, 20) << "six at the usual gap";
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

}  // namespace
}  // namespace needlewise
