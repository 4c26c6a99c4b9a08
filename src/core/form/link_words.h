// Free words in a link: letters and figures as they are, a space as "-", any other byte as "_" and two figures of base 16.
// Not percent signs: browsers and messengers take those out, or put more in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

bool is_link_letter(char letter);  // A-Z, a-z, 0-9

std::string link_words(std::string_view words);

// Nothing when an escape is broken, or what comes out is not UTF-8 or holds control characters.
std::optional<std::string> words_of_link(std::string_view text);

}  // namespace needlewise
