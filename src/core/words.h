// Every sentence on screen, by key, in one language; and the one way from a key to a sentence with its sources.
#pragma once

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"

namespace needlewise {

struct Content;

// What differs by country and not by language.
struct RegionForms {
    bool month_first = false;  // "November 22, 2026"
    bool fahrenheit = false;
};

struct Words {
    std::string language = "en";  // BCP 47
    std::map<std::string, std::string, std::less<>> by_key;
    std::set<std::string, std::less<>> borrowed;  // keys of sentences that this language lacks: they are in English
    RegionForms forms = {};                       // of the country the person is in

    bool has(std::string_view key) const;
    // Takes from English what this language lacks, and says so in `borrowed`.
    void borrow_from(const Words& english);
    bool from_the_right() const;  // `format.direction`: rtl or ltr
};

// A sentence ready to show, and the ids of the sources of every number and statement in it (no duplicates, in order).
struct Text {
    std::string text;
    std::vector<std::string> sources;
    bool judgement = false;  // rests at least partly on project judgement or convention, and is shown as such
};

using Parameters = std::initializer_list<std::pair<std::string_view, std::string>>;

// The sentence at `key`. In it, `{name}` is a parameter if one is given, else the number of that name in
// Content::numbers with its unit ("2 to 26 weeks"); `{name.low}`, `{name.typical}`, `{name.high}` are bare figures of a
// number; `{{` is a brace. The names of core/country.h stand for whom to call where the person is. Sources: those of the numbers used and
// of Content::statements[key]. A missing key or name shows as ⟦key⟧, which a test looks for. A number whose unit is `fraction` (0-1) reads
// as a percentage; one with a single end reads by `format.at-least` or `format.up-to` ({n}).
Text say(const Content& content, std::string_view key, Parameters parameters = {});

// The same without what it rests on.
std::string word(const Content& content, std::string_view key, Parameters parameters = {});

// "3 weeks", "2 to 26 weeks", "52%": figures with a unit by the language's plural rules (keys `unit.<unit>.<category>`,
// with `{n}`; `unit.<unit>.single.<category>` where a figure that is no range is said otherwise), ranges by key `format.range`. At most two
// decimals; the language's decimal mark (`format.decimal`). What is in `celsius` reads in Fahrenheit where people measure so.
std::string with_unit(const Words& words, double low, double high, std::string_view unit);

// The words at `month.1` … `month.12`.
std::string month_name(const Words& words, std::chrono::month month);
std::string month_short(const Words& words, std::chrono::month month);  // for an axis
// "22 November 2026" by `format.date` ({day} {month} {year}), or by `format.date.month-first` where people write dates so. A language
// that counts the first day of a month in another way has `format.date.first`: "1er août 2026".
std::string long_date(const Words& words, Date date);

// CLDR plural category ("one", "few", "many", "other"; Arabic also "zero", "two") of a figure in a language.
std::string_view plural_category(std::string_view language, double figure);

}  // namespace needlewise
