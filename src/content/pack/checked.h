// What the pack studio (web/studio.mjs) learns of a pack or of a questionnaire: the same that `needlewise check` says of it.
#pragma once

#include <string>
#include <string_view>

#include "core/content.h"

namespace needlewise {

// `text` may be anything, `content` has no pack in it. A JSON object {"used": whether patients would meet the pack and not the
// content as it is without it, "problems": [{"severity", "pointer", "what", "hint"}]}.
std::string checked_pack(std::string_view text, const Content& content, Date today);

// The same of a FHIR questionnaire, whatever `text` is: {"used": whether it can be filled in, "title", "questions": how many,
// "problems"}.
std::string checked_form(std::string_view text);

}  // namespace needlewise
