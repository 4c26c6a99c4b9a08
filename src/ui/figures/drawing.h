// An illustration as shapes: what an SVG file of assets/figures says, checked and with the meaning of its names.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "ui/geometry.h"
#include "ui/theme.h"

namespace needlewise::ui {

struct Point {
    float x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

// Cubic curves: the first point, then three for each curve.
struct Outline {
    std::vector<Point> points;
    bool closed = false;
};

// What a shape is, by the start of its name.
enum class ShapeKind : std::uint8_t { plain, skin, skin_shade, skin_light, red, accent, region };

struct DrawnShape {
    ShapeKind kind = ShapeKind::plain;
    int part = -1, region = -1;  // in Drawing::parts and ::regions
    bool filled = false, stroked = false;
    bool round_caps = false, round_joins = false;
    Colour fill, stroke;  // with the shape's own opacity
    float stroke_width = 0;
    Rect bounds;
    std::vector<Outline> outlines;
};

// Everything in units of the viewBox, whose corner is at 0, 0.
struct Drawing {
    float width = 0, height = 0;
    std::vector<DrawnShape> shapes;
    std::vector<std::string> parts, regions;
};

// Any bytes: a drawing within bounds, or what is wrong with it. `file` is for the Problem.
std::expected<Drawing, Problem> parse_drawing(std::string_view svg, std::string_view file);

}  // namespace needlewise::ui
