#include "platform/desktop/files.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace needlewise::platform {

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

bool load_files(const std::string& root, Application& application) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(root) / "assets", error))
        if (entry.is_regular_file()) application.load(fs::relative(entry.path(), root, error).generic_string(), read(entry.path()));
    bool found = !error;
    for (const char* font : {"regular.ttf", "semibold.ttf"}) {
        std::string bytes = read(fs::path(root) / "build" / "fonts" / font);
        found = found && !bytes.empty();
        application.load(font, std::move(bytes));
    }
    if (!found) std::fprintf(stderr, "needlewise: no assets or build/fonts under %s; give the folder with --root\n", root.c_str());
    return found;
}

}  // namespace needlewise::platform
