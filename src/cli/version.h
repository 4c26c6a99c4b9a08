// The version of the program, that of the newest entry of CHANGELOG.md. Content has its own, which changes without the program.
#pragma once

#include <string_view>

namespace needlewise {

inline constexpr std::string_view app_version = "2026.23";

}  // namespace needlewise
