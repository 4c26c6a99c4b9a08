// A value with an expression in it or beside it is to be worked out: what stands there until then limits nothing, and that is said once.
#include <gtest/gtest.h>

#include <algorithm>

#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;
using forms::said;

const std::string core = "http://hl7.org/fhir/StructureDefinition/";

std::string expression(std::string_view name) {
    return R"("extension": [{"url": ")" + core + std::string(name) +
           R"(", "valueExpression": {"language": "text/fhirpath", "expression": "%n"}}])";
}

struct Case {
    const char* name;
    std::string fields;  // CQF stands for the expression
    std::string given;   // what breaks the value that stands there
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

std::string with(std::string text, const std::string& instead) {
    for (std::size_t at = text.find("CQF"); at != std::string::npos; at = text.find("CQF")) text.replace(at, 3, instead);
    return text;
}

std::string extended(const std::string& url, const std::string& value) {
    return R"(, "extension": [{"url": ")" + url + R"(", )" + value + "}]";
}

const std::string text = R"("type": "string")", abc = answer("q", {R"("valueString": "abc")"});
const std::string twice = answer("q", {R"("valueString": "a")", R"("valueString": "b")"});
const std::string half_a_kilo = answer("q", {R"("valueQuantity": {"value": 0.5, "system": "http://unitsofmeasure.org", "code": "kg"})"});
const std::string least = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity";

class WorkedOut : public testing::TestWithParam<Case> {};

TEST_P(WorkedOut, limits_nothing_and_is_said_once) {
    for (const char* name : {"cqf-expression", "cqf-calculatedValue"}) {
        const std::string form = R"({"linkId": "q", )" + with(GetParam().fields, expression(name)) + "}";
        EXPECT_EQ(said(form, GetParam().given), "");
        const std::string words = forms::lint_of(form);
        EXPECT_EQ(std::ranges::count(words, '\n'), 1) << words;
        EXPECT_TRUE(words.starts_with("warning not-supported /item/0: ") && words.contains("FHIRPath")) << words;
    }
    const std::string plain = R"({"linkId": "q", )" + with(GetParam().fields, R"("id": "x")") + "}";
    EXPECT_TRUE(said(plain, GetParam().given).contains("error ")) << "without an expression it counts";
}

INSTANTIATE_TEST_SUITE_P(
    Everywhere, WorkedOut,
    testing::Values(
        Case{"maxLength", text + R"(, "maxLength": 1, "_maxLength": {CQF})", abc},
        Case{"required", text + R"(, "required": true, "_required": {CQF})", ""},
        Case{"repeats", text + R"(, "repeats": false, "_repeats": {CQF})", twice},
        Case{"minValue", R"("type": "integer")" + extended(core + "minValue", R"("valueInteger": 5, "_valueInteger": {CQF})"),
             answer("q", {R"("valueInteger": 1)"})},
        Case{"maxValue", R"("type": "date")" + extended(core + "maxValue", R"("valueDate": "2020-01-01", "_valueDate": {CQF})"),
             answer("q", {R"("valueDate": "2021-01-01")"})},
        Case{"quantity",
             R"("type": "quantity")" +
                 extended(least, R"("valueQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "kg", CQF})"),
             half_a_kilo},
        Case{"number_of_quantity",
             R"("type": "quantity")" +
                 extended(least, R"("valueQuantity": {"value": 1, "_value": {CQF}, "system": "http://unitsofmeasure.org", "code": "kg"})"),
             half_a_kilo},
        Case{"maxOccurs",
             text + R"(, "repeats": true)" + extended(core + "questionnaire-maxOccurs", R"("valueInteger": 1, "_valueInteger": {CQF})"),
             twice},
        Case{"minOccurs",
             text + R"(, "repeats": true, "required": true)" +
                 extended(core + "questionnaire-minOccurs", R"("valueInteger": 2, "_valueInteger": {CQF})"),
             abc},
        Case{"regex", text + extended(core + "regex", R"("valueString": "[0-9]+", "_valueString": {CQF})"), abc},
        Case{"mimeType",
             R"("type": "attachment", "extension": [{"url": ")" + core + R"(mimeType", "valueCode": "image/png"}, {"url": ")" + core +
                 R"(mimeType", "valueCode": "image/jpeg", "_valueCode": {CQF}}])",
             answer("q", {R"("valueAttachment": {"contentType": "a/b", "url": "http://x.org"})"})},
        Case{"unit",
             R"("type": "quantity")" + extended(core + "questionnaire-unitOption",
                                                R"("valueCoding": {"system": "http://unitsofmeasure.org", "code": "g", "_code": {CQF}})"),
             half_a_kilo},
        Case{"option", R"("type": "choice", "answerOption": [{"valueString": "a", "_valueString": {CQF}}])",
             answer("q", {R"("valueString": "abc")"})},
        Case{"coding", R"("type": "choice", "answerOption": [{"valueCoding": {"code": "a", CQF}}])",
             answer("q", {R"("valueCoding": {"code": "b"})"})}));

TEST(WorkedOut, a_condition_hides_nothing) {
    const auto form = [](const std::string& beside) {
        return R"({"linkId": "p", "type": "integer"}, {"linkId": "q", "type": "string", "enableWhen": [
                   {"question": "p", "operator": ">", "answerInteger": 5, "_answerInteger": {)" +
               beside + "}}]}";
    };
    EXPECT_EQ(said(form(expression("cqf-expression")), abc), "");
    EXPECT_TRUE(said(form(R"("id": "x")"), abc).contains("answered but not asked"));
}

TEST(WorkedOut, a_value_set_holds_any_coding) {
    const auto form = [](const std::string& beside) {
        return R"({"linkId": "q", "type": "choice", "answerValueSet": "#v", "_answerValueSet": {)" + beside +
               R"(}}], "contained": [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"system": "urn:s", "concept": [{"code": "a"}]}]}})";
    };
    const std::string b = answer("q", {R"("valueCoding": {"system": "urn:s", "code": "b"})"});
    EXPECT_EQ(said(form(expression("cqf-expression")), b), "");
    EXPECT_TRUE(said(form(R"("id": "x")"), b).contains("has no option"));
}

TEST(WorkedOut, nothing_is_hidden_or_kept_from_change) {
    const Questionnaire form = forms::read(
        R"({"linkId": "q", "type": "string", "readOnly": true, "_readOnly": {)" + expression("cqf-expression") + "}" +
        extended(core + "questionnaire-hidden", R"("valueBoolean": true, "_valueBoolean": {)" + expression("cqf-expression") + "}") + "}");
    EXPECT_FALSE(form.items.at(0).look.hidden);
    EXPECT_FALSE(form.items.at(0).read_only);
}

}  // namespace
}  // namespace needlewise
