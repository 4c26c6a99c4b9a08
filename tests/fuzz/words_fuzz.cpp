// Any bytes as a file of words: Problems, or words that every page can be said in. Never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/load/load.h"
#include "core/pages/page.h"
#include "core/pages/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace needlewise;
    auto words = load_language(std::string_view(reinterpret_cast<const char*>(data), size), "de");
    if (!words) {
        if (words.error().empty()) std::abort();
        for (const Problem& problem : words.error())
            if (to_line(problem).find('\n') != std::string::npos) std::abort();
        return 0;
    }
    Content content;
    content.version = "fuzz";
    content.topics = {{"pain", ""}};
    content.words = std::move(*words);
    Model model;
    model.today = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
    for (const char* path : {"", "about", "help", "learn", "staff", "nowhere"}) {
        model.place = place_at(content, path);
        print(make_page(content, model));
    }
    return 0;
}
