#include "content/exchange/exports.h"

#include <cstdint>

#include "content/exchange/response.h"
#include "content/writer.h"
#include "core/form/answers_link.h"
#include "core/form/flow.h"
#include "core/pages/parts.h"
#include "core/pages/print.h"

namespace needlewise {

namespace {

std::uint64_t hash(std::uint64_t seed, std::string_view text) {
    std::uint64_t value = seed ^ 14695981039346656037ull;  // FNV-1a
    for (const char letter : text) value = (value ^ static_cast<unsigned char>(letter)) * 1099511628211ull;
    return value;
}

// A UUID made of what is in the file (version 8 of RFC 9562): the same answers on the same day have the same one, and it tells
// nothing that the file does not.
std::string uuid_of(std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-8xxx-9xxx-xxxxxxxxxxxx", digits = "0123456789abcdef";
    constexpr int bits = 4, digits_each = 16;
    std::uint64_t values[] = {hash(1, text), hash(2, text)};
    std::string uuid;
    int made = 0;
    for (const char place : form) {
        if (place != 'x') {
            uuid += place;
            continue;
        }
        std::uint64_t& value = values[made++ / digits_each];
        uuid += digits[value & 15u];
        value >>= bits;
    }
    return uuid;
}

}  // namespace

std::string fhir_bundle(const Content& content, const Answers& answers, Date authored) {
    // Not answers_text, which is empty where free words are too long for a link: others' would have the same name.
    const std::string same =
        kept_text(content.questionnaire, effective_answers(content.questionnaire, answers)) + iso_date(authored) + content.version;
    const bool completed = complete(content.questionnaire, answers, authored);
    JsonWriter out;
    out.object([&] {
        out.field("resourceType", "Bundle");
        out.object("meta", [&] {
            out.list("tag", [&] {
                out.object([&] {
                    out.field("system", "urn:needlewise:content-version");
                    out.field("code", content.version);
                });
            });
        });
        out.field("type", "collection");
        out.list("entry", [&] {
            out.object([&] {
                out.field("fullUrl", "urn:uuid:" + uuid_of(same));
                out.object("resource", [&] { write_response(out, content, answers, completed, authored); });
            });
        });
    });
    return out.take();
}

std::string sheet_text(const Content& content, const Model& model) {
    const Assessment found = assess(content, model.answers, model.today);
    if (!found.complete()) return {};
    Page page{.place = model.place, .title = say(content, "app.name").text, .language = content.words.language, .nodes = {}};
    page.nodes = sheet_words(content, model, found);
    return print(page);
}

std::optional<SavedFile> saved_file(const Content& content, const Model& model, std::string_view format) {
    if (!complete(content.questionnaire, model.answers, model.today)) return std::nullopt;
    if (format == "fhir") return SavedFile{"answers.json", fhir_bundle(content, model.answers, model.today)};
    if (format == "text") return SavedFile{"sheet.txt", sheet_text(content, model)};
    if (format != "ics") return std::nullopt;
    std::string calendar = calendar_file(content, assess(content, model.answers, model.today), model.today);
    if (calendar.empty()) return std::nullopt;
    return SavedFile{"days.ics", std::move(calendar)};
}

}  // namespace needlewise
