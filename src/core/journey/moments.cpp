// The moments of the healing time machine: moved by hand, one by one, or played through once.
#include <algorithm>

#include "core/journey/update_parts.h"

namespace needlewise {

namespace {

int last_moment(const Content& content) { return std::max(static_cast<int>(content.healing.moments.size()) - 1, 0); }

}  // namespace

// Whoever takes the slider has it: it does not go on by itself under their hand.
Updated move_time(Model model, const Content& content, int moment) {
    model.moment = std::clamp(moment, 0, last_moment(content));
    model.playing = false;
    return {std::move(model), {}};
}

Updated play_time(Model model, const Content& content, bool on) {
    const bool at_end = model.moment >= last_moment(content);
    if (on && at_end) model.moment = 0;
    else if (on && model.calm) ++model.moment;
    model.playing = on && !model.calm;
    return {std::move(model), {}};
}

Updated step_time(Model model, const Content& content) {
    if (!model.playing) return {std::move(model), {}};
    model.moment = std::min(model.moment + 1, last_moment(content));
    model.playing = model.moment < last_moment(content);
    return {std::move(model), {}};
}

Updated prefer_calm(Model model, bool calm) {
    model.calm = calm;
    model.playing = model.playing && !calm;
    return {std::move(model), {}};
}

}  // namespace needlewise
