// Any bytes as anybody's questionnaire and a response to it, the two parted by a line of "----". Problems or issues, never a crash.
// 1. each that cannot be read names a Problem with a remedy; 2. what is read is linted, laid out, evaluated and validated; 3. what goes
// out is JSON; 4. a response written out and read again says the same; 5. an answer that changes nothing leaves everything as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/form/form.h"
#include "content/json.h"
#include "core/form/lint.h"
#include "core/form/start.h"
#include "core/form/validate.h"

namespace {

using namespace needlewise;

void demand(bool holds) {
    if (!holds) std::abort();
}

template <class T>
bool refused(const Result<T>& result) {
    if (result) return false;
    demand(!result.error().empty());
    for (const Problem& problem : result.error()) demand(!problem.what.empty() && !problem.hint.empty());
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view line = "\n----\n";
    const std::size_t parted = text.find(line);
    auto form = read_form(text.substr(0, parted), "form");
    auto answers = read_form_response(parted == std::string_view::npos ? text : text.substr(parted + line.size()), "answers");
    const bool no_form = refused(form), no_answers = refused(answers);
    if (no_form) return 0;
    const Questionnaire& questionnaire = form->questionnaire;
    const Outline outline(questionnaire);
    lint(questionnaire, outline, form->issues);
    if (no_answers) answers = ReadResponse{start(questionnaire), {}};
    Tree tree(outline, answers->response, answers->issues);
    validate(questionnaire, answers->response, tree, Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}},
             answers->issues);
    demand(parse_json(outcome_json(answers->issues, form->issues), "out", {.bytes = 64u << 20}).has_value());
    const std::string enabled = enabled_json(outline, tree);
    demand(parse_json(enabled, "out").has_value());
    total_score(tree);
    for (std::size_t node = 1; node < tree.nodes().size() && node < 50; ++node)
        if (!tree.nodes()[node].is_answer) tree.answer_changed(node);
    demand(enabled_json(outline, tree) == enabled);
    const std::string written = write_form_response(answers->response);
    const auto again = read_form_response(written, "again");
    demand(again.has_value());
    demand(write_form_response(again->response) == written);
    return 0;
}
