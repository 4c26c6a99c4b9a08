// A regular expression as a tree, between its text and its program.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/pattern.h"

namespace needlewise {

struct PatternNode {
    enum class Kind { nothing, letter, sequence, alternatives, repeat, start, end, boundary, no_boundary };
    Kind kind = Kind::nothing;
    Pattern::Class letters = {};
    int least = 0, most = 0;  // of a repeat; most < 0: any number
    std::vector<PatternNode> parts = {};
};

std::expected<PatternNode, std::string> parse_pattern(std::string_view source);

// UTF-8 to code points; bytes that are no UTF-8 stand for themselves.
std::u32string code_points(std::string_view text);

}  // namespace needlewise
