// A close patch of skin, computed: a lit height field whose colour comes from melanin and blood. What the healing time machine shows.
// Numbers in, colours out: the canvas shows them as a mesh, the plain skin and paper as an image. How things lie is made up and always
// the same; sizes are true to the millimetre, and what the signs and marks are at an hour comes from outside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/colour.h"

namespace needlewise {

// Where on the body. Also the name of the picture.
enum class SkinArea { face, body };
inline constexpr std::string_view skin_face = "skin-face", skin_body = "skin-body";

// How far something shows, 0 to 1: a sign ("redness", "swelling", "flaking", "bruising", "channels") or a mark that the person came with
// ("ice-pick", "lines", "stretch-red" …; assets/model/healing.json names them).
struct SkinPart {
    std::string part;
    double level = 0;
};

struct SkinPatch {
    SkinArea area = SkinArea::face;
    int tone = 3;  // 1 to 6
    std::vector<SkinPart> parts = {};
};

inline constexpr int skin_patch_width = 480, skin_patch_height = 300;  // the shape it is meant for

// Millimetres of skin from the left side to the right.
double millimetres_across(SkinArea area);

// What does not change from hour to hour: how the surface lies, and where everything may show.
struct SkinPoint {
    float relief = 0;             // pores and fine folds, mm
    float dent = 0;               // of the marks, mm; below 0: deeper
    float melanin = 0;            // of the marks: 0 none, below 0 paler
    float blood = 0;              // of the marks
    float smooth = 0;             // of the marks: how little of the fine folds is left, 0 to 1
    float patchy = 0;             // redness is uneven
    float bruise = 0;             // 0 to 1
    float channel = 0, halo = 0;  // a needle's way in, and around it
    float flake = 0;              // the level of flaking from which this point belongs to a scale; 1 or more: never
    float rim = 0;                // of a scale, 0 to 1
};

struct SkinField {
    SkinArea area = SkinArea::face;
    int width = 0, height = 0;
    std::vector<SkinPoint> points = {};  // row by row
};

// The field under the marks that show at all; their levels are for the colours.
SkinField skin_field(const SkinPatch& patch, int width, int height);

// A colour for every point. Marks are as deep as their level says.
std::vector<Colour> skin_colours(const SkinField& field, const SkinPatch& patch);

// Both at once.
std::vector<Colour> skin_colours(const SkinPatch& patch, int width, int height);

// Whether a part is a mark, not a sign of needling.
bool is_skin_mark(std::string_view part);

// "skin-face 5 redness=0.6667 ice-pick=1": what the document is told of a picture. An area that is not known is a face.
SkinPatch skin_patch_of(std::string_view image);
bool is_skin_patch(std::string_view image);

}  // namespace needlewise
