// The languages beside English: the same sentences, with the same figures.
#include <gtest/gtest.h>

#include "content/check/check.h"
#include "content/load/load.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

Words words(std::string language, std::map<std::string, std::string, std::less<>> by_key) {
    return {.language = std::move(language), .by_key = std::move(by_key), .borrowed = {}};
}

std::vector<std::string> found(const Words& english, const Words& other) {
    std::vector<std::string> lines;
    for (const Problem& problem : check_translation(english, other)) lines.push_back(problem.pointer + " " + problem.what);
    return lines;
}

TEST(Translation, of_the_same_figures_is_fine) {
    const Words english = words("en", {{"wait", "Wait {wait.sun} and 3 days, about 1,000 hours."}, {"unit.day.one", "{n} day"}});
    EXPECT_TRUE(found(english, words("de", {{"wait", "Warten Sie {wait.sun.low} bis {wait.sun.high} und 3 Tage, etwa 1.000 Stunden."},
                                            {"unit.day.one", "{n} Tag"},
                                            {"unit.day.few", "{n} Tage"}}))
                    .empty());
}

TEST(Translation, with_another_figure_is_an_error) {
    const Words english = words("en", {{"call", "Call within 2 hours."}});
    const auto lines = found(english, words("fr", {{"call", "Appelez dans les 12 heures."}}));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines.front(), "/call has the figures 12, and English 2");
}

TEST(Translation, with_another_number_is_an_error) {
    const Words english = words("en", {{"sun", "Avoid it for {aftercare.sun}."}});
    const auto lines = found(english, words("pl", {{"sun", "Unikaj go przez {aftercare.swim}."}}));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines.front(), "/sun names aftercare.swim in braces, and English aftercare.sun");
}

TEST(Translation, that_lacks_a_sentence_or_has_one_of_its_own_is_an_error) {
    const Words english = words("en", {{"a", "One."}, {"b", "Two."}});
    Words other = words("es", {{"a", "Uno."}, {"c", "Tres."}});
    EXPECT_EQ(found(english, other), (std::vector<std::string>{"/b is missing, and stands in English", "/c is not in English"}));
    other.by_key.emplace("b", "Two.");
    other.borrowed.insert("b");
    EXPECT_EQ(found(english, other).front(), "/b is missing, and stands in English");
}

TEST(Translation, of_every_shipped_language_says_what_english_says) {
    const Content& english = shipped::content();
    for (const char* language : {"ar", "de", "es", "fr", "pl"}) {
        const Problems problems = check_translation(english.words, load_content(shipped::files(), language)->words);
        for (const Problem& problem : problems) ADD_FAILURE() << to_line(problem);
    }
}

}  // namespace
}  // namespace needlewise
