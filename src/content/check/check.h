// Cross-checks of loaded content: what no single file can show. Names exist, conditions fit their questions, figures have
// sources, sentences exist and say nothing they must not.
#pragma once

#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

// All Problems of all files; errors first within a file is not promised. Pointers name the place in the file the content
// came from.
Problems check(const Content& content);

// Of a language beside English: sentences that one of the two lacks, and figures that differ.
Problems check_translation(const Words& english, const Words& words);

}  // namespace needlewise
