// The words of the page: read at the start, changed on the page. What a language lacks is said in English; a language that
// cannot be had leaves the one there is.
#include "app/languages.h"

#include <algorithm>

#include "app/app.h"
#include "content/load/load.h"

namespace needlewise {

namespace {

constexpr std::string_view words_folder = "assets/text/", english_code = "en";

}  // namespace

// The web names them in one file, "en es fr"; the desktop has a file of words for each. It has no document to show letters that
// join or run from the right, and ImGui can do neither, so it leaves such languages out.
std::vector<std::string> languages_in(const std::map<std::string, std::string>& files) {
    std::vector<std::string> languages;
    if (const auto list = files.find("languages"); list != files.end()) {
        std::string_view codes = list->second;
        while (!codes.empty()) {
            const std::size_t space = codes.find(' ');
            languages.emplace_back(codes.substr(0, space));
            codes.remove_prefix(space == std::string_view::npos ? codes.size() : space + 1);
        }
        return languages;
    }
    for (const auto& [path, text] : files) {
        constexpr std::string_view suffix = ".json";
        if (!path.starts_with(words_folder) || !path.ends_with(suffix)) continue;
        std::string code = path.substr(words_folder.size(), path.size() - words_folder.size() - suffix.size());
        if (code.find('/') != std::string::npos) continue;
        const auto read = load_language(text, code);
        if (read && !read->from_the_right()) languages.push_back(std::move(code));
    }
    return languages;
}

bool is_words(std::string_view file) { return file.starts_with(words_folder); }

// The web has one file for all the content and one for the words; the desktop has read the folder of the sources.
Result<Content> App::load_in(std::string_view language) {
    if (!files.contains("content.json")) return load_content(files, language);
    const bool in_english = language == english_code && files.contains("english.json");
    return load_bundle(files["content.json"], files[in_english ? "english.json" : "text.json"], language);
}

// A file of words that is not there, or is something else, is no reason to show nothing.
Result<Content> App::load_or_english(std::string_view language) {
    const auto offered = languages_in(files);
    if (!offered.empty() && std::ranges::find(offered, language) == offered.end()) language = english_code;
    auto loaded = load_in(language);
    const bool missed = !loaded && language != english_code;
    if (missed) {
        if (auto instead = load_in(english_code)) {
            loaded = std::move(instead);
            model.notice = "notice.language-started";
        }
    }
    if (!loaded) return loaded;
    if (loaded->words.language == english_code) {
        english = loaded->words;
        return loaded;
    }
    const bool bundled = files.contains("content.json");
    if (auto words = load_language(files[bundled ? "english.json" : words_path(english_code)], english_code)) english = std::move(*words);
    if (english) loaded->words.borrow_from(*english);
    return loaded;
}

void App::take_words(Words words) {
    if (words.language == english_code) english = words;
    else if (english) words.borrow_from(*english);
    put_words_of(content, std::move(words));
    if (pack) put_words(*pack, content.words);
}

void App::all_words(std::string_view language, std::string text) {
    auto loaded = load_language(text, language);
    if (!loaded || content.version.empty()) return;
    if (language == content.words.language) take_words(std::move(*loaded));
    else if (language == english_code) {
        english = std::move(*loaded);
        content.words.borrow_from(*english);  // the language that is shown may have come first
    }
    refresh();
}

// Words that were asked for before others are late: the person wants the others.
void App::words(std::string_view language, std::string text) {
    if (language != model.coming_language) return;
    model.coming_language.clear();
    auto loaded = load_language(text, language);
    if (loaded) take_words(std::move(*loaded));
    else model.notice = "notice.language-failed";
    if (loaded) platform::request("language", language);
    commands.emplace_back(Announce{say(content, loaded ? "language." + std::string(language) : model.notice).text});
    refresh();
}

}  // namespace needlewise
