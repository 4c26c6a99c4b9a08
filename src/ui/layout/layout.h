// Where everything on a Page is: a rectangle for every node, and what to paint. Pure: the same page and input, the same layout.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pages/page.h"
#include "ui/items.h"

namespace needlewise::ui {

class Pictures;

struct LayoutInput {
    float width = 0;                           // of the page, CSS px
    float view_height = 0;                     // a short page is made this tall, the footer at its end
    bool presenting = false;                   // shown to somebody: as wide as the view
    bool fills = true;                         // false: a short page stays short, because the view is as tall as the page
    float text_scale = 1;                      // 1 to 2
    std::optional<float> bar_text_scale = {};  // of the bar of the one who shows; none: the same
    const TextMeasure& measure;
    const DocumentText* document = nullptr;  // without it every letter is painted, those the font lacks as boxes
    bool paint_fields = false;               // desktop: a date is painted; on the web the native input stands there
    const Pictures* pictures = nullptr;      // no room is kept for illustrations it does not know
};

// Where in a picture a pointer chooses an answer too.
struct RegionTarget {
    int choice = 0, option = 0;  // indices in preorder
    Rect rect;
};

struct Layout {
    float width = 0, height = 0;
    Rect main;  // what changes from page to page
    // These five are parallel to preorder(page).
    std::vector<Rect> rects;        // of the node with everything in it
    std::vector<Rect> targets;      // what a pointer hits: the rect, but of a DateField only the box of the input
    std::vector<Rect> text_boxes;   // where the node's own main text wraps (label, legend, cell …); empty when it has none
    std::vector<TextStyle> styles;  // of that text
    std::vector<Key> keys;

    std::vector<Item> items;
    // What stays over the page while it scrolls: the bar of actions, a message, a dialog. In view coordinates, as are the
    // rectangles of the nodes in `pinned` (parallel to preorder).
    std::vector<Item> pinned_items;
    std::vector<std::uint8_t> pinned;
    float bar = 0;                  // height of the bar at the foot of the view
    std::optional<int> modal = {};  // the node of a dialog that is open: all before it is behind it, and dimmed
    std::vector<RegionTarget> regions;
    std::vector<Line> lines;  // of all runs, positions in `text`
    std::string text;
    std::vector<float> lowest;   // lowest[i]: greatest bottom of items 0…i; finds the first item in view
    std::vector<float> highest;  // highest[i]: least top of items i…; finds the last

    std::string_view text_of(const Line& line) const { return std::string_view(text).substr(line.begin, line.end - line.begin); }
};

Layout lay_out(const Page& page, const LayoutInput& input);

// The layout of a page in a language written from the right: the same, seen in a mirror (turn.cpp).
void turn(Layout& layout);

}  // namespace needlewise::ui
