// Charts with an axis: bars of time (typical, then slower) and bars of improvement with their interval.
#include <algorithm>
#include <cmath>
#include <ranges>
#include <vector>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

namespace {

// Position of a value on the axis.
float along(const Chart& chart, double value, const Slot& slot) {
    const double span = chart.until - chart.from;
    const double share = span > 0 ? std::clamp((value - chart.from) / span, 0.0, 1.0) : 0;
    return slot.x + std::round(static_cast<float>(share) * slot.w);
}

float tick_of(const Chart& chart, const AxisMark& mark, const Slot& slot) {
    return std::min(along(chart, mark.at, slot), slot.x + slot.w - extent::line_strong);
}

}  // namespace

Rect Layouter::chart(int index, const Chart& chart, Slot slot, const Context& context) {
    if (context.in_card && chart.kind == ChartKind::calendar)  // the card has a heading, too
        return {slot.x, slot.y, slot.w, calendar_line(index, chart, slot) - slot.y};
    const float pad = padding(slot.w);
    frame(index, slot, raised_box(radius::card));
    Slot inner{slot.x + pad, slot.y + pad, slot.w - 2 * pad};
    const bool alone = in.presenting && chart.kind == ChartKind::timeline;  // the heading of the slide says it
    if (!chart.title.empty() && !alone) inner.y = text(index, chart.title, inner, style(Role::h3), {}).bottom() + space::normal;
    float bottom = inner.y;
    switch (chart.kind) {
        case ChartKind::timeline:
        case ChartKind::improvement: bottom = bars(index, chart, inner); break;
        case ChartKind::curve: bottom = curves(index, chart, inner); break;
        case ChartKind::people: bottom = people(index, chart, inner); break;
        case ChartKind::visit: bottom = visit_bar(index, chart, inner); break;
        case ChartKind::calendar: bottom = calendar_line(index, chart, inner); break;
    }
    return framed(index, slot, bottom + pad);
}

float Layouter::bars(int index, const Chart& chart, Slot slot) {
    // Shown to somebody, many rows stand in columns, so that all of them are seen at once.
    constexpr std::size_t many = 6;
    const float seen = effective(slot.w);
    const std::size_t columns = !in.presenting || chart.rows.size() <= many ? 1
                                : seen >= from_width::rail                  ? 3
                                : seen >= from_width::two_columns           ? 2
                                                                            : 1;
    if (columns > 1) {
        const float each = std::floor((slot.w + space::wide) / static_cast<float>(columns)), wide = each - space::wide;
        const std::size_t rows = (chart.rows.size() + columns - 1) / columns;
        float bottom = slot.y;
        for (std::size_t column = 0; column * rows < chart.rows.size(); ++column) {
            Chart part = chart;
            const auto from = chart.rows.begin() + static_cast<std::ptrdiff_t>(column * rows);
            part.rows.assign(from, from + static_cast<std::ptrdiff_t>(std::min(rows, chart.rows.size() - column * rows)));
            bottom = std::max(bottom, column_of_bars(index, part, {slot.x + static_cast<float>(column) * each, slot.y, wide}));
        }
        return bottom;
    }
    return column_of_bars(index, chart, slot);
}

float Layouter::column_of_bars(int index, const Chart& chart, Slot slot) {
    constexpr std::size_t many = 10;
    const float apart = chart.rows.size() > many ? space::tight + space::hair / 2 : space::close;  // seen together
    float y = slot.y;
    if (chart.rows.size() > many && !in.presenting) y = axis(index, chart, slot) + apart;  // that at the foot is out of sight
    for (const BarRow& row : chart.rows) y = bar_row(index, chart, row, {slot.x, y, slot.w}) + apart;
    return axis(index, chart, {slot.x, y - apart + space::tight, slot.w});
}

// Label and value over a track. Both stand on one line where they fit.
float Layouter::bar_row(int index, const Chart& chart, const BarRow& row, Slot slot) {
    Slot words = slot;
    float above = slot.y;  // the lower edge of what stands over the bar
    if (!extent_of(row.figure).empty()) {
        const float sign = scaled(extent::icon_callout);
        above += sign;
        out.items.push_back({{slot.x, slot.y, sign, sign}, index, Picture{.name = row.figure}});
        words = {slot.x + sign + space::tight, slot.y, slot.w - sign - space::tight};
    }
    const TextStyle strong = style(Role::small_strong), small = style(Role::small);
    const float label_wide = text_width(row.label, strong), value_wide = text_width(row.value_text, small);
    const bool together = label_wide + space::normal + value_wide <= words.w;
    const Rect label = text(index, row.label, {words.x, words.y, together ? label_wide : words.w}, strong, {.aside = true});
    const Slot value = together ? Slot{words.x + words.w - value_wide, words.y, value_wide} : Slot{words.x, label.bottom(), words.w};
    const Rect said =
        text(index, row.value_text, value, small, {.ink = Use::text_soft, .align = together ? Align::right : Align::left, .aside = true});
    const float y = std::max({above, label.bottom(), said.bottom()}) +
                    (chart.kind == ChartKind::improvement ? space::tight : space::hair / 2),
                tall = extent::chart_band;
    const float from = along(chart, row.from, slot), typical = along(chart, row.typical, slot), slower = along(chart, row.slower, slot);
    box(index, {slot.x, y, slot.w, tall},
        {.fill = Use::sunken, .border = Use::border, .border_width = extent::line, .radius = radius::small});
    if (chart.kind == ChartKind::improvement) {  // the bar ends at the mean; the whisker is the interval, where there is one
        if (typical > slot.x)
            box(index, {slot.x, y, typical - slot.x, tall},
                {.fill = Use::accent_soft, .border = Use::accent, .border_width = extent::line_strong, .radius = radius::small});
        if (slower <= from) return y + tall + space::hair;
        const float middle = y + tall / 2 - extent::whisker / 2, cap = tall + 2 * space::hair;
        box(index, {from, middle, std::max(slower - from, extent::whisker), extent::whisker}, {.fill = Use::text});
        for (const float end : {from, slower - extent::whisker})
            box(index, {end, y - space::hair, extent::whisker, cap}, {.fill = Use::text});
        return y + tall + space::hair;
    }
    const Use full = row.avoid ? Use::ask_bar : Use::accent, pale = row.avoid ? Use::ask_fill : Use::accent_soft;
    if (slower > typical) {
        const Rect band{typical, y, slower - typical, tall};
        box(index, band, {.fill = pale, .border = full, .border_width = extent::line, .radius = radius::small, .corners = Corners::right});
        out.items.push_back({{band.x, band.y + extent::line, band.w - radius::small / 2, band.h - 2 * extent::line}, index, Hatch{full}});
    }
    if (row.typical > row.from)
        box(index, {from, y, std::max(typical - from, space::hair), tall},
            {.fill = full, .radius = radius::small, .corners = slower > typical ? Corners::left : Corners::all});
    return y + tall;
}

// Hills over one ground. Their names stand above, each with its colour.
float Layouter::curves(int index, const Chart& chart, Slot slot) {
    const TextStyle small = style(Role::small);
    const float sign = std::floor(small.line_height / 2);
    float y = slot.y;
    const auto colour_of = [](const Chart::Curve& curve) { return curve.passing ? Use::ask_bar : Use::accent; };
    for (const Chart::Curve& curve : chart.curves) {
        box(index, {slot.x, y + std::floor((small.line_height - sign) / 2), sign, sign}, {.fill = colour_of(curve), .radius = 2});
        y = text(index, curve.label, {slot.x + sign + space::tight, y, slot.w - sign - space::tight}, small, {.aside = true}).bottom() +
            space::hair;
    }
    y += space::tight;
    const float tall = extent::curve, ground = y + tall;
    for (const Chart::Curve& curve : chart.curves) {
        if (curve.points.size() < 2) continue;
        Hill hill{.heights = {}, .rim = colour_of(curve), .fill = curve.passing ? Use::ask_bar : Use::accent_soft};
        for (const double point : curve.points) hill.heights.push_back(static_cast<float>(std::clamp(point, 0.0, 1.0)));
        out.items.push_back({{slot.x, y, slot.w, tall}, index, std::move(hill)});
    }
    return curve_marks(index, chart, {slot.x, ground, slot.w});
}

// Whether the tick of an earlier mark would go through a label that has to begin before its own.
bool Layouter::is_crowded(const Chart& chart, Slot slot) const {
    const TextStyle small = style(Role::small);
    return std::ranges::any_of(chart.marks, [&](const AxisMark& mark) {
        const float left = slot.x + slot.w - text_width(mark.label, small);
        return !mark.label.empty() && std::ranges::any_of(chart.marks, [&](const AxisMark& earlier) {
            return !earlier.label.empty() && earlier.at < mark.at && tick_of(chart, earlier, slot) > left - space::tight;
        });
    });
}

// Under the ground. A label begins at its tick; where labels would run into each other the earlier one stands lower, so that no tick
// goes through a label on its way down. Where words are too large for that they are a list.
float Layouter::curve_marks(int index, const Chart& chart, Slot slot) {
    const TextStyle small = style(Role::small);
    box(index, {slot.x, slot.y, slot.w, extent::line}, {.fill = Use::border_strong});
    if (is_crowded(chart, slot)) {
        float y = slot.y + extent::chart_tick;
        for (const AxisMark& mark : chart.marks) {
            box(index, {tick_of(chart, mark, slot), slot.y, extent::line, extent::chart_tick}, {.fill = Use::border_strong});
            if (!mark.label.empty())
                y = text(index, mark.label, {slot.x, y, slot.w}, small, {.ink = Use::text_soft, .aside = true}).bottom();
        }
        return y;
    }
    struct Placed {
        float tick, left, right;
        int row;
    };
    std::vector<Placed> placed;
    std::vector<float> tops{slot.y + extent::chart_tick};  // of the rows: each is below the longest label of the one above
    for (const AxisMark& mark : std::views::reverse(chart.marks)) {
        const float tick = tick_of(chart, mark, slot);
        if (mark.label.empty()) {
            box(index, {tick, slot.y, extent::line, extent::chart_tick}, {.fill = Use::border_strong});
            continue;
        }
        const float wide = std::min(text_width(mark.label, small), slot.w), left = std::min(tick, slot.x + slot.w - wide);
        int row = 0;
        const auto crosses = [&](const Placed& later) {
            return (later.row == row && left + wide + space::tight > later.left && left < later.right + space::tight) ||
                   (later.row > row && left < later.tick && later.tick < left + wide + space::tight);
        };
        while (std::ranges::any_of(placed, crosses)) ++row;
        placed.push_back({tick, left, left + wide, row});
        const float y = tops[static_cast<std::size_t>(row)];
        box(index, {tick, slot.y, extent::line, y - slot.y}, {.fill = Use::border_strong});
        const float below = text(index, mark.label, {left, y, wide}, small, {.ink = Use::text_soft, .aside = true}).bottom();
        if (static_cast<std::size_t>(row) + 1 == tops.size()) tops.push_back(below);
        else tops[static_cast<std::size_t>(row) + 1] = std::max(tops[static_cast<std::size_t>(row) + 1], below);
    }
    return tops.back();
}

// The ends of the axis are always named; a mark that would run into another keeps its tick and loses its label. A month begins at its mark
// and is named from there on; the one in which a calendar begins makes way for the next.
float Layouter::axis(int index, const Chart& chart, Slot slot) {
    const TextStyle small = style(Role::small);
    box(index, {slot.x, slot.y, slot.w, extent::line}, {.fill = Use::border_strong});
    struct Label {
        float tick, left, wide;
    };
    const bool calendar = chart.kind == ChartKind::calendar;
    const auto label_of = [&](const AxisMark& mark) {
        const float tick = std::min(along(chart, mark.at, slot), slot.x + slot.w - extent::line),
                    wide = std::min(text_width(mark.label, small), slot.w);
        return Label{tick, std::clamp(calendar ? tick : tick - std::floor(wide / 2), slot.x, slot.x + slot.w - wide), wide};
    };
    const float end = chart.marks.empty() ? 0 : label_of(chart.marks.back()).left;
    float bottom = slot.y + extent::chart_tick, taken = slot.x - space::normal;
    for (const AxisMark& mark : chart.marks) {
        const auto [tick, left, wide] = label_of(mark);
        box(index, {tick, slot.y, extent::line, extent::chart_tick}, {.fill = Use::border_strong});
        const bool last = &mark == &chart.marks.back();
        const bool makes_way =
            calendar && &mark == &chart.marks.front() && !last && left + wide + space::tight > label_of(*(&mark + 1)).left;
        if (makes_way || left < taken + space::tight || (!last && left + wide + space::tight > end)) continue;
        taken = left + wide;
        bottom = std::max(bottom, text(index, mark.label, {left, slot.y + extent::chart_tick + space::hair / 2, wide}, small,
                                       {.ink = Use::text_soft, .aside = true})
                                      .bottom());
    }
    return bottom;
}

}  // namespace needlewise::ui
