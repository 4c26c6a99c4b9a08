#include "ui/theme.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/palette.h"

namespace needlewise::ui {

namespace {

// The three uses of a callout follow one another, stop first.
constexpr Tone tone_of_callout(Look look) {
    const auto number = static_cast<int>(look) - static_cast<int>(Look::stop);
    const auto use = [&](int part) { return static_cast<Use>(static_cast<int>(Use::stop_fill) + 3 * number + part); };
    return {use(0), use(1), use(2)};
}
static_assert(tone_of_callout(Look::stop).fill == Use::stop_fill && tone_of_callout(Look::good).ink == Use::good_ink &&
              tone_of_callout(Look::note).fill == Use::note_fill && tone_of_callout(Look::found).bar == Use::found_bar);

constexpr double reads = 4.5, seen = 3.0;

constexpr std::array plain_pairs{Pair{Use::text, Use::page, reads},
                                 Pair{Use::text, Use::surface, reads},
                                 Pair{Use::text, Use::raised, reads},
                                 Pair{Use::text, Use::sunken, reads},
                                 Pair{Use::text, Use::accent_soft, reads},
                                 Pair{Use::text_soft, Use::page, reads},
                                 Pair{Use::text_soft, Use::surface, reads},
                                 Pair{Use::text_soft, Use::raised, reads},
                                 Pair{Use::text_soft, Use::sunken, reads},
                                 Pair{Use::text_soft, Use::accent_soft, reads},
                                 Pair{Use::on_accent, Use::accent, reads},
                                 Pair{Use::on_accent, Use::accent_hover, reads},
                                 Pair{Use::on_accent, Use::accent_press, reads},
                                 Pair{Use::accent_text, Use::page, reads},
                                 Pair{Use::accent_text, Use::surface, reads},
                                 Pair{Use::accent_text, Use::sunken, reads},
                                 Pair{Use::accent_text, Use::accent_soft, reads},
                                 Pair{Use::accent, Use::page, seen},
                                 Pair{Use::accent, Use::surface, seen},
                                 Pair{Use::accent, Use::sunken, seen},
                                 Pair{Use::accent, Use::accent_soft, seen},
                                 Pair{Use::border_strong, Use::page, seen},
                                 Pair{Use::border_strong, Use::surface, seen},
                                 Pair{Use::border_strong, Use::sunken, seen},
                                 Pair{Use::stop_ink, Use::page, reads},
                                 Pair{Use::stop_ink, Use::surface, reads},
                                 Pair{Use::stop_bar, Use::page, seen},
                                 Pair{Use::stop_bar, Use::surface, seen},
                                 Pair{Use::focus_outer, Use::page, seen},
                                 Pair{Use::focus_outer, Use::surface, seen},
                                 Pair{Use::focus_outer, Use::sunken, seen},
                                 Pair{Use::focus_outer, Use::focus_inner, seen},
                                 Pair{Use::focus_inner, Use::accent, seen}};

constexpr std::array callouts{Look::stop, Look::ask, Look::wait, Look::tell, Look::good, Look::note, Look::says, Look::found};
constexpr std::size_t pairs_of_callout = 6;

constexpr std::array<Pair, plain_pairs.size() + callouts.size() * pairs_of_callout> all_pairs() {
    std::array<Pair, plain_pairs.size() + callouts.size() * pairs_of_callout> all{};
    auto next = std::ranges::copy(plain_pairs, all.begin()).out;
    for (const Look look : callouts) {
        const Tone tone = tone_of_callout(look);
        for (const Pair& pair :
             {Pair{tone.ink, tone.fill, reads}, Pair{Use::text, tone.fill, reads}, Pair{Use::text_soft, tone.fill, reads},
              Pair{Use::accent_text, tone.fill, reads}, Pair{tone.bar, tone.fill, seen}, Pair{Use::focus_outer, tone.fill, seen}})
            *next++ = pair;
    }
    return all;
}

void set(Theme& theme, Use use, Colour colour) { theme.colours[static_cast<std::size_t>(use)] = colour; }

void set_tone(Theme& theme, Look look, const Tint& tint) {
    const Tone tone = *tone_of(look);
    set(theme, tone.fill, tint.fill);
    set(theme, tone.bar, tint.bar);
    set(theme, tone.ink, tint.ink);
}

Theme theme_of(const Palette& palette, Scheme scheme) {
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
    set(theme, Use::scrim, {24, 18, 14, 150});
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

bool on_dark(const Palette& palette) {
    constexpr double middle = 0.18;
    return luminance(palette.paper) < middle;
}

// The palette with the clinic's colour for its accents, `share` of the way to black (on dark grounds: to white).
Palette with_accent(Palette palette, Colour wanted, float share) {
    const Colour pole = on_dark(palette) ? rgb(0xffffff) : rgb(0x000000);
    const Colour accent = mixed(wanted, pole, share);
    palette.accent = palette.accent_text = accent;
    palette.accent_deep = mixed(accent, pole, 0.15f);
    palette.accent_deepest = mixed(accent, pole, 0.3f);
    palette.accent_pale = mixed(palette.white, accent, on_dark(palette) ? 0.16f : 0.1f);
    palette.on_accent = contrast(rgb(0xffffff), accent) >= contrast(rgb(0x000000), accent) ? rgb(0xffffff) : rgb(0x000000);
    return palette;
}

bool readable(const Theme& theme) {
    return std::ranges::all_of(checked_pairs(),
                               [&](const Pair& pair) { return contrast(theme[pair.over], theme[pair.under]) >= pair.least; });
}

}  // namespace

std::optional<Tone> tone_of(Look look) {
    if (look == Look::caution) return tone_of_callout(Look::ask);
    if (std::ranges::find(callouts, look) == callouts.end()) return std::nullopt;
    return tone_of_callout(look);
}

std::string_view name_of(Use use) {
    static constexpr std::array<std::string_view, use_count> names{
        "none",        "page",         "surface",      "raised",    "sunken",      "text",        "text-soft", "border",    "border-strong",
        "accent",      "accent-hover", "accent-press", "on-accent", "accent-text", "accent-soft", "shadow",    "scrim",     "focus-outer",
        "focus-inner", "stop-fill",    "stop-bar",     "stop-ink",  "ask-fill",    "ask-bar",     "ask-ink",   "wait-fill", "wait-bar",
        "wait-ink",    "tell-fill",    "tell-bar",     "tell-ink",  "good-fill",   "good-bar",    "good-ink",  "note-fill", "note-bar",
        "note-ink",    "says-fill",    "says-bar",     "says-ink",  "found-fill",  "found-bar",   "found-ink"};
    return names[static_cast<std::size_t>(use)];
}

namespace {

Theme with_pictures(Theme theme, Scheme scheme, std::optional<Colour> accent) {
    const bool bright = scheme == Scheme::light || scheme == Scheme::contrast;
    constexpr float softened = 0.9f;
    theme.picture_accent = bright ? theme[Use::accent] : theme_for(Scheme::light, accent)[Use::accent];
    theme.picture_light = bright ? 1 : softened;
    return theme;
}

}  // namespace

std::uint32_t packed(Colour colour) { return IM_COL32(colour.r, colour.g, colour.b, colour.a); }

Colour faded(Colour colour, float share) {
    colour.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(colour.a) * share));
    return colour;
}

Theme theme_for(Scheme scheme, std::optional<Colour> accent) {
    const Palette palette = palette_for(scheme);
    if (scheme == Scheme::contrast || scheme == Scheme::contrast_dark) accent.reset();  // their colours are chosen for contrast alone
    if (!accent) return with_pictures(theme_of(palette, scheme), scheme, accent);
    constexpr int steps = 20;
    Theme theme;
    for (int step = 0; step <= steps; ++step) {
        theme = theme_of(with_accent(palette, *accent, static_cast<float>(step) / steps), scheme);
        if (readable(theme)) break;
    }
    return with_pictures(std::move(theme), scheme, accent);
}

std::span<const Pair> checked_pairs() {
    static constexpr auto pairs = all_pairs();
    return pairs;
}

}  // namespace needlewise::ui
