// Staff show the pages on a tablet: one after the other, and with a pen over them.
#include <utility>

#include "core/journey/presentation.h"
#include "core/journey/update_parts.h"

namespace needlewise {

Updated present(Model model, const Content& content, const Present& asked) {
    model.presenting = asked.on;
    model.drawing = false;
    const auto all = slides(content, model);
    Place place{PageKind::staff, {}};
    if (asked.on && !all.empty()) place = all.front();
    return shown_at(std::move(model), std::move(place));
}

// From a page that is none of the slides the way on leads to the first.
Updated turn(Model model, const Content& content, const Turn& asked) {
    const auto all = slides(content, model);
    const std::size_t here = slide_at(all, model.place);
    const bool outside = here == all.size();
    if (!model.presenting || all.empty() || (asked.by < 0 && (outside || here == 0))) return Updated{std::move(model), {}};
    const std::size_t to = outside ? 0 : asked.by < 0 ? here - 1 : here + 1;
    return to == all.size() ? Updated{std::move(model), {}} : shown_at(std::move(model), all[to]);
}

Updated draw(Model model, const Content& content, const Draw& asked) {
    const bool before = std::exchange(model.drawing, asked.on && model.presenting);
    if (before == model.drawing) return Updated{std::move(model), {}};
    const std::string_view key = model.drawing ? "present.drawing-on" : "present.drawing-off";
    return {std::move(model), {Announce{say(content, key).text}}};
}

}  // namespace needlewise
