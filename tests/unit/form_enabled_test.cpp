// Which items are enabled: every operator on every type, nearest occurrences, and what an answer changes.
#include <gtest/gtest.h>

#include "forms.h"

namespace needlewise {
namespace {

using forms::answer;

// Whether "x" is enabled by one condition on "q" of this type, given these answers (each a field like "\"valueInteger\": 1").
bool shows(std::string_view type, std::string_view op, std::string_view wanted, std::initializer_list<std::string_view> given) {
    const std::string form = R"({"linkId": "q", "repeats": true, "type": ")" + std::string(type) +
                             R"("}, {"linkId": "x", "type": "display", "enableWhen": [{"question": "q", "operator": ")" + std::string(op) +
                             "\", " + std::string(wanted) + "}]}";
    const auto read = read_form(forms::questionnaire(form), "q");
    const auto answers = read_form_response(forms::response(given.size() == 0 ? "" : answer("q", given)), "r");
    EXPECT_TRUE(read && answers);
    EXPECT_EQ(forms::lines(read->issues), "");
    const Outline outline(read->questionnaire);
    Issues issues;
    const Tree tree(outline, answers->response, issues);
    return tree.enabled(outline.find("x"));
}

struct Typed {
    const char *type, *low, *bound, *high, *wanted;  // answers below, equal and above what is asked for
};

class Operators : public testing::TestWithParam<Typed> {};

TEST_P(Operators, compare_at_least_one_answer) {
    const auto& [type, low, bound, high, wanted] = GetParam();
    const auto on = [&](std::string_view op, std::initializer_list<std::string_view> given) { return shows(type, op, wanted, given); };
    EXPECT_TRUE(on("=", {bound}));
    EXPECT_FALSE(on("=", {low}));
    EXPECT_TRUE(on("=", {low, bound})) << "any of several";
    EXPECT_TRUE(on("!=", {low, high}));
    EXPECT_FALSE(on("!=", {low, bound})) << "none of several";
    EXPECT_TRUE(on(">", {high}) && on(">", {low, high}));
    EXPECT_FALSE(on(">", {bound}) || on(">", {low}));
    EXPECT_TRUE(on("<", {low}));
    EXPECT_FALSE(on("<", {bound}) || on("<", {high}));
    EXPECT_TRUE(on(">=", {bound}) && on(">=", {high}));
    EXPECT_FALSE(on(">=", {low}));
    EXPECT_TRUE(on("<=", {bound}) && on("<=", {low}));
    EXPECT_FALSE(on("<=", {high}));
}

TEST_P(Operators, without_an_answer_only_unequal_holds) {
    const auto& typed = GetParam();
    for (const char* op : {"=", ">", "<", ">=", "<="}) EXPECT_FALSE(shows(typed.type, op, typed.wanted, {})) << op;
    EXPECT_TRUE(shows(typed.type, "!=", typed.wanted, {}));
    EXPECT_FALSE(shows(typed.type, "exists", R"("answerBoolean": true)", {}));
    EXPECT_TRUE(shows(typed.type, "exists", R"("answerBoolean": false)", {}));
    EXPECT_TRUE(shows(typed.type, "exists", R"("answerBoolean": true)", {typed.low}));
    EXPECT_FALSE(shows(typed.type, "exists", R"("answerBoolean": false)", {typed.low}));
}

INSTANTIATE_TEST_SUITE_P(
    Types, Operators,
    testing::Values(
        Typed{"integer", R"("valueInteger": 29)", R"("valueInteger": 30)", R"("valueInteger": 31)", R"("answerInteger": 30)"},
        Typed{"decimal", R"("valueDecimal": 2.49)", R"("valueDecimal": 2.50)", R"("valueDecimal": 2.51)", R"("answerDecimal": 2.5)"},
        Typed{"date", R"("valueDate": "2024-02-29")", R"("valueDate": "2024-03-01")", R"("valueDate": "2024-03-02")",
              R"("answerDate": "2024-03-01")"},
        Typed{"dateTime", R"("valueDateTime": "2024-03-01T11:59:59+02:00")", R"("valueDateTime": "2024-03-01T12:00:00+02:00")",
              R"("valueDateTime": "2024-03-01T10:00:00.5Z")", R"("answerDateTime": "2024-03-01T10:00:00Z")"},
        Typed{"time", R"("valueTime": "08:29:59")", R"("valueTime": "08:30:00")", R"("valueTime": "08:30:01")",
              R"("answerTime": "08:30:00")"},
        Typed{"string", R"("valueString": "Ann")", R"("valueString": "Ben")", R"("valueString": "Cy")", R"("answerString": "Ben")"},
        Typed{"text", R"("valueString": "a")", R"("valueString": "b")", R"("valueString": "c")", R"("answerString": "b")"},
        Typed{"quantity", R"("valueQuantity": {"value": 4, "unit": "mg"})", R"("valueQuantity": {"value": 5.0, "unit": "mg"})",
              R"("valueQuantity": {"value": 6, "unit": "mg"})", R"("answerQuantity": {"value": 5, "unit": "mg"})"}));

TEST(Enabled, by_values_that_have_no_order) {
    EXPECT_TRUE(shows("boolean", "=", R"("answerBoolean": true)", {R"("valueBoolean": true)"}));
    EXPECT_FALSE(shows("boolean", "=", R"("answerBoolean": true)", {R"("valueBoolean": false)"}));
    EXPECT_TRUE(shows("boolean", "!=", R"("answerBoolean": true)", {R"("valueBoolean": false)"}));
    constexpr const char* red = R"("answerCoding": {"system": "urn:s", "code": "red"})";
    EXPECT_TRUE(shows("choice", "=", red, {R"("valueCoding": {"system": "urn:s", "code": "red", "display": "Rot"})"}));
    EXPECT_FALSE(shows("choice", "=", red, {R"("valueCoding": {"system": "urn:t", "code": "red"})"}));
    EXPECT_FALSE(shows("choice", "=", red, {R"("valueCoding": {"code": "red"})"}));
    EXPECT_TRUE(shows("choice", "!=", red, {R"("valueCoding": {"code": "red"})"}));
    constexpr const char* in_words = R"("answerCoding": {"display": "Red"})";
    EXPECT_TRUE(shows("open-choice", "=", in_words, {R"("valueCoding": {"display": "Red"})"}));
    EXPECT_FALSE(shows("open-choice", "=", in_words, {R"("valueCoding": {"display": "Blue"})"}))
        << "where there is no code, the words count";
    EXPECT_TRUE(shows("open-choice", "=", R"("answerString": "else")", {R"("valueString": "else")"}));
    EXPECT_TRUE(
        shows("reference", "=", R"("answerReference": {"reference": "Patient/1"})", {R"("valueReference": {"reference": "Patient/1"})"}));
    EXPECT_TRUE(shows("url", "=", R"("answerString": "urn:x")", {R"("valueUri": "urn:x")"}));
    EXPECT_TRUE(shows("attachment", "exists", R"("answerBoolean": true)", {R"("valueAttachment": {"url": "https://x.org/a.png"})"}));
}

TEST(Enabled, by_precisions_that_leave_it_open) {
    constexpr const char* year = R"("answerDate": "2024")";
    for (const char* op : {"=", ">", "<", ">=", "<="}) EXPECT_FALSE(shows("date", op, year, {R"("valueDate": "2024-03-01")"})) << op;
    EXPECT_TRUE(shows("date", "!=", year, {R"("valueDate": "2024-03-01")"})) << "no answer is known to be equal";
    EXPECT_TRUE(shows("date", ">", year, {R"("valueDate": "2025-01-01")"}));
    EXPECT_FALSE(
        shows("quantity", "<", R"("answerQuantity": {"value": 5, "unit": "mg"})", {R"("valueQuantity": {"value": 1, "unit": "g"})"}));
}

TEST(Enabled, integers_and_decimals_are_numbers) {
    EXPECT_TRUE(shows("decimal", ">=", R"("answerInteger": 2)", {R"("valueDecimal": 2.0)"}));
    EXPECT_TRUE(shows("integer", "<", R"("answerDecimal": 2.5)", {R"("valueInteger": 2)"}));
}

// linkIds that are enabled, in order.
std::string enabled(std::string_view form, std::string_view answers) {
    const auto read = read_form(forms::questionnaire(form), "q");
    const auto given = read_form_response(forms::response(answers), "r");
    EXPECT_TRUE(read && given);
    const Outline outline(read->questionnaire);
    Issues issues;
    const Tree tree(outline, given->response, issues);
    std::string all;
    for (std::size_t entry = 0; entry < outline.entries().size(); ++entry)
        if (tree.enabled(entry)) all += outline.entries()[entry].item->link_id + " ";
    return all;
}

TEST(Enabled, an_answer_with_only_items_below_it_exists) {
    constexpr const char* form = R"({"linkId": "x", "type": "string", "item": [{"linkId": "y", "type": "string"}]},
        {"linkId": "e", "type": "display", "enableWhen": [{"question": "x", "operator": "exists", "answerBoolean": true}]})";
    EXPECT_TRUE(
        enabled(form, R"({"linkId": "x", "answer": [{"item": [{"linkId": "y", "answer": [{"valueString": "1"}]}]}]})").contains("e "));
    EXPECT_FALSE(enabled(form, R"({"linkId": "x", "answer": [{"item": [{"linkId": "y"}]}]})").contains("e "));
}

TEST(Enabled, by_all_answers_to_a_question_that_was_written_as_several_items) {
    constexpr const char* form = R"({"linkId": "x", "type": "integer", "repeats": true},
        {"linkId": "e", "type": "display", "enableWhen": [{"question": "x", "operator": "=", "answerInteger": 5}]})";
    const auto two = [](const char* first, const char* second) {
        const auto item = [](const char* value) { return R"({"linkId": "x", "answer": [{"valueInteger": )" + std::string(value) + "}]}"; };
        return item(first) + "," + item(second);
    };
    EXPECT_TRUE(enabled(form, two("5", "6")).contains("e "));
    EXPECT_TRUE(enabled(form, two("6", "5")).contains("e "));
    EXPECT_FALSE(enabled(form, two("6", "7")).contains("e "));
}

constexpr const char* a_and_b =
    R"({"linkId": "a", "type": "boolean"}, {"linkId": "b", "type": "boolean"}, {"linkId": "x", "type": "display",
    "enableBehavior": "BEHAVIOR", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}, {"question": "b", "operator": "=", "answerBoolean": true}]})";

std::string with_behavior(const std::string& behavior) {
    std::string form = a_and_b;
    return form.replace(form.find("BEHAVIOR"), 8, behavior);
}

TEST(Enabled, by_all_or_any) {
    const std::string one = answer("a", {R"("valueBoolean": true)"}), both = one + "," + answer("b", {R"("valueBoolean": true)"});
    EXPECT_EQ(enabled(with_behavior("all"), one), "a b ");
    EXPECT_EQ(enabled(with_behavior("all"), both), "a b x ");
    EXPECT_EQ(enabled(with_behavior("any"), one), "a b x ");
    EXPECT_EQ(enabled(with_behavior("any"), ""), "a b ");
    std::string unsaid = with_behavior("any");
    unsaid.erase(unsaid.find("\"enableBehavior\""), std::string_view("\"enableBehavior\": \"any\", ").size());
    EXPECT_EQ(enabled(unsaid, one), "a b x ") << "as R4 says of enableWhen";
}

TEST(Enabled, nothing_below_a_disabled_item) {
    constexpr const char* form =
        R"({"linkId": "a", "type": "boolean"}, {"linkId": "g", "type": "group", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}],
        "item": [{"linkId": "h", "type": "group", "item": [{"linkId": "x", "type": "string", "item": [{"linkId": "y", "type": "string"}]}]}]})";
    EXPECT_EQ(enabled(form, ""), "a ");
    EXPECT_EQ(enabled(form, answer("a", {R"("valueBoolean": true)"})), "a g h x y ");
    EXPECT_EQ(enabled(form, answer("a", {R"("valueBoolean": false)"}) + R"(, {"linkId": "g", "item": [{"linkId": "h"}]})"), "a ");
}

TEST(Enabled, by_questions_before_after_and_elsewhere) {
    constexpr const char* form =
        R"({"linkId": "x", "type": "display", "enableWhen": [{"question": "deep", "operator": "exists", "answerBoolean": true}]},
        {"linkId": "q", "type": "string", "item": [{"linkId": "deep", "type": "string"}, {"linkId": "y", "type": "display", "enableWhen": [{"question": "q", "operator": "=", "answerString": "on"}]}]})";
    EXPECT_EQ(enabled(form, ""), "q deep ");
    EXPECT_EQ(
        enabled(form,
                R"({"linkId": "q", "answer": [{"valueString": "on", "item": [{"linkId": "deep", "answer": [{"valueString": "z"}]}]}]})"),
        "x q deep y ");
}

TEST(Enabled, a_condition_on_an_unknown_question_hides_nothing) {
    EXPECT_EQ(enabled(R"({"linkId": "x", "type": "display", "enableWhen": [{"question": "gone", "operator": "=", "answerBoolean": true}]},
        {"linkId": "y", "type": "display", "enableWhen": [{"question": "gone", "operator": "exists", "answerBoolean": false}]})",
                      ""),
              "x y ");
}

TEST(Enabled, circles_come_to_an_end) {
    constexpr const char* form =
        R"({"linkId": "a", "type": "boolean", "enableWhen": [{"question": "b", "operator": "!=", "answerBoolean": true}]},
        {"linkId": "b", "type": "boolean", "enableWhen": [{"question": "a", "operator": "!=", "answerBoolean": true}]})";
    EXPECT_EQ(enabled(form, ""), "a b ");
    EXPECT_EQ(enabled(form, answer("a", {R"("valueBoolean": true)"})), "a ");
}

// "x" in each repetition of a group asks about "q": of its own repetition, or of another group.
constexpr const char* repeating = R"({"linkId": "g", "type": "group", "repeats": true, "item": [{"linkId": "q", "type": "boolean"},
    {"linkId": "x", "type": "string", "enableWhen": [{"question": "q", "operator": "=", "answerBoolean": true}]}]},
    {"linkId": "last", "type": "string", "enableWhen": [{"question": "q", "operator": "=", "answerBoolean": true}]})";

std::string repetition(bool on) {
    return R"({"linkId": "g", "item": [)" + answer("q", {on ? R"("valueBoolean": true)" : R"("valueBoolean": false)"}) + "]}";
}

std::string enabled_nodes(std::string_view form, std::string_view answers, std::string_view link_id) {
    const auto read = read_form(forms::questionnaire(form), "q");
    const auto given = read_form_response(forms::response(answers), "r");
    const Outline outline(read->questionnaire);
    Issues issues;
    const Tree tree(outline, given->response, issues);
    std::string states;
    for (const std::size_t node : tree.of(outline.find(link_id))) states += tree.nodes()[node].enabled ? "1" : "0";
    return states;
}

TEST(Enabled, by_the_nearest_occurrence) {
    const std::string three = repetition(true) + "," + repetition(false) + "," + repetition(true);
    EXPECT_EQ(enabled_nodes(repeating, three, "x"), "101") << "each repetition by itself";
    EXPECT_EQ(enabled_nodes(repeating, three, "last"), "1") << "the repetition before it";
    EXPECT_EQ(enabled_nodes(repeating, repetition(true) + "," + repetition(false), "last"), "0");
    EXPECT_EQ(enabled_nodes(repeating, R"({"linkId": "g", "item": []},)" + repetition(true), "x"), "01")
        << "an unanswered one is not filled from another";
    EXPECT_EQ(enabled_nodes(repeating, "", "x"), "0") << "where there is no repetition it is told as of an empty one";
}

TEST(Enabled, below_each_answer_by_itself) {
    constexpr const char* form = R"({"linkId": "q", "type": "string", "repeats": true, "item": [{"linkId": "more", "type": "boolean"},
        {"linkId": "x", "type": "string", "enableWhen": [{"question": "more", "operator": "=", "answerBoolean": true}]}]})";
    constexpr const char* two =
        R"({"linkId": "q", "answer": [{"valueString": "a", "item": [{"linkId": "more", "answer": [{"valueBoolean": true}]}]}, {"valueString": "b"}]})";
    EXPECT_EQ(enabled_nodes(form, two, "x"), "10");
}

TEST(Enabled, an_answer_evaluates_only_what_depends_on_it) {
    std::string form =
        R"({"linkId": "q", "type": "boolean"}, {"linkId": "x", "type": "group", "enableWhen": [{"question": "q", "operator": "=", "answerBoolean": true}],
        "item": [{"linkId": "y", "type": "string", "enableWhen": [{"question": "p0", "operator": "exists", "answerBoolean": false}]}, {"linkId": "z", "type": "string"}]})";
    for (int i = 0; i < 500; ++i) {
        form += R"(, {"linkId": "p)" + std::to_string(i) + R"(", "type": "boolean"}, {"linkId": "r)" + std::to_string(i) +
                R"(", "type": "string", "enableWhen": [{"question": "p)" + std::to_string(i) +
                R"(", "operator": "=", "answerBoolean": true}]})";
    }
    const Questionnaire questionnaire = forms::read(form);
    auto given = read_form_response(forms::response(answer("q", {R"("valueBoolean": false)"})), "r");
    ASSERT_TRUE(given);
    const Outline outline(questionnaire);
    Issues issues;
    Tree tree(outline, given->response, issues);
    EXPECT_FALSE(tree.enabled(outline.find("y")));
    given->response.items[0].answers[0].value = true;
    EXPECT_EQ(tree.answer_changed(tree.of(outline.find("q"))[0]), 3u) << "the group and the two below it";
    EXPECT_TRUE(tree.enabled(outline.find("y")) && tree.enabled(outline.find("z")));
    EXPECT_EQ(tree.answer_changed(tree.of(outline.find("q"))[0]), 1u) << "nothing changed, so nothing further is evaluated";
    given->response.items[0].answers[0].value = false;
    tree.answer_changed(tree.of(outline.find("q"))[0]);
    EXPECT_FALSE(tree.enabled(outline.find("z")));
}

TEST(Enabled, is_written_as_json_in_order) {
    const auto read = read_form(
        forms::questionnaire(
            R"({"linkId": "b", "type": "string"}, {"linkId": "a", "type": "display", "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}]})"),
        "q");
    const auto given = read_form_response(forms::response(""), "r");
    const Outline outline(read->questionnaire);
    Issues issues;
    EXPECT_EQ(enabled_json(outline, Tree(outline, given->response, issues)), "{\n  \"b\": true,\n  \"a\": false\n}\n");
}

}  // namespace
}  // namespace needlewise
