// Sections by their look: callouts, cards, rows of actions, grids of links and figures.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

Icon icon_of(needlewise::Look look) {
    switch (look) {
        case needlewise::Look::stop:
        case needlewise::Look::caution: return Icon::octagon;
        case needlewise::Look::ask: return Icon::question;
        case needlewise::Look::wait: return Icon::clock;
        case needlewise::Look::good: return Icon::check;
        case needlewise::Look::says: return Icon::speech;
        case needlewise::Look::found: return Icon::search;
        default: return Icon::info;
    }
}

bool is_card(const Node& node) {
    const auto* link = std::get_if<Link>(&node.what);
    return link && link->look == LinkLook::card;
}

bool holds_folds(const Node& node) {
    return std::ranges::any_of(node.children, [](const Node& child) {
        const auto* button = std::get_if<Button>(&child.what);
        return button && button->look == ButtonLook::fold;
    });
}

bool opens_callout(const Node& node) {
    const auto* paragraph = std::get_if<Paragraph>(&node.what);
    return std::holds_alternative<Heading>(node.what) || (paragraph && paragraph->style == Style::eyebrow);
}

bool opens_figure(const Node& node) {
    const auto* paragraph = std::get_if<Paragraph>(&node.what);
    return paragraph && paragraph->style == Style::figure;
}

bool shows_picture(const Node& node) {
    return std::holds_alternative<Figure>(node.what) || std::ranges::any_of(node.children, shows_picture);
}

}  // namespace

Rect Layouter::section(int index, const Node& node, Slot slot, const Context& context) {
    const auto& section = std::get<Section>(node.what);
    if (section.folded) {
        absorb(node.children, {slot.x, slot.y, 0, 0});
        return {slot.x, slot.y, 0, 0};
    }
    if (section.landmark == Landmark::banner) return banner(index, node, slot);
    if (section.landmark == Landmark::contentinfo) return footer(index, node, slot);
    if (section.landmark == Landmark::main) return main(node, slot);
    if (section.landmark == Landmark::dialog || section.landmark == Landmark::alertdialog) return dialog(index, node, slot);
    if (section.landmark == Landmark::navigation && section.look == needlewise::Look::actions) return presenter_bar(index, node, slot);
    if (section.look == needlewise::Look::note) return note(index, node, slot);
    if (const auto tone = tone_of(section.look)) return callout(index, node, *tone, slot);
    switch (section.look) {
        case needlewise::Look::card: return card(index, node, slot, context);
        case needlewise::Look::actions: return context.form && bar_fits(node, slot) ? bar(index, node, slot) : actions(node, slot, context);
        case needlewise::Look::beside: return beside(node, slot, context);
        case needlewise::Look::tabs: return tabs(index, node, slot, context);
        case needlewise::Look::segments: return segments(index, node, slot);
        case needlewise::Look::stepper: return stepper(node, slot);
        case needlewise::Look::toast: return toast(index, node, {Icon::check, Use::good_bar, Use::good_fill});
        case needlewise::Look::warning: return toast(index, node, {Icon::octagon, Use::ask_bar, Use::ask_fill});
        case needlewise::Look::links: return links(node, slot, context);
        case needlewise::Look::figures: return figures(node, slot, context);
        case needlewise::Look::machine: return machine(node, slot, context);
        case needlewise::Look::dock: return dock(index, node, slot);
        case needlewise::Look::contents: return context.at_side ? contents(index, node, slot) : flow(node.children, slot, context);
        default: {
            Context inner = context;
            inner.form = context.form || section.landmark == Landmark::form;
            return flow(node.children, slot, inner);
        }
    }
}

// A tinted card with a coloured edge and a sign. Where there is room all text stands beside the sign; on a phone only its
// first line does, and the rest takes the full width; where even that is narrow the sign stands above.
Rect Layouter::callout(int index, const Node& node, const Tone& tone, Slot slot) {
    const float pad = padding(slot.w), sign = scaled(extent::icon_callout), seen = effective(slot.w);
    frame(index, slot, {.fill = tone.fill, .border = tone.bar, .radius = radius::card, .edge = true});
    frame(index, {slot.x, slot.y, extent::bar}, {.fill = tone.bar, .radius = radius::card, .corners = Corners::left});
    const float left = slot.x + pad + space::hair;
    const bool above = seen < from_width::icon_beside, all_beside = seen >= from_width::tablet;
    const float indent = above ? 0 : sign + space::close, down = above ? sign + space::tight : 0;
    const Slot full{left, slot.y + pad, slot.x + slot.w - pad - left};
    const std::span<const Node> nodes = node.children;
    const std::size_t first = !nodes.empty() && opens_callout(nodes.front()) ? 1 : 0;
    const std::size_t opening = all_beside || above ? nodes.size() : first;
    Context context;
    context.eyebrow = tone.ink;
    Rect inside = flow(nodes.first(opening), {full.x + indent, full.y + down, full.w - indent}, context);
    const float middle = above || opening == 0 ? full.y + sign / 2 : first_line_centre(index);
    icon(index, {left, std::floor(middle - sign / 2), sign, sign}, {icon_of(std::get<Section>(node.what).look), tone.bar, tone.fill});
    const float under = std::max(inside.bottom(), std::floor(middle + sign / 2)) + space::tight;
    if (opening < nodes.size()) inside = flow(nodes.subspan(opening), {full.x, under, full.w}, context);
    return framed(index, slot, std::max(inside.bottom(), full.y + sign) + pad);
}

// Sources and asides: a well, without edge or sign.
Rect Layouter::note(int index, const Node& node, Slot slot) {
    const float pad = padding(slot.w) - space::hair;
    frame(index, slot,
          {.fill = Use::note_fill, .border = Use::border, .border_width = extent::line, .radius = radius::control, .edge = true});
    Context context;
    context.eyebrow = Use::note_ink;
    context.fine = true;
    const Rect inside = flow(node.children, {slot.x + pad, slot.y + pad, slot.w - 2 * pad}, context);
    return framed(index, slot, inside.bottom() + pad);
}

Rect Layouter::card(int index, const Node& node, Slot slot, const Context& context) {
    const float pad = padding(slot.w);
    frame(index, slot, raised_box(radius::card));
    Context inner;
    inner.small_figures = context.small_figures;
    inner.in_card = true;
    const Rect inside = flow(node.children, {slot.x + pad, slot.y + pad, slot.w - 2 * pad}, inner);
    return framed(index, slot, inside.bottom() + pad);
}

Rect Layouter::actions(const Node& node, Slot slot, const Context& context) {
    Context inner = context;
    inner.stacked = effective(slot.w) < from_width::button_row;
    return flow(node.children, slot, inner);
}

bool is_gallery(const Node& node) {
    constexpr std::size_t many = 5;
    const auto* first = node.children.size() >= many ? std::get_if<Link>(&node.children.front().what) : nullptr;
    return first && first->look == LinkLook::card && !first->figure.empty();
}

Rect Layouter::links(const Node& node, Slot slot, const Context& context) {
    Rect all{slot.x, slot.y, slot.w, 0};
    const std::span<const Node> nodes = node.children;
    for (std::size_t i = 0; i < nodes.size();) {
        std::size_t end = i;
        while (end < nodes.size() && is_card(nodes[end]) == is_card(nodes[i])) ++end;
        const auto part = nodes.subspan(i, end - i);
        const int fitting = effective(slot.w) < from_width::two_columns ? 1 : effective(slot.w) < from_width::rail ? 2 : 3;
        const int columns = part.size() == 1 || one_by_one ? 1 : is_gallery(node) ? fitting : std::min(fitting, 2);
        const Slot at{slot.x, all.bottom() + (all.h > 0 ? space::normal : 0), slot.w};
        const Rect placed = is_card(nodes[i]) ? grid(part, at, columns, context) : flow(part, at, context);
        all.h = placed.bottom() - all.y;
        i = end;
    }
    return all;
}

float Layouter::widest_figure(std::span<const Node> nodes) const {
    float widest = 0;
    for (const Node& node : nodes)
        widest = std::max(widest, opens_figure(node) ? text_width(std::get<Paragraph>(node.what).text, style(Role::figure))
                                                     : widest_figure(node.children));
    return widest;
}

// Of the lists among them, with what is chosen in full.
float Layouter::widest_choice(std::span<const Node> nodes) const {
    float widest = 0;
    for (const Node& node : nodes)
        if (const auto* select = std::get_if<Select>(&node.what)) widest = std::max(widest, chosen_width(*select));
    return widest;
}

// Cards, or figures each with the captions that follow it, side by side as far as they stay wide enough to read.
Rect Layouter::figures(const Node& node, Slot slot, const Context& context) {
    const std::span<const Node> nodes = node.children;
    const bool loose = !nodes.empty() && opens_figure(nodes.front());
    int count = 0;
    for (const Node& child : nodes) count += loose ? opens_figure(child) : 1;
    int columns = std::max(count, 1);
    const bool fields = std::ranges::all_of(nodes, [](const Node& child) { return std::holds_alternative<Select>(child.what); });
    const float readable = fields                                       ? from_width::least
                           : std::ranges::any_of(nodes, holds_folds)    ? from_width::folds
                           : !std::ranges::any_of(nodes, shows_picture) ? 180
                           : in.presenting                              ? extent::picture_shown
                                                                        : extent::picture_least;
    while (columns > 1 &&
           (slot.w + space::normal) / static_cast<float>(columns) - space::normal < std::max(scaled(readable), widest_choice(nodes)))
        --columns;
    const float wide = std::floor((slot.w + space::normal) / static_cast<float>(columns) - space::normal);
    Context inner = context;
    inner.small_figures = widest_figure(nodes) > wide - (loose ? 0 : 2 * padding(wide));
    if (!loose) return grid(nodes, slot, columns, inner);
    Rect all{slot.x, slot.y, slot.w, 0};
    float y = slot.y;
    int column = 0;
    for (std::size_t i = 0; i < nodes.size();) {
        std::size_t end = i + 1;
        while (end < nodes.size() && !opens_figure(nodes[end])) ++end;
        if (column == columns) {
            column = 0;
            y = all.bottom() + space::roomy;
        }
        const Rect placed =
            flow(nodes.subspan(i, end - i), {slot.x + static_cast<float>(column++) * (wide + space::normal), y, wide}, inner);
        all.h = std::max(all.h, placed.bottom() - all.y);
        i = end;
    }
    return all;
}

}  // namespace needlewise::ui
