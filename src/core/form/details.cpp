#include "core/form/details.h"

#include <algorithm>

namespace needlewise {

const std::string& in_language(const std::string& text, const Translations& translations, std::string_view language) {
    const auto found = std::ranges::find(translations, language, &Translations::value_type::first);
    if (found != translations.end()) return found->second;
    const auto base = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
    const auto near = std::ranges::find_if(translations, [&](const auto& one) { return base(one.first) == base(language); });
    return near == translations.end() ? text : near->second;
}

bool Extent::may_hold(const Coding& coding) const {
    const Code code{coding.system, coding.code};
    if (std::ranges::binary_search(named, code)) return true;
    return (anything || std::ranges::binary_search(systems, coding.system)) && !std::ranges::binary_search(excluded, code);
}

}  // namespace needlewise
