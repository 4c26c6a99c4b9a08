// The parts of reading forms.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
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

std::optional<std::string> read_identifier(const Reader& in);  // "system|value"

// What FHIR lays down for any element in JSON. Each reports what is wrong.
bool is_common_field(std::string_view name);                  // "id", "extension"
void check_said(std::string_view name, const Reader& field);  // is neither null nor empty
bool check_filled(const Reader& in);                          // an object; it and all in it hold something. False when there is nothing
bool check_common(const Reader& in);  // its id, its extensions, what stands beside its plain values. Whether it has extensions
// Both, and no other fields; beside those that are made of `parts` there is nothing. False: no object.
bool check_element(const Reader& in, std::initializer_list<std::string_view> known, std::initializer_list<std::string_view> parts = {});
void check_any_element(const Reader& in);                    // both, at every depth
void check_places(const Reader& in, std::string_view name);  // of a list: none is empty; null is where something stands beside it

// The data types that no answer has, by the name they have in value[x]: "Period". Each reports what is wrong.
void check_type(const Reader& in, std::string_view type);
void check_part(const Reader& in, std::string_view name, std::string_view type);  // if it is there
void check_each(const Reader& in, std::string_view name, std::string_view type);  // of a list
void check_assigner(const Reader& in);                                            // of an Identifier: a reference to an Organization
void check_period(const Reader& in);
void check_meta(const Reader& in);
void check_narrative(const Reader& in);  // the text of a resource
bool is_code(std::string_view word);
bool is_made_of_parts(std::string_view type);  // "Coding": JSON writes it as an object

// The value[x] among the fields that begin with `prefix`: "valueString", also where "_valueString" stands alone. More than one is reported.
std::optional<std::string_view> value_name(const Reader& in, std::string_view prefix);

// The same with its kind and, where it can be read, its value.
struct FoundValue {
    AnswerType type;
    std::optional<Value> value;
    bool there = false;  // with "valueString" itself, not only what stands beside it
};
std::optional<FoundValue> find_value(const Reader& in, std::string_view prefix);

// Whether the value of the fields that begin with `prefix` is to be worked out: an expression stands in it or beside it, whatever stands
// there until then, or "_valueDate" with an extension and no valueDate.
bool is_worked_out(const Reader& in, std::string_view prefix);

// A whole number from 0; anything else is reported and asks for nothing.
std::optional<std::int64_t> read_count(const Reader& in);

// As Reader::word; nothing when it is missing or unknown, which is reported.
template <class E, std::size_t N>
std::optional<E> known_word(const Reader& in, std::string_view name, const std::array<Word<E>, N>& words) {
    const E meaning = in.word(name, words);
    const auto* word = in.has(name) ? in.json().find(name)->template get_ptr<const std::string*>() : nullptr;
    return word && std::ranges::contains(words, *word, &Word<E>::word) ? std::optional(meaning) : std::nullopt;
}

// Calls `use` with every extension of this element and its url.
void each_extension(const Reader& in, const std::function<void(std::string_view url, const Reader& extension)>& use);

// What this program does not understand, as notices: an extension, the modifier extensions of an element, and whatever of both stands in
// its parts and beside its plain values ("_text").
std::string name_in(std::string_view url);  // the last of its steps
Notice notice_for(std::string_view url);
void add_notice(std::vector<Notice>& notices, Notice notice);  // once
void read_modifiers(const Reader& in, std::vector<Notice>& notices);
void read_passed_over(const Reader& in, std::vector<Notice>& notices);

// FHIR R5's answerConstraint, before the answers are read that depend on it.
void read_answer_constraint(const Reader& in, Item& item);

void read_conditions(const Reader& in, Item& item);

// Reads the extensions of an item into its limits and looks, and of the questionnaire into its notices.
class ValueSets;
void read_item_extensions(const Reader& in, ValueSets& sets, Item& item);
void read_form_extensions(const Reader& in, Questionnaire& questionnaire);

// The extensions of a text ("_text" beside "text"): translations, and markup in place of the plain words.
void read_text_extensions(const Reader& in, std::string_view name, Translations& translations, std::vector<RichParagraph>* rich = nullptr);

// answerOption, and the concepts of a contained value set.
inline constexpr std::size_t most_options = 20'000;
void read_answer_options(const Reader& in, Item& item);
void read_value_set(const Reader& in, ValueSets& sets, Item& item);
bool is_score(std::string_view url);
void read_score(const Reader& in, Option& option);

// The units of a value set within the file; false when it is elsewhere, or not all of it can be told.
bool read_unit_options(const Reader& extension, ValueSets& sets, Item& item);

// The value sets within the file. Each is read once, however many questions have it, and all of them together are bounded.
class ValueSets {
public:
    struct Known {
        SharedList<Option> options = {};  // of one that can be listed
        Extent extent = {};               // of any other; of one that is listed the systems whose codes are in it in any case
        SharedList<Quantity> units = {};  // the same options as units
        bool listed = false;
        bool nameless = false;  // an entry has no code that can be read
        bool too_large = false;
    };

    explicit ValueSets(const Reader& file) : root(file) {}

    // The one that is named "#id", or by its url, or null. `asking` is told when it is too large.
    const Known* find(const Reader& asking, const std::string& named);

    // Gives the resource of the file that is named "#id", or by its url, to `use`; false when the file has none.
    bool with_contained(std::string_view type, std::string_view named, const std::function<void(const Reader&)>& use);

    bool may_read() { return ++codes_read <= most_read; }
    bool may_compare(std::size_t codes) { return (codes_compared += codes) <= most_compared; }

private:
    void list_contained();

    static constexpr std::size_t most_read = 15 * most_options;       // codes and parts, those among them that others exclude
    static constexpr std::size_t most_compared = 150 * most_options;  // codes that are excluded, each time they are looked through
    const Reader& root;
    std::map<std::string, Known, std::less<>> known;
    std::map<std::string, std::size_t, std::less<>> contained;  // "ValueSet #id" and "ValueSet url" to its place
    bool is_listed = false;
    std::size_t codes_read = 0, codes_compared = 0;
};

}  // namespace needlewise
