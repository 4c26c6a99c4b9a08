// Any bytes as a link with answers: a fault, or answers that survive being written and read again. Never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/answers_link.h"

namespace {

using namespace needlewise;

const Questionnaire& questionnaire() {
    static const Questionnaire made = [] {
        Questionnaire all;
        Item section{.link_id = "g", .text = {}};
        constexpr ItemType types[] = {ItemType::boolean, ItemType::integer, ItemType::decimal, ItemType::date,
                                      ItemType::string,  ItemType::text,    ItemType::choice};
        for (const ItemType type : types) {
            Item item{.link_id = "q" + std::to_string(section.children.size()), .text = {}, .type = type};
            if (type == ItemType::choice) {
                item.repeats = true;
                for (const char* code : {"a", "b", "none"})
                    item.options.push_back({.coding = {"", code}, .text = {}, .exclusive = *code == 'n'});
            }
            section.children.push_back(std::move(item));
        }
        all.items.push_back(std::move(section));
        return all;
    }();
    return made;
}

// The check at the end keeps out nearly all random bytes, so the same bytes are tried with a right one too.
std::string checked(std::string text) {
    for (int sign = 0; sign < 32 * 32 * 32; ++sign) {
        constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const std::string whole = text + "." + alphabet[static_cast<std::size_t>(sign >> 10)] +
                                  alphabet[static_cast<std::size_t>((sign >> 5) & 31)] + alphabet[static_cast<std::size_t>(sign & 31)];
        const auto opened = read_answers_link(questionnaire(), whole);
        if (opened || opened.error() != LinkFault::damaged) return whole;
    }
    return text;
}

void demand(bool holds) {
    if (!holds) std::abort();
}

void try_one(std::string_view link) {
    const auto opened = read_answers_link(questionnaire(), link);
    if (!opened) return;
    const std::string written = answers_text(questionnaire(), opened->answers);
    if (written.empty()) return;  // escaped, the words may be too long
    const auto again = read_answers_link(questionnaire(), answers_fragment(written));
    demand(again && again->answers == opened->answers && again->unknown.empty());
    demand(answers_text(questionnaire(), again->answers) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_one(text);
    constexpr std::size_t short_enough = 64;  // finding the right check takes a while
    if (size > 0 && size <= short_enough && data[0] % 16 == 0) try_one(checked("1." + std::string(text.substr(1))));
    return 0;
}
