// What a person takes along: the same files and link as on the page.
#include "cli/commands.h"
#include "content/exchange/exports.h"
#include "core/form/answers_link.h"

namespace needlewise {

int export_command(const Arguments& arguments) {
    Exit exit = fine;
    const auto person = read_person(arguments, exit);
    if (!person) return exit;
    if (!person->open.empty()) return refuse_incomplete(*person, arguments.files.front());
    if (arguments.format == "link") {
        const std::string text = answers_text(person->content.questionnaire, person->answers);
        if (!text.empty()) return print_out(answers_fragment(text) + "\n");
    } else {
        Model model;
        model.answers = person->answers;
        model.today = person->today;
        if (const auto file = saved_file(person->content, model, arguments.format)) return print_out(file->text);
    }
    const bool calendar = arguments.format == "ics";
    print_problems(
        {{Severity::error, arguments.files.front(), "", calendar ? "there are no days for a calendar" : "there is nothing to export",
          calendar ? "without a start-date or an event-date that leaves time for a session, or while something speaks against the "
                     "treatment, there is no plan with days"
                   : "the answers are too long for a link"}});
    return faulty;
}

}  // namespace needlewise
