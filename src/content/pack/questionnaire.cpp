// The FHIR questionnaire a clinic brings for people to fill in: all of it, or where it is fetched from.
#include <array>

#include "content/form/parts.h"
#include "content/pack/parts.h"

namespace needlewise {

namespace {

constexpr std::array places{Word<bool>{"instead", false}, Word<bool>{"after", true}};
constexpr std::string_view here = "/questionnaire/resource";

// https, or a place beside the pack; which servers may be asked the page around the program knows.
std::string read_address(const Reader& in) {
    constexpr std::size_t longest = 500;
    std::string url = read_text(in, "url", longest);
    const bool beside = !url.starts_with("//") && url.find_first_of(" :\\\"<>#") == std::string::npos;
    if (url.empty() || beside || is_https(url)) return url;
    in.problem_at("url", "not an https address and no file beside the pack", "https://… or, for example, \"intake.json\"");
    return {};
}

std::optional<ReadForm> read_resource(const Reader& resource) {
    auto read = read_form_json(resource.json(), resource.file());
    if (read) return std::move(*read);
    for (const Problem& problem : read.error())
        resource.problem((problem.pointer.empty() ? "" : problem.pointer + ": ") + problem.what, problem.hint);
    return std::nullopt;
}

}  // namespace

std::optional<PackForm> read_pack_form(const Reader& in) {
    if (!in.object({"url", "resource", "place"})) return std::nullopt;
    PackForm form;
    if (in.has("place")) form.after = in.word("place", places);
    form.url = read_address(in);
    in.part("resource", [&](const Reader& resource) { form.read = read_resource(resource); });
    if (in.has("url") == in.has("resource"))
        in.problem("a questionnaire is either \"url\" or \"resource\"", "name one of them: where it is, or all of it");
    return form;
}

Problems check_pack_form(const Pack& pack) {
    Problems problems;
    if (!pack.form || !pack.form->read) return problems;
    problems = check_form(*pack.form->read, pack.file);
    for (Problem& problem : problems) problem.pointer.insert(0, here);
    return problems;
}

}  // namespace needlewise
