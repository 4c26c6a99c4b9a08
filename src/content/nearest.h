// "Did you mean …?"
#pragma once

#include <span>
#include <string_view>

namespace needlewise {

// The word among `known` that is so like `given` that it was probably meant; empty when none is.
std::string_view nearest(std::string_view given, std::span<const std::string_view> known);

}  // namespace needlewise
