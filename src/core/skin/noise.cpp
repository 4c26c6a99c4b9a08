#include "core/skin/noise.h"

#include <algorithm>
#include <cmath>

namespace needlewise::skin {

namespace {

std::uint32_t mixed_bits(std::uint32_t bits) {
    bits ^= bits >> 15;
    bits *= 0x2c1b3c6du;
    bits ^= bits >> 12;
    bits *= 0x297a2d39u;
    return bits ^ bits >> 15;
}

int cell(float x) { return static_cast<int>(x) - (x < static_cast<float>(static_cast<int>(x))); }

}  // namespace

float chance(int x, int y, std::uint32_t what) {
    const auto bits =
        mixed_bits(static_cast<std::uint32_t>(x) * 0x9e3779b1u + mixed_bits(static_cast<std::uint32_t>(y) * 0x85ebca77u + what));
    return static_cast<float>(bits >> 8) * (1.0f / static_cast<float>(1u << 24));
}

float smoothstep(float from, float until, float x) {
    const float share = std::clamp((x - from) / (until - from), 0.0f, 1.0f);
    return share * share * (3 - 2 * share);
}

float waves(float x, float y, std::uint32_t what) {
    const int left = cell(x), top = cell(y);
    const float across = smoothstep(0, 1, x - static_cast<float>(left)), down = smoothstep(0, 1, y - static_cast<float>(top));
    const auto row = [&](int at) { return std::lerp(chance(left, at, what), chance(left + 1, at, what), across); };
    return std::lerp(row(top), row(top + 1), down);
}

float rough(float x, float y, std::uint32_t what) {
    return 0.57f * waves(x, y, what) + 0.29f * waves(2 * x, 2 * y, what + 1) + 0.14f * waves(4 * x, 4 * y, what + 2);
}

Near nearest(float x, float y, std::uint32_t what) {
    Near found;
    const int here_x = cell(x), here_y = cell(y);
    for (int row = here_y - 1; row <= here_y + 1; ++row)
        for (int column = here_x - 1; column <= here_x + 1; ++column) {
            const float dx = x - (static_cast<float>(column) + chance(column, row, what)),
                        dy = y - (static_cast<float>(row) + chance(column, row, what + 1));
            const float far = dx * dx + dy * dy;
            if (far < found.first) found = {far, found.first, column, row, {dx, dy}};
            else found.second = std::min(found.second, far);
        }
    found.first = std::sqrt(found.first);
    found.second = std::sqrt(found.second);
    return found;
}

}  // namespace needlewise::skin
