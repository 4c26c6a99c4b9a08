// A picture beside the words it belongs to; above them where there is little room.
#include <cmath>

#include "ui/layout/layouter.h"

namespace needlewise::ui {

// A small picture takes no more room than it needs, on a phone too.
float Layouter::icon_width(const Node& node) const {
    const auto* figure = std::get_if<Figure>(&node.what);
    const Rect natural = figure ? extent_of(figure->image) : Rect{};
    return natural.w > 0 && natural.w <= extent::icon_figure ? scaled(extent::icon_figure) : 0;
}

Rect Layouter::beside(const Node& node, Slot slot, const Context& context) {
    const float icon = node.children.size() == 2 ? icon_width(node.children[0]) : 0;
    if (icon > 0 && effective(slot.w) >= from_width::icon_beside) {
        const Rect picture = place(node.children[0], {slot.x, slot.y, icon}, context);
        const float left = icon + space::normal;
        const Rect words = place(node.children[1], {slot.x + left, slot.y, slot.w - left}, context);
        return {slot.x, slot.y, slot.w, std::max(picture.h, words.h)};
    }
    if (node.children.size() != 2 || stands() || effective(slot.w) < from_width::two_columns) return flow(node.children, slot, context);
    constexpr float share = 0.42f;
    const float left = std::floor((slot.w - space::wide) * share), right = slot.w - space::wide - left;
    const Point first = here();
    const Rect picture = place(node.children[0], {slot.x, slot.y, left}, context);
    const Point second = here();
    const Rect words = place(node.children[1], {slot.x + left + space::wide, slot.y, right}, context);
    const float tall = std::max(picture.h, words.h);
    const auto middle = [tall](const Rect& rect) { return std::floor((tall - rect.h) / 2); };
    const bool of_words = std::holds_alternative<Section>(node.children[0].what);  // both begin at the top
    if (picture.h < words.h || of_words) return {slot.x, slot.y, slot.w, tall};
    shift(second, here(), 0, middle(words));
    shift(first, second, 0, middle(picture));
    return {slot.x, slot.y, slot.w, tall};
}

}  // namespace needlewise::ui
