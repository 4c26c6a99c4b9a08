// What must hold of everybody, each by a name. What they look at is what people read: pages, sheet, calendar file, brief, JSON.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/assessment.h"
#include "core/pages/page.h"

namespace needlewise::cover {

struct Case {
    const Content& content;
    const Answers& answers;
    Date today{};
    Assessment found;
    std::map<std::string, Page> pages;        // by path: the result with all its parts, the sheet, the brief
    std::map<std::string, std::string> said;  // the same as text, and "ics", "json"
};

Case case_of(const Content& content, const Answers& answers, Date today);

struct Invariant {
    std::string_view name;
    std::function<std::string(const Case&)> broken;  // what is wrong, or nothing
};

const std::vector<Invariant>& invariants();

}  // namespace needlewise::cover
