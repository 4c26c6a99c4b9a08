// The few shapes everything is made of, on an ImGui draw list, in view coordinates.
#pragma once

#include "ui/items.h"
#include "ui/paint/skin.h"

struct ImDrawList;

namespace needlewise::ui {

void draw_box(ImDrawList& draw, const Rect& rect, float radius, Corners corners, const Surface& surface);
void draw_shadow(ImDrawList& draw, const Rect& rect, float radius, Colour shadow, float lift);
void draw_hatch(ImDrawList& draw, const Rect& rect, Colour ink);
void draw_hill(ImDrawList& draw, const Rect& rect, const std::vector<float>& heights, Colour rim, Colour fill);
void draw_mark(ImDrawList& draw, const Rect& rect, bool square, const Theme& theme, const Levels& levels);
void draw_squares(ImDrawList& draw, const Rect& rect, const std::vector<std::string>& rows);
void draw_focus_ring(ImDrawList& draw, const Rect& rect, float radius, const Theme& theme);

}  // namespace needlewise::ui
