// The only way the model changes.
#pragma once

#include "core/journey/actions.h"
#include "core/journey/commands.h"

namespace needlewise {

struct Updated {
    Model model;
    Commands commands;
};

// For how long no PIN is taken after so many wrong ones in a row: after every third longer than before.
int pin_wait(int wrong_pins);

Updated update(Model model, const Action& action, const Content& content);

}  // namespace needlewise
