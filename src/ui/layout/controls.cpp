// Controls made of several buttons or links: tabs, segments, a stepper.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

// The parts of one thing in a row, or as many rows as they need, the current one underlined, the first word on the margin. At the side
// they are a list.
Rect Layouter::tabs(int index, const Node& node, Slot slot, const Context& context) {
    if (context.at_side) {
        Rect all{slot.x, slot.y, slot.w, 0};
        for (const Node& child : node.children) all.h = place(child, {slot.x, all.bottom(), slot.w}, context).bottom() - slot.y;
        return all;
    }
    const std::size_t line = box(index, {slot.x, slot.y, slot.w, extent::line}, {.fill = Use::border});
    const float left = slot.x - space::close, end = slot.x + slot.w;
    Rect all{left, slot.y, end - left, 0};
    float x = left, y = slot.y;
    for (const Node& child : node.children) {
        const auto* link = std::get_if<Link>(&child.what);
        const float wide = link ? text_width(link->label, style(link->current ? Role::strong : Role::body)) + 2 * space::close : 0;
        if (x > left && x + wide > end) {
            x = left;
            y = all.bottom();
        }
        const Rect placed = place(child, {x, y, std::min(wide, all.w)}, {});
        x = placed.right();
        all.h = std::max(all.h, placed.bottom() - all.y);
    }
    out.items[line].rect.y = all.bottom() - extent::line;
    return all;
}

Rect Layouter::tab(int index, const Link& link, Slot slot, const Context& context) {
    const TextStyle label = style(link.current ? Role::strong : Role::body);
    const float room = slot.w - 2 * space::close, words = line_count(link.label, label, room) * label.line_height;
    const float tall = std::max(extent::tab, words + space::normal);
    frame(index, slot,
          {.radius = radius::small, .skin = context.at_side ? Skin::side : Skin::nav, .on = link.current, .inset = space::close});
    text(index, link.label, {slot.x + space::close, slot.y + std::floor((tall - words) / 2), room}, label,
         {.ink = link.current ? Use::accent_text : Use::text_soft});
    const Rect rect = framed(index, slot, slot.y + tall);
    if (context.at_side && link.current) mark_current(index, rect);
    return rect;
}

// Buttons of which one is pressed, in one well; below one another where they do not fit.
Rect Layouter::segments(int index, const Node& node, Slot slot) {
    const TextStyle label = style(Role::small_strong);
    const auto count = static_cast<float>(std::max<std::size_t>(node.children.size(), 1));
    float widest = 0, together = 0;
    const auto width_of = [&](const Node& child) {
        return std::max(text_width(name_of(child), label) + 2 * space::normal, extent::target);
    };
    for (const Node& child : node.children) {
        widest = std::max(widest, width_of(child));
        together += width_of(child);
    }
    const float pad = space::hair, room = slot.w - 2 * pad;
    const bool across = widest * count <= room, uneven = !across && together <= room;  // uneven: each as wide as its words
    const int most = std::max(1, static_cast<int>(room / widest)), all = static_cast<int>(count);
    const int rows = across || uneven ? 1 : (all + most - 1) / most;
    const int columns = (all + rows - 1) / rows;  // rows of the same length as far as that goes
    const float each = across ? widest : std::floor(room / static_cast<float>(columns));
    const float wide = (uneven ? together : each * static_cast<float>(columns)) + 2 * pad;
    frame(index, {slot.x, slot.y, wide},
          {.fill = Use::sunken, .border = Use::border_strong, .border_width = extent::line, .radius = radius::control});
    float x = slot.x + pad, y = slot.y + pad, tall = 0;
    int column = 0;
    for (const Node& child : node.children) {
        if (column++ == columns) {
            column = 1;
            x = slot.x + pad;
            y += tall;
        }
        Context context;
        context.segment = true;
        const Rect placed = place(child, {x, y, uneven ? width_of(child) : each}, context);
        x = placed.right();
        tall = placed.h;
    }
    return framed(index, {slot.x, slot.y, wide}, y + tall + pad);
}

Rect Layouter::segment(int index, const Button& button, Slot slot) {
    const bool on = button.pressed.value_or(false);
    const TextStyle label = style(Role::small_strong);
    const float tall = std::max(extent::target, label.line_height + space::tight);
    frame(index, slot,
          {.fill = on ? Use::raised : Use::none,
           .border = on ? Use::accent : Use::none,
           .border_width = on ? extent::line_strong : 0,
           .radius = radius::control - space::hair,
           .skin = Skin::segment,
           .on = on});
    const float lines = line_count(button.label, label, slot.w - space::tight);
    text(index, button.label, {slot.x + space::hair, slot.y + std::floor((tall - lines * label.line_height) / 2), slot.w - space::tight},
         label, {.ink = on ? Use::accent_text : Use::text, .align = Align::centre});
    return framed(index, slot, slot.y + tall);
}

// Less, the value, more.
Rect Layouter::stepper(const Node& node, Slot slot) {
    Rect all{slot.x, slot.y, 0, 0};
    float x = slot.x;
    std::vector<std::pair<Point, Rect>> parts;
    for (const Node& child : node.children) {
        const float wide = is_inline(child) ? natural_width(child) : text_width(name_of(child), style(Role::small_strong)) + space::tight;
        if (!parts.empty() && x + wide > slot.x + slot.w) {
            x = slot.x;
            slot.y = all.bottom() + space::tight;
        }
        const Point before = here();
        const Rect placed = place(child, {x, slot.y, std::min(wide, slot.w)}, {});
        parts.emplace_back(before, placed);
        all = around(all, placed);
        x = placed.right() + space::tight;
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].second.y == slot.y)
            shift(parts[i].first, i + 1 < parts.size() ? parts[i + 1].first : here(), 0,
                  std::floor((all.bottom() - slot.y - parts[i].second.h) / 2));
    return all;
}

}  // namespace needlewise::ui
