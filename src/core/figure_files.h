// The illustrations as they are read: the text of each drawing and how its parts move. src/ui draws them; assets/figures/README.md
// says what parts are.
#pragma once

#include <string>
#include <vector>

namespace needlewise {

// Where a part is at a moment of the showing; `at` from 0 to 1.
struct MotionPoint {
    double at = 0, value = 0;
};

struct PartMotion {
    std::string part;
    std::vector<MotionPoint> x, y, opacity;  // in order of `at`; empty: as drawn
};

struct FigureMotion {
    double seconds = 0;  // 0: does not move
    std::vector<PartMotion> parts;
};

struct FigureFile {
    std::string name, svg;
    FigureMotion motion;
};

}  // namespace needlewise
