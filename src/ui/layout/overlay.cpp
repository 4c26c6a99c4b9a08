// What stays over the page: the bar of actions on a phone, a short message, a dialog.
#include <cmath>
#include <utility>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

// Takes what was laid out since `from` off the page.
void Layouter::pin(Point from) {
    for (std::size_t i = from.nodes; i < out.rects.size(); ++i) out.pinned[i] = 1;
    const auto first = out.items.begin() + static_cast<std::ptrdiff_t>(from.items);
    out.pinned_items.insert(out.pinned_items.end(), first, out.items.end());
    out.items.erase(first, out.items.end());
}

// A bar would take too much of a low view, such as one zoomed to 400 %. Where there is room for more than a phone's page the buttons
// only leave it when they would lie below the view.
bool Layouter::bar_fits(const Node& node, Slot slot) const {
    if (effective(in.view_height) < extent::bar_from_height) return false;
    if (effective(in.width) < from_width::tablet) return true;
    const float rows = node.children.size() > 2 && effective(slot.w) < from_width::button_row ? 2 : 1;
    return in.fills && slot.y + rows * extent::row + space::normal > in.view_height;
}

// The way on takes the room there is, the way back stands beside it, further ways below.
Rect Layouter::bar(int index, const Node& node, Slot slot) {
    const Point from{static_cast<std::size_t>(index), out.items.size()};
    const Slot whole{0, 0, in.width};
    frame(index, whole, {.fill = Use::surface, .shadow = 1});
    const bool phone = effective(in.width) < from_width::tablet;
    const Slot inner{phone ? extent::margin_phone : slot.x, space::close, phone ? in.width - 2 * extent::margin_phone : slot.w};
    if (!phone) return pinned_bar(index, whole, row(node.children, inner, {}), from);
    float y = inner.y;
    for (std::size_t i = 0; i < node.children.size();) {
        const bool pair_of_buttons = i + 1 < node.children.size() && std::holds_alternative<Button>(node.children[i + 1].what);
        const float side = pair_of_buttons ? natural_width(node.children[i + 1]) : 0;
        const bool together = pair_of_buttons && side <= inner.w / 2;
        const Rect first = place(node.children[i], {inner.x, y, together ? inner.w - side - space::tight : inner.w}, {});
        Rect row = first;
        ++i;
        if (together) {
            const Point before = here();
            const Rect second = place(node.children[i], {first.right() + space::tight, y, side}, {});
            shift(before, here(), 0, std::floor((first.h - second.h) / 2));
            row = around(first, second);
            ++i;
        }
        y = row.bottom() + space::hair;
    }
    return pinned_bar(index, whole, {inner.x, inner.y, inner.w, y - space::hair - inner.y}, from);
}

// At the foot of the view, above a line.
Rect Layouter::pinned_bar(int index, Slot whole, const Rect& inside, Point from) {
    const Rect all = framed(index, whole, inside.bottom() + space::close);
    shift(from, here(), 0, in.view_height - all.h);
    box(index, {0, in.view_height - all.h, in.width, extent::line}, {.fill = Use::border});
    out.bar = all.h;
    pin(from);
    return {0, in.view_height - all.h, in.width, all.h};
}

// Buttons and a short text in one line, each in the middle of its height.
Rect Layouter::side_by_side(std::span<const Node> nodes, Slot slot, float height) {
    float x = slot.x;
    for (const Node& node : nodes) {
        const Point before = here();
        const auto* words = std::get_if<Paragraph>(&node.what);
        const float wide = words ? text_width(words->text, style(Role::small)) : natural_width(node);
        const Rect placed = place(node, {x, slot.y, wide}, {});
        shift(before, here(), 0, std::floor((height - placed.h) / 2));
        x = placed.right() + space::tight;
    }
    return {slot.x, slot.y, x - space::tight - slot.x, height};
}

// As large on every slide, whatever the slide's words are: what turns the pages stays under the hand.
Rect Layouter::presenter_bar(int index, const Node& node, Slot slot) {
    const float of_slide = std::exchange(text_scale, in.bar_text_scale.value_or(in.text_scale));
    const Rect bar = bar_over(index, node, slot);
    text_scale = of_slide;
    return bar;
}

// The tools at the left, the way back and on at the right; below one another where the width does not do. A low view has it at
// the end of the page.
Rect Layouter::bar_over(int index, const Node& node, Slot slot) {
    const Point from{static_cast<std::size_t>(index), out.items.size()};
    const bool pinned = in.fills && effective(in.view_height) >= extent::bar_from_height / 2;
    const float height = std::max(extent::row, style(Role::strong).line_height + space::roomy);
    const auto width_of = [this](std::span<const Node> nodes) {
        float wide = -space::tight;
        for (const Node& each : nodes) {
            const auto* words = std::get_if<Paragraph>(&each.what);
            wide += space::tight + (words ? text_width(words->text, style(Role::small)) : natural_width(each));
        }
        return wide;
    };
    const Slot whole{0, slot.y, in.width};
    frame(index, whole, {.fill = Use::surface, .shadow = 1});
    const std::span<const Node> all = node.children, tools = all.first(all.size() / 2), turns = all.subspan(all.size() / 2);
    Slot line = centred(whole, in.width);
    line.y += space::tight;
    const float right = line.x + line.w;
    const bool together = width_of(tools) + space::normal + width_of(turns) <= line.w;
    side_by_side(tools, line, height);
    if (!together) line.y += height + space::tight;
    side_by_side(turns, {right - width_of(turns), line.y, line.w}, height);
    Rect bar = framed(index, whole, line.y + height + space::tight);
    if (!pinned) return bar;
    shift(from, here(), 0, in.view_height - bar.bottom());
    bar.y = in.view_height - bar.h;
    box(index, {0, bar.y, in.width, extent::line}, {.fill = Use::border});
    out.bar = bar.h;
    pin(from);
    return bar;
}

// In the middle of the view; at the end of the page where the view is too low to hold it.
Rect Layouter::dialog(int index, const Node& node, Slot slot) {
    const Point from{static_cast<std::size_t>(index), out.items.size()};
    const float wide = std::min(extent::dialog, in.width - 2 * extent::margin_phone), pad = padding(wide);
    const Slot place_at{std::floor((in.width - wide) / 2), slot.y, wide};
    Box ground = raised_box(radius::card);
    ground.border_width = 0;
    frame(index, place_at, ground);
    Context context;
    const Rect inside = flow(node.children, {place_at.x + pad, place_at.y + pad, wide - 2 * pad}, context);
    Rect all = framed(index, place_at, inside.bottom() + pad);
    out.modal = index;
    if (all.h > in.view_height - 2 * space::normal) return all;
    const float down = std::floor((in.view_height - all.h) / 2) - all.y;
    shift(from, here(), 0, down);
    pin(from);
    all.y += down;
    return all;
}

Rect Layouter::toast(int index, const Node& node, const Glyph& sign) {
    const Point from{static_cast<std::size_t>(index), out.items.size()};
    const float wide = std::min(extent::toast, in.width - 2 * extent::margin_phone);
    const Slot at{std::floor((in.width - wide) / 2), 0, wide};
    frame(index, at, {.fill = sign.ground, .border = sign.ink, .border_width = extent::line, .radius = radius::control, .shadow = 1});
    const float side = scaled(extent::icon), pad = space::normal;
    const Rect words = flow(node.children, {at.x + pad + side + space::close, at.y + pad, at.w - 2 * pad - side - space::close}, {});
    icon(index, {at.x + pad, words.y + std::floor((words.h - side) / 2), side, side}, sign);
    Rect all = framed(index, at, words.bottom() + pad);
    const float down = in.view_height - out.bar - space::normal - all.h;
    shift(from, here(), 0, down);
    pin(from);
    all.y += down;
    return all;
}

}  // namespace needlewise::ui
