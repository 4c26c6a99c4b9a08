// What the surroundings (the page that embeds this one, the browser) tell the program, as actions.
#pragma once

#include <optional>
#include <string_view>

#include "core/journey/actions.h"

namespace needlewise {

// theme light|dark|system, language CODE, country CODE, reset, print, connect 1|0, sent, send-failed WHY, idle SECONDS, wipe, turn
// next|back, draw 1|0, go-on NUMBER, pin-wait-ended, pins WRONG SECONDS, done WHAT, refused WHAT (copy, save, draft, tab, frame),
// kept-ended, draft DAY TEXT (nothing: there is none). Nothing for anything else: messages are untrusted. App::tell takes three more that
// are no actions: address URL, check-pack TEXT, check-form TEXT.
std::optional<Action> action_told(std::string_view what, std::string_view value);

}  // namespace needlewise
