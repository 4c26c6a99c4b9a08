#include "ui/figures/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

namespace {

// nanosvg reads colours with sscanf, which alone would make the web module several kilobytes larger. Only "#RRGGBB" gets here.
int read_colour(const char* text, const char* format, unsigned* red, unsigned* green, unsigned* blue) {
    if (format[0] != '#' || format[2] != '2') return 0;
    const std::array into{red, green, blue};
    for (std::size_t i = 0; i < into.size(); ++i) {
        unsigned value = 0;
        for (const char letter : std::string_view(text + 1 + 2 * i, 2)) {
            const int digit = letter >= '0' && letter <= '9'   ? letter - '0'
                              : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                              : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                                                               : -1;
            if (digit < 0) return static_cast<int>(i);  // before what follows the end of the text
            value = value * 16 + static_cast<unsigned>(digit);
        }
        *into[i] = value;
    }
    return 3;
}

}  // namespace

#define sscanf read_colour
#define NANOSVG_IMPLEMENTATION
#include <nanosvg/nanosvg.h>
#undef sscanf

namespace needlewise::ui {

namespace {

constexpr std::size_t most_bytes = 1 << 16, most_shapes = 600, most_points = 20'000, most_points_of_outline = 900;
constexpr float largest = 2'000, overhang = 1;  // of the viewBox; how far outside of it, in its size, anything may lie

struct Freed {
    void operator()(NSVGimage* image) const { nsvgDelete(image); }
};

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

// The first element that is none of the plain shapes we draw, or nothing: nanosvg would read much more.
std::string_view strange_element(std::string_view svg) {
    static constexpr std::array<std::string_view, 11> known{"svg",    "title",   "desc", "g",        "path",   "rect",
                                                            "circle", "ellipse", "line", "polyline", "polygon"};
    for (std::size_t at = svg.find('<'); at != svg.npos; at = svg.find('<', at + 1)) {
        const std::size_t begin = at + (svg.substr(at + 1).starts_with('/') ? 2 : 1);
        std::size_t end = begin;
        while (end < svg.size() && is_letter(svg[end])) ++end;
        if (std::ranges::find(known, svg.substr(begin, end - begin)) == known.end())
            return svg.substr(at, std::min<std::size_t>(end - at + 1, 20));
    }
    return {};
}

ShapeKind kind_of(std::string_view id) {
    struct Named {
        std::string_view start;
        ShapeKind kind;
    };
    static constexpr std::array names{
        Named{"skin-", ShapeKind::skin}, Named{"skinshade-", ShapeKind::skin_shade}, Named{"skinlight-", ShapeKind::skin_light},
        Named{"red-", ShapeKind::red},   Named{"accent-", ShapeKind::accent},        Named{"region-", ShapeKind::region}};
    const auto found = std::ranges::find_if(names, [&](const Named& named) { return id.starts_with(named.start); });
    return found == names.end() ? ShapeKind::plain : found->kind;
}

// Where a name is in the list; it is added when it is new.
int place_of(std::string_view name, std::vector<std::string>& names) {
    const auto found = std::ranges::find(names, name);
    const auto place = static_cast<int>(found - names.begin());
    if (found == names.end()) names.emplace_back(name);
    return place;
}

Colour colour_of(const NSVGpaint& paint, float opacity) {
    const unsigned all = paint.color;
    const auto alpha = static_cast<float>(all >> 24) * std::clamp(opacity, 0.0f, 1.0f);
    return {static_cast<std::uint8_t>(all & 255), static_cast<std::uint8_t>(all >> 8 & 255), static_cast<std::uint8_t>(all >> 16 & 255),
            static_cast<std::uint8_t>(std::lround(alpha))};
}

// What was read so far, and the first thing that is wrong.
class Taker {
public:
    explicit Taker(const NSVGimage& image)
        : drawing{.width = image.width, .height = image.height, .shapes = {}, .parts = {}, .regions = {}} {
        if (!(drawing.width >= 1 && drawing.width <= largest && drawing.height >= 1 && drawing.height <= largest)) {
            fault = "no usable viewBox";
            return;
        }
        for (const NSVGshape* shape = image.shapes; shape && fault.empty(); shape = shape->next) take(*shape);
        if (fault.empty() && drawing.shapes.empty()) fault = "nothing to draw";
    }

    Drawing drawing;
    std::string fault;

private:
    void take(const NSVGshape& read) {
        if (drawing.shapes.size() == most_shapes) return fail("too many shapes");
        std::string_view id(read.id, strnlen(read.id, sizeof read.id));
        DrawnShape shape;
        if (const auto dashes = id.find("--"); dashes != id.npos) {
            shape.part = place_of(id.substr(dashes + 2), drawing.parts);
            id = id.substr(0, dashes);
        }
        shape.kind = kind_of(id);
        if (shape.kind == ShapeKind::region) shape.region = place_of(id.substr(id.find('-') + 1), drawing.regions);
        shape.filled = read.fill.type == NSVG_PAINT_COLOR;
        shape.stroked = read.stroke.type == NSVG_PAINT_COLOR && read.strokeWidth > 0;
        if (shape.filled) shape.fill = colour_of(read.fill, read.opacity);
        if (shape.stroked) shape.stroke = colour_of(read.stroke, read.opacity);
        shape.stroke_width = std::min(read.strokeWidth, drawing.width);
        shape.round_caps = read.strokeLineCap == NSVG_CAP_ROUND;
        shape.round_joins = read.strokeLineJoin == NSVG_JOIN_ROUND;
        for (const NSVGpath* path = read.paths; path && fault.empty(); path = path->next) take(*path, shape);
        std::ranges::reverse(shape.outlines);  // nanosvg puts the last path first
        if (!shape.outlines.empty()) drawing.shapes.push_back(std::move(shape));
    }

    void take(const NSVGpath& path, DrawnShape& shape) {
        const auto count = static_cast<std::size_t>(std::max(path.npts, 0));
        points += count;
        if (count > most_points_of_outline || points > most_points) return fail("too many points");
        Outline outline{.points = {}, .closed = path.closed != 0};
        outline.points.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const Point point{path.pts[2 * i], path.pts[2 * i + 1]};
            if (!(std::abs(point.x - drawing.width / 2) <= drawing.width * (0.5f + overhang) &&
                  std::abs(point.y - drawing.height / 2) <= drawing.height * (0.5f + overhang)))
                return fail("a point far outside the viewBox");
            outline.points.push_back(point);
        }
        if (count < 4) return;
        shape.bounds =
            around(shape.bounds, {path.bounds[0], path.bounds[1], path.bounds[2] - path.bounds[0], path.bounds[3] - path.bounds[1]});
        shape.outlines.push_back(std::move(outline));
    }

    void fail(std::string what) { fault = std::move(what); }

    std::size_t points = 0;
};

}  // namespace

std::expected<Drawing, Problem> parse_drawing(std::string_view svg, std::string_view file) {
    const auto problem = [&](std::string what) {
        return std::unexpected(
            Problem{Severity::warning, std::string(file), "", std::move(what), "assets/figures/README.md says what can be drawn"});
    };
    if (svg.size() > most_bytes) return problem("too large for a picture");
    if (svg.contains('\0')) return problem("not text");
    if (const auto strange = strange_element(svg); !strange.empty()) return problem("cannot draw " + std::string(strange));
    std::string text(svg);  // nanosvg writes into it
    const std::unique_ptr<NSVGimage, Freed> image(nsvgParse(text.data(), "px", 96));
    if (!image) return problem("not an SVG");
    Taker taker(*image);
    if (!taker.fault.empty()) return problem(std::move(taker.fault));
    return std::move(taker.drawing);
}

}  // namespace needlewise::ui
