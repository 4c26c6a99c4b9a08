// Answers that make conditions hold: the least that satisfy them, with the answers that make those questions appear. Found
// by trying, and verified with the program's own evaluation.
#pragma once

#include <vector>

#include "core/content.h"

namespace needlewise {

// Up to `most` sets of answers under which the conditions hold; none when none was found.
std::vector<Answers> witnesses(const Content& content, const Conditions& conditions, Date today, std::size_t most = 1);

// Up to `most` sets of answers under which the item is shown.
std::vector<Answers> witnesses_of_item(const Content& content, std::string_view link_id, Date today, std::size_t most = 1);

// The same person with every open question answered as harmlessly as it can be: "none", "no", else the first option; a date that is asked
// for is half a year from `today`.
Answers completed(const Content& content, Answers answers, Date today);

}  // namespace needlewise
