// Signs drawn as lines and shapes, in a square of any size.
#pragma once

#include <cstdint>

#include "ui/items.h"

struct ImDrawList;

namespace needlewise::ui {

// `colour`: as ImGui packs it; `ground`: of what lies behind, for signs cut out of a filled shape.
// `turned`: seen in a mirror.
void draw_icon(ImDrawList& draw, Icon icon, const Rect& square, std::uint32_t colour, std::uint32_t ground, bool turned = false);

// Whether a sign means a direction of reading and turns with it: arrows, a speech bubble, the question mark.
bool follows_reading(Icon icon);

}  // namespace needlewise::ui
