// The subjects of check.h, one .cpp each.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

// Writes down Problems of one file.
class Reporter {
public:
    Reporter(Problems& problems, std::string name_of_file) : problems(problems), file(std::move(name_of_file)) {}

    void error(std::string pointer, std::string what, std::string hint = {}) { add(Severity::error, pointer, what, hint); }
    void warn(std::string pointer, std::string what, std::string hint = {}) { add(Severity::warning, pointer, what, hint); }
    void note(std::string pointer, std::string what, std::string hint = {}) { add(Severity::note, pointer, what, hint); }

private:
    void add(Severity severity, std::string& pointer, std::string& what, std::string& hint) {
        problems.push_back({severity, file, std::move(pointer), std::move(what), std::move(hint)});
    }

    Problems& problems;
    std::string file;
};

void check_questionnaire(const Content& content, Problems& problems);
void check_rules(const Content& content, Problems& problems);          // findings, drivers, phototype
void check_guards(const Content& content, Problems& problems);         // what must not get lost: findings, warning signs, aftercare
void check_numbers(const Content& content, Problems& problems);        // figures and their evidence
void check_courses(const Content& content, Problems& problems);        // courses, improvements
void check_healing(const Content& content, Problems& problems);        // healing, aftercare, red flags, visit
void check_countries(const Content& content, Problems& problems);      // no number or service of a country in a sentence
void check_topics(const Content& content, Problems& problems);         // pictures of the learn pages
void check_understanding(const Content& content, Problems& problems);  // the questions people check themselves with
void check_words(const Content& content, Problems& problems);          // keys, names in braces, statements
void check_wording(const Content& content, Problems& problems);        // figures in sentences, words never to say, reading age

// Conditions name questions that exist, compare with a value that fits, and with options that are offered.
// `pointer` is that of the list.
void check_conditions(const Content& content, const Conditions& conditions, const std::string& pointer, Reporter& report);

// The list has an entry for each id.
void check_sources(const Content& content, const std::vector<std::string>& sources, const std::string& pointer, Reporter& report);

// There is a picture of that id, or none is named.
void check_figure(const Content& content, const std::string& figure, const std::string& pointer, Reporter& report);

// The number of that name, or nothing and an error.
const Number* number_named(const Content& content, const std::string& name, const std::string& pointer, Reporter& report);

// "/3/when" from 3 and "when".
std::string at(std::size_t index, std::string_view field = {});

}  // namespace needlewise
