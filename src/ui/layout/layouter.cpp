#include "ui/layout/layouter.h"

#include <cmath>

#include "core/letters.h"

namespace needlewise::ui {

Layouter::Layouter(const LayoutInput& input, Layout& output) : in(input), out(output), text_scale(input.text_scale) {}

// ---- Measures -----------------------------------------------------------------------------------------------------

TextStyle Layouter::style(Role role) const {
    const auto of = [this](float size, float leading, bool semibold) {
        const float px = std::round(size * text_scale);
        return TextStyle{px, std::round(px * leading), semibold};
    };
    const float seen = effective(in.width);
    const bool phone = seen < from_width::tablet, tiny = seen < from_width::tiny, least = seen < from_width::least;
    switch (role) {
        case Role::body:
        case Role::label: return of(type::body, type::leading, false);
        case Role::strong: return of(type::body, type::leading, true);
        case Role::lead: return of(phone ? type::body : type::title3, type::leading, false);
        case Role::small: return of(type::small, type::leading, false);
        case Role::small_strong:
        case Role::eyebrow: return of(type::small, type::leading, true);
        case Role::figure: return of(tiny ? type::title3 : type::title2, type::heading_leading, true);
        case Role::figure_small: return of(tiny ? type::body : type::title3, type::heading_leading, true);
        case Role::h1:
            return of(least ? type::body : tiny ? type::title3 : phone ? type::title2 : type::title1, type::heading_leading, true);
        case Role::h2: return of(tiny ? type::body : type::title3, type::heading_leading, true);
        case Role::h3: return of(type::body, type::heading_leading, true);
    }
    return of(type::body, type::leading, false);
}

float Layouter::scaled(float px) const { return std::round(px * text_scale); }

float Layouter::text_width(std::string_view words, const TextStyle& style_) const {
    const std::string tidy = collapsed(words);
    if (tidy.empty()) return 0;
    return std::ceil(painted(tidy) ? in.measure.width(tidy, style_.size, style_.semibold)
                                   : in.document->set(tidy, style_, DocumentText::unlimited).width);
}

float Layouter::widest_word(std::string_view words, const TextStyle& style_) const {
    if (words.empty()) return 0;
    return std::ceil(painted(words) ? longest_word(words, style_, in.measure) : in.document->longest_word(words, style_));
}

// Next to letters that run the other way even figures and signs find their place by rules that only the document knows.
bool Layouter::painted(std::string_view words) const { return !in.document || (!from_the_right && can_paint(words)); }

// Of a text that the document shows only the widths are known; the first line stands for all of its letters.
std::vector<Line> Layouter::broken(std::string_view tidy, const TextStyle& style_, float width) const {
    if (tidy.empty() || painted(tidy)) return wrapped(tidy, style_, width, in.measure);
    const Setting setting = in.document->set(tidy, style_, std::max(width, 1.0f));
    const auto end = static_cast<std::uint32_t>(tidy.size());
    std::vector<Line> lines(std::max(setting.lines, 1u), {end, end, setting.width});
    lines.front().begin = 0;
    lines.back().width = setting.last;
    return lines;
}

float Layouter::line_count(std::string_view words, const TextStyle& style_, float width) const {
    return static_cast<float>(std::max<std::size_t>(1, broken(collapsed(words), style_, width).size()));
}

float Layouter::padding(float width) const {
    const float seen = effective(width);
    return seen < from_width::snug ? space::normal : seen < from_width::tablet ? space::normal + space::hair : space::roomy;
}

float Layouter::first_line_centre(int node) const {
    for (auto at = static_cast<std::size_t>(node); at < out.rects.size(); ++at)
        if (out.text_boxes[at].h > 0) return out.text_boxes[at].y + out.styles[at].line_height / 2;
    return out.rects[static_cast<std::size_t>(node)].y;
}

Box raised_box(float radius) {
    return {.fill = Use::raised, .border = Use::border, .border_width = extent::line, .radius = radius, .shadow = 1, .edge = true};
}

// ---- Output -------------------------------------------------------------------------------------------------------

int Layouter::begin(const Node& node) {
    out.rects.push_back({});
    out.targets.push_back({});
    out.text_boxes.push_back({});
    out.styles.push_back({});
    out.keys.push_back(node.key);
    out.pinned.push_back(0);
    frames.push_back({});
    return next++;
}

void Layouter::absorb(std::span<const Node> nodes, Rect rect) {
    for (const Node& node : nodes) {
        const auto at = static_cast<std::size_t>(begin(node));
        out.rects[at] = out.targets[at] = rect;
        absorb(node.children, rect);
    }
}

std::size_t Layouter::box(int node, Rect rect, const Box& box) {
    out.items.push_back({rect, node, box});
    return out.items.size() - 1;
}

void Layouter::frame(int node, Slot slot, const Box& shape) {
    const std::size_t item = box(node, {slot.x, slot.y, slot.w, 0}, shape);
    Frame& frame = frames[static_cast<std::size_t>(node)];
    if (frame.count == 0) frame.first = item;
    ++frame.count;
}

Rect Layouter::framed(int node, Slot slot, float bottom) {
    const Frame& frame = frames[static_cast<std::size_t>(node)];
    for (std::size_t i = 0; i < frame.count; ++i) out.items[frame.first + i].rect.h = bottom - slot.y;
    return {slot.x, slot.y, slot.w, bottom - slot.y};
}

void Layouter::icon(int node, Rect rect, const Glyph& glyph) { out.items.push_back({rect, node, glyph}); }

Rect Layouter::text(int node, std::string_view words, Slot slot, const TextStyle& style_, const Inked& inked) {
    const std::string tidy = collapsed(words);
    Run run{.first_line = static_cast<std::uint32_t>(out.lines.size()),
            .style = style_,
            .ink = inked.ink,
            .align = inked.align,
            .underline = inked.underline,
            .shown = !painted(tidy)};
    const auto offset = static_cast<std::uint32_t>(out.text.size());
    for (const Line& line : broken(tidy, style_, slot.w)) {
        out.lines.push_back({line.begin + offset, line.end + offset, line.width});
        ++run.line_count;
    }
    out.text += tidy;
    const Rect rect{slot.x, slot.y, slot.w, static_cast<float>(run.line_count) * style_.line_height};
    const auto at = static_cast<std::size_t>(node);
    if (!inked.aside && out.styles[at].size == 0) {
        out.styles[at] = style_;
        out.text_boxes[at] = rect;
    }
    if (run.line_count > 0) out.items.push_back({rect, node, run});
    return rect;
}

void Layouter::shift(Point from, Point until, float dx, float dy) {
    const auto move = [&](Rect& rect) {
        rect.x += dx;
        rect.y += dy;
    };
    for (std::size_t i = from.nodes; i < until.nodes; ++i) {
        move(out.rects[i]);
        move(out.targets[i]);
        move(out.text_boxes[i]);
    }
    for (std::size_t i = from.items; i < until.items; ++i) move(out.items[i].rect);
}

void Layouter::stretch(int node, float height) {
    const auto at = static_cast<std::size_t>(node);
    const float more = height - out.rects[at].h;
    if (more <= 0) return;
    out.rects[at].h += more;
    out.targets[at].h += more;
    for (std::size_t i = 0; i < frames[at].count; ++i) out.items[frames[at].first + i].rect.h += more;
}

void Layouter::finish() {
    const std::size_t count = out.items.size();
    out.lowest.resize(count);
    out.highest.resize(count);
    for (std::size_t i = 0; i < count; ++i) out.lowest[i] = std::max(out.items[i].rect.bottom(), i > 0 ? out.lowest[i - 1] : 0);
    for (std::size_t i = count; i-- > 0;) out.highest[i] = std::min(out.items[i].rect.y, i + 1 < count ? out.highest[i + 1] : out.height);
}

}  // namespace needlewise::ui
