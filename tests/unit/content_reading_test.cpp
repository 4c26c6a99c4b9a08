// Reading age: a few sentences counted by hand.
#include "content/check/reading.h"

#include <gtest/gtest.h>

namespace needlewise {
namespace {

struct Counted {
    const char* text;
    int sentences, words, syllables;
};

class ReadingOf : public testing::TestWithParam<Counted> {};

TEST_P(ReadingOf, counts) {
    const Reading reading = read_ease(GetParam().text);
    EXPECT_EQ(reading.sentences, GetParam().sentences);
    EXPECT_EQ(reading.words, GetParam().words);
    EXPECT_EQ(reading.syllables, GetParam().syllables);
}

INSTANTIATE_TEST_SUITE_P(Texts, ReadingOf,
                         testing::Values(Counted{"", 0, 0, 0}, Counted{"…", 0, 0, 0}, Counted{"The cat sat.", 1, 3, 3},
                                         Counted{"The cat sat. It purred!", 2, 5, 5}, Counted{"No full stop", 1, 3, 3},
                                         Counted{"We treated the table", 1, 4, 6}, Counted{"Don’t wait {wait.peel} for it.", 1, 6, 6},
                                         Counted{"Microneedling", 1, 1, 2}, Counted{"Clinics: ask them; wait?", 3, 4, 5},
                                         Counted{"{open", 0, 0, 0}));

TEST(Reading, grade_grows_with_words_and_sentences) {
    EXPECT_EQ(read_ease("").grade(), 0);
    EXPECT_NEAR(read_ease("The cat sat on the mat.").grade(), 0.39 * 6 + 11.8 - 15.59, 1e-9);
    EXPECT_LT(read_ease("Wait. Then ask.").age(), read_ease("Wait and then ask and then wait again and ask them.").age());
    EXPECT_GT(read_ease("Considerable postinflammatory hyperpigmentation necessitates reconsideration.").age(), 20);
}

TEST(Reading, adds_up) {
    Reading sum = read_ease("The cat sat.");
    sum.add(read_ease("It purred."));
    EXPECT_EQ(sum.sentences, 2);
    EXPECT_EQ(sum.words, 5);
}

}  // namespace
}  // namespace needlewise
