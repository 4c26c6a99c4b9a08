// The steps of a visit as they are for a person: of two reasons for another step the one does not hide the other.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/assessment/parts.h"
#include "core/pages/parts.h"
#include "sample.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

// The step that stands in this place of the visit.
VisitMinutes found(std::string_view usual, const sample::Given& given) {
    const auto& steps = shipped::content().visit;
    const auto place = static_cast<std::size_t>(std::ranges::find(steps, usual, &VisitStep::id) - steps.begin());
    return visit_for(shipped::content(), sample::answers(given)).at(place);
}

// "numb-ask 30": its id and its minutes.
std::string step(std::string_view usual, const sample::Given& given) {
    const VisitMinutes here = found(usual, given);
    return here.step + " " + std::to_string(here.minutes);
}

std::string says(std::string_view part, std::string_view usual, const sample::Given& given) {
    return say(shipped::content(), visit_key(shipped::content(), found(usual, given), part)).text;
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

TEST(Visit, says_what_is_felt_as_it_is_for_the_person) {
    EXPECT_FALSE(says(".feel", "needle", {{"allergies", {of("anaesthetic")}}}).contains("With numbing cream"));
    EXPECT_FALSE(says(".feel", "needle", {{"goal", {of("burn-scars")}}}).contains("With numbing cream"));
    EXPECT_TRUE(says(".feel", "needle", {{"area", {of("abdomen")}}}).contains("5.2 out of 10"));
}

TEST(Visit, has_the_words_of_the_nearest_step_that_has_them) {
    EXPECT_EQ(says(".title", "needle", {{"goal", {of("burn-scars")}}}), "Needling");
    const sample::Given both{{"conditions", {of("liver")}}, {"skin-today", {of("eczema-psoriasis")}}};
    EXPECT_EQ(found("numb", both).instead_of, (std::vector<std::string>{"numb-ask", "numb"}));
    EXPECT_EQ(says(".why", "numb", both), says(".why", "numb", {{"conditions", {of("liver")}}})) << "why they must ask first";
    EXPECT_EQ(says(".feel", "numb", both), says(".feel", "numb", {}));
    for (const sample::Given& given : {sample::Given{}, {{"conditions", {of("liver")}}}, {{"skin-today", {of("eczema-psoriasis")}}}, both})
        EXPECT_TRUE(says(".why", "numb", given).contains("more than 4% lidocaine"));
}

}  // namespace
}  // namespace needlewise
