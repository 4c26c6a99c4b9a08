// Where the person is, as a value and as the fragment of the address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/content.h"

namespace needlewise {

enum class PageKind {
    home,
    question,
    review,
    result,
    learn,
    sources,
    about,
    accessibility,
    settings,
    help,
    staff,
    open,     // answers come in by a link
    form,     // of anybody's questionnaire: its start (""), a page of it by its number, "review" or "send"
    pack,     // what is wrong with the clinic's pack, for those who look after it
    gallery,  // every component, for developers
    missing   // an address that names no page
};

// Where the person is. `name` is the linkId of a question page, the part of the result ("" is the overview), the topic of
// a learn page ("" is the list), the page for staff ("" is their start), the address that names nothing; else empty.
struct Place {
    PageKind kind = PageKind::home;
    std::string name;
    friend bool operator==(const Place&, const Place&) = default;
};

// "", "questions/goal", "review", "result/course", "learn/pain", "sources", "about", "help": the fragment of the address.
std::string path_of(const Place& place);
// PageKind::missing for anything that does not name a page of this content.
Place place_at(const Content& content, std::string_view path);

// The parts of the result in reading order: "", "course", "visit", "questions", "healing", "aftercare", "over-time", "studies", "compare",
// "check", "take". Two more belong to "take" and have no tab: "sheet", what is printed, and "send", what goes to the clinic.
const std::vector<std::string>& result_parts();

}  // namespace needlewise
