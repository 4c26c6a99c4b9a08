// What is read of anybody's questionnaire and response, and what happens to input that is none.
#include <gtest/gtest.h>

#include "core/form/start.h"
#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;

Item only_item(std::string_view json, std::string_view more_at_the_top = "") {
    auto form = read_form(R"({"resourceType": "Questionnaire", "status": "active")" + std::string(more_at_the_top) + R"(, "item": [)" +
                              std::string(json) + "]}",
                          "q");
    EXPECT_TRUE(form);
    EXPECT_EQ(form ? forms::lines(form->issues) : "", "");
    return form && form->questionnaire.items.size() == 1
               ? form->questionnaire.items.front()
               : Item{.link_id = {}, .text = {}, .enable_when = {}, .options = {}, .children = {}};
}

std::string ext(std::string_view url, std::string_view value) {
    return R"({"url": "http://hl7.org/fhir/StructureDefinition/)" + std::string(url) + "\", " + std::string(value) + "}";
}

TEST(Form, reads_every_type) {
    constexpr std::pair<const char*, ItemType> types[] = {{"group", ItemType::group},
                                                          {"display", ItemType::display},
                                                          {"boolean", ItemType::boolean},
                                                          {"decimal", ItemType::decimal},
                                                          {"integer", ItemType::integer},
                                                          {"date", ItemType::date},
                                                          {"dateTime", ItemType::date_time},
                                                          {"time", ItemType::time},
                                                          {"string", ItemType::string},
                                                          {"text", ItemType::text},
                                                          {"url", ItemType::url},
                                                          {"choice", ItemType::choice},
                                                          {"open-choice", ItemType::open_choice},
                                                          {"attachment", ItemType::attachment},
                                                          {"reference", ItemType::reference},
                                                          {"quantity", ItemType::quantity}};
    for (const auto& [word, type] : types)
        EXPECT_EQ(only_item(R"({"linkId": "a", "type": ")" + std::string(word) + "\"}").type, type) << word;
}

TEST(Form, reads_how_an_item_looks) {
    const Item item = only_item(
        R"({"linkId": "a", "type": "choice", "prefix": "1.", "text": "Colour?", "readOnly": true, "extension": [)" +
        ext("questionnaire-hidden", R"("valueBoolean": true)") + "," +
        ext("questionnaire-itemControl", R"("valueCodeableConcept": {"coding": [{"code": "drop-down"}]})") + "," +
        ext("questionnaire-choiceOrientation", R"("valueCode": "horizontal")") + "," + ext("entryFormat", R"("valueString": "a colour")") +
        "," + ext("questionnaire-unit", R"("valueCoding": {"code": "kg", "display": "kilogram"})") +
        R"(, {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia", "valueAttachment": {"contentType": "image/png", "url": "https://x.org/a.png"}}]})");
    EXPECT_TRUE(item.look.hidden && item.read_only);
    EXPECT_EQ(item.look.prefix, "1.");
    EXPECT_EQ(item.look.control, "drop-down");
    EXPECT_EQ(item.look.orientation, Orientation::horizontal);
    EXPECT_EQ(item.look.entry_format, "a colour");
    EXPECT_EQ(item.look.unit.front().unit, "kilogram");
    ASSERT_TRUE(item.look.media);
    EXPECT_EQ(item.look.media->file.url, "https://x.org/a.png");
    EXPECT_TRUE(item.map.empty()) << "no request is made for other people's pictures";
}

TEST(Form, reads_words_in_languages_and_with_markup) {
    const Item item = only_item(
        R"({"linkId": "a", "type": "string", "text": "Name", "_text": {"extension": [)" +
        ext("translation", R"("extension": [{"url": "lang", "valueCode": "de"}, {"url": "content", "valueString": "Ihr Name"}])") + "," +
        ext("rendering-xhtml", R"("valueString": "<div>Your <b>full</b> name</div>")") + "]}}");
    EXPECT_EQ(in_language(item.text, item.look.translations, "de"), "Ihr Name");
    EXPECT_EQ(in_language(item.text, item.look.translations, "de-AT"), "Ihr Name");
    EXPECT_EQ(in_language(item.text, item.look.translations, "fr"), "Name");
    ASSERT_EQ(item.look.rich.size(), 1u);
    EXPECT_EQ(item.look.rich[0], (RichParagraph{{"Your", false, false}, {" full", true, false}, {" name", false, false}}));
}

TEST(Form, reads_value_sets_in_the_file) {
    const auto with = [](std::string_view set) {
        return R"(, "contained": [{"resourceType": "ValueSet", "id": "v", )" + std::string(set) + "}]";
    };
    constexpr const char* item = R"({"linkId": "a", "type": "choice", "answerValueSet": "#v"})";
    const Item composed = only_item(
        item,
        with(
            R"("compose": {"include": [{"system": "urn:s", "concept": [{"code": "a", "display": "A", "designation": [{"language": "de", "value": "Ah"}]}, {"code": "b"}]}],
        "exclude": [{"system": "urn:s", "concept": [{"code": "b"}]}]})"));
    ASSERT_EQ(composed.options.size(), 1u);
    EXPECT_EQ(composed.options[0].coding, (Coding{"urn:s", "a"}));
    EXPECT_EQ(in_language(composed.options[0].text, composed.options[0].translations, "de"), "Ah");
    EXPECT_TRUE(composed.value_set.empty() && composed.notices.empty());
    const Item expanded = only_item(
        item,
        with(
            R"("expansion": {"contains": [{"system": "urn:s", "code": "top", "abstract": true, "contains": [{"system": "urn:s", "code": "x"}]}, {"system": "urn:s", "code": "y"}]})"));
    EXPECT_EQ(expanded.options.size(), 2u);
    const Item filtered =
        only_item(item, with(R"("compose": {"include": [{"system": "urn:s", "filter": [{"property": "p", "op": "=", "value": "v"}]}]})"));
    EXPECT_TRUE(filtered.options.empty());
    ASSERT_EQ(filtered.notices.size(), 1u);
    EXPECT_EQ(filtered.notices[0].words,
              "its answers are described in a way that needs a terminology server; any coding of the systems named there is taken");
}

TEST(Form, a_version_that_is_asked_for_is_the_one_that_is_taken) {
    const auto codes = [](const std::string& asked, std::string_view compose = "") {
        const auto set = [](std::string_view version, std::string_view code) {
            return R"({"resourceType": "ValueSet", "url": "urn:v", "version": ")" + std::string(version) +
                   R"(", "compose": {"include": [{"system": "urn:s", "concept": [{"code": ")" + std::string(code) + R"("}]}]}}, )" +
                   R"({"resourceType": "CodeSystem", "url": "urn:s", "version": ")" + std::string(version) +
                   R"(", "content": "complete", "concept": [{"code": ")" + std::string(code) + R"("}]})";
        };
        const Item item = only_item(
            R"({"linkId": "a", "type": "choice", "answerValueSet": ")" + asked + "\"}",
            R"(, "contained": [)" + set("1", "a") + ", " + set("2", "b") +
                (compose.empty() ? "" : R"(, {"resourceType": "ValueSet", "id": "w", "compose": )" + std::string(compose) + "}") + "]");
        std::string all;
        for (const Option& option : item.options) all += option.coding.code;
        return all;
    };
    EXPECT_EQ(codes("urn:v|2"), "b");
    EXPECT_EQ(codes("urn:v|1"), "a");
    EXPECT_EQ(codes("urn:v|3"), "") << "not in the file";
    EXPECT_EQ(codes("urn:v"), "a") << "any";
    EXPECT_EQ(codes("#w", R"({"include": [{"valueSet": ["urn:v|2"]}]})"), "b");
    EXPECT_EQ(codes("#w", R"({"include": [{"system": "urn:s", "version": "2"}]})"), "b");
    EXPECT_EQ(codes("#w", R"({"include": [{"system": "urn:s", "version": "3"}]})"), "");
}

TEST(Form, follows_a_value_set_to_others_and_to_code_systems_in_the_file) {
    const auto codes = [](std::string_view compose) {
        const Item item = only_item(R"({"linkId": "a", "type": "choice", "answerValueSet": "#v"})",
                                    R"(, "contained": [{"resourceType": "ValueSet", "id": "v", "compose": )" + std::string(compose) + R"(},
            {"resourceType": "ValueSet", "id": "w", "url": "urn:w", "compose": {"include": [{"system": "urn:s"}], "exclude": [{"system": "urn:s", "concept": [{"code": "c"}]}]}},
            {"resourceType": "ValueSet", "id": "ends", "compose": {"include": [{"system": "urn:s", "concept": [{"code": "a"}, {"code": "c"}]}]}},
            {"resourceType": "ValueSet", "id": "round", "compose": {"include": [{"valueSet": ["#round"]}]}},
            {"resourceType": "CodeSystem", "url": "urn:s", "content": "complete", "concept": [{"code": "a", "concept": [{"code": "b"}]}, {"code": "c"}]},
            {"resourceType": "CodeSystem", "url": "urn:part", "content": "fragment", "concept": [{"code": "a"}]}])");
        std::string all;
        for (const Option& option : item.options) all += option.coding.code;
        EXPECT_EQ(all.empty(), item.notices.size() == 1u) << compose;
        return all;
    };
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s"}]})"), "abc");
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:x", "concept": [{"code": "c"}]}, {"valueSet": ["#w"]}]})"), "cab");
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s", "concept": [{"code": "c"}]}, {"valueSet": ["urn:w|1"]}]})"), "cab")
        << "what one excludes another may have";
    EXPECT_EQ(codes(R"({"include": [{"valueSet": ["#w", "#round"]}]})"), "");
    EXPECT_EQ(codes(R"({"include": [{"valueSet": ["#w", "#ends"]}]})"), "a") << "what both have";
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s", "concept": [{"code": "c"}, {"code": "a"}], "valueSet": ["#ends"]}]})"), "ca");
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s", "valueSet": ["#w"]}]})"), "ab");
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s"}], "exclude": [{"valueSet": ["#w"]}]})"), "c");
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s"}], "exclude": [{"valueSet": ["#w", "#ends"]}]})"), "bc") << "only what both have";
    EXPECT_EQ(
        codes(R"({"include": [{"system": "urn:x", "concept": [{"code": "a"}]}, {"valueSet": ["#w"]}], "exclude": [{"system": "urn:s"}]})"),
        "a")
        << "another system's";
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:s"}], "exclude": [{"system": "urn:part"}]})"), "abc") << "nor of one in part";
    const Item shared = only_item(R"({"linkId": "a", "type": "choice", "answerValueSet": "#v"})",
                                  R"(, "contained": [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [
            {"system": "urn:s", "concept": [{"code": "a"}, {"code": "b"}]}, {"system": "urn:s", "concept": [{"code": "b"}, {"code": "c"}]}]}}])");
    EXPECT_EQ(shared.options.size(), 3u) << "what two of them name is in it once";
    const std::string_view without_a_system = R"({"include": [{"system": "urn:s", "concept": [{"code": "a"}]},
        {"system": "urn:t", "concept": [{"code": "b"}]}], "exclude": [{"system": "urn:t"}]})";
    EXPECT_EQ(codes(without_a_system), "a") << "of that system is nothing left";
    EXPECT_EQ(
        codes(R"({"include": [{"system": "urn:part", "concept": [{"code": "a"}, {"code": "b"}]}], "exclude": [{"system": "urn:part"}]})"),
        "")
        << "b may be of it";
    EXPECT_EQ(codes(R"({"include": [{}]})"), "");
    EXPECT_EQ(codes(R"({"include": [{"valueSet": ["#round"]}]})"), "");
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:part"}]})"), "") << "not all of its codes are here";
    EXPECT_EQ(codes(R"({"include": [{"system": "urn:gone"}]})"), "");
}

TEST(Form, takes_the_units_of_a_value_set_in_the_file) {
    const auto with = [](std::string_view named) {
        return only_item(
            R"({"linkId": "a", "type": "quantity", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet", "valueCanonical": ")" +
                std::string(named) + R"("}]})",
            R"(, "contained": [{"resourceType": "ValueSet", "id": "u", "compose": {"include": [{"system": "http://unitsofmeasure.org",
            "concept": [{"code": "kg"}, {"code": "[lb_av]", "display": "pounds"}]}]}}])");
    };
    const Item item = with("#u");
    ASSERT_EQ(item.limits.units.size(), 2u);
    EXPECT_EQ(item.limits.units[0].unit, "kg");
    EXPECT_EQ(item.limits.units[1].unit, "pounds");
    EXPECT_EQ(item.limits.units[1].code, "[lb_av]");
    EXPECT_TRUE(item.notices.empty());
    EXPECT_EQ(with("http://x.org/units").notices.size(), 1u);
    EXPECT_EQ(with("#gone").notices.size(), 1u);
}

TEST(Form, follows_value_sets_only_so_far) {
    std::string sets;
    for (int level = 0; level < 8; ++level) {
        std::string includes;
        for (int i = 0; i < 100; ++i) includes += std::string(i ? ", " : "") + R"({"valueSet": ["#v)" + std::to_string(level + 1) + "\"]}";
        sets += R"({"resourceType": "ValueSet", "id": "v)" + std::to_string(level) + R"(", "compose": {"include": [)" + includes + "]}}, ";
    }
    const Item item = only_item(
        R"({"linkId": "a", "type": "choice", "answerValueSet": "#v0"})",
        R"(, "contained": [)" + sets + R"({"resourceType": "ValueSet", "id": "v8", "compose": {"include": [{"system": "urn:none"}]}}])");
    EXPECT_TRUE(item.options.empty());
    EXPECT_EQ(item.notices.size(), 1u) << "and in no time";
}

TEST(Form, reads_only_so_many_codes_however_often_they_are_named) {
    std::string codes, sets;
    for (int i = 0; i < 9000; ++i) codes += std::string(i ? ", " : "") + R"({"code": "c)" + std::to_string(i) + "\"}";
    for (int i = 0; i < 200; ++i) sets += std::string(i ? ", " : "") + "\"#all\"";
    const auto with = [&](const std::string& compose) {
        return *read_form(R"({"resourceType": "Questionnaire", "status": "active", "item": [
            {"linkId": "a", "type": "choice", "answerValueSet": "#v"}], "contained": [
            {"resourceType": "ValueSet", "id": "v", "compose": )" +
                              compose +
                              R"(}, {"resourceType": "ValueSet", "id": "all", "compose": {"include": [{"system": "urn:s", "concept": [)" +
                              codes + "]}]}}]}",
                          "q");
    };
    EXPECT_EQ(with(R"({"include": [{"valueSet": ["#all", "#all"]}]})").questionnaire.items[0].options.size(), 9000u);
    for (const char* part : {R"({"include": [{"valueSet": [)", R"({"include": [{"valueSet": ["#all"]}], "exclude": [{"valueSet": [)"}) {
        const ReadForm form = with(part + sets + "]}]}");
        const Item& item = form.questionnaire.items[0];
        EXPECT_TRUE(forms::lines(form.issues).starts_with("error structure /item/0/answerValueSet: \"v\" has more than 20000 codes"));
        EXPECT_TRUE(item.options.empty()) << part;
        EXPECT_EQ(item.notices.size(), 1u) << "and that it is so is said";
    }
}

TEST(Form, says_that_other_value_sets_are_not_fetched) {
    const Item item = only_item(R"({"linkId": "a", "type": "choice", "answerValueSet": "http://x.org/vs"})");
    ASSERT_EQ(item.notices.size(), 1u);
    EXPECT_EQ(item.notices[0].words, "its answers come from the list http://x.org/vs, which is not fetched; any coding is taken");
    EXPECT_EQ(forms::lint_of(R"({"linkId": "a", "type": "choice", "answerValueSet": "#gone"})"),
              "error structure /item/0/answerValueSet: the questionnaire contains no ValueSet \"gone\"\n");
    EXPECT_TRUE(forms::lint_of(R"({"linkId": "a", "type": "boolean", "answerValueSet": "http://x.org/vs"})")
                    .starts_with("error invariant /item/0/answerValueSet: a question of this type has no value set\n"));
    EXPECT_EQ(forms::lint_of(R"({"linkId": "a", "type": "string", "answerValueSet": "http://x.org/vs"})"),
              "warning not-supported /item/0: \"a\": its answers come from the list http://x.org/vs, which is not fetched; any coding is "
              "taken\n");
}

constexpr const char* scored = R"({"linkId": "a", "type": "choice", "answerOption": [
    {"valueCoding": {"code": "few", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0.10}]}, "initialSelected": true},
    {"valueCoding": {"code": "many"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 3}]}]},
    {"linkId": "b", "type": "integer", "initial": [{"valueInteger": 4}], "answerOption": []},
    {"linkId": "g", "type": "group", "item": [{"linkId": "c", "type": "dateTime", "initial": [{"valueDateTime": "2024-03-01"}], "item": [{"linkId": "d", "type": "url", "initial": [{"valueUri": "urn:x"}]}]}]})";

TEST(Form, starts_with_its_initial_answers) {
    const Response first = start(forms::read(scored));
    const std::string text = write_form_response(first);
    EXPECT_EQ(forms::said_of(forms::questionnaire(scored), text), "") << text;
    EXPECT_NE(text.find("\"valueDateTime\": \"2024-03-01\""), std::string::npos) << text;
    EXPECT_NE(text.find("\"valueUri\": \"urn:x\""), std::string::npos);
    const auto again = read_form_response(text, "r");
    ASSERT_TRUE(again);
    EXPECT_EQ(write_form_response(again->response), text);
}

TEST(Form, adds_up_its_score) {
    const Questionnaire form = forms::read(
        std::string(scored) +
        R"(, {"linkId": "e", "type": "choice", "repeats": true, "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}],
        "answerOption": [{"valueCoding": {"code": "x"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0.2}]}]})");
    const Outline outline(form);
    const auto total = [&](std::string_view answers) {
        Issues issues;
        const auto given = read_form_response(forms::response(answers), "r");
        return total_score(Tree(outline, given->response, issues)).value_or(Decimal(-1)).plain();
    };
    const std::string few = answer("a", {R"("valueCoding": {"code": "few"})"}), x = answer("e", {R"("valueCoding": {"code": "x"})"});
    EXPECT_EQ(total(few + "," + answer("b", {R"("valueInteger": 1)"}) + "," + x), "0.3") << "exactly";
    EXPECT_EQ(total(few + "," + x), "0.1") << "a question that is not asked does not count";
    EXPECT_EQ(total(answer("a", {R"("valueCoding": {"code": "many"})"})), "3");
    EXPECT_EQ(total(""), "-1");
}

// ---- Input that is none ----------------------------------------------------------------------------------------------

std::string refused(std::string_view text) {
    const auto form = read_form(text, "q.json");
    const auto response = read_form_response(text, "q.json");
    if (form || response) return "read";
    std::string line = to_line(form.error().front());
    EXPECT_FALSE(form.error().front().hint.empty()) << line << " has no remedy";
    return line;
}

TEST(BadInput, is_refused_with_a_place_and_a_remedy) {
    EXPECT_TRUE(refused("").starts_with("q.json: error: not JSON"));
    EXPECT_TRUE(
        refused(R"({"resourceType": "Questionnaire", "item": [{"linkId")").starts_with("q.json: error: not JSON at line 1, column "));
    EXPECT_EQ(refused("[]"), "q.json: error: expected a Questionnaire, found a list (give a FHIR R4 Questionnaire in JSON)");
    EXPECT_EQ(refused(R"({"resourceType": "Patient"})"),
              "q.json:/resourceType: error: expected a Questionnaire, found \"Patient\" (give a FHIR R4 Questionnaire in JSON)");
    EXPECT_TRUE(refused("{\"resourceType\": \"Questionnaire\", \"title\": \"\xff\"}").contains("UTF-8"));
    EXPECT_TRUE(refused(R"({"resourceType": "Questionnaire", "x": NaN})").contains("not JSON"));
    EXPECT_TRUE(refused(R"({"resourceType": "Questionnaire", "x": 1e999})").contains("a number is too large"));
    EXPECT_TRUE(refused(std::string(10'000, '[')).contains("nested deeper than 400 levels"));
    EXPECT_TRUE(refused(std::string(50u << 20, ' ')).contains("larger than 16777216 bytes"));
    EXPECT_EQ(refused(R"({"resourceType": "Questionnaire", "status": "active", "status": "draft"})"),
              "q.json:/status: error: field \"status\" stands here twice (keep one of them)");
}

TEST(BadInput, of_the_right_resource_is_read_as_far_as_it_goes) {
    const auto form = read_form(
        R"({"resourceType": "Questionnaire", "status": 7, "item": [7, {"linkId": "a", "type": "string", "enableWhen": {}, "extension": [{}]}]})",
        "q");
    ASSERT_TRUE(form);
    ASSERT_EQ(form->questionnaire.items.size(), 2u) << "places count as in the file";
    EXPECT_EQ(form->questionnaire.items[1].link_id, "a");
    EXPECT_GE(form->issues.all().size(), 4u);
    EXPECT_EQ(forms::said(R"({"linkId": "a", "type": "string"})", R"(7, {"linkId": "a", "answer": [7, {"valueString": "x"}]})"),
              "error structure /item/0: expected an object, found a number\nerror structure /item/1/answer/0: expected an object, found a "
              "number\n"
              "error structure /item/1/answer/0: the answer to \"a\" has no value\nerror structure /item/1/answer/1: \"a\" takes one "
              "answer, not 2\n");
}

TEST(BadInput, of_many_faults_is_bounded) {
    std::string items;
    for (int i = 0; i < 3000; ++i) items += std::string(i ? "," : "") + R"({"linkId": "nobody"})";
    const auto form = read_form(forms::questionnaire(R"({"linkId": "a", "type": "string"})"), "q");
    auto answers = read_form_response(forms::response(items), "r");
    ASSERT_TRUE(form && answers);
    const Outline outline(form->questionnaire);
    const Tree tree(outline, answers->response, answers->issues);
    EXPECT_EQ(answers->issues.all().size(), 1000u);
    EXPECT_EQ(answers->issues.not_listed(), 2000u);
    EXPECT_TRUE(outcome_json(answers->issues, {}).contains("2000 further issues are not listed"));
}

TEST(Form, of_ninety_levels_is_read) {
    std::string form = R"({"linkId": "q89", "type": "string"})", answers = answer("q89", {R"("valueString": "deep")"});
    for (int i = 88; i >= 0; --i) {
        const std::string name = "q" + std::to_string(i);
        form = R"({"linkId": ")" + name + R"(", "type": "string", "item": [)" + form + "]}";
        answers = R"({"linkId": ")" + name + R"(", "answer": [{"valueString": "a", "item": [)" + answers + "]}]}";
    }
    EXPECT_EQ(forms::said(form, answers), "");
}

TEST(Outcome, says_where) {
    const auto form = read_form(
        forms::questionnaire(R"({"linkId": "q", "type": "integer"}, {"linkId": "r", "type": "string"}, {"linkId": "r", "type": "string"})"),
        "q");
    auto answers = read_form_response(forms::response(answer("q", {R"("valueString": "a \"b\"")"})), "r");
    ASSERT_TRUE(form && answers);
    const Outline outline(form->questionnaire);
    const Tree tree(outline, answers->response, answers->issues);
    validate(form->questionnaire, answers->response, tree, forms::today, answers->issues);
    Issues of_form;
    lint(form->questionnaire, outline, of_form);
    const std::string expected = R"json({
  "resourceType": "OperationOutcome",
  "issue": [
    {
      "severity": "error",
      "code": "structure",
      "diagnostics": "\"q\" is not answered with valueString (use valueInteger)",
      "expression": ["QuestionnaireResponse.item[0].answer[0].value"]
    },
    {
      "severity": "warning",
      "code": "duplicate",
      "diagnostics": "the linkId \"r\" stands here twice (give each item its own (que-2))",
      "expression": ["Questionnaire.item[2].linkId"]
    }
  ]
}
)json";
    EXPECT_EQ(outcome_json(answers->issues, of_form), expected);
    EXPECT_TRUE(outcome_json({}, {}).contains("\"severity\": \"information\""));
}

}  // namespace
}  // namespace needlewise
