// Whoever reads a FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html): the fields at its root, and the words of our own extension.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

#include "content/vocabulary.h"
#include "core/form/questionnaire.h"

namespace needlewise {

inline constexpr std::array date_windows{Word<DateWindow>{"past", DateWindow::past}, Word<DateWindow>{"past-year", DateWindow::past_year},
                                         Word<DateWindow>{"future", DateWindow::future}};  // urn:needlewise:date-window

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
