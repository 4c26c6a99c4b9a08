// What a pack can be read with and should still be mended: a pale accent, words that are missing in a language, a review that
// is overdue, hard sentences. Reading (load.cpp) has found the faults of form.
#include <algorithm>
#include <cmath>

#include "content/check/reading.h"
#include "content/json.h"
#include "content/pack/parts.h"
#include "core/colour.h"
#include "core/letters.h"

namespace needlewise {

namespace {

std::string tenths(double figure) {
    const long all = std::lround(std::floor(figure * 10));
    return std::to_string(all / 10) + "." + std::to_string(all % 10);
}

void check_accent(const Pack& pack, Reporter& report) {
    constexpr double reads = 4.5;
    const auto accent = colour_in(pack.clinic.accent);
    if (!accent) return;
    const double here = least_contrast(light_grounds, *accent);
    if (here < reads) {
        report.error("/colours/accent",
                     "words in " + pack.clinic.accent + " are hard to read: contrast " + tenths(here) + ", not 4.5, on the light theme",
                     "the nearest colour that can be read is " + hex_of(readable_on(light_grounds, *accent)));
    }
    if (least_contrast(dark_grounds, readable_on(dark_grounds, *accent)) < reads)
        report.error("/colours/accent", "no lighter form of it can be read on the dark theme", "choose another colour");
}

// Where in the pack the sentence at a key stands, as near as its key tells.
std::string pointer_of(const Pack& pack, std::string_view key, const std::string& language) {
    if (key.starts_with("clinic.legal")) return "/legal" + pointer_step(language);
    if (key == "clinic.address") return "/contact/address" + pointer_step(language);
    if (key.starts_with("clinic.")) return "/words" + pointer_step(language) + pointer_step(key);
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        const std::string& id = pack.questions[i].link_id;
        if (key.starts_with("question." + id + ".") || key.starts_with("option." + id + "."))
            return "/questions" + at(i, "words") + pointer_step(language);
    }
    return "";
}

// Every sentence in every language of the pack. Missing ones are shown in the first language.
void check_translations(const Pack& pack, const Content& content, Reporter& report) {
    const std::vector<std::string>& languages = pack.languages.empty() ? content.languages : pack.languages;
    std::set<std::string> keys;
    for (const auto& [language, words] : pack.words) {
        for (const auto& [key, text] : words) keys.insert(key);
        if (!languages.empty() && std::ranges::find(languages, language) == languages.end())
            report.warn("/languages", "there are words in \"" + language + "\", which is not offered",
                        "add it here, or take the words out");
    }
    for (const std::string& language : languages) {
        const auto words = pack.words.find(language);
        std::set<std::string> places;  // one line for each place is enough
        for (const std::string& key : keys) {
            if (words != pack.words.end() && words->second.contains(key)) continue;
            const std::string place = pointer_of(pack, key, language);
            if (places.insert(place).second)
                report.error(place, "not translated to \"" + language + "\": " + key,
                             "people would read it in \"" + pack.base_language() + "\"");
        }
    }
}

void check_languages_exist(const Pack& pack, const Content& content, Reporter& report) {
    if (content.languages.empty()) return;
    for (std::size_t i = 0; i < pack.languages.size(); ++i) {
        if (std::ranges::find(content.languages, pack.languages[i]) == content.languages.end())
            report.error("/languages" + at(i), "this program does not speak \"" + pack.languages[i] + "\"");
    }
}

void check_country(const Pack& pack, const Content& content, Reporter& report) {
    if (pack.clinic.country.empty() || content.countries.find(pack.clinic.country)) return;
    report.warn("/country", "there are no emergency numbers for this country yet",
                "people read \"your local emergency number\" until there are");
}

void check_review(const Clinic& clinic, Date today, Reporter& report) {
    constexpr int long_ago = 366;
    if (clinic.reviewed > today) report.error("/reviewed", "the review lies ahead", "the day somebody last checked this pack");
    if (clinic.review_by >= today) return;
    const bool stale = days_between(clinic.review_by, today) > long_ago;
    const std::string what = "the next review was due on " + iso_date(clinic.review_by) + (stale ? ", more than a year ago" : "");
    const std::string hint = "check prices, links and waits, then set \"reviewed\" and \"review_by\"";
    if (stale) report.error("/review_by", what, hint);
    else report.warn("/review_by", what, hint);
}

void check_reading_age(const Pack& pack, Reporter& report) {
    constexpr double highest_age = 11;
    constexpr int words_to_judge = 8;
    const auto english = pack.words.find("en");
    if (english == pack.words.end()) return;
    for (const auto& [key, sentence] : english->second) {
        const Reading reading = read_ease(sentence);
        if (reading.words < words_to_judge || reading.age() <= highest_age) continue;
        report.warn(pointer_of(pack, key, "en"), "the reading age of " + key + " is " + tenths(reading.age()) + ", above 11",
                    "shorter sentences, shorter words");
    }
}

// Studies spaced sessions so; a clinic may do otherwise, but should know.
void check_interval(const Pack& pack, const Content& content, Reporter& report) {
    const auto own = pack.numbers.find("course.convention.interval");
    const Number* studied = content.number("course.acne.interval");
    if (own == pack.numbers.end() || !studied || !studied->low || !studied->high) return;
    const Number& number = own->second.number;
    const double low = number.low.value_or(number.typical.value_or(0)), high = number.high.value_or(number.typical.value_or(0));
    if (low >= *studied->low && high <= *studied->high) return;
    report.warn("/interval", "studies spaced sessions by " + with_unit(content.words, *studied->low, *studied->high, studied->unit),
                "is it meant?");
}

void check_uses(const Pack& pack, Reporter& report) {
    const Clinic& clinic = pack.clinic;
    if (clinic.phone.empty() && clinic.email.empty())
        report.warn("/contact", "no phone and no email", "people with a warning sign are told to call the clinic");
    const auto has_words = [&](std::string_view key) {
        return std::ranges::any_of(pack.words, [&](const auto& each) { return each.second.contains(std::string(key)); });
    };
    if (has_words("clinic.price-note") && !clinic.price_per_session)
        report.warn("/words", "clinic.price-note is never shown", "give a \"price\", or take the words out");
    const BookingLinks& booking = clinic.booking;
    const bool books = !booking.general.empty() || !booking.nothing_to_check.empty() || !booking.ask.empty() || !booking.wait.empty();
    if (has_words("clinic.booking-note") && !books)
        report.warn("/words", "clinic.booking-note is never shown", "give \"booking\", or take the words out");
}

// Letters the program's font lacks come from a font of the reader's device: nothing to mend, but the clinic should know what its
// name looks like. A language written from the right is shown in such a font as a whole.
void note_letters(const Pack& pack, Reporter& report) {
    std::map<std::string, std::string> by_place;
    const auto look_at = [&](const std::string& place, const std::string& sentence) {
        for (const std::string& letter : unpaintable(sentence))
            if (std::string& all = by_place[place]; !all.contains(letter)) all += letter;
    };
    look_at("/name", pack.clinic.name);
    for (const auto& [language, words] : pack.words)
        for (const auto& [key, sentence] : words)
            if (!has_letters_from_the_right(sentence)) look_at(pointer_of(pack, key, language), sentence);
    for (const auto& [place, letters] : by_place)
        report.note(place, "not in the typeface of this program: " + letters, "people see these letters in a typeface of their own device");
}

}  // namespace

Problems check_pack(const Pack& pack, const Content& content, Date today) {
    Problems problems;
    Reporter report(problems, pack.file);
    check_fit(pack, content, report);
    check_pack_questions(pack, content, report);
    check_languages_exist(pack, content, report);
    check_country(pack, content, report);
    check_accent(pack, report);
    check_translations(pack, content, report);
    check_interval(pack, content, report);
    check_review(pack.clinic, today, report);
    check_reading_age(pack, report);
    check_uses(pack, report);
    note_letters(pack, report);
    return problems;
}

}  // namespace needlewise
