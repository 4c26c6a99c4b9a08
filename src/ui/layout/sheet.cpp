// The preparation sheet where there is room: its parts at one side, the page in the middle, and at the other side what is wanted while
// reading it.
#include <algorithm>
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

bool has_look(const Node& node, needlewise::Look look) {
    const auto* section = std::get_if<Section>(&node.what);
    return section && section->look == look;
}

bool is_rail(const Node& node) { return has_look(node, needlewise::Look::rail); }

}  // namespace

bool begins_with_contents(const Node& main) {
    return !main.children.empty() && has_look(main.children.front(), needlewise::Look::contents);
}

bool Layouter::contents_at_side(const Node& main) const {
    return effective(in.width) >= from_width::contents && begins_with_contents(main);
}

Rect Layouter::sheet(const Node& main, Slot slot) {
    const Slot all = centred(slot, frame_width());
    const float list = scaled(extent::contents), apart = space::section;
    Context at_side;
    at_side.at_side = true;
    const Rect contents = place(main.children.front(), {all.x, all.y, list}, at_side);
    const Slot rest{all.x + list + apart, all.y, all.w - list - apart};
    const std::span<const Node> nodes = std::span(main.children).subspan(1);
    Context context;
    context.text_width = scaled(extent::column);
    const auto before = static_cast<std::size_t>(std::ranges::find_if(nodes, is_rail) - nodes.begin());
    if (before == nodes.size() || effective(rest.w) < from_width::rail) return around(contents, flow(nodes, rest, context));
    const float side = scaled(extent::rail), middle = rest.w - side - space::wide;
    const Rect first = flow(nodes.first(before), {rest.x, rest.y, middle}, context);
    const Rect rail = place(nodes[before], {rest.x + middle + space::wide, rest.y, side}, {});
    const Rect last = flow(nodes.subspan(before + 1), {rest.x, first.bottom() + space::wide, middle}, context);
    return around(around(contents, rail), around(first, last));
}

// An edge, because the tint alone is hardly seen by everybody.
void Layouter::mark_current(int index, const Rect& rect) {
    box(index, {rect.x, rect.y, space::hair, rect.h}, {.fill = Use::accent, .radius = radius::small, .corners = Corners::left});
}

// Groups, and below a line the parts of the one that is shown. In view all the time where it hides nothing; words that the document
// shows would leave their places while the page scrolls under it.
Rect Layouter::contents(int index, const Node& node, Slot slot) {
    const Point from{static_cast<std::size_t>(index), out.items.size()};
    Context context;
    context.at_side = true;
    Rect all{slot.x, slot.y, slot.w, 0};
    for (const Node& child : node.children) {
        if (&child != &node.children.front()) {
            box(index, {slot.x, all.bottom() + space::tight, slot.w, extent::line}, {.fill = Use::border});
            all.h += 2 * space::tight;
        }
        all.h = place(child, {slot.x, all.bottom(), slot.w}, context).bottom() - slot.y;
    }
    if (in.fills && !from_the_right && effective(in.view_height) >= extent::contents_from_height) pin(from);
    return all;
}

}  // namespace needlewise::ui
