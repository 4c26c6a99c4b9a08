#include "ui/palette.h"

namespace needlewise::ui {

namespace {

constexpr Tint tint(std::uint32_t fill, std::uint32_t bar, std::uint32_t ink) { return {rgb(fill), rgb(bar), rgb(ink)}; }

// Warm paper and white cards, deep pine for everything that can be pressed.
constexpr Palette light{.paper = light_grounds.page,
                        .white = light_grounds.card,
                        .sand = light_grounds.well,
                        .ink = rgb(0x2a2420),
                        .ink_soft = rgb(0x5d544c),
                        .line = rgb(0xe4dccf),
                        .line_strong = rgb(0x85796d),
                        .accent = rgb(0x0f5f57),
                        .accent_deep = rgb(0x0b4e48),
                        .accent_deepest = rgb(0x083d38),
                        .on_accent = rgb(0xffffff),
                        .accent_text = rgb(0x0f5f57),
                        .accent_pale = rgb(0xe3f0ec),
                        .shadow = {74, 58, 42, 255},
                        .focus_outer = rgb(0x1c3834),
                        .focus_inner = rgb(0xffffff),
                        .red = tint(0xfbe8e4, 0xb03a2e, 0x8c241b),
                        .amber = tint(0xfcf0d9, 0xa86400, 0x754400),
                        .violet = tint(0xf0eaf6, 0x6f52a0, 0x533a80),
                        .blue = tint(0xe7eff4, 0x2f6c8f, 0x1f516e),
                        .green = tint(0xe6f1e5, 0x34784a, 0x225a35),
                        .grey = tint(0xf3eee6, 0x85796d, 0x4d443c),
                        .clay = tint(0xf7ece2, 0xa2633c, 0x784527),
                        .teal = tint(0xe3f0ec, 0x0f5f57, 0x0b4e48)};

constexpr Palette dark{.paper = dark_grounds.page,
                       .white = dark_grounds.card,
                       .sand = dark_grounds.well,
                       .ink = rgb(0xf4ede4),
                       .ink_soft = rgb(0xc6bbad),
                       .line = rgb(0x3c352e),
                       .line_strong = rgb(0x968a7c),
                       .accent = rgb(0x82cfc0),
                       .accent_deep = rgb(0x9bdccf),
                       .accent_deepest = rgb(0xb6e8de),
                       .on_accent = rgb(0x0c2623),
                       .accent_text = rgb(0x82cfc0),
                       .accent_pale = rgb(0x213b37),
                       .shadow = {0, 0, 0, 255},
                       .focus_outer = rgb(0xffffff),
                       .focus_inner = rgb(0x171412),
                       .red = tint(0x3b201c, 0xec8b7e, 0xffb9ae),
                       .amber = tint(0x37290f, 0xe0a94e, 0xf3cd8c),
                       .violet = tint(0x2d2639, 0xb49be0, 0xd3c2f2),
                       .blue = tint(0x1c2c36, 0x7fb6d6, 0xb0d6ec),
                       .green = tint(0x1d2f21, 0x82c294, 0xb0dfbc),
                       .grey = tint(0x2a2521, 0x968a7c, 0xd8cdc0),
                       .clay = tint(0x36281e, 0xd69d74, 0xf0c5a4),
                       .teal = tint(0x1b332f, 0x82cfc0, 0xaae2d7)};

constexpr Tint black_on_white = tint(0xffffff, 0x000000, 0x000000);
constexpr Palette contrast_light{.paper = rgb(0xffffff),
                                 .white = rgb(0xffffff),
                                 .sand = rgb(0xffffff),
                                 .ink = rgb(0x000000),
                                 .ink_soft = rgb(0x1f1a16),
                                 .line = rgb(0x000000),
                                 .line_strong = rgb(0x000000),
                                 .accent = rgb(0x00403a),
                                 .accent_deep = rgb(0x002b27),
                                 .accent_deepest = rgb(0x000000),
                                 .on_accent = rgb(0xffffff),
                                 .accent_text = rgb(0x00403a),
                                 .accent_pale = rgb(0xe2f3ef),
                                 .shadow = {0, 0, 0, 0},
                                 .focus_outer = rgb(0x000000),
                                 .focus_inner = rgb(0xffffff),
                                 .red = tint(0xffffff, 0x8a0f06, 0x6d0a03),
                                 .amber = tint(0xffffff, 0x6b3f00, 0x573300),
                                 .violet = tint(0xffffff, 0x442579, 0x36196a),
                                 .blue = tint(0xffffff, 0x0a4262, 0x073750),
                                 .green = tint(0xffffff, 0x0e4a22, 0x0a3d1b),
                                 .grey = black_on_white,
                                 .clay = tint(0xffffff, 0x64310f, 0x53270a),
                                 .teal = tint(0xffffff, 0x00403a, 0x00332e)};

constexpr Tint white_on_black = tint(0x000000, 0xffffff, 0xffffff);
constexpr Palette contrast_dark{.paper = rgb(0x000000),
                                .white = rgb(0x000000),
                                .sand = rgb(0x000000),
                                .ink = rgb(0xffffff),
                                .ink_soft = rgb(0xf0e9e0),
                                .line = rgb(0xffffff),
                                .line_strong = rgb(0xffffff),
                                .accent = rgb(0x9cf0e0),
                                .accent_deep = rgb(0xbff6eb),
                                .accent_deepest = rgb(0xffffff),
                                .on_accent = rgb(0x000000),
                                .accent_text = rgb(0x9cf0e0),
                                .accent_pale = rgb(0x0b2f2a),
                                .shadow = {0, 0, 0, 0},
                                .focus_outer = rgb(0xffffff),
                                .focus_inner = rgb(0x000000),
                                .red = tint(0x000000, 0xffa79b, 0xffc4bb),
                                .amber = tint(0x000000, 0xffcf7a, 0xffdea3),
                                .violet = tint(0x000000, 0xd2bcff, 0xe2d4ff),
                                .blue = tint(0x000000, 0xa6dbf8, 0xc6e8fb),
                                .green = tint(0x000000, 0xa5e8b6, 0xc3f1ce),
                                .grey = white_on_black,
                                .clay = tint(0x000000, 0xffc79c, 0xffdabd),
                                .teal = tint(0x000000, 0x9cf0e0, 0xbff6eb)};

}  // namespace

Palette palette_for(Scheme scheme) {
    switch (scheme) {
        case Scheme::light: return light;
        case Scheme::dark: return dark;
        case Scheme::contrast: return contrast_light;
        case Scheme::contrast_dark: return contrast_dark;
    }
    return light;
}

}  // namespace needlewise::ui
