// FHIR's data types that no answer has, as extensions and what stands around the answers have them.
#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "content/form/parts.h"
#include "core/form/syntax.h"
#include "core/form/units.h"
#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

void check_whole(const Reader& in, std::int64_t least) {
    const auto number = in.as<std::int64_t>();
    if (number && (*number < least || *number > std::numeric_limits<std::int32_t>::max()))
        in.problem("the number is out of range", "from " + std::to_string(least) + " to 2147483647");
}

void check_instant(const Reader& in) {
    const auto moment = read_moment(in, true);
    if (moment && !in.json().get_ref<const std::string&>().contains('T')) in.problem("an instant has a time and its zone", "correct it");
}

bool fits_type(const std::string& word, std::string_view type) {
    if (type == "Id") return is_id(word);
    if (type == "Base64Binary") return base64_size(word).has_value();
    if (type == "Code") return is_code(word);
    if (type == "Markdown") return true;
    if ((type == "Oid" && !word.starts_with("urn:oid:")) || (type == "Uuid" && !word.starts_with("urn:uuid:"))) return false;
    return !wrong_with_uri(word);
}

void check_word(const Reader& in, std::string_view type) {
    const auto word = in.as<std::string>();
    if (word && !fits_type(*word, type)) in.problem("\"" + *word + "\" is no " + std::string(type), "correct it");
}

// The rules that an answer of this type keeps (att-1, qty-3, the form of a reference) hold for any value.
// `resources`: those that a reference may lead to, where not to any.
void check_as_answer(const Reader& in, AnswerType type, ItemType question, std::vector<std::string> resources = {}) {
    auto value = read_form_value(in, type);
    if (!value) return;
    if (const auto* to = std::get_if<Reference>(&*value); to && to->reference.starts_with('#'))
        return;  // ref-1 is looked at with all of them
    Item item{.link_id = {}, .text = {}, .type = question};
    item.limits.resource_types = std::move(resources);
    const Response nobodys;
    Issues found;
    AnswerChecks(nobodys, found).of(item).check({.type = type, .value = std::move(value), .given = true}, "");
    for (const Issue& issue : found.all())
        if (issue.severity == Severity::error) in.problem(issue.what, issue.hint);
}

void check_amount(const Reader& in) { check_as_answer(in, AnswerType::quantity, ItemType::quantity); }
void check_reference(const Reader& in) { check_as_answer(in, AnswerType::reference, ItemType::reference); }

void check_range(const Reader& in) {
    if (!check_element(in, {"low", "high"}, {"low", "high"})) return;
    std::optional<Quantity> low, high;
    in.part("low", [&](const Reader& one) { low = read_quantity(one); });
    in.part("high", [&](const Reader& one) { high = read_quantity(one); });
    if (low && high && low->value && high->value && std::is_gt(compare_converted(*low, *high)))
        in.problem("the range ends below its beginning (rng-2)", "correct low or high");
}

void check_money(const Reader& in) {
    if (!check_element(in, {"value", "currency"})) return;
    check_part(in, "value", "Decimal");
    check_part(in, "currency", "Code");
}

void check_concept(const Reader& in) {
    if (!check_element(in, {"coding", "text"}, {"coding"})) return;
    in.maybe<std::string>("text");
    check_each(in, "coding", "Coding");
}

void check_signature(const Reader& in) {
    if (!check_element(in, {"type", "when", "who", "onBehalfOf", "targetFormat", "sigFormat", "data"}, {"type", "who", "onBehalfOf"}))
        return;
    for (const std::string_view name : {"type", "when", "who"})
        if (!in.has(name)) in.missing(name);
    check_each(in, "type", "Coding");
    check_part(in, "when", "Instant");
    for (const std::string_view name : {"targetFormat", "sigFormat"}) check_part(in, name, "Code");
    for (const std::string_view name : {"who", "onBehalfOf"}) check_part(in, name, "Reference");
    check_part(in, "data", "Base64Binary");
}

// Each type that JSON writes as an object, with what it must be; any other only holds something.
void check_object(const Reader& in, std::string_view type) {
    if (type == "Period") return check_period(in);
    if (type == "CodeableConcept") return check_concept(in);
    if (type == "Meta") return check_meta(in);
    if (type == "Signature") return check_signature(in);
    if (type == "Identifier") return (void)read_identifier(in);
    constexpr std::array<std::string_view, 4> quantities{"Age", "Count", "Distance", "Duration"};
    if (std::ranges::contains(quantities, type)) return check_amount(in);
    if (type == "Range") return check_range(in);
    if (type == "Money") return check_money(in);
    check_any_element(in);
}

}  // namespace

bool is_code(std::string_view word) {
    return !word.starts_with(' ') && !word.ends_with(' ') && word.find_first_of("\t\r\n") == std::string_view::npos &&
           word.find("  ") == std::string_view::npos;
}

bool is_made_of_parts(std::string_view type) {
    constexpr std::string_view objects =
        " Address Age Annotation Attachment CodeableConcept Coding ContactDetail ContactPoint Contributor Count DataRequirement Distance "
        "Dosage Duration Expression HumanName Identifier Meta Money ParameterDefinition Period Quantity Range Ratio Reference "
        "RelatedArtifact SampledData Signature Timing TriggerDefinition UsageContext ";
    return !type.contains(' ') && objects.contains(" " + std::string(type) + " ");
}

void check_assigner(const Reader& in) { check_as_answer(in, AnswerType::reference, ItemType::reference, {"Organization"}); }

void check_period(const Reader& in) {
    if (!check_element(in, {"start", "end"})) return;
    std::optional<Moment> start, end;
    in.part("start", [&](const Reader& day) { start = read_moment(day, true); });
    in.part("end", [&](const Reader& day) { end = read_moment(day, true); });
    if (start && end && std::is_gt(compare(*start, *end))) in.problem("the period ends before it begins (per-1)", "correct start or end");
}

void check_meta(const Reader& in) {
    if (!check_element(in, {"versionId", "lastUpdated", "source", "profile", "security", "tag", "fhir_comments"}, {"security", "tag"}))
        return;
    check_part(in, "versionId", "Id");
    check_part(in, "lastUpdated", "Instant");
    check_part(in, "source", "Uri");
    check_each(in, "profile", "Canonical");
    for (const std::string_view name : {"security", "tag"}) check_each(in, name, "Coding");
}

void check_part(const Reader& in, std::string_view name, std::string_view type) {
    in.part(name, [&](const Reader& one) { check_type(one, type); });
}

void check_each(const Reader& in, std::string_view name, std::string_view type) {
    check_places(in, name);
    in.each(name, [&](const Reader& one) { check_type(one, type); });
}

void check_type(const Reader& in, std::string_view type) {
    constexpr std::string_view words = " Base64Binary Canonical Code Id Markdown Oid Url Uuid ";
    if (in.json().is_null() || in.json() == "") return;  // is said by whoever holds it
    if (const auto answer = answer_type_of("value" + std::string(type))) {
        if (*answer == AnswerType::quantity) return check_amount(in);
        if (*answer == AnswerType::reference) return check_reference(in);
        if (*answer == AnswerType::attachment) return check_as_answer(in, *answer, ItemType::attachment);
        read_form_value(in, *answer);
        return;
    }
    const std::string word = " " + std::string(type) + " ";
    if (type == "PositiveInt" || type == "UnsignedInt") check_whole(in, type == "PositiveInt" ? 1 : 0);
    else if (type == "Instant") check_instant(in);
    else if (!type.contains(' ') && words.contains(word)) check_word(in, type);
    else if (is_made_of_parts(type)) check_object(in, type);
    else in.problem("there is no type \"" + std::string(type) + "\" of a value", "for example valueString");
}

}  // namespace needlewise
