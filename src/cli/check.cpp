// Lints content files: each in the company of all the others, so that names across files are checked too.
#include "content/check/check.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "cli/commands.h"
#include "cli/files.h"
#include "content/exchange/response.h"
#include "content/form/form.h"
#include "content/load/load.h"
#include "content/pack/pack.h"

namespace needlewise {

namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

constexpr std::string_view consultation = "assets/questionnaire/consultation.json";

// Problems of loading, or of checking what was loaded, in one language.
Problems problems_of(const Files& files, const std::string& language) {
    auto content = load_content(files, language);
    return content ? check(*content) : std::move(content.error());
}

Problems without_repeats(Problems problems) {
    std::set<std::string> seen;
    std::erase_if(problems, [&](const Problem& problem) { return !seen.insert(to_line(problem)).second; });
    return problems;
}

Problems problems_of_all(const Files& files) {
    Problems all;
    std::vector<std::string> in = languages(files);
    if (in.empty()) in = {"en"};
    for (const std::string& language : in) std::ranges::move(problems_of(files, language), std::back_inserter(all));
    const auto english = load_content(files);
    for (const std::string& language : in) {
        const auto content = load_content(files, language);
        if (!english || !content || language == "en") continue;
        std::ranges::move(check_translation(english->words, content->words), std::back_inserter(all));
    }
    return without_repeats(std::move(all));
}

// Which file of the content this is, by its name, or as a questionnaire by what it says; empty for none.
std::string place_of(const std::string& file, std::string_view type) {
    const fs::path path(file);
    if (path.parent_path().filename() == "text") return words_path(path.stem().string());
    for (const std::string_view known : content_paths()) {
        if (fs::path(known).filename() == path.filename()) return std::string(known);
    }
    return type == "Questionnaire" ? std::string(consultation) : "";
}

// The Problems of one file of the content, put into the place of the shipped one.
Problems problems_in_place(Files files, const std::string& file, const std::string& text, const std::string& place) {
    files[place] = text;
    const bool words = place.starts_with("assets/text/");
    auto content = load_content(files, words ? fs::path(place).stem().string() : "en");
    Problems problems = content ? check(*content) : std::move(content.error());
    if (const auto english = load_content(files); words && english && content && content->words.language != "en")
        std::ranges::move(check_translation(english->words, content->words), std::back_inserter(problems));
    const auto elsewhere = std::erase_if(problems, [&](const Problem& problem) { return problem.file != place; });
    for (Problem& problem : problems) problem.file = file;
    if (!content && elsewhere > 0) {
        problems.push_back({Severity::warning, file, "", "checked only by itself, because other files of the content have problems",
                            "run needlewise check"});
    }
    return problems;
}

struct Checked {
    Problems problems;
    Exit exit = fine;
};

Checked check_response(const Files& files, const std::string& file, const std::string& text, Date on) {
    auto content = load_content(files);
    if (!content) return {{{Severity::error, file, "", "not checked, because the content has problems", "run needlewise check"}}, faulty};
    auto answers = read_response(content->questionnaire, text, file);
    if (!answers) return {std::move(answers.error()), faulty};
    Problems problems = std::move(answers->warnings);
    for (Problem& problem : answer_problems(*content, answers->answers, on, file)) problems.push_back(std::move(problem));
    const Exit exit = has_errors(problems) ? faulty : fine;
    return {std::move(problems), exit};
}

// A questionnaire that is not ours, by itself.
Checked check_form_file(const std::string& file, const std::string& text) {
    auto form = read_form(text, file);
    if (!form) return {std::move(form.error()), unreadable};
    Problems problems = check_form(std::move(*form), file);
    const Exit exit = has_errors(problems) ? faulty : fine;
    return {std::move(problems), exit};
}

// Whether a questionnaire is meant to be our consultation: by its url, or by its place and name when it has none.
bool is_consultation(const Files& files, const std::string& file, const std::string& text) {
    const auto url_of = [](const std::string& of, const std::string& name) {
        const auto read = read_form(of, name);
        return read ? read->questionnaire.url : std::string();
    };
    const auto shipped = files.find(std::string(consultation));
    const std::string ours = shipped == files.end() ? "" : url_of(shipped->second, shipped->first), theirs = url_of(text, file);
    return !ours.empty() && !theirs.empty() ? ours == theirs : fs::path(file).filename() == fs::path(consultation).filename();
}

// In the company of the content, with all the languages there are.
Checked check_pack_file(const Files& files, const std::string& file, const std::string& text, Date on) {
    const auto pack = read_pack(text, file, packs_beside(file));
    if (!pack) return {pack.error(), faulty};
    auto content = load_content(files);
    if (!content) return {{{Severity::error, file, "", "not checked, because the content has problems", "run needlewise check"}}, faulty};
    content->languages = languages(files);
    Problems problems = check_pack(*pack, *content, on);
    std::ranges::move(check_pack_form(*pack), std::back_inserter(problems));
    const Exit exit = has_errors(problems) ? faulty : fine;
    return {std::move(problems), exit};
}

Checked check_file(const Files& files, const std::string& file, Date on) {
    const auto text = read_file(file);
    if (!text) return {{{Severity::error, file, "", "the file cannot be read", "is it there?"}}, unreadable};
    const auto type = resource_type(*text, file);
    if (!type) return {type.error(), unreadable};
    if (is_pack(*text)) return check_pack_file(files, file, *text, on);
    if (*type == "QuestionnaireResponse") return check_response(files, file, *text, on);
    if (*type == "Questionnaire" && !is_consultation(files, file, *text)) return check_form_file(file, *text);
    const std::string place = place_of(file, *type);
    if (place.empty()) {
        return {{{Severity::error, file, "", "not a kind of file this program knows",
                  "a file of assets, a clinic's pack, a Questionnaire or a QuestionnaireResponse"}},
                unreadable};
    }
    Problems problems = problems_in_place(files, file, *text, place);
    const Exit exit = has_errors(problems) ? faulty : fine;
    return {std::move(problems), exit};
}

}  // namespace

int check_command(const Arguments& arguments) {
    const std::string folder = find_assets(arguments.assets);
    const Files files = read_assets(folder);
    if (arguments.files.empty()) {
        const Problems problems = as_seen_from(folder, problems_of_all(files));
        print_problems(problems);
        if (files.empty()) return unreadable;
        return has_errors(problems) ? faulty : fine;
    }
    Exit worst = fine;
    for (const std::string& file : arguments.files) {
        const Checked checked = check_file(files, file, arguments.on.value_or(today()));
        print_problems(checked.problems);
        worst = std::max(worst, checked.exit);
    }
    return worst;
}

}  // namespace needlewise
