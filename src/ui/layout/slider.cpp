// A slider: what it stands at, the track with its thumb, and the marks below.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

// In a dock the words it stands at leave room for the button beside them, and its name is for those who listen.
Rect Layouter::slider(int index, const Slider& slider, Slot slot, const Context& context) {
    float top = slot.y;
    if (!context.docked) top = text(index, slider.label, slot, style(Role::strong), {}).bottom();
    constexpr float beside_button = 0.66f;
    const TextStyle said = style(context.docked ? Role::small_strong : Role::h2);
    const float words_wide = context.docked ? std::floor(slot.w * beside_button) : slot.w;
    const float lines = line_count(slider.value_text, said, words_wide) * said.line_height;
    const float room =
        context.docked ? std::max(extent::target + space::tight, 2 * said.line_height) : lines;  // the same for every time: nothing jumps
    text(index, slider.value_text, {slot.x, top + std::floor((room - lines) / 2), words_wide}, said, {.aside = true});
    const float thumb = scaled(extent::slider_thumb), y = top + room + (context.docked ? 0 : space::tight),
                tall = context.docked ? extent::target : extent::row;
    const float left = slot.x + thumb / 2, wide = slot.w - thumb, middle = y + tall / 2;
    const float track = extent::bar;
    box(index, {left, middle - track / 2, wide, track},
        {.fill = Use::sunken, .border = Use::border_strong, .border_width = extent::line, .radius = track / 2});
    if (slider.answered) {
        const float here = left + std::round(wide * static_cast<float>(slider.value) / static_cast<float>(std::max(slider.max, 1)));
        box(index, {left, middle - track / 2, here - left, track}, {.fill = Use::accent, .radius = track / 2});
        box(index, {here - thumb / 2, middle - thumb / 2, thumb, thumb},
            {.fill = Use::surface,
             .border = Use::accent,
             .border_width = extent::focus,
             .radius = thumb / 2,
             .shadow = 1,
             .skin = Skin::secondary});
    }
    out.targets[static_cast<std::size_t>(index)] = {slot.x, y, slot.w, tall};
    const float bottom = slider_marks(index, slider, {slot.x, y + tall - (context.docked ? 0 : space::hair), slot.w}, middle + thumb / 2);
    return {slot.x, slot.y, slot.w, std::max(bottom, y + tall) - slot.y};
}

// In one line, each with its words: a mark whose words would run into those before or into the last is not shown. Returns where they end.
float Layouter::slider_marks(int index, const Slider& slider, Slot slot, float ticks) {
    const TextStyle small = style(Role::small);
    const float thumb = scaled(extent::slider_thumb), left = slot.x + thumb / 2, wide = slot.w - thumb;
    float taken = slot.x - space::normal, bottom = slot.y;
    const float end = slider.marks.empty() ? 0 : slot.x + slot.w - std::min(text_width(slider.marks.back().label, small), slot.w);
    for (const AxisMark& mark : slider.marks) {
        const float tick = left + std::round(wide * static_cast<float>(mark.at) / static_cast<float>(std::max(slider.max, 1)));
        const float wanted = std::min(text_width(mark.label, small), slot.w);
        const float x = std::clamp(tick - std::floor(wanted / 2), slot.x, slot.x + slot.w - wanted);
        const bool last = &mark == &slider.marks.back();
        if (!last && (x < taken + space::tight || x + wanted + space::tight > end)) continue;
        taken = x + wanted;
        box(index, {tick, ticks, extent::line, extent::chart_tick}, {.fill = Use::border_strong});
        bottom = std::max(bottom, text(index, mark.label, {x, slot.y, wanted}, small, {.ink = Use::text_soft, .aside = true}).bottom());
    }
    return bottom;
}

}  // namespace needlewise::ui
