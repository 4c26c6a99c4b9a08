// What staff show on a tablet, in its order: the steps of the visit one by one, healing, then the parts of the person's sheet.
#pragma once

#include <vector>

#include "core/journey/model.h"

namespace needlewise {

std::vector<Place> slides(const Content& content, const Model& model);

// Where the model's place is among them; their number when it is none of them.
std::size_t slide_at(const std::vector<Place>& all, const Place& place);

// The name of the staff page that shows one step of the visit: "show/cleanse".
std::string slide_name(const VisitStep& step);

}  // namespace needlewise
