// The triangles of an illustration at one size: made once, then copied with the colours and places of the moment.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ui/figures/drawing.h"

namespace needlewise::ui {

struct MeshVertex {
    float x = 0, y = 0;      // CSS px from the corner of the picture
    std::uint8_t cover = 0;  // 255 inside, 0 at the outer side of a softened edge
};

// Triangles of one colour.
struct MeshPart {
    std::uint32_t shape = 0;
    bool stroke = false;
    std::uint32_t first_vertex = 0, vertex_count = 0, first_index = 0, index_count = 0;
};

struct Mesh {
    static constexpr std::uint32_t most_vertices = 0xffff;  // of a part
    std::vector<MeshVertex> vertices;
    std::vector<std::uint16_t> indices;  // from the first vertex of the part
    std::vector<MeshPart> parts;
    Rect bounds;

    std::size_t bytes() const { return vertices.size() * sizeof(MeshVertex) + indices.size() * sizeof(std::uint16_t); }
};

// `scale`: CSS px for a unit of the viewBox; `fringe`: CSS px of a pixel of the screen, over which edges are softened.
// Needs a current ImGui context, whose triangulation it uses.
Mesh make_mesh(const Drawing& drawing, float scale, float fringe);

// ---- Steps, each of them on its own in a test -------------------------------------------------------------------------

// Straight pieces that no eye can tell from the curves; neighbours differ.
std::vector<Point> flattened(const Outline& outline, float scale, float tolerance);

struct Pen {
    float width = 1, fringe = 1;
    bool round_caps = true, round_joins = true;
};

// Triangles of a line: no two of them overlap where it bends, so that it can be see-through.
void stroke_line(std::span<const Point> points, bool closed, const Pen& pen, Mesh& mesh, MeshPart& part);

}  // namespace needlewise::ui
