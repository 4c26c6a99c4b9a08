// Files of the desktop program, read from disk.
#pragma once

#include <string>

#include "platform/platform.h"

namespace needlewise::platform {

// Everything under `root`/assets by its path ("assets/model/rules.json"), and the two fonts the build has made. False, and
// why on standard error, when there is nothing to start with.
bool load_files(const std::string& root, Application& application);

}  // namespace needlewise::platform
