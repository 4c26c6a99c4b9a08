// A shared tablet: its PIN, and what happens when nobody is there. The PIN keeps the curious away: after every third wrong one in a row
// none is taken for a while, and the device remembers how many there were.
#include <algorithm>
#include <utility>

#include "core/journey/update_parts.h"

namespace needlewise {

int pin_wait(int wrong_pins) {
    constexpr int tries = 3, first = 30, longest = 900;
    if (wrong_pins <= 0 || wrong_pins % tries != 0) return 0;
    int seconds = first;
    for (int i = tries; i < wrong_pins && seconds < longest; i += tries) seconds *= 2;
    return std::min(seconds, longest);
}

Updated unlock(Model model, const Content& content) {
    const auto pin = model.entries.find("pin");
    const bool right = pin != model.entries.end() && content.in_kiosk() && pin->second == content.clinic->kiosk->pin;
    model.entries.erase("pin");
    if (model.pin_waits) return {std::move(model), {}};
    model.unlocked = model.unlocked || right;
    model.show_errors = !right;
    model.wrong_pins = right ? 0 : model.wrong_pins + 1;
    const int wrong = model.wrong_pins;
    const int seconds = pin_wait(wrong);
    model.pin_waits = seconds > 0;
    const std::string_view focus = right ? "h1" : model.pin_waits ? "pin:wait" : "field:pin";
    return {std::move(model), {Focus{std::string(focus)}, HoldPin{wrong, seconds}}};
}

Updated pin_wait_ended(Model model) {
    if (!model.pin_waits) return {std::move(model), {}};
    model.pin_waits = false;
    if (model.place.kind != PageKind::staff) return {std::move(model), {}};
    model.show_errors = false;
    return {std::move(model), {Focus{"field:pin"}}};
}

Updated count_pins(Model model, const CountPins& count) {
    model.wrong_pins = std::max(count.wrong, 0);
    const bool waited = std::exchange(model.pin_waits, count.seconds > 0);
    if (!model.pin_waits && !waited) return {std::move(model), {}};
    const int wrong = model.wrong_pins;
    return {std::move(model), {HoldPin{wrong, std::max(count.seconds, 0)}}};
}

Updated idle_left(Model model, const Idle& idle) {
    const bool begins = model.idle_left == 0 && idle.seconds_left > 0;
    model.idle_left = idle.seconds_left;
    if (begins) return {std::move(model), {Focus{"idle:here"}}};
    return {std::move(model), {}};
}

// The preferences go too: they tell something of the person before. Wrong PINs stay: nobody gets more tries by clearing.
Updated wipe(Model model) {
    Model fresh;
    static_cast<Surroundings&>(fresh) = std::move(model);
    return {std::move(fresh), {ShowPage{.replace = true}, Forget{}}};
}

}  // namespace needlewise
