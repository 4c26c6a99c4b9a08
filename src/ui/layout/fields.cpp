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
    if (choice.compact) return compact_choice(node, y - space::hair, slot);
    for (const Node& option : node.children) y = place(option, {slot.x, y, slot.w}, context).bottom() + space::tight;
    if (!node.children.empty()) y -= space::tight;
    return {slot.x, slot.y, slot.w, y - slot.y};
}

float Layouter::compact_width(const ChoiceOption& option) const {
    const float picture = extent_of(option.figure).empty() ? 0 : scaled(extent::swatch) + space::tight;
    return 2 * space::close + scaled(extent::icon) + space::tight + picture + std::ceil(text_width(option.label, style(Role::body)));
}

// As many in a row as there is room for, each as wide as its words.
Rect Layouter::compact_choice(const Node& node, float y, Slot slot) {
    Context beside;
    beside.compact = true;
    float x = slot.x, bottom = y;
    for (const Node& child : node.children) {
        const auto* option = std::get_if<ChoiceOption>(&child.what);
        const float wide = option ? std::min(compact_width(*option), slot.w) : slot.w;
        if (x > slot.x && x + wide > slot.x + slot.w) {
            x = slot.x;
            y = bottom + space::tight;
        }
        const Rect placed = place(child, {x, y, wide}, beside);
        x = placed.right() + space::tight;
        bottom = std::max(bottom, placed.bottom());
    }
    return {slot.x, slot.y, slot.w, bottom - slot.y};
}

// What was chosen on a map, named below it: the list may lie out of view. Returns where it ends.
float Layouter::chosen_chips(int index, const Node& node, Slot slot) {
    const TextStyle small = style(Role::small_strong);
    const float tall = std::max(scaled(extent::chip), small.line_height + space::tight);
    float x = slot.x, y = slot.y, bottom = slot.y - space::close;
    for (const Node& child : node.children) {
        const auto* option = std::get_if<ChoiceOption>(&child.what);
        if (!option || !option->selected) continue;
        const float words = std::min(std::ceil(text_width(option->label, small)), slot.w - 2 * space::close);
        const float wide = words + 2 * space::close;
        if (x > slot.x && x + wide > slot.x + slot.w) {
            x = slot.x;
            y += tall + space::tight;
        }
        box(index, {x, y, wide, tall}, {.fill = Use::accent_soft, .border = Use::accent, .border_width = extent::line, .radius = tall / 2});
        text(index, option->label, {x + space::close, y + std::floor((tall - small.line_height) / 2), words}, small,
             {.ink = Use::accent_text, .aside = true});
        x += wide + space::tight;
        bottom = y + tall;
    }
    return bottom;
}

// The answers as regions of a picture and, beside or below it, as a list.
Rect Layouter::choice_on_map(int index, const Node& node, const Rect& natural, float y, Slot slot) {
    const auto& choice = std::get<Choice>(node.what);
    const bool beside = effective(in.width) >= from_width::wide;
    const float above = effective(in.width) < from_width::tablet ? extent::map_above : extent::picture_map;
    const float wide = beside ? std::min(std::floor((slot.w - space::wide) / 2), extent::picture_map) : std::min(slot.w, above);
    const float tall = std::floor(wide * natural.h / natural.w);
    const Rect map{beside ? slot.x + slot.w - wide : slot.x + std::floor((slot.w - wide) / 2), y, wide, tall};
    const std::size_t item = out.items.size();
    out.items.push_back({map, index, Picture{.name = choice.map}});
    const float list = beside ? slot.w - wide - space::wide : slot.w;
    const float named = chosen_chips(index, node, {map.x, map.bottom() + space::close, map.w});
    float bottom = beside ? y : named + space::normal;
    const int first = next;
    for (const Node& option : node.children) bottom = place(option, {slot.x, bottom, list}, {}).bottom() + space::tight;
    bottom = std::max(bottom - space::tight, named);
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

// A picture stands at the end, a swatch of an answer beside others before its words.
Rect Layouter::option(int index, const ChoiceOption& option, Slot slot, bool compact) {
    const float pad = compact ? space::close : space::normal, sign = scaled(extent::icon);
    const TextStyle label = style(compact ? Role::body : Role::label);
    frame(index, slot,
          {.fill = Use::surface,
           .border = Use::border_strong,
           .border_width = extent::line,
           .radius = radius::control,
           .skin = Skin::answer,
           .on = option.selected});
    float picture = extent_of(option.figure).empty() ? 0 : scaled(compact ? extent::swatch : extent::picture_option);
    if (!compact && effective(slot.w - picture) < from_width::words_beside) picture = 0;  // it would break the words
    const float before = compact && picture > 0 ? picture + space::tight : 0;
    const float left = slot.x + pad + sign + (compact ? space::tight : space::close) + before;
    const float wide = slot.x + slot.w - pad - left - (picture > 0 && !compact ? picture + space::close : 0);
    const Point words_begin{static_cast<std::size_t>(index), out.items.size()};
    Rect words = text(index, option.label, {left, slot.y + pad, wide}, label, {});
    if (!option.hint.empty())
        words = around(words,
                       text(index, option.hint, {left, words.bottom(), wide}, style(Role::small), {.ink = Use::text_soft, .aside = true}));
    const float tall = compact ? std::max({extent::target, words.h + 2 * space::tight, picture + space::tight})
                               : std::max({extent::row, words.h + 2 * pad - space::hair, picture + 2 * space::tight});
    const float down = std::floor((tall - words.h) / 2) - pad;  // the words stand in the middle
    shift(words_begin, here(), 0, down);
    const float middle = words.y + down + label.line_height / 2;
    out.items.push_back(
        {{slot.x + pad, std::floor(middle - sign / 2), sign, sign}, index, ui::Mark{.square = option.multiple, .on = option.selected}});
    if (picture > 0)
        out.items.push_back(
            {{compact ? left - before : slot.x + slot.w - pad - picture, slot.y + std::floor((tall - picture) / 2), picture, picture},
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

namespace {

// The answer that is chosen, or what somebody wrote instead.
std::string_view chosen_words(const Select& select) {
    const auto chosen = std::ranges::find(select.options, select.value, &Select::Option::value);
    return chosen == select.options.end() ? std::string_view(select.value) : chosen->label;
}

}  // namespace

float Layouter::list_width(std::string_view words) const {
    return text_width(words, style(Role::label)) + 2 * space::close + scaled(extent::icon);
}

float Layouter::chosen_width(const Select& select) const { return list_width(chosen_words(select)); }

Rect Layouter::select(int index, const Select& select, Slot slot) {
    const bool answers = select.what == Select::What::answer;
    const float y = answers ? field_head(index, select.label, select.hint, select.error, 0, slot)
                            : text(index, select.label, slot, style(Role::small_strong), {}).bottom() + space::hair;
    const bool wide = std::ranges::any_of(select.options, [&](const Select::Option& option) {
        return list_width(option.label) > scaled(extent::date_field) - space::normal;
    });
    const Rect input = native_field(index,
                                    {.value = chosen_words(select),
                                     .wrong = !select.error.empty(),
                                     .sign = Icon::chevron_down,
                                     .wide = wide ? extent::column : extent::date_field},
                                    {slot.x, y, slot.w});
    return {slot.x, slot.y, slot.w, input.bottom() - slot.y};
}

}  // namespace needlewise::ui
