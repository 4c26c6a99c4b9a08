// The parts of reading forms.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "content/form/form.h"
#include "content/reader.h"
#include "core/form/issue.h"
#include "core/form/questionnaire.h"
#include "core/form/response.h"

namespace needlewise {

inline constexpr std::string_view core_extension = "http://hl7.org/fhir/StructureDefinition/";
inline constexpr std::string_view sdc_extension = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

// JSON of a form: up to 16 MB and 400 levels, numbers as written. Every Problem has a remedy.
Result<Json> parse_form(std::string_view text, std::string_view file, Problems* twice = nullptr);

// As read_form, of a questionnaire that came within another file.
Result<ReadForm> read_form_json(const Json& json, std::string_view file);

// A Problem when this is not the resource wanted.
std::optional<Problem> other_resource(const Reader& in, std::string_view wanted);

// What the reader found wrong, as Issues of this kind.
void add_problems(Log& log, Issues& issues);

// A value of FHIR's type; reported, and nothing, when it is malformed.
std::optional<Value> read_form_value(const Reader& in, AnswerType type);
std::optional<Quantity> read_quantity(const Reader& in);
std::optional<Attachment> read_attachment(const Reader& in);
std::optional<Moment> read_moment(const Reader& in, bool with_time);

// The picture of an extension with a valueAttachment. What of it cannot be shown is a notice for the person.
std::optional<Media> read_media(const Reader& in, std::vector<Notice>& notices);

// The value[x] among the fields that begin with `prefix`, with its kind; nothing when there is none. More than one is reported.
struct FoundValue {
    AnswerType type;
    std::optional<Value> value;
};
std::optional<FoundValue> find_value(const Reader& in, std::string_view prefix);

// Calls `use` with every extension of this element and its url.
void each_extension(const Reader& in, const std::function<void(std::string_view url, const Reader& extension)>& use);

// Reads the extensions of an item into its limits and looks, and of the questionnaire into its notices.
void read_item_extensions(const Reader& in, const Reader& root, Item& item);
void read_form_extensions(const Reader& in, Questionnaire& questionnaire);

// The extensions of a text ("_text" beside "text"): translations, and markup in place of the plain words.
void read_text_extensions(const Reader& in, std::string_view name, Translations& translations, std::vector<RichParagraph>* rich = nullptr);

// answerOption, and the concepts of a contained value set.
void read_answer_options(const Reader& in, Item& item);
void read_value_set(const Reader& in, const Reader& root, Item& item);

// The units of a value set within the file; false when it is elsewhere, or not all of it can be told.
bool read_unit_options(const Reader& extension, const Reader& root, Item& item);

}  // namespace needlewise
