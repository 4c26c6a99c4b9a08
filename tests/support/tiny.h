// The smallest content that loads and passes every check, as files; tests break one thing in it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/content.h"

namespace needlewise::tiny {

using Files = std::map<std::string, std::string>;

Files files();

// The files with one piece of text of one file replaced; the piece must be there.
Files with(std::string_view file, std::string_view piece, std::string_view replacement);

Content content();

}  // namespace needlewise::tiny
