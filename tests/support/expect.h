// Comparing Problems: one expected Problem, with all of what was found when it is not so.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "core/problem.h"

namespace needlewise {

inline std::string lines(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_line(problem) + "\n";
    return text;
}

// `expected` is "FILE:POINTER: error: what (hint)", as on stderr; several lines for several Problems.
inline void expect_problems(const Problems& found, const std::string& expected) {
    EXPECT_EQ(lines(found), expected.empty() ? "" : expected + "\n");
}

}  // namespace needlewise
