#include "ui/figures/patch.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/metrics.h"

namespace needlewise::ui {

namespace {

constexpr float grain = 1.2f;  // CSS px between two colours: finer is not seen
constexpr int most_columns = 360;

bool same_parts(const std::vector<SkinPart>& a, const std::vector<SkinPart>& b) {
    return std::ranges::equal(a, b, [](const SkinPart& x, const SkinPart& y) { return x.part == y.part && x.level == y.level; });
}

// The parts that are there at all: what the field is made for.
std::vector<std::string> shown_parts(const SkinPatch& patch) {
    std::vector<std::string> names;
    for (const SkinPart& part : patch.parts)
        if (part.level > 0 && is_skin_mark(part.part)) names.push_back(part.part);
    return names;
}

// How much of a point is inside the rounded rectangle.
float inside(float x, float y, const Rect& rect, float radius, float soft) {
    const float across = std::max(0.0f, std::abs(x - (rect.x + rect.w / 2)) - rect.w / 2 + radius),
                down = std::max(0.0f, std::abs(y - (rect.y + rect.h / 2)) - rect.h / 2 + radius);
    return std::clamp(0.5f - (std::hypot(across, down) - radius) / soft, 0.0f, 1.0f);
}

}  // namespace

Rect skin_extent() { return {0, 0, skin_patch_width, skin_patch_height}; }

void SkinMesh::compute(const SkinPatch& patch, int columns, int rows) {
    const bool same_size = field.width == columns && field.height == rows && field.area == patch.area;
    auto now = shown_parts(patch);
    if (!same_size || now != marks) {
        field = skin_field(patch, columns, rows);
        marks = std::move(now);
    } else if (patch.tone == shown.tone && same_parts(patch.parts, shown.parts)) {
        return;
    }
    colours = skin_colours(field, patch);
    shown = patch;
}

void SkinMesh::draw(ImDrawList& list, const Picture& picture, const Rect& place, float light) {
    SkinPatch patch{.area = picture.name == skin_body ? SkinArea::body : SkinArea::face, .tone = picture.tone};
    for (const Level& level : picture.levels) patch.parts.push_back({level.part, level.value});
    const int columns = std::clamp(static_cast<int>(std::ceil(place.w / grain)) + 1, 2, most_columns);
    const int rows = std::max(2, static_cast<int>(std::lround(static_cast<float>(columns - 1) * place.h / place.w)) + 1);
    compute(patch, columns, rows);

    const float step_x = place.w / static_cast<float>(columns - 1), step_y = place.h / static_cast<float>(rows - 1);
    const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
    list.PrimReserve((columns - 1) * (rows - 1) * 6, columns * rows);
    std::size_t at = 0;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const float x = place.x + step_x * static_cast<float>(column), y = place.y + step_y * static_cast<float>(row);
            const Colour& colour = colours[at++];
            const auto part = [light](std::uint8_t value) { return static_cast<ImU32>(std::lround(static_cast<float>(value) * light)); };
            const auto cover = static_cast<ImU32>(std::lround(255 * inside(x, y, place, radius::card, step_x)));
            list._VtxWritePtr[at - 1] = {{x, y}, uv, IM_COL32(part(colour.r), part(colour.g), part(colour.b), cover)};
        }
    const auto base = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    const auto across = static_cast<ImDrawIdx>(columns);
    ImDrawIdx* index = list._IdxWritePtr;
    for (ImDrawIdx row = 0; row + 1 < static_cast<ImDrawIdx>(rows); ++row)
        for (ImDrawIdx column = 0; column + 1 < across; ++column) {
            const ImDrawIdx corner = base + row * across + column;
            for (const ImDrawIdx next : {corner, corner + 1, corner + across, corner + 1, corner + across + 1, corner + across})
                *index++ = next;
        }
    list._VtxWritePtr += at;
    list._IdxWritePtr = index;
    list._VtxCurrentIdx += static_cast<unsigned>(at);
}

}  // namespace needlewise::ui
