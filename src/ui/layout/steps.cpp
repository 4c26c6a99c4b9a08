// Charts of numbered steps: the minutes of a visit, and dates on a line; with a legend that carries the same dots.
#include <cmath>
#include <ranges>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

// A number in a filled circle (or in the middle of a segment).
void Layouter::badge(int index, int number, Rect rect, Use fill, Use ink) {
    const TextStyle strong = style(Role::small_strong);
    const std::string figure = std::to_string(number);
    if (fill != Use::none) box(index, rect, {.fill = fill, .border = Use::accent, .border_width = extent::line, .radius = rect.h / 2});
    if (text_width(figure, strong) > rect.w) return;
    text(index, figure, {rect.x, rect.y + std::floor((rect.h - strong.line_height) / 2), rect.w}, strong,
         {.ink = ink, .align = Align::centre, .aside = true});
}

float Layouter::visit_bar(int index, const Chart& chart, Slot slot) {
    const double total = std::max(chart.until - chart.from, 1e-9);
    const float tall = std::max(extent::chart_bar, style(Role::small_strong).line_height + space::tight);
    constexpr float least = space::hair;  // a step of no minutes is still seen
    const float room = slot.w - least * static_cast<float>(chart.rows.size());
    float x = slot.x;
    int number = 0;
    for (const BarRow& row : chart.rows) {
        const float wide = least + std::max(0.0f, room) * static_cast<float>(std::clamp((row.typical - row.from) / total, 0.0, 1.0));
        const bool dark = ++number % 2 == 1;
        const Rect part{std::round(x), slot.y, std::max(std::round(x + wide) - std::round(x) - extent::line_strong, extent::line_strong),
                        tall};
        box(index, part,
            {.fill = dark ? Use::accent : Use::accent_soft,
             .border = Use::accent,
             .border_width = extent::line,
             .radius = radius::small / 2});
        badge(index, number, part, Use::none, dark ? Use::on_accent : Use::accent_text);
        x += wide;
    }
    return slot.y + tall;  // the steps themselves follow, by their numbers
}

float Layouter::calendar_line(int index, const Chart& chart, Slot slot) {
    const double span = std::max(chart.until - chart.from, 1e-9);
    double closest = span, last = chart.from - span;  // of two days of the course
    for (const BarRow& row : chart.rows) {
        if (row.day == DayKind::event) continue;
        closest = std::min(closest, row.typical - last);
        last = row.typical;
    }
    const auto share_of_line = static_cast<float>(std::max(closest / span, 0.0));
    const float room = std::floor(slot.w * share_of_line / (1 + share_of_line)) - space::hair;  // dots that do not touch
    const float dot = std::clamp(room, space::tight, scaled(space::wide));
    const float track = slot.w - dot, middle = slot.y + dot / 2;
    box(index, {slot.x + dot / 2, middle - extent::line, track, extent::line_strong}, {.fill = Use::accent});
    int session = 0;
    std::vector<float> places;  // what is too near an event stands beside it
    for (const BarRow& row : chart.rows) {
        const auto share = static_cast<float>(std::clamp((row.typical - chart.from) / span, 0.0, 1.0));
        const float free_from = places.empty() ? slot.x : places.back() + dot + extent::line;
        places.push_back(std::max(std::round(slot.x + share * track), free_from));
    }
    float free_until = slot.x + track;  // and makes way where the line ends
    for (float& x : std::views::reverse(places)) {
        x = std::max(std::min(x, free_until), slot.x);
        free_until = x - dot - extent::line;
    }
    for (std::size_t i = 0; i < places.size(); ++i) calendar_dot(index, chart.rows[i].day, session, {places[i], slot.y, dot, dot});
    const float line_end = chart.marks.empty() ? slot.y + dot : axis(index, chart, {slot.x + dot / 2, slot.y + dot + space::tight, track});
    return calendar_legend(index, chart, {slot.x, line_end + space::normal, slot.w});
}

// A session has its number; another day a sign, so that nobody counts it as one more.
void Layouter::calendar_dot(int index, DayKind day, int& session, Rect rect) {
    if (day == DayKind::session) return badge(index, ++session, rect, Use::accent, Use::on_accent);
    box(index, rect, {.fill = Use::accent_soft, .border = Use::accent, .border_width = extent::line, .radius = rect.h / 2});
    const float sign = std::min(scaled(extent::icon_small), rect.h), inset = std::floor((rect.h - sign) / 2);
    icon(index, {rect.x + inset, rect.y + inset, sign, sign},
         {day == DayKind::judging ? Icon::check : Icon::calendar, Use::accent_text, Use::accent_soft});
}

// Dot, label, value, on one line each where all of them fit; in two columns where there is room.
float Layouter::calendar_legend(int index, const Chart& chart, Slot slot) {
    const TextStyle strong = style(Role::small_strong), small = style(Role::small);
    const int columns = effective(slot.w) >= from_width::button_row ? 2 : 1;
    const float wide = std::floor((slot.w - space::roomy * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const float disc = std::max(small.line_height, scaled(space::roomy)), indent = disc + space::tight;
    const bool together = std::ranges::all_of(chart.rows, [&](const BarRow& row) {
        return text_width(row.label, strong) + space::normal + text_width(row.value_text, small) <= wide - indent;
    });
    float y = slot.y, height = 0;
    int session = 0;
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const BarRow& row = chart.rows[i];
        const int column = static_cast<int>(i) % columns;
        if (column == 0 && i > 0) {
            y += height + space::tight;
            height = 0;
        }
        const float x = slot.x + static_cast<float>(column) * (wide + space::roomy);
        calendar_dot(index, row.day, session, {x, y, disc, disc});
        const float top = y + std::floor((disc - small.line_height) / 2);
        const Slot room{x + indent, top, wide - indent};
        const float value_wide = text_width(row.value_text, small);
        const Rect label = text(index, row.label, room, strong, {.aside = true});
        const Slot beside{room.x + room.w - value_wide, top, value_wide}, below{room.x, label.bottom(), room.w};
        const Rect value = text(index, row.value_text, together ? beside : below, small, {.ink = Use::text_soft, .aside = true});
        height = std::max({height, disc, value.bottom() - y});
    }
    return y + height;
}

}  // namespace needlewise::ui
