// Any lines as what the surroundings tell, what people type, where they go and what this device kept: actions or nothing, and after each
// a page that can be printed. Never a crash.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "content/load/load.h"
#include "core/form/answers_link.h"
#include "core/journey/told.h"
#include "core/journey/update.h"
#include "core/letters.h"
#include "core/pages/page.h"
#include "core/pages/print.h"

namespace {

using namespace needlewise;

Content small_content() {
    Content content;
    Item section{.link_id = "g", .text = {}};
    for (const ItemType type : {ItemType::date, ItemType::text, ItemType::choice}) {
        Item item{.link_id = "q" + std::to_string(section.children.size()), .text = {}, .type = type};
        if (type == ItemType::choice)
            for (const char* code : {"a", "b"}) item.options.push_back({.coding = {"", code}, .text = {}, .exclusive = false});
        section.children.push_back(std::move(item));
    }
    content.questionnaire.items.push_back(std::move(section));
    content.topics = {{"pain", ""}};
    content.languages = {"en", "de"};
    content.clinic = Clinic{};
    content.clinic->kiosk = Kiosk{.pin = "2468", .idle_minutes = 2};
    content.version = "fuzz";
    return content;
}

// "what value": the first word says which way in.
std::optional<Action> action_of(std::string_view what, std::string_view value) {
    const std::string text(value);
    if (what == "open") return OpenPage{text};
    if (what == "text") return EnterText{"q1", text};
    if (what == "link") return EnterText{"link", text};
    if (what == "pin") return EnterText{"pin", text};
    if (what == "unlock") return Unlock{};
    if (what == "enter") return OpenEntered{};
    if (what == "date") return EnterDate{"q0", text};
    if (what == "choose") return Choose{"q2", text};
    if (what == "continue") return Continue{};
    if (what == "back") return Back{};
    if (what == "kept") return TakeKept{text};
    return action_told(what, value);
}

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Content content = small_content();
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    Model model;
    model.today = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t space = line.find(' ');
        const std::string_view value = space == std::string_view::npos ? "" : line.substr(space + 1);
        demand(first_letters(value, 5).size() <= value.size());
        demand(letter_count(first_letters(value, 5)) <= 5);
        demand(on_one_line(value).find('\x1b') == std::string::npos);
        const auto action = action_of(line.substr(0, space), value);
        if (!action) continue;
        model = update(std::move(model), *action, content).model;
        print(make_page(content, model));
    }
    return 0;
}
