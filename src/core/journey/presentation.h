// What staff show on a tablet, one idea a page, in its order: the steps of the visit, healing, then what the sheet of this person says.
#pragma once

#include <string>
#include <vector>

#include "core/journey/model.h"

namespace needlewise {

std::vector<Place> slides(const Content& content, const Model& model);

// Where the model's place is among them; their number when it is none of them.
std::size_t slide_at(const std::vector<Place>& all, const Place& place);

// The name of the staff page that shows one step of the visit: "show/cleanse".
std::string slide_name(const VisitStep& step);

// The names of the others: healing, which anybody may see, first; for the rest there must be a sheet.
inline constexpr std::string_view healing_slide = "show/healing";
inline constexpr std::string_view sheet_slides[] = {"show/seen",     "show/care-do", "show/care-leave", "show/plan",
                                                    "show/findings", "show/course",  "show/over-time",  "show/studies",
                                                    "show/compare",  "show/effort",  "show/ask",        "show/code"};
bool is_sheet_slide(std::string_view name);

}  // namespace needlewise
