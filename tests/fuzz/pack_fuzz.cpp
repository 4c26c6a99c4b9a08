// Any bytes as a clinic's pack: Problems, or a pack that can be checked, put into content and shown. Never a crash or a hang.
// 1. read the bytes, which may extend themselves; 2. what is refused names a Problem; 3. what is read is checked and told to the
// page; 4. where it fits the content below, pages are made of it, and its words go into another language.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/load/load.h"
#include "content/load/parts.h"
#include "content/pack/pack.h"
#include "core/pages/page.h"
#include "core/pages/print.h"

namespace {

using namespace needlewise;

constexpr std::string_view form = R"({"resourceType": "Questionnaire", "url": "urn:q", "item": [{"linkId": "g", "type": "group", "item": [
  {"linkId": "c", "type": "choice", "answerOption": [{"valueCoding": {"code": "a"}}, {"valueCoding": {"code": "b"}}]}]}]})";

const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

Content small_content() {
    Content content;
    const auto json = parse_json(form, "form");
    Log log{"form"};
    content.questionnaire = read_questionnaire(Reader(*json, log));
    content.languages = {"en", "de"};
    content.topics = {{"pain", ""}, {"risks", ""}};
    content.visit = {{"numb", {}, "visit.numb", {}, {}}};
    Number number;
    number.typical = 2;
    number.unit = "minute";
    content.numbers.emplace("visit.numb", number);
    number.unit = "week";
    for (const char* name : {"wait.toxin", "course.convention.interval"}) content.numbers.emplace(name, number);
    Rule rule;
    rule.wait = Wait{"", "wait.toxin"};
    content.rules.push_back(rule);
    content.version = "fuzz";
    return content;
}

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    is_pack(text);
    const auto pack = read_pack(text, "packs/a.json", [&](std::string_view) { return std::optional<std::string>(text); });
    if (!pack) {
        demand(!pack.error().empty());
        for (const Problem& problem : pack.error()) demand(to_line(problem).find('\n') == std::string::npos);
        return 0;
    }
    const Content content = small_content();
    check_pack(*pack, content, today);
    demand(parse_json(pack_for_page(*pack), "told").has_value());
    auto applied = apply_pack(content, *pack);
    if (!applied) {
        demand(!applied.error().empty());
        return 0;
    }
    Model model;
    model.today = today;
    for (const char* path : {"", "about", "help", "sources", "pack"}) {
        model.place = place_at(*applied, path);
        print(make_page(*applied, model));
    }
    Words words;
    words.language = "de";
    put_words(*pack, words);
    return 0;
}
