// How the surface lies, and where the signs of needling may show.
#include <algorithm>
#include <cmath>

#include "core/skin/marks.h"
#include "core/skin/noise.h"

namespace needlewise {

namespace {

using namespace skin;

// Fifteen passes of a common roller leave about 250 holes a square centimetre (PROC-024): one every 0.63 mm.
constexpr float needles_apart = 0.63f;

constexpr std::string_view signs[] = {"redness", "swelling", "flaking", "bruising", "channels"};

// Fine folds that part the skin into small fields, softly.
float relief(const At& at, float step) {
    const float bend_x = 0.5f * waves(at.x / 0.8f, at.y / 0.8f, 1), bend_y = 0.5f * waves(at.x / 0.8f, at.y / 0.8f, 2);
    const float size = std::max(0.5f, 3.4f * step);  // no finer than can be shown
    const Near field = nearest(at.x / size + bend_x, at.y / (0.8f * size) + bend_y, 3);
    const float fold = 1 - smoothstep(0.0f, 0.5f, field.second - field.first);
    const float uneven = 0.35f + 0.65f * waves(at.x / 3, at.y / 3, 4);  // not every fold is as deep
    return 0.045f * waves(at.x / 1.9f, at.y / 1.9f, 5) + 0.06f * waves(at.x / 6, at.y / 6, 6) - 0.017f * fold * uneven * (size / 0.5f);
}

void add_needles(const At& at, float step, SkinPoint& point) {
    const float far = needles_apart * nearest(at.x / needles_apart, at.y / needles_apart, 11).first;
    const float radius = std::max(0.11f, 0.8f * step);
    point.channel = 1 - smoothstep(0.35f * radius, 1.2f * radius, far);
    point.halo = 1 - smoothstep(radius, 0.42f, far);
}

// Scales come off in groups; each has a level of flaking from which it is there. Their outlines are ragged.
void add_flakes(const At& at, float size, SkinPoint& point) {
    const float bend_x = 0.8f * waves(at.x / (0.5f * size), at.y / (0.5f * size), 21),
                bend_y = 0.8f * waves(at.x / (0.5f * size), at.y / (0.5f * size), 22);
    const Near scale = nearest(at.x / size + bend_x, at.y / size + bend_y, 23);
    const float grouped = waves(static_cast<float>(scale.cell_x) * 0.4f, static_cast<float>(scale.cell_y) * 0.4f, 24);
    const float radius = 0.3f + 0.3f * chance(scale.cell_x, scale.cell_y, 26);
    const float inside = std::min(radius - scale.first, 0.8f * (scale.second - scale.first));
    const float ragged = inside + 0.16f * (waves(at.x / 0.34f, at.y / 0.34f, 27) - 0.5f);
    point.flake = ragged < 0.02f ? 2 : 0.02f + 0.7f * chance(scale.cell_x, scale.cell_y, 25) + 0.7f * grouped;
    point.rim = 1 - smoothstep(0.02f, 0.2f, ragged);
}

// A few soft clouds.
float bruised(const At& at) {
    const float here = 0.65f * waves(at.x / at.width * 3.4f + 1.7f, at.y / at.width * 3.4f + 0.4f, 41) +
                       0.35f * waves(at.x / at.width * 7, at.y / at.width * 7, 42);
    return smoothstep(0.5f, 0.76f, here + 0.12f * (waves(at.x / 0.9f, at.y / 0.9f, 43) - 0.5f));
}

}  // namespace

bool is_skin_mark(std::string_view part) { return std::ranges::find(signs, part) == std::end(signs); }

double millimetres_across(SkinArea area) { return area == SkinArea::face ? 30 : 60; }

SkinField skin_field(const SkinPatch& patch, int width, int height) {
    SkinField field{.area = patch.area, .width = std::max(width, 1), .height = std::max(height, 1)};
    std::vector<std::string> marks;
    for (const SkinPart& part : patch.parts)
        if (part.level > 0 && is_skin_mark(part.part)) marks.push_back(part.part);
    const auto across = static_cast<float>(millimetres_across(patch.area));
    const float step = across / static_cast<float>(field.width), down = step * static_cast<float>(field.height);
    field.points.reserve(static_cast<std::size_t>(field.width) * static_cast<std::size_t>(field.height));
    for (int row = 0; row < field.height; ++row)
        for (int column = 0; column < field.width; ++column) {
            const At at{static_cast<float>(column) * step, static_cast<float>(row) * step, across, down};
            SkinPoint point;
            point.relief = relief(at, step);
            point.patchy =
                0.6f * waves(at.x / across * 6, at.y / across * 6, 45) + 0.4f * waves(at.x / across * 14, at.y / across * 14, 46);
            point.bruise = bruised(at);
            add_needles(at, step, point);
            add_flakes(at, patch.area == SkinArea::face ? 1.7f : 2.4f, point);
            add_marks(marks, at, point);
            field.points.push_back(point);
        }
    return field;
}

}  // namespace needlewise
