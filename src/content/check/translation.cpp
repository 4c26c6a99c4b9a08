// A language beside English: the same sentences with the same figures in them. What only one of the two says is a fault of one.
#include <algorithm>
#include <set>
#include <utility>

#include "content/check/check.h"
#include "content/check/checks.h"
#include "content/check/keys.h"
#include "content/json.h"
#include "content/load/load.h"
#include "core/letters.h"

namespace needlewise {

namespace {

using Names = std::set<std::string>;

// "course.weeks.low" and "course.weeks" are one number: how its ends are joined is a matter of the language.
std::string number_of(std::string name) {
    for (const std::string_view end : {".low", ".typical", ".high"})
        if (name.ends_with(end)) name.resize(name.size() - end.size());
    return name;
}

Names numbers_in(const std::string& sentence) {
    Names names;
    for (std::string& name : braces_in(sentence).names) names.insert(number_of(std::move(name)));
    return names;
}

// Figures that stand in the sentence itself. 1,000 and 1.000 are 1000.
Names figures_in(std::string_view sentence) {
    Names figures;
    std::string figure;
    bool in_braces = false;
    for (std::size_t i = 0; i <= sentence.size(); ++i) {
        const char letter = i < sentence.size() ? sentence[i] : ' ';
        const bool between = !figure.empty() && (letter == '.' || letter == ',') && i + 1 < sentence.size() && is_digit(sentence[i + 1]);
        if (letter == '{' || letter == '}') in_braces = letter == '{';
        if (!in_braces && is_digit(letter)) figure += letter;
        else if (!between && !figure.empty()) figures.insert(std::exchange(figure, {}));
    }
    return figures;
}

std::string list_of(const Names& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all.empty() ? "none" : all;
}

// Each language has plural forms of its own, and ways to write dates and figures.
bool is_of_the_language(std::string_view key) { return key.starts_with("unit.") || key.starts_with("format."); }

void compare(const std::string& key, const std::string& english, const std::string& sentence, Reporter& report) {
    if (is_of_the_language(key)) return;
    if (const Names here = numbers_in(sentence), there = numbers_in(english); here != there)
        report.error(pointer_step(key), "names " + list_of(here) + " in braces, and English " + list_of(there), "name the same numbers");
    if (const Names here = figures_in(sentence), there = figures_in(english); here != there)
        report.error(pointer_step(key), "has the figures " + list_of(here) + ", and English " + list_of(there), "say the same figures");
}

}  // namespace

Problems check_translation(const Words& english, const Words& words) {
    Problems problems;
    Reporter report(problems, words_path(words.language));
    for (const auto& [key, sentence] : english.by_key) {
        const auto here = words.by_key.find(key);
        if (here == words.by_key.end() || words.borrowed.contains(key))
            report.error(pointer_step(key), "is missing, and stands in English");
        else compare(key, sentence, here->second, report);
    }
    for (const auto& [key, sentence] : words.by_key)
        if (!english.has(key) && !is_of_the_language(key))
            report.error(pointer_step(key), "is not in English", "add it there, or take it out");
    return problems;
}

}  // namespace needlewise
