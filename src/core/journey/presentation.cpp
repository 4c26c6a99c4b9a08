#include "core/journey/presentation.h"

#include <algorithm>

#include "core/form/flow.h"

namespace needlewise {

std::string slide_name(const VisitStep& step) { return "show/" + step.id; }

std::string slide_name(const CheckQuestion& question) { return "show/check-" + question.id; }

bool is_sheet_slide(const Content& content, std::string_view name) {
    return name == slide_of_code || std::ranges::find(sheet_slides, name) != std::ranges::end(sheet_slides) ||
           std::ranges::any_of(content.check, [&](const CheckQuestion& question) { return slide_name(question) == name; });
}

std::vector<Place> slides(const Content& content, const Model& model) {
    std::vector<Place> all;
    all.reserve(content.visit.size() + std::size(sheet_slides) + content.check.size() + 2);
    for (const VisitStep& step : content.visit) all.push_back({PageKind::staff, slide_name(step)});
    all.push_back({PageKind::staff, std::string(healing_slide)});
    if (!complete(content.questionnaire, model.answers, model.today)) return all;
    for (const std::string_view slide : sheet_slides) all.push_back({PageKind::staff, std::string(slide)});
    for (const CheckQuestion& question : content.check) all.push_back({PageKind::staff, slide_name(question)});
    if (!model.address.empty()) all.push_back({PageKind::staff, std::string(slide_of_code)});
    return all;
}

std::size_t slide_at(const std::vector<Place>& all, const Place& place) {
    return static_cast<std::size_t>(std::ranges::find(all, place) - all.begin());
}

}  // namespace needlewise
