#include "core/form/condition.h"

namespace needlewise {

bool holds(const Condition& condition, const Answers& answers) {
    const std::vector<Value>& given = answers.of(condition.question);
    return holds_among(condition, given.size(), [&](std::size_t i) { return &given[i]; });
}

bool holds(const Conditions& conditions, const Answers& answers) {
    return hold_where(conditions, [&](const Condition& condition) { return holds(condition, answers); });
}

}  // namespace needlewise
