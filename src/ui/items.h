// What there is to paint: a flat list in page coordinates, in the order of painting, each item with the node it belongs to.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "ui/geometry.h"
#include "ui/text.h"
#include "ui/theme.h"

namespace needlewise::ui {

// How an item answers to hover, press and selection of its node.
enum class Skin : std::uint8_t { still, answer, primary, secondary, quiet, chip, link_card, nav, link, field, segment, side };

enum class Corners : std::uint8_t { all, left, right, top, none };

struct Box {
    Use fill = Use::none, border = Use::none;
    float border_width = 0, radius = 0;
    std::uint8_t shadow = 0;  // 0 none, 1 resting on the page
    Skin skin = Skin::still;
    bool on = false;  // selected, pressed or current
    Corners corners = Corners::all;
    float inset = 0;    // room beside its words, which a bar under them must not take
    bool edge = false;  // outlined themes draw its border where others rely on fill and shadow
};

enum class Align : std::uint8_t { left, centre, right };

struct Run {  // text: lines of Layout::lines, one below the other in the item's rectangle
    std::uint32_t first_line = 0, line_count = 0;
    TextStyle style;
    Use ink = Use::text;
    Align align = Align::left;
    bool underline = false;
    bool shown = false;  // by the document: not painted
};

enum class Icon : std::uint8_t {
    check,
    chevron_down,
    chevron_up,
    arrow,
    octagon,
    question,
    clock,
    info,
    external,
    calendar,
    phone,
    plus,
    minus,
    speech,
    search,
    brand,
    person,
    person_outline,
};

struct Glyph {
    Icon icon = Icon::check;
    Use ink = Use::text, ground = Use::none;  // ground: what is cut out of filled signs
    bool turned = false;                      // seen in a mirror
};
struct Mark {
    bool square = false, on = false;
};  // of an answer: a dot in a circle, or a tick in a square
struct Hatch {
    Use ink = Use::accent;
};  // diagonal lines: "up to here in slower healing"
// Over the lower edge of its rectangle, at even steps from left to right: its heights, 0 to 1 of the rectangle.
struct Hill {
    std::vector<float> heights;
    Use rim = Use::accent, fill = Use::accent_soft;
};
// A region of a picture that can be chosen: it lights up as the node that chooses it does.
struct PictureRegion {
    std::string code;
    int node = 0;  // index in preorder
    bool on = false;
};
// An illustration, drawn by whoever knows them (pictures.h). The fields are those of Figure.
struct Picture {
    std::string name;
    int tone = 0;
    std::vector<Level> levels = {};
    bool moving = false;
    int showings = 0;
    bool held = false;
    bool spread = false;  // its ground fills the rectangle, whatever its own shape
    std::vector<PictureRegion> regions = {};
};

// The squares of a code for cameras (qr_modules.h), dark on light in every theme.
struct Squares {
    std::vector<std::string> rows;
};

using Shape = std::variant<Box, Run, Glyph, Mark, Hatch, Hill, Picture, Squares>;

struct Item {
    Rect rect;
    int node = 0;  // index in preorder
    Shape shape;
};

}  // namespace needlewise::ui
