// For clinic staff on a tablet.
#include "core/page_parts.h"

namespace needlewise {

std::vector<Node> staff_page(const Content& content, const Model& model) {
    Writer page(content, model, "staff");
    page.heading(1, "staff.title");
    page.say("staff.lead", {}, Style::lead);
    return page.finish();
}

}  // namespace needlewise
