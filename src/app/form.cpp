// Anybody's questionnaire in the place of the consultation: read at the start. One that cannot be read is not used at all, and the page
// says why.
#include <cstdio>

#include "app/app.h"
#include "content/form/form.h"
#include "core/form/lint.h"

namespace needlewise {

namespace {

// The file "questionnaire" names it, "questionnaire/text" is its text.
constexpr std::string_view name_file = "questionnaire", text_file = "questionnaire/text";

}  // namespace

void App::take_form() {
    const auto named = files.find(std::string(name_file));
    if (named == files.end()) return;
    const std::string& name = named->second;
    const auto text = files.find(std::string(text_file));
    if (text == files.end()) {
        content.form_problems = {
            {Severity::error, name, "", "the questionnaire could not be loaded", "is the address right, and on this site?"}};
    } else if (auto read = read_form(text->second, name); !read) {
        content.form_problems = std::move(read.error());
    } else {
        auto form = std::make_shared<const Form>(std::move(read->questionnaire));
        lint(form->questionnaire, form->outline, read->issues);
        for (const Issue& issue : read->issues.all())
            std::fputs((to_line({issue.severity, name, issue.pointer, issue.what, issue.hint}) + "\n").c_str(), stderr);
        content.form = std::move(form);
    }
    for (const Problem& problem : content.form_problems) std::fputs((to_line(problem) + "\n").c_str(), stderr);
}

std::string App::form_answers() const { return write_form_response(handed_out(*content.form, filling_of(content, model), model.today)); }

}  // namespace needlewise
