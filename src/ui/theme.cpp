#include "ui/theme.h"

#include <algorithm>
#include <cmath>

#include "ui/palette.h"

namespace needlewise::ui {

namespace {

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) { return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b); }

std::uint8_t between(std::uint8_t from, std::uint8_t to, float share) {
    return static_cast<std::uint8_t>(std::lround(static_cast<float>(from) + static_cast<float>(to - from) * share));
}

void set(Theme& theme, Use use, Colour colour) { theme.colours[static_cast<std::size_t>(use)] = colour; }

void set_tone(Theme& theme, Look look, const Tint& tint) {
    const Tone tone = *tone_of(look);
    set(theme, tone.fill, tint.fill);
    set(theme, tone.bar, tint.bar);
    set(theme, tone.ink, tint.ink);
}

// The palette's accents moved to the clinic's colour, made readable against `page`.
void take_accent(Palette& palette, Colour wanted) {
    const bool dark = luminance(palette.paper) < 0.18;
    const Colour pole = dark ? rgb(0xffffff) : rgb(0x000000);
    Colour accent = wanted;
    constexpr double readable = 5.2;  // leaves room for the softer ground of a chosen answer
    for (int step = 1; step <= 20 && contrast(accent, palette.paper) < readable; ++step) accent = mixed(wanted, pole, static_cast<float>(step) / 20);
    palette.accent = palette.accent_text = accent;
    palette.accent_deep = mixed(accent, pole, 0.15f);
    palette.accent_deepest = mixed(accent, pole, 0.3f);
    palette.accent_pale = mixed(palette.white, accent, dark ? 0.16f : 0.1f);
    palette.on_accent = contrast(rgb(0xffffff), accent) >= contrast(palette.paper, accent) ? rgb(0xffffff) : palette.paper;
}

}  // namespace

Colour mixed(Colour from, Colour to, float share) {
    return {between(from.r, to.r, share), between(from.g, to.g, share), between(from.b, to.b, share), between(from.a, to.a, share)};
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::optional<Tone> tone_of(Look look) {
    switch (look) {
        case Look::stop: return Tone{Use::stop_fill, Use::stop_bar, Use::stop_ink};
        case Look::ask: return Tone{Use::ask_fill, Use::ask_bar, Use::ask_ink};
        case Look::wait: return Tone{Use::wait_fill, Use::wait_bar, Use::wait_ink};
        case Look::tell: return Tone{Use::tell_fill, Use::tell_bar, Use::tell_ink};
        case Look::good: return Tone{Use::good_fill, Use::good_bar, Use::good_ink};
        case Look::note: return Tone{Use::note_fill, Use::note_bar, Use::note_ink};
        case Look::says: return Tone{Use::says_fill, Use::says_bar, Use::says_ink};
        case Look::found: return Tone{Use::found_fill, Use::found_bar, Use::found_ink};
        case Look::plain:
        case Look::card:
        case Look::actions:
        case Look::links:
        case Look::figures: return std::nullopt;
    }
    return std::nullopt;
}

std::string_view name_of(Use use) {
    static constexpr std::array<std::string_view, use_count> names{
        "none", "page", "surface", "raised", "sunken", "text", "text-soft", "border", "border-strong",
        "accent", "accent-hover", "accent-press", "on-accent", "accent-text", "accent-soft", "shadow", "focus-outer", "focus-inner",
        "stop-fill", "stop-bar", "stop-ink", "ask-fill", "ask-bar", "ask-ink", "wait-fill", "wait-bar", "wait-ink",
        "tell-fill", "tell-bar", "tell-ink", "good-fill", "good-bar", "good-ink", "note-fill", "note-bar", "note-ink",
        "says-fill", "says-bar", "says-ink", "found-fill", "found-bar", "found-ink"};
    return names[static_cast<std::size_t>(use)];
}

Theme theme_for(Scheme scheme, std::optional<Colour> accent) {
    Palette palette = palette_for(scheme);
    if (accent) take_accent(palette, *accent);
    Theme theme;
    theme.outlined = scheme == Scheme::contrast || scheme == Scheme::contrast_dark;
    set(theme, Use::none, {0, 0, 0, 0});
    set(theme, Use::page, palette.paper);
    set(theme, Use::surface, palette.white);
    set(theme, Use::raised, palette.white);
    set(theme, Use::sunken, palette.sand);
    set(theme, Use::text, palette.ink);
    set(theme, Use::text_soft, palette.ink_soft);
    set(theme, Use::border, palette.line);
    set(theme, Use::border_strong, palette.line_strong);
    set(theme, Use::accent, palette.accent);
    set(theme, Use::accent_hover, palette.accent_deep);
    set(theme, Use::accent_press, palette.accent_deepest);
    set(theme, Use::on_accent, palette.on_accent);
    set(theme, Use::accent_text, palette.accent_text);
    set(theme, Use::accent_soft, palette.accent_pale);
    set(theme, Use::shadow, palette.shadow);
    set(theme, Use::focus_outer, palette.focus_outer);
    set(theme, Use::focus_inner, palette.focus_inner);
    set_tone(theme, Look::stop, palette.red);
    set_tone(theme, Look::ask, palette.amber);
    set_tone(theme, Look::wait, palette.violet);
    set_tone(theme, Look::tell, palette.blue);
    set_tone(theme, Look::good, palette.green);
    set_tone(theme, Look::note, palette.grey);
    set_tone(theme, Look::says, palette.clay);
    set_tone(theme, Look::found, palette.teal);
    return theme;
}

std::span<const Pair> checked_pairs() {
    constexpr double reads = 4.5, seen = 3.0;
    static constexpr Pair pairs[] = {
        {Use::text, Use::page, reads}, {Use::text, Use::surface, reads}, {Use::text, Use::raised, reads}, {Use::text, Use::sunken, reads},
        {Use::text, Use::accent_soft, reads},
        {Use::text_soft, Use::page, reads}, {Use::text_soft, Use::surface, reads}, {Use::text_soft, Use::raised, reads},
        {Use::text_soft, Use::sunken, reads}, {Use::text_soft, Use::accent_soft, reads},
        {Use::on_accent, Use::accent, reads}, {Use::on_accent, Use::accent_hover, reads}, {Use::on_accent, Use::accent_press, reads},
        {Use::accent_text, Use::page, reads}, {Use::accent_text, Use::surface, reads}, {Use::accent_text, Use::sunken, reads},
        {Use::accent_text, Use::accent_soft, reads},
        {Use::border_strong, Use::page, seen}, {Use::border_strong, Use::surface, seen}, {Use::border_strong, Use::sunken, seen},
        {Use::accent, Use::page, seen}, {Use::accent, Use::surface, seen}, {Use::accent, Use::accent_soft, seen}, {Use::accent, Use::sunken, seen},
        {Use::stop_ink, Use::page, reads}, {Use::stop_ink, Use::surface, reads}, {Use::stop_bar, Use::surface, seen},
        {Use::stop_ink, Use::stop_fill, reads}, {Use::text, Use::stop_fill, reads}, {Use::stop_bar, Use::stop_fill, seen},
        {Use::ask_ink, Use::ask_fill, reads}, {Use::text, Use::ask_fill, reads}, {Use::ask_bar, Use::ask_fill, seen},
        {Use::wait_ink, Use::wait_fill, reads}, {Use::text, Use::wait_fill, reads}, {Use::wait_bar, Use::wait_fill, seen},
        {Use::tell_ink, Use::tell_fill, reads}, {Use::text, Use::tell_fill, reads}, {Use::tell_bar, Use::tell_fill, seen},
        {Use::good_ink, Use::good_fill, reads}, {Use::text, Use::good_fill, reads}, {Use::good_bar, Use::good_fill, seen},
        {Use::note_ink, Use::note_fill, reads}, {Use::text, Use::note_fill, reads}, {Use::note_bar, Use::note_fill, seen},
        {Use::says_ink, Use::says_fill, reads}, {Use::text, Use::says_fill, reads}, {Use::says_bar, Use::says_fill, seen},
        {Use::found_ink, Use::found_fill, reads}, {Use::text, Use::found_fill, reads}, {Use::found_bar, Use::found_fill, seen},
        {Use::text_soft, Use::note_fill, reads}, {Use::accent_text, Use::note_fill, reads},
        {Use::accent_text, Use::stop_fill, reads}, {Use::accent_text, Use::ask_fill, reads}, {Use::accent_text, Use::wait_fill, reads},
        {Use::accent_text, Use::tell_fill, reads}, {Use::accent_text, Use::good_fill, reads}, {Use::accent_text, Use::says_fill, reads},
        {Use::accent_text, Use::found_fill, reads},
        {Use::text_soft, Use::stop_fill, reads}, {Use::text_soft, Use::ask_fill, reads}, {Use::text_soft, Use::wait_fill, reads},
        {Use::text_soft, Use::tell_fill, reads}, {Use::text_soft, Use::good_fill, reads}, {Use::text_soft, Use::says_fill, reads},
        {Use::text_soft, Use::found_fill, reads},
        {Use::focus_outer, Use::page, seen}, {Use::focus_outer, Use::surface, seen}, {Use::focus_outer, Use::focus_inner, seen},
        {Use::focus_inner, Use::accent, seen},
    };
    return pairs;
}

}  // namespace needlewise::ui
