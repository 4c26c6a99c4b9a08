// A slider: what it stands at, the track with its thumb, and the marks below.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

Rect Layouter::slider(int index, const Slider& slider, Slot slot) {
    const Rect label = text(index, slider.label, slot, style(Role::small_strong), {});
    const Rect value = text(index, slider.value_text, {slot.x, label.bottom(), slot.w}, style(Role::h2), {.aside = true});
    const float thumb = scaled(extent::slider_thumb), y = value.bottom() + space::tight, tall = extent::row;
    const float left = slot.x + thumb / 2, wide = slot.w - thumb, middle = y + tall / 2;
    const auto at = [&](double step) {
        return left + std::round(wide * static_cast<float>(step) / static_cast<float>(std::max(slider.max, 1)));
    };
    const float track = extent::bar;
    box(index, {left, middle - track / 2, wide, track},
        {.fill = Use::sunken, .border = Use::border_strong, .border_width = extent::line, .radius = track / 2});
    const float here = at(slider.value);
    box(index, {left, middle - track / 2, here - left, track}, {.fill = Use::accent, .radius = track / 2});
    box(index, {here - thumb / 2, middle - thumb / 2, thumb, thumb},
        {.fill = Use::surface,
         .border = Use::accent,
         .border_width = extent::focus,
         .radius = thumb / 2,
         .shadow = 1,
         .skin = Skin::secondary});
    out.targets[static_cast<std::size_t>(index)] = {slot.x, y, slot.w, tall};
    const TextStyle small = style(Role::small);
    float bottom = y + tall, taken = slot.x - space::normal;
    for (const AxisMark& mark : slider.marks) {
        const float wanted = std::min(text_width(mark.label, small), slot.w), tick = at(mark.at);
        box(index, {tick, middle + thumb / 2, extent::line, extent::chart_tick}, {.fill = Use::border_strong});
        const float x = std::clamp(tick - std::floor(wanted / 2), slot.x, slot.x + slot.w - wanted);
        if (x < taken + space::tight) continue;
        taken = x + wanted;
        bottom = std::max(
            bottom, text(index, mark.label, {x, y + tall - space::hair, wanted}, small, {.ink = Use::text_soft, .aside = true}).bottom());
    }
    return {slot.x, slot.y, slot.w, bottom - slot.y};
}

}  // namespace needlewise::ui
