#include "ui/paint/shapes.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/metrics.h"

namespace needlewise::ui {

namespace {

ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 bottom_right(const Rect& rect) { return {rect.right(), rect.bottom()}; }

ImDrawFlags flags_of(Corners corners) {
    switch (corners) {
        case Corners::all: return ImDrawFlags_RoundCornersAll;
        case Corners::left: return ImDrawFlags_RoundCornersLeft;
        case Corners::right: return ImDrawFlags_RoundCornersRight;
        case Corners::top: return ImDrawFlags_RoundCornersTop;
        case Corners::none: return ImDrawFlags_RoundCornersNone;
    }
    return ImDrawFlags_RoundCornersAll;
}

// A line that lies wholly inside the rectangle; ImGui sets its middle half a pixel in.
void stroke(ImDrawList& draw, const Rect& rect, float radius, Corners corners, Colour colour, float wide) {
    const Rect inner = grown(rect, -(wide - 1) / 2);
    draw.AddRect(top_left(inner), bottom_right(inner), packed(colour), std::max(0.0f, radius - wide / 2), flags_of(corners), wide);
}

void draw_disc(ImDrawList& draw, const Rect& rect, const Surface& surface) {
    const ImVec2 middle{rect.x + rect.w / 2, rect.y + rect.h / 2};
    if (surface.fill.a > 0) draw.AddCircleFilled(middle, rect.w / 2, packed(surface.fill));
    if (surface.border.a > 0 && surface.border_width > 0)
        draw.AddCircle(middle, (rect.w - surface.border_width) / 2, packed(surface.border), 0, surface.border_width);
}

// The left or right edge of a larger rounded rectangle, narrower than its radius.
void draw_sliver(ImDrawList& draw, const Rect& rect, float radius, bool right, Colour colour) {
    const float round = std::min(radius, rect.h / 2), turn = std::acos((round - rect.w) / round);
    constexpr float pi = std::numbers::pi_v<float>;
    const ImVec2 high{right ? rect.right() - round : rect.x + round, rect.y + round}, low{high.x, rect.bottom() - round};
    draw.PathArcTo(right ? high : low, round, right ? -turn : pi - turn, right ? 0 : pi);
    draw.PathArcTo(right ? low : high, round, right ? 0 : pi, right ? turn : pi + turn);
    draw.PathFillConvex(packed(colour));
}

}  // namespace

void draw_box(ImDrawList& draw, const Rect& rect, float radius, Corners corners, const Surface& surface) {
    const bool left = corners == Corners::left, right = corners == Corners::right;
    if ((left || right) && rect.w < radius && surface.border_width <= 0) return draw_sliver(draw, rect, radius, right, surface.fill);
    if (rect.w == rect.h && radius * 2 >= rect.w) return draw_disc(draw, rect, surface);
    if (surface.fill.a > 0) draw.AddRectFilled(top_left(rect), bottom_right(rect), packed(surface.fill), radius, flags_of(corners));
    if (surface.border.a > 0 && surface.border_width > 0) stroke(draw, rect, radius, corners, surface.border, surface.border_width);
    if (surface.underscore > 0) {
        const Rect bar{rect.x + surface.inset, rect.bottom() - extent::focus, rect.w - 2 * surface.inset, extent::focus};
        draw.AddRectFilled(top_left(bar), bottom_right(bar), packed(faded(surface.border, surface.underscore)), extent::focus / 2);
    }
}

// Thin layers, each a little larger and fainter, stand for a blur.
void draw_shadow(ImDrawList& draw, const Rect& rect, float radius, Colour shadow, float lift) {
    if (shadow.a == 0) return;
    constexpr int layers = 5;
    constexpr float faint = 0.017f;
    const float reach = space::hair + lift * space::hair, down = 2 + lift * 3;
    for (int layer = layers; layer > 0; --layer) {
        const float by = reach * static_cast<float>(layer) / layers;
        Rect spread = grown(rect, by - 1);
        spread.y += down;
        draw.AddRectFilled(top_left(spread), bottom_right(spread), packed(faded(shadow, faint * (1 + lift / 2))), radius + by);
    }
}

void draw_hatch(ImDrawList& draw, const Rect& rect, Colour ink) {
    constexpr float step = 7;
    for (float x = rect.x + step; x < rect.right() + rect.h; x += step) {  // from the foot at x - h up to the top at x
        const float foot = std::max(x - rect.h, rect.x), head = std::min(x, rect.right());
        if (head - foot < 1) continue;
        draw.AddLine({foot, rect.y + (x - foot)}, {head, rect.y + (x - head)}, packed(ink), 1.2f);
    }
}

void draw_hill(ImDrawList& draw, const Rect& rect, const std::vector<float>& heights, Colour rim, Colour fill) {
    if (heights.size() < 2) return;
    const auto steps = static_cast<int>(heights.size() - 1);
    std::vector<ImVec2> line;
    line.reserve(heights.size());
    for (int i = 0; i <= steps; ++i)
        line.push_back({rect.x + rect.w * static_cast<float>(i) / static_cast<float>(steps),
                        rect.bottom() - rect.h * heights[static_cast<std::size_t>(i)]});
    const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
    draw.PrimReserve(6 * steps, 2 * (steps + 1));
    const auto base = draw._VtxCurrentIdx;
    for (const ImVec2& top : line) {
        draw.PrimWriteVtx(top, uv, packed(fill));
        draw.PrimWriteVtx({top.x, rect.bottom()}, uv, packed(fill));
    }
    for (unsigned i = 0; i < static_cast<unsigned>(steps); ++i)
        for (const unsigned corner : {0u, 1u, 2u, 1u, 3u, 2u}) draw.PrimWriteIdx(base + 2 * i + corner);
    // Along the ground there is no rim.
    for (int from = 0; from < steps; ++from) {
        const auto level = [&](int i) { return heights[static_cast<std::size_t>(i)] <= 0; };
        if (level(from) && level(from + 1)) continue;
        int end = from + 1;
        while (end < steps && !(level(end) && level(end + 1))) ++end;
        draw.AddPolyline(line.data() + from, end - from + 1, packed(rim), ImDrawFlags_None, extent::line_strong);
        from = end;
    }
}

void draw_mark(ImDrawList& draw, const Rect& rect, bool square, const Theme& theme, const Levels& levels) {
    const Colour line = mixed(theme[Use::border_strong], theme[Use::accent], std::max(levels.on, levels.hover));
    const Rect face = grown(rect, -1);
    const float round = square ? radius::small : face.w / 2;
    draw_box(draw, face, round, Corners::all,
             {mixed(theme[Use::surface], theme[Use::accent], square ? levels.on : 0), line, extent::line_strong});
    if (levels.on <= 0) return;
    const ImVec2 middle{rect.x + rect.w / 2, rect.y + rect.h / 2};
    if (!square) {
        draw.AddCircleFilled(middle, rect.w * 0.25f * levels.on, packed(theme[Use::accent]));
        return;
    }
    const float unit = rect.w / 24;
    const ImVec2 tick[] = {{middle.x - 5 * unit, middle.y + 0.4f * unit},
                           {middle.x - 1.4f * unit, middle.y + 4 * unit},
                           {middle.x + 5.4f * unit, middle.y - 3.8f * unit}};
    draw.AddPolyline(tick, 3, packed(faded(theme[Use::on_accent], levels.on)), ImDrawFlags_None, 2.4f * unit);
}

// Black on white whatever the theme: cameras want it so. A run of dark squares is one rectangle, so that no seams show.
void draw_squares(ImDrawList& draw, const Rect& rect, const std::vector<std::string>& rows) {
    constexpr std::size_t margin = 4;
    constexpr ImU32 dark = IM_COL32(0, 0, 0, 255), light = IM_COL32(255, 255, 255, 255);
    const float unit = rect.w / static_cast<float>(rows.size() + 2 * margin);
    const auto at = [&](std::size_t square) { return static_cast<float>(square + margin) * unit; };
    draw.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, light);
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (std::size_t x = rows[y].find('1'); x < rows[y].size(); x = rows[y].find('1', x)) {
            const std::size_t end = std::min(rows[y].find('0', x), rows[y].size());
            draw.AddRectFilled({rect.x + at(x), rect.y + at(y)}, {rect.x + at(end), rect.y + at(y + 1)}, dark);
            x = end;
        }
}

// Two rings, a light and a dark one: one of them shows on any ground.
void draw_focus_ring(ImDrawList& draw, const Rect& rect, float radius, const Theme& theme) {
    stroke(draw, grown(rect, 2 * extent::focus), radius + 2 * extent::focus, Corners::all, theme[Use::focus_outer], extent::focus);
    stroke(draw, grown(rect, extent::focus), radius + extent::focus, Corners::all, theme[Use::focus_inner], extent::focus);
}

}  // namespace needlewise::ui
