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

}  // namespace needlewise
