// What a person takes along, as files: the sheet in words, the days for a calendar, the answers for a clinic's system. None of
// them holds a name, or anything of the device.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/assessment/assessment.h"
#include "core/journey/model.h"

namespace needlewise {

// A FHIR R4 Bundle of type collection with the QuestionnaireResponse in it; its tag says which content the person saw.
std::string fhir_bundle(const Content& content, const Answers& answers, Date authored);

// RFC 5545: all-day entries for calendar_days. Empty when there are no days.
std::string calendar_file(const Content& content, const Assessment& found, Date made);

// The sheet as it is printed, as plain text. Empty while a question is open.
std::string sheet_text(const Content& content, const Model& model);

// The name says nothing of what is inside: downloads are seen by others.
struct SavedFile {
    std::string name, text;
};

// `format`: fhir, ics or text. Nothing for any other, when there is nothing to save, or while a question is open.
std::optional<SavedFile> saved_file(const Content& content, const Model& model, std::string_view format);

}  // namespace needlewise
