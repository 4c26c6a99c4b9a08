// What the document must know of one node, whatever its kind; and where its texts are painted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/pages/page.h"
#include "ui/layout/layout.h"

namespace needlewise {

// The names of the flags are in web/records.mjs, in this order.
namespace mirror_flag {
inline constexpr std::uint32_t multiple = 1, selected = 2, required = 4, invalid = 8, has_expanded = 16, expanded = 32, has_pressed = 64,
                               pressed = 128, current = 256, ordered = 512, header = 1024, pinned = 2048, folded = 4096;
}

struct MirrorNode {
    std::uint32_t flags = 0, level = 0, look = 0, landmark = 0;
    std::string_view hint = {}, error = {}, min = {}, language = {};
    std::string image = {}, max = {}, value = {}, target = {};
};

// The views point into the node.
MirrorNode mirror_node(const Node& node);

struct PaintedText {
    ui::Rect box;
    ui::TextStyle style;
    std::string shown = {};       // "text-soft right underline": the document shows it in this colour; empty: it is painted
    std::string_view words = {};  // of the layout
};

struct NodeTexts {
    PaintedText main;                 // the name
    std::vector<PaintedText> asides;  // hint and error, in this order, as far as there are any; then labels of its own
};

// Parallel to preorder(page).
std::vector<NodeTexts> texts_by_node(const ui::Layout& layout);

}  // namespace needlewise
