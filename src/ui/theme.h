// Colours in two steps: a palette names colours, a theme says which of them each use takes. Nothing else in src/ui names a
// colour. `checked_pairs` lists every pair that meets on screen; a test computes their contrast in every theme.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/colour.h"
#include "core/pages/page.h"

namespace needlewise::ui {

using needlewise::Colour;
using needlewise::contrast;
using needlewise::mixed;
using needlewise::rgb;

// What a colour is for. Each callout has a fill, the bar and icon on it, and an ink for its label.
enum class Use : std::uint8_t {
    none,  // nothing is drawn
    page,
    surface,
    raised,
    sunken,
    text,
    text_soft,
    border,
    border_strong,
    accent,
    accent_hover,
    accent_press,
    on_accent,
    accent_text,
    accent_soft,
    shadow,
    scrim,  // dims the page behind a dialog
    focus_outer,
    focus_inner,
    stop_fill,
    stop_bar,
    stop_ink,
    ask_fill,
    ask_bar,
    ask_ink,
    wait_fill,
    wait_bar,
    wait_ink,
    tell_fill,
    tell_bar,
    tell_ink,
    good_fill,
    good_bar,
    good_ink,
    note_fill,
    note_bar,
    note_ink,
    says_fill,
    says_bar,
    says_ink,
    found_fill,
    found_bar,
    found_ink,
};
inline constexpr std::size_t use_count = static_cast<std::size_t>(Use::found_ink) + 1;
std::string_view name_of(Use use);  // "text-soft": the name of its CSS custom property without the dashes

struct Tone {
    Use fill, bar, ink;
};
std::optional<Tone> tone_of(Look look);  // nothing for looks that are no callout

enum class Scheme { light, dark, contrast, contrast_dark };

struct Theme {
    std::array<Colour, use_count> colours{};
    bool outlined = false;    // high contrast: lines instead of shadows
    Colour picture_accent;    // pictures bring their own light ground, also on a dark page
    float picture_light = 1;  // less on a dark page, where they would glare

    Colour operator[](Use use) const { return colours[static_cast<std::size_t>(use)]; }
};

// `accent`: a clinic's own colour; it is darkened or lightened until text in it and on it can be read.
Theme theme_for(Scheme scheme, std::optional<Colour> accent = std::nullopt);

// A colour as a vertex of ImGui holds it.
std::uint32_t packed(Colour colour);

Colour faded(Colour colour, float share);  // share of its opacity

struct Pair {
    Use over, under;
    double least;  // contrast
};
std::span<const Pair> checked_pairs();

}  // namespace needlewise::ui
