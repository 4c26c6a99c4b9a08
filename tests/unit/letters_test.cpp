// Which letters can be painted: exactly those of the font, which tools/fonts.sh cuts.
#include "core/letters.h"

#include <cctype>
#include <cstdlib>

#include <gtest/gtest.h>

#include "content/load/load.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

std::string utf8(unsigned code) {
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

// Every character that tools/fonts.sh names: "20-7E,A0-17F" on the lines of font_characters.
std::vector<bool> characters_of_the_font() {
    std::vector<bool> has(0x3000, false);
    const std::string script = shipped::source_text("tools/fonts.sh");
    constexpr std::string_view name = "font_characters";
    for (std::size_t at = script.find(name); at != std::string::npos; at = script.find(name, at + 1)) {
        const char* next = script.c_str() + at + name.size();
        if (*next != '=' && *next != '+') continue;  // used, not set
        while (*next == '=' || *next == '+' || *next == ',') ++next;
        while (std::isxdigit(static_cast<unsigned char>(*next))) {
            char* end = nullptr;
            const unsigned long first = std::strtoul(next, &end, 16), last = *end == '-' ? std::strtoul(end + 1, &end, 16) : first;
            for (unsigned long code = first; code <= last; ++code) has[code] = true;
            next = *end == ',' ? end + 1 : end;
        }
    }
    return has;
}

TEST(Letters, those_that_can_be_painted_are_those_of_the_font) {
    const auto has = characters_of_the_font();
    EXPECT_GT(std::ranges::count(has, true), 350);
    for (unsigned code = 0x20; code < has.size(); ++code) {
        const bool soft_hyphen = code == 0xAD;
        EXPECT_EQ(can_paint(utf8(code)), has[code] && !soft_hyphen) << std::hex << code;
    }
}

TEST(Letters, every_word_of_the_languages_from_the_left_can_be_painted) {
    for (const std::string language : {"en", "de", "es", "fr", "pl"})
        for (const auto& [key, sentence] : load_language(shipped::files().at(words_path(language)), language)->by_key)
            EXPECT_TRUE(can_paint(sentence) || key == "language.ar") << language << " " << key;
}

TEST(Letters, other_scripts_joined_accents_and_broken_text_cannot) {
    for (const std::string_view text : {"Κλινική", "Привет", "عيادة", "Cafe\u0301", "ok \U0001F642", "a\xff", "\xc3", "\xe2\x82"})
        EXPECT_FALSE(can_paint(text)) << text;
    EXPECT_TRUE(can_paint(""));
    EXPECT_TRUE(can_paint("Café,\n\t250 € – 3 × täglich"));
}

TEST(Letters, names_each_that_is_missing_once_in_order) {
    EXPECT_EQ(unpaintable("Άνω Άνω 1"), (std::vector<std::string>{"Ά", "ν", "ω"}));
    EXPECT_EQ(unpaintable("e\u0301\U0001F642"), (std::vector<std::string>{"\u0301", "\U0001F642"}));
    EXPECT_TRUE(unpaintable("Über uns").empty());
}

TEST(Letters, knows_letters_from_the_right) {
    EXPECT_TRUE(has_letters_from_the_right("Clinic عيادة"));
    EXPECT_TRUE(has_letters_from_the_right("שלום"));
    EXPECT_FALSE(has_letters_from_the_right("Κλινική 12"));
    EXPECT_FALSE(has_letters_from_the_right(""));
}

TEST(Letters, a_text_is_cut_between_letters_only) {
    EXPECT_EQ(first_letters("abc", 2), "ab");
    EXPECT_EQ(first_letters("abc", 3), "abc");
    EXPECT_EQ(first_letters("", 3), "");
    EXPECT_EQ(first_letters("zażółć", 3), "zaż");
    EXPECT_EQ(first_letters("e\u0301e\u0301", 3), "e\u0301") << "an accent goes with its letter";
    EXPECT_EQ(first_letters("a👩\u200d👧b", 3), "a") << "a family is one letter";
    EXPECT_EQ(first_letters("\xC5\xC5", 1), "\xC5") << "broken bytes count one by one";
    EXPECT_EQ(letter_count("zażółć"), 6u);
}

TEST(Letters, what_is_not_seen_is_known) {
    for (const char* blank : {"", " ", "\u00a0\t\n", "\u200b", "\u3000"}) EXPECT_TRUE(is_blank(blank));
    EXPECT_FALSE(is_blank(" a "));
    for (const char* hidden : {"a\u202eb", "\u200b", "\u2066", "\ufeff", "\x7f"}) EXPECT_TRUE(has_hidden_letters(hidden));
    for (const char* seen : {"abc\n", "می\u200cخواهم", "👩\u200d👧", "שלום"}) EXPECT_FALSE(has_hidden_letters(seen)) << seen;
}

TEST(Letters, a_line_for_a_terminal_holds_no_commands) {
    EXPECT_EQ(on_one_line("a\nb\tc"), "a b c");
    EXPECT_EQ(on_one_line("\x1b[31mred\u009b2J\x07"), "□[31mred□2J□");
    EXPECT_EQ(on_one_line("\u202eevil"), "□evil");
    EXPECT_EQ(without_controls("a\r\nb\x1b]0;x\x07"), "a\r\nb□]0;x□");
}

}  // namespace
}  // namespace needlewise
