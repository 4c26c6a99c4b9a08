// Cross-checks of loaded content: what no single file can show. Names exist, conditions fit their questions, figures have
// sources, sentences exist and say nothing they must not.
#pragma once

#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

// All Problems of all files; errors first within a file is not promised. Pointers name the place in the file the content
// came from.
Problems check(const Content& content);

}  // namespace needlewise
