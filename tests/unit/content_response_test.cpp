// QuestionnaireResponses in and out.
#include "content/exchange/response.h"

#include <gtest/gtest.h>

#include "support/expect.h"
#include "support/tiny.h"

namespace needlewise {
namespace {

// A questionnaire with every type of question, nesting below a question, and a group in a group.
const Questionnaire& every_type() {
    static const Questionnaire questionnaire = [] {
        const auto choice = [](std::string link_id, bool repeats) {
            Item item{.link_id = std::move(link_id),
                      .text = {},
                      .type = ItemType::choice,
                      .repeats = repeats,
                      .enable_when = {},
                      .options = {},
                      .children = {}};
            for (const char* code : {"a", "b", "none"})
                item.options.push_back({{"urn:t", code}, "", std::string_view(code) == "none", std::nullopt});
            return item;
        };
        const auto plain = [](std::string link_id, ItemType type) {
            return Item{.link_id = std::move(link_id), .text = {}, .type = type, .enable_when = {}, .options = {}, .children = {}};
        };
        Item top = plain("top", ItemType::group), inner = plain("inner", ItemType::group), one = choice("one", false),
             hidden = plain("hidden", ItemType::string);
        hidden.enable_when.list = {{"one", Operator::equal, Coding{"urn:t", "a"}}};
        one.children = {plain("below", ItemType::string)};
        inner.children = {plain("yes", ItemType::boolean), plain("count", ItemType::integer), plain("size", ItemType::decimal)};
        top.children = {one, choice("many", true), plain("note", ItemType::display), inner, plain("day", ItemType::date), hidden};
        return Questionnaire{"urn:q", "3", {top}};
    }();
    return questionnaire;
}

std::string response(const std::string& items) {
    return R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q|3", "status": "completed", "item": [{"linkId": "top", "item": [)" +
           items + "]}]}";
}

std::string answer(const std::string& link_id, const std::string& values) {
    return R"({"linkId": ")" + link_id + R"(", "answer": [)" + values + "]}";
}

std::string coding(const std::string& code) { return R"({"valueCoding": {"system": "urn:t", "code": ")" + code + R"("}})"; }

struct Broken {
    std::string name, text, problem;
};

void PrintTo(const Broken& broken, std::ostream* out) { *out << broken.name; }

class ResponseBroken : public testing::TestWithParam<Broken> {};

TEST_P(ResponseBroken, is_refused_with_the_place) {
    const auto answers = read_response(every_type(), GetParam().text, "r.json");
    ASSERT_FALSE(answers);
    expect_problems(answers.error(), GetParam().problem);
}

const auto name = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Top, ResponseBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"empty", "", "r.json: error: not JSON at line 1, column 1: unexpected end of input"},
        {"list", "[]", "r.json: error: expected a QuestionnaireResponse, found a list"},
        {"text", "\"x\"", "r.json: error: expected a QuestionnaireResponse, found text"},
        {"no_type", "{}", R"(r.json: error: "resourceType" is missing)"},
        {"patient", R"({"resourceType": "Patient", "name": []})",
         R"(r.json:/resourceType: error: expected a QuestionnaireResponse, found "Patient")"},
        {"type_no_text", R"({"resourceType": 3})", "r.json:/resourceType: error: expected text, found a number"},
        {"other_questionnaire", R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:other"})",
         R"(r.json:/questionnaire: error: answers another questionnaire, "urn:other" (this one is "urn:q"))"},
        {"status", R"({"resourceType": "QuestionnaireResponse", "status": "done"})",
         R"(r.json:/status: error: unknown word "done" (one of: in-progress, completed, amended, entered-in-error, stopped))"},
        {"item_no_list", R"({"resourceType": "QuestionnaireResponse", "item": {}})",
         "r.json:/item: error: expected a list, found an object"},
        {"too_long", std::string(2'000'000, ' '), "r.json: error: larger than 1048576 bytes"},
        {"too_deep", response(std::string(100, '[') + std::string(100, ']')),
         "r.json:/item/0/item" +
             [] {
                 std::string zeros;
                 for (int i = 0; i < 60; ++i) zeros += "/0";
                 return zeros;
             }() +
             ": error: nested deeper than 64 levels"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Items, ResponseBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"unknown", response(answer("two", coding("a"))), R"(r.json:/item/0/item/0/linkId: error: the questionnaire has no "two")"},
        {"no_link_id", response(R"({"answer": []})"), R"(r.json:/item/0/item/0: error: "linkId" is missing)"},
        {"no_object", response("7"), "r.json:/item/0/item/0: error: expected an object, found a number"},
        {"twice", response(answer("one", coding("a")) + "," + answer("one", coding("b"))),
         R"(r.json:/item/0/item/1: error: the linkId "one" stands here twice (keep one of them))"},
        {"misplaced", response(answer("count", R"({"valueInteger": 1})")),
         R"(r.json:/item/0/item/0/linkId: error: "count" does not belong here (nest items as in the questionnaire; items below a question stand in its answer))"},
        {"beside_the_answer",
         response(R"({"linkId": "one", "item": [)" + answer("below", R"({"valueString": "x"})") + R"(], "answer": [)" + coding("a") + "]}"),
         R"(r.json:/item/0/item/0/item: error: items below the question "one" stand in its answer)"},
        {"answer_to_group", response(R"({"linkId": "inner", "answer": [{"valueString": "x"}]})"),
         R"(r.json:/item/0/item/0/answer: error: "inner" is no question and has no answer)"},
        {"answer_to_display", response(answer("note", R"({"valueString": "x"})")),
         R"(r.json:/item/0/item/0/answer: error: "note" is no question and has no answer)"},
        {"unknown_field", response(R"({"linkId": "one", "answers": []})"),
         R"(r.json:/item/0/item/0/answers: error: unknown field "answers" (did you mean "answer"? known here: linkId, definition, text, answer, item, subject))"},
        {"answer_no_list", response(R"({"linkId": "one", "answer": {}})"),
         "r.json:/item/0/item/0/answer: error: expected a list, found an object"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Answers, ResponseBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"option", response(answer("one", coding("c"))),
         R"(r.json:/item/0/item/0/answer/0/valueCoding: error: "one" has no option "c" of system "urn:t" (options: a b none))"},
        {"system", response(answer("one", R"({"valueCoding": {"code": "a"}})")),
         R"(r.json:/item/0/item/0/answer/0/valueCoding: error: "one" has no option "a" of system "" (options: a b none))"},
        {"no_code", response(answer("one", R"({"valueCoding": {"system": "urn:t"}})")),
         R"(r.json:/item/0/item/0/answer/0/valueCoding: error: "code" is missing
r.json:/item/0/item/0/answer/0/valueCoding: error: "one" has no option "" of system "urn:t" (options: a b none))"},
        {"wrong_type", response(answer("one", R"({"valueString": "a"})")),
         R"(r.json:/item/0/item/0/answer/0/valueString: error: "one" is answered with valueCoding, not valueString)"},
        {"date_time", response(answer("day", R"({"valueDateTime": "2026-11-22T10:00:00Z"})")),
         R"(r.json:/item/0/item/0/answer/0/valueDateTime: error: "day" is answered with valueDate, not valueDateTime)"},
        {"text_in_boolean", response(R"({"linkId": "inner", "item": [)" + answer("yes", R"({"valueBoolean": "true"})") + "]}"),
         "r.json:/item/0/item/0/item/0/answer/0/valueBoolean: error: expected true or false, found text"},
        {"half_in_integer", response(R"({"linkId": "inner", "item": [)" + answer("count", R"({"valueInteger": 1.5})") + "]}"),
         "r.json:/item/0/item/0/item/0/answer/0/valueInteger: error: expected a whole number"},
        {"huge_integer", response(R"({"linkId": "inner", "item": [)" + answer("count", R"({"valueInteger": 99999999999999999999})") + "]}"),
         "r.json:/item/0/item/0/item/0/answer/0/valueInteger: error: expected a whole number"},
        {"no_such_day", response(answer("day", R"({"valueDate": "2026-02-30"})")),
         R"(r.json:/item/0/item/0/answer/0/valueDate: error: "2026-02-30" is not a date (write an existing day as YYYY-MM-DD))"},
        {"partial_date", response(answer("day", R"({"valueDate": "2026-02"})")),
         R"(r.json:/item/0/item/0/answer/0/valueDate: error: "2026-02" is not a date (write an existing day as YYYY-MM-DD))"},
        {"several", response(answer("one", coding("a") + "," + coding("b"))),
         R"(r.json:/item/0/item/0/answer: error: "one" takes one answer, not 2)"},
        {"same_twice", response(answer("many", coding("a") + "," + coding("a"))),
         R"(r.json:/item/0/item/0/answer/1: error: the same answer to "many" twice)"},
        {"exclusive", response(answer("many", coding("a") + "," + coding("none"))),
         R"(r.json:/item/0/item/0/answer: error: "none" goes with no other answer to "many")"},
        {"empty_answer", response(answer("one", "{}")),
         R"(r.json:/item/0/item/0/answer/0: error: "value…" is missing (for example valueCoding))"},
        {"answer_no_object", response(answer("one", "[]")), "r.json:/item/0/item/0/answer/0: error: expected an object, found a list"},
        {"several_problems", response(answer("one", coding("c")) + "," + answer("two", coding("a"))),
         R"(r.json:/item/0/item/0/answer/0/valueCoding: error: "one" has no option "c" of system "urn:t" (options: a b none)
r.json:/item/0/item/1/linkId: error: the questionnaire has no "two")"},
    }),
    name);

Answers full() {
    Answers answers;
    answers.set("one", {Coding{"urn:t", "a"}});
    answers.set("below", {std::string("quote \" backslash \\ line\nend é \x01")});
    answers.set("many", {Coding{"urn:t", "a"}, Coding{"urn:t", "b"}});
    answers.set("yes", {false});
    answers.set("count", {std::int64_t{-9007199254740993}});
    answers.set("size", {*Decimal::read("0.1")});
    answers.set("day", {*parse_date("2024-02-29")});
    answers.set("hidden", {std::string("seen")});
    return answers;
}

TEST(Response, goes_out_and_comes_back_the_same) {
    const std::string text = write_response(every_type(), full(), true);
    const auto back = read_response(every_type(), text, "r.json");
    ASSERT_TRUE(back) << lines(back.error()) << text;
    EXPECT_EQ(back->answers, full());
    EXPECT_EQ(write_response(every_type(), back->answers, true), text);
}

TEST(Response, is_nested_as_the_questionnaire_is) {
    Answers answers;
    answers.set("one", {Coding{"urn:t", "b"}});
    answers.set("below", {std::string("x")});
    EXPECT_EQ(write_response(every_type(), answers, false), R"({
  "resourceType": "QuestionnaireResponse",
  "questionnaire": "urn:q|3",
  "status": "in-progress",
  "item": [
    {
      "linkId": "top",
      "item": [
        {
          "linkId": "one",
          "answer": [
            {
              "valueCoding": {
                "system": "urn:t",
                "code": "b"
              },
              "item": [
                {
                  "linkId": "below",
                  "answer": [
                    {
                      "valueString": "x"
                    }
                  ]
                }
              ]
            }
          ]
        }
      ]
    }
  ]
}
)");
}

TEST(Response, keeps_answers_below_a_question_without_an_answer) {
    Answers answers;
    answers.set("below", {std::string("x")});
    const auto back = read_response(every_type(), write_response(every_type(), answers, true), "r.json");
    ASSERT_TRUE(back) << lines(back.error());
    EXPECT_EQ(back->answers, answers);
}

TEST(Response, of_hidden_questions_is_read_but_never_written) {
    Answers answers = full();
    answers.set("one", {Coding{"urn:t", "b"}});
    EXPECT_EQ(write_response(every_type(), answers, true).find("hidden"), std::string::npos);
    const auto back = read_response(every_type(), response(answer("hidden", R"({"valueString": "x"})")), "r.json");
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->answers.has("hidden"));
}

TEST(Response, of_nobody_has_no_items) {
    EXPECT_EQ(write_response(every_type(), {}, false), R"({
  "resourceType": "QuestionnaireResponse",
  "questionnaire": "urn:q|3",
  "status": "in-progress"
}
)");
    const auto none = read_response(every_type(), R"({"resourceType": "QuestionnaireResponse"})", "r.json");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->answers.empty());
}

TEST(Response, may_carry_what_fhir_allows) {
    const auto answers = read_response(
        every_type(), R"({"resourceType": "QuestionnaireResponse", "id": "x", "meta": {}, "text": {}, "identifier": {}, "subject": {},
        "authored": "2026-11-22", "author": {}, "source": {}, "extension": [], "_status": {}, "status": "amended", "questionnaire": "urn:q",
        "item": [{"linkId": "top", "text": "Top", "id": "1", "item": [{"linkId": "one", "text": "One?", "answer":
          [{"id": "2", "valueCoding": {"system": "urn:t", "code": "a", "display": "A", "version": "1", "userSelected": true}}]}]}]})",
        "r.json");
    ASSERT_TRUE(answers) << lines(answers.error());
    EXPECT_EQ(answers->answers.code("one"), "a");
}

TEST(Response, says_when_its_answers_are_not_to_be_used) {
    const auto fault_of = [](std::string_view fields) {
        const auto read =
            read_response(every_type(), R"({"resourceType": "QuestionnaireResponse", )" + std::string(fields) + "}", "r.json");
        return read ? std::string() : read.error().front().pointer;
    };
    EXPECT_EQ(fault_of(R"("status": "entered-in-error")"), "/status");
    EXPECT_EQ(fault_of(R"("status": "completed", "modifierExtension": [{"url": "urn:x", "valueBoolean": true}])"), "/modifierExtension");
    EXPECT_EQ(fault_of(R"("status": "completed")"), "");
}

TEST(Response, to_another_version_is_read_and_that_is_said) {
    Questionnaire versioned = every_type();
    versioned.version = "2";
    const auto other = read_response(versioned, R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q|1"})", "r.json");
    ASSERT_TRUE(other);
    ASSERT_EQ(other->warnings.size(), 1u);
    EXPECT_EQ(other->warnings.front().pointer, "/questionnaire");
    const auto same = read_response(versioned, R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q|2"})", "r.json");
    EXPECT_TRUE(same && same->warnings.empty());
}

TEST(Resource, type_is_named_or_empty) {
    EXPECT_EQ(*resource_type(R"({"resourceType": "Questionnaire"})", "f"), "Questionnaire");
    EXPECT_EQ(*resource_type("{}", "f"), "");
    EXPECT_EQ(*resource_type("[]", "f"), "");
    EXPECT_EQ(*resource_type(R"({"resourceType": 4})", "f"), "");
    EXPECT_FALSE(resource_type("{", "f"));
}

}  // namespace
}  // namespace needlewise
