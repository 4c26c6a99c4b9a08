// What is wrong with a questionnaire itself, for whoever wrote it.
#include <utility>

#include "content/form/form.h"
#include "core/form/lint.h"

namespace needlewise {

Problems check_form(ReadForm form, std::string_view file) {
    Issues& issues = form.issues;
    lint(form.questionnaire, Outline(form.questionnaire), issues);
    Problems problems;
    for (const Issue& issue : issues.all()) problems.push_back({issue.severity, std::string(file), issue.pointer, issue.what, issue.hint});
    if (const std::size_t more = issues.not_listed(); more > 0) {
        problems.push_back({issues.errors_not_listed() ? Severity::error : Severity::warning, std::string(file), "",
                            std::to_string(more) + " further problems are not listed", "correct these first"});
    }
    return problems;
}

}  // namespace needlewise
