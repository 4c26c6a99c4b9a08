#include "core/problem.h"

#include <algorithm>

namespace needlewise {

namespace {

// Line breaks come from file names and input; the promise of one line per problem must hold all the same.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(text, [](char letter) { return letter == '\n' || letter == '\r' || letter == '\t'; }, ' ');
    return text;
}

}  // namespace

std::string_view name_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string to_line(const Problem& problem) {
    std::string line = problem.file;
    if (!problem.pointer.empty()) line += ":" + problem.pointer;
    if (!line.empty()) line += ": ";
    line += name_of(problem.severity);
    line += ": ";
    line += problem.what;
    if (!problem.hint.empty()) line += " (" + problem.hint + ")";
    return on_one_line(std::move(line));
}

bool has_errors(const Problems& problems) {
    return std::ranges::any_of(problems, [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace needlewise
