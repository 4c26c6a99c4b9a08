#include "core/form/condition.h"

#include <algorithm>
#include <compare>
#include <type_traits>

namespace needlewise {

namespace {

template <class T>
constexpr bool is_number = std::is_same_v<T, std::int64_t> || std::is_same_v<T, double>;

// Which of two values is the greater. Unordered: they cannot be compared (different types, codings, booleans); such values
// may still be equal, which is why `same` is a separate question.
struct Compare {
    template <class A, class B>
    std::partial_ordering operator()(const A& a, const B& b) const {
        if constexpr (is_number<A> && is_number<B>) {
            if constexpr (std::is_same_v<A, B>) return a <=> b;
            else return static_cast<double>(a) <=> static_cast<double>(b);
        } else if constexpr (std::is_same_v<A, B> && (std::is_same_v<A, Date> || std::is_same_v<A, std::string>)) {
            return a <=> b;
        } else {
            return std::partial_ordering::unordered;
        }
    }
};

std::partial_ordering compare(const Value& a, const Value& b) { return std::visit(Compare{}, a, b); }

bool same(const Value& a, const Value& b) { return a == b || std::is_eq(compare(a, b)); }

}  // namespace

bool holds(const Condition& condition, const Answers& answers) {
    const std::vector<Value>& given = answers.of(condition.question);
    const auto any = [&](auto compares) {
        return std::ranges::any_of(given, [&](const Value& value) { return compares(compare(value, condition.value)); });
    };
    const auto equals = [&](const Value& value) { return same(value, condition.value); };
    switch (condition.op) {
        case Operator::exists: {
            const bool* wanted = std::get_if<bool>(&condition.value);
            return wanted && *wanted == !given.empty();
        }
        case Operator::equal: return std::ranges::any_of(given, equals);
        case Operator::not_equal: return std::ranges::none_of(given, equals);
        case Operator::greater: return any([](auto order) { return std::is_gt(order); });
        case Operator::less: return any([](auto order) { return std::is_lt(order); });
        case Operator::greater_or_equal: return any([](auto order) { return std::is_gteq(order); });
        case Operator::less_or_equal: return any([](auto order) { return std::is_lteq(order); });
    }
    return false;
}

bool holds(const Conditions& conditions, const Answers& answers) {
    if (conditions.list.empty()) return true;
    const auto met = [&](const Condition& condition) { return holds(condition, answers); };
    return conditions.any ? std::ranges::any_of(conditions.list, met) : std::ranges::all_of(conditions.list, met);
}

}  // namespace needlewise
