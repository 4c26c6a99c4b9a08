// Every rule for a response: it fires, and it does not fire.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;
using forms::said;

std::string item(std::string_view rest) { return R"({"linkId": "q", )" + std::string(rest) + "}"; }
std::string given(std::string_view value) { return answer("q", {value}); }

struct Rule {
    const char* name;
    std::string form, good, bad, words;  // `words` is what is said of `bad`
};

void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.name; }

class Rules : public testing::TestWithParam<Rule> {};

TEST_P(Rules, fire_and_do_not_fire) {
    EXPECT_EQ(said(GetParam().form, GetParam().good), "");
    EXPECT_EQ(said(GetParam().form, GetParam().bad), GetParam().words);
}

std::string extended(std::string_view rest, std::string_view url, std::string_view value) {
    return item(std::string(rest) + R"(, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/)" + std::string(url) + "\", " +
                std::string(value) + "}]");
}

const std::string group =
    R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string"}, {"linkId": "b", "type": "string"}]})";
const std::string repeating_group = R"({"linkId": "g", "type": "group", "repeats": true, "item": [{"linkId": "a", "type": "string"}]})";
std::string in_group(std::string_view inner) { return R"({"linkId": "g", "item": [)" + std::string(inner) + "]}"; }
const std::string a_is_x = answer("a", {R"("valueString": "x")"}), b_is_y = answer("b", {R"("valueString": "y")"});

const std::string colours =
    R"("type": "choice", "repeats": true, "answerOption": [{"valueCoding": {"system": "urn:s", "code": "red"}}, {"valueCoding": {"system": "urn:s", "code": "none"},
    "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}]}])";
const std::string red = R"("valueCoding": {"system": "urn:s", "code": "red"})",
                  none = R"("valueCoding": {"system": "urn:s", "code": "none"})";

INSTANTIATE_TEST_SUITE_P(
    Structure, Rules,
    testing::Values(
        Rule{"unknown", item(R"("type": "string")"), given(R"("valueString": "a")"), answer("p", {R"("valueString": "a")"}),
             "error not-found /item/0: the questionnaire has no \"p\"\n"},
        Rule{"misplaced", group, in_group(a_is_x), a_is_x, "error structure /item/0: \"a\" does not belong here\n"},
        Rule{"order", group, in_group(a_is_x + "," + b_is_y), in_group(b_is_y + "," + a_is_x),
             "error structure /item/0/item/1: \"a\" stands after items that come later in the questionnaire\n"},
        Rule{"group_answered", group, in_group(a_is_x), answer("g", {R"("valueString": "x")"}),
             "error structure /item/0/answer: \"g\" is a group and has no answer\n"},
        Rule{"group_twice", group, in_group(a_is_x), in_group(a_is_x) + "," + in_group(a_is_x),
             "error structure /item/1: \"g\" stands here twice and does not repeat\n"},
        Rule{"question_twice", item(R"("type": "string", "repeats": true)"),
             answer("q", {R"("valueString": "a")", R"("valueString": "b")"}),
             given(R"("valueString": "a")") + "," + given(R"("valueString": "b")"), "error structure /item/1: \"q\" stands here twice\n"},
        Rule{"several", item(R"("type": "string")"), given(R"("valueString": "a")"),
             answer("q", {R"("valueString": "a")", R"("valueString": "b")"}),
             "error structure /item/0/answer/1: \"q\" takes one answer, not 2\n"},
        Rule{"display_answered", item(R"("type": "display")"), R"({"linkId": "q"})", given(R"("valueString": "a")"),
             "error structure /item/0/answer: \"q\" is only words and has no answer\n"},
        Rule{"abstract", item(R"("type": "question")"), "", given(R"("valueString": "a")"),
             "error structure /item/0/answer: \"q\" is an abstract item and has no answer\n"},
        Rule{"items_beside", R"({"linkId": "q", "type": "string", "item": [{"linkId": "a", "type": "string"}]})",
             R"({"linkId": "q", "answer": [{"valueString": "v", "item": [)" + a_is_x + "]}]}",
             R"({"linkId": "q", "item": [)" + a_is_x + "]}",
             "error structure /item/0/item: items below the question \"q\" stand in its answer\n"},
        Rule{"no_value", item(R"("type": "string")"), given(R"("valueString": "a")"), R"({"linkId": "q", "answer": [{}]})",
             "error structure /item/0/answer/0: the answer to \"q\" has no value\n"},
        Rule{"disabled",
             item(R"("type": "string")") +
                 R"(, {"linkId": "a", "type": "string", "enableWhen": [{"question": "q", "operator": "=", "answerString": "on"}]})",
             given(R"("valueString": "on")") + "," + a_is_x, given(R"("valueString": "off")") + "," + a_is_x,
             "error business-rule /item/1: \"a\" is answered but not asked: its conditions do not hold\n"},
        Rule{
            "disabled_below",
            item(R"("type": "string")") +
                R"(, {"linkId": "g", "type": "group", "enableWhen": [{"question": "q", "operator": "exists", "answerBoolean": true}], "item": [{"linkId": "a", "type": "string"}]})",
            R"({"linkId": "g", "item": [{"linkId": "a"}]})", in_group(a_is_x),
            "error business-rule /item/0: \"g\" is answered but not asked: its conditions do not hold\n"}));

INSTANTIATE_TEST_SUITE_P(
    Presence, Rules,
    testing::Values(
        Rule{"required", item(R"("type": "string", "required": true)"), given(R"("valueString": "a")"), "",
             "error required : \"q\" is required and not answered\n"},
        Rule{
            "required_empty", item(R"("type": "string", "required": true)"),
            R"({"linkId": "q", "answer": [{"_valueString": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}]}}]})",
            R"({"linkId": "q"})", "error required /item/0: \"q\" is required and not answered\n"},
        Rule{"required_group", R"({"linkId": "g", "type": "group", "required": true, "item": [{"linkId": "a", "type": "string"}]})",
             in_group(a_is_x), R"({"linkId": "g"})", "error required /item/0: the group \"g\" is required and empty\n"},
        Rule{
            "required_in_optional_group",
            R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string"}, {"linkId": "b", "type": "string", "required": true}]})",
            "", in_group(a_is_x), "error required /item/0: \"b\" is required and not answered\n"},
        Rule{"required_below_each_answer",
             R"({"linkId": "q", "type": "string", "repeats": true, "item": [{"linkId": "a", "type": "string", "required": true}]})",
             R"({"linkId": "q", "answer": [{"valueString": "v", "item": [)" + a_is_x + "]}]}",
             R"({"linkId": "q", "answer": [{"valueString": "v", "item": [)" + a_is_x + R"(]}, {"valueString": "w"}]})",
             "error required /item/0/answer/1: \"a\" is required and not answered\n"},
        Rule{
            "required_only_when_enabled",
            R"({"linkId": "a", "type": "string"}, {"linkId": "q", "type": "string", "required": true, "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true}]})",
            "", a_is_x, "error required : \"q\" is required and not answered\n"},
        Rule{"least", extended(R"("type": "string", "required": true, "repeats": true)", "questionnaire-minOccurs", R"("valueInteger": 2)"),
             answer("q", {R"("valueString": "a")", R"("valueString": "b")"}), given(R"("valueString": "a")"),
             "error required /item/0: \"q\" has 1 answer\n"},
        Rule{"most", extended(R"("type": "string", "repeats": true)", "questionnaire-maxOccurs", R"("valueInteger": 1)"),
             given(R"("valueString": "a")"), answer("q", {R"("valueString": "a")", R"("valueString": "b")"}),
             "error business-rule /item/0: \"q\" has 2 answers\n"},
        Rule{
            "most_groups",
            R"({"linkId": "g", "type": "group", "repeats": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 1}], "item": [{"linkId": "a", "type": "string"}]})",
            in_group(a_is_x), in_group(a_is_x) + "," + in_group(a_is_x), "error business-rule /item/0: \"g\" has 2 repetitions\n"},
        Rule{"repeating_groups", repeating_group, in_group(a_is_x) + "," + in_group(a_is_x), in_group(R"({"linkId": "a", "answer": [{}]})"),
             "error structure /item/0/item/0/answer/0: the answer to \"a\" has no value\n"}));

INSTANTIATE_TEST_SUITE_P(
    Types, Rules,
    testing::Values(
        Rule{"boolean", item(R"("type": "boolean")"), given(R"("valueBoolean": false)"), given(R"("valueBoolean": "true")"),
             "error structure /item/0/answer/0/valueBoolean: expected true or false, found text\n"},
        Rule{"boolean_kind", item(R"("type": "boolean")"), given(R"("valueBoolean": true)"), given(R"("valueCoding": {"code": "y"})"),
             "error structure /item/0/answer/0/valueCoding: \"q\" is not answered with valueCoding\n"},
        Rule{"integer", item(R"("type": "integer")"), given(R"("valueInteger": -2147483648)"), given(R"("valueInteger": 2.5)"),
             "error structure /item/0/answer/0/valueInteger: expected a whole number\n"},
        Rule{"integer_range", item(R"("type": "integer")"), given(R"("valueInteger": 2147483647)"), given(R"("valueInteger": 2147483648)"),
             "error structure /item/0/answer/0/valueInteger: the number is out of range\n"},
        Rule{"decimal", item(R"("type": "decimal")"), given(R"("valueDecimal": 5)"), given(R"("valueDecimal": "5.6")"),
             "error structure /item/0/answer/0/valueDecimal: expected a number, found text\n"},
        Rule{"decimal_kind", item(R"("type": "decimal")"), given(R"("valueDecimal": 1e2)"), given(R"("valueInteger": 5)"),
             "error structure /item/0/answer/0/valueInteger: \"q\" is not answered with valueInteger\n"},
        Rule{"date", item(R"("type": "date")"), given(R"("valueDate": "2024-02")"), given(R"("valueDate": "2023-02-29")"),
             "error structure /item/0/answer/0/valueDate: \"2023-02-29\" is not a date\n"},
        Rule{"date_kind", item(R"("type": "date")"), given(R"("valueDate": "2024")"), given(R"("valueDateTime": "2024-02-01")"),
             "error structure /item/0/answer/0/valueDateTime: \"q\" is not answered with valueDateTime\n"},
        Rule{"date_time", item(R"("type": "dateTime")"), given(R"("valueDateTime": "2024-02-01T10:00:00Z")"),
             given(R"("valueDateTime": "2024-02-01T10:00:00")"),
             "error structure /item/0/answer/0/valueDateTime: \"2024-02-01T10:00:00\" is not a dateTime\n"},
        Rule{"time", item(R"("type": "time")"), given(R"("valueTime": "10:00:00")"), given(R"("valueTime": "10:00")"),
             "error structure /item/0/answer/0/valueTime: \"10:00\" is not a time\n"},
        Rule{"string", item(R"("type": "string")"), given(R"("valueString": "a")"), given(R"("valueString": "")"),
             "error structure /item/0/answer/0/valueString: the text is empty\n"},
        Rule{"text", item(R"("type": "text")"), given(R"("valueString": "a\nb")"), given(R"("valueMarkdown": "a")"),
             "error structure /item/0/answer/0/valueMarkdown: \"valueMarkdown\" is no kind of answer\n"},
        Rule{"url", item(R"("type": "url")"), given(R"("valueUri": "https://x.org/ä?b=%20")"), given(R"("valueUri": "c:\\temp")"),
             "error structure /item/0/answer/0/valueUri: \"c:\\temp\" is not a URI: there is \"\\\" in it\n"},
        Rule{"url_kind", item(R"("type": "url")"), given(R"("valueUri": "Patient/1")"), given(R"("valueString": "https://x.org")"),
             "error structure /item/0/answer/0/valueString: \"q\" is not answered with valueString\n"},
        Rule{"two_values", item(R"("type": "decimal")"), given(R"("valueDecimal": 1.5)"),
             given(R"("valueDecimal": 1.5, "valueInteger": 1)"), "error structure /item/0/answer/0: more than one \"value…\"\n"},
        Rule{"choice_kind", item(R"("type": "choice")"), given(red), given(R"("valueString": "red")"),
             "error structure /item/0/answer/0/valueString: \"q\" is not answered with valueString\n"},
        Rule{"coding", item(R"("type": "choice")"), given(R"("valueCoding": {"display": "Red"})"),
             given(R"("valueCoding": {"code": " red"})"),
             "error structure /item/0/answer/0/valueCoding/code: a code has only single blanks, and none at its ends\n"},
        Rule{"coding_field", item(R"("type": "choice")"), given(R"("valueCoding": {"code": "a", "userSelected": true})"),
             given(R"("valueCoding": {"code": "a", "colour": "red"})"),
             "error structure /item/0/answer/0/valueCoding/colour: unknown field \"colour\"\n"},
        Rule{"quantity", item(R"("type": "quantity")"), given(R"("valueQuantity": {"value": 5, "comparator": "<", "unit": "mg"})"),
             given(R"("valueQuantity": {"value": 5, "comparator": "~"})"),
             "error structure /item/0/answer/0/valueQuantity/comparator: unknown comparator \"~\"\n"},
        Rule{"quantity_system", item(R"("type": "quantity")"),
             given(R"("valueQuantity": {"value": 5, "system": "http://unitsofmeasure.org", "code": "mg"})"),
             given(R"("valueQuantity": {"value": 5, "code": "mg"})"),
             "error invariant /item/0/answer/0/valueQuantity: the unit has a code without its system\n"}));

const std::string pdf = R"("valueAttachment": {"contentType": "application/pdf", "data": "YWJj"})";

INSTANTIATE_TEST_SUITE_P(
    Bounds, Rules,
    testing::Values(
        Rule{"longest", item(R"("type": "string", "maxLength": 5)"), given(R"("valueString": "éééé€")"),
             given(R"("valueString": "abcdef")"), "error too-long /item/0/answer/0/valueString: the answer has 6 characters\n"},
        Rule{"longest_url", item(R"("type": "url", "maxLength": 5)"), given(R"("valueUri": "urn:a")"), given(R"("valueUri": "urn:ab")"),
             "error too-long /item/0/answer/0/valueUri: the answer has 6 characters\n"},
        Rule{"shortest", extended(R"("type": "text")", "minLength", R"("valueInteger": 2)"), given(R"("valueString": "éé")"),
             given(R"("valueString": "é")"), "error value /item/0/answer/0/valueString: the answer has 1 character\n"},
        Rule{"pattern", extended(R"("type": "string")", "regex", R"("valueString": "[0-9]{2}")"), given(R"("valueString": "12")"),
             given(R"("valueString": "123")"), "error value /item/0/answer/0/valueString: \"123\" does not match \"[0-9]{2}\"\n"},
        Rule{"longest_number", item(R"("type": "decimal", "maxLength": 4)"), given(R"("valueDecimal": 1.50)"),
             given(R"("valueDecimal": -1.50)"), "error too-long /item/0/answer/0/valueDecimal: the answer has 5 characters\n"},
        Rule{"pattern_of_number", extended(R"("type": "integer")", "regex", R"("valueString": "[1-9]\\d*5")"),
             given(R"("valueInteger": 15)"), given(R"("valueInteger": 16)"),
             "error value /item/0/answer/0/valueInteger: \"16\" does not match \"[1-9]\\d*5\"\n"},
        Rule{"read_only", item(R"("type": "integer", "readOnly": true, "initial": [{"valueInteger": 5}])"), given(R"("valueInteger": 5)"),
             given(R"("valueInteger": 6)"), "warning business-rule /item/0: \"q\" is readOnly and not as it was at first\n"},
        Rule{"least_integer", extended(R"("type": "integer")", "minValue", R"("valueInteger": 0)"), given(R"("valueInteger": 0)"),
             given(R"("valueInteger": -1)"), "error value /item/0/answer/0/valueInteger: -1 is below 0\n"},
        Rule{"most_decimal", extended(R"("type": "decimal")", "maxValue", R"("valueDecimal": 2.5)"), given(R"("valueDecimal": 2.500)"),
             given(R"("valueDecimal": 2.5000000000000000001)"),
             "error value /item/0/answer/0/valueDecimal: 2.5000000000000000001 is above 2.5\n"},
        Rule{"most_date", extended(R"("type": "date")", "maxValue", R"("valueDate": "2022")"), given(R"("valueDate": "2022-12-31")"),
             given(R"("valueDate": "2023")"), "error value /item/0/answer/0/valueDate: 2023 is above 2022\n"},
        Rule{"open_date", extended(R"("type": "date")", "minValue", R"("valueDate": "2022-05-01")"), given(R"("valueDate": "2022-06")"),
             given(R"("valueDate": "2022")"),
             "warning value /item/0/answer/0/valueDate: it cannot be told whether 2022 is below 2022-05-01\n"},
        Rule{"least_date_time", extended(R"("type": "dateTime")", "minValue", R"("valueDateTime": "2024-01-01T10:00:00Z")"),
             given(R"("valueDateTime": "2024-01-01T11:00:00+01:00")"), given(R"("valueDateTime": "2024-01-01T10:30:00+01:00")"),
             "error value /item/0/answer/0/valueDateTime: 2024-01-01T10:30:00+01:00 is below 2024-01-01T10:00:00Z\n"},
        Rule{"most_time", extended(R"("type": "time")", "maxValue", R"("valueTime": "18:00:00")"), given(R"("valueTime": "18:00:00")"),
             given(R"("valueTime": "18:00:01")"), "error value /item/0/answer/0/valueTime: 18:00:01 is above 18:00:00\n"},
        Rule{"places", extended(R"("type": "decimal")", "maxDecimalPlaces", R"("valueInteger": 2)"), given(R"("valueDecimal": 5.12)"),
             given(R"("valueDecimal": 5.120)"), "error value /item/0/answer/0/valueDecimal: 5.120 has 3 decimal places\n"},
        Rule{"places_quantity", extended(R"("type": "quantity")", "maxDecimalPlaces", R"("valueInteger": 0)"),
             given(R"("valueQuantity": {"value": 5})"), given(R"("valueQuantity": {"value": 5.1})"),
             "error value /item/0/answer/0/valueQuantity: 5.1 has 1 decimal place\n"},
        Rule{
            "most_quantity",
            item(
                R"("type": "quantity", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", "valueQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "kg"}}])"),
            given(R"("valueQuantity": {"value": 999, "system": "http://unitsofmeasure.org", "code": "g"})"),
            given(R"("valueQuantity": {"value": 1001, "system": "http://unitsofmeasure.org", "code": "g"})"),
            "error value /item/0/answer/0/valueQuantity: 1001 g is above 1 kg\n"},
        Rule{
            "other_unit",
            item(
                R"("type": "quantity", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity", "valueQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "kg"}}])"),
            given(R"("valueQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "kg"})"),
            given(R"("valueQuantity": {"value": 5, "system": "http://unitsofmeasure.org", "code": "m"})"),
            "error value /item/0/answer/0/valueQuantity: 5 m cannot be compared with 1 kg\n"},
        Rule{"units",
             extended(R"("type": "quantity")", "questionnaire-unitOption",
                      R"("valueCoding": {"system": "http://unitsofmeasure.org", "code": "km", "display": "kilometre"})"),
             given(R"("valueQuantity": {"value": 1, "unit": "Km", "system": "http://unitsofmeasure.org", "code": "km"})"),
             given(R"("valueQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "m"})"),
             "error code-invalid /item/0/answer/0/valueQuantity: \"m\" is no unit of \"q\"\n"},
        Rule{"units_in_words",
             extended(R"("type": "quantity")", "questionnaire-unitOption",
                      R"("valueCoding": {"system": "http://unitsofmeasure.org", "code": "km", "display": "kilometre"})"),
             given(R"("valueQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "km"})"),
             given(R"("valueQuantity": {"value": 1, "unit": "kilometre"})"),
             "warning value /item/0/answer/0/valueQuantity: the unit is given in words only\n"},
        Rule{"media", extended(R"("type": "attachment")", "mimeType", R"("valueCode": "application/pdf")"), given(pdf),
             given(R"("valueAttachment": {"contentType": "image/gif", "url": "https://x.org/a"})"),
             "error value /item/0/answer/0/valueAttachment: \"image/gif\" is not taken here\n"},
        Rule{"media_kind", extended(R"("type": "attachment")", "mimeType", R"("valueCode": "image/*")"),
             given(R"("valueAttachment": {"contentType": "IMAGE/png; q=1", "url": "https://x.org/a"})"), given(pdf),
             "error value /item/0/answer/0/valueAttachment: \"application/pdf\" is not taken here\n"},
        Rule{"largest", extended(R"("type": "attachment")", "maxSize", R"("valueDecimal": 3)"), given(pdf),
             given(R"("valueAttachment": {"contentType": "application/pdf", "url": "https://x.org/a", "size": 4})"),
             "error too-long /item/0/answer/0/valueAttachment: the file has 4 bytes\n"},
        Rule{"stated_size", item(R"("type": "attachment")"),
             given(R"("valueAttachment": {"contentType": "text/plain", "data": "YWJj", "size": 3})"),
             given(R"("valueAttachment": {"contentType": "text/plain", "data": "YWJj", "size": 4})"),
             "error value /item/0/answer/0/valueAttachment: the size says 4 bytes, the data has 3\n"},
        Rule{"data", item(R"("type": "attachment")"), given(pdf),
             given(R"("valueAttachment": {"contentType": "text/plain", "data": "YWJ"})"),
             "error structure /item/0/answer/0/valueAttachment/data: this is not base64\n"},
        Rule{"data_type", item(R"("type": "attachment")"), given(R"("valueAttachment": {"title": "a"})"),
             given(R"("valueAttachment": {"data": "YWJj"})"),
             "error invariant /item/0/answer/0/valueAttachment: the file has data and no contentType\n"}));

const std::string to_patients = extended(R"("type": "reference")", "questionnaire-referenceResource", R"("valueCode": "Patient")");
std::string to(std::string_view reference) { return given(R"("valueReference": {"reference": ")" + std::string(reference) + "\"}"); }

INSTANTIATE_TEST_SUITE_P(
    Offers, Rules,
    testing::Values(
        Rule{"option", item(colours), answer("q", {red}), given(R"("valueCoding": {"system": "urn:s", "code": "blue"})"),
             "error code-invalid /item/0/answer/0/valueCoding: \"q\" has no option \"blue\" of system \"urn:s\"\n"},
        Rule{"option_system", item(colours), answer("q", {none}), given(R"("valueCoding": {"code": "red"})"),
             "error code-invalid /item/0/answer/0/valueCoding: \"q\" has no option \"red\" without a system\n"},
        Rule{"exclusive", item(colours), answer("q", {none}), answer("q", {red, none}),
             "error business-rule /item/0/answer/1: \"none\" of system \"urn:s\" goes with no other answer to \"q\"\n"},
        Rule{"option_in_words",
             item(R"("type": "choice", "answerOption": [{"valueCoding": {"display": "Yes"}}, {"valueCoding": {"display": "No"}}])"),
             given(R"("valueCoding": {"display": "No"})"), given(R"("valueCoding": {"display": "Maybe"})"),
             "error code-invalid /item/0/answer/0/valueCoding: \"q\" has no option \"Maybe\"\n"},
        Rule{"string_option", item(R"("type": "string", "answerOption": [{"valueString": "a"}])"), given(R"("valueString": "a")"),
             given(R"("valueString": "b")"), "error code-invalid /item/0/answer/0/valueString: \"q\" has no option \"b\"\n"},
        Rule{"integer_option", item(R"("type": "integer", "answerOption": [{"valueInteger": 1}])"), given(R"("valueInteger": 1)"),
             given(R"("valueInteger": 2)"), "error code-invalid /item/0/answer/0/valueInteger: \"q\" has no option 2\n"},
        Rule{"date_option", item(R"("type": "date", "answerOption": [{"valueDate": "2024-01-01"}])"), given(R"("valueDate": "2024-01-01")"),
             given(R"("valueDate": "2024-01")"), "error code-invalid /item/0/answer/0/valueDate: \"q\" has no option 2024-01\n"},
        Rule{"time_option", item(R"("type": "time", "answerOption": [{"valueTime": "10:00:00"}])"), given(R"("valueTime": "10:00:00.0")"),
             given(R"("valueTime": "11:00:00")"), "error code-invalid /item/0/answer/0/valueTime: \"q\" has no option 11:00:00\n"},
        Rule{"reference_option", item(R"("type": "reference", "answerOption": [{"valueReference": {"reference": "Patient/1"}}])"),
             to("Patient/1"), to("Patient/2"), "error code-invalid /item/0/answer/0/valueReference: \"q\" has no option \"Patient/2\"\n"},
        Rule{"string_of_codes", item(R"("type": "string", "answerOption": [{"valueCoding": {"code": "AU", "display": "Australia"}}])"),
             given(R"("valueString": "AU")"), given(R"("valueString": "Australia")"),
             "error code-invalid /item/0/answer/0/valueString: \"q\" has no option \"Australia\"\n"},
        Rule{"choice_of_integers", item(R"("type": "choice", "answerOption": [{"valueInteger": 1}])"), given(R"("valueInteger": 1)"),
             given(R"("valueInteger": 2)"), "error code-invalid /item/0/answer/0/valueInteger: \"q\" has no option 2\n"},
        Rule{"open_choice", item(R"("type": "open-choice", "answerOption": [{"valueCoding": {"code": "a"}}])"),
             given(R"("valueString": "anything")"), given(R"("valueCoding": {"code": "b"})"),
             "error code-invalid /item/0/answer/0/valueCoding: \"q\" has no option \"b\" without a system\n"},
        Rule{"reference", item(R"("type": "reference")"), to("https://x.org/fhir/Patient/7/_history/2"), to("Chicken/7"),
             "error value /item/0/answer/0/valueReference: \"Chicken/7\" is no reference: there is no type of resource \"Chicken\"\n"},
        Rule{"reference_id", item(R"("type": "reference")"), to("urn:uuid:c757873d-ec9a-4326-a141-556f43239520"), to("Patient/"),
             "error value /item/0/answer/0/valueReference: \"Patient/\" is no reference: it names no id\n"},
        Rule{"reference_blank", item(R"("type": "reference")"), given(R"("valueReference": {"display": "Ann"})"), to("ht sdtps://x.org"),
             "error value /item/0/answer/0/valueReference: \"ht sdtps://x.org\" is no reference: there is a blank in it\n"},
        Rule{"reference_contained", item(R"("type": "reference")"), to("#"), to("#p"),
             "error invariant /item/0/answer/0/valueReference: the response contains no resource \"p\"\n"},
        Rule{"reference_of_nothing", item(R"("type": "reference")"), given(R"("valueReference": {"identifier": {"value": "7"}})"),
             given(R"("valueReference": {"type": "Patient"})"),
             "error structure /item/0/answer/0/valueReference: the reference says nothing of what it refers to\n"},
        Rule{"reference_type", to_patients, to("Patient/1"), to("Organization/1"),
             "error value /item/0/answer/0/valueReference: a reference to Organization is not taken here\n"},
        Rule{"reference_type_unknown", to_patients, given(R"("valueReference": {"reference": "https://x.org/a", "type": "Patient"})"),
             to("https://x.org/a"),
             "warning value /item/0/answer/0/valueReference: it cannot be told what \"https://x.org/a\" refers to\n"},
        Rule{"reference_says_other", item(R"("type": "reference")"),
             given(R"("valueReference": {"reference": "Patient/1", "type": "Patient"})"),
             given(R"("valueReference": {"reference": "Patient/1", "type": "Group"})"),
             "error value /item/0/answer/0/valueReference: the reference is to a Patient and says it is a Group\n"}));

TEST(Response, in_progress_may_lack_answers) {
    const std::string form = forms::questionnaire(item(R"("type": "string", "required": true)"));
    for (const char* status : {"in-progress", "stopped", "entered-in-error"})
        EXPECT_EQ(forms::said_of(form, forms::response("", status)), "warning required : \"q\" is required and not answered\n") << status;
    for (const char* status : {"completed", "amended"})
        EXPECT_EQ(forms::said_of(form, forms::response("", status)), "error required : \"q\" is required and not answered\n") << status;
}

std::string top(std::string_view fields) { return R"({"resourceType": "QuestionnaireResponse", )" + std::string(fields) + "}"; }

TEST(Response, says_what_it_is) {
    const std::string form = forms::questionnaire(item(R"("type": "string")"));
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:q", "status": "completed")")), "");
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:q")")), "error required : the response has no status\n");
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:q", "status": "done")")),
              "error code-invalid /status: \"done\" is no status of a response\n");
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:p", "status": "completed")")),
              "warning business-rule /questionnaire: answers another questionnaire, \"urn:p\"\n");
    EXPECT_EQ(forms::said_of(form, top(R"("status": "completed")")),
              "warning required : the response does not say which questionnaire it answers\n");
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:q", "status": "completed", "colour": 1)")),
              "error structure /colour: unknown field \"colour\"\n");
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:q", "status": "completed", "item": [])")),
              "error structure /item: the list is empty\n");
    EXPECT_EQ(forms::said_of(form, top(R"("questionnaire": "urn:q", "status": "completed", "subject": {"reference": "Chicken/1"})")),
              "error value /subject: \"Chicken/1\" is no reference: there is no type of resource \"Chicken\"\n");
}

std::string form_with(std::string_view fields) {
    return R"({"resourceType": "Questionnaire", "url": "urn:q", "version": "2", )" + std::string(fields) +
           R"(, "item": [{"linkId": "q", "type": "string"}]})";
}

TEST(Response, to_a_form_that_is_not_in_use_is_warned_of) {
    const auto written = [](std::string_view day) {
        return top(R"("questionnaire": "urn:q", "status": "completed", "authored": ")" + std::string(day) + "\"");
    };
    EXPECT_EQ(forms::said_of(form_with(R"("status": "draft")"), written("2026-01-01")),
              "warning business-rule : the questionnaire is not in use: its status is \"draft\"\n");
    const std::string period = form_with(R"("status": "active", "effectivePeriod": {"start": "2021", "end": "2021-12-11"})");
    EXPECT_EQ(forms::said_of(period, written("2021-12-11")), "");
    EXPECT_EQ(forms::said_of(period, written("2021-12-12")),
              "warning business-rule /authored: written after the questionnaire was in use\n");
    EXPECT_EQ(forms::said_of(period, written("2020-12-31")),
              "warning business-rule /authored: written before the questionnaire was in use\n");
    EXPECT_EQ(forms::said_of(period, forms::response("")), "warning business-rule : written after the questionnaire was in use\n")
        << "today stands in";
    EXPECT_EQ(forms::said_of(form_with(R"("status": "active")"), top(R"("questionnaire": "urn:q|1", "status": "completed")")),
              "warning business-rule /questionnaire: answers version \"1\"\n");
    const std::string patients = form_with(R"("status": "active", "subjectType": ["Patient"])");
    EXPECT_EQ(forms::said_of(patients, top(R"("questionnaire": "urn:q", "status": "completed", "subject": {"reference": "Patient/1"})")),
              "");
    EXPECT_EQ(forms::said_of(patients, top(R"("questionnaire": "urn:q", "status": "completed", "subject": {"reference": "Group/1"})")),
              "error business-rule /subject: the questionnaire is not about a Group\n");
}

TEST(Response, with_modifiers_is_warned_of) {
    const std::string form = R"({"linkId": "q", "type": "string"})";
    EXPECT_EQ(said(form, R"({"linkId": "q", "modifierExtension": [{"url": "http://x/not", "valueBoolean": true}]})"),
              "warning not-supported /item/0/modifierExtension/0: \"not\" changes what this means, in a way this program does not know\n");
}

TEST(Response, text_that_differs_is_warned_of) {
    const std::string form =
        item(R"("type": "string", "text": "Name?", "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
        "extension": [{"url": "lang", "valueCode": "de"}, {"url": "content", "valueString": "Name, bitte?"}]}]})");
    const auto with_text = [](const char* text) {
        return R"({"linkId": "q", "text": ")" + std::string(text) + R"(", "answer": [{"valueString": "a"}]})";
    };
    EXPECT_EQ(said(form, with_text("Name?")), "");
    EXPECT_EQ(said(form, with_text("Name, bitte?")), "") << "a translation";
    EXPECT_EQ(said(form, with_text("Nom?")), "warning business-rule /item/0/text: the text is not that of the questionnaire\n");
}

TEST(Response, of_too_many_items_is_bounded) {
    std::string children;
    for (int i = 0; i < 2000; ++i) children += (i ? ", " : "") + (R"({"linkId": "c)" + std::to_string(i) + R"(", "type": "string"})");
    std::string answers;
    for (int i = 0; i < 600; ++i)
        answers += std::string(i ? ", " : "") + R"({"linkId": "g", "item": [{"linkId": "c0", "answer": [{"valueString": "a"}]}]})";
    const std::string all = said(R"({"linkId": "g", "type": "group", "repeats": true, "item": [)" + children + "]}", answers);
    EXPECT_EQ(all, "error too-long : more than 1000000 items\n");
}

}  // namespace
}  // namespace needlewise
