#include "core/assessment/assessment.h"

#include "core/assessment/parts.h"
#include "core/form/flow.h"

namespace needlewise {

Assessment assess(const Content& content, const Answers& answers, Date on) {
    const Answers all = with_derived(content, answers);
    Assessment found;
    for (FieldError& error : open_questions(content.questionnaire, answers, on)) found.open.push_back(std::move(error.link_id));
    found.findings = findings_for(content, all, on);
    if (found.complete()) found.course = course_for(content, all);
    if (found.course) found.plan = plan_for(content, all, found.findings, *found.course, on);
    if (const CourseRule* rule = course_rule_for(content, all); rule && found.course) {
        StudiesSaw saw = studies_saw(content, rule->improvement, found.course->sessions.common);
        found.improvement = std::move(saw.improvement);
        found.no_number = std::move(saw.no_number);
        if (found.improvement) found.improvement->caveats = caveats_for(content, rule->improvement, all, found.course->drivers);
    }
    found.timeline = timeline_for(content, all);
    found.downtime = downtime_for(content, all, found.timeline);
    found.surface = surface_for(content, all);
    found.aftercare = aftercare_for(content, all);
    found.visit = visit_for(content, all);
    if (const auto type = phototype_for(content, all)) {
        found.phototype_low = type->low;
        found.phototype_high = type->high;
    }
    return found;
}

}  // namespace needlewise
