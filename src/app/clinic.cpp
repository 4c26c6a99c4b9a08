// The clinic's pack: read at the start, put into the content, told to the page around this one. A pack with an error is not
// used at all: nobody sees half a clinic.
#include <algorithm>
#include <cstdio>
#include <iterator>

#include "app/app.h"

namespace needlewise {

namespace {

// The file "pack" names the pack; "pack/NAME" are its text and those of the packs it extends.
constexpr std::string_view name_file = "pack", folder = "pack/";

}  // namespace

void App::take_pack() {
    const auto named = files.find(std::string(name_file));
    if (named == files.end()) return;
    platform::need_rest();  // what a pack says is checked against all of the evidence
    const std::string& name = named->second;
    const FindPack find = [&](std::string_view wanted) -> std::optional<std::string> {
        const auto file = files.find(std::string(folder) + std::string(wanted));
        return file == files.end() ? std::nullopt : std::optional(file->second);
    };
    const auto text = find(name);
    if (!text)
        return refuse_pack({{Severity::error, name, "", "the pack could not be loaded",
                             "is the address right, on this site or https, and may this page load it?"}});
    auto read = read_pack(*text, name, find);
    if (!read) return refuse_pack(std::move(read.error()));
    auto applied = apply_pack(content, *read);
    if (!applied) return refuse_pack(std::move(applied.error()));
    Problems problems = check_pack(*read, content, model.today);
    content = std::move(*applied);
    pack = std::move(*read);
    std::ranges::move(add_logo(), std::back_inserter(problems));
    for (const Problem& problem : problems)
        if (problem.severity != Severity::note) std::fputs((to_line(problem) + "\n").c_str(), stderr);
    content.pack_problems = std::move(problems);
    platform::request("clinic", pack->clinic.id, pack_for_page(*pack));
}

void App::refuse_pack(Problems problems) {
    for (const Problem& problem : problems) std::fputs((to_line(problem) + "\n").c_str(), stderr);
    content.pack_refused = true;
    content.pack_problems = std::move(problems);
}

// A logo that cannot be drawn is left out everywhere, so that both skins show the same.
Problems App::add_logo() {
    if (pack->logo.empty()) return {};
    std::vector<FigureFile> file;
    file.push_back({.name = std::string(pack_logo), .svg = pack->logo, .motion = {}});
    Problems problems = library.add(std::move(file));
    if (problems.empty()) return problems;
    for (Problem& problem : problems) {
        problem.file = pack->file;
        problem.pointer = "/logo";
    }
    pack->logo.clear();
    content.clinic->logo.clear();
    return problems;
}

}  // namespace needlewise
