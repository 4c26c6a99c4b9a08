#include "core/date.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::day;

TEST(Date, is_read_in_one_form_only) {
    const auto read = parse_date("2026-11-22");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}}));
    for (const std::string_view not_a_date : {"", "2026", "2026-11", "2026-11-2", "26-11-22", "2026/11/22", "22-11-2026",
                                              "2026-11-22T10:00", " 026-11-22", "+026-11-22", "2026-1a-22", "2026-11-22 ", "-026-11-22"})
        EXPECT_FALSE(parse_date(not_a_date)) << not_a_date;
}

TEST(Date, days_that_do_not_exist_are_refused) {
    for (const std::string_view no_day : {"2026-00-10", "2026-13-01", "2026-04-31", "2026-02-29", "2026-01-00", "0000-01-01"})
        EXPECT_FALSE(parse_date(no_day)) << no_day;
}

TEST(Date, leap_years) {
    EXPECT_TRUE(parse_date("2028-02-29"));
    EXPECT_TRUE(parse_date("2000-02-29"));
    EXPECT_FALSE(parse_date("1900-02-29"));
    EXPECT_EQ(add_days(day("2028-02-28"), 1), day("2028-02-29"));
    EXPECT_EQ(add_days(day("2027-02-28"), 1), day("2027-03-01"));
    EXPECT_EQ(days_between(day("2028-01-01"), day("2029-01-01")), 366);
}

TEST(Date, month_and_year_ends) {
    EXPECT_EQ(add_days(day("2026-12-31"), 1), day("2027-01-01"));
    EXPECT_EQ(add_days(day("2026-01-31"), 1), day("2026-02-01"));
    EXPECT_EQ(add_days(day("2026-03-01"), -1), day("2026-02-28"));
    EXPECT_EQ(add_weeks(day("2026-11-22"), 12), day("2027-02-14"));
    EXPECT_EQ(add_weeks(day("2026-11-22"), -2), day("2026-11-08"));
}

TEST(Date, counts_days_both_ways) {
    EXPECT_EQ(days_between(day("2026-11-22"), day("2026-11-22")), 0);
    EXPECT_EQ(days_between(day("2026-11-22"), day("2026-12-25")), 33);
    EXPECT_EQ(days_between(day("2026-12-25"), day("2026-11-22")), -33);
}

TEST(Date, is_written_as_it_is_read) {
    for (const std::string iso : {"2026-11-22", "2028-02-29", "0001-01-01", "9999-12-31"}) EXPECT_EQ(iso_date(day(iso)), iso);
}

}  // namespace
}  // namespace needlewise
