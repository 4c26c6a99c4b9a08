// What is many: each thing is looked at once, memory is bounded, and no error is lost among warnings. The times would be minutes.
#include <gtest/gtest.h>

#include <chrono>

#include "core/form/identity.h"
#include "forms.h"

namespace needlewise {
namespace {

template <class F>
std::string list_of(std::size_t count, F one) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i > 0 ? ", " : "") + one(std::to_string(i));
    return list;
}

class Soon {  // far more than it takes
public:
    ~Soon() { EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds(20)); }

private:
    std::chrono::steady_clock::time_point from = std::chrono::steady_clock::now();
};

std::string form_with_set(std::size_t items, std::size_t codes, std::string_view more = "") {
    return R"({"resourceType": "Questionnaire", "status": "active", "contained": [{"resourceType": "ValueSet", "id": "v", "compose": {"include": [
        {"system": "urn:s", "concept": [)" +
           list_of(codes, [](const std::string& i) { return R"({"code": "c)" + i + "\"}"; }) + "]}" + std::string(more) +
           R"(]}}], "item": [)" +
           list_of(
               items,
               [](const std::string& i) {
                   return R"({"linkId": "q)" + i + R"(", "type": "choice", "answerValueSet": "#v"}, {"linkId": "u)" + i +
                          R"(", "type": "quantity", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet",
                              "valueCanonical": "#v"}]})";
               }) +
           "]}";
}

TEST(Many, questions_share_the_codes_of_one_value_set) {
    const Soon soon;
    const auto form = read_form(form_with_set(2000, 5000), "q");
    ASSERT_TRUE(form);
    const auto& items = form->questionnaire.items;
    EXPECT_EQ(items.front().options.size(), 5000u);
    EXPECT_EQ(&items.front().options.all(), &items[items.size() - 2].options.all());
    EXPECT_EQ(&items[1].limits.units.all(), &items.back().limits.units.all());
    const auto open = read_form(form_with_set(2, 5, R"(, {"system": "urn:t"})"), "q");
    EXPECT_EQ(&open->questionnaire.items[0].extent.named.all(), &open->questionnaire.items[2].extent.named.all());
}

TEST(Many, a_shared_list_is_copied_when_it_is_changed) {
    SharedList<int> one{1, 2};
    SharedList<int> other = one;
    EXPECT_EQ(&one.all(), &other.all());
    other.push_back(3);
    EXPECT_EQ(one.size(), 2u);
    EXPECT_EQ(other.size(), 3u);
}

TEST(Many, codes_of_a_list_are_bounded_and_that_is_said) {
    const auto form = read_form(form_with_set(2, 20'001), "q");
    EXPECT_EQ(forms::lines(form->issues),
              "error structure /item/0/answerValueSet: \"v\" has more than 20000 codes, or all value sets together more than 300000\n");
    const Item& item = form->questionnaire.items[0];
    EXPECT_TRUE(item.options.empty() && item.extent.anything);
    EXPECT_EQ(item.notices[0].words, "its list of answers is too long for this program; any coding is taken");
}

std::string answers(std::size_t count, std::string_view value = "v") {
    return R"({"linkId": "q", "answer": [)" +
           list_of(count, [&](const std::string& i) { return R"({"valueString": ")" + std::string(value) + i + "\"}"; }) + "]}";
}

TEST(Many, answers_are_gathered_once_for_the_items_below_them) {
    const Soon soon;
    EXPECT_EQ(forms::said(R"({"linkId": "q", "type": "string", "repeats": true, "item": [
        {"linkId": "x", "type": "string", "required": true, "enableWhen": [{"question": "q", "operator": "=", "answerString": "w"}]}]})",
                          answers(20'000)),
              "");
}

TEST(Many, options_are_looked_up) {
    const Soon soon;
    const std::string form = R"({"linkId": "q", "type": "choice", "repeats": true, "answerOption": [)" +
                             list_of(20'000, [](const std::string& i) { return R"({"valueString": "v)" + i + "\"}"; }) + "]}";
    EXPECT_EQ(forms::said(form, answers(20'000)), "");
    EXPECT_EQ(forms::lint_of(form), "");
    EXPECT_TRUE(forms::said(form, answers(1, "w")).starts_with("error code-invalid"));
}

TEST(Many, an_item_is_prepared_once_for_all_repetitions) {
    const Soon soon;
    const std::string form = R"({"linkId": "g", "type": "group", "repeats": true, "item": [{"linkId": "q", "type": "choice",
        "answerOption": [)" + list_of(2000, [](const std::string& i) { return R"({"valueString": "v)" + i + "\"}"; }) +
                             R"(]}, {"linkId": "r", "type": "string", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/regex",
        "valueString": "[a-z]{0,1000}[0-9]{0,1000}"}]}]})";
    EXPECT_EQ(forms::said(form, list_of(5000,
                                        [](const std::string&) {
                                            return R"({"linkId": "g", "item": [)" + answers(1) +
                                                   R"(, {"linkId": "r", "answer": [{"valueString": "a1"}]}]})";
                                        })),
              "");
}

TEST(Many, initial_and_exclusive_answers_are_looked_up) {
    const Soon soon;
    const std::string read_only = R"({"linkId": "q", "type": "string", "repeats": true, "readOnly": true, "initial": [)" +
                                  list_of(20'000, [](const std::string& i) { return R"({"valueString": "v)" + i + "\"}"; }) + "]}";
    EXPECT_EQ(forms::said(read_only, answers(20'000)), "");
    EXPECT_TRUE(forms::said(read_only, answers(1, "w")).contains("readOnly and not as it was"));
    const std::string exclusive = R"({"linkId": "q", "type": "choice", "repeats": true, "answerOption": [{"valueString": "z0"}, )" +
                                  list_of(5000,
                                          [](const std::string& i) {
                                              return R"({"valueString": "v)" + i + R"(", "extension": [{"valueBoolean": true,
        "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"}]})";
                                          }) +
                                  "]}";
    EXPECT_EQ(forms::said(exclusive, R"({"linkId": "q", "answer": [{"valueString": "z0"}, {"valueString": "v7"}, {"valueString": "v7"}]})"),
              "error business-rule /item/0/answer/1: \"v7\" goes with no other answer to \"q\"\n");
}

TEST(Many, an_error_is_listed_before_any_warning) {
    Issues issues;
    for (int i = 0; i < 1500; ++i) issues.add({Severity::warning, IssueType::value, "/w", "a warning"});
    EXPECT_FALSE(issues.has_errors() || issues.errors_not_listed());
    issues.add({Severity::error, IssueType::value, "/e", "an error"});
    EXPECT_EQ(issues.all().size(), 1000u);
    EXPECT_EQ(issues.all().back().pointer, "/e");
    EXPECT_EQ(issues.not_listed(), 501u);
    EXPECT_FALSE(issues.errors_not_listed());
    for (int i = 0; i < 1000; ++i) issues.add({Severity::error, IssueType::value, "/f", "another"});
    EXPECT_TRUE(std::ranges::all_of(issues.all(), [](const Issue& issue) { return issue.severity == Severity::error; }));
    EXPECT_EQ(issues.not_listed(), 1501u);
    EXPECT_TRUE(issues.errors_not_listed());
}

TEST(Many, values_have_one_identity_when_they_are_the_same) {
    const auto decimal = [](const char* text) { return Value{*Decimal::read(text)}; };
    const auto moment = [](const char* text) { return Value{*Moment::read_date_time(text)}; };
    const Date day{std::chrono::year{2024}, std::chrono::March, std::chrono::day{1}};
    const std::vector<Value> values{true,
                                    false,
                                    std::int64_t{1},
                                    decimal("1.0"),
                                    decimal("1e0"),
                                    decimal("-0.0"),
                                    decimal("0"),
                                    std::string("1"),
                                    std::string("a"),
                                    day,
                                    moment("2024"),
                                    moment("2024-03"),
                                    moment("2024-03-01T00:00:00Z"),
                                    moment("2024-03-01T01:00:00.0+01:00"),
                                    *TimeOfDay::read("10:00:00"),
                                    *TimeOfDay::read("10:00:00.00"),
                                    Coding{"s", "c", "x"},
                                    Coding{"s", "c", "y"},
                                    Coding{"", "c"},
                                    Coding{"s", "", "x"},
                                    Coding{"s", "", "y"},
                                    Quantity{Decimal(1), "", "kg", "", ""},
                                    Quantity{Decimal::read("1.0"), "", "kg", "", ""},
                                    Quantity{Decimal(1), "<", "kg", "", ""},
                                    Quantity{Decimal(1), "", "kilogram", "u", "kg"},
                                    Quantity{Decimal(1), "", "kg", "u", "kg"},
                                    Attachment{"a/b", "u", "t", {}, {}},
                                    Attachment{"a/b", "u", "t", 5, {}},
                                    Reference{"Patient/1", "Patient", ""},
                                    Reference{"Patient/1", "", "Ann"},
                                    Reference{"", "", "Ann"},
                                    Reference{"", "", "Ann", "s|1"}};
    for (const Value& a : values)
        for (const Value& b : values) EXPECT_EQ(identity_of(a) == identity_of(b), same(a, b)) << in_words(a) << " and " << in_words(b);
}

}  // namespace
}  // namespace needlewise
