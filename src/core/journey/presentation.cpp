#include "core/journey/presentation.h"

#include <algorithm>

#include "core/form/flow.h"

namespace needlewise {

std::string slide_name(const VisitStep& step) { return "show/" + step.id; }

// Once there is a sheet, healing is that of this person. The visit has been shown by then, step by step.
std::vector<Place> slides(const Content& content, const Model& model) {
    const std::string healing = "healing";
    std::vector<Place> all;
    all.reserve(content.visit.size() + result_parts().size() + 1);
    for (const VisitStep& step : content.visit) all.push_back({PageKind::staff, slide_name(step)});
    if (!complete(content.questionnaire, model.answers, model.today)) {
        all.push_back({PageKind::learn, healing});
        return all;
    }
    all.push_back({PageKind::result, healing});
    for (const std::string& part : result_parts())
        if (part != healing && part != "visit") all.push_back({PageKind::result, part});
    return all;
}

std::size_t slide_at(const std::vector<Place>& all, const Place& place) {
    return static_cast<std::size_t>(std::ranges::find(all, place) - all.begin());
}

}  // namespace needlewise
