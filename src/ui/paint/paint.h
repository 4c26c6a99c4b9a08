// Draws the part of a Layout that is in view with an ImGui draw list. No widget, no window of ImGui's is needed.
#pragma once

#include "ui/fonts.h"
#include "ui/layout/layout.h"
#include "ui/paint/motion.h"
#include "ui/pictures.h"
#include "ui/theme.h"

struct ImDrawList;

namespace needlewise::ui {

// Indices in preorder, -1: none. The web reports them from the document, the desktop from what stands under the pointer.
struct Interaction {
    int hovered = -1, pressed = -1, focused = -1;
    bool focus_visible = false;  // reached by keyboard: the ring is drawn
};

struct View {
    float scroll_y = 0;
    float width = 0, height = 0;  // CSS px
    double now = 0;               // seconds, of any clock that only goes forward
    bool reduced_motion = false;
};

struct Scene {
    const Layout& layout;
    const Theme& theme;
    const Fonts& fonts;
    const Pictures* pictures = nullptr;  // without them no illustration is drawn
};

// Seconds until the next frame is wanted; infinity when nothing moves.
double paint(ImDrawList& draw, const Scene& scene, const Interaction& interaction, const View& view, UiState& state);

}  // namespace needlewise::ui
