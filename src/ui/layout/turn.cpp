// Languages written from the right. Everything moves to the other side, charts and sliders too: on such a page time runs from
// the right like a sentence, and the browser's own slider, which lies over ours, does the same. Pictures and codes for cameras
// only move; a face keeps its sides.
#include <algorithm>

#include "ui/icons.h"
#include "ui/layout/layout.h"

namespace needlewise::ui {

namespace {

struct Turn {
    void operator()(Box& box) const {
        if (box.corners == Corners::left) box.corners = Corners::right;
        else if (box.corners == Corners::right) box.corners = Corners::left;
    }
    void operator()(Run& run) const {
        if (run.align == Align::left) run.align = Align::right;
        else if (run.align == Align::right) run.align = Align::left;
    }
    void operator()(Glyph& glyph) const { glyph.turned = follows_reading(glyph.icon); }
    void operator()(Mark&) const {}
    void operator()(Hatch&) const {}
    void operator()(Hill& hill) const { std::ranges::reverse(hill.heights); }
    void operator()(Picture&) const {}
    void operator()(Squares&) const {}
};

float turned(const Rect& rect, float width) { return width - rect.x - rect.w; }

// The places in a picture that can be chosen go with it.
void move_region(RegionTarget& region, const Layout& layout) {
    const auto holds = [&](const Item& item) { return item.node == region.choice && std::holds_alternative<Picture>(item.shape); };
    const auto picture = std::ranges::find_if(layout.items, holds);
    if (picture != layout.items.end()) region.rect.x += turned(picture->rect, layout.width) - picture->rect.x;
}

}  // namespace

void turn(Layout& layout) {
    for (RegionTarget& region : layout.regions) move_region(region, layout);
    for (auto* rects : {&layout.rects, &layout.targets, &layout.text_boxes})
        for (Rect& rect : *rects) rect.x = turned(rect, layout.width);
    for (auto* items : {&layout.items, &layout.pinned_items})
        for (Item& item : *items) {
            item.rect.x = turned(item.rect, layout.width);
            std::visit(Turn{}, item.shape);
        }
}

}  // namespace needlewise::ui
