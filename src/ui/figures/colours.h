// Which colours of an illustration follow the person and the theme; assets/figures/README.md has the rules and the tones.
#pragma once

#include "ui/figures/drawing.h"
#include "ui/pictures.h"

namespace needlewise::ui {

struct SkinTone {
    Colour base, shade, light, red;
};
std::optional<SkinTone> skin_tone(int tone);  // 1 to 6

struct ShapeColours {
    Colour fill, stroke;
};

// At rest, without levels, motion and regions.
ShapeColours colours_of(const DrawnShape& shape, const std::optional<SkinTone>& tone, const Theme& theme);

// A region under the pointer or chosen.
ShapeColours lit(ShapeColours colours, const PictureMoment::Region& region, const Theme& theme);

}  // namespace needlewise::ui
