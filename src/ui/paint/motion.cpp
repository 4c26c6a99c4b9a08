#include "ui/paint/motion.h"

#include <algorithm>
#include <utility>

#include "ui/metrics.h"

namespace needlewise::ui {

float Channel::at(double now) const {
    const auto share = static_cast<float>(std::clamp((now - since) / motion::state_seconds, 0.0, 1.0));
    const float rest = 1 - share;
    return from + (to - from) * (1 - rest * rest * rest);
}

float Channel::towards(bool on, double now, bool& moving) {
    const float goal = on ? 1.0f : 0.0f;
    if (goal != to) {
        from = at(now);
        to = goal;
        since = now;
    }
    if (from == to) return to;
    if (now - since >= motion::state_seconds) {
        from = to;
        return to;
    }
    moving = true;
    return at(now);
}

float arrival(UiState& state, double now, bool reduced, bool& moving) {
    const bool first = !std::exchange(state.painted, true);
    if (std::exchange(state.arrives, false) && !first) state.came = now;
    const double past = now - state.came;
    if (reduced || state.came < 0 || past >= motion::state_seconds) return 1;
    moving = true;
    const auto rest = static_cast<float>(1 - std::max(past, 0.0) / motion::state_seconds);
    return 1 - rest * rest;
}

std::optional<float> share_of(UiState& state, Key key, const WantedShowing& wanted, double now, bool reduced, bool& moving) {
    if (reduced || wanted.seconds <= 0) return std::nullopt;
    Showing& showing = state.showings[key];
    if (showing.number != wanted.number && wanted.in_view && !wanted.held)
        showing = {.number = wanted.number, .seen = 0, .last = now, .over = false};
    if (showing.over) return std::nullopt;
    if (!wanted.held) showing.seen += now - showing.last;
    showing.last = now;
    showing.over = showing.seen >= wanted.seconds;
    if (showing.over) return std::nullopt;
    moving = moving || !wanted.held;
    return static_cast<float>(showing.seen / wanted.seconds);
}

Levels levels_of(UiState& state, Key key, const Wanted& wanted, double now, bool reduced, bool& moving) {
    const auto [found, added] = state.motions.try_emplace(key, Motion{.on = Channel(wanted.on)});
    Motion& motion = found->second;
    if (added || reduced) {
        motion.hover.jump(wanted.hover);
        motion.press.jump(wanted.press);
        motion.on.jump(wanted.on);
    }
    return {motion.hover.towards(wanted.hover, now, moving), motion.press.towards(wanted.press, now, moving),
            motion.on.towards(wanted.on, now, moving)};
}

}  // namespace needlewise::ui
