// The text printer: a page as plain text, for golden tests and the command line.
#pragma once

#include <string>

#include "core/pages/page.h"

namespace needlewise {

std::string print(const Page& page);

}  // namespace needlewise
