#include "ui/figures/motion.h"

#include <algorithm>

namespace needlewise::ui {

double value_at(std::span<const MotionPoint> points, double share, double none) {
    if (points.empty()) return none;
    const auto after = std::ranges::upper_bound(points, share, {}, &MotionPoint::at);
    if (after == points.begin()) return points.front().value;
    if (after == points.end()) return points.back().value;
    const MotionPoint &from = *(after - 1), &to = *after;
    const double way = (share - from.at) / (to.at - from.at);
    return from.value + (to.value - from.value) * way * way * (3 - 2 * way);
}

std::vector<PartState> states_of(const Drawing& drawing, std::span<const Level> levels, const FigureMotion& motion,
                                 std::optional<float> share) {
    std::vector<PartState> states(drawing.parts.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
        PartState& state = states[i];
        if (const auto level = std::ranges::find(levels, drawing.parts[i], &Level::part); level != levels.end())
            state.opacity = static_cast<float>(std::clamp(level->value, 0.0, 1.0));
        if (!share) continue;
        const auto moves = std::ranges::find(motion.parts, drawing.parts[i], &PartMotion::part);
        if (moves == motion.parts.end()) continue;
        state.x = static_cast<float>(value_at(moves->x, *share, 0));
        state.y = static_cast<float>(value_at(moves->y, *share, 0));
        state.opacity *= static_cast<float>(std::clamp(value_at(moves->opacity, *share, 1), 0.0, 1.0));
    }
    return states;
}

}  // namespace needlewise::ui
