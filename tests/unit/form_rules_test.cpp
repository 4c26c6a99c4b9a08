// Small rules of FHIR, each with what keeps to it and what does not: bounds, units, elements, references, value sets, addresses.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;
using forms::said;

// "inside", "outside" or "open" for an answer against one bound.
std::string against(std::string_view bound, std::string_view limit, std::string_view given) {
    const auto value = [](std::string_view text) { return R"("valueDateTime": ")" + std::string(text) + "\""; };
    const std::string words =
        said(R"({"linkId": "q", "type": "dateTime", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/)" + std::string(bound) +
                 "\", " + value(limit) + "}]}",
             answer("q", {value(given)}));
    return words.empty() ? "inside" : words.starts_with("error value") ? "outside" : words.starts_with("warning value") ? "open" : words;
}

TEST(Rule, the_precision_of_an_answer_decides_whether_it_is_within_a_bound) {
    EXPECT_EQ(against("maxValue", "2022", "2022-12-31"), "inside");
    EXPECT_EQ(against("maxValue", "2024-02-29", "2024-02-29T10:00:00Z"), "inside");
    EXPECT_EQ(against("minValue", "2024-02-29", "2024-02-29T00:00:00Z"), "inside");
    EXPECT_EQ(against("minValue", "2022-05", "2022"), "open");
    EXPECT_EQ(against("maxValue", "2022-05", "2022"), "open");
    EXPECT_EQ(against("maxValue", "2024-02-29T10:00:00Z", "2024-02-29"), "open");
    EXPECT_EQ(against("minValue", "2022-05", "2021"), "outside");
    EXPECT_EQ(against("maxValue", "2022-05", "2023"), "outside");
    EXPECT_EQ(against("minValue", "2022-05", "2023"), "inside");
    EXPECT_EQ(against("maxValue", "2022-12", "2022"), "inside") << "its last month is that of the bound";
    EXPECT_EQ(against("maxValue", "2024-02-29", "2024-02"), "inside");
    EXPECT_EQ(against("maxValue", "2024-02-28", "2024-02"), "open");
    EXPECT_EQ(against("minValue", "2022-01-01", "2022"), "inside");
    EXPECT_EQ(against("minValue", "2022-01-01T00:00:00Z", "2022-01-01"), "inside");
    EXPECT_EQ(against("minValue", "2022-01-01T00:00:01Z", "2022-01-01"), "open");
}

// "error", "warning" or nothing for a quantity against a maximum, each with whatever it says of its unit.
std::string kind_at_most(std::string_view most, std::string_view given) {
    const auto quantity = [](std::string_view fields) { return R"("valueQuantity": {)" + std::string(fields) + "}"; };
    const std::string words = said(
        R"({"linkId": "q", "type": "quantity", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", )" +
            quantity(most) + "}]}",
        answer("q", {quantity(given)}));
    return words.substr(0, words.find(' '));
}

TEST(Rule, a_quantity_is_beyond_a_bound_for_certain_only_where_both_units_are_known) {
    constexpr const char *kilo = R"("value": 9, "system": "http://unitsofmeasure.org", "code": "kg")",
                         *grams = R"("value": 9001, "system": "http://unitsofmeasure.org", "code": "g", "unit": "gram")",
                         *metres = R"("value": 1, "system": "http://unitsofmeasure.org", "code": "m")",
                         *daily = R"("value": 1, "system": "urn:own", "code": "/d")";
    EXPECT_EQ(kind_at_most(kilo, grams), "error");
    EXPECT_EQ(kind_at_most(kilo, metres), "error") << "no metre is a kilogram";
    EXPECT_EQ(kind_at_most(kilo, daily), "warning") << "what a code of another system is nobody can tell";
    for (const char* open : {R"("value": 9)", R"("value": 9, "unit": "Kilo")", R"("value": 9, "system": "urn:own", "code": "/wk")"}) {
        EXPECT_EQ(kind_at_most(open, grams), "warning") << open;
        EXPECT_EQ(kind_at_most(open, daily), "warning") << open;
    }
    EXPECT_EQ(kind_at_most(R"("value": 9)", R"("value": 10)"), "error") << "neither has a unit";
    EXPECT_EQ(kind_at_most(R"("value": 9, "unit": "gram")", grams), "error") << "the same words";
    EXPECT_EQ(kind_at_most(R"("value": 9, "code": "g")", grams), "error") << "the same code, of whatever system";
    EXPECT_EQ(kind_at_most(R"("value": 9999, "unit": "gram")", grams), "");
    for (const char* none : {R"("unit": "kg")", R"("value": 9, "comparator": "<", "unit": "kg")"})
        EXPECT_EQ(kind_at_most(none, grams), "") << "no bound at all: " << none;
}

TEST(Rule, the_code_of_a_unit_without_a_system_is_taken_in_any) {
    const std::string form = R"({"linkId": "q", "type": "quantity", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"code": "kg"}}]})";
    for (const char* system : {"http://unitsofmeasure.org", "urn:own"})
        EXPECT_EQ(said(form, answer("q", {R"("valueQuantity": {"value": 1, "code": "kg", "system": ")" + std::string(system) + "\"}"})),
                  "");
    EXPECT_TRUE(said(form, answer("q", {R"("valueQuantity": {"value": 1, "code": "g", "system": "urn:own"})"})).starts_with("error code"));
}

// What is said of a quantity against a maximum.
std::string at_most(std::string_view code, std::string_view most, std::string_view value, std::string_view given) {
    const auto quantity = [](std::string_view number, std::string_view unit) {
        return R"("valueQuantity": {"value": )" + std::string(number) + R"(, "system": "http://unitsofmeasure.org", "code": ")" +
               std::string(unit) + "\"}";
    };
    return said(
        R"({"linkId": "q", "type": "quantity", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", )" +
            quantity(most, code) + "}]}",
        answer("q", {quantity(value, given)}));
}

TEST(Rule, units_of_one_kind_are_compared_whatever_they_are_made_of) {
    struct Case {
        const char *unit, *most, *same, *other;  // 1 of the unit is `same` of the other
    };
    for (const Case& one : std::initializer_list<Case>{{"W", "1", "1", "J/s"},
                                                       {"J", "1", "1", "W.s"},
                                                       {"Pa", "1", "1", "kg/m/s2"},
                                                       {"Pa", "1", "1", "N/m2"},
                                                       {"kW.h", "1", "3.6", "MJ"},
                                                       {"J", "1", "1", "kg.m2/s2"},
                                                       {"W", "4184", "3600", "kcal/h"},
                                                       {"m[Hg]", "1", "133322", "Pa"},
                                                       {"[tbs_us]", "1", "3", "[tsp_us]"},
                                                       {"pL", "1", "1000", "fL"},
                                                       {"kat", "1", "60000000", "U"},
                                                       {"eq", "1", "1000", "meq"}}) {
        EXPECT_EQ(at_most(one.unit, one.most, one.same, one.other), "") << one.other;
        EXPECT_TRUE(at_most(one.unit, one.most, std::string(one.same) + "1", one.other).starts_with("error value")) << one.other;
    }
    EXPECT_TRUE(at_most("W", "1", "1", "J").contains("cannot be compared"));
}

TEST(Rule, an_id_alone_is_nothing) {
    for (const char* type : {"Coding", "Quantity", "Attachment"}) {
        const std::string item = type == std::string("Coding")     ? "open-choice"
                                 : type == std::string("Quantity") ? "quantity"
                                                                   : "attachment";
        EXPECT_EQ(said(R"({"linkId": "q", "type": ")" + item + "\"}", answer("q", {R"("value)" + std::string(type) + R"(": {"id": "x"})"})),
                  "error structure /item/0/answer/0/value" + std::string(type) + ": there is nothing in it besides its id (ele-1)\n");
    }
    const auto with = [](std::string_view field) {
        return forms::said_of(
            forms::questionnaire(R"({"linkId": "q", "type": "string"})"),
            R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed", )" + std::string(field) + "}");
    };
    for (const char* field : {"identifier", "meta", "_authored"})
        EXPECT_TRUE(with("\"" + std::string(field) + R"(": {"id": "x"})").contains("besides its id (ele-1)")) << field;
    EXPECT_EQ(with(R"("authored": "2026-01-01", "_authored": {"id": "x"})"), "");
    for (const char* field : {"subject", "resourceType", "meta", "item", "contained", "text"})
        EXPECT_TRUE(with("\"_" + std::string(field) + R"(": {"id": "x"})")
                        .starts_with("error structure /_" + std::string(field) + ": unknown field"))
            << field;
    EXPECT_TRUE(with(R"("_basedOn": [null])").starts_with("error structure /_basedOn"));
    EXPECT_TRUE(with(R"("item": [{"linkId": "q", "_answer": [null]}])").starts_with("error structure /item/0/_answer"));
    EXPECT_TRUE(said(R"({"linkId": "q", "type": "choice"})",
                     R"({"linkId": "q", "answer": [{"_valueCoding": {"extension": [{"url": "http://x", "valueCode": "a"}]}}]})")
                    .contains("beside a plain value only"));
}

std::string said_with_contained(std::string_view item) {
    return forms::said_of(forms::questionnaire(R"({"linkId": "q", "type": "string"})"),
                          R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed",
                              "contained": [{"resourceType": "Patient", "id": "p"}], "item": [{"linkId": "q", )" +
                              std::string(item) + "}]}");
}

TEST(Rule, references_within_extensions_lead_somewhere_and_words_refer_to_nothing) {
    EXPECT_EQ(said_with_contained(R"("extension": [{"url": "http://x", "valueReference": {"reference": "#p"}}])"), "");
    EXPECT_EQ(said_with_contained(R"("extension": [{"url": "http://x", "valueReference": {"reference": "#p"}},
                                                   {"url": "http://x", "valueReference": {"reference": "#nope"}}])"),
              "error structure /item/0/extension/1/valueReference/reference: the response contains no resource \"nope\"\n");
    EXPECT_EQ(said_with_contained(R"("answer": [{"valueString": "#p"}])"),
              "error structure /contained/0: nothing refers to this (dom-3)\n");
}

std::string said_of_set(std::string_view set, std::string_view code) {
    return forms::said_of(
        R"({"resourceType": "Questionnaire", "url": "urn:q", "status": "active", "contained": [{"resourceType": "ValueSet", "id": "v", )" +
            std::string(set) + R"(}], "item": [{"linkId": "q", "type": "choice", "answerValueSet": "#v"}]})",
        forms::response(answer("q", {R"("valueCoding": {"system": "urn:s", "code": ")" + std::string(code) + "\"}"})));
}

TEST(Rule, a_page_of_an_expansion_is_not_all_of_it) {
    const auto paged = [](std::string_view fields) {
        return said_of_set(R"("expansion": {)" + std::string(fields) + R"("contains": [{"system": "urn:s", "code": "a"}]})", "z");
    };
    EXPECT_EQ(paged(R"("offset": 10, )"), "");
    EXPECT_EQ(paged(R"("offset": 10, "total": 11, )"), "");
    EXPECT_EQ(paged(R"("offset": 0, )"), "");
    EXPECT_TRUE(paged(R"("offset": 0, "total": 1, )").starts_with("error code-invalid"));
    EXPECT_TRUE(paged("").starts_with("error code-invalid"));
}

TEST(Rule, nothing_is_in_an_empty_value_set) {
    constexpr const char* all_excluded = R"("compose": {"include": [{"system": "urn:s", "concept": [{"code": "a"}]}],
                                                        "exclude": [{"system": "urn:s", "concept": [{"code": "a"}]}]})";
    EXPECT_EQ(said_of_set(all_excluded, "z"),
              "error code-invalid /item/0/answer/0/valueCoding: \"z\" of system \"urn:s\" is not in the value set of \"q\"\n");
    EXPECT_EQ(said_of_set(R"("status": "active")", "z"), "") << "of one that says nothing, nothing is known";
}

TEST(Rule, a_code_system_in_the_file_says_which_codes_are_answers) {
    const auto of_system = [](std::string_view fields, std::string_view concepts, std::string_view code, std::string_view include = "") {
        return said_of_set(R"("compose": {"include": [{"system": "urn:s")" + std::string(include) +
                               R"(}]}}, {"resourceType": "CodeSystem", "url": "urn:s", "content": "complete", )" + std::string(fields) +
                               R"("concept": [)" + std::string(concepts) + "]",
                           code);
    };
    const std::string a = R"({"code": "Ab"})", listed = R"(, "concept": [{"code": "Ab"}])";
    const std::string heading =
        R"({"code": "p", "property": [{"code": "notSelectable", "valueBoolean": true}], "concept": [{"code": "b"}]})";
    for (const std::string& include : {std::string(), listed}) {
        EXPECT_EQ(of_system(R"("caseSensitive": false, )", a, "aB", include), "");
        EXPECT_TRUE(of_system(R"("caseSensitive": false, )", a, "a", include).starts_with("error code-invalid"));
        EXPECT_TRUE(of_system(R"("caseSensitive": true, )", a, "aB", include).starts_with("error code-invalid"));
        EXPECT_TRUE(of_system("", a, "aB", include).starts_with("error code-invalid"));
    }
    EXPECT_EQ(of_system("", heading, "b"), "");
    EXPECT_TRUE(of_system("", heading, "p").starts_with("error code-invalid")) << "a heading is no answer";
}

TEST(Rule, a_required_group_holds_something_in_each_of_its_repetitions) {
    const auto group = [](std::string_view fields) {
        return R"({"linkId": "g", "type": "group", "repeats": true, )" + std::string(fields) +
               R"("item": [{"linkId": "a", "type": "string"}]})";
    };
    const std::string full = R"({"linkId": "g", "item": [{"linkId": "a", "answer": [{"valueString": "x"}]}]})",
                      empty = R"({"linkId": "g"})";
    const std::string required = group(R"("required": true, )");
    EXPECT_EQ(said(required, full + ", " + empty), "error required /item/1: the group \"g\" is required and empty\n");
    EXPECT_EQ(said(required, empty + ", " + full), "error required /item/0: the group \"g\" is required and empty\n");
    EXPECT_EQ(said(required, full + R"(, {"linkId": "g", "item": [{"linkId": "a"}]})"), "") << "answered or not";
    EXPECT_EQ(said(group(""), full + ", " + empty), "");
}

TEST(Rule, oids_begin_with_one_figure) {
    const auto uri = [](const std::string& oid) {
        return said(R"({"linkId": "q", "type": "url"})", answer("q", {R"("valueUri": "urn:oid:)" + oid + "\""}));
    };
    for (const char* good : {"1.2.840", "0.0", "2.16.840.1.113883"}) EXPECT_EQ(uri(good), "") << good;
    for (const char* bad : {"12.3", "3.1", "1", "1.", "1.02", "1..2", "01.2"}) EXPECT_TRUE(uri(bad).contains("it is no OID")) << bad;
}

TEST(Rule, texts_and_references_have_no_options) {
    EXPECT_EQ(forms::lint_of(R"({"linkId": "q", "type": "text", "answerOption": [{"valueString": "x"}]})"),
              "error invariant /item/0/answerOption: a question of this type has no options\n");
    EXPECT_EQ(forms::lint_of(R"({"linkId": "q", "type": "reference", "answerOption": [{"valueReference": {"reference": "Patient/1"}}]})"),
              "error invariant /item/0/answerOption: a question of this type has no options\n");
    EXPECT_EQ(forms::lint_of(R"({"linkId": "q", "type": "string", "answerOption": [{"valueString": "x"}]})"), "");
}

TEST(Rule, the_place_of_an_issue_is_a_fhirpath) {
    const auto path = [](const char* pointer) {
        Issues issues;
        issues.add({Severity::error, IssueType::value, pointer, "wrong"});
        const std::string json = outcome_json(issues, {});
        const std::size_t from = json.find('"', json.find("\"expression\"") + 13) + 1;
        return json.substr(from, json.find("\"]", from) - from);
    };
    EXPECT_EQ(path("/item/0/answer/1/valueString"), "QuestionnaireResponse.item[0].answer[1].value");
    EXPECT_EQ(path("/item/0/_text"), "QuestionnaireResponse.item[0].text");
    EXPECT_EQ(path("/item/0/answer/1/_valueString"), "QuestionnaireResponse.item[0].answer[1].value");
    EXPECT_EQ(path("/extension/0/valueCode"), "QuestionnaireResponse.extension[0].value");
    EXPECT_EQ(path("/item/0/enableWhen/0/answerDate"), "QuestionnaireResponse.item[0].enableWhen[0].answer");
    EXPECT_EQ(path("/item/0/answerValueSet"), "QuestionnaireResponse.item[0].answerValueSet");
    EXPECT_EQ(path("/my-field"), "QuestionnaireResponse.`my-field`");
}

TEST(Rule, a_decimal_that_is_too_small_is_an_issue_of_its_answer) {
    const auto with = [](const std::string& number) {
        return said(R"({"linkId": "q", "type": "decimal"})", answer("q", {R"("valueDecimal": )" + number}));
    };
    EXPECT_EQ(with("1e-400"), "error structure /item/0/answer/0/valueDecimal: the number is out of range\n");
    EXPECT_EQ(with("1e-300"), "");
    EXPECT_EQ(with("1e300"), "");
}

TEST(Rule, nothing_stands_behind_a_document) {
    const std::string whole = forms::response(""), behind = whole + std::string(1, '\0') + " {]";
    EXPECT_TRUE(read_form_response(whole, "r"));
    const auto read = read_form_response(behind, "r");
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error()[0].what.ends_with("a NUL byte"));
}

}  // namespace
}  // namespace needlewise
