// The fields at the root of a FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html), whoever reads it.
#pragma once

#include <initializer_list>
#include <string_view>

namespace needlewise {

// "fhir_comments" is what DSTU2 had; files that were carried over have it still.
inline constexpr std::initializer_list<std::string_view> questionnaire_fields = {"resourceType",
                                                                                 "id",
                                                                                 "meta",
                                                                                 "implicitRules",
                                                                                 "language",
                                                                                 "text",
                                                                                 "contained",
                                                                                 "url",
                                                                                 "identifier",
                                                                                 "version",
                                                                                 "name",
                                                                                 "title",
                                                                                 "derivedFrom",
                                                                                 "status",
                                                                                 "experimental",
                                                                                 "subjectType",
                                                                                 "date",
                                                                                 "publisher",
                                                                                 "contact",
                                                                                 "description",
                                                                                 "useContext",
                                                                                 "jurisdiction",
                                                                                 "purpose",
                                                                                 "copyright",
                                                                                 "approvalDate",
                                                                                 "lastReviewDate",
                                                                                 "effectivePeriod",
                                                                                 "code",
                                                                                 "item",
                                                                                 "modifierExtension",
                                                                                 "fhir_comments"};

}  // namespace needlewise
