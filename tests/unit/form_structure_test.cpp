// What FHIR lays down for every element of a response, whatever it means: nothing of it is passed over.
#include <gtest/gtest.h>

#include <tuple>

#include "forms.h"

namespace needlewise {
namespace {

std::string question(std::string_view type) { return R"({"linkId": "q", "type": ")" + std::string(type) + "\"}"; }

std::string said_of_answer(std::string_view type, std::string_view fields) {
    return forms::said(question(type), R"({"linkId": "q", "answer": [{)" + std::string(fields) + "}]}");
}

// A fault at this place and no other.
void expect_fault(const std::string& said, const std::string& place) {
    EXPECT_TRUE(said.starts_with("error structure " + place + ": ")) << said;
    EXPECT_EQ(std::ranges::count(said, '\n'), 1) << said;
}

TEST(Structure, an_answer_is_of_one_type) {
    const std::string id = R"({"id": "v"})";
    EXPECT_EQ(said_of_answer("string", R"("valueString": "x", "_valueString": )" + id), "");
    for (const char* other : {"valueInteger\": 1", "_valueInteger\": {\"id\": \"v\"}", "valueUri\": \"urn:x\""})
        EXPECT_TRUE(
            said_of_answer("string", R"("valueString": "x", ")" + std::string(other)).contains("/answer/0: more than one \"value…\""))
            << other;
    EXPECT_TRUE(said_of_answer("choice", R"("valueCoding": {"code": "a"}, "_valueCoding": )" + id).contains("beside a plain value only"));
}

TEST(Structure, value_alone_is_no_field_of_an_answer) {
    expect_fault(said_of_answer("string", R"("value": "a", "valueString": "b")"), "/item/0/answer/0/value");
    expect_fault(said_of_answer("string", R"("_value": {"id": "a"}, "valueString": "b")"), "/item/0/answer/0/_value");
}

TEST(Structure, what_stands_beside_a_plain_value_is_an_element) {
    const auto item = [](std::string_view fields) {
        return forms::said(question("string"), R"({"linkId": "q", )" + std::string(fields) + "}");
    };
    EXPECT_EQ(item(R"("text": "Q", "_text": {"id": "t", "extension": [{"url": "http://x", "valueCode": "a"}]})"), "");
    for (const char* field : {"_text", "_linkId", "_definition"})
        for (const char* value : {"\"x\"", "[]", "{}", "7", "[{}]", "{\"url\": \"urn:x\"}"})
            EXPECT_TRUE(item("\"" + std::string(field) + "\": " + value).starts_with("error structure /item/0/" + std::string(field)))
                << field << value;
    expect_fault(item(R"("_prompt": {"id": "t"})"), "/item/0/_prompt");
    expect_fault(item(R"("_text": {"extension": [{"valueCode": "a"}]})"), "/item/0/_text/extension/0");
    expect_fault(said_of_answer("string", R"("valueString": "x", "_valueString": "y")"), "/item/0/answer/0/_valueString");
}

TEST(Structure, in_the_place_of_one_value_stands_one_element) {
    const std::string reason = R"({"extension": [{"url": "http://x", "valueCode": "unknown"}]})";
    const auto item = [](std::string_view fields) {
        return forms::said(question("string"), R"({"linkId": "q", )" + std::string(fields) + "}");
    };
    EXPECT_EQ(item(R"("_text": )" + reason), "");
    expect_fault(item(R"("_text": [)" + reason + "]"), "/item/0/_text");
    EXPECT_EQ(said_of_answer("string", R"("_valueString": )" + reason), "");
    EXPECT_TRUE(said_of_answer("string", R"("_valueString": [)" + reason + "]").contains("/_valueString: \"valueString\" does not repeat"));
}

TEST(Structure, a_plain_value_has_no_parts_beside_its_id_and_extensions) {
    for (const char* part : {"_foo", "_id", "_extension"})
        EXPECT_TRUE(
            said_of_answer("string", R"("valueString": "x", "_valueString": {"id": "i", ")" + std::string(part) + R"(": {"id": "j"}})")
                .starts_with("error structure /item/0/answer/0/_valueString/" + std::string(part) + ": unknown field"));
}

// Every place an extension can stand in a response, in one that has nothing else wrong.
std::string with_extension(std::string_view place, std::string_view list) {
    const std::string field =
        "\"" + std::string(place.ends_with("modifier") ? "modifierExtension" : "extension") + "\": " + std::string(list);
    const auto at = [&](std::string_view here) { return place.starts_with(here) ? ", " + field : std::string(); };
    return forms::said_of(forms::questionnaire(question("choice")),
                          R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed")" + at("root") +
                              R"(, "subject": {"display": "I")" + at("subject") + R"(}, "identifier": {"value": "1")" + at("identifier") +
                              R"(}, "item": [{"linkId": "q")" + at("item") + R"(, "answer": [{"valueCoding": {"code": "a")" + at("coding") +
                              "}" + at("answer") + "}]}]}");
}

TEST(Structure, extensions_have_a_url_and_one_value_of_a_type_there_is) {
    for (const char* place :
         {"root", "root modifier", "subject", "identifier", "item", "item modifier", "coding", "answer", "answer modifier"}) {
        for (const char* good :
             {R"([{"url": "http://x", "valueBoolean": true}])", R"([{"url": "http://x", "valueMarkdown": "x", "id": "e"}])",
              R"([{"url": "http://x", "extension": [{"url": "part", "valuePositiveInt": 3}]}])",
              R"([{"url": "http://x", "valueHumanName": {"given": ["A", null], "_given": [null, {"id": "g"}]}}])",
              R"([{"url": "http://x", "_valueString": {"extension": [{"url": "http://y", "valueCode": "unknown"}]}}])"})
            EXPECT_FALSE(with_extension(place, good).contains("error")) << place << good << with_extension(place, good);
        for (const char* bad : {"[]",
                                "{}",
                                "\"x\"",
                                "[7]",
                                "[{}]",
                                R"([{"valueBoolean": true}])",
                                R"([{"url": "", "valueBoolean": true}])",
                                R"([{"url": "a b", "valueBoolean": true}])",
                                R"([{"url": "http://x"}])",
                                R"([{"url": "http://x", "valueFoo": 1}])",
                                R"([{"url": "http://x", "valueBoolean": "true"}])",
                                R"([{"url": "http://x", "valueInteger": 1.5}])",
                                R"([{"url": "http://x", "valuePositiveInt": "3"}])",
                                R"([{"url": "http://x", "valueCode": 3}])",
                                R"([{"url": "http://x", "valueDate": "2024-13"}])",
                                R"([{"url": "http://x", "valuePeriod": "2024"}])",
                                R"([{"url": "http://x", "valuePeriod": {}}])",
                                R"([{"url": "http://x", "valueHumanName": {"given": []}}])",
                                R"([{"url": "http://x", "valueString": "x", "valueBoolean": true}])",
                                R"([{"url": "http://x", "valueString": "x", "more": 1}])",
                                R"([{"url": "http://x", "valueString": "x", "extension": [{"url": "http://y", "valueCode": "a"}]}])",
                                R"([{"url": "http://x", "extension": []}])",
                                R"([{"url": "http://x", "extension": [{"url": "http://y"}]}])"})
            EXPECT_TRUE(with_extension(place, bad).contains("error structure")) << place << bad;
    }
}

TEST(Structure, the_url_of_an_extension_is_absolute_and_no_urn) {
    const auto extension = [](std::string_view url) { return R"([{"url": ")" + std::string(url) + R"(", "valueCode": "a"}])"; };
    for (const char* url : {"foo", "foo/bar", "/a:b", "#a", "urn:oid:1.2.3", "urn:x"})
        for (const char* place : {"root", "item", "coding", "answer modifier"})
            EXPECT_TRUE(with_extension(place, extension(url)).contains("is no absolute URL")) << url;
    for (const char* url : {"foo", "http://x.org/part"})
        EXPECT_EQ(with_extension("item", R"([{"url": "http://x", "extension": )" + extension(url) + "}]"), "") << "within another";
    EXPECT_EQ(said_of_answer("string", R"("valueString": "x", "extension": [{"url": "http://x", "extension": [
                                          {"url": "p", "valueCoding": {"code": "a", "extension": )" +
                                           extension("q") + "}}]}]"),
              "error structure /item/0/answer/0/extension/0/extension/0/valueCoding/extension/0/url: \"q\" is no absolute URL\n");
}

TEST(Structure, ids_and_definitions_are_what_they_must_be) {
    for (const char* id : {"5", "\"\"", "\"a b\"", "null"}) {
        const std::string field = R"("id": )" + std::string(id);
        expect_fault(forms::said(question("string"), R"({"linkId": "q", )" + field + "}"), "/item/0/id");
        expect_fault(said_of_answer("string", R"("valueString": "x", )" + field), "/item/0/answer/0/id");
    }
    for (const char* definition : {"5", "\"a b\"", "[]"})
        EXPECT_TRUE(forms::said(question("string"), R"({"linkId": "q", "definition": )" + std::string(definition) + "}")
                        .starts_with("error structure /item/0/definition"));
}

TEST(Structure, the_value_of_an_extension_keeps_the_rules_of_its_type) {
    const auto extended = [](std::string_view value) {
        return said_of_answer("string", R"("valueString": "x", "extension": [{"url": "http://x", )" + std::string(value) + "}]");
    };
    const std::string mm = R"("unit": "mm", "system": "http://unitsofmeasure.org", "code": "mm")",
                      cm = R"("system": "http://unitsofmeasure.org", "code": "cm")";
    for (const std::string& good :
         {R"("valueQuantity": {"value": 1, )" + mm + "}", std::string(R"("valueReference": {"reference": "Patient/1"})"),
          R"("valueRange": {"low": {"value": 2, )" + mm + R"(}, "high": {"value": 1, )" + cm + "}}",
          std::string(R"("valueRange": {"low": {"value": 2}})"), std::string(R"("valueMoney": {"value": 1.50, "currency": "EUR"})"),
          std::string(R"("valueAttachment": {"contentType": "text/plain", "data": "YWJj", "size": 3})")})
        EXPECT_EQ(extended(good), "") << good;
    for (const std::string& bad :
         {std::string(R"("valueQuantity": {"value": 1, "code": "kg"})"), std::string(R"("valueAge": {"value": 1, "code": "a"})"),
          std::string(R"("valueReference": {"reference": "Foo/1"})"), std::string(R"("valueReference": {"reference": "#nobody"})"),
          std::string(R"("valueAttachment": {"data": "YWJj"})"),
          std::string(R"("valueAttachment": {"contentType": "text/plain", "data": "YWJj", "size": 9})"),
          std::string(R"("valueRange": {"low": {"value": 2}, "high": {"value": 1}})"),
          R"("valueRange": {"low": {"value": 20, )" + mm + R"(}, "high": {"value": 1, )" + cm + "}}",
          std::string(R"("valueMoney": {"value": "1"})")})
        expect_fault(extended(bad), bad.contains("#nobody") ? "/item/0/answer/0/extension/0/valueReference/reference"
                                    : bad.contains("Money") ? "/item/0/answer/0/extension/0/valueMoney/value"
                                                            : "/item/0/answer/0/extension/0/" + bad.substr(1, bad.find(':') - 2));
}

TEST(Structure, a_signature_says_what_for_when_and_who) {
    const auto signed_with = [](std::string_view fields) {
        return said_of_answer("string", R"("valueString": "x", "extension": [{"url": "http://x", "valueSignature": {)" +
                                            std::string(fields) + R"("when": "2024-01-01T10:00:00Z"}}])");
    };
    const std::string type = R"("type": [{"system": "urn:s", "code": "a"}], )", who = R"("who": {"reference": "Practitioner/1"}, )";
    EXPECT_EQ(signed_with(type + who + R"("sigFormat": "image/png", "targetFormat": "application/fhir+json", "data": "YWJj", )"), "");
    for (const std::string& bad : {who, type, type + R"("who": "Practitioner/1", )", who + R"("type": {"code": "a"}, )",
                                   who + R"("type": ["a"], )", who + R"("type": [null], )", who + R"("type": [], )",
                                   type + who + R"("sigFormat": 5, )", type + who + R"("targetFormat": " image/png", )"})
        EXPECT_TRUE(signed_with(bad).starts_with("error structure /item/0/answer/0/extension/0/valueSignature")) << bad << signed_with(bad);
}

TEST(Structure, no_two_elements_have_one_id) {
    const std::string form = question("string") + R"(, {"linkId": "r", "type": "string"})";
    const auto two = [&](std::string_view a, std::string_view b, std::string_view root) {
        return forms::said_of(forms::questionnaire(form),
                              R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed", )" +
                                  std::string(root) + R"("item": [{"linkId": "q", "id": ")" + std::string(a) +
                                  R"("}, {"linkId": "r", "answer": [{"valueString": "x", "_valueString": {"id": ")" + std::string(b) +
                                  R"("}}]}]})");
    };
    expect_fault(two("i", "i", ""), "/item/1/answer/0/_valueString/id");
    EXPECT_EQ(two("i", "j", R"("id": "i", )"), "") << "the id of the resource is another thing";
    EXPECT_EQ(
        two("i", "j",
            R"("subject": {"reference": "#i"}, "contained": [{"resourceType": "Patient", "id": "i", "name": [{"id": "j", "family": "A"}]}], )"),
        "")
        << "so is what is contained";
}

TEST(Structure, parts_of_values_are_of_their_type) {
    for (const auto& [type, value] : {
             std::tuple{"choice", R"("valueCoding": {"code": "a", "version": 5})"},
             {"choice", R"("valueCoding": {"code": "a", "userSelected": "true"})"},
             {"choice", R"("valueCoding": {"code": "a", "_comment": "x"})"},
             {"attachment", R"("valueAttachment": {"url": "urn:a", "language": 5})"},
             {"attachment", R"("valueAttachment": {"url": "urn:a", "language": " en"})"},
             {"reference", R"("valueReference": {"identifier": {"foo": "x"}})"},
             {"reference", R"("valueReference": {"identifier": {"value": "x", "system": "a b"}})"},
             {"reference", R"("valueReference": {"identifier": {"value": "x", "assigner": {"identifier": {"foo": 1}}}})"},
             {"string", R"("valueString": "x", "_comment": "y")"},
         })
        EXPECT_TRUE(said_of_answer(type, value).starts_with("error structure /item/0/answer/0")) << value;
    EXPECT_EQ(said_of_answer("choice", R"("valueCoding": {"code": "a", "version": "5", "userSelected": true})"), "");
    EXPECT_EQ(
        said_of_answer("reference", R"("valueReference": {"identifier": {"use": "official", "type": {"text": "MRN"}, "value": "x"}})"), "");
}

TEST(Structure, the_resource_around_the_items_is_one) {
    const auto with = [](std::string_view fields) {
        return forms::said_of(forms::questionnaire(question("string")),
                              R"({"resourceType": "QuestionnaireResponse", "status": "completed", )" + std::string(fields) + "}");
    };
    const std::string of = R"("questionnaire": "urn:q", )";
    EXPECT_EQ(
        with(
            of +
            R"("id": "r-1.A", "meta": {"versionId": "1", "lastUpdated": "2024-03-01T10:00:00Z", "source": "urn:s", "profile": ["urn:p|1", null],
                                        "_profile": [null, {"extension": [{"url": "http://x", "valueCode": "unknown"}]}],
                                        "security": [{"code": "R"}], "tag": [{"code": "a"}]}, "text": {"status": "empty", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\">-</div>"},
                           "contained": [{"resourceType": "Patient", "id": "p", "name": [{"family": "A"}]}], "subject": {"reference": "#p"})"),
        "");
    for (const char* bad : {R"("id": "")",
                            R"("id": "a b")",
                            R"("id": "a_b")",
                            R"("id": 5)",
                            R"("meta": "x")",
                            R"("meta": [])",
                            R"("meta": {"tag": []})",
                            R"("meta": {"profile": "http://x"})",
                            R"("meta": {"profile": ["a b"]})",
                            R"("meta": {"profile": [5]})",
                            R"("meta": {"profile": ["http://x", null]})",
                            R"("meta": {"tag": {"code": "a"}})",
                            R"("meta": {"security": ["x"]})",
                            R"("meta": {"tag": [null]})",
                            R"("meta": {"profile": [""]})",
                            R"("meta": {"versionId": 1})",
                            R"("meta": {"versionId": "a b"})",
                            R"("meta": {"source": "a b"})",
                            R"("meta": {"lastUpdated": "2024"})",
                            R"("meta": {"foo": "x"})",
                            R"("contained": [{"resourceType": "Patient", "id": "p", "name": [{"given": ["A", null]}]}])",
                            R"("text": "x")",
                            R"("text": {"status": "empty"})",
                            R"("contained": [])",
                            R"("contained": ["x"])",
                            R"("contained": {"id": "p"})",
                            R"("contained": [{"id": "p"}])",
                            R"("contained": [{"resourceType": "Chicken", "id": "p"}])",
                            R"("contained": [{"resourceType": "Patient", "id": "p q"}])",
                            R"("contained": [{"resourceType": "Patient", "name": []}])",
                            R"("identifier": {"foo": 1})",
                            R"("implicitRules": "a b")",
                            R"("_status": "x")",
                            R"("_comment": "x")"})
        EXPECT_TRUE(with(of + bad).contains("error structure /") || with(of + bad).contains("error structure :")) << bad << with(of + bad);
    EXPECT_TRUE(with(R"("questionnaire": "not a uri")").starts_with("error structure /questionnaire: "));
}

TEST(Structure, a_field_that_stands_twice_is_reported_and_the_rest_is_read) {
    const std::string twice = R"({"linkId": "q", "linkId": "q", "answer": [{"valueInteger": 1}]})";
    EXPECT_EQ(forms::said(question("string"), twice),
              "error structure /item/0/linkId: field \"linkId\" stands here twice\n"
              "error structure /item/0/answer/0/valueInteger: \"q\" is not answered with valueInteger\n");
    std::string many;
    for (int i = 0; i < 30; ++i) many += R"("text": "x", )";
    EXPECT_EQ(forms::said(question("string"), "{" + many + R"("linkId": "q"})"), "unreadable\n") << "only so many";
}

TEST(Structure, of_many_extensions_is_looked_through_in_no_time) {
    std::string list, deep = R"({"url": "http://u", "valueCode": "a"})";
    for (int i = 0; i < 50'000; ++i)
        list += std::string(i ? "," : "") + R"({"url": "http://x/)" + std::to_string(i) + R"(", "valueCode": "a"})";
    for (int i = 0; i < 150; ++i) deep = R"({"url": "http://u", "extension": [)" + deep + "]}";
    EXPECT_EQ(said_of_answer("string", R"("valueString": "x", "extension": [)" + list + "," + deep + "]"), "");
    const auto form = read_form(forms::questionnaire(R"({"linkId": "q", "type": "string", "_text": {"extension": [)" + list + "]}}"), "q");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->questionnaire.items[0].notices.size(), 201u);
    EXPECT_EQ(form->questionnaire.items[0].notices.back().words, "more of its extensions have no effect here");
}

}  // namespace
}  // namespace needlewise
