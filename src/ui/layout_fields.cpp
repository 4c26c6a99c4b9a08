// Questions: choices with their answers as cards, and dates.
#include <cmath>

#include "ui/layouter.h"

namespace needlewise::ui {

// Label, hint and error; returns the y where the control may begin.
float Layouter::field_head(int index, std::string_view label, std::string_view hint, std::string_view error, int level, Slot slot) {
    float y = text(index, label, slot, style(level == 1 ? Role::h1 : level == 2 ? Role::h2 : Role::strong), {}).bottom();
    if (!hint.empty())
        y = text(index, hint, {slot.x, y + (level == 1 ? space::close : space::hair), slot.w}, style(level == 1 ? Role::body : Role::small),
                 {.ink = Use::text_soft, .aside = true})
                .bottom();
    if (!error.empty()) {
        const TextStyle strong = style(Role::small_strong);
        const float sign = scaled(extent::icon), indent = sign + space::tight;
        y += space::close;
        icon(index, {slot.x, y + std::floor((strong.line_height - sign) / 2), sign, sign}, {Icon::octagon, Use::stop_bar, Use::page});
        y = text(index, error, {slot.x + indent, y, slot.w - indent}, strong, {.ink = Use::stop_ink, .aside = true}).bottom();
    }
    return y + (level == 1 ? space::roomy : space::close);
}

Rect Layouter::choice(int index, const Node& node, Slot slot, const Context& context) {
    const auto& choice = std::get<Choice>(node.what);
    float y = field_head(index, choice.legend, choice.hint, choice.error, choice.level, slot);
    for (const Node& option : node.children) y = place(option, {slot.x, y, slot.w}, context).bottom() + space::tight;
    if (!node.children.empty()) y -= space::tight;
    return {slot.x, slot.y, slot.w, y - slot.y};
}

Rect Layouter::option(int index, const ChoiceOption& option, Slot slot) {
    const float pad = space::normal, sign = scaled(extent::icon);
    const TextStyle label = style(Role::label);
    frame(index, slot,
          {.fill = Use::surface,
           .border = Use::border_strong,
           .border_width = extent::line,
           .radius = radius::control,
           .skin = Skin::answer,
           .on = option.selected});
    const float picture = extent_of(option.figure).empty() ? 0 : scaled(extent::picture_option);
    const float left = slot.x + pad + sign + space::close;
    const float wide = slot.x + slot.w - pad - left - (picture > 0 ? picture + space::close : 0);
    const Point words_begin{static_cast<std::size_t>(index), out.items.size()};
    Rect words = text(index, option.label, {left, slot.y + pad, wide}, label, {});
    if (!option.hint.empty())
        words = around(words,
                       text(index, option.hint, {left, words.bottom(), wide}, style(Role::small), {.ink = Use::text_soft, .aside = true}));
    const float tall = std::max({extent::row, words.h + 2 * pad - space::hair, picture + 2 * space::tight});
    const float down = std::floor((tall - words.h) / 2) - pad;  // the words stand in the middle
    shift(words_begin, here(), 0, down);
    const float middle = words.y + down + label.line_height / 2;
    out.items.push_back(
        {{slot.x + pad, std::floor(middle - sign / 2), sign, sign}, index, ui::Mark{.square = option.multiple, .on = option.selected}});
    if (picture > 0)
        out.items.push_back({{slot.x + slot.w - pad - picture, slot.y + std::floor((tall - picture) / 2), picture, picture},
                             index,
                             Picture{option.figure}});
    return framed(index, slot, slot.y + tall);
}

// On the web the native input lies over the box; here it is only the ground behind it.
Rect Layouter::date_field(int index, const DateField& field, Slot slot) {
    const float y = field_head(index, field.label, field.hint, field.error, field.level, slot);
    const TextStyle label = style(Role::label);
    const Slot spot{slot.x, y, std::min(slot.w, scaled(extent::date_field))};
    frame(index, spot,
          {.fill = Use::surface,
           .border = field.error.empty() ? Use::border_strong : Use::stop_bar,
           .border_width = field.error.empty() ? extent::line : extent::line_strong,
           .radius = radius::control,
           .skin = Skin::field});
    const Rect input = framed(index, spot, y + std::max(extent::row, label.line_height + space::wide));
    if (in.paint_dates) {
        const float sign = scaled(extent::icon);
        const Slot words{input.x + space::normal, y + std::floor((input.h - label.line_height) / 2),
                         input.w - sign - 2 * space::normal - space::tight};
        text(index, field.value.empty() ? "\u2013" : field.value, words, label, {.aside = true});
        icon(index, {input.right() - space::normal - sign, y + std::floor((input.h - sign) / 2), sign, sign},
             {Icon::calendar, Use::accent});
    }
    out.targets[static_cast<std::size_t>(index)] = input;
    return {slot.x, slot.y, slot.w, input.bottom() - slot.y};
}

}  // namespace needlewise::ui
