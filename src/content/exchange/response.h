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
// questions that are hidden are kept, as Answers does.
Result<Answers> read_response(const Questionnaire& questionnaire, std::string_view text, std::string_view file);

// The answers to enabled questions, nested as the questionnaire is, in its order; two-space JSON.
std::string write_response(const Questionnaire& questionnaire, const Answers& answers, bool completed);

// The same as part of something larger, for people to read too: with the day, and the questions and options in words.
void write_response(JsonWriter& out, const Content& content, const Answers& answers, bool completed, Date authored);

// The resourceType of a file, empty when it names none; Problems when it is not JSON.
Result<std::string> resource_type(std::string_view text, std::string_view file);

}  // namespace needlewise
