#include "ui/paint/skin.h"

#include <algorithm>
#include <cmath>

#include "ui/metrics.h"

namespace needlewise::ui {

namespace {

constexpr float half = 0.5f, quarter = 0.25f;

Surface answer(const Theme& theme, const Levels& levels) {
    const float chosen = std::max({levels.on, levels.press, levels.hover * quarter});  // under the pointer is not yet chosen
    return {mixed(theme[Use::surface], theme[Use::accent_soft], chosen),
            mixed(theme[Use::border_strong], theme[Use::accent], std::max(levels.on, levels.hover * half)),
            extent::line + (extent::line_strong - extent::line) * levels.on};
}

// What is wrong stays marked so under the pointer and with the focus.
Surface field(const Box& box, const Theme& theme, const Levels& levels) {
    const bool wrong = box.border == Use::stop_bar;
    const float lit = wrong ? 0 : std::max(levels.press, levels.hover);
    return {theme[box.fill], mixed(theme[box.border], theme[Use::accent], lit), box.border_width};
}

Surface primary(const Theme& theme, const Levels& levels) {
    return {mixed(mixed(theme[Use::accent], theme[Use::accent_hover], levels.hover), theme[Use::accent_press], levels.press),
            {},
            0,
            levels.hover};
}

Surface outlined(const Box& box, const Theme& theme, const Levels& levels) {
    const float chosen = std::max({levels.on, levels.press, levels.hover * half});
    return {mixed(theme[box.fill], theme[Use::accent_soft], chosen), mixed(theme[box.border], theme[Use::accent], chosen),
            box.border_width};
}

Surface bare(const Theme& theme, const Levels& levels) {
    return {faded(theme[Use::accent_soft], std::max(levels.press, levels.hover)), {}, 0};
}

}  // namespace

Surface surface_of(const Box& box, const Theme& theme, const Levels& levels) {
    switch (box.skin) {
        case Skin::answer: return answer(theme, levels);
        case Skin::primary: return primary(theme, levels);
        case Skin::secondary:
        case Skin::chip: return outlined(box, theme, levels);
        case Skin::field: return field(box, theme, levels);
        case Skin::quiet: return bare(theme, levels);
        case Skin::segment: {
            Surface surface = outlined(box, theme, {});
            if (!box.on) surface.fill = faded(theme[Use::accent_soft], std::max(levels.press, levels.hover));
            return surface;
        }
        case Skin::link_card: {
            Surface surface = outlined(box, theme, levels);
            surface.fill = mixed(theme[box.fill], theme[Use::accent_soft], levels.press);
            surface.lift = levels.hover;
            return surface;
        }
        case Skin::nav: {
            Surface surface = bare(theme, levels);
            surface.underscore = levels.on;
            surface.inset = box.inset;
            return surface;
        }
        case Skin::side: return {faded(theme[Use::accent_soft], std::max({levels.on, levels.press, levels.hover * half})), {}, 0};
        case Skin::link:
        case Skin::still: break;
    }
    return {theme[box.fill], theme[box.border], box.border_width};
}

}  // namespace needlewise::ui
