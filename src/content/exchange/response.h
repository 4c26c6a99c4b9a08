// Answers to and from a FHIR R4 QuestionnaireResponse.
#pragma once

#include <string>
#include <string_view>

#include "content/writer.h"
#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

// The answers of a response to this questionnaire, by itself or in a Bundle. Any fault refuses it: another resource or questionnaire,
// unknown or misplaced items, values of the wrong type, options that are not offered, more answers than the question takes. Answers to
// questions that are hidden are kept, as Answers does. So does a status or an extension that says the answers are not to be used.
struct ReadAnswers {
    Answers answers;
    Problems warnings;  // that the answers were given to another version of the questionnaire
};
Result<ReadAnswers> read_response(const Questionnaire& questionnaire, std::string_view text, std::string_view file);

// Answers that the page would not take, with the bounds of the page: dates that lie in the future or too far back (errors: the question
// stays open), and days ahead that have come since (warnings).
Problems answer_problems(const Content& content, const Answers& answers, Date today, std::string_view file);

// The answers to enabled questions, nested as the questionnaire is, in its order; two-space JSON.
std::string write_response(const Questionnaire& questionnaire, const Answers& answers, bool completed);

// The same as part of something larger, for people to read too: with the day, and the questions and options in words.
void write_response(JsonWriter& out, const Content& content, const Answers& answers, bool completed, Date authored);

// The resourceType of a file, empty when it names none; Problems when it is not JSON.
Result<std::string> resource_type(std::string_view text, std::string_view file);

}  // namespace needlewise
