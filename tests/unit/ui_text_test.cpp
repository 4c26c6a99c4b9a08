#include "ui/text.h"

#include <gtest/gtest.h>

namespace needlewise::ui {
namespace {

constexpr TextStyle style{10, 15, false};

// Every character is as wide as half the size: widths can be counted.
class Even final : public TextMeasure {
public:
    float width(std::string_view text, float size, bool) const override {
        float count = 0;
        for (const char letter : text) count += (static_cast<unsigned char>(letter) & 0xc0) != 0x80 ? 1.0f : 0.0f;
        return count * size / 2;
    }
};

std::vector<std::string> lines(std::string_view raw, int characters) {
    const std::string text = collapsed(raw);
    std::vector<std::string> out;
    for (const Line& line : wrapped(text, style, static_cast<float>(characters) * style.size / 2, Even())) {
        out.push_back(text.substr(line.begin, line.end - line.begin));
        EXPECT_FLOAT_EQ(line.width, Even().width(out.back(), style.size, false));
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(UiText, BreaksBetweenWords) {
    EXPECT_EQ(lines("one two three", 7), (Lines{"one two", "three"}));
    EXPECT_EQ(lines("one two three", 13), (Lines{"one two three"}));
    EXPECT_EQ(lines("one two three", 3), (Lines{"one", "two", "thr", "ee"}));
}

TEST(UiText, KeepsLineFeeds) {
    EXPECT_EQ(lines("one\ntwo", 20), (Lines{"one", "two"}));
    EXPECT_EQ(lines("one\n\ntwo\n", 20), (Lines{"one", "", "two"}));
}

TEST(UiText, TakesSpacesTogether) {
    EXPECT_EQ(collapsed("  one \t two \n  three  "), "one two\nthree");
    EXPECT_EQ(collapsed(""), "");
    EXPECT_EQ(lines("", 5), Lines{});
}

TEST(UiText, BreaksAfterHyphensAndDashes) {
    EXPECT_EQ(lines("well-known", 6), (Lines{"well-", "known"}));
    EXPECT_EQ(lines("as and/or", 6), (Lines{"as", "and/or"}));
    EXPECT_EQ(lines("a\u2013b", 2), (Lines{"a\u2013", "b"}));
    EXPECT_EQ(lines("2026-11-22", 8), (Lines{"2026-11-", "22"}));
    EXPECT_EQ(lines("from AE-017", 9), (Lines{"from AE-", "017"}));
    EXPECT_EQ(lines("1:77-81", 6), (Lines{"1:77-", "81"}));
    EXPECT_EQ(lines("-5 or -6", 4), (Lines{"-5", "or", "-6"}));
}

TEST(UiText, SplitsWordsWiderThanTheLineAtCharacters) {
    EXPECT_EQ(lines("ein überlangeswort", 6), (Lines{"ein", "überla", "ngeswo", "rt"}));
    EXPECT_EQ(lines("äö", 0), (Lines{"ä", "ö"}));  // one character at least
}

TEST(UiText, FindsTheLongestWord) {
    EXPECT_FLOAT_EQ(longest_word("one three-legged two", style, Even()), 30);
    EXPECT_FLOAT_EQ(longest_word("", style, Even()), 0);
}

}  // namespace
}  // namespace needlewise::ui
