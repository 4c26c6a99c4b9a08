// What two pages say of one person is the same, and nothing that sounds like going on is said to who is held up.
#include <gtest/gtest.h>

#include "core/assessment/assessment.h"
#include "tablet.h"

namespace needlewise {
namespace {

constexpr std::string_view system = "urn:needlewise:consultation";

std::string page_of(const std::string& person, std::string_view path) { return Tablet(path, person).text(); }

Tablet answering(const std::string& person, std::string_view page, const std::string& link_id, const std::string& code) {
    Tablet tablet(page, person);
    tablet.model.answers.set(link_id, {Coding{std::string(system), code}});
    return tablet;
}

// Rolling and boxcar scars do better than the average, ice-pick scars and severe ones less well (RES-012).
TEST(OneTruth, what_makes_a_figure_say_less_stands_wherever_the_figure_does) {
    constexpr std::string_view caveat = "Ice-pick scars (narrow and deep) get better least with needling.";
    for (const std::string_view path : {"result/studies", "result/sheet", "staff/brief", "staff/show/studies"}) {
        EXPECT_TRUE(answering("priya", path, "acne-scar-type", "ice-pick").text().contains(caveat)) << path;
        EXPECT_FALSE(page_of("priya", path).contains(caveat)) << path;
    }
    constexpr std::string_view less = "With your answers it may be less.";  // there is no room for all of it beside the other choices
    EXPECT_TRUE(answering("priya", "result/compare", "acne-scar-type", "ice-pick").text().contains(less));
    EXPECT_FALSE(page_of("priya", "result/compare").contains(less));
}

TEST(OneTruth, who_was_not_in_the_studies_reads_so_beside_every_figure) {
    constexpr std::string_view caveat = "These studies do not name people with the darkest skin (type six of six).";
    for (const std::string_view path : {"result/studies", "result/sheet", "result/compare", "staff/brief"})
        EXPECT_TRUE(page_of("amara", path).contains(caveat)) << path;
    constexpr std::string_view of_acne = "The studies behind this figure do not name people with the darkest skin (type six of six).";
    Tablet both = answering("yusuf", "result/compare", "acne-scar-type", "ice-pick");
    const Answers amaras = shipped::people().at("amara");
    for (const std::string& item : both.content.phototype.items) both.model.answers.set(item, amaras.of(item));
    EXPECT_TRUE(
        both.text().contains(std::string(of_acne) + " We do not know if the figures hold for you. With your answers it may be less."));
}

// Needling against thinning hair was studied on the scalp alone.
TEST(OneTruth, what_was_studied_on_the_scalp_gives_no_figure_for_other_places) {
    for (const std::string_view path : {"result/studies", "result/sheet", "result/course"}) {
        EXPECT_TRUE(answering("ken", path, "area", "face").text().contains("studied on the scalp")) << path;
        EXPECT_FALSE(answering("ken", path, "area", "face").text().contains("in each square centimetre")) << path;
    }
    EXPECT_TRUE(page_of("ken", "result/studies").contains("in each square centimetre"));
    EXPECT_TRUE(answering("ken", "result/aftercare", "area", "face").text().contains("inoxidil"));
}

TEST(OneTruth, burn_scars_get_no_more_days_than_are_known) {
    Tablet david("result/course", "david");
    david.model.answers.set("has-event", {Coding{std::string(system), "yes"}});
    david.model.answers.set("event-date", {Date{std::chrono::year{2027}, std::chrono::June, std::chrono::day{1}}});
    EXPECT_TRUE(david.text().contains("We do not know how fast burn scars heal")) << david.text();
}

TEST(OneTruth, for_a_date_that_has_passed_nothing_is_planned) {
    for (const std::string_view path : {"result/course", "result/sheet"}) {
        Tablet priya(path, "priya");
        priya.model.answers.set("has-event", {Coding{std::string(system), "yes"}});
        priya.model.answers.set("event-date", {Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{1}}});
        const std::string text = priya.text();
        EXPECT_TRUE(text.contains("Your date: 1 November 2026")) << path;
        EXPECT_TRUE(text.contains("The date you gave, 1 November 2026, has passed.")) << path;
        EXPECT_FALSE(text.contains("Planning for")) << path;
    }
}

TEST(OneTruth, who_is_held_up_reads_no_advice_for_a_visit) {
    for (const std::string person : {"tom", "amara", "ruth", "zoe"}) {
        for (const std::string_view path : {"result", "result/studies", "result/healing", "result/sheet", "staff/brief"}) {
            const std::string text = page_of(person, path);
            for (const std::string_view advice : {"before you book", "Plan for", "Choose a date after this wait"})
                EXPECT_FALSE(text.contains(advice)) << person << " at " << path << ": " << advice;
        }
        EXPECT_TRUE(page_of(person, "result/visit").contains("# A visit in general\n")) << person;
    }
    EXPECT_TRUE(page_of("ruth", "result/sheet").contains("If a session is planned later, this wait counts too."));
    EXPECT_TRUE(page_of("priya", "result/visit").contains("# Your visit\n"));
    EXPECT_TRUE(page_of("priya", "result/studies").contains("before you book"));
}

TEST(OneTruth, a_test_area_puts_off_the_whole_of_the_plan_for_an_event) {
    Tablet omar("result/course", "omar");  // keloids: a test area first, 12 weeks
    const auto with_event = [&](Date day) {
        omar.model.answers.set("has-event", {Coding{std::string(system), "yes"}});
        omar.model.answers.set("event-date", {day});
        return omar.text();
    };
    const auto plan = [&] { return *assess(omar.content, omar.model.answers, omar.model.today).plan; };
    // Its course lasts 12 weeks and is judged 12 later; what the test puts off still settles by then and cannot be judged.
    const std::string near = with_event(add_weeks(plan().earliest, 30));
    ASSERT_EQ(plan().event->fit, EventFit::fits);
    ASSERT_EQ(plan().event->after_test->fit, EventFit::not_judged);
    EXPECT_TRUE(near.contains("If the clinic tests a small area first, it is too early to judge the result by your date.")) << near;
    EXPECT_FALSE(near.contains("have that test by"));
    const std::string far = with_event(add_weeks(shipped::today, 80));
    ASSERT_TRUE(plan().event->after_test->latest_test);
    EXPECT_TRUE(far.contains("With a test area first, have that test by ")) << far;
    EXPECT_FALSE(far.contains("too early to judge"));
}

TEST(OneTruth, what_to_leave_off_before_a_visit_is_what_the_findings_wait_for) {
    EXPECT_TRUE(page_of("helen", "result/sheet").contains("no strong sun or tanning for 2 weeks, no retinoid creams or acids for 5 days"));
    EXPECT_TRUE(page_of("priya", "result/sheet").contains("no strong sun or tanning for 4 weeks")) << "skin type five";
}

TEST(OneTruth, warning_signs_on_paper_say_how_they_look_on_brown_skin) {
    EXPECT_TRUE(page_of("priya", "result/sheet").contains("On brown and black skin redness can be hard to see."));
    EXPECT_FALSE(page_of("helen", "result/sheet").contains("On brown and black skin redness can be hard to see."));
}

TEST(OneTruth, nothing_is_put_on_skin_that_is_to_be_left_alone) {
    for (const std::string person : {"priya", "sofia", "david"}) {
        const auto care = assess(shipped::content(), shipped::people().at(person), shipped::today).aftercare;
        const auto alone = std::ranges::find(care, "leave-alone", &Aftercare::id);
        ASSERT_NE(alone, care.end());
        for (const Aftercare& each : care)
            if (each.id == "moisturiser" || each.id == "cleanser" || each.id == "sunscreen")
                EXPECT_GE(each.from_h, *alone->until_h) << each.id;
    }
}

TEST(OneTruth, advice_written_for_the_face_says_so_on_other_skin) {
    constexpr std::string_view said = "These times come from advice for the face";
    for (const std::string_view path : {"result/aftercare", "result/sheet"}) {
        EXPECT_TRUE(page_of("sofia", path).contains(said)) << path;
        EXPECT_FALSE(page_of("priya", path).contains(said)) << path;
    }
}

}  // namespace
}  // namespace needlewise
