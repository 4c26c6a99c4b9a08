// Every component on one page, for those who work on them: reached by the address "#/gallery" only.
#include "core/page_parts.h"

namespace needlewise {

std::vector<Node> gallery_page(const Content& content, const Model& model) {
    Writer page(content, model, "gallery");
    page.heading(1, "gallery.title");
    return page.finish();
}

}  // namespace needlewise
