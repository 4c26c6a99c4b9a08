// Blocks below one another, in rows, in pairs and in grids; and the space between them.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

template <class T>
const T* as(const Node& node) {
    return std::get_if<T>(&node.what);
}

bool holds_blocks(const Node& node) {
    return as<Section>(node) || as<List>(node) || as<ListItem>(node) || as<Choice>(node) || as<Table>(node) || as<TableRow>(node);
}

Style style_of(const Node& node) {
    const auto* paragraph = as<Paragraph>(node);
    return paragraph ? paragraph->style : Style::body;
}

bool is_callout_or_card(const Node& node) {
    const auto* section = as<Section>(node);
    return section && (section->look == needlewise::Look::card || tone_of(section->look));
}

bool is_fold(const Node& node) {
    const auto* button = as<Button>(node);
    return button && button->look == ButtonLook::fold;
}

bool is_chip(const Node& node) {
    const auto* button = as<Button>(node);
    return button && button->look == ButtonLook::chip;
}

bool is_look(const Node& node, needlewise::Look look) {
    const auto* section = as<Section>(node);
    return section && section->look == look;
}

bool is_nav(const Node& node) {
    const auto* link = as<Link>(node);
    return link && link->look == LinkLook::nav;
}

bool is_quiet(const Node& node) {
    const auto* button = as<Button>(node);
    return button && button->look == ButtonLook::quiet;
}

bool is_text_link(const Node& node) {
    const auto* link = as<Link>(node);
    return link && link->look == LinkLook::text;
}

bool is_light(const Node& node) { return is_quiet(node) || is_text_link(node); }

bool is_pair(const Node& first, const Node& second) {
    const auto *says = as<Section>(first), *found = as<Section>(second);
    return says && found && says->look == needlewise::Look::says && found->look == needlewise::Look::found;
}

// Chips stand in rows of their own.
bool same_row(const Node& first, const Node& second) { return is_inline(first) && is_inline(second) && is_chip(first) == is_chip(second); }

// Of all blocks only a table of many columns leaves the column of text: anything else would make the page's edge restless.
bool may_be_wide(const Node& node) {
    constexpr std::size_t many = 4;
    return as<Table>(node) && !node.children.empty() && node.children.front().children.size() >= many;
}

bool is_plain_choice(const Node& node) {
    const auto* choice = as<Choice>(node);
    return choice && choice->map.empty();
}

// What is read line by line, not looked at.
bool is_text(const Node& node) {
    if (const auto* section = as<Section>(node))
        return tone_of(section->look) || section->look == needlewise::Look::actions || section->look == needlewise::Look::rail;
    return as<Heading>(node) || as<Paragraph>(node) || as<List>(node) || is_plain_choice(node) || as<DateField>(node) ||
           as<TextField>(node) || as<Progress>(node) || as<Slider>(node) || is_inline(node);
}

float gap_before_heading(const Node& previous, int level) {
    if (style_of(previous) == Style::eyebrow) return space::hair;
    if (const auto* above = as<Heading>(previous)) return above->level == 1 ? space::roomy : space::tight;
    if (is_look(previous, needlewise::Look::contents)) return space::roomy;
    return level >= 3 ? space::roomy : space::section;
}

float gap_after_heading(const Node& heading, const Node& node) {
    if (as<Paragraph>(node) || as<List>(node)) return as<Heading>(heading)->level == 1 ? space::normal : space::tight;
    return as<Heading>(heading)->level == 1 ? space::roomy : space::normal;
}

// The space between two blocks, by what they are.
float gap(const Node& previous, const Node& node) {
    if (const auto* heading = as<Heading>(node)) return gap_before_heading(previous, heading->level);
    if (as<Heading>(previous)) return gap_after_heading(previous, node);
    if (as<Choice>(node) && style_of(previous) == Style::eyebrow) return space::hair;
    if (as<Choice>(node) || as<DateField>(node) || as<TextField>(node)) return as<Paragraph>(previous) ? space::roomy : space::section;
    if (is_look(node, needlewise::Look::actions))
        return !node.children.empty() && is_chip(node.children.front()) ? space::normal : space::wide;
    if (as<Button>(previous) && is_look(node, needlewise::Look::note)) return space::tight;  // what it opened
    if (is_fold(previous)) return is_fold(node) ? space::tight : space::normal;
    if (is_callout_or_card(previous) && is_callout_or_card(node)) return space::normal;
    if (is_light(previous) && is_light(node)) return 0;  // tall enough to be hit as they are
    if (is_chip(node) || is_chip(previous) || is_quiet(node)) return space::normal;
    if (style_of(previous) == Style::eyebrow || style_of(previous) == Style::figure) return space::hair;
    if (as<Figure>(previous) && style_of(node) == Style::eyebrow) return space::tight;  // a caption
    if (as<Paragraph>(previous) && as<Paragraph>(node)) return style_of(node) == Style::small ? space::tight : space::close;
    if (is_look(previous, needlewise::Look::tabs)) return is_look(node, needlewise::Look::plain) ? space::hair : space::wide;
    if (as<Progress>(previous)) return space::wide;
    if (as<Paragraph>(previous) && (as<List>(node) || is_inline(node))) return space::close;
    return space::roomy;
}

}  // namespace

bool is_inline(const Node& node) {
    if (const auto* button = as<Button>(node)) return button->look != ButtonLook::fold;
    const auto* link = as<Link>(node);
    return link && link->look != LinkLook::card && (link->look != LinkLook::primary || link->detail.empty());
}

Rect Layouter::flow(std::span<const Node> nodes, Slot slot, const Context& context) {
    Rect all{slot.x, slot.y, slot.w, 0};
    Context inner = context;
    inner.wide.reset();
    const Node* previous = nullptr;
    for (std::size_t i = 0; i < nodes.size();) {
        std::size_t end = i + 1;
        while (end < nodes.size() && same_row(nodes[i], nodes[end])) ++end;
        Slot at = slot;
        const int index = next;
        inner.text_width = is_look(nodes[i], needlewise::Look::plain) ? context.text_width : 0;
        const bool paired = end < nodes.size() && is_pair(nodes[i], nodes[end]);
        if (context.text_width > 0 && is_text(nodes[i]) && !paired) at.w = std::min(at.w, context.text_width);
        if (context.wide && may_be_wide(nodes[i])) at = *context.wide;
        at.y = all.bottom() + (previous && all.h > 0 ? gap(*previous, nodes[i]) : 0);
        Rect placed;
        if (paired) {
            placed = pair(nodes[i], nodes[end], at, inner);
            ++end;
        } else if (is_inline(nodes[i])) {
            placed = row(nodes.subspan(i, end - i), at, inner);
        } else {
            placed = place(nodes[i], at, inner);
        }
        if (placed.h > 0 && !out.pinned[static_cast<std::size_t>(index)]) {
            const float x = std::min(all.x, placed.x);
            all = {x, all.y, std::max(all.right(), placed.right()) - x, placed.bottom() - all.y};
            previous = &nodes[end - 1];
        }
        i = end;
    }
    return all;
}

// How wide each of a row becomes: as its label asks, and stacked as wide as the row, where two share a line that have few words, or of
// which the second is the way back.
std::vector<float> Layouter::row_widths(std::span<const Node> nodes, const Slot& slot, const Context& context) const {
    std::vector<float> widths;
    widths.reserve(nodes.size());
    for (const Node& node : nodes) {
        const bool whole = (context.stacked || context.at_side) && !is_chip(node);
        widths.push_back(whole ? slot.w : std::min(natural_width(node), slot.w));
    }
    for (std::size_t i = 0; context.stacked && i + 1 < nodes.size(); ++i) {
        const float free = slot.w - space::normal - natural_width(nodes[i]) - natural_width(nodes[i + 1]);
        const bool light = is_light(nodes[i]);
        if (is_chip(nodes[i]) || !(light ? is_light(nodes[i + 1]) : is_quiet(nodes[i + 1])) || free < 0) continue;
        widths[i] = natural_width(nodes[i]) + (light ? std::floor(free / 2) : free);
        widths[i + 1] = slot.w - space::normal - widths[i];
        ++i;
    }
    return widths;
}

Rect Layouter::row(std::span<const Node> nodes, Slot slot, const Context& context) {
    Rect all{slot.x, slot.y, 0, 0};
    const float apart = nodes.empty() || is_chip(nodes.front()) || is_nav(nodes.front()) ? space::tight : space::normal;
    std::vector<std::pair<Point, Rect>> line;  // of the row being filled
    float x = slot.x, y = slot.y, height = 0;
    const auto close = [&] {  // centre everything on the row
        for (std::size_t i = 0; i < line.size(); ++i)
            shift(line[i].first, i + 1 < line.size() ? line[i + 1].first : here(), 0, std::floor((height - line[i].second.h) / 2));
        line.clear();
    };
    const std::vector<float> widths = row_widths(nodes, slot, context);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        const float wide = widths[i];
        if (!line.empty() && x + wide > slot.x + slot.w) {
            close();
            const bool lines = is_light(node) && is_light(nodes[i - 1]);  // likewise
            y += height + (context.at_side || lines ? 0 : is_chip(node) ? space::tight : space::close);
            x = slot.x;
            height = 0;
        }
        if (line.empty() && !context.stacked && !context.at_side && is_quiet(node))
            x -= space::close;                                                     // its label, not its padding, lines up with the text
        if (line.empty() && !context.at_side && is_nav(node)) x -= nav_padding();  // likewise
        const Point before = here();
        const Rect placed = place(node, {x, y, wide}, context);
        line.emplace_back(before, placed);
        height = std::max(height, placed.h);
        x = placed.right() + apart;
        const float left = std::min(slot.x, placed.x);
        all = around(all, {left, y, placed.right() - left, height});
    }
    close();
    return all;
}

Rect Layouter::pair(const Node& first, const Node& second, Slot slot, const Context& context) {
    const bool beside = effective(in.width) >= from_width::pair;
    const float wide = beside ? std::floor((slot.w - space::normal) / 2) : slot.w;
    const int left = next;
    Rect a = place(first, {slot.x, slot.y, wide}, context);
    const int right = next;
    const Slot at = beside ? Slot{slot.x + slot.w - wide, slot.y, wide} : Slot{slot.x, a.bottom() + space::normal, wide};
    const Rect b = place(second, at, context);
    constexpr float alike = 2.5f;  // nobody looks for words in a card that is mostly empty
    if (beside && std::max(a.h, b.h) <= alike * std::min(a.h, b.h)) {
        stretch(left, b.h);
        stretch(right, a.h);
        a = out.rects[static_cast<std::size_t>(left)];
    }
    return around(a, b);
}

// Rows of equal height; what does not fit a full row keeps the width of a column.
Rect Layouter::grid(std::span<const Node> nodes, Slot slot, int columns, const Context& context) {
    Rect all{slot.x, slot.y, slot.w, 0};
    const float apart = one_by_one ? space::tight : space::normal;
    const auto count = static_cast<std::size_t>(columns);
    const auto edge = [&](std::size_t column) {
        return std::floor(static_cast<float>(column) * (slot.w + space::normal) / static_cast<float>(columns));
    };
    for (std::size_t i = 0; i < nodes.size(); i += count) {
        const float y = i == 0 ? slot.y : all.bottom() + apart;
        std::vector<int> cells;
        float height = 0;
        for (std::size_t c = 0; c < count && i + c < nodes.size(); ++c) {
            cells.push_back(next);
            height = std::max(height, place(nodes[i + c], {slot.x + edge(c), y, edge(c + 1) - edge(c) - space::normal}, context).h);
        }
        for (const int cell : cells) stretch(cell, height);
        all.h = y + height - all.y;
    }
    return all;
}

Rect Layouter::place(const Node& node, Slot slot, const Context& context) {
    const int index = begin(node);
    struct Visit {
        Layouter& to;
        int index;
        const Node& node;
        Slot slot;
        const Context& context;
        Rect operator()(const Section&) const { return to.section(index, node, slot, context); }
        Rect operator()(const Heading& heading) const { return to.heading(index, heading, slot); }
        Rect operator()(const Paragraph& paragraph) const { return to.paragraph(index, paragraph, slot, context); }
        Rect operator()(const List&) const { return to.list(node, slot, context); }
        Rect operator()(const ListItem&) const { return to.list_item(index, node, slot, context); }
        Rect operator()(const Choice&) const { return to.choice(index, node, slot, context); }
        Rect operator()(const ChoiceOption& option) const { return to.option(index, option, slot, context.compact); }
        Rect operator()(const DateField& field) const { return to.date_field(index, field, slot); }
        Rect operator()(const Button& button) const {
            return context.segment ? to.segment(index, button, slot) : to.button(index, button, slot);
        }
        Rect operator()(const Link& link) const { return to.link(index, link, slot, context); }
        Rect operator()(const Figure& figure) const { return to.figure(index, figure, slot); }
        Rect operator()(const Progress& progress) const { return to.progress(index, progress, slot); }
        Rect operator()(const Chart& chart) const { return to.chart(index, chart, slot, context); }
        Rect operator()(const Table&) const { return to.table(index, node, slot); }
        Rect operator()(const TableRow&) const { return to.flow(node.children, slot, context); }  // outside a table
        Rect operator()(const Cell& cell) const { return to.text(index, cell.text, slot, to.style(Role::small), {}); }
        Rect operator()(const Status& status) const { return to.status(index, status, slot); }
        Rect operator()(const Select& select) const { return to.select(index, select, slot); }
        Rect operator()(const TextField& field) const { return to.text_field(index, field, slot); }
        Rect operator()(const QrCode& code) const { return to.qr_code(index, code, slot); }
        Rect operator()(const Slider& slider) const { return to.slider(index, slider, slot, context); }
    };
    const Rect rect = std::visit(Visit{*this, index, node, slot, context}, node.what);
    if (!holds_blocks(node)) absorb(node.children, rect);
    const auto at = static_cast<std::size_t>(index);
    out.rects[at] = rect;
    if (out.targets[at].empty()) out.targets[at] = rect;
    return rect;
}

}  // namespace needlewise::ui
