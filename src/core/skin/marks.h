// The marks that people come with, in millimetres: what each does to a point of the field.
#pragma once

#include <string>
#include <vector>

#include "core/skin/skin.h"

namespace needlewise::skin {

// A place on the patch in millimetres, and how large the patch is.
struct At {
    float x = 0, y = 0, width = 0, height = 0;
};

// Those of these names that this program can draw; others are left out.
void add_marks(const std::vector<std::string>& names, const At& at, SkinPoint& point);

}  // namespace needlewise::skin
