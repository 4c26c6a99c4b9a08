#include "content/pack/checked.h"

#include <algorithm>
#include <iterator>

#include "content/pack/pack.h"
#include "content/writer.h"

namespace needlewise {

namespace {

void write_problems(JsonWriter& out, const Problems& problems) {
    out.list("problems", [&] {
        for (const Problem& problem : problems) {
            out.object([&] {
                out.field("severity", name_of(problem.severity));
                out.field("pointer", problem.pointer);
                out.field("what", problem.what);
                out.field("hint", problem.hint);
            });
        }
    });
}

}  // namespace

std::string checked_pack(std::string_view text, const Content& content, Date today) {
    const auto pack = read_pack(text, "");
    Problems problems = pack ? check_pack(*pack, content, today) : pack.error();
    if (pack) std::ranges::move(check_pack_form(*pack), std::back_inserter(problems));
    JsonWriter out;
    out.object([&] {
        out.field("used", pack && apply_pack(content, *pack).has_value());
        write_problems(out, problems);
    });
    return out.take();
}

std::string checked_form(std::string_view text) {
    auto form = read_form(text, "");
    JsonWriter out;
    out.object([&] {
        out.field("used", form.has_value());
        if (!form) return write_problems(out, form.error());
        const Outline outline(form->questionnaire);
        const auto questions = std::ranges::count_if(outline.entries(), [](const auto& entry) { return is_question(entry.item->type); });
        out.field("title", form->questionnaire.title);
        out.field("questions", static_cast<std::int64_t>(questions));
        write_problems(out, check_form(std::move(*form), ""));
    });
    return out.take();
}

}  // namespace needlewise
