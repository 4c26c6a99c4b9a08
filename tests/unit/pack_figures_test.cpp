// The figures of a clinic: every page follows them, none is turned round, and what is known beside them is still told.
#include <gtest/gtest.h>

#include "content/pack/pack.h"
#include "core/assessment/assessment.h"
#include "support/expect.h"
#include "tablet.h"

namespace needlewise {
namespace {

Result<Content> with_pack(const std::string& fields) {
    const std::string text = R"({"needlewise": "pack", "format": 1, "id": "a", "name": "A Clinic", "reviewed": "2026-11-01",
        "review_by": "2027-11-01", )" +
                             fields + "}";
    auto pack = read_pack(text, "a.json");
    if (!pack) return std::unexpected(pack.error());
    return apply_pack(shipped::content(), *pack);
}

Tablet at_clinic(const std::string& fields, std::string_view path, const std::string& person) {
    Tablet tablet(path, person);
    auto content = with_pack(fields);
    if (content) tablet.content = std::move(*content);
    else ADD_FAILURE() << lines(content.error());
    return tablet;
}

std::string figure(std::string_view name, std::string_view figures, std::string_view unit) {
    return "\"" + std::string(name) + R"(": {)" + std::string(figures) + R"(, "unit": ")" + std::string(unit) + R"(", "note": "x"})";
}

std::string waits(const std::string& figures) { return R"("waits": {)" + figures + "}"; }

TEST(PackFigures, darker_skin_never_waits_less_than_lighter_skin) {
    const std::string six = waits(figure("tan", R"("value": 6)", "week"));
    EXPECT_TRUE(at_clinic(six, "result/sheet", "helen").text().contains("no strong sun or tanning for 6 weeks"));
    EXPECT_TRUE(at_clinic(six, "result/sheet", "priya").text().contains("no strong sun or tanning for 6 weeks")) << "not for 4";
    EXPECT_EQ(with_pack(six)->number("wait.tan-darker")->basis, Basis::clinic);

    const std::string eight = waits(figure("tan-darker", R"("value": 8)", "week"));
    EXPECT_TRUE(at_clinic(eight, "result/sheet", "helen").text().contains("no strong sun or tanning for 2 weeks"));
    EXPECT_TRUE(at_clinic(eight, "result/sheet", "priya").text().contains("no strong sun or tanning for 8 weeks"));

    const auto turned = with_pack(waits(figure("tan", R"("value": 8)", "week") + ", " + figure("tan-darker", R"("value": 42)", "day")));
    ASSERT_FALSE(turned);
    EXPECT_TRUE(lines(turned.error()).contains("/waits/tan-darker")) << lines(turned.error());
}

TEST(PackFigures, a_shorter_time_for_cream_stays_the_shorter_one) {
    const std::string twenty = R"("visit_minutes": {)" + figure("numb", R"("value": 20)", "minute") + "}";
    EXPECT_EQ(with_pack(twenty)->number("visit.numb.eczema-plan")->usual(), 20);
    const std::string fifty = R"("visit_minutes": {)" + figure("numb", R"("value": 50)", "minute") + "}";
    EXPECT_EQ(with_pack(fifty)->number("visit.numb.eczema-plan")->usual(), 30);
}

TEST(PackFigures, of_a_range_the_longest_is_used_and_said) {
    Tablet helen = at_clinic(waits(figure("toxin", R"("low": 2, "high": 20)", "week")), "result", "helen");
    EXPECT_TRUE(helen.text().contains("Your clinic asks people to wait 2 to 20 weeks after this. We use the longest, 20 weeks."))
        << helen.text();
    EXPECT_EQ(assess(helen.content, helen.model.answers, shipped::today).plan->earliest, *parse_date("2027-03-30"));
}

TEST(PackFigures, what_is_known_of_a_wait_is_told_beside_the_clinics_own) {
    const std::string text = at_clinic(waits(figure("toxin", R"("value": 4)", "week")), "result", "helen").text();
    EXPECT_TRUE(text.contains("Your clinic asks people to wait 4 weeks after this.")) << text;
    EXPECT_TRUE(text.contains("Nobody has tested this wait."));
    EXPECT_FALSE(text.contains("the shortest wait")) << "that is of the times others use";
}

TEST(PackFigures, a_course_of_one_session_has_no_gap_and_no_length) {
    const std::string one = R"("sessions": {"value": 1, "unit": "session", "note": "x"})";
    const std::string text = at_clinic(one, "result/course", "noor").text();
    EXPECT_FALSE(text.contains("apart")) << text;
    EXPECT_FALSE(text.contains("0 weeks"));
    const std::string some = R"("sessions": {"low": 1, "high": 3, "unit": "session", "note": "x"})";
    EXPECT_TRUE(at_clinic(some, "result/course", "noor").text().contains("up to "));
}

TEST(PackFigures, a_number_of_sessions_is_not_called_a_time) {
    const std::string text =
        at_clinic(R"("sessions": {"low": 3, "high": 5, "unit": "session", "note": "x"})", "result/course", "noor").text();
    EXPECT_TRUE(text.contains("in a course, says your clinic")) << text;
    EXPECT_FALSE(text.contains("we work dates out with 4 sessions (set by your clinic)")) << "that figure is ours";
}

}  // namespace
}  // namespace needlewise
