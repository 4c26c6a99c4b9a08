#include "core/form/condition.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using enum Operator;

constexpr Operator every_operator[] = {exists, equal, not_equal, greater, less, greater_or_equal, less_or_equal};

bool asks(Operator op, Value value, std::vector<Value> given) {
    return holds(Condition{"question", op, std::move(value)}, sample::answers({{"question", std::move(given)}}));
}

Value whole(std::int64_t figure) { return figure; }
Value decimal(std::string_view figure) { return *Decimal::read(figure); }

TEST(Condition, exists_compares_with_the_boolean) {
    EXPECT_TRUE(asks(exists, true, {coding("rolling")}));
    EXPECT_FALSE(asks(exists, false, {coding("rolling")}));
    EXPECT_FALSE(asks(exists, true, {}));
    EXPECT_TRUE(asks(exists, false, {}));
    EXPECT_FALSE(asks(exists, std::string("true"), {coding("rolling")})) << "exists without a boolean asks nothing";
}

TEST(Condition, equal_needs_one_answer_that_equals) {
    EXPECT_TRUE(asks(equal, coding("toxin"), {coding("cold-sores"), coding("toxin")}));
    EXPECT_FALSE(asks(equal, coding("toxin"), {coding("cold-sores")}));
    EXPECT_FALSE(asks(equal, coding("toxin"), {Coding{"http://elsewhere", "toxin"}}));
    EXPECT_TRUE(asks(equal, true, {true}));
    EXPECT_TRUE(asks(equal, std::string("left"), {std::string("left")}));
    EXPECT_TRUE(asks(equal, day("2026-11-22"), {day("2026-11-22")}));
}

TEST(Condition, not_equal_needs_no_answer_that_equals) {
    EXPECT_TRUE(asks(not_equal, coding("toxin"), {coding("cold-sores")}));
    EXPECT_FALSE(asks(not_equal, coding("toxin"), {coding("cold-sores"), coding("toxin")}));
}

TEST(Condition, order_needs_one_answer_that_compares_so) {
    EXPECT_TRUE(asks(greater, whole(3), {whole(1), whole(4)}));
    EXPECT_FALSE(asks(greater, whole(4), {whole(4)}));
    EXPECT_TRUE(asks(greater_or_equal, whole(4), {whole(4)}));
    EXPECT_TRUE(asks(less, whole(4), {whole(3)}));
    EXPECT_FALSE(asks(less, whole(4), {whole(4)}));
    EXPECT_TRUE(asks(less_or_equal, whole(4), {whole(4)}));
    EXPECT_TRUE(asks(less, day("2026-11-22"), {day("2026-11-21")}));
    EXPECT_FALSE(asks(greater, day("2026-11-22"), {day("2026-11-21")}));
}

TEST(Condition, whole_numbers_and_decimals_compare_as_numbers) {
    EXPECT_TRUE(asks(equal, decimal("2.0"), {whole(2)}));
    EXPECT_FALSE(asks(not_equal, whole(2), {decimal("2.0")}));
    EXPECT_TRUE(asks(greater, decimal("1.5"), {whole(2)}));
    EXPECT_TRUE(asks(less_or_equal, whole(2), {decimal("1.5")}));
}

TEST(Condition, unanswered_only_meets_not_equal) {
    for (const Operator op : every_operator) EXPECT_EQ(asks(op, whole(2), {}), op == not_equal) << static_cast<int>(op);
}

TEST(Condition, different_types_are_never_equal_and_never_in_order) {
    const std::vector<Value> all = {true, whole(1), std::string("1"), day("2026-11-22"), coding("1")};
    for (const Value& asked : all) {
        for (const Value& given : all) {
            if (asked.index() == given.index()) continue;
            for (const Operator op : {equal, greater, less, greater_or_equal, less_or_equal}) EXPECT_FALSE(asks(op, asked, {given}));
            EXPECT_TRUE(asks(not_equal, asked, {given}));
        }
    }
}

TEST(Condition, codings_and_booleans_have_no_order) {
    EXPECT_FALSE(asks(less_or_equal, coding("a"), {coding("a")}));
    EXPECT_FALSE(asks(greater_or_equal, true, {true}));
}

TEST(Conditions, none_always_hold) {
    EXPECT_TRUE(holds(Conditions{}, Answers{}));
    EXPECT_TRUE(holds(Conditions{{}, true}, Answers{}));
}

TEST(Conditions, all_or_any) {
    const std::vector<Condition> acne_and_toxin = {sample::is("goal", "acne-scars"), sample::is("health", "toxin")};
    EXPECT_FALSE(holds(sample::all_of(acne_and_toxin), sample::amina()));
    EXPECT_TRUE(holds(sample::any_of(acne_and_toxin), sample::amina()));
    EXPECT_FALSE(holds(sample::any_of(acne_and_toxin), Answers{}));
}

}  // namespace
}  // namespace needlewise
