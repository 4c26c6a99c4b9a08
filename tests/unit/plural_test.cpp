// Expected categories: CLDR 46, cardinal rules, with the decimals this program shows.
#include <gtest/gtest.h>

#include "core/words.h"

namespace needlewise {
namespace {

struct Expected {
    double figure;
    std::string_view category;
};

void check(std::string_view language, std::initializer_list<Expected> all) {
    for (const auto& [figure, category] : all) EXPECT_EQ(plural_category(language, figure), category) << language << " " << figure;
}

TEST(Plural, english_and_german_single_out_one) {
    for (const std::string_view language : {"en", "en-GB", "de", "de-AT"})
        check(language, {{0, "other"}, {1, "one"}, {1.5, "other"}, {2, "other"}, {21, "other"}, {1000000, "other"}, {0.999, "one"}});
}

TEST(Plural, spanish_has_its_millions) {
    check("es", {{0, "other"}, {1, "one"}, {1.5, "other"}, {2, "other"}, {1000000, "many"}, {3000000, "many"}, {1000001, "other"}});
}

TEST(Plural, french_counts_everything_below_two_as_one) {
    check("fr", {{0, "one"}, {0.5, "one"}, {1, "one"}, {1.99, "one"}, {2, "other"}, {1000000, "many"}, {1.999, "other"}});
}

TEST(Plural, polish) {
    check("pl", {{0, "many"},
                 {1, "one"},
                 {2, "few"},
                 {4, "few"},
                 {5, "many"},
                 {11, "many"},
                 {12, "many"},
                 {14, "many"},
                 {21, "many"},
                 {22, "few"},
                 {25, "many"},
                 {101, "many"},
                 {102, "few"},
                 {112, "many"},
                 {1.5, "other"}});
}

TEST(Plural, arabic_has_all_six) {
    check("ar", {{0, "zero"},
                 {1, "one"},
                 {2, "two"},
                 {3, "few"},
                 {10, "few"},
                 {11, "many"},
                 {99, "many"},
                 {100, "other"},
                 {102, "other"},
                 {103, "few"},
                 {111, "many"},
                 {1.5, "other"}});
}

TEST(Plural, a_language_nobody_described_follows_english) { check("nl", {{1, "one"}, {2, "other"}}); }

}  // namespace
}  // namespace needlewise
