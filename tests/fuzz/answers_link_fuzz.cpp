// Any bytes as a link with answers: a fault, or answers that survive being written and read again. Never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/form/answers_link.h"

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
    try_one(with_check("1." + std::string(text)));  // the check at the end keeps out nearly all random bytes
    return 0;
}
