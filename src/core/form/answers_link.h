// Answers as the end of an address, "#/open/1.G7K-AB3.X2M-20270104.9QX", and back. Small enough for a code that a camera reads:
// a question and an option are named by the beginning of a fingerprint of their linkId and code, as long as it takes to tell
// them apart and at least three signs. So a link outlives changes of the questionnaire: what is no longer there is not found
// and left out, everything else keeps its name. Only capitals, figures, "-" and "." but for free words; a check at the end
// finds out whether something was lost on the way.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/questionnaire.h"

namespace needlewise {

inline constexpr std::size_t longest_answers_text = 4000;

// The effective answers. Empty when there are none, or when free words make them longer than longest_answers_text.
std::string answers_text(const Questionnaire& questionnaire, const Answers& answers);

// What is kept beside the page for the same person: the same form with room for long free words, and with the answers to questions that are
// hidden now, so that changing an answer back brings them back. Empty when there are none, or far too many.
inline constexpr std::size_t longest_kept_text = 1'000'000;
std::string kept_text(const Questionnaire& questionnaire, const Answers& answers);

// The text with the check at its end.
std::string with_check(std::string text);

// `text` after the address of a page: "#/open/…".
std::string answers_fragment(std::string_view text);

struct OpenedLink {
    Answers answers;
    std::vector<std::string> unknown;  // names in the link that the questionnaire does not know, a question or a question and its option
};

// What is wrong with a link: there are no answers in it, they are too long, the end is missing or something was changed on the
// way, a later version of the program wrote it, or the answers are to other questions.
enum class LinkFault { no_answers, too_long, damaged, newer, other_questions };
std::string_view text_key(LinkFault fault);

// `link` may come from anywhere: a whole address, its end, or anything at all.
std::expected<OpenedLink, LinkFault> read_answers_link(const Questionnaire& questionnaire, std::string_view link);
// As untrusted as a link: whoever can write into the browser's storage may have changed it.
std::expected<OpenedLink, LinkFault> read_kept_text(const Questionnaire& questionnaire, std::string_view text);

}  // namespace needlewise
