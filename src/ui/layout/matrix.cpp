// A table that compares choices: columns of one width, and where there is little room a row's heading over its values.
#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

constexpr float cell_pad = space::close, heading_column = 128;

std::size_t choices(const Node& table) {
    return table.children.empty() ? 0 : std::max<std::size_t>(table.children.front().children.size(), 1) - 1;
}

const Cell* cell_of(const Node& node) { return std::get_if<Cell>(&node.what); }

bool is_head(const Node& row) {
    const auto* what = std::get_if<TableRow>(&row.what);
    return what && what->header;
}

}  // namespace

// Nothing is broken within a word: where one is too long for its column, the rows are cards as in any table.
bool Layouter::matrix_fits(const Node& node, float width) const {
    const std::size_t count = choices(node);
    if (count == 0) return false;
    const float room = effective(width) >= from_width::table ? width - scaled(heading_column) : width;
    const float each = room / static_cast<float>(count) - 2 * cell_pad;
    for (const Node& row : node.children)
        for (std::size_t i = 1; i < row.children.size(); ++i) {
            const Cell* cell = cell_of(row.children[i]);
            if (cell && widest_word(cell->text, style(cell->header ? Role::small_strong : Role::small)) > each) return false;
        }
    return true;
}

Rect Layouter::matrix(int index, const Node& node, Slot slot) {
    float y = slot.y;
    const std::string& caption = std::get<Table>(node.what).caption;
    if (!caption.empty()) y = text(index, caption, slot, style(Role::h3), {}).bottom() + space::close;
    const bool beside = effective(slot.w) >= from_width::table;
    std::vector<float> columns(choices(node) + 1, (slot.w - scaled(heading_column)) / static_cast<float>(choices(node)));
    columns.front() = scaled(heading_column);
    const std::size_t ground = box(index, {slot.x, y, slot.w, 0}, raised_box(radius::control));
    const float top = y;
    for (const Node& row : node.children) {
        const bool last = &row == &node.children.back();
        y = beside ? table_row(row, {slot.x, y, slot.w}, columns, last) : matrix_row(row, {slot.x, y, slot.w}, last);
    }
    out.items[ground].rect.h = y - top;
    box(index, {slot.x, top, slot.w, y - top}, {.border = Use::border, .border_width = extent::line, .radius = radius::control});
    return {slot.x, slot.y, slot.w, y - slot.y};
}

float Layouter::matrix_row(const Node& row, Slot slot, bool last) {
    const int index = begin(row);
    const bool head = is_head(row);
    const std::size_t band = box(index, {slot.x, slot.y, slot.w, 0},
                                 {.fill = Use::sunken,
                                  .border = Use::border,
                                  .border_width = extent::line,
                                  .radius = head ? radius::control : 0,
                                  .corners = head ? Corners::top : Corners::all});
    const float each = slot.w / static_cast<float>(std::max<std::size_t>(row.children.size(), 2) - 1);
    float y = slot.y, bottom = slot.y;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const auto at = static_cast<std::size_t>(begin(row.children[i]));
        const Cell* cell = cell_of(row.children[i]);
        const bool heads_row = i == 0;
        Rect place{slot.x + (heads_row ? 0 : static_cast<float>(i - 1) * each), y, heads_row ? slot.w : each, extent::line};
        if (!(heads_row && head)) {  // the heading of the headings has no place of its own
            const Slot words{place.x + cell_pad, y + (heads_row ? cell_pad / 2 : cell_pad), place.w - 2 * cell_pad};
            const Role role = cell && cell->header ? Role::small_strong : Role::small;
            const Rect said = text(static_cast<int>(at), cell ? cell->text : std::string_view{}, words, style(role), {});
            place.h = said.bottom() + (heads_row ? cell_pad / 2 : cell_pad) - y;
            if (heads_row) y = place.bottom();
        }
        out.rects[at] = out.targets[at] = place;
        absorb(row.children[i].children, place);
        bottom = std::max(bottom, place.bottom());
    }
    out.items[band].rect.h = (head ? bottom : y) - slot.y;
    if (!last && !head) box(index, {slot.x, bottom - extent::line, slot.w, extent::line}, {.fill = Use::border});
    out.rects[static_cast<std::size_t>(index)] = out.targets[static_cast<std::size_t>(index)] = {slot.x, slot.y, slot.w, bottom - slot.y};
    return bottom;
}

}  // namespace needlewise::ui
