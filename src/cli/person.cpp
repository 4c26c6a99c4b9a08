// From the command line to the content and the answers of one person. The only clock of the command line is here.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "cli/commands.h"
#include "cli/files.h"
#include "content/exchange/response.h"
#include "content/load/load.h"
#include "content/pack/pack.h"
#include "core/form/flow.h"
#include "core/letters.h"

namespace needlewise {

Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return Date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

namespace {

Problem cannot_read(const std::string& file) { return {Severity::error, file, "", "the file cannot be read", "is it there?"}; }

std::optional<Content> with_pack(Content content, const Arguments& arguments, Exit& exit) {
    const auto text = read_file(arguments.pack);
    exit = text ? faulty : unreadable;
    if (!text) return print_problems({cannot_read(arguments.pack)}), std::nullopt;
    const auto pack = read_pack(*text, arguments.pack, packs_beside(arguments.pack));
    if (!pack) return print_problems(pack.error()), std::nullopt;
    auto applied = apply_pack(std::move(content), *pack);
    if (!applied) return print_problems(applied.error()), std::nullopt;
    return std::move(*applied);
}

// What the language lacks is said in English.
void borrow_english(const std::map<std::string, std::string>& files, Words& words) {
    const auto file = files.find(words_path("en"));
    if (words.language == "en" || file == files.end()) return;
    if (const auto english = load_language(file->second, "en")) words.borrow_from(*english);
}

std::optional<Content> read_content(const Arguments& arguments, Exit& exit) {
    const std::string folder = find_assets(arguments.assets);
    const auto files = read_assets(folder);
    auto content = load_content(files, arguments.language);
    if (content) borrow_english(files, content->words);
    if (content) return arguments.pack.empty() ? std::move(*content) : with_pack(std::move(*content), arguments, exit);
    print_problems(as_seen_from(folder, std::move(content.error())));
    const bool whole = std::ranges::all_of(content_paths(), [&](std::string_view path) { return files.contains(std::string(path)); });
    exit = whole && files.contains(words_path(arguments.language)) ? faulty : unreadable;
    return std::nullopt;
}

}  // namespace

std::optional<Person> read_person(const Arguments& arguments, Exit& exit) {
    const std::string& file = arguments.files.front();
    exit = unreadable;
    const auto text = read_file(file);
    if (!text) {
        print_problems({cannot_read(file)});
        return std::nullopt;
    }
    const auto type = resource_type(*text, file);
    if (!type) {
        print_problems(type.error());
        return std::nullopt;
    }
    auto content = read_content(arguments, exit);
    if (!content) return std::nullopt;
    put_country(*content, whereabouts({content->clinic ? content->clinic->country : "", arguments.country}, ""));
    auto answers = read_response(content->questionnaire, *text, file);
    if (!answers) {
        print_problems(answers.error());
        exit = *type == "QuestionnaireResponse" || *type == "Bundle" ? faulty : unreadable;
        return std::nullopt;
    }
    Person person{std::move(*content), std::move(answers->answers), arguments.on.value_or(today()), {}, std::move(answers->warnings)};
    for (const FieldError& error : open_questions(person.content.questionnaire, person.answers, person.today))
        person.open.push_back(error.link_id);
    for (Problem& problem : answer_problems(person.content, person.answers, person.today, file))
        person.problems.push_back(std::move(problem));
    print_problems(person.problems);
    return person;
}

int refuse_incomplete(const Person& person, const std::string& file) {
    std::string missing;
    for (const std::string& link_id : person.open) missing += (missing.empty() ? "" : ", ") + link_id;
    print_problems({{Severity::error, file, "", "complete: false, not answered: " + missing, "answer these questions first"}});
    return faulty;
}

int print_out(const std::string& text) {
    const std::string shown = without_controls(text);  // words of people and packs are no commands to a terminal
    const bool written = std::fwrite(shown.data(), 1, shown.size(), stdout) == shown.size() && std::fflush(stdout) == 0;
    return written ? fine : unreadable;
}

void print_problems(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", to_line(problem).c_str());
}

}  // namespace needlewise
