// Anybody's questionnaire on the pages of the program: how it is parted, filled in, corrected and looked over.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/form/form_pages.h"
#include "unit/form_person.h"

namespace needlewise {

namespace {

constexpr std::string_view two_pages = R"(
    {"linkId": "you", "type": "group", "text": "About you", "item": [
        {"linkId": "name", "type": "string", "text": "Your name", "required": true},
        {"linkId": "pregnant", "type": "boolean", "text": "Are you pregnant?"}]},
    {"linkId": "week", "type": "integer", "text": "Which week?", "enableWhen": [{"question": "pregnant", "operator": "=", "answerBoolean": true}],
     "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1},
                   {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 42}]})";

constexpr std::string_view pain = R"(
    {"linkId": "pain", "type": "integer", "text": "How much does it hurt?",
     "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                    "valueCodeableConcept": {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "slider"}]}},
                   {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": LEAST},
                   {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": MOST},
                   {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue", "valueInteger": STEP}]})";

std::string pain_from(std::string_view least, std::string_view most, std::string_view step) {
    std::string items(pain);
    for (const auto& [name, value] : {std::pair{std::string_view("LEAST"), least}, {"MOST", most}, {"STEP", step}})
        items.replace(items.find(name), name.size(), value);
    return items;
}

TEST(FormPages, a_slider_gives_the_number_it_stands_at_and_stands_where_the_number_is) {
    FormPerson person(pain_from("-10", "10", "5"));
    person.opens("form/1");
    const auto slider = [&] { return std::get<Slider>(find_id(make_page(person.content, person.model), "slider:form:/item/0#0")->what); };
    const auto slide = [&](std::string_view step) {
        const Page page = make_page(person.content, person.model);
        person.does(*action_for(*find_id(page, "slider:form:/item/0#0"), step));
    };
    EXPECT_EQ(slider().max, 4);
    EXPECT_TRUE(slider().value_text.contains("review.unanswered"));
    slide("3");
    EXPECT_EQ(slider().value_text, "5");
    EXPECT_TRUE(person.shows("5")) << "the field below says so, too";
    slide("99");
    EXPECT_EQ(slider().value_text, "10");
    person.writes("/item/0#0", "-10");
    EXPECT_EQ(slider().value, 0);
    EXPECT_EQ(slider().value_text, "-10");
    person.writes("/item/0#0", "11");
    EXPECT_TRUE(slider().value_text.contains("review.unanswered")) << "no answer is shown as none";
}

TEST(FormPages, a_slider_that_no_finger_could_set_is_a_field) {
    for (const auto& [least, most, step] : {std::tuple{"0", "1000", "1"},
                                            {"5", "5", "1"},
                                            {"9", "5", "1"},
                                            {"0", "3", "10"},
                                            {"-9223372036854775808", "9223372036854775807", "1"}}) {
        FormPerson person(pain_from(least, most, step));
        person.opens("form/1");
        EXPECT_FALSE(person.has("slider:form:/item/0#0")) << least << " to " << most;
        EXPECT_TRUE(person.has("field:form:/item/0"));
    }
    FormPerson coarse(pain_from("0", "1000", "100"));
    EXPECT_TRUE(coarse.opens("form/1").has("slider:form:/item/0#0"));
}

TEST(FormPages, the_way_leads_past_what_is_not_asked) {
    FormPerson person(two_pages);
    EXPECT_TRUE(person.opens("form/1").shows("About you"));
    EXPECT_TRUE(person.shows("Your name"));
    person.writes("/item/0/item/0#0", "Ada").does(Continue{});
    EXPECT_EQ(person.path(), "form/review") << "nobody is asked for the week";
    person.does(Back{});
    EXPECT_EQ(person.path(), "form/1");
    person.does(Choose{"form:/item/0/item/1", "true"}).does(Continue{});
    EXPECT_EQ(person.path(), "form/2");
    person.does(Back{}).does(Back{});
    EXPECT_EQ(person.path(), "");
    EXPECT_NE(person.opens("form/3").model.place.kind, PageKind::form) << "there is no such page";
}

TEST(FormPages, nobody_goes_on_past_a_fault_on_the_page) {
    FormPerson person(two_pages);
    person.opens("form/1").does(Continue{});
    EXPECT_EQ(person.path(), "form/1");
    EXPECT_TRUE(person.has("error-summary"));
    person.writes("/item/0/item/0#0", "Ada").does(Choose{"form:/item/0/item/1", "true"}).does(Continue{});
    ASSERT_EQ(person.path(), "form/2");
    for (const std::string_view wrong : {"43", "many", "1.5"}) {
        person.writes("/item/1#0", wrong).does(Continue{});
        EXPECT_EQ(person.path(), "form/2") << wrong;
        EXPECT_TRUE(person.shows("[" + std::string(wrong) + "]")) << "what was typed stays";
        EXPECT_TRUE(person.has("error-summary")) << wrong;
    }
    person.writes("/item/1#0", "12").does(Continue{});
    EXPECT_EQ(person.path(), "form/review");
}

TEST(FormPages, what_was_mistyped_in_a_question_that_is_no_longer_asked_holds_nobody_up) {
    FormPerson person(two_pages);
    person.opens("form/1").writes("/item/0/item/0#0", "Ada").does(Choose{"form:/item/0/item/1", "true"}).does(Continue{});
    person.writes("/item/1#0", "many").does(Back{}).does(Choose{"form:/item/0/item/1", "false"}).does(Continue{});
    EXPECT_EQ(person.path(), "form/review");
    EXPECT_TRUE(form_ready(person.content, person.model));
    EXPECT_FALSE(person.shows("Some answers are missing"));
    person.does(Back{}).does(Choose{"form:/item/0/item/1", "true"});
    EXPECT_FALSE(form_ready(person.content, person.model)) << "asked again, it counts again";
}

TEST(FormPages, a_required_group_may_be_left_blank) {
    FormPerson person(R"({"linkId": "g", "type": "group", "required": true, "text": "Habits", "item": [
        {"linkId": "s", "type": "boolean", "text": "Do you smoke?"}]}, {"linkId": "t", "type": "string", "text": "Anything else?"})");
    person.opens("form/1").does(Continue{}).does(Continue{});
    EXPECT_EQ(person.path(), "form/review");
    EXPECT_TRUE(form_ready(person.content, person.model));
    const Response out = handed_out(*person.content.form, filling_of(person.content, person.model), person.model.today);
    EXPECT_EQ(out.status, "completed") << "what the page calls ready is";
    EXPECT_FALSE(validate(person.content.form->questionnaire, out, person.model.today).has_errors());
}

TEST(FormPages, long_forms_are_parted) {
    std::string items;
    for (int i = 0; i < 20; ++i)
        items += (i ? ", " : "") + std::string(R"({"linkId": "q)") + std::to_string(i) + R"(", "type": "boolean"})";
    const Form flat(forms::read(items));
    EXPECT_EQ(form_pages(flat.outline).size(), 3u);
    const Form grouped(forms::read(R"({"linkId": "all", "type": "group", "item": [)" + items + "]}"));
    EXPECT_EQ(form_pages(grouped.outline).size(), 3u);
    const Form repeated(forms::read(R"({"linkId": "all", "type": "group", "repeats": true, "item": [)" + items + "]}"));
    EXPECT_EQ(form_pages(repeated.outline).size(), 1u) << "a repetition stays together";
}

TEST(FormPages, words_stand_before_what_follows_them) {
    const Form form(forms::read(R"({"linkId": "hello", "type": "display", "text": "Hello"},
        {"linkId": "you", "type": "group", "text": "You", "item": [{"linkId": "name", "type": "string"}]}, {"linkId": "end", "type": "boolean"})"));
    const auto pages = form_pages(form.outline);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages.front().entries.size(), 2u);
}

TEST(FormPages, a_table_has_its_fields_side_by_side) {
    FormPerson person(R"({"linkId": "drug", "type": "group", "text": "Medicine", "repeats": true,
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "valueCodeableConcept":
            {"coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "gtable"}]}}],
        "item": [{"linkId": "name", "type": "string", "text": "Name"}, {"linkId": "dose", "type": "integer", "text": "Dose"}]})");
    person.opens("form/1");
    const Page page = make_page(person.content, person.model);
    const auto nodes = preorder(page);
    EXPECT_TRUE(std::ranges::any_of(nodes, [](const Node* node) {
        const auto* section = std::get_if<Section>(&node->what);
        return section && section->look == Look::figures && node->children.size() == 2;
    }));
}

TEST(FormPages, groups_repeat) {
    FormPerson person(
        R"({"linkId": "child", "type": "group", "text": "Child", "repeats": true, "item": [{"linkId": "age", "type": "integer", "text": "Age"}]})");
    person.opens("form/1").writes("/item/0/item/0#0", "7").does(RepeatGroup{.field = "form:/item/0"});
    EXPECT_TRUE(person.has("field:form:/item/1/item/0"));
    person.does(RepeatGroup{.field = "form:/item/0", .more = false});
    EXPECT_FALSE(person.has("field:form:/item/1/item/0"));
    EXPECT_FALSE(person.shows("[7]"));
}

TEST(FormPages, questions_repeat_and_empty_fields_do_not_count) {
    FormPerson person(R"({"linkId": "drug", "type": "string", "text": "Medicine", "repeats": true})");
    person.opens("form/1").writes("/item/0#0", "Ibuprofen").does(RepeatGroup{.field = "form:/item/0"});
    EXPECT_TRUE(person.has("field:form:/item/0#1"));
    person.does(Continue{});
    EXPECT_EQ(person.path(), "form/review");
    EXPECT_TRUE(person.shows("Ibuprofen"));
    person.opens("form/1").writes("/item/0#1", "Zinc").does(RepeatGroup{.field = "form:/item/0#0", .more = false});
    EXPECT_TRUE(person.shows("[Zinc]"));
    EXPECT_FALSE(person.shows("[Ibuprofen]"));
}

TEST(FormPages, no_more_are_offered_than_the_form_takes) {
    FormPerson person(R"({"linkId": "drug", "type": "string", "text": "Medicine", "repeats": true, "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 2}]})");
    EXPECT_TRUE(person.opens("form/1").has("add:form:/item/0"));
    EXPECT_FALSE(person.does(RepeatGroup{.field = "form:/item/0"}).has("add:form:/item/0"));
}

TEST(FormPages, of_every_type_have_a_field_or_say_why_not) {
    for (const std::string_view type :
         {"boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url", "quantity", "reference"}) {
        FormPerson person(R"({"linkId": "q", "type": ")" + std::string(type) + R"(", "text": "Asked"})");
        EXPECT_TRUE(person.opens("form/1").has("field:form:/item/0")) << type;
    }
    for (const std::string_view type : {"attachment", "choice"}) {
        FormPerson person(R"({"linkId": "q", "type": ")" + std::string(type) + R"(", "text": "Asked", "required": true})");
        EXPECT_TRUE(person.opens("form/1").shows("Asked")) << type;
    }
}

TEST(FormPages, what_no_answer_fits_is_said_and_keeps_nobody) {
    FormPerson person(R"({"linkId": "a", "type": "foo", "text": "What?", "required": true}, {"linkId": "b", "type": "boolean"})");
    person.opens("form/1");
    EXPECT_TRUE(person.shows("What?") && person.shows("the form does not say what kind of answer this has"));
    EXPECT_FALSE(person.has("field:form:/item/0"));
    EXPECT_EQ(person.does(Continue{}).path(), "form/review");
}

TEST(FormPages, what_may_not_be_asked_keeps_nobody_and_says_what_is_not_supported) {
    FormPerson person(R"({"linkId": "a", "type": "string", "required": true, "_text": {"extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/cqf-expression", "valueExpression": {"language": "text/fhirpath"}}]}, "extension": [
        {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression", "valueExpression": {"language": "text/fhirpath"}}]})");
    person.opens("form/1");
    EXPECT_TRUE(person.shows("it is always asked") && person.shows("in \"text\": a value is given in FHIRPath"));
    EXPECT_EQ(person.does(Continue{}).path(), "form/review");
}

TEST(FormPages, an_answerConstraint_lets_other_words_be_entered) {
    FormPerson person(R"({"linkId": "a", "type": "choice", "extension": [
        {"url": "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint", "valueCode": "optionsOrString"}],
        "answerOption": [{"valueCoding": {"code": "x", "display": "X"}}]})");
    person.opens("form/1").writes("/item/0#0", "other words");
    EXPECT_TRUE(person.shows("other words"));
    EXPECT_EQ(person.does(Continue{}).path(), "form/review");
}

TEST(FormPages, many_options_are_a_list_and_others_can_be_added) {
    std::string options;
    for (int i = 0; i < 11; ++i)
        options += (i ? ", " : "") + std::string(R"({"valueCoding": {"code": "o)") + std::to_string(i) + R"(", "display": "Option )" +
                   std::to_string(i) + "\"}}";
    FormPerson person(R"({"linkId": "q", "type": "open-choice", "text": "Which?", "answerOption": [)" + options + "]}");
    person.opens("form/1");
    const Page page = make_page(person.content, person.model);
    const Node* list = find_id(page, "field:form:/item/0");
    ASSERT_TRUE(list && std::holds_alternative<Select>(list->what));
    EXPECT_EQ(std::get<Select>(list->what).options.size(), 12u);
    person.does(*action_for(*list, "3")).does(Continue{});
    EXPECT_TRUE(person.shows("Option 3"));
    person.opens("form/1").writes("/item/0#0", "Something else").does(Continue{});
    EXPECT_TRUE(person.shows("Something else"));
}

TEST(FormPages, a_unit_waits_for_its_number) {
    FormPerson person(R"({"linkId": "q", "type": "quantity", "text": "Weight", "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kg"}},
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": {"system": "http://unitsofmeasure.org", "code": "[lb_av]", "display": "lb"}}]})");
    person.opens("form/1").does(Choose{"form:/item/0#0", "1"}).does(Continue{});
    EXPECT_FALSE(person.shows("lb")) << "no number, no answer";
    person.opens("form/1").writes("/item/0#0", "150").does(Continue{});
    EXPECT_TRUE(person.shows("150 lb"));
}

TEST(FormPages, what_is_given_is_shown_and_cannot_be_changed) {
    FormPerson person(R"({"linkId": "q", "type": "string", "text": "Number", "readOnly": true, "initial": [{"valueString": "A-7"}]})");
    person.opens("form/1");
    EXPECT_TRUE(person.shows("Number: A-7"));
    person.writes("/item/0#0", "B-8");
    EXPECT_TRUE(person.shows("Number: A-7"));
}

TEST(FormPages, starting_over_leaves_nothing) {
    FormPerson person(two_pages);
    person.opens("form/1").writes("/item/0/item/0#0", "Ada").does(StartOver{});
    EXPECT_TRUE(person.told<KeepInTab>()) << "nor in the tab";
    EXPECT_FALSE(person.opens("form/1").shows("Ada"));
}

// ---- Kept over a reload -------------------------------------------------------------------------------------------

Response kept(std::string_view items) { return read_form_response(forms::response(items), "kept")->response; }

TEST(FormPages, the_tab_keeps_every_change) {
    FormPerson person(two_pages);
    EXPECT_TRUE(person.opens("form/1").writes("/item/0/item/0#0", "Ada").told<KeepInTab>());
    EXPECT_TRUE(person.does(Choose{"form:/item/0/item/1", "true"}).told<KeepInTab>());
    FormPerson again(two_pages);
    again.does(TakeKept{.text = {}, .filling = answered(*person.model.filling)}).opens("form/1");
    EXPECT_TRUE(again.shows("[Ada]"));
    EXPECT_EQ(again.model.notice, "");
    EXPECT_EQ(path_of(again.does(Continue{}).model.place), "form/2") << "she is pregnant";
}

TEST(FormPages, what_was_kept_and_fits_nothing_is_left_out_and_said) {
    FormPerson person(two_pages);
    person.does(TakeKept{.text = {}, .filling = kept(R"({"linkId": "you", "item": [{"linkId": "name", "answer": [{"valueString": "Ada"}]},
        {"linkId": "pregnant", "answer": [{"valueString": "yes"}]}]}, {"linkId": "gone", "answer": [{"valueInteger": 1}]})")});
    EXPECT_EQ(person.model.notice, "notice.kept-part");
    EXPECT_EQ(person.model.left_out, 2);
    EXPECT_TRUE(person.opens("form/1").shows("[Ada]"));
    person.does(TakeKept{.text = {}, .unreadable = true});
    EXPECT_EQ(person.model.notice, "notice.kept-lost");
}

TEST(FormPages, nothing_is_kept_where_several_people_come) {
    FormPerson person(two_pages);
    person.content.clinic.emplace().kiosk = Kiosk{.pin = "2468", .idle_minutes = 2};
    person.does(
        TakeKept{.text = {}, .filling = kept(R"({"linkId": "you", "item": [{"linkId": "name", "answer": [{"valueString": "Ada"}]}]})")});
    EXPECT_FALSE(person.opens("form/1").shows("[Ada]"));
    EXPECT_FALSE(person.opens("form/review").has("save")) << "no file either";
}

// ---- Sent, and after the consultation -----------------------------------------------------------------------------

TEST(FormPages, answers_are_sent_once_they_are_complete_and_seen) {
    FormPerson person(two_pages);
    person.does(Connect{true}).opens("form/review");
    EXPECT_FALSE(person.has("send")) << "a name is missing";
    person.opens("form/1").writes("/item/0/item/0#0", "Ada").does(Continue{});
    ASSERT_TRUE(person.has("send"));
    person.does(AskToSend{});
    EXPECT_EQ(person.path(), "form/send");
    EXPECT_TRUE(person.shows("Your name")) << person.page();
    EXPECT_FALSE(person.shows("Are you pregnant?")) << "what is not answered does not go";
    person.does(SendAnswers{});
    EXPECT_TRUE(person.told<SendAway>());
    EXPECT_TRUE(person.model.sends_form);
    person.does(SendEnded{});
    EXPECT_FALSE(person.has("send:yes")) << "they are gone";
    EXPECT_EQ(person.does(AskToSend{false}).path(), "form/review");
}

TEST(FormPages, come_in_the_place_of_the_consultation_or_after_it) {
    FormPerson person(two_pages);
    EXPECT_TRUE(person.opens("").shows("-> #/form/1"));
    person.content.form_after = true;
    person.does(StartOver{});
    EXPECT_FALSE(person.shows("-> #/form/1"));
    EXPECT_TRUE(person.opens("form").shows("-> #/form/1"));
    person.content.form.reset();
    EXPECT_EQ(person.opens("form").model.place.kind, PageKind::missing);
}

TEST(FormPages, a_form_that_cannot_be_read_says_so) {
    FormPerson person("");
    person.content.form.reset();
    person.content.form_problems = {{Severity::error, "q.json", "/item", "not JSON", "correct it"}};
    EXPECT_TRUE(person.shows("not JSON"));
    EXPECT_FALSE(person.has("continue"));
    EXPECT_NE(person.opens("form/1").model.place.kind, PageKind::form);
}

}  // namespace

}  // namespace needlewise
