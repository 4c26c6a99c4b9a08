// Letters as the fonts know them: which ones the program's own font has, and which are written from the right. The font is a
// subset (tools/fonts.sh) and nothing here shapes text, so everything else is shown by the document, or stays a box where there
// is none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise {

// Whether all of the text can be painted with the program's font, letter by letter, from the left.
bool can_paint(std::string_view text);

// What of the text cannot, each letter once, in order.
std::vector<std::string> unpaintable(std::string_view text);

// Whether a letter of a script written from the right (Hebrew, Arabic …) is in it.
bool has_letters_from_the_right(std::string_view text);

// Whether nothing of it is seen: no letters at all, or only spaces.
bool is_blank(std::string_view text);

// Whether something in it is not seen and can only mislead: a control, a space of no width, a change of the writing direction. Joiners
// are letters of some scripts and of emoji.
bool has_hidden_letters(std::string_view text);

// 0 to 9, in ASCII.
constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Letters are those of Unicode (code points).
std::size_t letter_count(std::string_view text);

// The first letters of a text; marks that belong to the last one come or go with it, so that no letter is cut.
std::string_view first_letters(std::string_view text, std::size_t most);

// The text with a sign in the place of whatever a terminal could take for a command, each line break and tab a space.
std::string on_one_line(std::string_view text);

// The same with its lines left as they are.
std::string without_controls(std::string_view text);

}  // namespace needlewise
