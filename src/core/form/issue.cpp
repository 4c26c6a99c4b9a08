#include "core/form/issue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace needlewise {

std::string_view word_of(IssueType type) {
    switch (type) {
        case IssueType::structure: return "structure";
        case IssueType::required: return "required";
        case IssueType::value: return "value";
        case IssueType::invariant: return "invariant";
        case IssueType::business_rule: return "business-rule";
        case IssueType::not_found: return "not-found";
        case IssueType::code_invalid: return "code-invalid";
        case IssueType::duplicate: return "duplicate";
        case IssueType::not_supported: return "not-supported";
        case IssueType::too_long: return "too-long";
    }
    return "processing";
}

void Issues::add(Issue issue) {
    const bool error = issue.severity == Severity::error;
    const bool full = list.size() >= most;
    if (full) ++more;
    if (full && error && errors < most) {
        const auto last_warning =
            std::find_if(list.rbegin(), list.rend(), [](const Issue& one) { return one.severity != Severity::error; });
        list.erase(std::prev(last_warning.base()));
    }
    if (list.size() < most) list.push_back(std::move(issue));
    if (error) ++errors;
}

void Issues::add_as_warnings(const Issues& others) {
    for (Issue issue : others.list) {
        issue.severity = Severity::warning;
        add(std::move(issue));
    }
    more += others.more;
}

}  // namespace needlewise
