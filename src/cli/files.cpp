#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "content/load/load.h"

namespace needlewise {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view assets_prefix = "assets/", text_prefix = "assets/text/", json_suffix = ".json";

// More than any file may have (content/json.h), so that nobody fills the memory; the parser refuses what is longer.
constexpr std::size_t most_bytes = 16u << 20;

bool is_assets(const fs::path& folder) {
    std::error_code error;
    return fs::is_regular_file(folder / "questionnaire" / "consultation.json", error);
}

fs::path folder_of_program() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return std::nullopt;
    std::string text;
    std::array<char, 65536> buffer;
    while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), file)) {
        text.append(buffer.data(), read);
        if (text.size() > most_bytes) break;
    }
    const bool whole = std::ferror(file) == 0;
    std::fclose(file);
    return whole ? std::optional(std::move(text)) : std::nullopt;
}

std::string find_assets(const std::string& given) {
    if (!given.empty()) return given;
    if (const char* set = std::getenv("NEEDLEWISE_ASSETS"); set && *set) return set;
    const fs::path program = folder_of_program();
    for (const fs::path& folder : {program / "assets", program / "../../assets", program / "../share/needlewise/assets"}) {
        if (is_assets(folder)) return folder.lexically_normal().string();
    }
    return "assets";
}

std::map<std::string, std::string> read_assets(const std::string& folder) {
    std::map<std::string, std::string> files;
    const auto add = [&](const std::string& path) {
        if (auto text = read_file((fs::path(folder) / path.substr(assets_prefix.size())).string())) files.emplace(path, std::move(*text));
    };
    for (const std::string_view path : content_paths()) add(std::string(path));
    std::error_code error;
    for (fs::directory_iterator entry(fs::path(folder) / "text", error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.ends_with(json_suffix)) add(std::string(text_prefix) + name);
    }
    for (fs::directory_iterator entry(fs::path(folder) / "figures", error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.ends_with(".svg")) files.emplace("assets/figures/" + name, "");  // only the names count
    }
    return files;
}

std::vector<std::string> languages(const std::map<std::string, std::string>& files) {
    std::vector<std::string> found;
    for (const auto& [path, text] : files) {
        if (!path.starts_with(text_prefix)) continue;
        found.push_back(path.substr(text_prefix.size(), path.size() - text_prefix.size() - json_suffix.size()));
    }
    return found;
}

FindPack packs_beside(const std::string& file) {
    return [folder = fs::path(file).parent_path()](std::string_view name) { return read_file((folder / name).string()); };
}

Problems as_seen_from(const std::string& folder, Problems problems) {
    for (Problem& problem : problems) {
        if (problem.file.starts_with(assets_prefix)) problem.file = (fs::path(folder) / problem.file.substr(assets_prefix.size())).string();
    }
    return problems;
}

}  // namespace needlewise
