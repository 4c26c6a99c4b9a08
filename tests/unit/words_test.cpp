#include "core/words.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::day;
using sample::figure;
using sample::range;

Words english() {
    Words words;
    words.by_key = {{"format.range", "{low} to {high}"},     {"format.decimal", "."},
                    {"format.date", "{day} {month} {year}"}, {"month.11", "November"},
                    {"unit.week.one", "{n} week"},           {"unit.week.other", "{n} weeks"},
                    {"unit.percent.other", "{n}%"},          {"unit.session.one", "{n} session"},
                    {"unit.session.other", "{n} sessions"}};
    return words;
}

Words german() {
    Words words = english();
    words.language = "de";
    words.by_key["format.decimal"] = ",";
    words.by_key["format.range"] = "{low} bis {high}";
    words.by_key["format.date"] = "{day}. {month} {year}";
    words.by_key["unit.week.one"] = "{n} Woche";
    words.by_key["unit.week.other"] = "{n} Wochen";
    return words;
}

Source judged(std::string id) {
    Source source;
    source.id = std::move(id);
    source.level = "project judgement";
    return source;
}

// A content whose one sentence is at "key".
Content with_sentence(std::string sentence) {
    Content content;
    content.words = english();
    content.words.by_key["key"] = std::move(sentence);
    content.numbers = {{"wait.toxin", range(2, 26, "week", {"SCR-44", "SCR-46"})},
                       {"wait.peel", range(1, 4, "week", {"SCR-46", "SCR-48"})},
                       {"plan", range(3, 4, 6, "session", {"RES-1"})},
                       {"gain", figure(0.523, "fraction", {"FIT-1"})},
                       {"trials", figure(27, "")}};
    content.statements = {{"key", {"SEED-1", "SCR-44"}}};
    return content;
}

std::string said(std::string sentence, Parameters parameters = {}) {
    return say(with_sentence(std::move(sentence)), "key", parameters).text;
}

using Ids = std::vector<std::string>;

TEST(Dates, count_the_first_of_a_month_as_the_language_does) {
    const Date first{std::chrono::year{2026}, std::chrono::November, std::chrono::day{1}};
    Words words = english();
    EXPECT_EQ(long_date(words, first), "1 November 2026");
    words.by_key["format.date.first"] = "1er {month} {year}";
    EXPECT_EQ(long_date(words, first), "1er November 2026");
    EXPECT_EQ(long_date(words, add_days(first, 10)), "11 November 2026");
}

TEST(Say, a_sentence_without_names_is_itself) { EXPECT_EQ(said("Tell the clinic."), "Tell the clinic."); }

TEST(Say, a_number_shows_with_its_unit) {
    EXPECT_EQ(said("Clinics wait {wait.toxin} after it."), "Clinics wait 2 to 26 weeks after it.");
    EXPECT_EQ(said("It is {gain} in {trials} trials."), "It is 52.3% in 27 trials.");
}

TEST(Say, parts_of_a_number_are_bare_figures) {
    EXPECT_EQ(said("{plan.low}, mostly {plan.typical}, at most {plan.high}"), "3, mostly 4, at most 6");
    EXPECT_EQ(said("{gain.typical} in 100"), "52.3 in 100");
}

TEST(Say, a_range_with_a_typical_figure_shows_its_ends) { EXPECT_EQ(said("{plan}"), "3 to 6 sessions"); }

TEST(Say, a_number_with_one_end_says_so) {
    Content content = with_sentence("{label} on the label, {clinic} at one clinic");
    content.words.by_key["format.at-least"] = "at least {n}";
    content.words.by_key["format.up-to"] = "up to {n}";
    content.numbers["label"].low = content.numbers["clinic"].high = 12;
    content.numbers["label"].unit = content.numbers["clinic"].unit = "week";
    EXPECT_EQ(say(content, "key").text, "at least 12 weeks on the label, up to 12 weeks at one clinic");
}

TEST(Say, a_parameter_comes_before_a_number_of_the_same_name) {
    EXPECT_EQ(said("{trials} and {name}", {{"trials", "no"}, {"name", "Amina"}}), "no and Amina");
    EXPECT_EQ(said("{name}", {{"name", "{trials}"}}), "{trials}") << "what comes in is not read as a pattern";
}

TEST(Say, what_is_missing_stands_in_brackets) {
    EXPECT_EQ(said("{wait.laser} and {plan.middle}"), "⟦wait.laser⟧ and ⟦plan.middle⟧");
    EXPECT_EQ(said("{wait.toxin.typical}"), "⟦wait.toxin.typical⟧") << "that number has no typical figure";
    EXPECT_EQ(said("open {trials"), "open ⟦trials⟧");
    EXPECT_EQ(say(with_sentence(""), "another.key").text, "⟦another.key⟧");
}

TEST(Say, two_braces_are_one) { EXPECT_EQ(said("{{wait.toxin} {trials}"), "{wait.toxin} 27"); }

TEST(Say, sources_of_numbers_and_statement_come_once_each_in_order) {
    const Text text = say(with_sentence("{wait.peel}, then {wait.toxin.low} and {wait.toxin.high}"), "key");
    EXPECT_EQ(text.sources, (Ids{"SCR-46", "SCR-48", "SCR-44", "SEED-1"}));
    EXPECT_FALSE(text.judgement);
}

TEST(Say, a_parameter_in_place_of_a_number_brings_no_sources) {
    EXPECT_EQ(say(with_sentence("{wait.peel}"), "key", {{"wait.peel", "a while"}}).sources, (Ids{"SEED-1", "SCR-44"}));
}

TEST(Say, judgement_and_convention_are_marked) {
    Content content = with_sentence("{plan}");
    content.numbers["plan"].basis = Basis::convention;
    EXPECT_TRUE(say(content, "key").judgement);
    content.numbers["plan"].basis = Basis::judgement;
    EXPECT_TRUE(say(content, "key").judgement);
    content.numbers["plan"].basis = Basis::clinic;
    EXPECT_FALSE(say(content, "key").judgement);
}

TEST(Say, a_statement_that_rests_on_project_judgement_is_marked) {
    Content content = with_sentence("Judge at 3 months.");
    content.sources = {{"SEED-1", judged("SEED-1")}};
    EXPECT_TRUE(say(content, "key").judgement);
}

TEST(WithUnit, plural_and_range) {
    EXPECT_EQ(with_unit(english(), 1, 1, "week"), "1 week");
    EXPECT_EQ(with_unit(english(), 3, 3, "week"), "3 weeks");
    EXPECT_EQ(with_unit(english(), 2, 26, "week"), "2 to 26 weeks");
    EXPECT_EQ(with_unit(english(), 0, 1, "week"), "0 to 1 weeks");
    EXPECT_EQ(with_unit(english(), 1.5, 1.5, "week"), "1.5 weeks");
    EXPECT_EQ(with_unit(german(), 0, 1, "week"), "0 bis 1 Woche") << "German ranges follow their end";
    EXPECT_EQ(with_unit(english(), 44, 44, ""), "44");
}

TEST(WithUnit, a_single_figure_may_be_said_otherwise_than_a_range) {
    Words arabic;
    arabic.language = "ar";
    arabic.by_key = {{"format.range", "{low} إلى {high}"},
                     {"unit.week.two", "{n} أسبوع"},
                     {"unit.week.single.two", "أسبوعين"},
                     {"unit.week.few", "{n} أسابيع"}};
    EXPECT_EQ(with_unit(arabic, 2, 2, "week"), "أسبوعين");
    EXPECT_EQ(with_unit(arabic, 1, 2, "week"), "1 إلى 2 أسبوع");
    EXPECT_EQ(with_unit(arabic, 3, 3, "week"), "3 أسابيع");
}

TEST(WithUnit, at_most_two_decimals_and_the_mark_of_the_language) {
    EXPECT_EQ(with_unit(english(), 0.266, 0.266, ""), "0.27");
    EXPECT_EQ(with_unit(english(), 0.5, 0.5, ""), "0.5");
    EXPECT_EQ(with_unit(english(), 6.05, 6.05, ""), "6.05");
    EXPECT_EQ(with_unit(english(), 2.999, 2.999, ""), "3");
    EXPECT_EQ(with_unit(german(), -0.49, 2.02, ""), "-0,49 bis 2,02");
    EXPECT_EQ(with_unit(english(), -0.001, 0, ""), "0");
}

TEST(WithUnit, a_fraction_reads_as_a_percentage) {
    EXPECT_EQ(with_unit(english(), 0.52, 0.52, "fraction"), "52%");
    EXPECT_EQ(with_unit(english(), 0.3, 0.75, "fraction"), "30 to 75%");
}

TEST(WithUnit, a_missing_unit_is_seen) {
    EXPECT_EQ(with_unit(english(), 2, 2, "fortnight"), "⟦unit.fortnight.other⟧");
    EXPECT_EQ(with_unit(english(), 1e300, 1e300, ""), "⟦figure⟧") << "no such figure is meant";
}

TEST(LongDate, in_the_order_of_the_language) {
    EXPECT_EQ(long_date(english(), day("2026-11-22")), "22 November 2026");
    EXPECT_EQ(long_date(german(), day("2026-11-02")), "2. November 2026");
    EXPECT_EQ(long_date(english(), day("2026-12-24")), "24 ⟦month.12⟧ 2026");
}

// ---- Words that run the other way ----------------------------------------------------------------------------------

std::string made_by(Words words, std::string value) {
    Content content;
    content.words = std::move(words);
    content.words.by_key["made"] = "x {what}.";
    return say(content, "made", {{"what", std::move(value)}}).text;
}

Words from_the_right() {
    Words words = english();
    words.language = "ar";
    words.by_key["format.direction"] = "rtl";
    return words;
}

TEST(Isolates, a_version_or_a_number_of_a_telephone_keeps_its_order_among_arabic) {
    EXPECT_EQ(made_by(from_the_right(), "2026-11-22-ee4d"), "x \u20662026-11-22-ee4d\u2069.");
    EXPECT_EQ(made_by(from_the_right(), "+49 40 1234"), "x \u2066+49 40 1234\u2069.");
    EXPECT_EQ(made_by(from_the_right(), "\u2066a@b.example\u2069"), "x \u2066a@b.example\u2069.") << "once is enough";
}

TEST(Isolates, figures_and_words_of_the_language_are_left_alone) {
    for (const std::string plain : {"3", "12.5%", "عيادة", ""}) EXPECT_EQ(made_by(from_the_right(), plain), "x " + plain + ".");
    for (const std::string plain : {"2026-11-22-ee4d", "Κλινική", "3"}) EXPECT_EQ(made_by(english(), plain), "x " + plain + ".");
}

TEST(Isolates, an_arabic_name_disturbs_no_english_sentence) { EXPECT_EQ(made_by(english(), "عيادة 5"), "x \u2068عيادة 5\u2069."); }

TEST(Direction, is_that_of_the_words) {
    EXPECT_TRUE(from_the_right().from_the_right());
    EXPECT_FALSE(english().from_the_right());
}

}  // namespace
}  // namespace needlewise
