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

TEST(Uncertain, a_required_group_is_missed_only_where_something_in_it_is_asked) {
    const auto group = [](const std::string& items) {
        return R"({"linkId": "b", "type": "boolean"}, {"linkId": "g", "type": "group", "required": true, "item": [)" + items + "]}";
    };
    const std::string missed = "required : the group \"g\" is required and empty\n";
    const std::string when = R"("enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}])";
    const std::string question = R"({"linkId": "q", "type": "string")", words = R"({"linkId": "d", "type": "display"})";
    const auto within = [](const std::string& items) { return R"({"linkId": "h", "type": "group", "item": [)" + items + "]}"; };
    EXPECT_EQ(said(group(question + "}"), ""), "error " + missed);
    EXPECT_EQ(said(group(words + "," + within(question + "}")), ""), "error " + missed);
    EXPECT_EQ(said(group(words), ""), "") << "words alone cannot be answered";
    EXPECT_EQ(said(group(words), R"({"linkId": "g"})"), "");
    EXPECT_EQ(said(group(question + "," + when + "}"), ""), "") << "nor can what is not asked";
    EXPECT_EQ(said(group(within(question + "," + when + "}")), ""), "");
    EXPECT_EQ(said(group(question + "," + when + "}"), answer("b", {R"("valueBoolean": true)"})), "error " + missed);
    EXPECT_EQ(said(group(R"({"linkId": "q", "type": "foo"})"), ""), "") << "nor what is of no type";
    EXPECT_EQ(said(group(question + "," + expression + "}"), ""), "warning " + missed) << "and here nobody can tell";
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

std::string said_with(std::string_view compose, std::string_view coding, std::string_view type = "choice") {
    return forms::said_of(
        R"({"resourceType": "Questionnaire", "url": "urn:q", "status": "active", "contained": [
            {"resourceType": "ValueSet", "id": "v", "compose": {)" +
            std::string(compose) + R"(}},
            {"resourceType": "ValueSet", "id": "w", "compose": {"include": [{"system": "urn:s", "concept": [{"code": "a"}, {"code": "b"}]}]}}],
            "item": [{"linkId": "q", "type": ")" +
            std::string(type) + R"(", "answerValueSet": "#v"}]})",
        forms::response(answer("q", {coding})));
}
std::string coding(std::string_view system, std::string_view code) {
    return R"("valueCoding": {"system": ")" + std::string(system) + R"(", "code": ")" + std::string(code) + "\"}";
}

TEST(Uncertain, a_coding_that_is_in_no_part_of_a_value_set_is_wrong) {
    const auto outside = [](std::string_view compose, std::string_view system, std::string_view code) {
        const std::string said = said_with(compose, coding(system, code));
        EXPECT_TRUE(said.empty() || said.starts_with("error code-invalid /item/0/answer/0/valueCoding: ")) << said;
        return !said.empty();
    };
    constexpr const char* whole = R"("include": [{"system": "urn:s"}])";
    EXPECT_FALSE(outside(whole, "urn:s", "any"));
    EXPECT_TRUE(outside(whole, "urn:t", "any"));
    EXPECT_NE(said_with(whole, R"("valueCoding": {"code": "any"})"), "") << "a code has its meaning in its system";
    constexpr const char* filtered =
        R"("include": [{"system": "urn:s", "filter": [{"property": "p", "op": "=", "value": "v"}]}, {"system": "urn:t", "concept": [{"code": "x"}]}])";
    EXPECT_FALSE(outside(filtered, "urn:s", "any"));
    EXPECT_FALSE(outside(filtered, "urn:t", "x"));
    EXPECT_TRUE(outside(filtered, "urn:t", "y"));
    constexpr const char* without = R"("include": [{"system": "urn:s"}], "exclude": [{"system": "urn:s", "concept": [{"code": "bad"}]}])";
    EXPECT_FALSE(outside(without, "urn:s", "good"));
    EXPECT_TRUE(outside(without, "urn:s", "bad"));
    constexpr const char* far =
        R"("include": [{"valueSet": ["http://far"]}], "exclude": [{"system": "urn:s", "concept": [{"code": "bad"}]}])";
    EXPECT_FALSE(outside(far, "urn:t", "any"));
    EXPECT_TRUE(outside(far, "urn:s", "bad"));
    constexpr const char* far_too = R"("include": [{"system": "urn:s", "concept": [{"code": "a"}]}, {"valueSet": ["http://far"]}])";
    EXPECT_FALSE(outside(far_too, "urn:t", "any"));
    constexpr const char* both = R"("include": [{"system": "urn:s", "filter": [{}], "valueSet": ["#w"]}])";
    EXPECT_FALSE(outside(both, "urn:s", "a"));
    EXPECT_TRUE(outside(both, "urn:s", "c")) << "it is not in the other";
    constexpr const char* far_and = R"("include": [{"system": "urn:s", "valueSet": ["http://far"]}])";
    EXPECT_FALSE(outside(far_and, "urn:s", "any"));
    EXPECT_TRUE(outside(far_and, "urn:t", "any"));
    constexpr const char* unsure = R"("include": [{"valueSet": ["#w"]}], "exclude": [{"valueSet": ["#w", "http://far"]}])";
    EXPECT_FALSE(outside(unsure, "urn:s", "a")) << "nobody knows whether it is excluded";
    EXPECT_TRUE(outside(unsure, "urn:s", "c"));
    constexpr const char* again =
        R"("include": [{"valueSet": ["#w"]}, {"system": "urn:s"}], "exclude": [{"system": "urn:s", "concept": [{"code": "a"}]}])";
    EXPECT_TRUE(outside(again, "urn:s", "a"));
    EXPECT_FALSE(outside(again, "urn:s", "b"));
    constexpr const char* no_system = R"("include": [{"system": "urn:s"}, {"system": "urn:t"}], "exclude": [{"system": "urn:t"}])";
    EXPECT_FALSE(outside(no_system, "urn:s", "any"));
    EXPECT_TRUE(outside(no_system, "urn:t", "any"));
    EXPECT_EQ(said_with(whole, R"("valueString": "words")", "open-choice"), "");
}

TEST(Uncertain, a_file_of_unsaid_type_does_not_keep_to_types) {
    const std::string form =
        R"({"linkId": "q", "type": "attachment", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/mimeType", "valueCode": "image/png"}]})";
    EXPECT_EQ(said(form, answer("q", {R"("valueAttachment": {"url": "urn:a"})"})),
              "error value /item/0/answer/0/valueAttachment: the file does not say of what type it is\n");
    EXPECT_EQ(said(form, answer("q", {R"("valueAttachment": {"url": "urn:a", "contentType": "image/png"})"})), "");
}

TEST(Uncertain, words_as_a_coding_are_words) {
    const std::string options = R"(, "answerOption": [{"valueCoding": {"code": "a"}}]})";
    const auto with = [&](const char* type, const char* value) {
        return said(R"({"linkId": "q", "type": ")" + std::string(type) + "\"" + options, answer("q", {value}));
    };
    EXPECT_EQ(with("open-choice", R"("valueString": "other")"), "");
    EXPECT_EQ(with("open-choice", R"("valueCoding": {"display": "other"})"),
              "warning value /item/0/answer/0/valueCoding: \"other\" is only words in a Coding\n");
    EXPECT_TRUE(with("choice", R"("valueCoding": {"display": "other"})").starts_with("error code-invalid "));
    EXPECT_TRUE(with("open-choice", R"("valueCoding": {"code": "b", "display": "other"})").starts_with("error code-invalid "));
}

TEST(Uncertain, a_text_of_blanks_says_nothing) {
    const std::string form = R"({"linkId": "q", "type": "text"})";
    EXPECT_EQ(said(form, answer("q", {R"("valueString": " x ")"})), "");
    EXPECT_EQ(said(form, answer("q", {R"("valueString": "  ")"})),
              "warning value /item/0/answer/0/valueString: a text of nothing but blanks\n");
}

TEST(AnswerConstraint, says_what_may_be_answered_beside_the_options) {
    const auto with = [](std::string_view type, std::string_view constraint, std::string_view option, std::string_view value) {
        return said(
            R"({"linkId": "q", "type": ")" + std::string(type) +
                R"(", "extension": [{"url": "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint", "valueCode": ")" +
                std::string(constraint) + R"("}], "answerOption": [{)" + std::string(option) + "}]}",
            answer("q", {value}));
    };
    const std::string a = R"("valueCoding": {"code": "a"})", b = R"("valueCoding": {"code": "b"})", words = R"("valueString": "x")";
    for (const char* type : {"choice", "open-choice"}) {
        EXPECT_EQ(with(type, "optionsOrType", a, b), "") << type;
        EXPECT_EQ(with(type, "optionsOrString", a, words), "") << type;
        EXPECT_NE(with(type, "optionsOrString", a, b), "") << type;
        EXPECT_NE(with(type, "optionsOnly", a, b), "") << type;
    }
    EXPECT_NE(with("choice", "optionsOrType", a, words), "");
    EXPECT_NE(with("choice", "optionsOnly", a, words), "");
    const std::string one = R"("valueInteger": 1)", two = R"("valueInteger": 2)";
    EXPECT_NE(with("integer", "optionsOnly", one, two), "");
    EXPECT_EQ(with("integer", "optionsOrType", one, two), "");
    EXPECT_NE(with("integer", "optionsOrString", one, two), "");
    EXPECT_EQ(with("integer", "optionsOrString", one, words), "");
    const Questionnaire form = forms::read(
        R"({"linkId": "q", "type": "choice", "extension": [{"url": "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint", "valueCode": "optionsOrString"}],
            "answerOption": [{"valueCoding": {"code": "a"}}], "initial": []})");
    EXPECT_EQ(form.items[0].type, ItemType::open_choice) << "it is drawn as one";
    EXPECT_TRUE(form.items[0].notices.empty());
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
