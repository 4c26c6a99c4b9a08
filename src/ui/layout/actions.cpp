// Buttons and links.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

struct PillShape {
    float pad = space::roomy, height = extent::row;
    Use ink = Use::accent_text;
    Role role = Role::strong;
    Box box = {};
};

PillShape shape_of(const Pill& pill) {
    Box box{.radius = radius::control, .on = pill.on};
    switch (pill.look) {
        case ButtonLook::primary:
            box.fill = Use::accent;
            box.skin = Skin::primary;
            return {.ink = Use::on_accent, .box = box};
        case ButtonLook::secondary:
            box.fill = Use::surface;
            box.border = Use::accent;
            box.border_width = extent::line_strong;
            box.skin = Skin::secondary;
            return {.box = box};
        case ButtonLook::quiet: box.skin = Skin::quiet; return {.pad = space::close, .height = extent::target, .box = box};
        case ButtonLook::fold: break;  // has a layout of its own
        case ButtonLook::chip:
            box.fill = Use::surface;
            box.border = Use::border_strong;
            box.border_width = extent::line;
            box.radius = extent::chip / 2;
            box.skin = Skin::chip;
            return {space::close, extent::chip, pill.on ? Use::accent_text : Use::text, Role::small, box};
    }
    return {};
}

Icon sign_of(const Link& link) { return link.url.starts_with("tel:") ? Icon::phone : Icon::external; }
Icon end_icon(const Link& link) { return link.url.empty() ? Icon::arrow : sign_of(link); }

}  // namespace

Pill pill_of(const Button& button) {
    Pill pill{.label = button.label, .look = button.look};
    if (button.expanded) pill.icon = *button.expanded ? Icon::chevron_up : Icon::chevron_down;
    if (button.pressed) {
        pill.on = *button.pressed;
        if (pill.on) pill.icon = Icon::check;
    }
    return pill;
}

std::optional<Pill> pill_of(const Link& link) {
    if (link.look != LinkLook::primary || !link.detail.empty()) return std::nullopt;
    return Pill{.label = link.label, .look = ButtonLook::primary, .icon = end_icon(link)};
}

float Layouter::natural_width(const Node& node) const {
    const auto of_pill = [this](const Pill& pill) {
        const PillShape shape = shape_of(pill);
        const float sign = pill.icon ? scaled(extent::icon_small) + space::tight : 0;
        return std::max(extent::target, text_width(pill.label, style(shape.role)) + sign + 2 * shape.pad);
    };
    if (const auto* button = std::get_if<Button>(&node.what)) return of_pill(pill_of(*button));
    const auto* link = std::get_if<Link>(&node.what);
    if (!link) return 0;
    if (const auto pill = pill_of(*link)) return of_pill(*pill);
    if (link->look == LinkLook::nav) return std::max(extent::target, text_width(link->label, style(nav_role())) + 2 * nav_padding());
    const float wide = text_width(link->label, style(Role::body));
    return wide + (link->url.empty() ? 0 : space::hair + scaled(extent::icon_small));
}

// On a phone word-mark and ways in share one line.
Role Layouter::nav_role() const { return effective(in.width) < from_width::tablet ? Role::small : Role::body; }
float Layouter::nav_padding() const { return effective(in.width) < from_width::tablet ? space::hair : space::tight; }

// Centred label, an icon after it; the label wraps and the button grows when there is too little room.
Rect Layouter::pill(int index, const Pill& pill, Slot slot) {
    const PillShape shape = shape_of(pill);
    const TextStyle label = style(shape.role);
    Box ground = shape.box;
    if (pill.look == ButtonLook::chip) ground.radius = scaled(ground.radius);
    frame(index, slot, ground);
    const float sign = pill.icon ? scaled(extent::icon_small) : 0;
    const float after = pill.icon ? sign + space::tight : 0;
    const float room = slot.w - 2 * shape.pad - after;
    const float wide = std::min(room, text_width(pill.label, label));
    const float x = slot.x + std::floor((slot.w - wide - after) / 2);
    const bool chip = pill.look == ButtonLook::chip;
    const float least = chip ? std::max(extent::chip, label.line_height + space::tight) : shape.height;
    const float lines = line_count(pill.label, label, wide);
    const float tall = std::max(least, lines * label.line_height + (chip ? space::tight : space::roomy));
    const Rect words = text(index, pill.label, {x, slot.y + std::floor((tall - lines * label.line_height) / 2), wide}, label,
                            {.ink = shape.ink, .align = pill.look == ButtonLook::quiet || chip ? Align::left : Align::centre});
    if (pill.icon)
        icon(index, {words.right() + space::tight, slot.y + std::floor((tall - sign) / 2), sign, sign},
             {*pill.icon, shape.ink, pill.on ? Use::accent_soft : shape.box.fill});
    return framed(index, slot, slot.y + tall);
}

Rect Layouter::button(int index, const Button& button, Slot slot) {
    return button.look == ButtonLook::fold ? fold(index, button, slot) : pill(index, pill_of(button), slot);
}

// What it opens in strong words, what that comes to below, and a sign at the end.
Rect Layouter::fold(int index, const Button& button, Slot slot) {
    const float pad = space::normal, sign = scaled(extent::icon_small);
    Box ground{.fill = Use::surface, .border = Use::border, .border_width = extent::line, .radius = radius::control};
    ground.skin = Skin::secondary;
    frame(index, slot, ground);
    const TextStyle title = style(Role::strong);
    const float wide = slot.w - 2 * pad - sign - space::close;
    Rect words = text(index, button.label, {slot.x + pad, slot.y + space::close, wide}, title, {.ink = Use::text});
    if (!button.description.empty())
        words = around(words, text(index, button.description, {words.x, words.bottom(), wide}, style(Role::small),
                                   {.ink = Use::text_soft, .aside = true}));
    const float tall = std::max(extent::row, words.h + 2 * space::close);
    icon(index, {slot.x + slot.w - pad - sign, slot.y + std::floor((tall - sign) / 2), sign, sign},
         {button.expanded.value_or(false) ? Icon::chevron_up : Icon::chevron_down, Use::accent_text, Use::surface});
    return framed(index, slot, slot.y + tall);
}

Rect Layouter::link(int index, const Link& link, Slot slot, const Context& context) {
    if (const auto like_button = pill_of(link)) return pill(index, *like_button, slot);
    if (link.look == LinkLook::tab) return tab(index, link, slot, context);
    if (link.look == LinkLook::card) return link_card(index, link, slot);
    if (link.look == LinkLook::primary) return primary_card(index, link, slot);
    const bool nav = link.look == LinkLook::nav;
    const TextStyle label = style(context.fine ? Role::small : nav ? nav_role() : Role::body);
    const float sign = link.url.empty() ? 0 : scaled(extent::icon_small), pad = context.at_side ? space::close : nav ? nav_padding() : 0;
    const float room = slot.w - 2 * pad - (sign > 0 ? sign + space::hair : 0);
    const float wide = std::min(room, text_width(link.label, label));
    if (nav)
        frame(index, slot,
              {.radius = radius::control, .skin = context.at_side ? Skin::side : Skin::nav, .on = link.current, .inset = nav_padding()});
    const float lines = line_count(link.label, label, wide);
    const float tall = std::max(extent::target, lines * label.line_height + space::close);
    const Align align = context.stacked ? Align::centre : Align::left;
    const float x = slot.x + pad + (context.stacked ? std::floor((room - wide) / 2) : 0);
    const Rect words = text(index, link.label, {x, slot.y + std::floor((tall - lines * label.line_height) / 2), wide}, label,
                            {.ink = nav && !link.current ? Use::text_soft : Use::accent_text, .align = align, .underline = !nav});
    if (sign > 0) {  // after the last word
        const float end = words.x + (lines > 1 && align == Align::left ? std::ceil(out.lines.back().width) : words.w);
        icon(index, {end + space::hair, words.bottom() - std::floor((label.line_height + sign) / 2), sign, sign},
             {sign_of(link), Use::accent_text});
    }
    const Rect rect = framed(index, slot, slot.y + tall);
    if (context.at_side && link.current) mark_current(index, rect);
    return rect;
}

// The way on from the home page: as loud as a primary button, with a line that says what it is.
Rect Layouter::primary_card(int index, const Link& link, Slot slot) {
    const float pad = padding(slot.w), sign = scaled(extent::icon);
    frame(index, slot, {.fill = Use::accent, .radius = radius::card, .shadow = 1, .skin = Skin::primary});
    const bool arrow = effective(slot.w) >= from_width::arrow;
    const float wide = slot.w - 2 * pad - (arrow ? sign + space::normal : 0);
    const TextStyle title = style(Role::h2);
    const Rect label = text(index, link.label, {slot.x + pad, slot.y + pad, wide}, title, {.ink = Use::on_accent});
    const Rect detail =
        text(index, link.detail, {label.x, label.bottom() + space::hair, wide}, style(Role::small), {.ink = Use::on_accent, .aside = true});
    const Rect all = framed(index, slot, detail.bottom() + pad);
    if (arrow)
        icon(index, {all.right() - pad - sign, all.y + std::floor((all.h - sign) / 2), sign, sign}, {end_icon(link), Use::on_accent});
    return all;
}

Rect Layouter::link_card(int index, const Link& link, Slot slot) {
    const float pad = padding(slot.w), sign = scaled(extent::icon_small) + space::hair;
    const float above = one_by_one ? space::tight : pad;  // a list to read is closer than cards to choose from
    Box ground = raised_box(one_by_one ? radius::control : radius::card);
    ground.skin = Skin::link_card;
    frame(index, slot, ground);
    const float picture = extent_of(link.figure).empty() ? 0 : std::floor((slot.w - 2 * space::tight) * extent::picture_ratio);
    float y = slot.y + above;
    if (picture > 0) {
        out.items.push_back({{slot.x + space::tight, slot.y + space::tight, slot.w - 2 * space::tight, picture},
                             index,
                             Picture{.name = link.figure, .spread = true}});
        y = slot.y + space::tight + picture + space::close;
    }
    const bool arrow = effective(slot.w) >= from_width::arrow;
    const float wide = slot.w - 2 * pad - (arrow ? sign + space::close : 0);
    const TextStyle title = style(Role::strong);
    Rect words = text(index, link.label, {slot.x + pad, y, wide}, title, {.ink = Use::accent_text});
    if (arrow)
        icon(index, {slot.x + slot.w - pad - sign, y + std::floor((title.line_height - sign) / 2), sign, sign},
             {end_icon(link), Use::accent_text});
    if (!link.detail.empty())
        words = around(words, text(index, link.detail, {words.x, words.bottom() + space::hair / 2, wide}, style(Role::small),
                                   {.ink = Use::text_soft, .aside = true}));
    return framed(index, slot, std::max(slot.y + extent::row, words.bottom() + above));
}

}  // namespace needlewise::ui
