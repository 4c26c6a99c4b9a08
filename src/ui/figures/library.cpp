#include "ui/figures/library.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "core/form/photo.h"
#include "ui/figures/colours.h"
#include "ui/figures/motion.h"
#include "ui/metrics.h"
#include "ui/theme.h"

namespace needlewise::ui {

namespace {

constexpr std::size_t most_kept = 6u << 20;  // bytes of triangles: more than any page shows at once
constexpr std::size_t most_figures = 500;
constexpr float same = 0.0005f;  // sizes closer than this look the same

Colour dimmed(Colour colour, float light) {
    const auto less = [light](std::uint8_t part) { return static_cast<std::uint8_t>(std::lround(static_cast<float>(part) * light)); };
    return {less(colour.r), less(colour.g), less(colour.b), colour.a};
}

// What is held against one's own skin, hair and eyes is no darker on a dark page.
bool shows_true_colours(std::string_view name) { return name.starts_with("swatch-") || name.starts_with("tone-"); }

// The pictures of the answers about tone and of the goals show the tones they were drawn with.
bool keeps_its_tones(std::string_view name) { return name.starts_with("tone-") || name.starts_with("goal-"); }

void copy(ImDrawList& list, const Mesh& mesh, const MeshPart& part, Point at, Colour colour) {
    if (colour.a == 0) return;
    list.PrimReserve(static_cast<int>(part.index_count), static_cast<int>(part.vertex_count));
    const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
    const ImU32 solid = packed(colour), bare = solid & ~IM_COL32_A_MASK;
    for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
        const MeshVertex& vertex = mesh.vertices[part.first_vertex + i];
        const ImU32 ink = vertex.cover == 255 ? solid : bare | static_cast<ImU32>(colour.a * vertex.cover / 255) << IM_COL32_A_SHIFT;
        list._VtxWritePtr[i] = {{at.x + vertex.x, at.y + vertex.y}, uv, ink};
    }
    const auto base = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    for (std::uint32_t i = 0; i < part.index_count; ++i) list._IdxWritePtr[i] = base + mesh.indices[part.first_index + i];
    list._VtxWritePtr += part.vertex_count;
    list._IdxWritePtr += part.index_count;
    list._VtxCurrentIdx += part.vertex_count;
}

}  // namespace

Rect fitted(const Rect& extent, const Rect& rect) {
    if (extent.empty() || rect.empty()) return {rect.x, rect.y, 0, 0};
    const float scale = std::min(rect.w / extent.w, rect.h / extent.h), w = extent.w * scale, h = extent.h * scale;
    return {rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h};
}

Problems FigureLibrary::add(std::vector<FigureFile> files) {
    Problems problems;
    for (FigureFile& file : files) {
        if (entries.size() == most_figures) break;
        auto drawing = parse_drawing(file.svg, "assets/figures/" + file.name + ".svg");
        if (drawing) entries.insert_or_assign(std::move(file.name), Entry{std::move(*drawing), std::move(file.motion)});
        else problems.push_back(std::move(drawing.error()));
    }
    made.clear();  // they point to what may have been replaced
    kept = 0;
    return problems;
}

const FigureLibrary::Entry* FigureLibrary::find(std::string_view name) const {
    const auto found = entries.find(name);
    return found == entries.end() ? nullptr : &found->second;
}

Rect FigureLibrary::extent(std::string_view name) const {
    if (is_skin_patch(name)) return skin_extent();
    if (const auto photo = size_in_name(name)) return {0, 0, static_cast<float>(photo->width), static_cast<float>(photo->height)};
    const Entry* entry = find(name);
    return entry ? Rect{0, 0, entry->drawing.width, entry->drawing.height} : Rect{};
}

std::vector<RegionBox> FigureLibrary::regions(std::string_view name) const {
    std::vector<RegionBox> boxes;
    const Entry* entry = find(name);
    if (!entry) return boxes;
    for (const DrawnShape& shape : entry->drawing.shapes)
        if (shape.region >= 0) boxes.push_back({entry->drawing.regions[static_cast<std::size_t>(shape.region)], shape.bounds});
    return boxes;
}

double FigureLibrary::seconds(std::string_view name) const {
    const Entry* entry = find(name);
    return entry ? entry->motion.seconds : 0;
}

const Mesh& FigureLibrary::mesh_of(const Entry& entry, float scale, float fringe) const {
    const auto fits = [&](const std::unique_ptr<Made>& one) {
        return one->of == &entry && std::abs(one->scale - scale) < same && std::abs(one->fringe - fringe) < same;
    };
    auto found = std::ranges::find_if(made, fits);
    if (found == made.end()) {
        made.push_back(std::make_unique<Made>(&entry, scale, fringe, make_mesh(entry.drawing, scale, fringe)));
        kept += made.back()->mesh.bytes();
        made.back()->used = ++clock;
        while (kept > most_kept && made.size() > 1) forget_oldest();
        return made.back()->mesh;
    }
    (*found)->used = ++clock;
    return (*found)->mesh;
}

// Never the newest, which is about to be drawn.
void FigureLibrary::forget_oldest() const {
    const auto oldest = std::ranges::min_element(made, {}, [](const auto& one) { return one->used; });
    kept -= (*oldest)->mesh.bytes();
    made.erase(oldest);
}

void FigureLibrary::draw(ImDrawList& list, const Picture& picture, const Rect& rect, const Theme& theme,
                         const PictureMoment& moment) const {
    if (is_skin_patch(picture.name)) return skin.draw(list, picture, fitted(skin_extent(), rect), theme.picture_light);
    const Entry* entry = find(picture.name);
    const Rect place = entry ? fitted({0, 0, entry->drawing.width, entry->drawing.height}, rect) : Rect{};
    if (place.empty()) return;
    const float scale = place.w / entry->drawing.width;
    const Mesh& mesh = mesh_of(*entry, scale, list._FringeScale);
    const auto states = states_of(entry->drawing, picture.levels, entry->motion, moment.share);
    const auto tone = keeps_its_tones(picture.name) ? std::nullopt : skin_tone(picture.tone);
    const float light = shows_true_colours(picture.name) ? 1 : theme.picture_light;
    if (picture.spread && place.w < rect.w && !entry->drawing.shapes.empty()) {
        const Colour ground = dimmed(colours_of(entry->drawing.shapes.front(), tone, theme).fill, light);
        list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(ground), radius::control);
    }
    const bool spills =
        moment.share || mesh.bounds.x < -1 || mesh.bounds.y < -1 || mesh.bounds.right() > place.w + 1 || mesh.bounds.bottom() > place.h + 1;
    if (spills) list.PushClipRect({place.x, place.y}, {place.right(), place.bottom()}, true);
    for (const MeshPart& part : mesh.parts) {
        const DrawnShape& shape = entry->drawing.shapes[part.shape];
        const PartState state = shape.part >= 0 ? states[static_cast<std::size_t>(shape.part)] : PartState{};
        ShapeColours colours = colours_of(shape, tone, theme);
        if (shape.region >= 0) {
            const auto& code = entry->drawing.regions[static_cast<std::size_t>(shape.region)];
            const auto region = std::ranges::find(moment.regions, code, &PictureMoment::Region::code);
            if (region != moment.regions.end()) colours = lit(colours, *region, theme);
        }
        const Colour colour = dimmed(part.stroke ? colours.stroke : colours.fill, light);
        copy(list, mesh, part, {place.x + state.x * scale, place.y + state.y * scale}, faded(colour, state.opacity));
    }
    if (spills) list.PopClipRect();
}

}  // namespace needlewise::ui
