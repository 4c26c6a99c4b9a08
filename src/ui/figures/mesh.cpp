#include "ui/figures/mesh.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace needlewise::ui {

namespace {

constexpr float near = 0.01f;  // CSS px: points closer than this are one
constexpr int most_pieces = 24;
constexpr std::uint32_t full = Mesh::most_vertices / 3;  // where a shape of many outlines goes on in another part

Point between(const Point* curve, float t) {
    const float u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return {a * curve[0].x + b * curve[1].x + c * curve[2].x + d * curve[3].x,
            a * curve[0].y + b * curve[1].y + c * curve[2].y + d * curve[3].y};
}

// How far a curve leaves its chord bounds how many straight pieces it needs.
int pieces_of(const Point* curve, float scale, float tolerance) {
    const auto bulge = [&](int i) {
        return std::hypot(curve[i].x - 2 * curve[i + 1].x + curve[i + 2].x, curve[i].y - 2 * curve[i + 1].y + curve[i + 2].y);
    };
    const float most = std::max(bulge(0), bulge(1)) * scale;
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75f * most / tolerance))), 1, most_pieces);
}

bool apart(Point a, Point b) { return std::abs(a.x - b.x) > near || std::abs(a.y - b.y) > near; }

float twice_area(std::span<const Point> points) {
    float sum = 0;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) sum += points[j].x * points[i].y - points[i].x * points[j].y;
    return sum;
}

class Mesher {
public:
    Mesher(const Drawing& drawing_, float scale_, float fringe_)
        : drawing(drawing_), scale(scale_), fringe(fringe_), scratch(ImGui::GetDrawListSharedData()) {}

    Mesh run() {
        for (std::size_t i = 0; i < drawing.shapes.size(); ++i) {
            const DrawnShape& shape = drawing.shapes[i];
            if (shape.filled) add(i, false);
            if (shape.stroked) add(i, true);
        }
        for (const MeshVertex& vertex : mesh.vertices) mesh.bounds = around(mesh.bounds, {vertex.x, vertex.y, near, near});
        mesh.vertices.shrink_to_fit();
        mesh.indices.shrink_to_fit();
        return std::move(mesh);
    }

private:
    void add(std::size_t index, bool stroke) {
        const DrawnShape& shape = drawing.shapes[index];
        begin(index, stroke);
        for (const Outline& outline : shape.outlines) {
            if (part.vertex_count > full) {
                end();
                begin(index, stroke);
            }
            constexpr float tolerance = 0.2f;  // of a pixel
            std::vector<Point> points = flattened(outline, scale, tolerance * fringe);
            const bool closed = outline.closed || (points.size() > 2 && !apart(points.front(), points.back()));
            if (closed && points.size() > 1 && !apart(points.front(), points.back())) points.pop_back();
            if (!stroke) fill(points);
            else
                stroke_line(points, outline.closed && points.size() > 2,
                            {shape.stroke_width * scale, fringe, shape.round_caps, shape.round_joins}, mesh, part);
        }
        end();
    }

    void begin(std::size_t index, bool stroke) {
        part = {.shape = static_cast<std::uint32_t>(index),
                .stroke = stroke,
                .first_vertex = static_cast<std::uint32_t>(mesh.vertices.size()),
                .first_index = static_cast<std::uint32_t>(mesh.indices.size())};
    }

    void end() {
        if (part.index_count > 0) mesh.parts.push_back(part);
    }

    // ImGui triangulates and softens the edge; its fringe needs the points clockwise.
    void fill(std::span<const Point> points) {
        const float area = twice_area(points);
        if (points.size() < 3 || std::abs(area) < near) return;
        corners.clear();
        for (const Point& point : points) corners.push_back({point.x, point.y});
        if (area < 0) std::ranges::reverse(corners);
        scratch._ResetForNewFrame();
        scratch.Flags |= ImDrawListFlags_AntiAliasedFill;
        scratch._FringeScale = fringe;
        scratch.AddConcavePolyFilled(corners.data(), static_cast<int>(corners.size()), IM_COL32_WHITE);
        if (part.vertex_count + static_cast<std::uint32_t>(scratch.VtxBuffer.Size) > Mesh::most_vertices) return;
        for (const ImDrawVert& vertex : scratch.VtxBuffer)
            mesh.vertices.push_back({vertex.pos.x, vertex.pos.y, static_cast<std::uint8_t>(vertex.col >> IM_COL32_A_SHIFT & 255)});
        for (const ImDrawIdx at : scratch.IdxBuffer) mesh.indices.push_back(static_cast<std::uint16_t>(at + part.vertex_count));
        part.vertex_count += static_cast<std::uint32_t>(scratch.VtxBuffer.Size);
        part.index_count += static_cast<std::uint32_t>(scratch.IdxBuffer.Size);
    }

    const Drawing& drawing;
    float scale, fringe;
    ImDrawList scratch;
    std::vector<ImVec2> corners;
    Mesh mesh;
    MeshPart part;
};

}  // namespace

std::vector<Point> flattened(const Outline& outline, float scale, float tolerance) {
    std::vector<Point> points;
    const auto put = [&](Point point) {
        const Point scaled{point.x * scale, point.y * scale};
        if (points.empty() || apart(points.back(), scaled)) points.push_back(scaled);
    };
    if (outline.points.empty()) return points;
    put(outline.points.front());
    for (std::size_t i = 0; i + 3 < outline.points.size(); i += 3) {
        const Point* curve = &outline.points[i];
        const int pieces = pieces_of(curve, scale, tolerance);
        for (int step = 1; step < pieces; ++step) put(between(curve, static_cast<float>(step) / static_cast<float>(pieces)));
        put(curve[3]);
    }
    return points;
}

Mesh make_mesh(const Drawing& drawing, float scale, float fringe) { return Mesher(drawing, scale, fringe).run(); }

}  // namespace needlewise::ui
