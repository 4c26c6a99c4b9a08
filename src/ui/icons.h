// Signs drawn as lines and shapes, in a square of any size.
#pragma once

#include <cstdint>

#include "ui/items.h"

struct ImDrawList;

namespace needlewise::ui {

// `colour`: as ImGui packs it; `ground`: of what lies behind, for signs cut out of a filled shape.
void draw_icon(ImDrawList& draw, Icon icon, const Rect& square, std::uint32_t colour, std::uint32_t ground);

}  // namespace needlewise::ui
