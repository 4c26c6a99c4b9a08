// What sentences say: no figure outside braces where it would stand without its source, no promise, and words that a
// nine- to eleven-year-old can read.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "content/check/checks.h"
#include "content/check/reading.h"
#include "content/json.h"
#include "content/load/load.h"
#include "core/letters.h"

namespace needlewise {

namespace {

// Families of keys whose sentences make claims about treatment.
constexpr std::array clinical = std::to_array<std::string_view>({
    "finding",
    "learn",
    "improvement",
    "aftercare",
    "redflag",
    "alternative",
    "phase",
    "stage",
    "part",
    "healing",
    "moment",
    "driver",
    "visit",
    "course",
    "check",
});

// Figures that are part of a name.
constexpr std::array names_with_figures = std::to_array<std::string_view>({"SPF 50", "SPF 30", "vitamin B3"});

constexpr std::array never_said = std::to_array<std::string_view>({"you are suitable", "is safe", "guaranteed", "painless"});

constexpr double highest_age = 11;

std::string_view family_of(std::string_view key) { return key.substr(0, key.find('.')); }

// The sentence without names in braces and without names that hold figures.
std::string bare(std::string_view sentence) {
    std::string text;
    while (!sentence.empty()) {
        if (sentence.starts_with('{')) {
            const std::size_t close = sentence.find('}');
            sentence.remove_prefix(close == std::string_view::npos ? sentence.size() : close + 1);
            continue;
        }
        const auto name = std::ranges::find_if(names_with_figures, [&](std::string_view each) {
            const bool inside = !text.empty() && is_digit(text.back()) && is_digit(each.front());
            const bool longer = sentence.size() > each.size() && is_digit(sentence[each.size()]);
            return sentence.starts_with(each) && !inside && !longer;
        });
        if (name != names_with_figures.end()) {
            sentence.remove_prefix(name->size());
            continue;
        }
        text += sentence.front();
        sentence.remove_prefix(1);
    }
    return text;
}

std::string lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

void check_figures(const std::string& key, const std::string& sentence, Reporter& report) {
    if (std::ranges::find(clinical, family_of(key)) == clinical.end()) return;
    const std::string text = bare(sentence);
    const auto digit = std::ranges::find_if(text, is_digit);
    if (digit == text.end()) return;
    const std::string figure(digit, std::find_if_not(digit, text.end(), is_digit));
    report.error(pointer_step(key), "the figure " + figure + " stands in a sentence without a source", "name a number in braces");
}

void check_promises(const std::string& key, const std::string& sentence, Reporter& report) {
    const std::string text = lower_case(sentence);
    for (const std::string_view words : never_said) {
        if (text.find(words) != std::string::npos)
            report.error(pointer_step(key), "says \"" + std::string(words) + "\"", "we prepare a consultation and promise nothing");
    }
}

// One family of keys, and its hardest sentence.
struct Family {
    Reading reading;
    std::string hardest;
    double hardest_grade = 0;
};

std::string one_decimal(double figure) {
    const long tenths = std::lround(figure * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void check_reading_age(const Content& content, Reporter& report) {
    constexpr int words_to_judge = 8;
    std::map<std::string, Family, std::less<>> families;
    for (const auto& [key, sentence] : content.words.by_key) {
        const Reading reading = read_ease(sentence);
        if (reading.words < words_to_judge) continue;
        Family& family = families[std::string(family_of(key))];
        family.reading.add(reading);
        if (reading.grade() <= family.hardest_grade) continue;
        family.hardest_grade = reading.grade();
        family.hardest = key;
    }
    for (const auto& [name, family] : families) {
        if (family.reading.age() <= highest_age) continue;
        report.warn("", "the reading age of \"" + name + ".…\" is " + one_decimal(family.reading.age()) + ", above 11",
                    "hardest: " + family.hardest);
    }
}

}  // namespace

void check_wording(const Content& content, Problems& problems) {
    Reporter report(problems, words_path(content.words.language));
    const bool english = content.words.language.starts_with("en");
    for (const auto& [key, sentence] : content.words.by_key) {
        check_figures(key, sentence, report);
        if (english) check_promises(key, sentence, report);
    }
    if (english) check_reading_age(content, report);
}

}  // namespace needlewise
