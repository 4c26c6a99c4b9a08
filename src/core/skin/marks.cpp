#include "core/skin/marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include "core/skin/noise.h"

namespace needlewise::skin {

namespace {

// A round mark: where, in shares of the patch, and its radius in millimetres.
struct Round {
    float x, y, radius;
};

// Distance from its middle in radii, its edge a little uneven.
float radii(const Round& mark, const At& at, float uneven) {
    const float dx = at.x - mark.x * at.width, dy = at.y - mark.y * at.height;
    const float edge = 1 + uneven * (2 * waves(at.x * 0.9f, at.y * 0.9f, 71) - 1);
    return std::hypot(dx, dy) / (mark.radius * edge);
}

template <class Each>
void each_round(std::span<const Round> marks, const At& at, float uneven, float reach, Each&& each) {
    for (const Round& mark : marks)
        if (const float far = radii(mark, at, uneven); far < reach) each(far, mark);
}

// Narrow and deep: up to 2 mm wide.
constexpr std::array ice_picks{Round{0.30f, 0.34f, 0.75f}, Round{0.62f, 0.62f, 0.85f}, Round{0.47f, 0.20f, 0.65f}};
constexpr std::array more_ice_picks{Round{0.20f, 0.66f, 0.8f},  Round{0.74f, 0.30f, 0.9f}, Round{0.52f, 0.47f, 0.7f},
                                    Round{0.86f, 0.55f, 0.75f}, Round{0.38f, 0.80f, 0.8f}, Round{0.12f, 0.30f, 0.65f}};
void ice_pick(std::span<const Round> marks, const At& at, SkinPoint& point) {
    each_round(marks, at, 0.15f, 1.2f, [&](float far, const Round&) { point.dent -= 0.8f * (1 - smoothstep(0.2f, 1.1f, far)); });
}

// Upright walls, a flat floor: 1.5 to 4 mm wide.
constexpr std::array boxcars{Round{0.66f, 0.36f, 1.7f}, Round{0.36f, 0.58f, 1.4f}};
constexpr std::array more_boxcars{Round{0.18f, 0.44f, 1.6f}, Round{0.80f, 0.72f, 1.9f}, Round{0.52f, 0.82f, 1.3f},
                                  Round{0.44f, 0.30f, 1.2f}};
void boxcar(std::span<const Round> marks, const At& at, SkinPoint& point) {
    each_round(marks, at, 0.16f, 1.3f, [&](float far, const Round&) {
        point.dent -= 0.42f * (1 - smoothstep(0.78f, 1.08f, far));
        point.blood = std::max(point.blood, 0.14f * (1 - smoothstep(0.7f, 1.1f, far)));
    });
}

// Wide and wavy: more than 4 mm.
constexpr std::array rolls{Round{0.32f, 0.46f, 3.2f}, Round{0.70f, 0.58f, 3.6f}};
constexpr std::array more_rolls{Round{0.52f, 0.20f, 3.0f}, Round{0.10f, 0.78f, 3.2f}, Round{0.92f, 0.18f, 3.0f}, Round{0.48f, 0.88f, 3.1f}};
void rolling(std::span<const Round> marks, const At& at, SkinPoint& point) {
    each_round(marks, at, 0.2f, 2.0f, [&](float far, const Round&) { point.dent -= 0.75f * (1 - smoothstep(0, 1.45f, far)); });
}

constexpr std::array flat{Round{0.26f, 0.36f, 1.5f}, Round{0.58f, 0.28f, 1.8f}, Round{0.74f, 0.66f, 1.6f}, Round{0.40f, 0.72f, 1.9f},
                          Round{0.14f, 0.74f, 1.3f}};
constexpr std::array brown_spots{Round{0.22f, 0.30f, 1.3f}, Round{0.44f, 0.58f, 1.6f}, Round{0.66f, 0.30f, 1.2f},
                                 Round{0.78f, 0.70f, 1.8f}, Round{0.30f, 0.80f, 1.1f}, Round{0.90f, 0.42f, 1.0f}};
void stain(std::span<const Round> marks, const At& at, float melanin, float blood, SkinPoint& point) {
    const float size = at.width / 30;  // on a wider patch they are still seen
    for (Round mark : marks) {
        mark.radius *= size;
        const float share = 1 - smoothstep(0.55f, 1.15f, radii(mark, at, 0.3f));
        point.melanin = std::max(point.melanin, melanin * share);
        point.blood = std::max(point.blood, blood * share);
    }
}

void patches(const At& at, SkinPoint& point) {
    const float share = smoothstep(0.42f, 0.54f, rough(at.x / 9 + 3, at.y / 9 + 1, 31));
    point.melanin = std::max(point.melanin, 0.75f * share * (0.75f + 0.25f * rough(at.x, at.y, 33)));
}

// A fold that runs across: where it is at the left, how much it falls to the right (shares of the height), its width and depth.
struct Fold {
    float y, falls, wide, deep;
    std::uint32_t seed;
};
constexpr std::array folds{Fold{0.24f, 0.10f, 0.4f, 0.22f, 5}, Fold{0.52f, 0.06f, 0.46f, 0.27f, 6}, Fold{0.80f, 0.00f, 0.4f, 0.21f, 7}};
constexpr std::array more_folds{Fold{0.14f, 0.06f, 0.28f, 0.14f, 8},  Fold{0.40f, 0.07f, 0.3f, 0.16f, 9},
                                Fold{0.66f, 0.02f, 0.28f, 0.15f, 10}, Fold{0.90f, -0.03f, 0.28f, 0.13f, 11},
                                Fold{0.30f, 0.2f, 0.24f, 0.1f, 12},   Fold{0.72f, -0.2f, 0.24f, 0.1f, 13}};
void lines(std::span<const Fold> all, const At& at, SkinPoint& point) {
    const float along = at.x / at.width;
    for (const Fold& fold : all) {
        // Far from it there is nothing to work out.
        if (std::abs(at.y - (fold.y + fold.falls * along) * at.height) > 3.2f) continue;
        const float wander = 1.6f * (rough(at.x / 7, static_cast<float>(fold.seed), fold.seed) - 0.5f);
        const float away = at.y - ((fold.y + fold.falls * along) * at.height + wander);
        const float strength = 0.55f + 0.45f * waves(at.x / 8, 0.5f, fold.seed + 20);
        const float in = std::exp(-away * away / (fold.wide * fold.wide)), beside = std::exp(-away * away / (9 * fold.wide * fold.wide));
        point.dent += strength * fold.deep * (0.35f * beside - 1.35f * in);
    }
}

void pores(const At& at, SkinPoint& point) {
    constexpr float apart = 1.25f;
    const Near pore = nearest(at.x / apart, at.y / apart, 51);
    const float radius = 0.13f + 0.12f * chance(pore.cell_x, pore.cell_y, 53);
    const float share = 1 - smoothstep(0.3f, 1.2f, pore.first * apart / radius);
    point.dent -= 0.3f * share;
    point.melanin = std::max(point.melanin, 0.35f * share);
}

// The scar of an operation: a pale, smooth, slightly sunken line with traces of its stitches.
void scar(const At& at, SkinPoint& point) {
    const float along = at.x / at.width, wander = 1.2f * (rough(at.x / 9, 2, 61) - 0.5f);
    const float away = at.y - ((0.36f + 0.26f * along) * at.height + wander);
    const float ends = smoothstep(0.08f, 0.16f, along) * (1 - smoothstep(0.84f, 0.92f, along));
    const float wide = 0.9f + 0.35f * waves(at.x / 5, 1, 63), share = ends * (1 - smoothstep(0.7f * wide, 1.2f * wide, std::abs(away)));
    point.dent -= 0.2f * share;
    point.melanin = std::min(point.melanin, -0.35f * share);
    point.smooth = std::max(point.smooth, share);
    constexpr float stitch = 4;
    const float beside = std::abs(at.x - stitch * std::round(at.x / stitch));
    const float trace = ends * (1 - smoothstep(0.15f, 0.4f, beside)) * (1 - smoothstep(2.0f, 2.6f, std::abs(away)));
    point.dent -= 0.06f * trace;
    point.melanin = std::min(point.melanin, -0.2f * trace);
}

// Healed burnt skin: smooth and ropy, its colour uneven.
void burn(const At& at, SkinPoint& point) {
    const float far = std::hypot((at.x - 0.56f * at.width) / (0.36f * at.width), (at.y - 0.52f * at.height) / (0.40f * at.height));
    const float share = 1 - smoothstep(0.78f, 1.0f, far + 0.35f * (rough(at.x / 6, at.y / 6, 81) - 0.5f));
    if (share <= 0) return;
    const float ropes = rough(at.x / 3.2f + 2 * waves(at.x / 5, at.y / 5, 83), at.y / 1.5f, 82);
    point.dent += share * 0.7f * (ropes - 0.55f);
    point.smooth = std::max(point.smooth, share);
    point.melanin += share * 1.3f * (rough(at.x / 4, at.y / 4, 84) - 0.6f);
    point.blood = std::max(point.blood, share * 0.3f * rough(at.x / 3, at.y / 3, 85));
}

// Spindles side by side, a little sunken, with fine cross folds.
struct Band {
    float x, wide;  // where it crosses the middle, in shares; half its width in millimetres
    std::uint32_t seed;
};
constexpr std::array red_bands{Band{0.20f, 1.9f, 91}, Band{0.48f, 2.2f, 92}, Band{0.74f, 1.8f, 93}};
constexpr std::array white_bands{Band{0.34f, 2.0f, 94}, Band{0.61f, 1.7f, 95}, Band{0.88f, 2.1f, 96}};
void bands(std::span<const Band> all, const At& at, float melanin, float blood, SkinPoint& point) {
    const float down = at.y / at.height - 0.5f;
    for (const Band& band : all) {
        const float wander = 3 * (rough(at.y / 14, 1, band.seed) - 0.5f);
        const float away = at.x - (band.x + 0.14f * down) * at.width - wander;
        const float wide = band.wide * std::max(0.0f, 1 - 2.6f * down * down) * (0.8f + 0.4f * waves(at.y / 4, 3, band.seed));
        const float share = wide <= 0.1f ? 0 : 1 - smoothstep(0.65f * wide, 1.15f * wide, std::abs(away));
        if (share <= 0) continue;
        const float cross = waves(at.x / 3, at.y / 0.55f, band.seed + 9);
        point.dent += share * (0.14f * cross - 0.3f);
        point.smooth = std::max(point.smooth, 0.8f * share);
        if (melanin < 0) point.melanin = std::min(point.melanin, melanin * share);
        point.blood = std::max(point.blood, blood * share);
    }
}

void add_mark(std::string_view name, const At& at, SkinPoint& point) {
    if (name == "ice-pick") ice_pick(ice_picks, at, point);
    else if (name == "ice-pick-more") ice_pick(more_ice_picks, at, point);
    else if (name == "boxcar" || name == "dents") boxcar(boxcars, at, point);
    else if (name == "boxcar-more" || name == "dents-more") boxcar(more_boxcars, at, point);
    else if (name == "rolling") rolling(rolls, at, point);
    else if (name == "rolling-more") rolling(more_rolls, at, point);
    else if (name == "flat-marks") stain(flat, at, 0.4f, 0.3f, point);
    else if (name == "spots") stain(brown_spots, at, 0.85f, 0, point);
    else if (name == "patches") patches(at, point);
    else if (name == "lines") lines(folds, at, point);
    else if (name == "lines-more") lines(more_folds, at, point);
    else if (name == "pores") pores(at, point);
    else if (name == "scar") scar(at, point);
    else if (name == "burn") burn(at, point);
    else if (name == "stretch-red") bands(red_bands, at, 0, 0.55f, point);
    else if (name == "stretch-white") bands(white_bands, at, -0.5f, 0, point);
}

}  // namespace

void add_marks(const std::vector<std::string>& names, const At& at, SkinPoint& point) {
    for (const std::string& name : names) add_mark(name, at, point);
}

}  // namespace needlewise::skin
