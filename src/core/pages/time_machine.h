// What the parts of the healing time machine share.
#pragma once

#include <string>

#include "core/assessment/healing_moment.h"
#include "core/pages/healing_words.h"

namespace needlewise {

// What the whole region is made from, so that its parts need not hand on six things.
struct Machine {
    const Content& content;
    const Model& model;
    const Assessment& found;
    HealingMoment now;
    int tone, sessions;
    std::string when;
};

// What may be done at this hour and what comes next, three of each; all of it and what to watch for, folded away.
void care_at(const Machine& machine, Writer& page);
void watch_for(const Machine& machine, Writer& page);

}  // namespace needlewise
