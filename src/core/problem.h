// What is wrong with some input, where, and what to do about it. Errors are values: functions that read input collect
// Problems and never throw.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace needlewise {

enum class Severity { warning, error };

struct Problem {
    Severity severity = Severity::error;
    std::string file;     // as the user named it
    std::string pointer;  // JSON pointer such as "/item/0/linkId"; empty for the whole file
    std::string what;     // one sentence, without a full stop
    std::string hint;     // what to do; may be empty
    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

template <class T>
using Result = std::expected<T, Problems>;

// "file:/pointer: error: what (hint)", one line.
std::string to_line(const Problem& problem);

bool has_errors(const Problems& problems);

}  // namespace needlewise
