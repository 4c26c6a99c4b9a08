// Words against everything else: no key missing, every name in braces known, every paragraph reached, statements about
// sentences that exist.
#include <algorithm>

#include "content/check/checks.h"
#include "content/check/keys.h"
#include "content/json.h"
#include "content/load/load.h"

namespace needlewise {

namespace {

bool is_figure_of_number(const Content& content, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const Number* number = dot == std::string_view::npos ? nullptr : content.number(name.substr(0, dot));
    if (!number) return false;
    const std::string_view part = name.substr(dot + 1);
    return (part == "low" && number->low) || (part == "typical" && number->typical) || (part == "high" && number->high);
}

bool is_help_line(std::string_view name) { return std::ranges::find(help_line_names, name) != std::ranges::end(help_line_names); }

// Sentences of the pages themselves are filled with parameters, which have no dot in their names; a test that prints every
// page finds the ones no page gives. Sentences of the content have numbers only.
bool is_parameter(const Keys& keys, const std::string& key, std::string_view name) {
    return name.find('.') == std::string_view::npos && (key.starts_with("unit.") || key.starts_with("moment.shows.") || !keys.used(key));
}

void check_braces(const Content& content, const Keys& keys, const std::string& key, const std::string& sentence, Reporter& report) {
    const Braces braces = braces_in(sentence);
    if (!braces.closed) report.error(pointer_step(key), "a brace is opened and never closed", "write {{ for a brace");
    for (const std::string& name : braces.names) {
        if (content.number(name) || is_figure_of_number(content, name) || is_help_line(name) || is_parameter(keys, key, name)) continue;
        report.error(pointer_step(key), "there is no number \"" + name + "\"", "numbers are in assets/model/numbers.json");
    }
}

// "key.3" is shown only when "key.2" is there, and "key.2" only when "key" is.
void check_paragraph(const Content& content, const Keys& keys, const std::string& key, Reporter& report) {
    const std::string_view first = first_paragraph(key);
    if (first == key || !keys.used(first)) return;
    const std::string_view number = std::string_view(key).substr(first.size() + 1);
    if (number.size() > 2 || number.starts_with('0') || number == "1")
        return report.error(pointer_step(key), "paragraphs after the first are called .2, .3 …");
    const int before = std::stoi(std::string(number)) - 1;
    const std::string previous = before == 1 ? std::string(first) : std::string(first) + "." + std::to_string(before);
    if (!content.words.has(previous)) report.error(pointer_step(key), "never shown, because \"" + previous + "\" is missing");
}

void check_statements(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/evidence/statements.json");
    for (const auto& [key, sources] : content.statements) {
        if (!content.words.has(key)) report.error(pointer_step(key), "there is no sentence \"" + key + "\"");
        check_sources(content, sources, pointer_step(key), report);
    }
}

// A sentence about what studies found, or how most people heal, names its source: a statement, or a number that brings its own.
void check_claim(const Content& content, const std::string& key, const std::string& sentence, Reporter& report) {
    const std::string_view first = first_paragraph(key);
    const bool about_studies = first.starts_with("learn.") && first.ends_with(".studies");
    if (!about_studies && !first.starts_with("stage.")) return;
    const auto statement = content.statements.find(key);
    if (statement != content.statements.end() && !statement->second.empty()) return;
    if (braces_in(sentence).names.empty())
        report.error(pointer_step(key), "says what studies found and names no source", "name it in assets/evidence/statements.json");
}

}  // namespace

void check_words(const Content& content, Problems& problems) {
    Reporter report(problems, words_path(content.words.language));
    const Keys keys = keys_of(content);
    for (const std::string& key : keys.required) {
        if (!content.words.has(key)) report.error(pointer_step(key), "the sentence \"" + key + "\" is missing");
    }
    for (const auto& [key, sentence] : content.words.by_key) {
        if (sentence.empty()) report.error(pointer_step(key), "the sentence \"" + key + "\" is empty");
        check_braces(content, keys, key, sentence, report);
        check_paragraph(content, keys, key, report);
        check_claim(content, key, sentence, report);
    }
    check_statements(content, problems);
}

}  // namespace needlewise
