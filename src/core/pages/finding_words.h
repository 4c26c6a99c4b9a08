// A finding in sentences: what it is called, why it is said, what to do about it and when its wait is over.
#pragma once

#include <string>

#include "core/pages/parts.h"

namespace needlewise {

// "Not now", "Not over this area now", "Ask the clinic first": above a finding.
std::string finding_label(const Content& content, const Finding& finding);
// Why it is said: the sentences of the finding, or the clinic's own wait where it set one.
void say_reason(const Content& content, Writer& card, const Finding& finding);
std::string reason_of(const Content& content, const Finding& finding);  // the first of them
std::string next_key(const Finding& finding);                           // what to do about it
// When the wait of a finding is over, in words; empty when it is no wait.
std::string wait_line(const Content& content, const Finding& finding);
// The same beside its title, where others stand above and below it: "Wait until 18 December 2026".
std::string until_line(const Content& content, const Finding& finding);

}  // namespace needlewise
