// What is not said: answers without a value, questions without an answer, and what may be below them; and what is meant by another name.
#include <gtest/gtest.h>

#include <tuple>

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
    const std::string below = answered(R"({"item": [{"linkId": "k", "answer": [{"valueString": "x"}]}]})");
    EXPECT_EQ(said(form, below), "");
    const std::string required = question("boolean", R"(, "required": true, "item": [{"linkId": "k", "type": "string"}])");
    EXPECT_EQ(said(required, below), "") << "it is an answer, as one with a reason is";
    EXPECT_EQ(said(required, answered(R"({"item": [{"linkId": "k"}]})")), "error required /item/0: \"q\" is required and not answered\n");
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

TEST(Absent, a_reason_is_an_extension_that_says_something) {
    const std::string required = question("string", R"(, "required": true)");
    for (const auto& [list, place, what] : {
             std::tuple{"[]", "", "the list is empty"},
             {R"("x")", "", "expected a list, found text"},
             {"[null]", "/0", "expected an object, found null"},
             {R"([{"valueCode": "unknown"}])", "/0", "an extension without its url"},
             {R"([{"url": "http://x"}])", "/0", "an extension that says nothing"},
             {R"([{"url": "http://x", "valueCode": "a", "extension": [{"url": "http://y", "valueCode": "b"}]}])", "/0",
              "an extension with a value and extensions"},
         }) {
        const std::string extension = R"("extension": )" + std::string(list);
        EXPECT_TRUE(said(required, answered(R"({"_valueString": {)" + extension + "}}"))
                        .starts_with("error structure /item/0/answer/0/_valueString/extension" + std::string(place) + ": " + what))
            << said(required, answered(R"({"_valueString": {)" + extension + "}}"));
        EXPECT_TRUE(said(required, answered("{" + extension + "}"))
                        .starts_with("error structure /item/0/answer/0/extension" + std::string(place) + ": " + what));
    }
    EXPECT_EQ(said(required, answered(R"({"_valueFoo": {)" + absent + "}}")),
              "error structure /item/0/answer/0/_valueFoo: \"valueFoo\" is no kind of answer\n"
              "error required /item/0: \"q\" is required and not answered\n");
}

TEST(Absent, answers_without_a_value_are_answers_too) {
    EXPECT_EQ(said(question("string"), answered("{" + absent + "}, {" + absent + "}")),
              "error structure /item/0/answer/1: \"q\" takes one answer, not 2\n");
}

TEST(Absent, parts_of_a_value_are_left_out_not_empty) {
    const auto coded = [](std::string_view coding) {
        return said(question("choice"), answered(R"({"valueCoding": )" + std::string(coding) + "}"));
    };
    const std::string at = "error structure /item/0/answer/0/valueCoding/";
    EXPECT_EQ(coded(R"({"code": "a", "display": ""})"), at + "display: \"display\" is empty\n");
    EXPECT_EQ(coded(R"({"code": "a", "system": null})"), at + "system: \"system\" is null\n");
    EXPECT_EQ(coded(R"({"code": "a  b"})"), at + "code: a code has only single blanks, and none at its ends\n");
    EXPECT_EQ(coded(R"({"system": "urn:x", "_code": {)" + absent + "}}"), "");
    EXPECT_EQ(coded("{" + absent + "}"), "");
    EXPECT_EQ(said(question("reference"), answered(R"({"valueReference": {)" + absent + "}}")), "");
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

TEST(Attachment, has_a_hash_in_base64) {
    const auto with = [](std::string_view hash) {
        return said(question("attachment"),
                    answered(R"({"valueAttachment": {"url": "https://x.org/a", "hash": ")" + std::string(hash) + "\"}}"));
    };
    EXPECT_EQ(with("2jmj7l5rSw0yVb/vlWAYkK/YBwk="), "");
    EXPECT_EQ(with("da39-a3ee"), "error structure /item/0/answer/0/valueAttachment/hash: this is not base64\n");
}

TEST(Envelope, is_what_it_must_be_though_nothing_asks_for_it) {
    const std::string form =
        R"({"resourceType": "Questionnaire", "url": "urn:q", "status": "active",
                              "subjectType": ["Patient"], "item": [{"linkId": "q", "type": "string"}]})";
    const auto with = [&](const std::string& field) {
        return forms::said_of(
            form, R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed", )" + field + "}");
    };
    EXPECT_EQ(with(R"("author": {"reference": "Practitioner/1"}, "basedOn": [{"display": "a letter"}], "identifier": {"value": "7"})"), "");
    EXPECT_NE(with(R"("author": "Practitioner/1")"), "");
    EXPECT_NE(with(R"("source": {"type": "Patient"})"), "");
    EXPECT_EQ(with(R"("source": {"reference": "#s"}, "contained": [{"resourceType": "RelatedPerson", "id": "s"}])"), "");
    EXPECT_EQ(with(R"("source": {"reference": "#s"}, "contained": [{"resourceType": "Device", "id": "s"}])"),
              "error structure /source: a Device cannot stand here\n");
    EXPECT_EQ(with(R"("author": {"type": "Group", "display": "the ward"})"), "error structure /author: a Group cannot stand here\n");
    EXPECT_EQ(with(R"("basedOn": [{"reference": "CarePlan/1"}, {"reference": "https://x.org/fhir/Task/1"}])"),
              "error structure /basedOn/1: a Task cannot stand here\n");
    EXPECT_EQ(with(R"("partOf": [{"reference": "Procedure/1"}], "encounter": {"reference": "Visit/1"})"),
              "error value /encounter: \"Visit/1\" is no reference: there is no type of resource \"Visit\"\n");
    EXPECT_NE(with(R"("basedOn": {"reference": "CarePlan/1"})"), "");
    EXPECT_NE(with(R"("partOf": [])"), "");
    EXPECT_NE(with(R"("identifier": {})"), "");
    EXPECT_NE(with(R"("language": 7)"), "");
    EXPECT_EQ(with(R"("subject": {"reference": "#p"})"), "error invariant /subject: the response contains no resource \"p\"\n");
    EXPECT_EQ(with(R"("subject": {"reference": "#p"}, "contained": [{"resourceType": "Patient", "id": "p"}])"), "");
    EXPECT_EQ(with(R"("subject": {"reference": "#p"}, "contained": [{"resourceType": "Group", "id": "p"}])"),
              "error business-rule /subject: the questionnaire is not about a Group\n");
}

}  // namespace
}  // namespace needlewise
