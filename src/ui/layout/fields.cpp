// Questions: choices with their answers as cards, and dates.
#include <algorithm>
#include <cmath>

#include "ui/layout/layouter.h"
#include "ui/pictures.h"

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
    if (const Rect natural = extent_of(choice.map); !natural.empty()) return choice_on_map(index, node, natural, y, slot);
    for (const Node& option : node.children) y = place(option, {slot.x, y, slot.w}, context).bottom() + space::tight;
    if (!node.children.empty()) y -= space::tight;
    return {slot.x, slot.y, slot.w, y - slot.y};
}

// The answers as regions of a picture and, beside or below it, as a list.
Rect Layouter::choice_on_map(int index, const Node& node, const Rect& natural, float y, Slot slot) {
    const auto& choice = std::get<Choice>(node.what);
    const bool beside = effective(slot.w) >= from_width::two_columns;
    const float wide = beside ? std::min(std::floor((slot.w - space::wide) / 2), extent::picture_map) : std::min(slot.w, extent::map_above);
    const float tall = std::floor(wide * natural.h / natural.w);
    const Rect map{beside ? slot.x + slot.w - wide : slot.x + std::floor((slot.w - wide) / 2), y, wide, tall};
    const std::size_t item = out.items.size();
    out.items.push_back({map, index, Picture{.name = choice.map}});
    const float list = beside ? slot.w - wide - space::wide : slot.w;
    float bottom = beside ? y : map.bottom() + space::normal;
    const int first = next;
    for (const Node& option : node.children) bottom = place(option, {slot.x, bottom, list}, {}).bottom() + space::tight;
    bottom = std::max(bottom - space::tight, map.bottom());
    auto& picture = std::get<Picture>(out.items[item].shape);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto* option = std::get_if<ChoiceOption>(&node.children[i].what);
        if (option) picture.regions.push_back({option->code, first + static_cast<int>(i), option->selected});
    }
    const float scale = map.w / natural.w;
    for (const RegionBox& region : in.pictures->regions(choice.map)) {
        const auto found = std::ranges::find(picture.regions, region.code, &PictureRegion::code);
        if (found == picture.regions.end()) continue;
        const Rect& box = region.box;
        out.regions.push_back({index, found->node, {map.x + box.x * scale, map.y + box.y * scale, box.w * scale, box.h * scale}});
    }
    return {slot.x, slot.y, slot.w, bottom - slot.y};
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
Rect Layouter::native_field(int index, const NativeField& field, Slot slot) {
    const TextStyle label = style(Role::label);
    const Slot spot{slot.x, slot.y, std::min(slot.w, scaled(field.wide))};
    frame(index, spot,
          {.fill = Use::surface,
           .border = field.wrong ? Use::stop_bar : Use::border_strong,
           .border_width = field.wrong ? extent::line_strong : extent::line,
           .radius = radius::control,
           .skin = Skin::field});
    const Rect input =
        framed(index, spot, slot.y + std::max(extent::row, static_cast<float>(field.lines) * label.line_height + space::wide));
    if (in.paint_fields) {
        const float size = field.sign ? scaled(extent::icon) : 0;
        const Slot words{input.x + space::normal, slot.y + std::max(space::tight, std::floor((input.h - label.line_height) / 2)),
                         input.w - size - 2 * space::normal - space::tight};
        text(index, field.value.empty() ? "\u2013" : field.value, words, label, {.aside = true});
        const Rect corner{input.right() - space::normal - size, slot.y + std::floor((input.h - size) / 2), size, size};
        if (field.sign) icon(index, corner, {*field.sign, Use::accent});
    }
    out.targets[static_cast<std::size_t>(index)] = input;
    return input;
}

Rect Layouter::date_field(int index, const DateField& field, Slot slot) {
    const float y = field_head(index, field.label, field.hint, field.error, field.level, slot);
    const Rect input =
        native_field(index, {.value = field.value, .wrong = !field.error.empty(), .sign = Icon::calendar}, {slot.x, y, slot.w});
    return {slot.x, slot.y, slot.w, input.bottom() - slot.y};
}

Rect Layouter::text_field(int index, const TextField& field, Slot slot) {
    constexpr int several = 4;
    const bool words = field.kind == TextKind::line || field.kind == TextKind::lines;
    const std::string shown = field.kind == TextKind::secret ? std::string(field.value.size(), '*') : field.value;
    const float y = field_head(index, field.label, field.hint, field.error, field.level, slot);
    const Rect input = native_field(index,
                                    {.value = shown,
                                     .wrong = !field.error.empty(),
                                     .wide = words ? extent::column : extent::date_field,
                                     .lines = field.kind == TextKind::lines ? several : 1},
                                    {slot.x, y, slot.w});
    return {slot.x, slot.y, slot.w, input.bottom() - slot.y};
}

Rect Layouter::select(int index, const Select& select, Slot slot) {
    const bool answers = select.what == Select::What::answer;
    const float y = answers ? field_head(index, select.label, select.hint, select.error, 0, slot)
                            : text(index, select.label, slot, style(Role::small_strong), {}).bottom() + space::hair;
    const auto chosen = std::ranges::find(select.options, select.value, &Select::Option::value);
    const std::string_view value = chosen == select.options.end() ? std::string_view(select.value) : chosen->label;
    const Rect input = native_field(
        index,
        {.value = value, .wrong = !select.error.empty(), .sign = Icon::chevron_down, .wide = answers ? extent::column : extent::date_field},
        {slot.x, y, slot.w});
    return {slot.x, slot.y, slot.w, input.bottom() - slot.y};
}

}  // namespace needlewise::ui
