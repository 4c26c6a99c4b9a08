#include "ui/figures/colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace needlewise::ui {

namespace {

constexpr std::array tones{SkinTone{rgb(0xf9decd), rgb(0xedc2ac), rgb(0xfeefe5), rgb(0xe0594c)},
                           SkinTone{rgb(0xf0c9ac), rgb(0xdda785), rgb(0xf9dfca), rgb(0xd8503f)},
                           SkinTone{rgb(0xdeab82), rgb(0xc48b60), rgb(0xedc8a6), rgb(0xc24638)},
                           SkinTone{rgb(0xbf875c), rgb(0xa06a42), rgb(0xd5a47d), rgb(0xa83a33)},
                           SkinTone{rgb(0x92603f), rgb(0x74462c), rgb(0xaf7b58), rgb(0x8e2c2c)},
                           SkinTone{rgb(0x6a4534), rgb(0x4e3026), rgb(0x8a6049), rgb(0x7a2026)}};

// The lighter of the two colours of the brand, and how it is made from the other.
constexpr Colour paler_brand = rgb(0x3e8d82);
constexpr float paler = 0.22f;

Colour with_alpha(Colour colour, std::uint8_t alpha) {
    colour.a = alpha;
    return colour;
}

Colour accent_for(Colour drawn, const Theme& theme) {
    const bool pale = with_alpha(drawn, 255) == paler_brand;
    return pale ? mixed(theme.picture_accent, rgb(0xffffff), paler) : theme.picture_accent;
}

std::optional<Colour> colour_for(const DrawnShape& shape, const std::optional<SkinTone>& tone, const Theme& theme) {
    if (shape.kind == ShapeKind::accent) return accent_for(shape.filled ? shape.fill : shape.stroke, theme);
    if (!tone) return std::nullopt;
    switch (shape.kind) {
        case ShapeKind::skin: return tone->base;
        case ShapeKind::skin_shade: return tone->shade;
        case ShapeKind::skin_light: return tone->light;
        case ShapeKind::red: return tone->red;
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<SkinTone> skin_tone(int tone) {
    if (tone < 1 || static_cast<std::size_t>(tone) > tones.size()) return std::nullopt;
    return tones[static_cast<std::size_t>(tone - 1)];
}

ShapeColours colours_of(const DrawnShape& shape, const std::optional<SkinTone>& tone, const Theme& theme) {
    ShapeColours colours{shape.fill, shape.stroke};
    if (const auto colour = colour_for(shape, tone, theme)) {
        Colour& changed = shape.filled ? colours.fill : colours.stroke;  // the outline of a filled shape stays ink
        changed = with_alpha(*colour, changed.a);
    }
    return colours;
}

ShapeColours lit(ShapeColours colours, const PictureMoment::Region& region, const Theme& theme) {
    constexpr float chosen = 0.8f;  // of what lies below something still shows
    const float share = std::max(region.on, region.hover / 2);
    const auto towards = [&](Colour from, float alpha) {
        const auto covered = static_cast<std::uint8_t>(std::lround(std::max(static_cast<float>(from.a), 255 * share * alpha)));
        return with_alpha(mixed(from, theme.picture_accent, share), covered);
    };
    if (share <= 0) return colours;
    return {towards(colours.fill, chosen), colours.stroke};
}

}  // namespace needlewise::ui
