// Letters as the fonts know them: which ones the program's own font has, and which are written from the right. The font is a
// subset (tools/fonts.sh) and nothing here shapes text, so everything else is shown by the document, or stays a box where there
// is none.
#pragma once

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

}  // namespace needlewise
