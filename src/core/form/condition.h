// One condition form for everything: FHIR enableWhen of questions, and the `when` of findings, courses and drivers.
#pragma once

#include <algorithm>
#include <compare>
#include <string>
#include <vector>

#include "core/form/answers.h"

namespace needlewise {

enum class Operator { exists, equal, not_equal, greater, less, greater_or_equal, less_or_equal };

struct Condition {
    std::string question;  // linkId, or a derived answer (with_derived in assessment.h)
    Operator op = Operator::exists;
    Value value = true;
};

// FHIR enableWhen with its enableBehavior. No conditions: always true.
struct Conditions {
    std::vector<Condition> list;
    bool any = false;  // enableBehavior "any"; else "all"
};

// FHIR R4: `=` at least one answer equals; `!=` no answer equals (true when unanswered); `< > <= >=` at least one answer
// compares so (false when unanswered, and between different types; integer and decimal compare as numbers);
// `exists` whether there is an answer equals the boolean.
bool holds(const Condition& condition, const Answers& answers);
bool holds(const Conditions& conditions, const Answers& answers);

// The same for answers kept in any other way: `value_at(i)` is a pointer to the i-th of `count` answers, null for one that cannot be
// read, which exists and is equal to nothing.
template <class F>
bool holds_among(const Condition& condition, std::size_t count, F value_at) {
    const auto any = [&](auto compares) {
        for (std::size_t i = 0; i < count; ++i)
            if (const Value* value = value_at(i); value && compares(*value)) return true;
        return false;
    };
    const auto ordered = [&](auto as_wanted) {
        return any([&](const Value& value) { return as_wanted(compare(value, condition.value)); });
    };
    const auto equals = [&] { return any([&](const Value& value) { return same(value, condition.value); }); };
    switch (condition.op) {
        case Operator::exists: {
            const bool* wanted = std::get_if<bool>(&condition.value);
            return wanted && *wanted == (count > 0);
        }
        case Operator::equal: return equals();
        case Operator::not_equal: return !equals();
        case Operator::greater: return ordered([](auto order) { return std::is_gt(order); });
        case Operator::less: return ordered([](auto order) { return std::is_lt(order); });
        case Operator::greater_or_equal: return ordered([](auto order) { return std::is_gteq(order); });
        case Operator::less_or_equal: return ordered([](auto order) { return std::is_lteq(order); });
    }
    return false;
}
template <class F>
bool hold_where(const Conditions& conditions, F condition_holds) {
    if (conditions.list.empty()) return true;
    return conditions.any ? std::ranges::any_of(conditions.list, condition_holds) : std::ranges::all_of(conditions.list, condition_holds);
}

}  // namespace needlewise
