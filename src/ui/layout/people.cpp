// A hundred people: so many filled, the others in outline, and below how many each kind is.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

float Layouter::people(int index, const Chart& chart, Slot slot) {
    constexpr int hundred = 100;
    const int columns = effective(slot.w) >= from_width::button_row ? 20 : 10;
    const float each = std::floor(std::min(slot.w / static_cast<float>(columns), scaled(extent::person)));
    const float sign = std::floor(each * 0.8f);
    const int filled = chart.rows.empty() ? 0 : std::clamp(static_cast<int>(std::lround(chart.rows.front().typical)), 0, hundred);
    const auto glyph = [](bool full) { return full ? Glyph{Icon::person, Use::accent} : Glyph{Icon::person_outline, Use::border_strong}; };
    for (int i = 0; i < hundred; ++i) {
        const auto column = static_cast<float>(i % columns), line = static_cast<float>(i / columns);
        icon(index, {slot.x + column * each, slot.y + line * each, sign, sign}, glyph(i < filled));
    }
    float y = slot.y + std::ceil(static_cast<float>(hundred) / static_cast<float>(columns)) * each + space::normal;
    const TextStyle strong = style(Role::small_strong), small = style(Role::small);
    const float legend = scaled(extent::icon), indent = legend + space::tight;
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const BarRow& row = chart.rows[i];
        icon(index, {slot.x, y + std::floor((strong.line_height - legend) / 2), legend, legend}, glyph(i == 0));
        const Rect value = text(index, row.value_text, {slot.x + indent, y, slot.w - indent}, strong, {.aside = true});
        y = text(index, row.label, {value.x, value.bottom(), value.w}, small, {.ink = Use::text_soft, .aside = true}).bottom() +
            space::tight;
    }
    return y - space::tight;
}

}  // namespace needlewise::ui
