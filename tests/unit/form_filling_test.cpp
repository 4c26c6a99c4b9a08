// Filling in anybody's form: places for everything, what a person does, and what goes out.
#include <gtest/gtest.h>

#include "core/form/filling.h"
#include "core/form/start.h"
#include "unit/forms.h"

namespace needlewise {

namespace {

using forms::today;

constexpr std::string_view family = R"(
    {"linkId": "name", "type": "string", "required": true},
    {"linkId": "child", "type": "group", "repeats": true, "item": [
        {"linkId": "age", "type": "integer"},
        {"linkId": "school", "type": "boolean", "required": true, "enableWhen": [{"question": "age", "operator": ">=", "answerInteger": 6}]}]},
    {"linkId": "signs", "type": "choice", "repeats": true, "answerOption": [
        {"valueCoding": {"code": "itch"}}, {"valueCoding": {"code": "pain"}},
        {"valueCoding": {"code": "none"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}]}],
     "item": [{"linkId": "since", "type": "date"}]})";

struct Filled {
    explicit Filled(std::string_view items) : form(forms::read(items)), response(with_places(form, start(form.questionnaire))) {}

    ResponseItem& at(std::string_view pointer) { return *item_at(response, pointer); }
    void write(std::string_view pointer, std::string_view text, std::size_t number = 0) {
        answer(form, at(pointer), number, written_answer(*definition(form, at(pointer)), text));
    }
    std::string out() {
        const std::string json = write_form_response(handed_out(form, response, today));
        return json.substr(json.find("\"status\""));
    }

    Form form;
    Response response;
};

TEST(Filling, there_is_a_place_for_everything_in_order) {
    Filled filled(family);
    EXPECT_EQ(filled.at("/item/0").link_id, "name");
    EXPECT_EQ(filled.at("/item/1/item/1").link_id, "school");
    EXPECT_EQ(filled.at("/item/2").link_id, "signs");
    for (const std::string_view nowhere : {"/item/3", "/item/0/item/0", "/item/2/answer/0/item/0", "/answer/0", "/item/", "/item/x", "x"})
        EXPECT_EQ(item_at(filled.response, nowhere), nullptr) << nowhere;
}

TEST(Filling, what_is_there_keeps_its_answers_and_strays_are_left_out) {
    const Form form(forms::read(family));
    auto read =
        read_form_response(forms::response(R"({"linkId": "signs", "answer": [{"valueCoding": {"code": "itch"}}]}, {"linkId": "nobody"}, )" +
                                           forms::answer("name", {R"("valueString": "Ada")"})),
                           "r");
    ASSERT_TRUE(read);
    const Response response = with_places(form, std::move(read->response));
    ASSERT_EQ(response.items.size(), 3u);
    EXPECT_EQ(*item_at(response, "/item/0")->answers.front().value, Value{"Ada"});
    EXPECT_EQ(item_at(response, "/item/2/answer/0/item/0")->link_id, "since");
}

TEST(Filling, answers_kept_of_another_version_stay_and_those_of_another_questionnaire_do_not) {
    Questionnaire asked = forms::read(family);
    asked.url = "https://clinic.example/intake";
    asked.version = "2";
    const Form form(std::move(asked));
    auto read = read_form_response(forms::response(forms::answer("name", {R"("valueString": "Ada")"})), "r");
    ASSERT_TRUE(read);
    Response kept = std::move(read->response);
    kept.questionnaire = "https://clinic.example/intake|1";
    EXPECT_EQ(taken_up(form, kept).left_out, 0);
    kept.questionnaire = "https://clinic.example/consent|1";
    const TakenUp taken = taken_up(form, kept);
    EXPECT_EQ(taken.left_out, 1);
    EXPECT_TRUE(item_at(form.at_start, "/item/0")->answers.empty());
    EXPECT_TRUE(item_at(taken.response, "/item/0")->answers.empty()) << "its name is of another form";
}

TEST(Filling, groups_are_repeated_and_taken_out_but_for_the_last) {
    Filled filled(family);
    repeat_group(filled.form, filled.response, "/item/1");
    repeat_group(filled.form, filled.response, "/item/0");  // a question does not repeat like this
    ASSERT_EQ(filled.response.items.size(), 4u);
    filled.write("/item/2/item/0", "7");
    remove_group(filled.form, filled.response, "/item/1");
    ASSERT_EQ(filled.response.items.size(), 3u);
    EXPECT_EQ(*filled.at("/item/1/item/0").answers.front().value, Value{std::int64_t{7}});
    remove_group(filled.form, filled.response, "/item/1");
    EXPECT_EQ(filled.response.items.size(), 3u);
}

TEST(Filling, choices_keep_the_order_of_the_options_and_what_stands_below) {
    Filled filled(family);
    choose(filled.form, filled.at("/item/2"), 1, true);
    filled.write("/item/2/answer/0/item/0", "2026-01-05");
    choose(filled.form, filled.at("/item/2"), 0, true);
    ASSERT_EQ(filled.at("/item/2").answers.size(), 2u);
    EXPECT_TRUE(filled.at("/item/2/answer/0/item/0").answers.empty()) << "itch is the first option";
    EXPECT_EQ(filled.at("/item/2/answer/1/item/0").answers.size(), 1u);
    choose(filled.form, filled.at("/item/2"), 2, true);
    ASSERT_EQ(filled.at("/item/2").answers.size(), 1u) << "none goes with no other";
    choose(filled.form, filled.at("/item/2"), 0, true);
    EXPECT_EQ(*filled.at("/item/2").answers.front().value, (Value{Coding{.system = {}, .code = "itch"}}));
    choose(filled.form, filled.at("/item/2"), 0, false);
    EXPECT_TRUE(filled.at("/item/2").answers.empty());
    choose(filled.form, filled.at("/item/2"), 9, true);
    EXPECT_TRUE(filled.at("/item/2").answers.empty());
}

TEST(Filling, hidden_answers_are_kept_and_do_not_go_out) {
    Filled filled(family);
    filled.write("/item/0", "Ada");
    filled.write("/item/1/item/0", "7");
    answer(filled.form, filled.at("/item/1/item/1"), 0, Value{true});
    EXPECT_TRUE(filled.out().contains("\"school\""));
    filled.write("/item/1/item/0", "5");
    EXPECT_FALSE(filled.out().contains("\"school\""));
    filled.write("/item/1/item/0", "8");
    EXPECT_TRUE(filled.out().contains("\"school\""));
}

TEST(Filling, a_hidden_answer_hides_what_hangs_on_it) {
    Filled filled(R"(
        {"linkId": "a", "type": "boolean"},
        {"linkId": "b", "type": "boolean", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}]},
        {"linkId": "c", "type": "string", "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}]})");
    for (const std::string_view place : {"/item/0", "/item/1"}) answer(filled.form, filled.at(place), 0, Value{true});
    filled.write("/item/2", "words");
    EXPECT_TRUE(filled.out().contains("words"));
    answer(filled.form, filled.at("/item/0"), 0, Value{false});
    EXPECT_FALSE(filled.out().contains("words"));
}

TEST(Filling, what_goes_out_is_completed_only_when_nothing_is_wrong) {
    Filled filled(family);
    EXPECT_TRUE(filled.out().starts_with(R"("status": "in-progress")")) << filled.out();
    filled.write("/item/0", " Ada ");
    EXPECT_TRUE(filled.out().starts_with(R"("status": "completed")")) << filled.out();
    EXPECT_FALSE(filled.out().contains("child")) << "nothing empty goes out";
    filled.write("/item/0", "");
    EXPECT_TRUE(filled.at("/item/0").answers.empty());
}

TEST(Filling, a_required_group_goes_out_with_one_item_though_nobody_answered_in_it) {
    Filled filled(R"({"linkId": "habits", "type": "group", "required": true, "item": [
        {"linkId": "words", "type": "display"}, {"linkId": "smokes", "type": "boolean"}, {"linkId": "drinks", "type": "boolean"}]})");
    const auto without_blanks = [](std::string json) { return std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; }), json; };
    EXPECT_TRUE(
        without_blanks(filled.out()).starts_with(R"("status":"completed","item":[{"linkId":"habits","item":[{"linkId":"smokes"}]}])"))
        << filled.out();
    answer(filled.form, filled.at("/item/0/item/2"), 0, Value{true});
    EXPECT_TRUE(filled.out().contains("drinks") && !filled.out().contains("smokes")) << filled.out();
    Filled never(R"({"linkId": "smokes", "type": "boolean"}, {"linkId": "habits", "type": "group", "required": true, "item": [
        {"linkId": "much", "type": "string", "required": true, "enableWhen": [{"question": "smokes", "operator": "=", "answerBoolean": true}]}]})");
    EXPECT_TRUE(never.out().starts_with(R"("status": "completed")")) << "where nothing is asked nothing is missed: " << never.out();
}

TEST(Filling, a_unit_with_a_code_of_no_system_goes_out_in_words) {
    Filled filled(R"({"linkId": "weight", "type": "quantity", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"code": "kg", "display": "Kilo"}}]})");
    filled.write("/item/0", "70");
    EXPECT_TRUE(filled.out().starts_with(R"("status": "completed")")) << filled.out();
    EXPECT_TRUE(filled.out().contains("Kilo") && !filled.out().contains("code")) << filled.out();
}

TEST(Filling, items_that_share_a_linkId_have_a_place_each_however_often_they_are_laid_out) {
    const Form form(forms::read(R"({"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string"}]},
                                   {"linkId": "g", "type": "group", "item": [{"linkId": "b", "type": "string"}]})"));
    const Response again = with_places(form, form.at_start);
    ASSERT_EQ(again.items.size(), 2u);
    EXPECT_EQ(item_at(again, "/item/1/item/0")->link_id, "b");
}

std::string written(std::string_view type, std::string_view text) {
    Item item;
    item.link_id = "q";
    item.type = forms::read(R"({"linkId": "q", "type": ")" + std::string(type) + "\"}").items.front().type;
    item.limits.units = {Quantity{.value = {}, .comparator = {}, .unit = "mg", .system = "urn:u", .code = "mg"}};
    const auto value = written_answer(item, text);
    return value ? in_words(*value) : "none";
}

TEST(Filling, reads_what_people_write) {
    EXPECT_EQ(written("integer", " 12 "), "12");
    EXPECT_EQ(written("integer", "1.5"), "none");
    EXPECT_EQ(written("decimal", "1,50"), "1.5");
    EXPECT_EQ(written("decimal", "NaN"), "none");
    EXPECT_EQ(written("date", "2026-02-29"), "none");
    EXPECT_EQ(written("date", "2026-02"), "2026-02");
    EXPECT_EQ(written("dateTime", "2026-02-03T14:30:00+01:00"), "2026-02-03T14:30:00+01:00");
    EXPECT_EQ(written("dateTime", "2026-02-03T14:30"), "none");
    EXPECT_EQ(written("time", "14:30"), "14:30:00");
    EXPECT_EQ(written("time", "25:00"), "none");
    EXPECT_EQ(written("quantity", "2,5"), "2.5 mg");
    EXPECT_EQ(written("string", "  "), "none");
}

}  // namespace

}  // namespace needlewise
