// What a box looks like at rest, under the pointer, pressed and chosen.
#pragma once

#include "ui/items.h"
#include "ui/paint/motion.h"

namespace needlewise::ui {

struct Surface {
    Colour fill, border;
    float border_width = 0;
    float lift = 0;        // 0 resting, 1 raised towards the pointer
    float underscore = 0;  // 0 to 1: the bar under the current place
    float inset = 0;       // of that bar at each side
};

Surface surface_of(const Box& box, const Theme& theme, const Levels& levels);

}  // namespace needlewise::ui
