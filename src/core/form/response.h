// A FHIR R4 QuestionnaireResponse as a tree of values, exactly as it came: items of repeating groups side by side, items below an
// answer in that answer. What could not be read keeps its place, so that places count as in the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/value.h"

namespace needlewise {

// FHIR's value[x]: the kinds of answer there are.
enum class AnswerType { boolean, decimal, integer, date, date_time, time, string, uri, attachment, coding, quantity, reference };
std::string_view field_of(AnswerType type);                        // "valueDateTime"
std::optional<AnswerType> answer_type_of(std::string_view field);  // nothing for a field that no answer has
AnswerType plain_type_of(const Value& value);                      // of a value that nobody says more about

struct ResponseItem;

struct Answer {
    AnswerType type = AnswerType::string;
    std::optional<Value> value = {};                // nothing: not given, or not readable
    bool given = false;                             // there is a value, or it is said in its place why there is none
    bool excused = false;                           // an extension of the answer says why there is no value
    bool faulted = false;                           // what stands in the place of a value is none, and that was said
    std::vector<ResponseItem> items = {};           // questions below this answer
    std::string typed = {};                         // in place of a value, what was typed and is none: it never goes out
    bool says() const { return given || excused; }  // else it is as if it were not there
};

struct Contained {
    std::string id, type;
};

// A reference beside the answers: who wrote them, at which visit, because of what.
struct Circumstance {
    std::string pointer;  // "/author", "/basedOn/0"
    Reference to;
};

struct ResponseItem {
    std::string link_id;  // empty: not readable
    std::string text = {};
    std::vector<Answer> answers = {};
    std::vector<ResponseItem> items = {};  // of a group
};

// An answer counts that has a value, a reason why there is none, or answers below it (R4: answer.value[x] is 0..1).
bool counts(const Answer& answer);
bool has_answer(const ResponseItem& item);
bool has_answer(const std::vector<ResponseItem>& items);

struct Response {
    std::string questionnaire = {};  // canonical: "url|version"
    std::string status = {};         // "in-progress", "completed", "amended", "entered-in-error" or "stopped"
    std::optional<Moment> authored = {};
    std::string subject = {}, subject_type = {};  // the reference
    std::vector<Circumstance> circumstances = {};
    std::vector<Contained> contained = {};  // the resources within
    std::vector<ResponseItem> items = {};
};

}  // namespace needlewise
