#include "core/content.h"

#include <algorithm>

namespace needlewise {

const Number* Content::number(std::string_view name) const {
    const auto found = numbers.find(name);
    return found == numbers.end() ? nullptr : &found->second;
}

void add_sources(std::vector<std::string>& sources, const std::vector<std::string>& more) {
    for (const std::string& id : more)
        if (std::ranges::find(sources, id) == sources.end()) sources.push_back(id);
}

}  // namespace needlewise
