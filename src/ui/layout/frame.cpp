// The page's frame: banner, main column, footer.
#include <algorithm>
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

bool is_beside(const Node& node) {
    if (const auto* choice = std::get_if<Choice>(&node.what)) return !choice->map.empty();
    const auto* section = std::get_if<Section>(&node.what);
    return section && (section->look == needlewise::Look::beside || section->look == needlewise::Look::machine);
}

// Whether a picture stands beside words in this block, or beside other pictures.
bool has_panes(const Node& node) { return is_beside(node) || is_gallery(node) || std::ranges::any_of(node.children, is_beside); }

}  // namespace

// On a short page the footer stands at the foot of the view.
void Layouter::run(const Page& page) {
    one_by_one = page.place.kind == PageKind::review;
    from_the_right = page.from_the_right;
    float y = 0;
    for (const Node& node : page.nodes) {
        const Point before = here();
        const int index = next;
        const Rect rect = place(node, {0, y, in.width}, {});
        if (out.pinned[static_cast<std::size_t>(index)]) continue;
        y = rect.bottom();
        const auto* section = std::get_if<Section>(&node.what);
        if (section && section->landmark == Landmark::contentinfo && in.fills && y < in.view_height) {
            shift(before, here(), 0, in.view_height - y);
            y = out.rects[static_cast<std::size_t>(index)].bottom();
        }
    }
    out.height = std::ceil(y + out.bar);
    finish();
}

// Banner and footer keep their place from page to page.
float Layouter::frame_width() const {
    const float seen = effective(in.width);
    return scaled(seen >= from_width::sheet ? extent::sheet : seen >= from_width::wide ? extent::wide_column : extent::column);
}

Slot Layouter::centred(Slot slot, float widest) const {
    const float margin = effective(in.width) < from_width::tablet ? extent::margin_phone : extent::margin;
    const float wide = std::min(widest, slot.w - 2 * margin);
    return {slot.x + std::floor((slot.w - wide) / 2), slot.y, wide};
}

Rect Layouter::main(const Node& node, Slot slot) {
    const bool phone = effective(in.width) < from_width::tablet;
    const float top = in.presenting                ? space::normal
                      : !phone                     ? space::section
                      : begins_with_contents(node) ? space::tight
                                                   : space::roomy;  // tabs have room of their own
    const float below = in.presenting ? space::normal : phone ? space::section : space::page;
    const bool wide = effective(in.width) >= from_width::wide;
    const bool panes = in.presenting || (wide && std::ranges::any_of(node.children, has_panes));
    Slot column = centred(slot, in.presenting ? slot.w : panes ? frame_width() : scaled(extent::column));
    column.y += top;
    if (contents_at_side(node)) {
        const Rect content = sheet(node, {slot.x, column.y, slot.w});
        return out.main = {slot.x, slot.y, slot.w, content.bottom() + below - slot.y};
    }
    Context context;
    if (panes && !in.presenting) context.text_width = scaled(extent::column);
    else if (wide) context.wide = centred(slot, scaled(extent::wide_column));
    const Rect content = flow(node.children, column, context);
    return out.main = {slot.x, slot.y, slot.w, content.bottom() + below - slot.y};
}

Rect Layouter::brand(const Node& node, Slot slot) {
    const int index = begin(node);
    const TextStyle title = style(effective(in.width) < from_width::tablet ? Role::h3 : Role::h2);
    const float target = std::max(extent::target, title.line_height);
    const std::string& logo = std::get<Link>(node.what).figure;
    const Rect drawn = in.pictures && !logo.empty() ? in.pictures->extent(logo) : Rect{};
    constexpr float widest_logo = 4;  // times its height
    const float mark_height = scaled(drawn.empty() ? extent::icon : extent::logo);
    const float mark_size = drawn.empty() ? mark_height : mark_height * std::min(drawn.w / drawn.h, widest_logo);
    const float room = slot.w - mark_size - space::tight;
    const float wide = std::min(text_width(std::get<Link>(node.what).label, title), room);
    const Rect mark{slot.x, slot.y + std::floor((target - mark_height) / 2), mark_size, mark_height};
    if (drawn.empty()) icon(index, mark, {Icon::brand, Use::accent, Use::on_accent});
    else out.items.push_back({mark, index, Picture{.name = logo}});
    Slot words{slot.x + mark_size + space::tight, slot.y + std::floor((target - title.line_height) / 2), wide};
    const Rect label = text(index, std::get<Link>(node.what).label, words, title, {.ink = Use::text});
    const Rect rect{slot.x, slot.y, label.right() - slot.x, std::max(target, label.bottom() - slot.y)};
    out.rects[static_cast<std::size_t>(index)] = out.targets[static_cast<std::size_t>(index)] = rect;
    absorb(node.children, rect);
    return rect;
}

// The word-mark, then the ways in at its right, or below it where the width does not do.
Rect Layouter::banner(int index, const Node& node, Slot slot) {
    frame(index, slot, {.fill = Use::surface});
    const Slot inner = centred(slot, frame_width());
    Rect all{slot.x, slot.y, slot.w, space::tight};
    float x = inner.x;
    for (const Node& child : node.children) {
        const Slot free{x, all.y + space::tight, inner.x + inner.w - x};
        const auto* section = std::get_if<Section>(&child.what);
        const auto* link = std::get_if<Link>(&child.what);
        if (link && link->look == LinkLook::skip) {
            absorb(std::span(&child, 1), {});
            continue;
        }
        Rect placed;
        if (child.id == "brand") {
            placed = brand(child, {inner.x, free.y, inner.w});
        } else {
            float wide = section ? -space::tight : natural_width(child);
            for (const Node& part : child.children) wide += natural_width(part) + space::tight;
            const bool fits = x > inner.x && wide <= free.w;
            const float beyond = nav_padding();  // words, not their padding, end at the margin; a row begins with them there
            const Slot at =
                fits ? Slot{inner.x + inner.w - wide + 2 * beyond, free.y, wide} : Slot{inner.x, all.bottom(), inner.w + beyond};
            placed = section ? place(child, at, {}) : row(std::span(&child, 1), at, {});
        }
        x = placed.right() + space::tight;
        all.h = std::max(all.h, placed.bottom() - all.y);
    }
    all = framed(index, slot, all.bottom() + space::tight);
    box(index, {slot.x, all.bottom() - extent::line, slot.w, extent::line}, {.fill = Use::border});
    return all;
}

Rect Layouter::footer(int index, const Node& node, Slot slot) {
    frame(index, slot, {.fill = Use::sunken});
    box(index, {slot.x, slot.y, slot.w, extent::line}, {.fill = Use::border});
    Slot column = centred(slot, frame_width());
    const bool phone = effective(in.width) < from_width::tablet;
    column.y += phone ? space::normal : space::wide;
    Context context;
    context.fine = true;
    const Rect content = flow(node.children, column, context);
    return framed(index, slot, content.bottom() + (phone ? space::normal : space::section));
}

}  // namespace needlewise::ui
