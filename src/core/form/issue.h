// What is wrong with a form or its answers: a Problem with FHIR's word for its kind, as an OperationOutcome has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace needlewise {

// FHIR's issue types, those that forms need.
enum class IssueType { structure, required, value, invariant, business_rule, not_found, code_invalid, duplicate, not_supported, too_long };
std::string_view word_of(IssueType type);  // "business-rule"

// A linkId or a code in a sentence.
inline std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

struct Issue {
    Severity severity = Severity::error;
    IssueType type = IssueType::structure;
    std::string pointer;  // JSON pointer in the questionnaire or the response
    std::string what;     // one sentence, without a full stop
    std::string hint = {};
    friend bool operator==(const Issue&, const Issue&) = default;
};

// A list that stops growing: after `most` issues the others are only counted. No error is left out for a warning.
class Issues {
public:
    void add(Issue issue);
    void add_as_warnings(const Issues& others);
    const std::vector<Issue>& all() const { return list; }
    std::size_t not_listed() const { return more; }
    bool has_errors() const { return errors > 0; }  // those not listed among them
    bool errors_not_listed() const { return errors > most; }

private:
    static constexpr std::size_t most = 1000;
    std::vector<Issue> list;
    std::size_t more = 0, errors = 0;
};

}  // namespace needlewise
