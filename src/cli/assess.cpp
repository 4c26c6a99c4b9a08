#include "cli/commands.h"
#include "cli/version.h"
#include "content/exchange/assessment_json.h"
#include "core/assessment/assessment.h"

namespace needlewise {

int assess_command(const Arguments& arguments) {
    Exit exit = fine;
    const auto person = read_person(arguments, exit);
    if (!person) return exit;
    return print_out(assessment_json(person->content, assess(person->content, person->answers, person->today), app_version));
}

}  // namespace needlewise
