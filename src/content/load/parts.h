// The readers of the single files of the content. Each takes a cursor at the top of its file, fills its part of the
// Content and reports what is wrong to the cursor's log. What needs more than one file is the work of check.h.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/reader.h"
#include "core/content.h"

namespace needlewise {

void load_questionnaire(const Reader& in, Content& content);
void load_rules(const Reader& in, Content& content);
void load_no_findings(const Reader& in, Content& content);
void load_drivers(const Reader& in, Content& content);
void load_phototype(const Reader& in, Content& content);
void load_numbers(const Reader& in, Content& content);
void load_courses(const Reader& in, Content& content);
void load_improvements(const Reader& in, Content& content);
void load_healing(const Reader& in, Content& content);
void load_aftercare(const Reader& in, Content& content);
void load_red_flags(const Reader& in, Content& content);
void load_countries(const Reader& in, Content& content);
void load_visit(const Reader& in, Content& content);
void load_topics(const Reader& in, Content& content);
void load_alternatives(const Reader& in, Content& content);
void load_check(const Reader& in, Content& content);
void load_facts(const Reader& in, Content& content);
void load_trials(const Reader& in, Content& content);
void load_statements(const Reader& in, Content& content);
void load_words(const Reader& in, Content& content);

// The questionnaire alone, for forms that are not ours.
Questionnaire read_questionnaire(const Reader& in);

// Conditions of FHIR's form in the field `list` ("enableWhen" or "when"), with "enableBehavior" beside it.
Conditions read_conditions(const Reader& in, std::string_view list);

// FHIR's value[x] in the fields "<prefix>Coding", "<prefix>Date" …; reported when there is none, or more than one.
std::optional<Value> read_value(const Reader& in, std::string_view prefix);

// The name FHIR gives the type of a value: "Coding", "Date", "Boolean" …
std::string_view type_name(const Value& value);

// Ids of sources; optional.
std::vector<std::string> read_sources(const Reader& in);

// Reports a second entry with the same id in one list.
class UniqueIds {
public:
    void add(const Reader& in, const std::string& id, std::string_view what = "id");
    std::size_t size() const { return seen.size(); }

private:
    std::set<std::string, std::less<>> seen;
};

}  // namespace needlewise
