#include "cli/commands.h"
#include "cli/version.h"
#include "content/exchange/assessment_json.h"
#include "core/assessment/assessment.h"

namespace needlewise {

int assess_command(const Arguments& arguments) {
    Exit exit = fine;
    const auto person = read_person(arguments, exit);
    if (!person) return exit;
    const Assessment found = assess(person->content, person->answers, person->today);
    const int printed = print_out(assessment_json(person->content, found, person->problems, app_version));
    if (printed != fine || found.complete()) return printed;
    return refuse_incomplete(*person, arguments.files.front());
}

}  // namespace needlewise
