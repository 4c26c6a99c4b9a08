#include "content/pack/checked.h"

#include "content/pack/pack.h"
#include "content/writer.h"

namespace needlewise {

std::string checked_pack(std::string_view text, const Content& content, Date today) {
    const auto pack = read_pack(text, "");
    const Problems problems = pack ? check_pack(*pack, content, today) : pack.error();
    JsonWriter out;
    out.object([&] {
        out.field("used", pack && apply_pack(content, *pack).has_value());
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
    });
    return out.take();
}

}  // namespace needlewise
