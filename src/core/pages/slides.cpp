// What staff show of a person's sheet, one idea a page.
#include "core/journey/presentation.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

std::vector<Node> healing(const Content& content, const Model& model, const Assessment& found) {
    Writer page(content, model, "healing");
    page.heading(1, "result.healing.title");
    page.add(time_machine(content, model, found, MomentWords::none));
    return page.finish();
}

}  // namespace

std::vector<Node> slide(const Content& content, const Model& model) {
    const Assessment found = assess(content, model.answers, model.today);
    const std::string& name = model.place.name;
    if (name == "show/seen") return seen_slide(content, model, found);
    if (name == "show/care-do") return care_slide(content, model, found, Care::act);
    if (name == "show/care-leave") return care_slide(content, model, found, Care::avoid);
    if (name == "show/help") return help_slide(content, found);
    if (name == "show/plan") return plan_slide(content, model, found);
    if (name == "show/course") return course_slide(content, model, found);
    if (name == "show/findings") return findings_slide(content, model, found);
    if (name == "show/over-time") return over_time_slide(content, model, found);
    if (name == "show/studies") return studies_slide(content, model, found);
    if (name == "show/compare") return compare_slide(content, model, found, false);
    if (name == "show/effort") return compare_slide(content, model, found, true);
    if (name == "show/ask") return questions_slide(content, model, found);
    for (const CheckQuestion& question : content.check)
        if (slide_name(question) == name) return check_slide(content, model, question);
    if (name == slide_of_code) return code_slide(content, model);
    return healing(content, model, found);
}

}  // namespace needlewise
