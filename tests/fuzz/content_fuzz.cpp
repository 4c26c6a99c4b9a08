// Any bytes as a bundle of content: Problems, or a Content that can be checked, assessed and printed. Never a crash.
// 1. load the bytes as the web's bundle; 2. what loads is checked; 3. an assessment and three pages are made of it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/check/check.h"
#include "content/exchange/assessment_json.h"
#include "content/load/load.h"
#include "core/pages/page.h"
#include "core/pages/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace needlewise;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto content = load_bundle(text, R"({"format.range": "{low}–{high}"})", "en");
    if (!content) {
        if (content.error().empty()) std::abort();
        return 0;
    }
    check(*content);
    Model model;
    model.today = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
    for (const Item& section : content->questionnaire.items) {
        for (const Item& item : section.children) {
            if (!item.options.empty()) model.answers.set(item.link_id, {item.options.front().coding});
        }
    }
    assessment_json(*content, assess(*content, model.answers, model.today), {}, "fuzz");
    for (const char* path : {"", "result/course", "help"}) {
        model.place = place_at(*content, path);
        print(make_page(*content, model));
    }
    return 0;
}
