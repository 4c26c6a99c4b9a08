// People made up by rule: a cover of what answers can say together, so that what a page must never say is looked for in every corner.
#pragma once

#include <string>
#include <vector>

#include "core/content.h"

namespace needlewise::cover {

struct Person {
    std::string about;  // how this one came about: "acne-scars, one of medicines: isotretinoin"
    Answers answers;
};

// Everybody has answered every question. Among them:
// - for each goal somebody healthy, with every way to start and every event, on, before and after the bounds of the plan;
// - for each answer about health one person who gives it, with every treatment date on, before and after the end of its wait, and unknown;
// - for each two answers about health one person who gives both;
// - for each two answers at all, of different questions, somebody who gives both (pairwise), where the questionnaire allows it.
std::vector<Person> people(const Content& content, Date today);

}  // namespace needlewise::cover
