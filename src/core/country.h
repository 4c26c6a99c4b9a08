// Whom to call, by country. The numbers and services of countries stand in assets/model/countries.json and nowhere else: sentences
// name {emergency.number}, {advice.line}, {crisis.line} and {exposure.place}, and `say` (core/words.h) fills them from here.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"

namespace needlewise {

struct Content;
struct Words;

// A number to call, or a place to go to.
struct HelpLine {
    std::string number;   // as it is dialled; empty for a place
    std::string name;     // of the service, in a language of the country; may be empty
    std::string purpose;  // what it is for: words help.line.<purpose>
    std::string page;     // that states it, of the authority where there is one; nothing is ever fetched from there
    Date checked{};
    bool verified = false;  // compared that day with that page or a stored copy; else written down from general knowledge
};

struct Country {
    std::string id;  // ISO 3166 alpha-2 in small letters; words: country.<id>
    HelpLine emergency;
    std::optional<HelpLine> advice, crisis, exposure;  // exposure: when blood of somebody else may have got in
    bool month_first = false;                          // dates: "November 22, 2026"
    bool fahrenheit = false;
};

struct Countries {
    std::vector<Country> all;
    HelpLine europe, north_america;  // for those of whom nobody knows where they are

    const Country* find(std::string_view id) const;  // nullptr when there is none of that id
};

// Where the person is, as far as anybody knows.
struct Whereabouts {
    std::string country;   // ISO 3166 alpha-2 in small letters, also of countries that are not in the table; empty: not known
    bool guessed = false;  // by what the browser says; people are asked whether it is so
    friend bool operator==(const Whereabouts&, const Whereabouts&) = default;
};

// The value of a list of countries that stands for all those that are not in it.
inline constexpr std::string_view another_country = "other";

// The code in small letters; empty for anything but two letters, or `another_country`.
std::string country_code(std::string_view given);
// Whether ISO 3166 has this code, in small letters.
bool is_country(std::string_view code);
// All the codes of ISO 3166, in small letters.
std::vector<std::string_view> country_codes();

// The first of these codes that is one, best known first; else what is only guessed.
Whereabouts whereabouts(std::initializer_list<std::string_view> known, std::string_view guess);

// The country of whom to call, and of forms of dates and units, from now on.
void put_country(Content& content, Whereabouts where);
// Puts the words of another language in place of those there are; the country stays.
void put_words_of(Content& content, Words words);

const Country* country_of(const Content& content);  // nullptr when it is not known, or not in the table

// The names that sentences may use.
inline constexpr std::string_view help_line_names[] = {"emergency.number", "advice.line", "crisis.line", "exposure.place"};
// What stands for one of them: the line of the country, else general words; nothing for any other name.
std::optional<std::string> help_line_words(const Content& content, std::string_view name);
// The groups of a number keep their order in a language from the right, and stay on one line: "116 123" with a no-break space.
std::string unbroken(std::string_view number);

// "116117 (Ärztlicher Bereitschaftsdienst)": the number and who answers; the country too when it was guessed.
std::string line_text(const Content& content, const HelpLine& line);

}  // namespace needlewise
