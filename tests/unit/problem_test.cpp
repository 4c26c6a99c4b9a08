#include "core/problem.h"

#include <gtest/gtest.h>

namespace needlewise {
namespace {

TEST(Problem, reads_as_one_line_with_its_place_and_a_hint) {
    const Problem problem{Severity::error, "numbers.json", "/wait.toxin", "the unit is missing", "add one of day, week"};
    EXPECT_EQ(to_line(problem), "numbers.json:/wait.toxin: error: the unit is missing (add one of day, week)");
}

TEST(Problem, leaves_out_what_is_not_known) {
    EXPECT_EQ(to_line({Severity::warning, "en.json", "", "a key is unused", ""}), "en.json: warning: a key is unused");
    EXPECT_EQ(to_line({Severity::error, "", "", "nothing to read", ""}), "error: nothing to read");
}

TEST(Problem, stays_on_one_line_whatever_the_file_is_called) {
    EXPECT_EQ(to_line({Severity::error, "a\nb.json", "", "not JSON", ""}), "a b.json: error: not JSON");
}

TEST(Problem, warnings_are_not_errors) {
    const Problem warning{Severity::warning, {}, {}, {}, {}}, error{Severity::error, {}, {}, {}, {}};
    EXPECT_FALSE(has_errors({}));
    EXPECT_FALSE(has_errors({warning}));
    EXPECT_TRUE(has_errors({warning, error}));
}

TEST(Problem, a_note_is_neither) {
    const Problem note{Severity::note, "a.json", "/name", "a letter is missing", ""};
    EXPECT_EQ(to_line(note), "a.json:/name: note: a letter is missing");
    EXPECT_FALSE(has_errors({note}));
}

}  // namespace
}  // namespace needlewise
