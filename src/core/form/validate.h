// Whether a response keeps to its questionnaire, by the rules of FHIR R4; docs/forms.md says which, and where they leave a choice.
#pragma once

#include "core/form/issue.h"
#include "core/form/tree.h"

namespace needlewise {

// A missing answer is an error in a completed or amended response and a warning in any other. `today` stands in for the day a
// response was written when it does not say one.
Issues validate(const Questionnaire& questionnaire, const Response& response, Date today);

// The same on what is made already; `issues` are those of making the tree.
void validate(const Questionnaire& questionnaire, const Response& response, const Tree& tree, Date today, Issues& issues);

}  // namespace needlewise
