#include "content/load/load.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "content/load/parts.h"
#include "content/version.h"

namespace needlewise {

namespace {

struct Part {
    std::string_view path;
    void (*load)(const Reader& in, Content& content);
    bool records = false;  // of the evidence: only those that other files name are part of the content
};

constexpr std::array parts{
    Part{"assets/questionnaire/consultation.json", load_questionnaire},
    Part{"assets/model/numbers.json", load_numbers},
    Part{"assets/model/rules.json", load_rules},
    Part{"assets/model/no-finding.json", load_no_findings},
    Part{"assets/model/phototype.json", load_phototype},
    Part{"assets/model/courses.json", load_courses},
    Part{"assets/model/improvements.json", load_improvements},
    Part{"assets/model/drivers.json", load_drivers},
    Part{"assets/model/healing.json", load_healing},
    Part{"assets/model/aftercare.json", load_aftercare},
    Part{"assets/model/visit.json", load_visit},
    Part{"assets/model/red-flags.json", load_red_flags},
    Part{"assets/model/countries.json", load_countries},
    Part{"assets/model/topics.json", load_topics},
    Part{"assets/model/alternatives.json", load_alternatives},
    Part{"assets/model/check.json", load_check},
    Part{"assets/evidence/facts.json", load_facts, true},
    Part{"assets/evidence/trials.json", load_trials, true},
    Part{"assets/evidence/statements.json", load_statements},
};

constexpr std::string_view more_to_come = "more-content";  // in a bundle: the paths of the parts of which none is in it

constexpr std::string_view figures_folder = "assets/figures/", figure_suffix = ".svg";

void append(Problems& to, Problems from) { std::ranges::move(from, std::back_inserter(to)); }

Problem missing_file(std::string_view path) {
    return {Severity::error, std::string(path), "", "the file is missing", "every file of the content is needed"};
}

void add_strings(const Json& json, std::set<std::string, std::less<>>& strings) {
    if (const auto* text = json.get_ptr<const Json::string_t*>()) strings.insert(*text);
    if (const auto* fields = json.get_ptr<const Json::object_t*>())
        for (const auto& [name, value] : *fields) add_strings(value, strings);
    if (const auto* list = json.get_ptr<const Json::array_t*>())
        for (const Json& value : *list) add_strings(value, strings);
}

// What has been read so far.
struct Loading {
    Content content;
    Problems problems;
    Fingerprint fingerprint;
    std::set<std::string, std::less<>> named;  // every string outside the records of the evidence

    void part(const Part& one, const Json& json) {
        read(one.load, json, one.path);
        if (one.records) return;
        fingerprint.add(json);
        add_strings(json, named);
    }

    void words(std::string_view text, std::string_view language) {
        content.words.language = std::string(language);
        const std::string path = words_path(language);
        auto json = parse_json(text, path);
        if (json) read(load_words, *json, path);
        else append(problems, std::move(json.error()));
    }

    // `all`: there is no more to come
    Result<Content> finish(bool all = true) {
        if (has_errors(problems)) return std::unexpected(std::move(problems));
        std::erase_if(content.sources, [&](const auto& source) { return !named.contains(source.first); });
        if (all) add_sources_to_fingerprint();
        content.version = version_of(content, fingerprint);
        return std::move(content);
    }

    void add_sources_to_fingerprint() {
        for (const auto& [id, source] : content.sources) fingerprint.add(source);
    }

private:
    void read(void (*load)(const Reader&, Content&), const Json& json, std::string_view path) {
        Log log{std::string(path)};
        load(Reader(json, log), content);
        append(problems, log.take());
    }
};

}  // namespace

Result<Content> load_content(const std::map<std::string, std::string>& files, std::string_view language) {
    Loading loading;
    for (const Part& one : parts) {
        const auto file = files.find(std::string(one.path));
        if (file == files.end()) {
            loading.problems.push_back(missing_file(one.path));
            continue;
        }
        auto json = parse_json(file->second, one.path);
        if (json) loading.part(one, *json);
        else append(loading.problems, std::move(json.error()));
    }
    for (const auto& [path, text] : files) {
        if (path.starts_with(figures_folder) && path.ends_with(figure_suffix))
            loading.content.figures.insert(path.substr(figures_folder.size(), path.size() - figures_folder.size() - figure_suffix.size()));
    }
    const auto words = files.find(words_path(language));
    if (words == files.end()) loading.problems.push_back(missing_file(words_path(language)));
    else loading.words(words->second, language);
    return loading.finish();
}

Result<Content> load_bundle(std::string_view bundle_json, std::string_view words_json, std::string_view language) {
    auto bundle = parse_json(bundle_json, "content.json");
    if (!bundle) return std::unexpected(std::move(bundle.error()));
    const auto* files = bundle->get_ptr<const Json::object_t*>();
    if (!files) {
        return std::unexpected(Problems{{Severity::error, "content.json", "", "expected an object, found " + std::string(kind_of(*bundle)),
                                         "an object of path and content"}});
    }
    Loading loading;
    std::set<std::string, std::less<>> later;
    if (files->contains(more_to_come)) add_strings(files->at(std::string(more_to_come)), later);
    for (const Part& one : parts) {
        const auto file = files->find(one.path);
        if (file != files->end()) loading.part(one, file->second);
        else if (!later.contains(one.path)) loading.problems.push_back(missing_file(one.path));
    }
    loading.words(words_json, language);
    return loading.finish(!files->contains(more_to_come));
}

Problems add_content(Content& content, std::string_view bundle_json) {
    auto bundle = parse_json(bundle_json, "more-content.json");
    if (!bundle) return std::move(bundle.error());
    // Without the rules nothing would be found of anybody: what is not whole is not taken.
    std::set<std::string, std::less<>> promised;
    if (bundle->contains(more_to_come)) add_strings(bundle->at(std::string(more_to_come)), promised);
    if (promised.empty()) return {missing_file("more-content.json")};
    Loading loading;
    for (const std::string& path : promised)
        if (!bundle->contains(path)) loading.problems.push_back(missing_file(path));
    if (has_errors(loading.problems)) return std::move(loading.problems);
    loading.fingerprint = fingerprint_in(content.version);
    loading.content = std::move(content);
    for (const Part& one : parts)
        if (bundle->contains(one.path)) loading.part(one, bundle->at(std::string(one.path)));
    loading.add_sources_to_fingerprint();
    content = std::move(loading.content);
    content.version = version_of(content, loading.fingerprint);
    return std::move(loading.problems);
}

Result<Words> load_language(std::string_view words_json, std::string_view language) {
    Loading loading;
    loading.words(words_json, language);
    if (has_errors(loading.problems)) return std::unexpected(std::move(loading.problems));
    return std::move(loading.content.words);
}

std::vector<std::string_view> content_paths() {
    std::vector<std::string_view> paths;
    for (const Part& one : parts) paths.push_back(one.path);
    return paths;
}

std::string words_path(std::string_view language) { return "assets/text/" + std::string(language) + ".json"; }

}  // namespace needlewise
