// Files and folders of the command line: reading, and finding the content.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/pack/pack.h"
#include "core/problem.h"

namespace needlewise {

// The whole file; nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

// The folder of the content: the one given, else NEEDLEWISE_ASSETS, else one near the program or the current folder;
// the last place tried when there is none.
std::string find_assets(const std::string& given);

// Every content file and the words of every language in the folder, by path ("assets/model/rules.json"). Files that are
// not there are left out.
std::map<std::string, std::string> read_assets(const std::string& folder);

// The languages there are words for, in alphabetical order.
std::vector<std::string> languages(const std::map<std::string, std::string>& files);

// Finds what a pack extends: the files of the folder it is in.
FindPack packs_beside(const std::string& file);

// The Problems with paths as the user sees them: "assets/…" becomes "FOLDER/…".
Problems as_seen_from(const std::string& folder, Problems problems);

}  // namespace needlewise
