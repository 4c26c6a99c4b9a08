// Places and their addresses.
#include <algorithm>
#include <functional>

#include "core/form/flow.h"
#include "core/form/form_pages.h"
#include "core/journey/model.h"
#include "core/journey/presentation.h"
#include "core/letters.h"

namespace needlewise {

namespace {

// The first step of the address of every kind of page. A kind with `named` has pages below it.
struct Address {
    PageKind kind;
    std::string_view step;
    bool alone, named;  // whether the step alone, and the step with a name, lead somewhere
};

constexpr Address addresses[] = {
    {PageKind::home, "", true, false},           {PageKind::question, "questions", false, true},
    {PageKind::review, "review", true, false},   {PageKind::result, "result", true, true},
    {PageKind::learn, "learn", true, true},      {PageKind::sources, "sources", true, false},
    {PageKind::about, "about", true, false},     {PageKind::accessibility, "accessibility", true, false},
    {PageKind::staff, "staff", true, true},      {PageKind::help, "help", true, false},
    {PageKind::open, "open", true, false},       {PageKind::pack, "pack", true, false},
    {PageKind::gallery, "gallery", true, false}, {PageKind::settings, "settings", true, false},
    {PageKind::form, "form", true, true},        {PageKind::missing, "", false, true},
};

template <class Range, class Projection = std::identity>
bool lists(const Range& range, std::string_view name, Projection projection = {}) {
    return std::ranges::find(range, name, projection) != std::ranges::end(range);
}

bool is_form_page(const Form& form, std::string_view name) {
    if (name == "review" || name == "send") return true;
    const std::size_t count = form_pages(form.outline).size();
    for (std::size_t number = 1; number <= count; ++number)
        if (std::to_string(number) == name) return true;
    return false;
}

bool is_name(const Content& content, PageKind kind, std::string_view name) {
    switch (kind) {
        case PageKind::question: return page_of(content.questionnaire, name) != nullptr;
        case PageKind::result: return name == "sheet" || name == "send" || lists(result_parts(), name);
        case PageKind::learn:
            return name == "procedure" || name == "questions" ||
                   lists(content.topics, name, &Topic::id);  // the visit step by step and what to ask are no topics
        case PageKind::staff:
            return name == "brief" || name == healing_slide || is_sheet_slide(content, name) ||
                   std::ranges::any_of(content.visit, [&](const VisitStep& step) { return slide_name(step) == name; });
        case PageKind::form: return content.form && is_form_page(*content.form, name);
        default: return false;
    }
}

}  // namespace

std::string path_of(const Place& place) {
    if (place.kind == PageKind::missing) return place.name;
    const auto address = std::ranges::find(addresses, place.kind, &Address::kind);
    std::string path(address->step);
    if (address->named && !place.name.empty()) path += "/" + place.name;
    return path;
}

Place place_at(const Content& content, std::string_view path) {
    constexpr std::size_t longest = 200;
    Place missing{PageKind::missing, std::string(first_letters(path, longest))};
    const std::size_t slash = path.find('/');
    const auto address = std::ranges::find(addresses, path.substr(0, slash), &Address::step);
    if (address == std::ranges::end(addresses) || (address->kind == PageKind::gallery && !content.gallery)) return missing;
    const bool no_form = address->kind == PageKind::form && !content.form && content.form_problems.empty();
    if (no_form) return missing;
    if (slash == std::string_view::npos) return address->alone ? Place{address->kind, {}} : missing;
    const std::string_view name = path.substr(slash + 1);
    const bool known = address->named && !name.empty() && is_name(content, address->kind, name);
    if (!known) return missing;
    // Addresses of questions that share a page now still lead there.
    if (address->kind == PageKind::question) return {address->kind, page_of(content.questionnaire, name)->link_id};
    return {address->kind, std::string(name)};
}

Place shown_place(const Content& content, const Model& model) {
    const bool result = model.place.kind == PageKind::result,
               slide = model.place.kind == PageKind::staff && is_sheet_slide(content, model.place.name);
    if ((!result && !slide) || complete(content.questionnaire, model.answers, model.today)) return model.place;
    return result ? Place{PageKind::review, {}} : Place{PageKind::staff, {}};
}

const std::vector<std::string>& result_parts() {
    static const std::vector<std::string> parts = {"",          "course",  "visit",   "questions", "healing", "aftercare",
                                                   "over-time", "studies", "compare", "check",     "take"};
    return parts;
}

}  // namespace needlewise
