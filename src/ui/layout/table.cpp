// Tables: a grid where the columns fit, else each row as a card with the column's heading over each value.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

constexpr float cell_pad = space::close;

bool is_head(const Node& row) {
    const auto* what = std::get_if<TableRow>(&row.what);
    return what && what->header;
}

std::size_t column_count(const Node& table) {
    std::size_t count = 0;
    for (const Node& row : table.children) count = std::max(count, row.children.size());
    return count;
}

const Cell* cell_of(const Node& node) { return std::get_if<Cell>(&node.what); }

}  // namespace

std::vector<float> Layouter::column_widths(const Node& node, float width) const {
    const std::size_t count = column_count(node);
    if (count == 0) return {};
    constexpr float widest_wish = 320;
    std::vector<float> least(count, scaled(extent::target)), wish = least,
                                                             whole = least;  // whole: what is not a heading stands on one line
    for (const Node& row : node.children)
        for (std::size_t i = 0; i < row.children.size(); ++i) {
            const Cell* cell = cell_of(row.children[i]);
            if (!cell) continue;
            const TextStyle words = style(cell->header ? Role::small_strong : Role::small);
            least[i] = std::max(least[i], widest_word(cell->text, words) + 2 * cell_pad);
            const float natural = text_width(cell->text, words) + 2 * cell_pad;
            whole[i] = std::max({whole[i], least[i], is_head(row) ? 0 : natural});
            wish[i] = std::max({wish[i], least[i], std::min(natural, scaled(widest_wish))});
        }
    float all_least = 0, all_wish = 0, all_whole = 0;
    for (std::size_t i = 0; i < count; ++i) {
        all_least += least[i];
        all_wish += wish[i];
        all_whole += whole[i];
    }
    const bool many_on_a_phone = count > 2 && effective(width) < from_width::table;
    if (all_least > width || (many_on_a_phone && all_whole > width)) return {};
    std::vector<float> widths(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (all_wish <= width) widths[i] = wish[i] * width / all_wish;
        else widths[i] = least[i] + (width - all_least) * (wish[i] - least[i]) / std::max(all_wish - all_least, 1.0f);
    }
    return widths;
}

Rect Layouter::table(int index, const Node& node, Slot slot) {
    if (std::get<Table>(node.what).matrix && matrix_fits(node, slot.w)) return matrix(index, node, slot);
    float y = slot.y;
    const std::string& caption = std::get<Table>(node.what).caption;
    if (!caption.empty()) y = text(index, caption, slot, style(Role::h3), {}).bottom() + space::close;
    const std::vector<float> columns = column_widths(node, slot.w);
    const Node* head = !node.children.empty() && is_head(node.children.front()) ? &node.children.front() : nullptr;
    if (!columns.empty()) {
        const std::size_t ground = box(index, {slot.x, y, slot.w, 0}, raised_box(radius::control));
        const float top = y;
        for (const Node& row : node.children) y = table_row(row, {slot.x, y, slot.w}, columns, &row == &node.children.back());
        out.items[ground].rect.h = y - top;
    } else {
        for (const Node& row : node.children) {
            if (&row == head) collapsed_row(row, {slot.x, y, slot.w});
            else y = table_card(row, head, {slot.x, y, slot.w}) + space::tight;
        }
        y -= node.children.empty() ? 0 : space::tight;
    }
    return {slot.x, slot.y, slot.w, std::max(y - slot.y, extent::line)};
}

float Layouter::table_row(const Node& node, Slot slot, const std::vector<float>& columns, bool last) {
    const int index = begin(node);
    const bool head = is_head(node);
    const std::size_t ground = box(index, {slot.x, slot.y, slot.w, 0},
                                   {.fill = head ? Use::sunken : Use::none,
                                    .border = head ? Use::border : Use::none,
                                    .border_width = extent::line,
                                    .radius = radius::control,
                                    .corners = Corners::top});
    float x = slot.x, tall = 0;
    const int first = next;
    std::size_t column = 0;
    for (const Node& child : node.children) {
        const int at = begin(child);
        const float wide = columns[column++];
        const Cell* cell = cell_of(child);
        const Slot words{x + cell_pad, slot.y + cell_pad, wide - 2 * cell_pad};
        const Rect placed =
            text(at, cell ? cell->text : std::string_view{}, words, style(cell && cell->header ? Role::small_strong : Role::small), {});
        out.rects[static_cast<std::size_t>(at)] = {x, slot.y, wide, 0};
        absorb(child.children, out.rects[static_cast<std::size_t>(at)]);
        tall = std::max(tall, placed.h + 2 * cell_pad);
        x += wide;
    }
    tall = std::max(tall, style(Role::small).line_height + 2 * cell_pad);
    for (auto at = static_cast<std::size_t>(first); at < static_cast<std::size_t>(next); ++at) {
        out.rects[at].h = tall;
        out.targets[at] = out.rects[at];
    }
    out.items[ground].rect.h = tall;
    if (!last && !head) box(index, {slot.x, slot.y + tall - extent::line, slot.w, extent::line}, {.fill = Use::border});
    out.rects[static_cast<std::size_t>(index)] = out.targets[static_cast<std::size_t>(index)] = {slot.x, slot.y, slot.w, tall};
    return slot.y + tall;
}

// The cards carry the headings themselves; the row keeps its place for those who read the table.
void Layouter::collapsed_row(const Node& row, Slot slot) {
    const auto keep = [&](const Node& node, float x, float wide) {
        const auto at = static_cast<std::size_t>(begin(node));
        out.rects[at] = out.targets[at] = {x, slot.y, wide, extent::line};
        if (&node != &row) absorb(node.children, out.rects[at]);
    };
    keep(row, slot.x, slot.w);
    const float wide = slot.w / static_cast<float>(std::max<std::size_t>(row.children.size(), 1));
    for (std::size_t i = 0; i < row.children.size(); ++i) keep(row.children[i], slot.x + static_cast<float>(i) * wide, wide);
}

// The column's heading, then the value at the end of the same line where both fit, else below it.
Rect Layouter::card_value(int index, const Cell& cell, const Cell* name, Slot slot) {
    if (cell.header || !name) return text(index, cell.text, slot, style(cell.header ? Role::strong : Role::small), {});
    const TextStyle small = style(Role::small);
    const float value_wide = text_width(cell.text, small), label_wide = text_width(name->text, small);
    const bool together = label_wide + space::normal + value_wide <= slot.w;
    const Rect label =
        text(index, name->text, {slot.x, slot.y, together ? label_wide : slot.w}, small, {.ink = Use::text_soft, .aside = true});
    const Slot at = together ? Slot{slot.x + slot.w - value_wide, slot.y, value_wide} : Slot{slot.x, label.bottom(), slot.w};
    return around(label, text(index, cell.text, at, small, {}));
}

float Layouter::table_card(const Node& row, const Node* head, Slot slot) {
    const int index = begin(row);
    const float pad = space::normal;
    Box ground = raised_box(radius::control);
    ground.shadow = 0;
    frame(index, slot, ground);
    float y = slot.y + pad;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const auto at = static_cast<std::size_t>(begin(row.children[i]));
        const Cell* cell = cell_of(row.children[i]);
        const Slot words{slot.x + pad, y, slot.w - 2 * pad};
        const Cell* name = head && i < head->children.size() ? cell_of(head->children[i]) : nullptr;
        const Rect placed = card_value(static_cast<int>(at), cell ? *cell : Cell{}, name, words);
        const float bottom = std::max(placed.bottom(), y + extent::line);
        out.rects[at] = out.targets[at] = {words.x, y, words.w, bottom - y};
        absorb(row.children[i].children, out.rects[at]);
        y = bottom + (i + 1 < row.children.size() ? space::tight : 0);
    }
    const auto at = static_cast<std::size_t>(index);
    out.rects[at] = out.targets[at] = framed(index, slot, y + pad);
    return out.rects[at].bottom();
}

}  // namespace needlewise::ui
