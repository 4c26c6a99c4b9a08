// Headings, paragraphs, lists, status, figures, progress.
#include <cmath>

#include "core/form/photo.h"
#include "ui/layout/layouter.h"
#include "ui/qr_modules.h"

namespace needlewise::ui {

Rect Layouter::heading(int index, const Heading& heading, Slot slot) {
    const Role role = heading.level <= 1 ? Role::h1 : heading.level == 2 ? Role::h2 : Role::h3;
    return shapely(index, heading.text, slot, style(role), {});
}

// The narrowest that takes no more lines, as `text-wrap: balance` does.
float Layouter::balanced(std::string_view tidy, const TextStyle& style_, float width) const {
    const std::size_t lines = broken(tidy, style_, width).size();
    const float least = widest_word(tidy, style_);
    for (float step = std::floor(width / 4); step >= 1; step = std::floor(step / 2))
        while (width - step >= least && broken(tidy, style_, width - step).size() == lines) width -= step;
    return width;
}

// So much narrower, if that is enough, that the last line is more than a short word, as `text-wrap: pretty` does.
float Layouter::without_short_end(std::string_view tidy, const TextStyle& style_, float width) const {
    constexpr float least = 0.7f, enough = 0.25f;  // of the width
    const std::size_t lines = broken(tidy, style_, width).size();
    for (float narrow = width; narrow >= least * width; narrow -= space::tight) {
        const std::vector<Line> set = broken(tidy, style_, narrow);
        if (set.size() != lines) break;
        if (set.back().width >= enough * width) return narrow;
    }
    return width;
}

// A text that is seen as a shape: of a few lines.
Rect Layouter::shapely(int index, std::string_view words, Slot slot, const TextStyle& style_, const Inked& inked) {
    constexpr std::size_t most = 6;
    const std::string tidy = collapsed(words);
    const std::size_t lines = painted(tidy) ? broken(tidy, style_, slot.w).size() : 0;  // the document breaks its own
    float width = slot.w;
    if (lines > 1 && lines <= most) width = style_.semibold ? balanced(tidy, style_, slot.w) : without_short_end(tidy, style_, slot.w);
    return {slot.x, slot.y, slot.w, text(index, words, {slot.x, slot.y, width}, style_, inked).h};
}

Rect Layouter::paragraph(int index, const Paragraph& paragraph, Slot slot, const Context& context) {
    switch (paragraph.style) {
        case Style::body: return shapely(index, paragraph.text, slot, style(Role::body), {});
        case Style::lead: return shapely(index, paragraph.text, slot, style(Role::lead), {.ink = context.soft});
        case Style::small: return shapely(index, paragraph.text, slot, style(Role::small), {.ink = context.soft});
        case Style::eyebrow: return text(index, paragraph.text, slot, style(Role::eyebrow), {.ink = context.eyebrow});
        case Style::figure:
            return text(index, paragraph.text, slot, style(context.small_figures ? Role::figure_small : Role::figure),
                        {.ink = Use::accent_text});
    }
    return {slot.x, slot.y, slot.w, 0};
}

Rect Layouter::list(const Node& node, Slot slot, const Context& context) {
    const bool ordered = std::get<List>(node.what).ordered;
    Rect all{slot.x, slot.y, slot.w, 0};
    Context inner = context;
    inner.number = 0;
    for (const Node& item : node.children) {
        if (ordered) ++inner.number;
        const float apart = all.h <= 0 ? 0 : item.children.empty() ? space::tight : space::normal;
        all.h = place(item, {slot.x, all.bottom() + apart, slot.w}, inner).bottom() - all.y;
    }
    return all;
}

Rect Layouter::list_item(int index, const Node& node, Slot slot, const Context& context) {
    const TextStyle body = style(context.fine ? Role::small : Role::body);
    const float indent = scaled(space::roomy);
    Slot inside{slot.x + indent, slot.y, slot.w - indent};
    Rect all{slot.x, slot.y, slot.w, 0};
    const auto& item = std::get<ListItem>(node.what);
    if (!item.text.empty()) {
        all.h = shapely(index, item.text, inside, body, {}).h;
        inside.y += all.h + (node.children.empty() ? 0 : space::hair);
    }
    if (!node.children.empty()) all.h = flow(node.children, inside, context).bottom() - all.y;
    const float middle = all.h > 0 ? first_line_centre(index) : slot.y;
    if (context.number > 0) {
        const TextStyle strong{body.size, body.line_height, true};
        const std::string number = std::to_string(context.number) + ".";
        const float wide = std::max(indent, text_width(number, strong) + space::hair);  // a long one stands out into the margin
        text(index, number, {slot.x + indent - wide, std::floor(middle - body.line_height / 2), wide}, strong,
             {.ink = Use::accent_text, .aside = true});
    } else {
        const float dot = scaled(extent::bar);
        box(index, {slot.x + dot, std::floor(middle - dot / 2), dot, dot}, {.fill = Use::accent, .radius = dot / 2});
    }
    return all;
}

Rect Layouter::status(int index, const Status& status, Slot slot) {
    if (status.text.empty()) return {slot.x, slot.y, 0, 0};
    return text(index, status.text, slot, style(Role::small), {.ink = Use::text});
}

namespace {

// Scenes are wide, maps square; what was drawn small stays smaller. Photos are as large as they are, and no taller than a phone is wide.
float widest_picture(const Rect& natural, bool photo) {
    if (photo) return std::min({natural.w, extent::picture_scene, extent::photo_tallest * natural.w / natural.h});
    if (natural.w < extent::picture_map) return natural.w * extent::picture_growth;
    return natural.w > natural.h ? extent::picture_scene : extent::picture_map;
}

}  // namespace

// Its title and description are for those who listen.
Rect Layouter::figure(int index, const Figure& figure, Slot slot) {
    const Rect natural = extent_of(figure.image);
    if (natural.empty()) return {slot.x, slot.y, slot.w, 0};
    constexpr float most_of_view = 0.36f;  // two of them, one above the other, and the bar
    const float tallest = in.presenting && in.fills ? in.view_height * most_of_view : natural.h * slot.w / natural.w;
    const float wide =
        std::min({slot.w, widest_picture(natural, size_in_name(figure.image).has_value()), std::floor(tallest * natural.w / natural.h)});
    const float left = in.presenting ? 0 : std::floor((slot.w - wide) / 2);  // on a slide at the margin of its words
    const Rect picture{slot.x + left, slot.y, wide, std::floor(wide * natural.h / natural.w)};
    out.items.push_back({picture, index,
                         Picture{.name = figure.image,
                                 .tone = figure.tone,
                                 .levels = figure.levels,
                                 .moving = figure.moving,
                                 .showings = figure.showings,
                                 .held = figure.held}});
    if (figure.scale) scale_bar(index, *figure.scale, picture);
    return picture;
}

// At the foot of the picture: the number over its bar.
void Layouter::scale_bar(int index, const Figure::Scale& scale, const Rect& picture) {
    const TextStyle small = style(Role::small_strong);
    const float bar = std::floor(static_cast<float>(scale.share) * picture.w), wide = text_width(scale.label, small);
    const float plate_wide = std::max(bar, wide) + 2 * space::tight, under = space::hair;
    const float plate_tall = small.line_height + 2 * under + space::hair;
    const Rect plate{picture.x + space::tight, picture.bottom() - plate_tall - space::tight, plate_wide, plate_tall};
    box(index, plate, {.fill = Use::raised, .radius = radius::small});
    const float left = plate.x + std::floor((plate.w - wide) / 2);
    text(index, scale.label, {left, plate.y + space::hair / 2, wide}, small, {.aside = true});
    const float from = plate.x + std::floor((plate.w - bar) / 2), y = plate.bottom() - under - extent::line_strong;
    box(index, {from, y, bar, extent::line_strong}, {.fill = Use::text});
    for (const float end : {from, from + bar - extent::line_strong})
        box(index, {end, y - space::hair, extent::line_strong, 2 * space::hair}, {.fill = Use::text});
}

// As wide as a camera at arm's length wants it, with the light margin the standard asks for.
Rect Layouter::qr_code(int index, const QrCode& code, Slot slot) {
    Squares squares{qr_modules(code.text)};
    if (squares.rows.empty()) return {slot.x, slot.y, slot.w, 0};
    constexpr float margin = 4;  // squares on each side
    const float widest = std::min(slot.w, in.presenting ? in.view_height * 0.6f : extent::qr_code),
                squares_across = static_cast<float>(squares.rows.size()) + 2 * margin;
    const float wide = std::max(std::floor(widest / squares_across), 1.0f) * squares_across;  // whole px each: sharp edges
    const Rect rect{slot.x + std::floor((std::min(slot.w, widest) - wide) / 2), slot.y, wide, wide};
    out.items.push_back({rect, index, std::move(squares)});
    return rect;
}

// A label over as many thin segments as there are steps, or one bar where they would become too small to tell apart.
Rect Layouter::progress(int index, const Progress& progress, Slot slot) {
    const Rect label = text(index, progress.label, slot, style(Role::small), {.ink = Use::text_soft});
    const float y = label.bottom() + space::tight;
    const int steps = std::max(progress.max, 1), done = std::clamp(progress.value, 0, steps);
    const float each = (slot.w + space::hair) / static_cast<float>(steps);
    const auto bar = [&](float x, float wide, bool full) {
        box(index, {x, y, wide, extent::bar},
            {.fill = full ? Use::accent : Use::sunken,
             .border = full ? Use::none : Use::border,
             .border_width = extent::line,
             .radius = extent::bar / 2});
    };
    constexpr int most_segments = 12;  // more are no longer counted at a glance
    if (steps > most_segments || each < space::close) {
        bar(slot.x, slot.w, false);
        if (done > 0) bar(slot.x, std::max(slot.w * static_cast<float>(done) / static_cast<float>(steps), extent::bar), true);
    } else {
        for (int step = 0; step < steps; ++step) bar(slot.x + each * static_cast<float>(step), each - space::hair, step < done);
    }
    return {slot.x, slot.y, slot.w, y + extent::bar - slot.y};
}

}  // namespace needlewise::ui
