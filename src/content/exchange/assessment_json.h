// An Assessment as JSON, the output of `needlewise assess`: see "Interfaces" in the README of the project.
#pragma once

#include <string>
#include <string_view>

#include "core/assessment/assessment.h"
#include "core/problem.h"

namespace needlewise {

// Sentences in the language of the content; figures, codes and dates do not depend on it. With questions open it says
// "complete": false, names them in "missing", and has neither plan nor course. `problems` are those of the answers.
std::string assessment_json(const Content& content, const Assessment& assessment, const Problems& problems, std::string_view app_version);

}  // namespace needlewise
