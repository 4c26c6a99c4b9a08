#include "core/form/pattern.h"

#include <gtest/gtest.h>

namespace needlewise {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
    const auto read = Pattern::read(pattern);
    EXPECT_TRUE(read) << pattern << ": " << (read ? "" : read.error());
    return read && read->matches(text);
}

struct Pair {
    const char* pattern;
    std::vector<const char*> fits, does_not;
};

class PatternForms : public testing::TestWithParam<Pair> {};

TEST_P(PatternForms, match_whole_texts) {
    for (const char* text : GetParam().fits) EXPECT_TRUE(matches(GetParam().pattern, text)) << GetParam().pattern << " " << text;
    for (const char* text : GetParam().does_not) EXPECT_FALSE(matches(GetParam().pattern, text)) << GetParam().pattern << " " << text;
}

INSTANTIATE_TEST_SUITE_P(
    All, PatternForms,
    testing::Values(Pair{"abc", {"abc"}, {"ab", "abcd", "xabc", ""}}, Pair{"", {""}, {"a"}}, Pair{"a|bc|", {"a", "bc", ""}, {"b", "ac"}},
                    Pair{"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", {"a@b.c", "fasdfa@test.com.au"}, {"fasdfa@@test.com.au", "a b@c.d"}},
                    Pair{"\\d{3}-\\d{4}", {"123-4567"}, {"123-456", "12a-4567"}}, Pair{"a{2,3}", {"aa", "aaa"}, {"a", "aaaa"}},
                    Pair{"a{2,}", {"aa", "aaaaaa"}, {"a"}}, Pair{"a{0}b", {"b"}, {"ab"}}, Pair{"x{y", {"x{y"}, {"xy"}},
                    Pair{"(?:ab)+c?", {"ab", "ababc"}, {"abb", "c"}}, Pair{"(a*)*", {"", "aaa"}, {"b"}},
                    Pair{"(a|b)*?abb", {"abb", "babaabb"}, {"ab"}}, Pair{"[a-c\\d_-]+", {"a1_-", "c"}, {"d", "é"}},
                    Pair{"[^a-c]", {"d", "é", "\n"}, {"a", "dd"}}, Pair{"[]a]+", {"]a]"}, {"b"}}, Pair{"[\\W]", {"-", "é"}, {"a", "_"}},
                    Pair{".", {"a", "é", "€"}, {"\n", "ab"}}, Pair{"(?i)stra\\u00dfe", {"straße", "STRAße"}, {"strasse"}},
                    Pair{"(?i)[a-f]+", {"aF"}, {"g"}}, Pair{"(?i)äŁώЖ", {"äŁώЖ", "ÄłΏж"}, {"aŁώЖ"}},
                    Pair{"(?i)[à-þ]+", {"ÀÞæ"}, {"×÷", "Ÿ"}}, Pair{"(?i)[ā-ą]+", {"ĀāĂą"}, {"ć", "a"}},
                    Pair{"\\bfoo\\b.*", {"foo bar"}, {"foobar"}}, Pair{"fo\\Bo", {"foo"}, {"fo"}}, Pair{"\\x41\\t\\.", {"A\t."}, {"B\t."}},
                    Pair{"\\s\\S", {" a"}, {"aa"}}, Pair{"^(?=.*\\d)(?=.*[a-z)]).{4,}$", {"abc1", "1)23"}, {"abcd", "1234", "a1"}},
                    Pair{"(?!foo|ba[(]).*", {"bar", "fo"}, {"foobar", "ba("}}, Pair{"(?=a|b)[a-z]+", {"ax", "b"}, {"cx"}},
                    Pair{"(?<year>\\d{4})-(?<m_1>\\d)", {"2024-1"}, {"2024"}}, Pair{"\\p{L}+", {"aßŁțấΩжº"}, {"a1", "×", "’"}},
                    Pair{"\\P{L}", {"1", "-", "’"}, {"a", "ж"}},
                    Pair{"\\p{Lu}\\p{Ll}*", {"Ștefan", "Żółw", "Ёж", "Ấm"}, {"ab", "AB", "ªb"}},
                    Pair{"[\\p{L}\\p{N}_'-]+", {"O'Brien-7", "x²"}, {"a b"}}, Pair{"[^\\p{L}]+", {"12 "}, {"1é"}},
                    Pair{"\\p{Nd}\\p{N}", {"1²", "11"}, {"²1"}}));

TEST(Pattern, does_not_decide_about_letters_it_does_not_know) {
    const auto decides = [](std::string_view pattern, std::string_view text) { return Pattern::read(pattern)->decides(text); };
    for (const char* pattern : {"\\p{L}+", "[^\\P{L}x]", "(?=\\p{L}).*", "\\p{Nd}"}) {
        EXPECT_TRUE(decides(pattern, "Ann-Łucja O’Neil жω")) << pattern;
        EXPECT_FALSE(decides(pattern, "李")) << pattern;
    }
    EXPECT_TRUE(decides(".+", "李"));
    EXPECT_TRUE(decides("\\p{L}+", "ə")) << "a letter for certain";
    EXPECT_FALSE(decides("\\p{Ll}+", "ə")) << "whose case is not known here";
}

TEST(Pattern, that_cannot_be_kept_in_bounds_is_refused) {
    for (const char* pattern : {"b(?=a)",      "b(?!a).", "(?=a)b|c", "(?=a",       "(?<=a)b", "(a)\\1", "a{2000}", "(a{100}){100}",
                                "[[:alpha:]]", "(?i:a)",  "a++",      "\\p{Greek}", "\\p",     "\\pL",   "(?<>a)",  "(?<a b>c)",
                                "(?<!a)b",     "(((a",    "a)",       "[a",         "[b-a]",   "*a",     "a\\",     "a{3,2}"})
        EXPECT_FALSE(Pattern::read(pattern)) << pattern;
    EXPECT_FALSE(Pattern::read(std::string(500, '(') + "a" + std::string(500, ')')));
    EXPECT_FALSE(Pattern::read(std::string(4001, 'a')));
    std::string many;
    for (int i = 0; i < 100; ++i) many += "(?=a{999})";
    EXPECT_FALSE(Pattern::read(many));
}

TEST(Pattern, takes_linear_time) {
    const auto pattern = Pattern::read("(a+)+(a|a)*b");
    ASSERT_TRUE(pattern);
    const std::string text(100'000, 'a');
    EXPECT_TRUE(pattern->affordable(text));
    EXPECT_FALSE(pattern->matches(text));
    EXPECT_FALSE(pattern->affordable(std::string(15'000'000, 'a')));
}

TEST(Pattern, reads_bytes_that_are_no_utf8) {
    EXPECT_TRUE(matches("..", "\xff\xc3"));
    EXPECT_FALSE(matches("a", "\xe2\x82"));
}

}  // namespace
}  // namespace needlewise
