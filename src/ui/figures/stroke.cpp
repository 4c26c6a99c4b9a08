// A line as one strip of cross-sections, each from its left edge to its right one. At a bend the inner edge stays where it
// is while the outer one turns; at a round end both edges come out of the tip.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/figures/mesh.h"

namespace needlewise::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float smooth = 0.9f;  // cosine of a bend that needs no corner of its own
constexpr std::uint32_t per_section = 4;
constexpr int most_steps = 16;  // of a quarter of a circle

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(Point a, float by) { return {a.x * by, a.y * by}; }
float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
float length(Point a) { return std::hypot(a.x, a.y); }
Point left_of(Point direction) { return {direction.y, -direction.x}; }
Point turned(Point a, float angle) {
    const float c = std::cos(angle), s = std::sin(angle);
    return {a.x * c - a.y * s, a.x * s + a.y * c};
}

class Stroker {
public:
    Stroker(std::span<const Point> points_, bool closed_, const Pen& pen_, Mesh& mesh_, MeshPart& part_)
        : points(points_), closed(closed_), pen(pen_), mesh(mesh_), part(part_) {
        const float wide = std::max(pen.width, pen.fringe);  // a finer line is as wide as a pixel, and paler
        inner = (wide - pen.fringe) / 2;
        outer = (wide + pen.fringe) / 2;
        cover = static_cast<std::uint8_t>(std::lround(255 * std::min(1.0f, pen.width / pen.fringe)));
        const float turn = std::acos(1 - std::min(0.5f, 0.15f * pen.fringe / outer));  // a chord so short that nobody sees it
        steps = std::clamp(static_cast<int>(std::ceil(pi / (2 * turn))), 1, most_steps);
    }

    void run() {
        const std::size_t count = points.size();
        if (count < 2) return;
        if (!closed) cap(points[0], direction(0), true);
        else corner(count - 1, 0, 0);
        for (std::size_t i = 1; i + 1 < count; ++i) corner(i - 1, i, i);
        if (!closed) return cap(points[count - 1], direction(count - 2), false);
        corner(count - 2, count - 1, count - 1);
        corner(count - 1, 0, 0);
    }

private:
    // Of the piece that begins at this point.
    Point direction(std::size_t from) const {
        const Point way = points[(from + 1) % points.size()] - points[from];
        const float far = length(way);
        return far > 0 ? way * (1 / far) : Point{1, 0};
    }
    float piece(std::size_t from) const { return length(points[(from + 1) % points.size()] - points[from]); }

    void corner(std::size_t before, std::size_t after, std::size_t at) {
        const Point in = direction(before), out = direction(after), from = left_of(in), to = left_of(out);
        const float bend = dot(in, out);
        const Point middle = from + to;
        const float reach = dot(middle, middle) > 1e-4f ? 2 / dot(middle, middle) : 1;
        const Point mitre = middle * reach;  // its foot on both sides is one from the line
        if (bend > smooth) return section(points[at], mitre, mitre * -1);
        // Not further in than the shorter of the two pieces reaches.
        const float room = std::min(piece(before), piece(after)), far = length(mitre) * outer;
        const Point inside = far > room ? mitre * (std::max(room, 0.01f) / far) : mitre;
        const bool right_turn = cross(in, out) > 0;  // y points down
        const float sign = right_turn ? 1.0f : -1.0f, angle = std::atan2(cross(in, out), bend);
        const Point start = from * sign, hidden = inside * -sign;
        const int parts =
            pen.round_joins ? std::max(1, static_cast<int>(std::ceil(std::abs(angle) / pi * 2 * static_cast<float>(steps)))) : 1;
        for (int i = 0; i <= parts; ++i) {
            const Point edge = turned(start, angle * static_cast<float>(i) / static_cast<float>(parts));
            if (right_turn) section(points[at], edge, hidden);
            else section(points[at], hidden, edge);
        }
    }

    void cap(Point at, Point way, bool first) {
        const Point back = first ? way * -1 : way, side = left_of(way);
        const int last = pen.round_caps ? steps : 0;
        for (int i = 0; i <= last; ++i) {
            const int step = first ? i : last - i;
            const float angle = last == 0 ? pi / 2 : pi / 2 * static_cast<float>(step) / static_cast<float>(last);
            const Point along = back * std::cos(angle), across = side * std::sin(angle);
            section(at, along + across, along - across);
        }
    }

    void section(Point at, Point left, Point right) {
        const std::uint32_t index = part.vertex_count;
        if (index + per_section > Mesh::most_vertices) return;
        const auto put = [&](Point edge, float far, std::uint8_t covered) {
            mesh.vertices.push_back({at.x + edge.x * far, at.y + edge.y * far, covered});
        };
        put(left, outer, 0);
        put(left, inner, cover);
        put(right, inner, cover);
        put(right, outer, 0);
        part.vertex_count += per_section;
        if (begun) {
            for (std::uint32_t i = 0; i + 1 < per_section; ++i) {
                const std::uint32_t a = index - per_section + i, b = index + i;
                for (const std::uint32_t corner : {a, a + 1, b + 1, a, b + 1, b})
                    mesh.indices.push_back(static_cast<std::uint16_t>(corner));
            }
            part.index_count += 6 * (per_section - 1);
        }
        begun = true;
    }

    std::span<const Point> points;
    bool closed;
    const Pen& pen;
    Mesh& mesh;
    MeshPart& part;
    float inner = 0, outer = 0;
    std::uint8_t cover = 255;
    int steps = 1;
    bool begun = false;
};

}  // namespace

void stroke_line(std::span<const Point> points, bool closed, const Pen& pen, Mesh& mesh, MeshPart& part) {
    Stroker(points, closed, pen, mesh, part).run();
}

}  // namespace needlewise::ui
