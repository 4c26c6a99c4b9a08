// The summary of people of tests/cases, in the words they read: what to do first, how many sessions and when, when to judge.
#include <gtest/gtest.h>

#include "tablet.h"

namespace needlewise {
namespace {

std::string summary_of(const std::string& person) { return Tablet("result", person).text(); }

bool says(const std::string& text, std::string_view words) { return text.contains(words); }

// Somebody of tests/cases who answered one question otherwise.
Tablet answering(const std::string& person, std::string_view page, const std::string& link_id, const std::string& code) {
    Tablet tablet(page, person);
    tablet.model.answers.set(link_id, {Coding{"urn:needlewise:consultation", code}});
    return tablet;
}

// Where two readers looked for it in ten seconds: what to do, on what condition, how many sessions, when to judge.
TEST(Summary, answers_first_whatever_the_plan_is) {
    EXPECT_TRUE(says(summary_of("priya"),
                     "## Your next step: talk to a clinic\n"
                     "  - 3 to 4 sessions, 4 weeks apart.\n"
                     "  - Judge the result about 12 weeks after the last session. With 4 sessions that is 28 June 2027.\n"));
    EXPECT_TRUE(says(summary_of("yusuf"),
                     "## Ask the clinic first. First session after 28 November 2026\n"
                     "  Ask about this: “Diabetes”. Book only if the clinic agrees.\n"
                     "  - 3 to 6 sessions over 8 to 16 weeks. The clinic plans it with you.\n"
                     "  - Judge the result about 12 weeks after the last session.\n"
                     "  Your event, 28 November 2026, is too close."));
    EXPECT_TRUE(says(summary_of("maria"),
                     "## Talk to a clinic. Earliest session: 27 November 2026\n"
                     "  - 3 to 6 sessions over 6 to 10 weeks. The clinic plans it with you.\n"
                     "  - Judge the result about 12 weeks after the first session, not the last.\n"
                     "  Why the wait: “A cream with a retinoid or acids”."));
    EXPECT_TRUE(says(summary_of("tom"),
                     "## Not while you take isotretinoin\n  Do not book a session.\n  Tell the clinic that "
                     "you take it."));
}

TEST(Summary, of_a_clear_person_says_what_comes_next_and_the_dates_with_the_sessions_they_count) {
    const std::string priya = summary_of("priya");
    EXPECT_TRUE(says(priya, "  Nothing you told us is a reason to wait or to ask a doctor first."));
    EXPECT_TRUE(says(priya, "## Your sessions\nWith 4 sessions: 11 January 2027 to 5 April 2027.\n"));
    EXPECT_FALSE(says(priya, "Add the day you want to start"));
}

TEST(Summary, without_dates_counts_from_the_sessions_when_to_judge) {
    EXPECT_TRUE(says(summary_of("noor"), "after the last session.\n"));
    EXPECT_FALSE(says(summary_of("noor"), "## Your sessions")) << "said above";
}

TEST(Summary, of_a_course_judged_from_its_first_session_counts_from_that_day_and_not_by_the_number_of_sessions) {
    Tablet maria("result", "maria");
    maria.model.answers.set("start-date", {*parse_date("2026-12-07")});
    EXPECT_TRUE(says(maria.text(), "not the last. With the first session on 7 December 2026 that is 1 March 2027.\n"));
}

TEST(Summary, of_a_course_that_makes_way_for_an_event_says_the_day_alone) {
    Tablet maria = answering("maria", "result", "has-event", "yes");  // judged 12 weeks after the first session, as the studies did
    maria.model.answers.set("start-date", {*parse_date("2026-12-07")});
    maria.model.answers.set("event-date", {*parse_date("2027-01-31")});
    EXPECT_TRUE(says(maria.text(), "  - Judge the result on 15 March 2027.\n"));
    maria.model.place = {PageKind::result, "over-time"};
    EXPECT_TRUE(says(maria.text(), "so judge the result around 15 March 2027."));
    EXPECT_FALSE(says(maria.text(), "that is around"));
}

TEST(Summary, names_the_earliest_day_in_its_title_and_why_above_what_to_say) {
    const std::string omar = summary_of("omar");
    EXPECT_TRUE(says(omar, "## Ask the clinic first. Earliest session: 30 January 2027"));
    EXPECT_LT(omar.find("Why the wait: “Isotretinoin in the past”."), omar.find("I have had raised scars or keloids."));
    EXPECT_TRUE(says(omar, "  - If the clinic tests a small area first, sessions and result come 12 weeks later."));
    EXPECT_FALSE(says(omar, "Add the day you want to start")) << "first the clinic, then the dates";
    const std::string without_event = answering("yusuf", "result", "has-event", "no").text();
    EXPECT_TRUE(says(without_event, "## Ask the clinic first. Earliest session: 26 November 2026"));
    EXPECT_TRUE(says(without_event, "Why the wait: “Waxing or hair-removal cream”.")) << "for something else than it asks about";
}

TEST(Summary, names_the_day_of_the_event_to_whoever_is_told_to_start_after_it) {
    const std::string yusuf = summary_of("yusuf");
    EXPECT_TRUE(says(yusuf, "Plan to start after your event."));
    EXPECT_FALSE(says(yusuf, "Why the wait"));
    Tablet without_day("result", "yusuf");
    without_day.model.answers.remove("date-waxing");
    without_day.model.answers.set("event-date", {*parse_date("2026-12-05")});
    EXPECT_TRUE(says(without_day.text(), "Why the wait: “Waxing or hair-removal cream”. You did not say when the last time was"))
        << "with it a session may fit before";
    Tablet waits("result", "helen");  // a clear plan but for its wait
    waits.model.answers.set("event-date", {*parse_date("2026-12-03")});
    waits.model.answers.set("has-event", {Coding{"urn:needlewise:consultation", "yes"}});
    EXPECT_TRUE(says(waits.text(), "## Talk to a clinic. First session after 3 December 2026"));
    EXPECT_FALSE(says(waits.text(), "Why the wait")) << "which is over before that day";
}

TEST(Summary, of_a_wait_that_leads_up_to_an_event_names_both) {
    Tablet omar("result", "omar");
    omar.model.answers.set("start-date", {*parse_date("2026-12-10")});
    omar.model.answers.set("has-event", {Coding{"urn:needlewise:consultation", "yes"}});
    omar.model.answers.set("event-date", {*parse_date("2027-02-01")});
    EXPECT_TRUE(says(omar.text(), "The wait (“Isotretinoin in the past”) is over on 30 January 2027."));
    EXPECT_TRUE(says(omar.text(), "So the dates here start after it, on 2 February 2027."));
}

TEST(Summary, of_a_wait_says_why_and_what_was_wished) {
    const std::string helen = summary_of("helen");
    EXPECT_TRUE(says(helen, "## Talk to a clinic. Earliest session: 24 November 2026\n"));
    EXPECT_TRUE(says(helen, "Why the wait: “Anti-wrinkle injections in the area”."));
    EXPECT_TRUE(says(helen, "24 November 2026 is later than the day you wanted, 23 November 2026."));
}

TEST(Summary, of_a_wait_that_nobody_knows_the_beginning_of_leads_to_the_question) {
    const Tablet maria("result", "maria");
    EXPECT_TRUE(says(maria.text(), "Say when the last time was -> #/questions/recent-dates"));
    EXPECT_FALSE(says(maria.text(), "Add the day you want to start")) << "one day after the other";
    EXPECT_FALSE(says(summary_of("helen"), "Say when")) << "she did";
}

TEST(Summary, of_somebody_who_should_not_have_it_now_has_no_course_of_their_own) {
    const std::string amara = summary_of("amara");
    EXPECT_TRUE(says(amara, "“I am pregnant, or may be. My sheet says not to have microneedling now."));
    EXPECT_TRUE(says(amara, "<Sessions in general +>"));
    EXPECT_FALSE(says(amara, "## Your sessions"));
    EXPECT_FALSE(says(amara, "Judge the result") || says(amara, "judge the result"));
}

TEST(Summary, of_somebody_who_takes_a_medicine_says_not_to_stop_it) {
    EXPECT_TRUE(says(summary_of("tom"), "Do not stop isotretinoin on your own"));
    EXPECT_TRUE(says(summary_of("liam"), "Do not have this treatment on this area until the cold sore has gone."));
}

TEST(Summary, sends_to_a_doctor_first_whoever_has_a_reason_that_a_clinic_cannot_judge) {
    const std::string ella = summary_of("ella");
    EXPECT_TRUE(says(ella, "## Ask a doctor first, then the clinic"));
    EXPECT_TRUE(says(ella, "Ask a doctor first\n\n  ### Worries about how you look"));
    EXPECT_TRUE(says(ella, "Book only if the doctor and the clinic both agree."));
    for (const std::string_view page : {"result/course", "result/compare", "result/sheet", "staff/brief"})
        EXPECT_TRUE(says(Tablet(page, "ella").text(), "Only if the doctor and the clinic both agree.")) << page;
    EXPECT_TRUE(
        says(answering("omar", "result", "goal", "burn-scars").text(), "## Ask a doctor first, then the clinic. Earliest session: "));
    EXPECT_FALSE(says(summary_of("omar"), "Ask a doctor")) << "a clinic can judge keloids";
}

TEST(Summary, does_not_call_nothing_to_check_what_other_pages_say_to_ask_about) {
    const std::string text = answering("maria", "result", "pigment-kind", "unsure").text();
    EXPECT_TRUE(says(text, "You do not know what kind of dark patches you have"));
    EXPECT_FALSE(says(text, "nothing that needs checking first"));
}

TEST(Summary, does_not_take_what_was_not_said_for_nothing_found) {
    const std::string silent = answering("noor", "result", "feelings", "prefer-not").text();
    EXPECT_TRUE(says(silent, "Worry about looks: not answered"));
    EXPECT_FALSE(says(silent, "nothing that needs checking first"));
    EXPECT_TRUE(says(answering("ella", "result", "mark-age", "unsure").text(), "You do not know how old your marks are"));
}

TEST(Summary, still_tells_the_clinic_of_isotretinoin_once_its_wait_is_over) {
    const std::string yusuf = summary_of("yusuf");  // stopped more than 26 weeks ago
    EXPECT_TRUE(says(yusuf, "Isotretinoin in the past"));
    EXPECT_FALSE(says(yusuf, "I have taken isotretinoin.")) << "told, not asked about";
}

TEST(Visit, asks_about_numbing_cream_whoever_kept_their_health_to_themselves) {
    EXPECT_FALSE(says(Tablet("result/visit", "priya").text(), "if you may have the cream"));
    for (const std::string link_id : {"conditions", "medicines"})
        EXPECT_TRUE(says(answering("priya", "result/visit", link_id, "prefer-not").text(), "Numb and wait, if you may have the cream"))
            << link_id;
}

TEST(Summary, says_when_there_is_more_than_one_way_to_plan) {
    EXPECT_TRUE(says(Tablet("result/sheet", "maria").text(), "3 to 6 sessions over 6 to 10 weeks. There is more than one way to plan it."))
        << "the gaps of different plans, beside their numbers, would not add up to their weeks";
    EXPECT_TRUE(says(Tablet("result/sheet", "ella").text(), "3 to 4 sessions, 4 weeks apart: 8 to 12 weeks in all."));
}

}  // namespace
}  // namespace needlewise
