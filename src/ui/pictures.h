// What the layout and the painter ask of the illustrations. FigureLibrary answers; without it no picture is shown.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ui/items.h"
#include "ui/theme.h"

struct ImDrawList;

namespace needlewise::ui {

// A part of a region to choose, in units of the viewBox. A region may have several: both cheeks.
struct RegionBox {
    std::string_view code;
    Rect box;
};

// What of a picture changes from frame to frame.
struct PictureMoment {
    std::optional<float> share;  // of a showing; nothing: the still
    struct Region {
        std::string_view code;
        float hover = 0, on = 0;
    };
    std::vector<Region> regions = {};
};

class Pictures {
public:
    virtual ~Pictures() = default;
    virtual Rect extent(std::string_view name) const = 0;  // the viewBox; empty when there is no such picture
    virtual std::vector<RegionBox> regions(std::string_view name) const = 0;
    virtual double seconds(std::string_view name) const = 0;  // of a showing; 0: does not move
    // As large as fits into the rectangle, in its middle.
    virtual void draw(ImDrawList& list, const Picture& picture, const Rect& rect, const Theme& theme,
                      const PictureMoment& moment) const = 0;
};

// Where a picture of this shape stands in a rectangle.
Rect fitted(const Rect& extent, const Rect& rect);

}  // namespace needlewise::ui
