// What a form has before anybody answers, and what it comes to when they have.
#pragma once

#include "core/form/tree.h"

namespace needlewise {

// A response in progress with the initial answers of the questionnaire: initial, and options with initialSelected.
Response start(const Questionnaire& questionnaire);

// The sum of the scores (ordinalValue, itemWeight) of all options chosen in enabled questions; nothing when no such option has one.
std::optional<Decimal> total_score(const Tree& tree);

}  // namespace needlewise
