// What is wrong with a questionnaire in itself: each rule fires, and does not fire.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

using forms::lint_of;

struct Rule {
    const char* name;
    const char *good, *bad, *words;
};

void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.name; }

class Lint : public testing::TestWithParam<Rule> {};

TEST_P(Lint, fires_and_does_not_fire) {
    EXPECT_EQ(lint_of(GetParam().good), "");
    EXPECT_EQ(lint_of(GetParam().bad), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Items, Lint,
    testing::Values(
        Rule{"link_id", R"({"linkId": "a", "type": "string"}, {"linkId": "b", "type": "string"})",
             R"({"linkId": "a", "type": "string"}, {"linkId": "a", "type": "string"})",
             "error duplicate /item/1/linkId: the linkId \"a\" stands here twice\n"},
        Rule{"no_link_id", R"({"linkId": "a", "type": "string"})", R"({"type": "string"})",
             "error structure /item/0: \"linkId\" is missing\n"},
        Rule{"type", R"({"linkId": "a", "type": "url"})", R"({"linkId": "a", "type": "slider"})",
             "error structure /item/0/type: unknown word \"slider\"\n"},
        Rule{"type_of_r5", R"({"linkId": "a", "type": "text"})",
             R"({"linkId": "a", "type": "coding", "answerOption": [{"valueCoding": {"code": "x"}}]})",
             "error structure /item/0/type: \"coding\" is a type of FHIR R5\n"},
        Rule{"abstract", R"({"linkId": "a", "type": "time"})", R"({"linkId": "a", "type": "question"})",
             "error invariant /item/0/type: question is an abstract type and asks nothing\n"},
        Rule{"empty_group", R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string"}]})",
             R"({"linkId": "g", "type": "group"})", "error invariant /item/0: the group \"g\" holds nothing\n"},
        Rule{"display_items", R"({"linkId": "g", "type": "display"})",
             R"({"linkId": "g", "type": "display", "item": [{"linkId": "a", "type": "string"}]})",
             "error invariant /item/0/item: a display holds no items\n"},
        Rule{"display_required", R"({"linkId": "g", "type": "display"})", R"({"linkId": "g", "type": "display", "required": true})",
             "error structure /item/0/required: a display is neither required nor repeats\n"},
        Rule{"display_repeats", R"({"linkId": "g", "type": "string", "repeats": false})",
             R"({"linkId": "g", "type": "display", "repeats": false})",
             "error structure /item/0/repeats: a display is neither required nor repeats\n"},
        Rule{"display_code", R"({"linkId": "g", "type": "string", "code": [{"code": "c"}]})",
             R"({"linkId": "g", "type": "display", "code": [{"code": "c"}]})", "error structure /item/0/code: a display has no code\n"},
        Rule{"display_read_only", R"({"linkId": "g", "type": "string", "readOnly": true})",
             R"({"linkId": "g", "type": "display", "readOnly": true})", "error structure /item/0/readOnly: a display is not readOnly\n"},
        Rule{"display_initial", R"({"linkId": "g", "type": "string", "initial": [{"valueString": "a"}]})",
             R"({"linkId": "g", "type": "display", "initial": [{"valueString": "a"}]})",
             "error invariant /item/0/initial: groups and displays have no initial answer\n"},
        Rule{"no_options", R"({"linkId": "a", "type": "open-choice"})", R"({"linkId": "a", "type": "choice"})",
             "warning business-rule /item/0: a choice without options takes any coding\n"},
        Rule{"options_of_boolean", R"({"linkId": "a", "type": "time", "answerOption": [{"valueTime": "10:00:00"}]})",
             R"({"linkId": "a", "type": "boolean", "answerOption": [{"valueInteger": 1}]})",
             "error invariant /item/0/answerOption: a question of this type has no options\n"},
        Rule{"option_twice", R"({"linkId": "a", "type": "integer", "answerOption": [{"valueInteger": 1}, {"valueInteger": 2}]})",
             R"({"linkId": "a", "type": "integer", "answerOption": [{"valueInteger": 1}, {"valueInteger": 1}]})",
             "warning business-rule /item/0/answerOption/1: the option 1 stands here twice\n"},
        Rule{"options_and_initial", R"({"linkId": "a", "type": "integer", "initial": [{"valueInteger": 1}]})",
             R"({"linkId": "a", "type": "integer", "answerOption": [{"valueInteger": 1}], "initial": [{"valueInteger": 1}]})",
             "error invariant /item/0/initial: a question with options has no initial\n"},
        Rule{
            "selected_twice",
            R"({"linkId": "a", "type": "integer", "answerOption": [{"valueInteger": 1, "initialSelected": true}, {"valueInteger": 2}]})",
            R"({"linkId": "a", "type": "integer", "answerOption": [{"valueInteger": 1, "initialSelected": true}, {"valueInteger": 2, "initialSelected": true}]})",
            "error invariant /item/0/answerOption: more than one option is chosen at first\n"},
        Rule{"initial_type", R"({"linkId": "a", "type": "open-choice", "initial": [{"valueString": "other"}]})",
             R"({"linkId": "a", "type": "integer", "initial": [{"valueDecimal": 1.5}]})",
             "error structure /item/0/initial/0/valueDecimal: \"a\" is not answered with valueDecimal\n"},
        Rule{"initial_twice",
             R"({"linkId": "a", "type": "integer", "repeats": true, "initial": [{"valueInteger": 1}, {"valueInteger": 2}]})",
             R"({"linkId": "a", "type": "integer", "initial": [{"valueInteger": 1}, {"valueInteger": 2}]})",
             "error invariant /item/0/initial: several initial answers to a question that takes one\n"},
        Rule{"length_of_date", R"({"linkId": "a", "type": "text", "maxLength": 5})", R"({"linkId": "a", "type": "date", "maxLength": 5})",
             "error invariant /item/0/maxLength: a question of this type has no length\n"},
        Rule{"length_below_nought", R"({"linkId": "a", "type": "text", "maxLength": 0})",
             R"({"linkId": "a", "type": "text", "maxLength": -1})", "error structure /item/0/maxLength: a length or number below nought\n"},
        Rule{
            "lengths_crossed",
            R"({"linkId": "a", "type": "text", "maxLength": 5, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minLength", "valueInteger": 5}]})",
            R"({"linkId": "a", "type": "text", "maxLength": 5, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minLength", "valueInteger": 6}]})",
            "error invariant /item/0: the shortest text allowed is longer than the longest\n"},
        Rule{
            "bounds_crossed",
            R"({"linkId": "a", "type": "integer", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 5}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 5}]})",
            R"({"linkId": "a", "type": "integer", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 6}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 5}]})",
            "warning business-rule /item/0: no answer can be at least 6 and at most 5\n"},
        Rule{
            "numbers_crossed",
            R"({"linkId": "a", "type": "string", "repeats": true, "required": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 2}, {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 2}]})",
            R"({"linkId": "a", "type": "string", "repeats": true, "required": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 3}, {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 2}]})",
            "error invariant /item/0: more answers are needed than are taken\n"},
        Rule{
            "least_not_required",
            R"({"linkId": "a", "type": "string", "repeats": true, "required": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 2}]})",
            R"({"linkId": "a", "type": "string", "repeats": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger": 2}]})",
            "warning business-rule /item/0: minOccurs counts only once the item is there, because the item is not required\n"},
        Rule{
            "most_not_repeating",
            R"({"linkId": "a", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 1}]})",
            R"({"linkId": "a", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 2}]})",
            "warning business-rule /item/0: several answers are asked for, but the item does not repeat\n"},
        Rule{"unknown_field", R"({"linkId": "a", "type": "string", "definition": "urn:d", "code": [{"code": "c"}], "prefix": "1."})",
             R"({"linkId": "a", "type": "string", "maxLenght": 5})", "error structure /item/0/maxLenght: unknown field \"maxLenght\"\n"},
        Rule{
            "pattern",
            R"({"linkId": "a", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "a+"}]})",
            R"({"linkId": "a", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "b(?=a)."}]})",
            "warning not-supported /item/0: \"a\": the pattern is not checked: looking ahead or behind, or flags within the pattern\n"}));

constexpr const char* boolean = R"({"linkId": "b", "type": "boolean"}, )";
#define WHEN(question, op, answer)                                                                                                                                                                \
    R"({"linkId": "b", "type": "boolean"}, {"linkId": "c", "type": "choice", "answerOption": [{"valueCoding": {"system": "urn:s", "code": "x"}}]}, {"linkId": "t", "type": "attachment"},
    {"linkId": "n", "type": "decimal"}, {"linkId": "g", "type": "group", "item": [{"linkId": "i", "type": "string"}]}, {"linkId": "a", "type": "string", "enableWhen": [{"question": ")" question \
    R"(", "operator": ")" op R"(", )" answer "}]}"

INSTANTIATE_TEST_SUITE_P(
    Conditions, Lint,
    testing::Values(
        Rule{"unknown_question", WHEN("b", "=", R"("answerBoolean": true)"), WHEN("z", "=", R"("answerBoolean": true)"),
             "error not-found /item/5/enableWhen/0/question: there is no question \"z\"\n"},
        Rule{"no_question", WHEN("i", "=", R"("answerString": "x")"), WHEN("g", "exists", R"("answerBoolean": true)"),
             "error invariant /item/5/enableWhen/0/question: \"g\" has no answer to ask about\n"},
        Rule{"other_type", WHEN("n", ">", R"("answerInteger": 3)"), WHEN("n", "=", R"("answerString": "3")"),
             "error invariant /item/5/enableWhen/0: an answer to \"n\" is never equal to \"3\"\n"},
        Rule{"other_type_in_order", WHEN("n", "<", R"("answerDecimal": 3)"), WHEN("n", "<", R"("answerString": "3")"),
             "error invariant /item/5/enableWhen/0: an answer to \"n\" is never less than \"3\"\n"},
        Rule{"no_order", WHEN("b", "!=", R"("answerBoolean": true)"), WHEN("b", ">", R"("answerBoolean": true)"),
             "error invariant /item/5/enableWhen/0/operator: answers to \"b\" have no order\n"},
        Rule{"no_such_option", WHEN("c", "=", R"("answerCoding": {"system": "urn:s", "code": "x"})"),
             WHEN("c", "=", R"("answerCoding": {"code": "x"})"),
             "warning code-invalid /item/5/enableWhen/0: \"c\" has no option \"x\" without a system\n"},
        Rule{"exists", WHEN("t", "exists", R"("answerBoolean": true)"), WHEN("t", "exists", R"("answerInteger": 1)"),
             "error structure /item/5/enableWhen/0: \"exists\" needs an answerBoolean\n"},
        Rule{"operator", WHEN("n", "<=", R"("answerDecimal": 1.0)"), WHEN("b", "==", R"("answerBoolean": true)"),
             "error structure /item/5/enableWhen/0/operator: unknown word \"==\"\n"},
        Rule{"no_answer", WHEN("b", "=", R"("answerBoolean": false)"), WHEN("b", "=", R"("answerDay": 1)"),
             "error structure /item/5/enableWhen/0/answerDay: unknown field \"answerDay\"\nerror structure /item/5/enableWhen/0/answerDay: "
             "\"answerDay\" is no kind of answer\nerror structure /item/5/enableWhen/0: \"answer…\" is missing\n"}));
#undef WHEN

TEST(Lint, several_conditions_say_how_they_go_together) {
    const auto two = [](const std::string& behavior) {
        return std::string(boolean) + R"({"linkId": "a", "type": "string", )" + behavior +
               R"("enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}, {"question": "b", "operator": "exists", "answerBoolean": true}]})";
    };
    EXPECT_EQ(lint_of(two(R"("enableBehavior": "any", )")), "");
    EXPECT_EQ(lint_of(two("")), "error structure /item/1: several conditions without enableBehavior\n");
}

std::string depends(const char* link_id, const char* on) {
    return R"({"linkId": ")" + std::string(link_id) + R"(", "type": "boolean", "enableWhen": [{"question": ")" + on +
           R"(", "operator": "=", "answerBoolean": true}]})";
}

TEST(Lint, what_is_wrong_with_an_initial_answer_is_a_warning_of_its_own) {
    const auto with = [](const std::string& fields) {
        return lint_of(R"({"linkId": "a", )" + fields + R"(}], "contained": [{"resourceType": "ValueSet", "id": "v",
            "compose": {"include": [{"system": "urn:s", "concept": [{"code": "x"}, {"code": "y"}]}]}})");
    };
    const std::string choice = R"("type": "choice", "answerValueSet": "#v", "initial": )";
    EXPECT_EQ(with(choice + R"([{"valueCoding": {"system": "urn:s", "code": "x"}}])"), "") << "que-11 is of answerOption alone";
    EXPECT_EQ(with(choice + R"([{"valueCoding": {"system": "urn:s", "code": "z"}}])"),
              "warning code-invalid /item/0/initial/0/valueCoding: \"a\" has no option \"z\" of system \"urn:s\"\n");
    EXPECT_EQ(with(R"("type": "open-choice", "answerValueSet": "#v", "initial": [{"valueString": "other"}])"), "");
    EXPECT_EQ(with(R"("type": "string", "maxLength": 2, "repeats": true, "initial": [{"valueString": "ab"}, {"valueString": "abc"}])"),
              "warning too-long /item/0/initial/1/valueString: the answer has 3 characters\n");
    EXPECT_EQ(with(R"("type": "string", "initial": [{"value": "a", "valueString": "b"}])"),
              "error structure /item/0/initial/0/value: unknown field \"value\"\n");
}

std::string quantity(std::string_view name, std::string_view value) {
    return R"({"linkId": "a", "type": "quantity", "extension": [{"url": "http://hl7.org/fhir/)" + std::string(name) + "\", " +
           std::string(value) + "}]}";
}

TEST(Lint, units_have_their_system) {
    const auto option = [](std::string_view coding) {
        return lint_of(quantity("StructureDefinition/questionnaire-unitOption", R"("valueCoding": )" + std::string(coding)));
    };
    EXPECT_EQ(option(R"({"system": "http://unitsofmeasure.org", "code": "kg"})"), "");
    EXPECT_EQ(option(R"({"display": "handful"})"), "") << "words have none";
    EXPECT_EQ(option(R"({"code": "kg"})"), "warning business-rule /item/0: the unit \"kg\" has no system, so that it is taken in any\n");
    const auto most = [](std::string_view bound) {
        return lint_of(quantity("uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", R"("valueQuantity": )" + std::string(bound)));
    };
    EXPECT_EQ(most(R"({"value": 9, "system": "http://unitsofmeasure.org", "code": "kg"})"), "");
    EXPECT_EQ(most(R"({"value": 9, "system": "http://unitsofmeasure.org", "code": "[drp]"})"), "") << "known here or not";
    for (const auto& [bound, words] : {std::pair{R"({"value": 9})", "9 without a unit"},
                                       {R"({"value": 9, "unit": "kilo"})", "9 kilo"},
                                       {R"({"value": 9, "code": "kg"})", "9 kg"},
                                       {R"({"value": 9, "system": "urn:own", "code": "kg"})", "9 kg"}})
        EXPECT_EQ(most(bound), "warning business-rule /item/0: the bound " + std::string(words) +
                                   " has no UCUM code, so that it holds for no other unit\n");
    EXPECT_EQ(most(R"({"unit": "kg"})"),
              "warning business-rule /item/0: no answer of this type can be held against the bound no number kg\n");
}

TEST(Lint, finds_circles) {
    EXPECT_EQ(lint_of(std::string(boolean) + depends("a", "b") + "," + depends("c", "a")), "");
    EXPECT_EQ(lint_of(depends("a", "a")), "error business-rule /item/0/enableWhen: whether \"a\" is shown depends on itself: a → a\n");
    EXPECT_EQ(lint_of(depends("a", "b") + "," + depends("b", "c") + "," + depends("c", "a")),
              "error business-rule /item/0/enableWhen: whether \"a\" is shown depends on itself: a → b → c → a\n");
    EXPECT_EQ(
        lint_of(
            R"({"linkId": "g", "type": "group", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}], "item": [{"linkId": "a", "type": "boolean"}]})"),
        "error business-rule /item/0/enableWhen: whether \"g\" is shown depends on itself: g → a → g\n")
        << "an item is shown only where its group is";
}

TEST(Lint, a_chain_as_long_as_the_form_costs_no_stack) {
    std::string form = R"({"linkId": "q0", "type": "boolean"})";
    for (int i = 1; i < 5000; ++i) form += ", " + depends(("q" + std::to_string(i)).c_str(), ("q" + std::to_string(i - 1)).c_str());
    EXPECT_EQ(lint_of(form), "");
}

TEST(Lint, what_is_not_supported_is_said_with_item_and_extension) {
    const auto with = [](std::string_view url) {
        return R"({"linkId": "a", "type": "string", "extension": [{"url": ")" + std::string(url) +
               R"(", "valueExpression": {"language": "text/fhirpath", "expression": "1"}}]})";
    };
    struct Case {
        const char *url, *words;
    };
    constexpr const char* sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
    for (const auto& [name, words] : {Case{"sdc-questionnaire-calculatedExpression", "the answer is meant to be calculated by FHIRPath"},
                                      Case{"sdc-questionnaire-initialExpression", "the first answer is meant to be worked out"},
                                      Case{"sdc-questionnaire-enableWhenExpression", "it is always asked"},
                                      Case{"sdc-questionnaire-answerExpression", "any answer is taken"},
                                      Case{"sdc-questionnaire-unheardOf", "an expression in text/fhirpath"}}) {
        const auto form = read_form(forms::questionnaire(with(std::string(sdc) + name)), "q");
        ASSERT_TRUE(form);
        const auto& notices = form->questionnaire.items[0].notices;
        ASSERT_EQ(notices.size(), 1u) << name;
        EXPECT_TRUE(notices[0].shown && notices[0].words.find(words) != std::string::npos) << notices[0].words;
        EXPECT_EQ(notices[0].extension, std::string(sdc) + name);
        const std::string said = lint_of(with(std::string(sdc) + name));
        EXPECT_TRUE(said.starts_with("warning not-supported /item/0: \"a\": ")) << said;
    }
    EXPECT_EQ(
        lint_of(
            R"({"linkId": "a", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/designNote", "valueMarkdown": "x"}]})"),
        "warning not-supported /item/0: \"a\": the extension \"designNote\" has no effect here\n");
    EXPECT_EQ(lint_of(R"({"linkId": "a", "type": "string", "modifierExtension": [{"url": "urn:x/opposite", "valueBoolean": true}]})"),
              "warning not-supported /item/0: \"a\": \"opposite\" changes what this means, in a way this program does not know\n");
}

TEST(Lint, what_is_not_supported_is_said_wherever_it_stands) {
    const std::string cqf =
        R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/cqf-expression", "valueExpression": {"language": "text/fhirpath", "expression": "1"}}]})";
    const auto with = [](const std::string& fields) { return lint_of(R"({"linkId": "a", "type": "string", )" + fields + "}"); };
    const auto warned = [](std::string_view what) { return "warning not-supported /item/0: \"a\": " + std::string(what) + "\n"; };
    for (const std::string field : {"text", "required", "maxLength", "readOnly", "repeats", "type", "prefix", "linkId", "definition"})
        EXPECT_EQ(with("\"_" + field + "\": " + cqf),
                  warned("in \"" + field + "\": a value is given in FHIRPath, which this program does not evaluate"));
    const std::string other = R"("extension": [{"url": "urn:x/y", "valueCode": "z"}])", modifier = R"("modifierE)" + other.substr(2);
    EXPECT_EQ(with(R"("_text": {)" + other + "}"), warned("in \"text\": the extension \"y\" has no effect here"));
    const std::string changes = warned("\"y\" changes what this means, in a way this program does not know");
    EXPECT_EQ(with(R"("answerOption": [{"valueString": "x", )" + modifier + "}]"), changes);
    EXPECT_TRUE(
        with(R"("enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true, )" + modifier + "}]").contains(changes));
    EXPECT_TRUE(with(R"("enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true, )" + other + "}]")
                    .contains(warned("in \"enableWhen\": the extension \"y\" has no effect here")));
    EXPECT_EQ(with(R"("answerOption": [{"valueString": "x", "_valueString": {)" + other + "}}]"),
              warned("in \"valueString\": the extension \"y\" has no effect here"));
    EXPECT_EQ(with(R"("initial": [{"_valueString": )" + cqf + "}]"),
              warned("in \"valueString\": a value is given in FHIRPath, which this program does not evaluate"));
    EXPECT_EQ(with(R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minLength", "_valueInteger": )" + cqf + "}]"),
              warned("\"minLength\" is said in FHIRPath, which this program does not check"));
    EXPECT_EQ(lint_of(R"({"linkId": "a", "type": "choice", "answerOption": [{"valueCoding": {"code": "x", "_display": {"extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [{"url": "lang", "valueCode": "de"}, {"url": "content", "valueString": "X"}]}]},
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}]}}]})"),
              "")
        << "what is understood is not";
}

TEST(Lint, of_the_whole_form) {
    EXPECT_EQ(lint_of(""), "warning structure /item: \"item\" is empty\nwarning business-rule : the questionnaire asks nothing\n");
    const auto whole = [](std::string_view fields) {
        auto form = read_form(
            R"({"resourceType": "Questionnaire", )" + std::string(fields) + R"(, "item": [{"linkId": "a", "type": "string"}]})", "q");
        if (!form) return std::string("unreadable");
        lint(form->questionnaire, Outline(form->questionnaire), form->issues);
        return forms::lines(form->issues);
    };
    EXPECT_EQ(whole(R"("status": "active")"), "");
    EXPECT_EQ(whole(R"("url": "urn:q")"), "error structure : \"status\" is missing\n");
    EXPECT_EQ(whole(R"("status": "ready")"), "error structure /status: unknown word \"ready\"\n");
    EXPECT_EQ(whole(R"("status": "active", "implicitRules": "urn:r")"),
              "warning not-supported : the form follows rules laid down elsewhere, which this program does not know\n");
    EXPECT_EQ(whole(R"("status": "active", "derivedFrom": ["urn:p"])"),
              "warning not-supported : the form is derived from another, which is not fetched\n");
    EXPECT_EQ(
        whole(
            R"("status": "active", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {"language": "text/fhirpath"}}])"),
        "warning not-supported : a value for other expressions is written in FHIRPath, which this program does not evaluate\n");
}

}  // namespace
}  // namespace needlewise
