// What people type into the fields of anybody's form: what is read, what stays while it is no answer, and what is said then.
#include <gtest/gtest.h>

#include "core/form/typed_number.h"
#include "unit/form_person.h"

namespace needlewise {

namespace {

std::string read_as(std::string_view type, std::string_view typed) {
    const Questionnaire form = forms::read(R"({"linkId": "q", "type": ")" + std::string(type) + "\"}");
    const auto value = written_answer(form.items.front(), typed);
    return value ? in_words(*value) : "none";
}

TEST(FormTyping, a_number_that_can_be_read_in_two_ways_is_none) {
    for (const std::string_view type : {"integer", "decimal", "quantity"})
        for (const std::string_view typed : {"1,000", "1.000", "-2,000", "12 500", "1,000,000", "1\u202f000"})
            EXPECT_EQ(read_as(type, typed), "none") << type << " " << typed;
    EXPECT_EQ(read_as("decimal", "1,5"), "1.5");
    EXPECT_EQ(read_as("decimal", "0.125"), "0.125");
    EXPECT_EQ(read_as("decimal", "1.2500"), "1.25");
    EXPECT_EQ(read_as("decimal", "1000,5"), "1000.5");
    EXPECT_EQ(read_as("integer", "1000"), "1000");
}

TEST(FormTyping, figures_of_other_keyboards_are_figures) {
    EXPECT_EQ(read_as("integer", "١٢"), "12");
    EXPECT_EQ(read_as("decimal", "۱٫۵"), "1.5");
    EXPECT_EQ(read_as("integer", "１２"), "12");
    EXPECT_EQ(read_as("decimal", "\u22121.5"), "-1.5");
    EXPECT_EQ(plain_number("٣ x"), "3 x");
}

TEST(FormTyping, an_integer_is_one_that_FHIR_has) {
    EXPECT_EQ(read_as("integer", "2147483647"), "2147483647");
    EXPECT_EQ(read_as("integer", "2147483648"), "none");
    EXPECT_EQ(read_as("decimal", "2147483648"), "2147483648");
}

// What is said of it once the person goes on.
std::string said_of(std::string_view type, std::string_view typed) {
    FormPerson person(R"({"linkId": "q", "type": ")" + std::string(type) + R"(", "text": "Asked"})");
    person.opens("form/1").writes("/item/0#0", typed).does(Continue{});
    const Page page = make_page(person.content, person.model);
    const Node* field = find_id(page, "field:form:/item/0");
    if (!field) return "no field";
    if (const auto* date = std::get_if<DateField>(&field->what)) return date->error;
    return std::get<TextField>(field->what).error;
}

TEST(FormTyping, what_is_no_answer_says_how_it_would_be_one) {
    EXPECT_TRUE(said_of("integer", "1,000").contains("form.error.thousands")) << said_of("integer", "1,000");
    EXPECT_TRUE(said_of("decimal", "1,000").contains("form.error.thousands-or-part"));
    EXPECT_TRUE(said_of("decimal", "1234567890123").contains("form.error.figures"));
    EXPECT_TRUE(said_of("integer", "99999999999").contains("form.error.figures-whole"));
    EXPECT_TRUE(said_of("integer", "many").contains("form.error.whole"));
    EXPECT_TRUE(said_of("url", "not an address").contains("form.error.url"));
    EXPECT_TRUE(said_of("reference", "x y").contains("form.error.reference"));
    for (const std::string_view type : {"date", "dateTime"}) EXPECT_TRUE(said_of(type, "?").contains("form.error.date")) << type;
    EXPECT_TRUE(said_of("time", "?").contains("form.error.time"));
}

TEST(FormTyping, what_was_typed_and_is_no_answer_is_not_called_finished) {
    FormPerson person(R"({"linkId": "n", "type": "integer", "text": "How many?"}, {"linkId": "s", "type": "string", "text": "Why?"})");
    person.opens("form/1").writes("/item/0#0", "1,000").writes("/item/1#0", "Because");
    const auto out = [&] { return handed_out(*person.content.form, filling_of(person.content, person.model), person.model.today); };
    EXPECT_EQ(out().status, "in-progress");
    EXPECT_EQ(out().items.size(), 1u) << "it does not go out";
    person.writes("/item/0#0", "1000");
    EXPECT_EQ(out().status, "completed");
}

TEST(FormTyping, a_life_story_is_kept_whole) {
    FormPerson person(R"({"linkId": "s", "type": "text", "text": "What happened?"})");
    std::string story;
    while (story.size() < 90'000) story += "and then ";
    person.opens("form/1").writes("/item/0#0", story + "it healed.");
    const auto out = handed_out(*person.content.form, filling_of(person.content, person.model), person.model.today);
    EXPECT_EQ(std::get<std::string>(*out.items.front().answers.front().value), story + "it healed.");
}

constexpr std::string_view children = R"({"linkId": "child", "type": "group", "text": "Child", "repeats": true,
    "item": [{"linkId": "age", "type": "integer", "text": "Age"}]})";

TEST(FormTyping, what_was_typed_moves_with_its_field) {
    FormPerson person(children);
    person.opens("form/1").writes("/item/0/item/0#0", "six").does(RepeatGroup{.field = "form:/item/0"});
    EXPECT_TRUE(person.shows("[six]"));
    person.writes("/item/1/item/0#0", "seven").does(RepeatGroup{.field = "form:/item/0", .more = false});
    EXPECT_TRUE(person.shows("[seven]") && !person.shows("[six]"));
}

TEST(FormTyping, and_with_its_place_among_the_answers) {
    FormPerson person(R"({"linkId": "n", "type": "integer", "text": "Dose", "repeats": true})");
    person.opens("form/1").writes("/item/0#0", "1").does(RepeatGroup{.field = "form:/item/0"}).writes("/item/0#1", "two");
    person.does(RepeatGroup{.field = "form:/item/0"}).writes("/item/0#2", "3");
    person.does(RepeatGroup{.field = "form:/item/0#0", .more = false});
    EXPECT_TRUE(person.shows("[two]") && person.shows("[3]"));
}

TEST(FormTyping, of_several_answers_the_wrong_one_is_marked) {
    FormPerson person(R"({"linkId": "n", "type": "integer", "text": "Dose", "repeats": true, "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 9}]})");
    person.opens("form/1").writes("/item/0#0", "1").does(RepeatGroup{.field = "form:/item/0"}).writes("/item/0#1", "two");
    person.does(RepeatGroup{.field = "form:/item/0"}).writes("/item/0#2", "10").does(Continue{});
    const Page page = make_page(person.content, person.model);
    const auto error = [&](std::string_view id) { return std::get<TextField>(find_id(page, id)->what).error; };
    EXPECT_EQ(error("field:form:/item/0"), "");
    EXPECT_TRUE(error("field:form:/item/0#1").contains("form.error.whole"));
    EXPECT_TRUE(error("field:form:/item/0#2").contains("form.error.value"));
    EXPECT_TRUE(find_id(page, "error-summary"));
}

TEST(FormTyping, a_unit_that_was_chosen_stays_while_the_number_is_typed_anew) {
    FormPerson person(R"({"linkId": "q", "type": "quantity", "text": "Weight", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kg"}},
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "[lb_av]", "display": "lb"}}]})");
    person.opens("form/1").writes("/item/0#0", "150").does(Choose{"form:/item/0#0", "1"});
    for (const std::string_view typed : {"", "a lot", "160"}) person.writes("/item/0#0", typed);
    EXPECT_TRUE(person.does(Continue{}).shows("160 lb"));
}

TEST(FormTyping, the_unit_of_a_quantity_has_its_code) {
    FormPerson person(R"({"linkId": "q", "type": "quantity", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "mg", "display": "milligram"}}]})");
    person.opens("form/1").writes("/item/0#0", "5");
    const auto& quantity = std::get<Quantity>(*item_at(*person.model.filling, "/item/0")->answers.front().value);
    EXPECT_EQ(quantity.code, "mg");
    EXPECT_EQ(quantity.unit, "milligram");
}

TEST(FormTyping, what_stands_below_an_answer_stays_when_the_answer_changes) {
    FormPerson person(R"({"linkId": "taken", "type": "choice", "text": "Taken?",
        "answerOption": [{"valueCoding": {"code": "y", "display": "Taken"}}, {"valueCoding": {"code": "n", "display": "Not taken"}}],
        "item": [{"linkId": "name", "type": "string", "text": "Which?",
                  "enableWhen": [{"question": "taken", "operator": "=", "answerCoding": {"code": "y"}}]}]},
      {"linkId": "n", "type": "integer", "text": "How many?", "item": [{"linkId": "why", "type": "string", "text": "Why?"}]})");
    person.opens("form/1").does(Choose{"form:/item/0", "0"}).writes("/item/0/answer/0/item/0#0", "Zinc");
    EXPECT_FALSE(person.does(Choose{"form:/item/0", "1"}).shows("[Zinc]"));
    EXPECT_TRUE(person.does(Choose{"form:/item/0", "0"}).shows("[Zinc]"));
    person.writes("/item/1#0", "2").writes("/item/1/answer/0/item/0#0", "Because").writes("/item/1#0", "");
    EXPECT_FALSE(person.shows("Why?")) << "nothing is asked below no answer";
    EXPECT_FALSE(write_form_response(handed_out(*person.content.form, *person.model.filling, person.model.today)).contains("Because"));
    EXPECT_TRUE(person.writes("/item/1#0", "3").shows("[Because]"));
}

TEST(FormTyping, what_was_taken_out_can_be_brought_back) {
    FormPerson person(children);
    person.opens("form/1").writes("/item/0/item/0#0", "6").does(RepeatGroup{.field = "form:/item/0"}).writes("/item/1/item/0#0", "7");
    EXPECT_FALSE(person.has("undo"));
    person.does(RepeatGroup{.field = "form:/item/1", .more = false});
    EXPECT_FALSE(person.shows("[7]"));
    EXPECT_TRUE(person.has("undo"));
    person.writes("/item/0/item/0#1", "");
    EXPECT_TRUE(person.does(UndoTap{}).shows("[7]")) << "an empty field that stays empty is no change";
    EXPECT_FALSE(person.has("undo"));
    person.does(RepeatGroup{.field = "form:/item/1", .more = false}).writes("/item/0/item/0#0", "8");
    EXPECT_FALSE(person.has("undo")) << "what was done since would be lost";
}

TEST(FormTyping, dates_and_times_are_said_in_words) {
    FormPerson person(R"({"linkId": "d", "type": "dateTime", "text": "When?"}, {"linkId": "t", "type": "time", "text": "At what time?"})");
    person.opens("form/1").writes("/item/0#0", "2024-03-01T23:30:15.250-08:00").writes("/item/1#0", "06:15").does(Continue{});
    EXPECT_TRUE(person.shows("06:15") && !person.shows("06:15:00"));
    EXPECT_FALSE(person.shows("2024-03-01T"));
}

TEST(FormTyping, a_time_of_another_place_is_shown_as_it_is_there) {
    FormPerson person(
        R"({"linkId": "d", "type": "dateTime", "text": "Last visit", "initial": [{"valueDateTime": "2024-03-01T23:30:00-08:00"}]})");
    EXPECT_TRUE(person.opens("form/1").shows("(UTC-08:00)"));
    EXPECT_TRUE(person.does(Continue{}).shows("(UTC-08:00)"));
    EXPECT_FALSE(person.does(Back{}).writes("/item/0#0", "2024-03-02T09:30:00+01:00").does(Continue{}).shows("UTC"));
}

TEST(FormTyping, of_many_options_several_are_chosen_from_a_list) {
    std::string options;
    for (int i = 0; i < 12; ++i)
        options += (i ? ", " : "") + std::string(R"({"valueCoding": {"code": "o)") + std::to_string(i) + R"(", "display": "Option )" +
                   std::to_string(i) + "\"}}";
    FormPerson person(R"({"linkId": "q", "type": "choice", "repeats": true, "text": "Which?", "answerOption": [)" + options + "]}");
    person.opens("form/1").does(Choose{"form:/item/0", "3"}).does(Choose{"form:/item/0", "5"}).does(Choose{"form:/item/0", ""});
    const auto list = [&] { return std::get<Select>(find_id(make_page(person.content, person.model), "field:form:/item/0")->what); };
    EXPECT_EQ(list().options.size(), 11u) << "one to choose nothing, and those that are not chosen";
    EXPECT_TRUE(person.has("option:form:/item/0:5"));
    person.does(Choose{"form:/item/0", "5", false});
    EXPECT_FALSE(person.has("option:form:/item/0:5"));
    EXPECT_TRUE(person.told<Focus>()) << "the focus does not vanish with it";
}

TEST(FormTyping, words_of_the_form_that_belong_to_a_field_are_its_hint) {
    const auto words = [](std::string_view control, std::string_view text) {
        return R"({"linkId": ")" + std::string(control) + R"(", "type": "display", "text": ")" + std::string(text) +
               R"(", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "valueCodeableConcept":
               {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": ")" +
               std::string(control) + "\"}]}}]}";
    };
    FormPerson person(R"({"linkId": "q", "type": "integer", "text": "Pain", "item": [)" + words("unit", "points") + ", " +
                      words("flyover", "Now, not before") + "]}");
    const Page page = make_page(person.content, person.opens("form/1").model);
    EXPECT_TRUE(std::get<TextField>(find_id(page, "field:form:/item/0")->what).hint.contains("points Now, not before"));
}

TEST(FormTyping, groups_in_groups_are_named_by_the_whole_way) {
    FormPerson person(R"({"linkId": "o", "type": "group", "text": "Outer", "repeats": true, "item": [
        {"linkId": "i", "type": "group", "text": "Inner", "repeats": true, "item": [{"linkId": "x", "type": "string", "text": "X"}]}]})");
    person.opens("form/1").does(RepeatGroup{.field = "form:/item/0"}).does(RepeatGroup{.field = "form:/item/1/item/0"});
    const Page page = make_page(person.content, person.model);
    const auto name = [&](std::string_view id) { return std::get<Button>(find_id(page, id)->what).label; };
    EXPECT_NE(name("add:form:/item/0/item/0"), name("add:form:/item/1/item/0"));
    EXPECT_NE(name("remove:form:/item/1/item/0"), name("remove:form:/item/1"));
}

TEST(FormTyping, a_form_that_asks_nothing_says_so) {
    FormPerson person(R"({"linkId": "w", "type": "display", "text": "Welcome"})");
    EXPECT_TRUE(person.opens("form/review").shows("form.review.nothing")) << person.page();
}

}  // namespace

}  // namespace needlewise
