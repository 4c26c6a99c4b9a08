// What staff show on a tablet, one idea a page, in its order: the steps of the visit, healing, then what the sheet of this person says.
#pragma once

#include <string>
#include <vector>

#include "core/journey/model.h"

namespace needlewise {

std::vector<Place> slides(const Content& content, const Model& model);

// Where the model's place is among them; their number when it is none of them.
std::size_t slide_at(const std::vector<Place>& all, const Place& place);

// The names of the staff pages that show one step of the visit, "show/cleanse", and one question of the quiz, "show/check-redness".
std::string slide_name(const VisitStep& step);
std::string slide_name(const CheckQuestion& question);

// The names of the others: healing, which anybody may see; what needs a sheet; and last, where there is an address for it, its code.
inline constexpr std::string_view healing_slide = "show/healing", slide_of_code = "show/code";
inline constexpr std::string_view sheet_slides[] = {"show/seen",    "show/care-do",  "show/care-leave", "show/help",
                                                    "show/plan",    "show/findings", "show/course",     "show/over-time",
                                                    "show/studies", "show/compare",  "show/effort",     "show/ask"};
bool is_sheet_slide(const Content& content, std::string_view name);  // and the quiz is about it too

}  // namespace needlewise
