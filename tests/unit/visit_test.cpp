// The steps of a visit as they are for a person: of two reasons for another step the one does not hide the other.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/assessment/parts.h"
#include "sample.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

// "numb-ask 30": the step that stands in this place of the visit, and its minutes.
std::string step(std::string_view usual, const sample::Given& given) {
    Answers answers = sample::answers(given);
    const auto& steps = shipped::content().visit;
    const auto place = static_cast<std::size_t>(std::ranges::find(steps, usual, &VisitStep::id) - steps.begin());
    const VisitMinutes found = visit_for(shipped::content(), answers).at(place);
    return found.step + " " + std::to_string(found.minutes);
}

Value of(std::string code) { return Coding{"urn:needlewise:consultation", std::move(code)}; }

TEST(Visit, is_as_usual_for_who_gives_no_reason) {
    EXPECT_EQ(step("numb", {}), "numb 45");
    EXPECT_EQ(step("needle", {}), "needle 30");
}

TEST(Visit, of_who_must_ask_before_the_cream_and_has_eczema_has_the_question_and_the_shorter_time) {
    EXPECT_EQ(step("numb", {{"conditions", {of("liver")}}}), "numb-ask 45");
    EXPECT_EQ(step("numb", {{"skin-today", {of("eczema-psoriasis")}}}), "numb-eczema 30");
    EXPECT_EQ(step("numb", {{"conditions", {of("liver")}}, {"skin-today", {of("eczema-psoriasis")}}}), "numb-ask-eczema 30");
}

TEST(Visit, promises_no_pain_with_a_cream_to_who_has_none) {
    EXPECT_EQ(step("needle", {{"allergies", {of("anaesthetic")}}}), "needle-no-cream 30");
    EXPECT_EQ(step("needle", {{"goal", {of("burn-scars")}}}), "needle-asleep 30");
    EXPECT_EQ(step("needle", {{"allergies", {of("anaesthetic")}}, {"area", {of("abdomen")}}}), "needle-no-cream 30");
    EXPECT_EQ(step("needle", {{"area", {of("face"), of("neck")}}}), "needle-belly-neck 30") << "where it was measured to hurt more";
}

TEST(Visit, says_of_every_step_that_may_stand_for_another_what_is_felt) {
    const auto says = [](std::string_view id, std::string_view part) {
        return say(shipped::content(), "visit." + std::string(id) + "." + std::string(part)).text;
    };
    EXPECT_FALSE(says("needle-no-cream", "feel").contains("With numbing cream"));
    EXPECT_FALSE(says("needle-asleep", "feel").contains("With numbing cream"));
    EXPECT_TRUE(says("needle-belly-neck", "feel").contains("5.2 out of 10"));
    for (const std::string_view id : {"numb", "numb-ask", "numb-ask-eczema", "numb-eczema"})
        EXPECT_TRUE(says(id, "why").contains("more than 4% lidocaine")) << id;
}

}  // namespace
}  // namespace needlewise
