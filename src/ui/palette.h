// The first step of the tokens: colours by name, one set for each scheme.
#pragma once

#include "ui/theme.h"

namespace needlewise::ui {

struct Tint {
    Colour fill, bar, ink;
};

struct Palette {
    Colour paper, white, sand;  // grounds: page, cards, wells
    Colour ink, ink_soft, line, line_strong;
    Colour accent, accent_deep, accent_deepest, on_accent, accent_text, accent_pale;
    Colour shadow, focus_outer, focus_inner;
    Tint red, amber, violet, blue, green, grey, clay, teal;
};

Palette palette_for(Scheme scheme);

}  // namespace needlewise::ui
