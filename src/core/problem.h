// What is wrong with some input, where, and what to do about it. Errors are values: functions that read input collect
// Problems and never throw.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise {

enum class Severity { note, warning, error };  // a note: nothing to mend, only to know

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

std::string_view name_of(Severity severity);  // "note", "warning", "error"

// "file:/pointer: error: what (hint)", one line.
std::string to_line(const Problem& problem);

bool has_errors(const Problems& problems);

}  // namespace needlewise
