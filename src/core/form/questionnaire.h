// A FHIR R4 Questionnaire as values. Words are not here: they are looked up by linkId and option code (words.h); `text`
// holds the wording of questionnaires that bring their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/condition.h"
#include "core/form/details.h"
#include "core/form/shared_list.h"

namespace needlewise {

// `question` is FHIR's abstract type, which asks nothing; `unknown` stands for a type that is missing or is none of FHIR's.
enum class ItemType {
    group,
    display,
    boolean,
    integer,
    decimal,
    date,
    string,
    text,
    choice,
    date_time,
    time,
    url,
    open_choice,
    quantity,
    attachment,
    reference,
    question,
    unknown
};
bool is_question(ItemType type);  // one that takes answers

struct Option {
    Coding coding;
    std::string text;                    // display of the coding, when the file has one
    bool exclusive = false;              // "none of these": choosing it clears the others (questionnaire-optionExclusive)
    std::optional<int> ordinal = {};     // score of the option (ordinalValue)
    std::string figure = {};             // id of a picture of it (sdc-questionnaire-itemAnswerMedia)
    std::optional<Value> value = {};     // what it answers when that is no coding
    std::optional<Decimal> weight = {};  // the same score as it is written, or the itemWeight
    bool initially_chosen = false;       // initialSelected
    Translations translations = {};      // of the text
    std::optional<Media> media = {};     // the same in any other form

    Value answer() const { return value ? *value : Value{coding}; }
};

// Which dates make sense: one in the past (a treatment you had), at most a year ago where that was asked, or ahead (an event).
enum class DateWindow { any, past, past_year, future };
constexpr bool lies_behind(DateWindow window) { return window == DateWindow::past || window == DateWindow::past_year; }

struct Item {
    std::string link_id;
    std::string text;
    ItemType type = ItemType::group;
    bool required = false;
    bool repeats = false;  // for choice: several options may be chosen
    Conditions enable_when = {};
    SharedList<Option> options = {};
    DateWindow date_window = DateWindow::any;
    std::string map = {};        // id of a picture whose regions are the options (sdc-questionnaire-itemMedia)
    bool with_previous = false;  // in a section: on the same page as the item before it (urn:needlewise:with-previous)
    bool goes_on = false;        // a tap on an answer may go on by itself: nothing is unsafe about a wrong one (urn:needlewise:goes-on)
    bool read_only = false;
    bool enabled_by_expression = false;  // or by a condition that cannot be read: whether it is asked at all nobody here can tell
    AnswerConstraint beside_options = AnswerConstraint::options_only;
    Limits limits = {};
    Appearance look = {};
    std::vector<Value> initial = {};
    std::vector<Notice> notices = {};
    std::string value_set = {};   // of the options, where they cannot be listed: any coding is taken that `extent` does not rule out
    Extent extent = {};           // of that value set
    bool options_of_set = false;  // the options are those of a value set
    bool options_open = false;    // some of the options could not be read: another answer may be one of those
    std::vector<Item> children = {};

    const Option* option(std::string_view code) const;
};

struct Questionnaire {
    std::string url, version;
    std::vector<Item> items;  // top level groups are the sections
    std::string title = {}, status = {};
    Translations title_translations = {};
    std::optional<Moment> from = {}, until = {};  // when it is in use
    std::vector<std::string> subjects = {};       // types of resource it can be about
    std::vector<Notice> notices = {};
    bool complete = true;  // false: it has items that could not be read, or more than are

    const Item* find(std::string_view link_id) const;
};

// The answer to a choice after an option is switched on or off, in the order of the options. A single choice is replaced and
// cannot be switched off; an exclusive option and the others put each other out. The answers to an open choice stay in the order in
// which they were given, words among them.
std::vector<Value> with_choice(const Item& item, const std::vector<Value>& before, const Option& option, bool on);

inline constexpr std::size_t longest_typed = 100'000;  // letters of one answer that is written: some thirty pages

// What a person typed as an answer to an item of type string, text, integer or decimal; nothing when it is empty, no number
// where one is asked for, or longer than `longest_typed`. A decimal comma is a decimal point; at most 12 figures before it and six after.
std::optional<Value> typed_answer(const Item& item, std::string_view text);

// Whether a text has more letters than the item allows (maxLength).
bool is_too_long(const Item& item, std::string_view text);

// Whether the answer is one this item can have: a known option, no second one beside an exclusive option, a date for a date.
bool answered(const Item& item, const Answers& answers);

// Only the answers to enabled questions. An answer to a hidden question is kept by the person's Answers but counts as
// not given, also in the conditions of other questions.
Answers effective_answers(const Questionnaire& questionnaire, const Answers& answers);

// Whether an item and all of its ancestors are enabled, given effective answers.
bool enabled(const Questionnaire& questionnaire, std::string_view link_id, const Answers& effective);

}  // namespace needlewise
