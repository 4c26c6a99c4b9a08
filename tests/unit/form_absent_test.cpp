// What is not said: answers without a value, questions without an answer, and what may be below them; and what is meant by another name.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

using forms::said;

const std::string absent =
    R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "asked-declined"}])";

std::string question(std::string_view type, std::string_view rest = "") {
    return R"({"linkId": "q", "type": ")" + std::string(type) + "\"" + std::string(rest) + "}";
}
std::string answered(std::string_view answer) { return R"({"linkId": "q", "answer": [)" + std::string(answer) + "]}"; }
const std::string unanswered = R"({"linkId": "q"})";

TEST(Absent, a_reason_may_stand_in_the_place_of_any_value_or_beside_it) {
    for (const auto& [type, field] : {std::pair{"string", "String"}, {"integer", "Integer"}, {"boolean", "Boolean"}, {"date", "Date"}}) {
        EXPECT_EQ(said(question(type), answered(R"({"_value)" + std::string(field) + R"(": {)" + absent + "}}")), "") << type;
        EXPECT_EQ(said(question(type), answered("{" + absent + "}")), "") << type;
        EXPECT_EQ(said(question(type, R"(, "required": true)"), answered("{" + absent + "}")), "") << type;
    }
    EXPECT_EQ(said(question("integer"), answered(R"({"_valueString": {)" + absent + "}}")),
              "error structure /item/0/answer/0/valueString: \"q\" is not answered with valueString\n");
    EXPECT_EQ(said(question("string"), answered("{}")), "error structure /item/0/answer/0: the answer to \"q\" has no value\n");
}

TEST(Absent, items_may_stand_below_an_answer_without_a_value) {
    const std::string form = question("boolean", R"(, "item": [{"linkId": "k", "type": "string"}])");
    EXPECT_EQ(said(form, answered(R"({"item": [{"linkId": "k", "answer": [{"valueString": "x"}]}]})")), "");
}

TEST(Absent, what_is_below_a_question_is_not_asked_without_an_answer) {
    const std::string form = question("boolean", R"(, "item": [{"linkId": "k", "type": "string", "required": true}])");
    EXPECT_EQ(said(form, unanswered), "");
    EXPECT_EQ(said(form, answered(R"({"valueBoolean": true})")), "error required /item/0/answer/0: \"k\" is required and not answered\n");
}

TEST(Absent, a_question_that_is_there_has_as_many_answers_as_it_must) {
    const std::string form = question(
        "string",
        R"(, "repeats": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 2}])");
    EXPECT_EQ(said(form, ""), "");
    EXPECT_EQ(said(form, unanswered), "error required /item/0: \"q\" has 0 answers\n");
}

TEST(Absent, null_and_empty_elements_are_no_way_to_say_nothing) {
    EXPECT_EQ(said(question("string"), R"({"linkId": "q", "answer": null})"), "error structure /item/0/answer: \"answer\" is null\n");
    EXPECT_EQ(said(question("quantity"), answered(R"({"valueQuantity": {}})")),
              "error structure /item/0/answer/0/valueQuantity: there is nothing in it\n");
}

TEST(Absent, a_linkId_in_two_places_is_the_one_that_stands_there) {
    const std::string form = R"({"linkId": "g", "type": "group", "item": [{"linkId": "k", "type": "string"}]},
                                {"linkId": "h", "type": "group", "item": [{"linkId": "k", "type": "integer"}]})";
    EXPECT_EQ(said(form, R"({"linkId": "g", "item": [{"linkId": "k", "answer": [{"valueString": "x"}]}]},
                            {"linkId": "h", "item": [{"linkId": "k", "answer": [{"valueInteger": 1}]}]})"),
              "");
    EXPECT_EQ(said(form, R"({"linkId": "h", "item": [{"linkId": "k", "answer": [{"valueString": "x"}]}]})"),
              "error structure /item/0/item/0/answer/0/valueString: \"k\" is not answered with valueString\n");
}

std::string to(std::string_view reference) { return answered(R"({"valueReference": )" + std::string(reference) + "}"); }

TEST(ReferenceAnswer, names_a_type_that_there_is_and_that_is_asked_for) {
    EXPECT_EQ(said(question("reference"), to(R"({"reference": "https://example.org/Patient/1"})")), "");
    EXPECT_EQ(said(question("reference"), to(R"({"reference": "https://example.org/pages/about"})")), "");
    EXPECT_EQ(
        said(question("reference"), to(R"({"reference": "https://example.org/Chicken/1"})")),
        "error value /item/0/answer/0/valueReference: \"https://example.org/Chicken/1\" is no reference: there is no type of resource "
        "\"Chicken\"\n");
    const std::string of_patients = question(
        "reference",
        R"(, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource", "valueCode": "Patient"}])");
    EXPECT_EQ(said(of_patients, to(R"({"type": "Patient", "identifier": {"value": "1"}})")), "");
    EXPECT_EQ(said(of_patients, to(R"({"type": "Practitioner", "identifier": {"value": "1"}})")),
              "error value /item/0/answer/0/valueReference: a reference to Practitioner is not taken here\n");
}

TEST(QuantityAnswer, in_a_unit_that_nobody_here_knows_is_not_said_to_be_wrong) {
    const std::string form = question(
        "quantity",
        R"(, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", "valueQuantity": {"value": 5, "system": "http://unitsofmeasure.org", "code": "kg"}}])");
    const auto in = [&](const std::string& code) {
        return said(form, answered(R"({"valueQuantity": {"value": 3, "system": "http://unitsofmeasure.org", "code": ")" + code + "\"}}"));
    };
    EXPECT_EQ(in("g"), "");
    EXPECT_TRUE(in("m").starts_with("error value")) << "a length is no mass";
    EXPECT_TRUE(in("[smoot]").starts_with("warning value"));
}

}  // namespace
}  // namespace needlewise
