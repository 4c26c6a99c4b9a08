// The commands for anybody's forms: a FHIR R4 Questionnaire and a response to it.
#include <optional>

#include "cli/commands.h"
#include "cli/files.h"
#include "content/form/form.h"
#include "core/form/lint.h"
#include "core/form/validate.h"

namespace needlewise {

namespace {

// Reads a file with `read`; nothing, with the Problems on stderr, when it cannot be read or is another resource.
template <class F>
auto read_or_say(const std::string& file, F read) -> std::optional<typename decltype(read("", ""))::value_type> {
    const auto text = read_file(file);
    if (!text) {
        print_problems({{Severity::error, file, "", "the file cannot be read", "is it there?"}});
        return std::nullopt;
    }
    auto result = read(*text, file);
    if (result) return std::move(*result);
    print_problems(result.error());
    return std::nullopt;
}

struct Pair {
    ReadForm form;
    ReadResponse answers;
};

std::optional<Pair> read_pair(const Arguments& arguments) {
    auto form = read_or_say(arguments.files[0], read_form);
    auto answers = read_or_say(arguments.files[1], read_form_response);
    if (!form || !answers) return std::nullopt;
    return Pair{std::move(*form), std::move(*answers)};
}

}  // namespace

int validate_command(const Arguments& arguments) {
    auto pair = read_pair(arguments);
    if (!pair) return unreadable;
    const Questionnaire& questionnaire = pair->form.questionnaire;
    const Response& response = pair->answers.response;
    Issues& issues = pair->answers.issues;
    const Outline outline(questionnaire);
    const Tree tree(outline, response, issues);
    validate(questionnaire, response, tree, arguments.on.value_or(today()), issues);
    lint(questionnaire, outline, pair->form.issues);
    const int printed = print_out(outcome_json(issues, pair->form.issues));
    if (printed != fine) return printed;
    return issues.has_errors() ? faulty : fine;
}

int enabled_command(const Arguments& arguments) {
    auto pair = read_pair(arguments);
    if (!pair) return unreadable;
    const Outline outline(pair->form.questionnaire);
    const Tree tree(outline, pair->answers.response, pair->answers.issues);
    return print_out(enabled_json(outline, tree));
}

}  // namespace needlewise
