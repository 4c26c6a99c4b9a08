// Parts of validation: whether one answer is of the right type, offered, and within its bounds.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/form/identity.h"
#include "core/form/issue.h"
#include "core/form/pattern.h"
#include "core/form/questionnaire.h"
#include "core/form/response.h"

namespace needlewise {

// The kinds of answer an item takes; none: any.
std::vector<AnswerType> answer_types(const Item& item);
AnswerType answer_type(const Item& item, const Value& value);  // of which of these kinds a value is

// Whether maxLength can hold for answers of this type (que-10). Where not, the form is at fault, and it limits nothing.
bool has_length(ItemType type);

// Of which type the resource is that a reference leads to; empty where the reference does not say it. Reports what is wrong with it;
// nothing when it is no reference at all.
std::optional<std::string> type_referred(const Reference& to, const Response& response, const std::string& at, Issues& issues);

// Whether a value of its type can be held against this bound. Where not, the form is at fault, which lint says.
bool can_bound(const Value& bound, const Value& value);
void check_bounds(const Limits& limits, const Value& value, const std::string& at, Issues& issues);

// The options of a list, to look answers up among.
struct OptionIndex {
    explicit OptionIndex(const SharedList<Option>& options);

    KnownValues values;
    std::vector<bool> exclusive;       // by the place of the first option that is the same
    std::set<std::string_view> codes;  // what a text means that is one of them
};

// Reports about the answers to one item, however often it is there.
class AnswerCheck {
public:
    AnswerCheck(const Item& item, const Response& response, std::shared_ptr<const OptionIndex> options, Issues& issues);

    void check(const Answer& answer, const std::string& at);           // a JSON pointer
    bool is_initial(const Answer& answer) const;                       // or has no value
    std::optional<std::size_t> exclusive(const Answer& answer) const;  // the option that goes with no other

private:
    bool type_fits(const Answer& answer);
    bool offers(const Value& value) const;
    void check_option(const Answer& answer);
    bool is_in_other_case(const Value& value) const;
    void check_extent(const Value& value);
    void check_text(const std::string& text);
    void check_written(std::span<const std::string> ways);
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
    std::vector<AnswerType> fits;
    std::shared_ptr<const OptionIndex> options;
    KnownValues initial;
    std::optional<Pattern> pattern;
};

// The check of each item, made once.
class AnswerChecks {
public:
    AnswerChecks(const Response& of, Issues& to) : response(of), issues(to) {}
    AnswerCheck& of(const Item& item);

private:
    const Response& response;
    Issues& issues;
    std::map<const Item*, AnswerCheck> checks;
    std::map<const std::vector<Option>*, std::shared_ptr<const OptionIndex>> indexes;  // one for all items that share a list
};

}  // namespace needlewise
