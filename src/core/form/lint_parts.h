// The parts of lint.
#pragma once

#include "core/form/issue.h"
#include "core/form/outline.h"

namespace needlewise {

void lint_conditions(const Outline& outline, std::size_t entry, Issues& issues);
void lint_circles(const Outline& outline, Issues& issues);

}  // namespace needlewise
