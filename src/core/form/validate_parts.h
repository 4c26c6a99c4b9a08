// Parts of validation: whether one answer is of the right type, offered, and within its bounds.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/form/issue.h"
#include "core/form/pattern.h"
#include "core/form/questionnaire.h"
#include "core/form/response.h"

namespace needlewise {

// The kinds of answer an item takes; none: any.
std::vector<AnswerType> answer_types(const Item& item);

// Of which type the resource is that a reference leads to; empty where the reference does not say it. Reports what is wrong with it;
// nothing when it is no reference at all.
std::optional<std::string> type_referred(const Reference& to, const Response& response, const std::string& at, Issues& issues);

// Whether a value of its type can be held against this bound. Where not, the form is at fault, which lint says.
bool can_bound(const Value& bound, const Value& value);
void check_bounds(const Limits& limits, const Value& value, const std::string& at, Issues& issues);

// Reports about the answers to one item.
class AnswerCheck {
public:
    AnswerCheck(const Item& item, const Response& response, Issues& issues);

    void check(const Answer& answer, const std::string& at);  // a JSON pointer

private:
    bool type_fits(const Answer& answer);
    bool offers(const Value& value) const;
    void check_option(const Answer& answer);
    void check_extent(const Value& value);
    void check_text(const std::string& text);
    void check_written(const std::string& text);
    void check_quantity(const Quantity& quantity);
    void check_attachment(const Attachment& file);
    void check_reference(const Reference& to);
    void check_places(const Decimal& number);

    void error(IssueType type, std::string what, std::string hint = {}) { add(Severity::error, type, std::move(what), std::move(hint)); }
    void warn(IssueType type, std::string what, std::string hint = {}) { add(Severity::warning, type, std::move(what), std::move(hint)); }
    void add(Severity severity, IssueType type, std::string what, std::string hint);

    const Item& item;
    const Response& response;
    Issues& issues;
    std::string pointer;
    std::set<std::tuple<std::string_view, std::string_view, std::string_view>> codings;  // of the options
    std::optional<Pattern> pattern;
};

}  // namespace needlewise
