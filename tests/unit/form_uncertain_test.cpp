// What cannot be told here is no error: conditions in FHIRPath, value sets that are not all in the file, types there are not.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;
using forms::said;

const std::string expression =
    R"("extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
       "valueExpression": {"language": "text/fhirpath", "expression": "false"}}])";

TEST(Uncertain, what_may_not_be_asked_is_not_missed_for_certain) {
    EXPECT_EQ(said(R"({"linkId": "q", "type": "string", "required": true, )" + expression + "}", ""),
              "warning required : \"q\" is required and not answered\n");
    const std::string group = R"({"linkId": "g", "type": "group", "required": true, )" + expression +
                              R"(, "item": [{"linkId": "q", "type": "string", "required": true},
                                            {"linkId": "h", "type": "group", "required": true, "item": [{"linkId": "i", "type": "string"}]},
                                            {"linkId": "j", "type": "boolean", "item": [{"linkId": "k", "type": "string", "required": true}]}]},
                                 {"linkId": "z", "type": "string", "required": true})";
    const std::string z = answer("z", {R"("valueString": "x")"});
    EXPECT_EQ(said(group, z), "warning required : the group \"g\" is required and empty\n");
    EXPECT_EQ(said(group, R"({"linkId": "g", "item": [)" + answer("j", {R"("valueBoolean": true)"}) + "]}"),
              "warning required /item/0: \"q\" is required and not answered\n"
              "warning required /item/0: the group \"h\" is required and empty\n"
              "warning required /item/0/item/0/answer/0: \"k\" is required and not answered\n"
              "error required : \"z\" is required and not answered\n")
        << "what stands beside it is";
    const std::string several = R"({"linkId": "q", "type": "string", "repeats": true, "required": true, "extension": [)" +
                                expression.substr(expression.find('[') + 1, expression.rfind(']') - expression.find('[') - 1) +
                                R"(, {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 2}]})";
    EXPECT_EQ(said(several, answer("q", {R"("valueString": "x")"})), "warning required /item/0: \"q\" has 1 answer\n");
    EXPECT_TRUE(said(several, answer("q", {R"("valueInteger": 1)"})).starts_with("error structure"))
        << "an answer is right or wrong all the same";
    EXPECT_TRUE(forms::lint_of(several).starts_with("warning not-supported /item/0: ")) << "and it stays reported";
}

TEST(Uncertain, nothing_answers_a_question_of_a_type_there_is_not) {
    for (const char* type : {"", R"(, "type": "foo")"}) {
        const std::string form = R"({"linkId": "q", "required": true)" + std::string(type) + "}";
        EXPECT_EQ(said(form, ""), "") << "so none is missed";
        EXPECT_EQ(
            said(form, answer("q", {R"("valueString": "x")"})),
            "error structure /item/0/answer/0/valueString: \"q\" is of no type that FHIR R4 has, so nothing can be an answer to it\n");
    }
}

TEST(Uncertain, a_file_of_unsaid_type_does_not_keep_to_types) {
    const std::string form =
        R"({"linkId": "q", "type": "attachment", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/mimeType", "valueCode": "image/png"}]})";
    EXPECT_EQ(said(form, answer("q", {R"("valueAttachment": {"url": "urn:a"})"})),
              "error value /item/0/answer/0/valueAttachment: the file does not say of what type it is\n");
    EXPECT_EQ(said(form, answer("q", {R"("valueAttachment": {"url": "urn:a", "contentType": "image/png"})"})), "");
}

std::string enabled_of(std::string_view items, std::string_view answers) {
    const auto form = read_form(forms::questionnaire(items), "q");
    auto given = read_form_response(forms::response(answers), "r");
    if (!form || !given) return "unreadable";
    const Outline outline(form->questionnaire);
    return enabled_json(outline, Tree(outline, given->response, given->issues));
}

TEST(Uncertain, a_linkId_that_stands_twice_is_enabled_where_any_is) {
    const std::string off = R"("enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}])";
    const std::string one = R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string", )" + off + "}]}",
                      other = R"({"linkId": "h", "type": "group", "item": [{"linkId": "a", "type": "string"}]})",
                      b = R"({"linkId": "b", "type": "boolean"})";
    EXPECT_TRUE(enabled_of(one + "," + other + "," + b, "").contains("\"a\": true"));
    EXPECT_TRUE(enabled_of(one + "," + b, "").contains("\"a\": false"));
    EXPECT_EQ(enabled_of(R"({"type": "string"})", ""), "{}\n") << "what has no linkId has no key";
}

}  // namespace
}  // namespace needlewise
