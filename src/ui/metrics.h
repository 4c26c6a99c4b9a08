// Sizes that are the same in every theme: spacing on an 8 px grid (4 and 12 where type needs a half step), radii, the type
// scale, widths at which the layout changes, and times of motion. CSS px at text scale 1.
#pragma once

namespace needlewise::ui {

namespace space {
inline constexpr float hair = 4, tight = 8, close = 12, normal = 16, roomy = 24, wide = 32, section = 40, page = 64;
}

namespace radius {
inline constexpr float small = 6, control = 12, card = 16, pill = 999;
}

namespace type {
inline constexpr float small = 16, body = 18, title3 = 22, title2 = 28, title1 = 34;
inline constexpr float leading = 1.45f, heading_leading = 1.2f;
}  // namespace type

namespace extent {
inline constexpr float column = 640, wide_column = 960;  // how wide text and wide tables may become
inline constexpr float sheet = 1120, contents = 184, rail = 264, contents_from_height = 700;
inline constexpr float margin_phone = 16, margin = 24;
inline constexpr float row = 56, target = 44, chip = 32;  // least heights of answers and buttons, others, chips
inline constexpr float icon = 24, icon_small = 16, icon_callout = 28, logo = 32;
inline constexpr float bar = 6;  // edge of a callout, progress
inline constexpr float line = 1, line_strong = 2, focus = 3;
inline constexpr float chart_band = 16, chart_bar = 44, chart_tick = 6, whisker = 2;
inline constexpr float tab = 48, person = 30, dialog = 544, toast = 480, map_above = 300, icon_figure = 56, picture_least = 140,
                       picture_shown = 220, bar_from_height = 520;
inline constexpr float curve = 140;
inline constexpr float qr_code = 320, date_field = 280, slider_thumb = 28;
inline constexpr float picture_ratio = 10.0f / 16.0f, picture_option = 72, swatch = 32;
inline constexpr float picture_scene = 560, picture_map = 480, picture_growth = 2;  // how wide pictures become
inline constexpr float photo_tallest = 360;                                         // of those in a form
}  // namespace extent

// Widths in px per text scale: larger text changes the layout as a narrower page would.
namespace from_width {
// of the page
inline constexpr float least = 160, tiny = 240, tablet = 480, pair = 700, wide = 900, contents = 1000, sheet = 1200;
// of the space a block has
inline constexpr float icon_beside = 200, words_beside = 200, arrow = 200, folds = 280, snug = 300, button_row = 420, table = 560,
                       two_columns = 560, rail = 860;
}  // namespace from_width

namespace motion {
inline constexpr double state_seconds = 0.18;  // hover, press, selection; ease-out
}

}  // namespace needlewise::ui
