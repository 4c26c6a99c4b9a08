#include "support/shipped.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "content/exchange/response.h"
#include "content/load/load.h"
#include "support/expect.h"

namespace needlewise::shipped {

namespace {

namespace fs = std::filesystem;

const fs::path root = NEEDLEWISE_SOURCE_DIR;

}  // namespace

std::string source_text(const std::string& path) {
    std::ifstream file(root / path, std::ios::binary);
    if (!file) ADD_FAILURE() << "cannot read " << path;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> source_files(const std::string& folder, const std::string& suffix) {
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(root / folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string path = fs::path(entry->path()).lexically_relative(root).string();
        if (path.ends_with(suffix)) paths.push_back(path);
    }
    std::ranges::sort(paths);
    return paths;
}

const std::map<std::string, std::string>& files() {
    static const auto all = [] {
        std::map<std::string, std::string> texts;
        for (const std::string& path : source_files("assets", ".json")) texts.emplace(path, source_text(path));
        for (const std::string& path : source_files("assets/figures", ".svg")) texts.emplace(path, source_text(path));
        return texts;
    }();
    return all;
}

std::vector<std::string> languages() {
    std::vector<std::string> found;
    for (const std::string& path : source_files("assets/text", ".json"))
        if (fs::path(path).parent_path() == "assets/text") found.push_back(fs::path(path).stem().string());
    return found;
}

const Content& content() {
    static const Content loaded = [] {
        auto result = load_content(files());
        if (!result) ADD_FAILURE() << lines(result.error());
        if (result) result->gallery = true;
        return result ? std::move(*result) : Content{};
    }();
    return loaded;
}

std::map<std::string, Answers> people() {
    std::map<std::string, Answers> all;
    for (const std::string& path : source_files("tests/cases", ".json")) {
        auto answers = read_response(content().questionnaire, source_text(path), path);
        if (answers) all.emplace(fs::path(path).stem().string(), std::move(answers->answers));
        else ADD_FAILURE() << lines(answers.error());
    }
    return all;
}

}  // namespace needlewise::shipped
