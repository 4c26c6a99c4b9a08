// Chance that is always the same: values and places by position, for surfaces that must not look drawn.
#pragma once

#include <cstdint>

namespace needlewise::skin {

struct Spot {
    float x = 0, y = 0;
};

// 0 to 1, by a cell of a grid and what it is for.
float chance(int x, int y, std::uint32_t what);

// Smooth, 0 to 1, one wave a unit.
float waves(float x, float y, std::uint32_t what);
// Waves upon waves, 0 to 1.
float rough(float x, float y, std::uint32_t what);

// Points scattered one a cell of a unit: how far the nearest and the next one are, and which cell the nearest is in.
struct Near {
    float first = 9, second = 9;
    int cell_x = 0, cell_y = 0;
    Spot away = {};  // from the nearest point
};
Near nearest(float x, float y, std::uint32_t what);

float smoothstep(float from, float until, float x);

}  // namespace needlewise::skin
