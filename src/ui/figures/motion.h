// How the parts of an illustration look at a moment: levels from the program, places from its motion.
#pragma once

#include <span>

#include "core/figure_files.h"
#include "core/pages/page.h"
#include "ui/figures/drawing.h"

namespace needlewise::ui {

struct PartState {
    float x = 0, y = 0, opacity = 1;  // x, y in units of the viewBox
};

// Between two points the way is slow, fast, slow; outside of them the value stays. `none`: when there are no points.
double value_at(std::span<const MotionPoint> points, double share, double none);

// Parallel to drawing.parts.
std::vector<PartState> states_of(const Drawing& drawing, std::span<const Level> levels, const FigureMotion& motion,
                                 std::optional<float> share);

}  // namespace needlewise::ui
