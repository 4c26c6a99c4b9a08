#include "core/problem.h"

#include <algorithm>

#include "core/letters.h"

namespace needlewise {

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
    return on_one_line(line);  // the promise of one line per problem holds for names of files and input too
}

bool has_errors(const Problems& problems) {
    return std::ranges::any_of(problems, [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace needlewise
