// The computed skin (core/skin) as triangles: a colour at every corner of a grid, the corners of the picture rounded.
#pragma once

#include <vector>

#include "core/skin/skin.h"
#include "ui/pictures.h"

namespace needlewise::ui {

// Fields and colours are kept until another picture is asked for: a page shows one, and a frame that moves nothing computes nothing.
class SkinMesh {
public:
    void draw(ImDrawList& list, const Picture& picture, const Rect& place, float light);

private:
    void compute(const SkinPatch& patch, int columns, int rows);

    SkinField field;
    std::vector<std::string> marks;  // of the field
    SkinPatch shown;
    std::vector<Colour> colours;
};

Rect skin_extent();

}  // namespace needlewise::ui
