// What patterns know of letters: which there are in Latin, Greek and Cyrillic, and which of them is another's capital.
#pragma once

#include <optional>
#include <string_view>

#include "core/form/pattern.h"

namespace needlewise {

// The category of \p{…}: L, Lu, Ll, N or Nd; nothing for any other.
std::optional<Pattern::Class> letters_of(std::u32string_view category);

// To a class the capitals of its small letters from here to there, and the other way round.
void add_other_case(Pattern::Class& to, char32_t from, char32_t until);

// Whether a class that is no surer than this tells for certain if the letter is in it.
bool is_known(char32_t letter, Pattern::Sure sure);

}  // namespace needlewise
