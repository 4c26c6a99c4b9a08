// What is wrong with a questionnaire, or worked out elsewhere, makes no response invalid: it is said of the form and asks for nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;
using forms::said;

// What reading says of the form: all that `validate` shows of it, as warnings.
std::string said_of_form(std::string_view items) {
    const auto form = read_form(forms::questionnaire(items), "q.json");
    return form ? forms::lines(form->issues) : "unreadable\n";
}

std::string extension(std::string_view url, std::string_view value) {
    return R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/)" + std::string(url) + "\"" + (value.empty() ? "" : ", ") +
           std::string(value) + "}]";
}

const std::string worked_out =
    R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/cqf-expression",
        "valueExpression": {"language": "text/fhirpath", "expression": "%today"}}]})";

std::string asked_when(std::string_view condition, std::string_view more = "") {
    return R"({"linkId": "p", "type": "boolean"}, {"linkId": "g", "type": "group", "item": [{"linkId": "i", "type": "string"}]},
              {"linkId": "x", "type": "string", "enableWhen": [)" +
           std::string(condition) + "]" + std::string(more) + "}";
}

TEST(Fault, a_condition_that_cannot_be_read_hides_nothing) {
    const std::string x = answer("x", {R"("valueString": "a")"});
    for (const std::string& condition :
         {std::string(R"({"question": "p", "operator": "<=", "_answerDate": )") + worked_out + "}",
          std::string(R"({"question": "p", "operator": "="})"), std::string(R"({"question": "p", "operator": "=", "answerDate": "soon"})"),
          std::string(R"({"question": "p", "operator": "is", "answerBoolean": true})"),
          std::string(R"({"question": "p", "operator": "exists", "answerString": "yes"})"),
          std::string(R"({"operator": "=", "answerBoolean": true})"),
          std::string(R"({"question": "nobody", "operator": "=", "answerBoolean": true})"),
          std::string(R"({"question": "g", "operator": "exists", "answerBoolean": true})")}) {
        EXPECT_EQ(said(asked_when(condition), x), "") << condition;
        EXPECT_EQ(said(asked_when(condition, R"(, "required": true)"), ""), "warning required : \"x\" is required and not answered\n")
            << condition;
    }
    EXPECT_EQ(said_of_form(asked_when(R"({"question": "p", "operator": "="})")),
              "error structure /item/2/enableWhen/0: \"answer…\" is missing\n");
    EXPECT_EQ(said_of_form(asked_when(R"({"question": "p", "operator": "=", "_answerBoolean": {"id": "a"}})")),
              "error structure /item/2/enableWhen/0: the answer has no value\n");
}

TEST(Fault, the_other_conditions_hold_all_the_same) {
    const std::string x = answer("x", {R"("valueString": "a")"});
    const std::string two = R"({"question": "p", "operator": "=", "answerBoolean": true}, {"question": "p", "operator": "="})";
    EXPECT_TRUE(said(asked_when(two, R"(, "enableBehavior": "all")"), x).contains("answered but not asked"));
    EXPECT_EQ(said(asked_when(two, R"(, "enableBehavior": "any")"), x), "");
    EXPECT_TRUE(said(asked_when(R"({"question": "p", "operator": "=", "answerBoolean": true})"), x).contains("answered but not asked"));
}

TEST(Fault, a_condition_or_option_that_is_worked_out_is_said_to_the_person) {
    const Questionnaire form =
        forms::read(asked_when(R"({"question": "p", "operator": "<=", "_answerDate": )" + worked_out + "}") +
                    R"(, {"linkId": "c", "type": "choice", "answerOption": [{"_valueString": )" + worked_out + "}]}");
    for (const Item* item : {&form.items[2], &form.items[3]}) {
        ASSERT_EQ(item->notices.size(), 1u) << item->link_id;
        EXPECT_TRUE(item->notices[0].shown && item->notices[0].words.contains("FHIRPath"));
    }
    EXPECT_TRUE(form.items[3].options.empty()) << "an option without words cannot be chosen";
    EXPECT_TRUE(form.items[3].options_open);
}

TEST(Fault, beside_an_option_that_cannot_be_read_any_other_is_taken) {
    for (const std::string& option : {R"({"_valueString": )" + worked_out + "}", std::string(R"({"valueCode": "x"})"),
                                      std::string(R"({"valueDecimal": 1})"), std::string("{}"), std::string("1")}) {
        const std::string form = R"({"linkId": "c", "type": "choice", "answerOption": [{"valueCoding": {"code": "a"}}, )" + option + "]}";
        EXPECT_EQ(said(form, answer("c", {R"("valueString": "Ann")"})), "") << option;
        EXPECT_EQ(said(form, answer("c", {R"("valueCoding": {"code": "x"})"})), "") << option;
        EXPECT_TRUE(said(form, answer("c", {R"("valueBoolean": true)"})).contains("not answered with valueBoolean")) << option;
    }
}

TEST(Fault, an_option_with_a_code_that_cannot_be_read_may_be_any) {
    const std::string a = R"({"valueCoding": {"system": "urn:s", "code": "a"}})";
    for (const char* coding : {R"({"system": "urn:s", "code": 5})", R"({"system": 5, "code": "x"})"}) {
        const std::string form = R"({"linkId": "c", "type": "choice", "answerOption": [)" + a + R"(, {"valueCoding": )" + coding + "}]}";
        EXPECT_EQ(said(form, answer("c", {R"("valueCoding": {"system": "urn:s", "code": "x"})"})), "") << coding;
        const std::string when = R"({"question": "p", "operator": "=", "answerCoding": )" + std::string(coding) + "}";
        EXPECT_EQ(said(asked_when(when), answer("x", {R"("valueString": "a")"})), "") << coding;
        const std::string unit = R"({"linkId": "q", "type": "quantity", )" +
                                 extension("questionnaire-unitOption", R"("valueCoding": )" + std::string(coding)) + "}";
        EXPECT_EQ(said(unit, answer("q", {R"("valueQuantity": {"value": 1, "unit": "kg"})"})), "") << coding;
    }
    for (const char* set : {R"("expansion": {"contains": [{"system": 5, "code": "a"}]})",
                            R"("compose": {"include": [{"system": 5, "concept": [{"code": "a"}]}]})"})
        EXPECT_EQ(forms::said_of(R"({"resourceType": "Questionnaire", "url": "urn:q", "status": "active", "contained": [
                                     {"resourceType": "ValueSet", "id": "v", )" +
                                     std::string(set) + R"(}], "item": [
                                     {"linkId": "c", "type": "choice", "answerValueSet": "#v"}]})",
                                 forms::response(answer("c", {R"("valueCoding": {"system": "urn:s", "code": "a"})"}))),
                  "")
            << set;
}

TEST(Fault, a_length_where_there_is_none_limits_nothing) {
    for (const auto& [type, value] : {std::pair{"date", R"("valueDate": "2024-01-01")"}, {"choice", R"("valueString": "abc")"}}) {
        const std::string form =
            R"({"linkId": "q", "type": ")" + std::string(type) + R"(", "maxLength": 1, "answerOption": [{)" + value + "}]}";
        EXPECT_EQ(said(form, answer("q", {value})), "") << type;
        EXPECT_TRUE(forms::lint_of(form).contains("error invariant /item/0/maxLength")) << type;
    }
}

TEST(Fault, an_item_without_a_linkId_is_not_missed) {
    for (const char* item : {R"({"type": "string", "required": true})", R"({"linkId": "", "type": "string", "required": true})",
                             R"({"linkId": "g", "type": "group", "required": true, "item": [{"type": "string"}]})"})
        EXPECT_EQ(said(item, ""), "") << item;
}

TEST(Fault, a_limit_that_cannot_be_read_limits_nothing) {
    struct Case {
        const char *type, *url, *value, *given;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"attachment", "mimeType", "", R"("valueAttachment": {"contentType": "a/b", "url": "http://x.org"})"},
             {"attachment", "mimeType", R"("valueCode": "png")",
              R"("valueAttachment": {"contentType": "image/png", "url": "http://x.org"})"},
             {"attachment", "maxSize", "", R"("valueAttachment": {"contentType": "a/b", "url": "http://x.org", "size": 5})"},
             {"attachment", "maxSize", R"("valueDecimal": -1)",
              R"("valueAttachment": {"contentType": "a/b", "url": "http://x.org", "size": 5})"},
             {"reference", "questionnaire-referenceResource", "", R"("valueReference": {"reference": "Patient/1"})"},
             {"reference", "questionnaire-referenceResource", R"("valueCode": "Patiant")",
              R"("valueReference": {"reference": "Patient/1"})"},
             {"quantity", "questionnaire-unitOption", R"("valueCoding": {})", R"("valueQuantity": {"value": 1, "unit": "kg"})"},
             {"string", "questionnaire-maxOccurs", R"("valueInteger": -1)", R"("valueString": "a")"},
             {"string", "minLength", R"("valueInteger": -1)", R"("valueString": "a")"},
             {"decimal", "maxDecimalPlaces", R"("valueInteger": -1)", R"("valueDecimal": 1.5)"}}) {
        const std::string form = R"({"linkId": "q", "type": ")" + std::string(one.type) + "\", " + extension(one.url, one.value) + "}";
        EXPECT_EQ(said(form, answer("q", {one.given})), "") << one.url;
        EXPECT_TRUE(said_of_form(form).starts_with("error structure /item/0/extension/0")) << said_of_form(form);
    }
    const std::string length = R"({"linkId": "q", "type": "string", "maxLength": -1})";
    EXPECT_EQ(said(length, answer("q", {R"("valueString": "a")"})), "");
    EXPECT_EQ(said_of_form(length), "error structure /item/0/maxLength: a length or number below nought\n");
    const std::string repeats = R"({"linkId": "q", "type": "string", "repeats": "true"})";
    EXPECT_EQ(said(repeats, answer("q", {R"("valueString": "a")", R"("valueString": "b")"})), "");
    EXPECT_EQ(
        said(R"({"linkId": "q", "type": "reference", )" + extension("questionnaire-referenceResource", R"("valueCode": "Resource")") + "}",
             answer("q", {R"("valueReference": {"reference": "Patient/1"})"})),
        "")
        << "any at all";
}

TEST(Fault, a_list_with_one_entry_that_cannot_be_read_limits_nothing) {
    const std::string mime = R"({"url": "http://hl7.org/fhir/StructureDefinition/mimeType")";
    const std::string form =
        R"({"linkId": "q", "type": "attachment", "extension": [)" + mime + R"(, "valueCode": "image/png"}, )" + mime + "}]}";
    EXPECT_EQ(said(form, answer("q", {R"("valueAttachment": {"contentType": "a/b", "url": "http://x.org"})"})), "");
}

std::string many_items(std::size_t count) {
    std::string items;
    for (std::size_t i = 0; i < count; ++i)
        items += (i > 0 ? ", " : "") + std::string(R"({"linkId": "q)") + std::to_string(i) + R"(", "type": "string"})";
    return items;
}

TEST(Fault, what_is_beyond_the_limit_is_not_said_to_be_missing) {
    const std::string form = many_items(20'001);
    EXPECT_EQ(
        said(form, answer("q20000", {R"("valueString": "a")"})),
        "warning not-supported /item/0: \"q20000\" is not checked: the questionnaire has items that could not be read, or more than are "
        "read\n");
    EXPECT_EQ(said_of_form(form), "error structure /item/20000: more than 20000 items\n");
    EXPECT_TRUE(said(many_items(3), answer("q20000", {R"("valueString": "a")"})).starts_with("error not-found"));
    std::string options;
    for (int i = 0; i <= 20'000; ++i) options += (i > 0 ? ", " : "") + std::string(R"({"valueInteger": )") + std::to_string(i) + "}";
    EXPECT_EQ(said(R"({"linkId": "q", "type": "integer", "answerOption": [)" + options + "]}", answer("q", {R"("valueInteger": 20000)"})),
              "");
}

std::string unit_open(std::string_view word) {
    return R"({"linkId": "q", "type": "quantity", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg"}}
        )" +
           (word.empty() ? ""
                         : R"(, {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-unitOpen", "valueCode": ")" +
                               std::string(word) + "\"}") +
           "]}";
}

TEST(Fault, a_list_of_units_may_be_open) {
    const std::string grams =
        answer("q", {R"("valueQuantity": {"value": 5, "unit": "g", "system": "http://unitsofmeasure.org", "code": "g"})"});
    const std::string words = answer("q", {R"("valueQuantity": {"value": 5, "unit": "handful"})"});
    const std::string none = answer("q", {R"("valueQuantity": {"value": 5})"});
    for (const char* closed : {"", "optionsOnly"}) {
        EXPECT_TRUE(said(unit_open(closed), grams).starts_with("error code-invalid"));
        EXPECT_TRUE(said(unit_open(closed), words).starts_with("error code-invalid"));
    }
    EXPECT_EQ(said(unit_open("optionsOrType"), grams), "");
    EXPECT_TRUE(said(unit_open("optionsOrType"), words).starts_with("warning value"));
    EXPECT_TRUE(said(unit_open("optionsOrString"), grams).starts_with("error code-invalid"));
    EXPECT_EQ(said(unit_open("optionsOrString"), words), "");
    EXPECT_TRUE(said(unit_open("optionsOrString"), none).starts_with("error code-invalid"));
    EXPECT_EQ(said(unit_open("whatever"), grams), "") << "a word that is not known closes nothing";
}

// A form of these items with this value set in it, "#v".
std::string with_set(std::string_view items, std::string_view set) {
    return std::string(items) + R"(], "contained": [{"resourceType": "ValueSet", "id": "v", "url": "urn:v", )" + std::string(set) + "}";
}
const std::string two_codes = R"("compose": {"include": [{"system": "urn:s", "concept": [{"code": "a"}, {"code": "b"}]}]})";

TEST(Fault, options_of_a_type_that_no_answer_has_limit_nothing) {
    struct Case {
        const char *type, *option, *given, *other;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"integer", R"("valueCoding": {"code": "1"})", R"("valueInteger": 1)", R"("valueCoding": {"code": "1"})"},
             {"decimal", R"("valueString": "1.5")", R"("valueDecimal": 1.5)", R"("valueString": "1.5")"},
             {"date", R"("valueTime": "10:00:00")", R"("valueDate": "2026-01-01")", R"("valueTime": "10:00:00")"},
             {"dateTime", R"("valueInteger": 2)", R"("valueDateTime": "2026-01-01")", R"("valueInteger": 2)"},
             {"time", R"("valueDate": "2026-01-01")", R"("valueTime": "10:00:00")", R"("valueDate": "2026-01-01")"},
             {"string", R"("valueInteger": 2)", R"("valueString": "two")", R"("valueInteger": 2)"},
             {"quantity", R"("valueInteger": 1)", R"("valueQuantity": {"value": 1})", R"("valueInteger": 1)"}}) {
        const std::string form =
            R"({"linkId": "q", "type": ")" + std::string(one.type) + R"(", "answerOption": [{)" + std::string(one.option) + "}]}";
        EXPECT_EQ(said(form, answer("q", {one.given})), "") << one.type;
        EXPECT_TRUE(said(form, answer("q", {one.other})).contains("\"q\" is not answered with")) << one.type << " stays what it is";
        EXPECT_TRUE(said_of_form(form).starts_with("error structure /item/0/answerOption/0/value")) << said_of_form(form);
    }
    EXPECT_EQ(forms::lint_of(R"({"linkId": "q", "type": "boolean", "answerOption": [{"valueInteger": 1}, {"valueInteger": 2}]})"),
              "error invariant /item/0/answerOption: a question of this type has no options\n");
    EXPECT_TRUE(
        said(R"({"linkId": "q", "type": "decimal", "answerOption": [{"valueInteger": 2}]})", answer("q", {R"("valueDecimal": 2.0)"}))
            .empty())
        << "a number is a number";
    const std::string codes = R"({"linkId": "q", "type": "string", "answerOption": [{"valueCoding": {"code": "a"}}]})";
    EXPECT_EQ(said(codes, answer("q", {R"("valueString": "a")"})), "") << "and a text the code of an option";
    EXPECT_TRUE(said(codes, answer("q", {R"("valueString": "b")"})).contains("has no option"));
}

TEST(Fault, a_value_set_limits_only_what_can_be_in_it) {
    for (const auto& [type, given, words] :
         {std::tuple{"integer", R"("valueInteger": 1)",
                     "warning business-rule /item/0/answerValueSet: no answer of this type is in a value set"},
          {"date", R"("valueDate": "2026-01-01")",
           "warning business-rule /item/0/answerValueSet: no answer of this type is in a value set"},
          {"quantity", R"("valueQuantity": {"value": 1})", "warning business-rule /item/0/answerValueSet: no answer of this type is in"},
          {"boolean", R"("valueBoolean": true)", "error invariant /item/0/answerValueSet: a question of this type has no value set"},
          {"text", R"("valueString": "x")", "error invariant /item/0/answerValueSet: a question of this type has no value set"},
          {"reference", R"("valueReference": {"reference": "Patient/1"})",
           "error invariant /item/0/answerValueSet: a question of this type"}}) {
        const std::string form = with_set(R"({"linkId": "q", "type": ")" + std::string(type) + R"(", "answerValueSet": "#v"})", two_codes);
        EXPECT_EQ(said(form, answer("q", {given})), "") << type;
        EXPECT_TRUE(forms::lint_of(form).starts_with(words)) << forms::lint_of(form);
        EXPECT_EQ(std::ranges::count(forms::lint_of(form), '\n'), 1) << "and no more than that";
    }
}

TEST(Fault, a_value_set_in_the_file_may_be_named_by_its_url) {
    for (const char* name : {"#v", "urn:v", "urn:v|1"}) {
        const std::string form =
            with_set(R"({"linkId": "q", "type": "choice", "answerValueSet": ")" + std::string(name) + "\"}", two_codes);
        EXPECT_EQ(said(form, answer("q", {R"("valueCoding": {"system": "urn:s", "code": "a"})"})), "");
        EXPECT_TRUE(said(form, answer("q", {R"("valueCoding": {"system": "urn:s", "code": "c"})"})).contains("has no option")) << name;
        EXPECT_EQ(forms::lint_of(form), "");
    }
}

TEST(Fault, an_entry_of_a_value_set_without_a_code_may_be_any) {
    for (const auto& [set, place] :
         {std::pair{R"("expansion": {"contains": [{"display": "Yes"}, {"system": "urn:s", "code": "no"}]})", "/expansion/contains/0"},
          {R"("compose": {"include": [{"system": "urn:s", "concept": [{"display": "Yes"}, {"code": "no"}]}]})",
           "/compose/include/0/concept/0"}}) {
        const std::string form = with_set(R"({"linkId": "q", "type": "choice", "answerValueSet": "#v"})", set);
        EXPECT_EQ(said(form, answer("q", {R"("valueCoding": {"display": "Yes"})"})), "") << set;
        EXPECT_EQ(forms::lint_of(form),
                  "error structure /contained/0" + std::string(place) +
                      ": an entry without a code\n"
                      "warning not-supported /item/0: \"q\": an entry of its list of answers has no code; any coding is taken\n");
    }
    const std::string headed = with_set(R"({"linkId": "q", "type": "choice", "answerValueSet": "#v"})",
                                        R"("expansion": {"contains": [{"display": "Often", "contains": [{"system": "urn:s", "code": "a"}]},
                                                                      {"display": "Never", "abstract": true}]})");
    EXPECT_EQ(forms::lint_of(headed), "") << "a heading has none";
    EXPECT_TRUE(said(headed, answer("q", {R"("valueCoding": {"display": "Often"})"})).contains("has no option"));
}

TEST(Fault, what_is_wrong_with_a_value_set_is_said_where_it_is_named) {
    EXPECT_EQ(forms::lint_of(with_set(R"({"linkId": "q", "type": "choice", "answerValueSet": "#v"})",
                                      R"("compose": {"include": [{"system": "urn:s", "concept": [{"code": "a"}, {"code": "a"}]}]})")),
              "warning business-rule /item/0/answerValueSet: the option \"a\" of system \"urn:s\" stands here twice\n");
}

// Two groups beside each other with one linkId, as people copy them.
const std::string twins = R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string", "required": true}]},
                             {"linkId": "g", "type": "group", "item": [{"linkId": "b", "type": "integer", "required": true}]})";

TEST(Fault, items_beside_each_other_with_one_linkId_make_no_response_invalid) {
    const auto group = [](const std::string& item) { return R"({"linkId": "g", "item": [)" + item + "]}"; };
    const std::string a = answer("a", {R"("valueString": "x")"}), b = answer("b", {R"("valueInteger": 1)"});
    EXPECT_EQ(said(twins, group(a) + "," + group(b)), "") << "each takes the next place";
    for (const std::string& odd : {group(b), group(a) + "," + group(a), group(a) + "," + group(b) + "," + group(b),
                                   group("{\"linkId\": \"z\"}"), group(a) + "," + group(answer("b", {R"("valueInteger": "one")"}))}) {
        const std::string words = said(twins, odd);
        EXPECT_NE(words, "") << odd;
        EXPECT_EQ(words.contains("error "), odd.contains("one")) << words;
    }
    EXPECT_TRUE(said(twins + R"(, {"linkId": "z", "type": "string", "required": true})", group(a)).contains("error required : \"z\""))
        << "what stands beside them is judged as ever";
}

}  // namespace
}  // namespace needlewise
