#include "ui/paint/paint.h"

#include <imgui.h>

#include <cmath>
#include <limits>

#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint/shapes.h"

namespace needlewise::ui {

namespace {

constexpr float overhang = space::normal;  // shadows and rings reach this far out of their rectangle

class Painter {
public:
    Painter(ImDrawList& on, const Scene& scene, const Interaction& at, const View& seen, UiState& kept)
        : draw(on),
          layout(scene.layout),
          theme(scene.theme),
          fonts(scene.fonts),
          pictures(scene.pictures),
          interaction(at),
          view(seen),
          state(kept) {}

    double run() {
        follow_screen(fonts);
        draw._FringeScale = 1 / std::max(ImGui::GetIO().DisplayFramebufferScale.x, 1.0f);  // edges soften over one pixel of the screen
        draw.PushClipRect({0, -overhang}, {view.width, view.height + overhang});
        draw.AddRectFilled({0, 0}, {view.width, view.height}, packed(theme[Use::page]));
        const float top = view.scroll_y - overhang, bottom = view.scroll_y + view.height + overhang;
        const auto first = static_cast<std::size_t>(std::ranges::lower_bound(layout.lowest, top) - layout.lowest.begin());
        for (std::size_t i = first; i < layout.items.size() && layout.highest[i] <= bottom; ++i) {
            const Item& item = layout.items[i];
            if (item.rect.bottom() < top || item.rect.y > bottom) continue;
            std::visit([&](const auto& shape) { paint(shape, item.node, in_view(item.rect)); }, item.shape);
        }
        if (const float seen = arrival(state, view.now, view.reduced_motion, moving); seen < 1) {
            const Rect main = in_view(layout.main);
            draw.AddRectFilled({main.x, main.y}, {main.right(), main.bottom()}, packed(faded(theme[Use::page], 1 - seen)));
        }
        const bool over = is_pinned(interaction.focused);
        if (!over) focus_ring();
        if (layout.modal) {
            paint_pinned(true);
            draw.AddRectFilled({0, 0}, {view.width, view.height}, packed(theme[Use::scrim]));
        }
        paint_pinned(false);
        if (over) focus_ring();
        draw.PopClipRect();
        return moving ? 0 : std::numeric_limits<double>::infinity();
    }

private:
    Rect in_view(Rect rect) const {
        rect.y -= view.scroll_y;
        return rect;
    }

    // What stays over the page: behind a dialog, or all else.
    void paint_pinned(bool behind) {
        for (const Item& item : layout.pinned_items)
            if ((layout.modal && item.node < *layout.modal) == behind)
                std::visit([&](const auto& shape) { paint(shape, item.node, item.rect); }, item.shape);
    }

    bool is_pinned(int node) const {
        return node >= 0 && static_cast<std::size_t>(node) < layout.pinned.size() && layout.pinned[static_cast<std::size_t>(node)];
    }

    // The items of a node follow one another, so the last answer is kept.
    const Levels& levels(int node, bool on) {
        if (node == levelled) return level;
        levelled = node;
        const Wanted wanted{interaction.hovered == node, interaction.pressed == node, on};
        level = levels_of(state, layout.keys[static_cast<std::size_t>(node)], wanted, view.now, view.reduced_motion, moving);
        return level;
    }

    void paint(const Box& box, int node, const Rect& rect) {
        const bool reacts = box.skin != Skin::still;
        Surface surface = surface_of(box, theme, reacts ? levels(node, box.on) : Levels{});
        if (surface.underscore > 0) surface.border = theme[Use::accent];
        if (box.edge && theme.outlined && surface.border_width <= 0) {
            surface.border = theme[box.border];
            surface.border_width = extent::line_strong;
        }
        if (box.shadow > 0) draw_shadow(draw, rect, box.radius, theme[Use::shadow], surface.lift);
        draw_box(draw, rect, box.radius, box.corners, surface);
    }

    void paint(const Run& run, int node, const Rect& rect) {
        if (run.shown) return;
        ImFont* font = fonts.of(run.style.semibold);
        ImFontBaked* baked = font->GetFontBaked(run.style.size);
        const float down = std::round((run.style.line_height - (baked->Ascent - baked->Descent)) / 2);
        const ImU32 ink = packed(theme[run.ink]);
        const float hover = run.underline ? levels(node, false).hover : 0;
        for (std::uint32_t i = 0; i < run.line_count; ++i) {
            const Line& line = layout.lines[run.first_line + i];
            const float spare = rect.w - line.width;
            const float x = rect.x + std::floor(run.align == Align::left ? 0 : run.align == Align::right ? spare : spare / 2);
            const float y = rect.y + static_cast<float>(i) * run.style.line_height + down;
            if (y + run.style.line_height < -overhang || y > view.height + overhang) continue;
            const std::string_view words = layout.text_of(line);
            draw.AddText(font, run.style.size, {x, y}, ink, words.data(), words.data() + words.size());
            if (run.underline) underline(x, y + baked->Ascent + 2, line.width, 1 + hover, theme[run.ink]);
        }
    }

    void underline(float x, float y, float wide, float thick, Colour ink) {
        draw.AddRectFilled({x, y}, {x + wide, y + thick}, packed(ink));
    }

    void paint(const Glyph& glyph, int, const Rect& rect) {
        draw_icon(draw, glyph.icon, rect, packed(theme[glyph.ink]), packed(theme[glyph.ground]), glyph.turned);
    }

    void paint(const Mark& mark, int node, const Rect& rect) { draw_mark(draw, rect, mark.square, theme, levels(node, mark.on)); }
    void paint(const Hatch& hatch, int, const Rect& rect) { draw_hatch(draw, rect, theme[hatch.ink]); }
    void paint(const Hill& hill, int, const Rect& rect) { draw_hill(draw, rect, hill.heights, theme[hill.rim], theme[hill.fill]); }
    void paint(const Squares& squares, int, const Rect& rect) { draw_squares(draw, rect, squares.rows); }
    void paint(const Picture& picture, int node, const Rect& rect) {
        if (!pictures) return;
        const float middle = rect.y + rect.h / 2;
        const WantedShowing wanted{.number = picture.showings,
                                   .seconds = picture.moving ? pictures->seconds(picture.name) : 0,
                                   .held = picture.held,
                                   .in_view = middle > 0 && middle < view.height};
        PictureMoment moment;
        moment.share = share_of(state, layout.keys[static_cast<std::size_t>(node)], wanted, view.now, view.reduced_motion, moving);
        for (const PictureRegion& region : picture.regions) {
            const Levels& now = levels(region.node, region.on);
            moment.regions.push_back({region.code, now.hover, now.on});
        }
        pictures->draw(draw, picture, rect, theme, moment);
    }

    void focus_ring() {
        if (!interaction.focus_visible || interaction.focused < 0 || static_cast<std::size_t>(interaction.focused) >= layout.targets.size())
            return;
        const Rect target = layout.targets[static_cast<std::size_t>(interaction.focused)];
        float round = radius::small;
        for (const Item& item : layout.items)
            if (const auto* box = std::get_if<Box>(&item.shape); box && item.node == interaction.focused && item.rect == target)
                round = std::min(box->radius, target.h / 2);
        draw_focus_ring(draw, is_pinned(interaction.focused) ? target : in_view(target), round, theme);
    }

    ImDrawList& draw;
    const Layout& layout;
    const Theme& theme;
    const Fonts& fonts;
    const Pictures* pictures;
    const Interaction& interaction;
    const View& view;
    UiState& state;

    bool moving = false;
    int levelled = -1;
    Levels level;
};

}  // namespace

double paint(ImDrawList& draw, const Scene& scene, const Interaction& interaction, const View& view, UiState& state) {
    return Painter(draw, scene, interaction, view, state).run();
}

}  // namespace needlewise::ui
