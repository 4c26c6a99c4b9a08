// FHIR R4 forms in and out: any Questionnaire and any QuestionnaireResponse, and what is wrong with them as an OperationOutcome.
#pragma once

#include <string>
#include <string_view>

#include "core/form/tree.h"
#include "core/problem.h"

namespace needlewise {

struct ReadForm {
    Questionnaire questionnaire;
    Issues issues;  // of reading alone; core/form/lint.h has the rules
};

struct ReadResponse {
    Response response;
    Issues issues;
};

// Problems when the text is no JSON or another resource, each with a remedy. Anything less is an Issue, and the rest is read.
Result<ReadForm> read_form(std::string_view text, std::string_view file);
Result<ReadResponse> read_form_response(std::string_view text, std::string_view file);

// What is wrong with the questionnaire itself: what reading found, and the rules of core/form/lint.h.
Problems check_form(ReadForm form, std::string_view file);

// One OperationOutcome. What is wrong with the questionnaire makes no response invalid, so its issues are warnings here.
std::string outcome_json(const Issues& of_response, const Issues& of_questionnaire);

// linkId -> whether it is enabled, for every item, in the order of the questionnaire.
std::string enabled_json(const Outline& outline, const Tree& tree);

// A QuestionnaireResponse with all that a Response holds.
std::string write_form_response(const Response& response);

}  // namespace needlewise
