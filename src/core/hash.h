// FNV-1a: short names for things, the same in every build. It hides nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace needlewise {

inline constexpr std::uint32_t hash_start = 2166136261u;

constexpr std::uint32_t hash_of(std::string_view text, std::uint32_t hash = hash_start) {
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
    return hash;
}

}  // namespace needlewise
