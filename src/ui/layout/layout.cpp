#include "ui/layout/layout.h"

#include "ui/layout/layouter.h"

namespace needlewise::ui {

Layout lay_out(const Page& page, const LayoutInput& input) {
    Layout layout;
    layout.width = input.width;
    Layouter(input, layout).run(page);
    if (page.from_the_right) turn(layout);
    return layout;
}

}  // namespace needlewise::ui
