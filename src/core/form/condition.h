// One condition form for everything: FHIR enableWhen of questions, and the `when` of findings, courses and drivers.
#pragma once

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

}  // namespace needlewise
