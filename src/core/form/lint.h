// What is wrong with a questionnaire in itself: the rules of FHIR R4 for it (que-1 to que-13), conditions that name nobody or go round
// in circles, bounds that cross, and what this program cannot do with it. Pointers are those of the questionnaire's file.
#pragma once

#include "core/form/issue.h"
#include "core/form/outline.h"

namespace needlewise {

void lint(const Questionnaire& questionnaire, const Outline& outline, Issues& issues);
Issues lint(const Questionnaire& questionnaire);

}  // namespace needlewise
