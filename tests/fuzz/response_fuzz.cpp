// Any bytes as a QuestionnaireResponse: Problems, or answers that survive writing and reading. Never a crash.
// 1. read the bytes against the questionnaire below; 2. what is refused names at least one Problem; 3. what is read is written,
// read again and must be the same, hidden answers aside; 4. written once more it is the same text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/exchange/response.h"
#include "content/load/parts.h"

namespace {

using namespace needlewise;

constexpr std::string_view form = R"({"resourceType": "Questionnaire", "url": "urn:q", "item": [{"linkId": "g", "type": "group", "item": [
  {"linkId": "c", "type": "choice", "repeats": true, "answerOption": [{"valueCoding": {"code": "a"}}, {"valueCoding": {"code": "b"}}], "item": [{"linkId": "t", "type": "text"}]},
  {"linkId": "b", "type": "boolean"}, {"linkId": "i", "type": "integer"}, {"linkId": "d", "type": "decimal"}, {"linkId": "y", "type": "date"},
  {"linkId": "s", "type": "string", "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}]}]}]})";

const Questionnaire& questionnaire() {
    static const Questionnaire read = [] {
        const auto json = parse_json(form, "form");
        Log log{"form"};
        return read_questionnaire(Reader(*json, log));
    }();
    return read;
}

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto answers = read_response(questionnaire(), text, "fuzz");
    if (!answers) {
        demand(!answers.error().empty());
        for (const Problem& problem : answers.error()) demand(to_line(problem).find('\n') == std::string::npos);
        return 0;
    }
    const std::string written = write_response(questionnaire(), answers->answers, true);
    const auto again = read_response(questionnaire(), written, "written");
    demand(again.has_value());
    demand(again->answers == effective_answers(questionnaire(), answers->answers));
    demand(write_response(questionnaire(), again->answers, true) == written);
    return 0;
}
