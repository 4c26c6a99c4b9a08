#include "core/words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "core/content.h"
#include "core/country.h"
#include "core/letters.h"

namespace needlewise {

namespace {

constexpr std::string_view opening = "⟦", closing = "⟧";  // what a test looks for on every page

std::string missing(std::string_view what) {
    std::string shown(opening);
    shown += what;
    shown += closing;
    return shown;
}

// Replaces every {name} in the pattern by value_of(name); `{{` is a brace.
template <class ValueOf>
std::string fill(std::string_view pattern, ValueOf value_of) {
    std::string filled;
    for (;;) {
        const std::size_t brace = pattern.find('{');
        filled += pattern.substr(0, brace);
        if (brace == std::string_view::npos) return filled;
        pattern.remove_prefix(brace + 1);
        if (pattern.starts_with('{')) {
            filled += '{';
            pattern.remove_prefix(1);
            continue;
        }
        const std::size_t end = pattern.find('}');
        if (end == std::string_view::npos) return filled + missing(pattern);
        filled += value_of(pattern.substr(0, end));
        pattern.remove_prefix(end + 1);
    }
}

std::optional<std::string> parameter(Parameters parameters, std::string_view name) {
    for (const auto& [key, value] : parameters)
        if (key == name) return value;
    return std::nullopt;
}

// A sentence of the words alone, filled with parameters alone.
std::string phrase(const Words& words, std::string_view key, Parameters parameters = {}) {
    const auto pattern = words.by_key.find(key);
    if (pattern == words.by_key.end()) return missing(key);
    return fill(pattern->second, [&](std::string_view name) { return parameter(parameters, name).value_or(missing(name)); });
}

// ---- Figures ------------------------------------------------------------------------------------------------------

// A figure as it is shown: at most two decimals, so all rules below look at hundredths.
struct Shown {
    bool negative = false;
    std::int64_t hundredths = 0;
    bool whole() const { return hundredths % 100 == 0; }
    std::int64_t integer() const { return hundredths / 100; }
};

constexpr double largest_figure = 1e12;  // beyond it a figure in our content is a mistake, and hundredths would overflow

std::optional<Shown> shown(double figure) {
    if (!(std::abs(figure) <= largest_figure)) return std::nullopt;  // also for "not a number"
    const std::int64_t hundredths = std::llround(std::abs(figure) * 100);
    return Shown{figure < 0 && hundredths != 0, hundredths};
}

std::string figure_text(const Words& words, double figure) {
    const auto rounded = shown(figure);
    if (!rounded) return missing("figure");
    std::string text = rounded->negative ? "-" : "";
    text += std::to_string(rounded->integer());
    const std::int64_t decimals = rounded->hundredths % 100;
    if (decimals == 0) return text;
    text += phrase(words, "format.decimal");
    text += std::to_string(decimals / 10);
    if (decimals % 10 != 0) text += std::to_string(decimals % 10);
    return text;
}

std::string figures_text(const Words& words, double low, double high) {
    const std::string from = figure_text(words, low), to = figure_text(words, high);
    return from == to ? from : phrase(words, "format.range", {{"low", from}, {"high", to}});
}

// The category of a range is that of its end (CLDR pluralRanges), but "0 to 1 weeks" where one is only ever a single one.
std::string_view range_category(std::string_view language, double low, double high) {
    const std::string_view end = plural_category(language, high);
    const bool single_one = language.starts_with("en") || language.starts_with("es");
    return low != high && single_one && end == "one" ? "other" : end;
}

// ---- Plurals: CLDR 46, cardinal -----------------------------------------------------------------------------------

bool between(std::int64_t value, std::int64_t low, std::int64_t high) { return low <= value && value <= high; }

bool round_millions(const Shown& n) { return n.whole() && n.integer() != 0 && n.integer() % 1000000 == 0; }

std::string_view plural_pl(const Shown& n) {
    if (!n.whole()) return "other";
    const std::int64_t i = n.integer();
    if (i == 1) return "one";
    return between(i % 10, 2, 4) && !between(i % 100, 12, 14) ? "few" : "many";
}

std::string_view plural_ar(const Shown& n) {
    if (!n.whole()) return "other";
    const std::int64_t i = n.integer();
    if (i == 0) return "zero";
    if (i == 1) return "one";
    if (i == 2) return "two";
    if (between(i % 100, 3, 10)) return "few";
    return between(i % 100, 11, 99) ? "many" : "other";
}

std::string_view plural_fr(const Shown& n) {
    if (n.integer() <= 1) return "one";
    return round_millions(n) ? "many" : "other";
}

std::string_view plural_es(const Shown& n) {
    if (n.hundredths == 100) return "one";
    return round_millions(n) ? "many" : "other";
}

// ---- Numbers in sentences -----------------------------------------------------------------------------------------

constexpr std::string_view fraction_unit = "fraction";

// A part of a whole is kept as 0-1, as the studies pool it, and read as a percentage.
double as_read(double figure, std::string_view unit) { return unit == fraction_unit ? figure * 100 : figure; }

double in_fahrenheit(double celsius) { return celsius * 9 / 5 + 32; }

// A range where there is one, else the typical figure, else the one end that is known.
std::optional<std::string> number_text(const Words& words, const Number& number) {
    const auto with = [&](double low, double high) { return with_unit(words, low, high, number.unit); };
    if (number.low && number.high) return with(*number.low, *number.high);
    if (number.typical) return with(*number.typical, *number.typical);
    if (number.low) return phrase(words, "format.at-least", {{"n", with(*number.low, *number.low)}});
    if (number.high) return phrase(words, "format.up-to", {{"n", with(*number.high, *number.high)}});
    return std::nullopt;
}

// A name in a sentence: a number, and which part of it (empty: all of it with its unit).
struct Named {
    const Number* number = nullptr;
    std::string_view part;
};

Named named(const Content& content, std::string_view name) {
    if (const Number* whole = content.number(name)) return {whole, {}};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return {};
    return {content.number(name.substr(0, dot)), name.substr(dot + 1)};
}

std::optional<std::string> text_of(const Words& words, const Named& named) {
    if (!named.number) return std::nullopt;
    if (named.part.empty()) return number_text(words, *named.number);
    const auto figure = named.part == "low"       ? named.number->low
                        : named.part == "typical" ? named.number->typical
                        : named.part == "high"    ? named.number->high
                                                  : std::nullopt;
    if (!figure) return std::nullopt;
    return figure_text(words, as_read(*figure, named.number->unit));
}

// A word that runs the other way than the sentence around it (a telephone number, a version, a name) keeps its own order and
// disturbs none of its neighbours. Figures alone need no such care.
std::string isolated(const Words& words, std::string value) {
    constexpr std::string_view left_to_right = "\u2066", by_its_first_letter = "\u2068", end = "\u2069";
    constexpr std::string_view of_figures = "0123456789.,% \u2013";
    if (value.starts_with(left_to_right) || value.starts_with(by_its_first_letter)) return value;
    if (value.find_first_not_of(of_figures) == std::string::npos) return value;
    if (has_letters_from_the_right(value) == words.from_the_right()) return value;
    std::string whole(words.from_the_right() ? left_to_right : by_its_first_letter);
    whole += value;
    whole += end;
    return whole;
}

bool any_judgement(const Content& content, const std::vector<std::string>& ids) {
    return std::ranges::any_of(ids, [&](const std::string& id) {
        const auto source = content.sources.find(id);
        return source != content.sources.end() && source->second.judgement();
    });
}

}  // namespace

bool Words::has(std::string_view key) const { return by_key.contains(key); }

void Words::borrow_from(const Words& english) {
    for (const auto& [key, sentence] : english.by_key)
        if (by_key.emplace(key, sentence).second) borrowed.insert(key);
}

bool Words::from_the_right() const {
    const auto direction = by_key.find("format.direction");
    return direction != by_key.end() && direction->second == "rtl";
}

Text say(const Content& content, std::string_view key, Parameters parameters) {
    Text said;
    const auto pattern = content.words.by_key.find(key);
    if (pattern == content.words.by_key.end()) {
        said.text = missing(key);
        return said;
    }
    said.text = fill(pattern->second, [&](std::string_view name) {
        if (auto given = parameter(parameters, name)) return isolated(content.words, *std::move(given));
        if (auto line = help_line_words(content, name)) return isolated(content.words, *std::move(line));
        const Named number = named(content, name);
        auto text = text_of(content.words, number);
        if (!text) return missing(name);
        add_sources(said.sources, number.number->sources);
        if (number.part.empty() && number.number->basis == Basis::clinic) text = phrase(content.words, "format.by-clinic", {{"n", *text}});
        said.judgement = said.judgement || number.number->basis == Basis::judgement || number.number->basis == Basis::convention;
        return *std::move(text);
    });
    if (const auto statement = content.statements.find(key); statement != content.statements.end())
        add_sources(said.sources, statement->second);
    said.judgement = said.judgement || any_judgement(content, said.sources);
    return said;
}

std::string word(const Content& content, std::string_view key, Parameters parameters) { return say(content, key, parameters).text; }

std::string with_unit(const Words& words, double low, double high, std::string_view unit) {
    if (unit == fraction_unit) return with_unit(words, as_read(low, unit), as_read(high, unit), "percent");
    if (unit == "celsius" && words.forms.fahrenheit) return with_unit(words, in_fahrenheit(low), in_fahrenheit(high), "fahrenheit");
    std::string figures = figures_text(words, low, high);
    if (unit.empty()) return figures;
    const std::string prefix = "unit." + std::string(unit) + ".";
    const std::string category(range_category(words.language, low, high));
    std::string key = prefix + "single." + category;  // "two weeks" is one word in Arabic, "1 to 2 weeks" is not
    if (low != high || !words.has(key)) key = prefix + category;
    if (!words.has(key)) key = prefix + "other";
    return phrase(words, key, {{"n", figures}});
}

std::string month_name(const Words& words, std::chrono::month month) {
    return phrase(words, "month." + std::to_string(static_cast<unsigned>(month)));
}

std::string month_short(const Words& words, std::chrono::month month) {
    return phrase(words, "month.short." + std::to_string(static_cast<unsigned>(month)));
}

std::string long_date(const Words& words, Date date) {
    const std::string month = month_name(words, date.month());
    const std::string day = std::to_string(static_cast<unsigned>(date.day())), year = std::to_string(static_cast<int>(date.year()));
    if (day == "1" && words.has("format.date.first")) return phrase(words, "format.date.first", {{"month", month}, {"year", year}});
    return phrase(words, words.forms.month_first ? "format.date.month-first" : "format.date",
                  {{"day", day}, {"month", month}, {"year", year}});
}

std::string_view plural_category(std::string_view language, double figure) {
    const auto n = shown(figure);
    if (!n) return "other";
    const std::string_view primary = language.substr(0, language.find('-'));
    if (primary == "pl") return plural_pl(*n);
    if (primary == "ar") return plural_ar(*n);
    if (primary == "fr") return plural_fr(*n);
    if (primary == "es") return plural_es(*n);
    return n->hundredths == 100 ? "one" : "other";  // English, German and most others
}

}  // namespace needlewise
