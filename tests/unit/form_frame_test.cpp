// What a second reader of FHIR's pages found lax or strict: values that are only excused, quantities against bounds, references and types
// around the answers, what a narrative, an identifier and a contained resource must be.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

const std::string excuse =
    R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}]})";
const std::string ten_kg = R"("valueQuantity": {"value": 10, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"})";

std::string item(const std::string& fields) { return R"({"linkId": "q", )" + fields + "}"; }

std::string given(const std::string& value) { return R"({"linkId": "q", "answer": [{)" + value + "}]}"; }

std::string extension(const std::string& url, const std::string& value) {
    return R"("extension": [{"url": ")" + url + "\", " + value + "}]";
}

TEST(Frame, a_value_that_is_only_excused_is_held_against_nothing) {
    const std::string sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/", core = "http://hl7.org/fhir/StructureDefinition/";
    EXPECT_EQ(
        forms::said(item(R"("type": "choice", "required": true, "answerOption": [{"valueCoding": {"system": "urn:s", "code": "x"}}])"),
                    given(R"("valueCoding": )" + excuse)),
        "");
    EXPECT_EQ(forms::said(item(R"("type": "quantity", )" + extension(sdc + "sdc-questionnaire-minQuantity", ten_kg)),
                          given(R"("valueQuantity": )" + excuse)),
              "");
    EXPECT_EQ(forms::said(item(R"("type": "attachment", )" + extension(core + "mimeType", R"("valueCode": "image/png")")),
                          given(R"("valueAttachment": )" + excuse)),
              "");
    EXPECT_TRUE(forms::said(item(R"("type": "choice", "answerOption": [{"valueCoding": {"system": "urn:s", "code": "x"}}])"),
                            given(R"("valueCoding": {"code": "y"})"))
                    .contains("\"q\" has no option \"y\" without a system"));
}

std::string against(const std::string& side, const std::string& quantity) {
    const std::string url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-" + side + "Quantity";
    return forms::said(item(R"("type": "quantity", )" + extension(url, ten_kg)), given(R"("valueQuantity": {)" + quantity + "}"));
}

TEST(Frame, a_comparator_is_taken_at_its_word) {
    const std::string kg = R"(, "system": "http://unitsofmeasure.org", "code": "kg")",
                      g = R"(, "system": "http://unitsofmeasure.org", "code": "g")";
    for (const auto& [side, bad] : {std::pair{"max", R"("value": 12, "comparator": ">")"},
                                    {"max", R"("value": 10, "comparator": ">")"},
                                    {"max", R"("value": 12, "comparator": ">=")"},
                                    {"min", R"("value": 10, "comparator": "<")"},
                                    {"min", R"("value": 8, "comparator": "<=")"}})
        EXPECT_TRUE(against(side, bad + kg).starts_with("error value ")) << side << bad << against(side, bad + kg);
    EXPECT_TRUE(against("max", R"("value": 12000, "comparator": ">")" + g).starts_with("error value "));
    for (const auto& [side, good] : {std::pair{"max", R"("value": 10, "comparator": "<")"},
                                     {"max", R"("value": 10, "comparator": "<=")"},
                                     {"min", R"("value": 10, "comparator": ">")"},
                                     {"min", R"("value": 10, "comparator": ">=")"}})
        EXPECT_EQ(against(side, good + kg), "") << side << good;
    for (const auto& [side, open] : {std::pair{"max", R"("value": 10, "comparator": ">=")"},
                                     {"max", R"("value": 5, "comparator": ">")"},
                                     {"max", R"("value": 12, "comparator": "<")"},
                                     {"min", R"("value": 12, "comparator": "<")"}})
        EXPECT_TRUE(against(side, open + kg).starts_with("warning value ")) << side << open << against(side, open + kg);
}

TEST(Frame, a_quantity_without_its_number_or_unit_is_no_certain_fault) {
    EXPECT_TRUE(against("max", R"("unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg")").starts_with("warning value "));
    EXPECT_EQ(against("max", R"("value": 5, "unit": "kg")"), "") << "the same words";
    EXPECT_TRUE(against("max", R"("value": 12, "unit": "kg")").starts_with("error value "));
    EXPECT_EQ(against("max", R"("value": 5)"),
              "warning value /item/0/answer/0/valueQuantity: 5 without a unit cannot be compared with 10 kg\n");
}

TEST(Frame, a_bound_of_another_type_is_a_fault_of_the_form) {
    const std::string bounded = item(R"("type": "integer", "text": "T", )" +
                                     extension("http://hl7.org/fhir/StructureDefinition/minValue", R"("valueString": "x")"));
    EXPECT_EQ(forms::said(bounded, given(R"("valueInteger": 1)")), "");
    EXPECT_TRUE(
        forms::lint_of(bounded).contains("warning business-rule /item/0: no answer of this type can be held against the bound \"x\""))
        << forms::lint_of(bounded);
}

TEST(Frame, words_stand_once) {
    EXPECT_TRUE(forms::said(item(R"("type": "display", "text": "T")"), R"({"linkId": "q"}, {"linkId": "q"})")
                    .starts_with("error structure /item/1: \"q\" stands here twice"));
}

std::string around(const std::string& fields) {
    return forms::said_of(forms::questionnaire(item(R"("type": "string")")),
                          R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed", )" + fields + "}");
}

TEST(Frame, references_agree_with_the_types_they_say) {
    for (const std::string field :
         {R"("subject": {"reference": "Patient/1", "type": "Group"})", R"("author": {"reference": "Patient/1", "type": "Device"})",
          R"("basedOn": [{"reference": "CarePlan/1", "type": "ServiceRequest"}])"})
        EXPECT_TRUE(around(field).contains("and says it is a ")) << field << around(field);
    EXPECT_TRUE(around(R"("subject": {"type": "Foo", "display": "x"})").starts_with("error code-invalid /subject: \"Foo\" is no type"));
    EXPECT_EQ(around(R"("subject": {"type": "http://example.org/model", "display": "x"})"), "") << "a model of somebody's own";
}

TEST(Frame, what_is_around_the_answers_keeps_to_its_invariants) {
    for (
        const std::string bad :
        {R"("text": {"status": "foo", "div": "<div xmlns='http://www.w3.org/1999/xhtml'>x</div>"})",
         R"("text": {"status": "empty", "div": "<div xmlns='http://www.w3.org/1999/xhtml'> </div>"})",
         R"("identifier": {"use": "foo", "value": "1"})",
         R"("identifier": {"value": "1", "period": {"start": "2024-02-01", "end": "2024-01-01"}})",
         R"("meta": {"lastUpdated": "yesterday"})", R"("meta": {"lastUpdated": "2024-01-01"})",
         R"("meta": {"versionId": "1", "_foo": {"extension": [{"url": "urn:e", "valueString": "a"}]}})",
         R"("extension": [{"url": "urn:e", "_valueString": {"id": "a"}}])",
         R"("identifier": {"value": "1", "assigner": {"reference": "Patient/1"}})",
         R"("identifier": {"value": "1", "assigner": {"type": "Patient", "display": "x"}})",
         R"("subject": {"identifier": {"value": "1", "assigner": {"reference": "no ref"}}})",
         R"("contained": [{"resourceType": "Patient"}])", R"("contained": [{"resourceType": "Patient", "id": "p"}])",
         R"("subject": {"reference": "#p"}, "contained": [{"resourceType": "Patient", "id": "p"}, {"resourceType": "Patient", "id": "p"}])",
         R"("subject": {"reference": "#p"}, "contained": [{"resourceType": "Patient", "id": "p", "meta": {"versionId": "1"}}])",
         R"("subject": {"reference": "#p"}, "contained": [{"resourceType": "Patient", "id": "p", "contained": [{"resourceType": "Device", "id": "d"}]}])"})
        EXPECT_TRUE(around(bad).starts_with("error structure /")) << bad << around(bad);
    for (const std::string good : {R"("meta": {"lastUpdated": "2024-01-01T10:00:00Z"})",
                                   R"("identifier": {"value": "1", "assigner": {"reference": "Organization/1"}})",
                                   R"("identifier": {"value": "1", "assigner": {"display": "The clinic"}})",
                                   R"("identifier": {"value": "1", "assigner": {"reference": "http://example.org/here/1"}})",
                                   R"("subject": {"reference": "#p"}, "contained": [{"resourceType": "Patient", "id": "p"}])",
                                   R"("contained": [{"resourceType": "Provenance", "id": "p", "target": [{"reference": "#"}]}])"})
        EXPECT_EQ(around(good), "") << good;
    EXPECT_TRUE(around(R"("implicitRules": "urn:r")").starts_with("warning not-supported /implicitRules"));
}

TEST(Frame, a_narrative_is_one_closed_div_of_xhtml_that_runs_nothing) {
    const auto said_of = [](std::string_view div) {
        return around(R"("text": {"status": "generated", "div": ")" + std::string(div) + "\"}");
    };
    const std::string root = "<div xmlns='http://www.w3.org/1999/xhtml'>";
    for (const char* inside : {"x", "<p>a<br/>b <b class='>'>c</b></p >", "<!-- <b> -->x", "<div>x</div>", "x &lt; on y",
                               "<a href='x' title=' on '>x</a>", "<img src='#a' alt='' />", "&#xE9;&#233; &amp; &nbsp;",
                               "<table border = '1' class='a'><tr><td colspan='2' xml:lang='de'>x</td></tr></table>"})
        EXPECT_EQ(said_of(root + inside + "</div>"), "") << inside;
    for (const auto& [div, wrong] : {
             std::pair{std::string("x"), "there are words outside of its <div>"},
             {"<div>x</div>", "it is no <div xmlns=\"http://www.w3.org/1999/xhtml\">"},
             {"<p xmlns='http://www.w3.org/1999/xhtml'>x</p>", "it is no <div xmlns=\"http://www.w3.org/1999/xhtml\">"},
             {root + "x", "<div> is not closed"},
             {root + "<b>x</div>", "<b> is not closed before </div>"},
             {root + "x</div>y", "there are words outside of its <div>"},
             {root + "x</div>" + root + "y</div>", "there is more than one <div>"},
             {root + "a < b</div>", "there is a < without its >"},
             {root + "x<!-- y</div>", "there is a comment without its end, or outside of its <div>"},
             {root + "x<script>y</script></div>", "there is a <script> in it (txt-1)"},
             {root + "x<button>y</button></div>", "there is a <button> in it (txt-1)"},
             {root + "x<video/></div>", "there is a <video> in it (txt-1)"},
             {root + "<b onclick='x'>y</b></div>", "there is an event in <b> (txt-1)"},
             {root + "<b hidden='x'>y</b></div>", "there is a \"hidden\" in <b> (txt-1)"},
             {root + "<a href='javascript:x'>y</a></div>", "there is a script in <a> (txt-1)"},
             {root + "<td nowrap>y</td></div>", "an attribute of <td> is not written as XML"},
             {root + "<td width=5>y</td></div>", "an attribute of <td> is not written as XML"},
             {root + "<p id='a' id='b'>y</p></div>", "an attribute of <p> is not written as XML"},
             {root + "<p id='a'class='b'>y</p></div>", "an attribute of <p> is not written as XML"},
             {root + "<a href='x?a=1&b=2'>y</a></div>", "an attribute of <a> is not written as XML"},
             {root + "a & b</div>", "there is a & that is not written &amp;"},
             {root + "a &#12a; b</div>", "there is a & that is not written &amp;"},
         })
        EXPECT_EQ(said_of(div), "error structure /text/div: " + std::string(wrong) + "\n") << div;
}

TEST(Frame, values_of_extensions_are_of_their_type) {
    for (const std::string bad : {R"("valueUnsignedInt": -1)", R"("valuePositiveInt": 0)", R"("valueInstant": "2024-01-01")",
                                  R"("valueOid": "1.2")", R"("valueId": "a b")", R"("valueUuid": "zz")", R"("valueBase64Binary": "???")",
                                  R"("valuePeriod": {"start": "yesterday"})", R"("valueCodeableConcept": {"coding": {"code": "x"}})",
                                  R"("valueCodeableConcept": {"coding": [{"code": 5}]})", R"("valueIdentifier": {"foo": 1})",
                                  R"("valueSignature": {"type": [{"code": "x"}], "when": "yesterday"})", R"("valueAge": {"value": "x"})"})
        EXPECT_TRUE(around(extension("http://x", bad)).starts_with("error structure /extension/0/value"))
            << bad << around(extension("http://x", bad));
    for (const std::string good :
         {R"("valueUnsignedInt": 0)", R"("valueInstant": "2024-01-01T00:00:00Z")", R"("valueOid": "urn:oid:1.2.3")", R"("valueId": "a-b")",
          R"("valuePeriod": {"start": "2024"})", R"("valueCodeableConcept": {"coding": [{"code": "x"}], "text": "X"})",
          R"("valueIdentifier": {"value": "1"})"})
        EXPECT_EQ(around(extension("http://x", good)), "") << good;
    EXPECT_TRUE(forms::said(item(R"("type": "attachment")"), given(R"("valueAttachment": {"url": "urn:a", "size": 2147483648})"))
                    .contains("the size is out of range"));
}

TEST(Frame, a_form_is_told_what_is_null_or_empty_in_it) {
    for (const std::string field : {R"("text": null)", R"("text": "")", R"("prefix": "")", R"("enableWhen": [])"})
        EXPECT_TRUE(forms::lint_of(item(R"("type": "string", )" + field)).contains("warning structure /item/0/")) << field;
    const auto of = [](const std::string& fields) {
        auto form = read_form(
            R"({"resourceType": "Questionnaire", "status": "active", "item": [{"linkId": "q", "type": "string"}], )" + fields + "}",
            "q.json");
        return form ? forms::lines(form->issues) : std::string("unreadable");
    };
    for (const std::string field : {R"("url": "urn:x y")", R"("date": "2024-02-30")", R"("subjectType": ["Foo"])"})
        EXPECT_TRUE(of(field).starts_with("warning structure /")) << field << of(field);
    EXPECT_EQ(of(R"("url": "urn:x", "date": "2024-02-28", "subjectType": ["Patient"])"), "");
}

}  // namespace
}  // namespace needlewise
