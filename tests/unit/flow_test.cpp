#include "core/form/flow.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::today;

using Ids = std::vector<std::string>;

Ids pages_of(const Answers& answers) {
    const Questionnaire consultation = sample::questionnaire();
    Ids ids;
    for (const QuestionPage& page : question_pages(consultation, answers)) ids.push_back(page.item->link_id);
    return ids;
}

Ids questions_on(std::string_view page_id, const Answers& answers) {
    const Questionnaire consultation = sample::questionnaire();
    Ids ids;
    for (const QuestionPage& page : question_pages(consultation, answers))
        if (page.item->link_id == page_id)
            for (const Item* question : page.questions) ids.push_back(question->link_id);
    return ids;
}

std::string error_of(std::string_view link_id, const Answers& answers) {
    const Questionnaire consultation = sample::questionnaire();
    for (const QuestionPage& page : question_pages(consultation, answers))
        for (const FieldError& error : errors_on(page, answers, today))
            if (error.link_id == link_id) return error.text_key;
    return "";
}

Answers amina_and(std::string link_id, std::vector<Value> values) {
    Answers amina = sample::amina();
    amina.set(std::move(link_id), std::move(values));
    return amina;
}

TEST(Flow, a_newcomer_meets_the_pages_that_depend_on_nothing) { EXPECT_EQ(pages_of({}), (Ids{"goal", "tone", "health", "dates"})); }

TEST(Flow, the_goal_opens_its_own_questions) {
    EXPECT_EQ(pages_of(sample::amina()), (Ids{"goal", "scar-kind", "tone", "health", "dates"}));
    EXPECT_EQ(pages_of(amina_and("goal", {coding("laxity")})), (Ids{"goal", "tone", "health", "dates"}));
}

TEST(Flow, a_treatment_opens_its_date) {
    EXPECT_EQ(pages_of(amina_and("health", {coding("cold-sores"), coding("toxin")})),
              (Ids{"goal", "scar-kind", "tone", "health", "toxin-date", "dates"}));
}

TEST(Flow, a_group_shows_its_enabled_questions_on_one_page) {
    EXPECT_EQ(questions_on("dates", sample::amina()), (Ids{"start-date", "has-event"}));
    EXPECT_EQ(questions_on("dates", amina_and("has-event", {coding("yes")})), (Ids{"start-date", "has-event", "event-date"}));
}

TEST(Flow, sections_and_every_page_are_known_beforehand) {
    const Questionnaire consultation = sample::questionnaire();
    const auto pages = question_pages(consultation, {});
    EXPECT_EQ(pages.front().section->link_id, "goal-section");
    Ids all;
    for (const Item* item : page_items(consultation)) all.push_back(item->link_id);
    EXPECT_EQ(all, (Ids{"goal", "scar-kind", "tone", "health", "toxin-date", "dates"}));
}

TEST(Flow, a_hidden_section_and_a_page_without_questions_are_left_out) {
    Questionnaire form;
    form.items = {sample::group("hidden", {sample::choice("a", {"yes"})}, sample::when("b", "yes")),
                  sample::group("shown", {sample::group("empty", {}), sample::item("note", ItemType::display, false),
                                          sample::choice("b", {"yes", "no"})})};
    const auto pages = question_pages(form, sample::answers({{"b", {coding("no")}}}));
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages[0].item->link_id, "b");
}

Item with_previous(Item item) {
    item.with_previous = true;
    return item;
}

Item safe(Item item) {
    item.goes_on = true;
    return item;
}

TEST(Flow, questions_share_a_page_that_the_first_of_them_names) {
    Questionnaire form;
    form.items = {
        sample::group("you", {sample::choice("eyes", {"blue"}), with_previous(sample::choice("hair", {"red"})),
                              sample::choice("age", {"old"}), with_previous(sample::group("more", {sample::choice("job", {"none"})}))})};
    const auto pages = question_pages(form, {});
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0].questions.size(), 2u);
    EXPECT_TRUE(pages[0].shared && pages[1].shared);
    EXPECT_EQ(pages[1].questions.back()->link_id, "job");
    EXPECT_EQ(page_items(form).size(), 2u);
    EXPECT_EQ(page_of(form, "hair")->link_id, "eyes");
    EXPECT_EQ(page_of(form, "job")->link_id, "age");
    EXPECT_EQ(page_of(form, "shoes"), nullptr);
}

TEST(Flow, only_the_last_answer_of_a_safe_page_ends_it) {
    const Item eyes = safe(sample::choice("eyes", {"blue"})), hair = safe(sample::choice("hair", {"red"}));
    const Item keloid = sample::choice("keloid", {"yes"}), several = safe(sample::choices("places", {"face"}));
    const Answers both =
        sample::answers({{"eyes", {coding("blue")}}, {"hair", {coding("red")}}, {"keloid", {coding("yes")}}, {"places", {coding("face")}}});
    const QuestionPage page{nullptr, &eyes, true, {&eyes, &hair}};
    EXPECT_TRUE(ends_page(page, "hair", both, today));
    EXPECT_FALSE(ends_page(page, "eyes", both, today)) << "the next question is still below it";
    EXPECT_FALSE(ends_page(page, "hair", sample::answers({{"hair", {coding("red")}}}), today)) << "one is missing";
    EXPECT_FALSE(ends_page({nullptr, &eyes, true, {&eyes, &keloid}}, "keloid", both, today)) << "a wrong tap would be unsafe";
    EXPECT_FALSE(ends_page({nullptr, &several, false, {&several}}, "places", both, today)) << "there may be more to choose";
}

TEST(Errors, required_questions_say_what_is_missing) {
    EXPECT_EQ(error_of("goal", {}), "error.required.choice");
    EXPECT_EQ(error_of("health", {}), "error.required.choices");
    EXPECT_EQ(error_of("event-date", amina_and("has-event", {coding("yes")})), "error.required.date");
    EXPECT_EQ(error_of("toxin-date", amina_and("health", {coding("toxin")})), "") << "who does not know it says nothing";
    EXPECT_EQ(error_of("scar-kind", sample::answers({{"goal", {coding("acne-scars")}}})), "") << "optional";
    EXPECT_EQ(error_of("start-date", {}), "") << "optional";
}

TEST(Errors, an_answer_the_question_does_not_offer_is_none) {
    EXPECT_EQ(error_of("goal", amina_and("goal", {coding("freckles")})), "error.required.choice");
    EXPECT_EQ(error_of("health", amina_and("health", {coding("none"), coding("cold-sores")})), "error.required.choices");
}

TEST(Errors, a_past_treatment_lies_behind) {
    const auto toxin_on = [](std::string_view iso) { return sample::answers({{"health", {coding("toxin")}}, {"toxin-date", {day(iso)}}}); };
    EXPECT_EQ(error_of("toxin-date", toxin_on("2026-11-21")), "");
    EXPECT_EQ(error_of("toxin-date", toxin_on("2026-11-22")), "") << "today counts";
    EXPECT_EQ(error_of("toxin-date", toxin_on("2026-11-23")), "error.date.past");
    EXPECT_EQ(error_of("toxin-date", toxin_on("1900-01-01")), "");
    EXPECT_EQ(error_of("toxin-date", toxin_on("1899-12-31")), "error.date.too-far");
}

TEST(Errors, a_plan_lies_ahead_but_not_too_far) {
    const auto start_on = [](std::string_view iso) { return amina_and("start-date", {day(iso)}); };
    EXPECT_EQ(error_of("start-date", start_on("2026-11-21")), "error.date.future");
    EXPECT_EQ(error_of("start-date", start_on("2026-11-22")), "") << "today counts";
    EXPECT_EQ(error_of("start-date", start_on("2031-11-22")), "") << "five years to the day";
    EXPECT_EQ(error_of("start-date", start_on("2031-11-23")), "error.date.too-far");
}

TEST(Errors, five_years_after_a_leap_day_is_the_end_of_february) {
    const Item start = sample::date("start-date", DateWindow::future);
    const QuestionPage page{nullptr, &start, false, {&start}};
    const Date leap_day = day("2028-02-29");
    EXPECT_TRUE(errors_on(page, sample::answers({{"start-date", {day("2033-02-28")}}}), leap_day).empty());
    EXPECT_FALSE(errors_on(page, sample::answers({{"start-date", {day("2033-03-01")}}}), leap_day).empty());
}

TEST(Errors, a_date_of_the_past_year_is_not_longer_ago) {
    const Item peel = sample::date("peel-date", DateWindow::past_year);
    const QuestionPage page{nullptr, &peel, false, {&peel}};
    const auto error_of_peel = [&](std::string_view iso) {
        const auto errors = errors_on(page, sample::answers({{"peel-date", {day(iso)}}}), today);
        return errors.empty() ? std::string{} : errors.front().text_key;
    };
    EXPECT_EQ(error_of_peel("2025-11-22"), "") << "a year to the day";
    EXPECT_EQ(error_of_peel("2025-11-21"), "error.date.past-year");
    EXPECT_EQ(error_of_peel("1926-11-20"), "error.date.past-year") << "a year typed wrong must not end a wait";
    EXPECT_EQ(error_of_peel("2026-11-23"), "error.date.past");
}

TEST(Complete, when_every_page_is_answered_without_errors) {
    const Questionnaire consultation = sample::questionnaire();
    EXPECT_FALSE(complete(consultation, {}, today));
    EXPECT_TRUE(complete(consultation, sample::amina(), today));
    EXPECT_FALSE(complete(consultation, amina_and("has-event", {coding("yes")}), today)) << "now the date of the event is asked";
    EXPECT_TRUE(complete(consultation, amina_and("start-date", {day("2026-01-01")}), today)) << "a day that has come since was said right";
}

TEST(Complete, names_the_questions_that_are_open) {
    const auto open = open_questions(sample::questionnaire(), amina_and("health", {}), today);
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open.front().link_id, "health");
    EXPECT_EQ(open.front().text_key, "error.required.choices");
}

}  // namespace
}  // namespace needlewise
