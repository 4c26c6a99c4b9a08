// The healing time machine: on a phone the skin fills the width, the cut through it stands beside what is seen, and the slider stays
// over the foot of the view, so that all three are seen together. Where there is room the skin stands beside the rest.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

bool is_dock(const Node& node) {
    const auto* section = std::get_if<Section>(&node.what);
    return section && section->look == needlewise::Look::dock;
}

}  // namespace

// Children: the skin, the dock, the cut through the skin, and what is seen.
Rect Layouter::machine(const Node& node, Slot slot, const Context& context) {
    const std::span<const Node> parts = node.children;
    if (parts.size() != 4 || !is_dock(parts[1])) return flow(parts, slot, context);
    const float seen = effective(slot.w);
    if (seen >= from_width::two_columns && !stands()) {
        const float each = std::floor((slot.w - space::roomy) / 2), right = slot.x + each + space::roomy;
        const Rect skin = place(parts[0], {slot.x, slot.y, each}, context);
        const Rect dock = place(parts[1], {slot.x, skin.bottom() + space::close, each}, context);
        const Rect cut = place(parts[2], {right, slot.y, each}, context);
        const Rect said = place(parts[3], {right, cut.bottom() + space::close, each}, context);
        return {slot.x, slot.y, slot.w, std::max({dock.bottom(), skin.bottom(), said.bottom()}) - slot.y};
    }
    const Rect skin = place(parts[0], slot, context);
    const bool over = dock_fits();
    const Rect dock = place(parts[1], {slot.x, skin.bottom() + space::tight, slot.w}, context);
    const float y = (over ? skin.bottom() : dock.bottom()) + space::tight;
    if (seen < from_width::snug) {
        const Rect cut = place(parts[2], {slot.x, y, slot.w}, context);
        const Rect said = place(parts[3], {slot.x, cut.bottom() + space::tight, slot.w}, context);
        return {slot.x, slot.y, slot.w, said.bottom() - slot.y};
    }
    constexpr float share = 0.5f;
    const float wide = std::floor((slot.w - space::close) * share);
    const Rect cut = place(parts[2], {slot.x, y, wide}, context);
    const Rect said = place(parts[3], {slot.x + wide + space::close, y, slot.w - wide - space::close}, context);
    return {slot.x, slot.y, slot.w, std::max(cut.bottom(), said.bottom()) - slot.y};
}

// The slider under the words it stands at, which its button shares a line with.
Rect Layouter::dock(int index, const Node& node, Slot slot) {
    Context docked;
    docked.docked = true;
    if (node.children.size() != 2) return flow(node.children, slot, docked);
    const Node &slider = node.children[0], &button = node.children[1];
    const bool over = dock_fits();
    const Point from{static_cast<std::size_t>(index), out.items.size()};
    const Slot whole = over ? Slot{0, 0, in.width} : slot;
    if (over) frame(index, whole, {.fill = Use::surface, .shadow = 1});
    const Slot inner = over ? Slot{extent::margin_phone, space::hair, in.width - 2 * extent::margin_phone} : slot;
    const Rect moved = place(slider, inner, docked);
    const float wide = std::min(natural_width(button), inner.w / 2);
    place(button, {inner.x + inner.w - wide, inner.y, wide}, {});
    Rect all{slot.x, slot.y, slot.w, moved.bottom() - slot.y};
    if (!over) return all;
    all = framed(index, whole, moved.bottom() + space::hair);
    const float down = in.view_height - out.bar - all.h;
    shift(from, here(), 0, down);
    box(index, {0, down, in.width, extent::line}, {.fill = Use::border});
    out.bar += all.h;
    pin(from);
    return {0, down, in.width, all.h};
}

// On a phone that is tall enough the slider stays over the page.
bool Layouter::dock_fits() const {
    return in.fills && !in.presenting && effective(in.width) < from_width::tablet && effective(in.view_height) >= extent::bar_from_height;
}

}  // namespace needlewise::ui
