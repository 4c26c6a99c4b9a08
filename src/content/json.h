// Text to JSON, for input nobody has vouched for: bounded in size and depth, every fault a Problem with its place.
#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/problem.h"

namespace needlewise {

using Json = nlohmann::json;

struct JsonLimits {
    std::size_t bytes = 8u << 20;
    std::size_t depth = 64;
    bool exact = false;  // numbers with a point or a power of ten are kept as they are written, in a binary value
};

// Refuses what is too big, nested too deep, not JSON, not UTF-8, or names a field twice. `file` is for the Problems. With `twice` the
// fields named twice are reported there, up to a bound, and the last of each is read (RFC 8259 leaves it to the reader).
Result<Json> parse_json(std::string_view text, std::string_view file, JsonLimits limits = {}, Problems* twice = nullptr);

// "text", "a number", "a list" …: the kind of value, in words for Problems.
std::string_view kind_of(const Json& value);

// One step of a JSON pointer, with "~" and "/" escaped: "/a~1b".
std::string pointer_step(std::string_view key);
std::string pointer_step(std::size_t index);

}  // namespace needlewise
