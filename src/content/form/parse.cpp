// JSON of forms: bounds, and a remedy for whatever keeps a file from being read.
#include <utility>

#include "content/form/parts.h"

namespace needlewise {

namespace {

constexpr JsonLimits form_limits{.bytes = 16u << 20, .depth = 400, .exact = true};

std::string remedy_for(const Problem& problem) {
    if (problem.what.starts_with("larger than")) return "leave the data of attachments out, or split the file";
    if (problem.what.starts_with("nested deeper")) return "no form needs so many levels; take some out";
    if (problem.what.contains("UTF-8")) return "save the file as UTF-8";
    if (problem.what.contains("number is too large")) return "write a number of at most 300 places";
    if (problem.what.starts_with("not JSON")) return "correct the text at this place; the file may be cut off";
    return "correct this place";
}

}  // namespace

Result<Json> parse_form(std::string_view text, std::string_view file, Problems* twice) {
    auto json = parse_json(text, file, form_limits, twice);
    if (json) return json;
    for (Problem& problem : json.error())
        if (problem.hint.empty()) problem.hint = remedy_for(problem);
    return json;
}

std::optional<Problem> other_resource(const Reader& in, std::string_view wanted) {
    const std::string expected = "expected a " + std::string(wanted) + ", found ";
    const std::string hint = "give a FHIR R4 " + std::string(wanted) + " in JSON";
    if (!in.json().is_object()) return Problem{Severity::error, in.file(), "", expected + std::string(kind_of(in.json())), hint};
    const auto type = in.maybe<std::string>("resourceType");
    if (!type) return Problem{Severity::error, in.file(), "", "\"resourceType\" is missing", hint};
    if (*type != wanted) return Problem{Severity::error, in.file(), "/resourceType", expected + "\"" + *type + "\"", hint};
    return std::nullopt;
}

void add_problems(Log& log, Issues& issues) {
    for (Problem& problem : log.take())
        issues.add({problem.severity, IssueType::structure, std::move(problem.pointer), std::move(problem.what), std::move(problem.hint)});
}

}  // namespace needlewise
