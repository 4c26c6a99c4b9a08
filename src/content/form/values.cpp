// FHIR's data types in JSON to values, with what FHIR lays down for each.
#include <algorithm>
#include <limits>
#include <utility>

#include "content/form/parts.h"
#include "core/form/syntax.h"

namespace needlewise {

namespace {

template <class T>
std::optional<Value> wrapped(std::optional<T> value) {
    return value ? std::optional<Value>(std::move(*value)) : std::nullopt;
}

constexpr std::size_t most_characters = std::size_t{1024} * 1024;  // FHIR: of a string

std::optional<std::string> read_text(const Reader& in) {
    auto text = in.as<std::string>();
    if (!text) return text;
    if (text->empty()) return in.problem("the text is empty", "leave it out"), std::nullopt;
    if (text->size() > most_characters && count_characters(*text) > most_characters)
        in.problem("the text has more than 1048576 characters", "shorten it");
    return text;
}

std::optional<std::int64_t> read_integer(const Reader& in) {
    const auto number = in.as<std::int64_t>();
    if (!number) return std::nullopt;
    using Limit = std::numeric_limits<std::int32_t>;
    if (*number >= Limit::min() && *number <= Limit::max()) return number;
    in.problem("the number is out of range", "an integer is from -2147483648 to 2147483647");
    return std::nullopt;
}

std::optional<Value> read_day(const Reader& in, bool with_time) {
    const auto moment = read_moment(in, with_time);
    if (!moment) return std::nullopt;
    if (const auto date = moment->date()) return Value{*date};
    return Value{*moment};
}

std::optional<TimeOfDay> read_time_of_day(const Reader& in) {
    const auto text = in.as<std::string>();
    if (!text) return std::nullopt;
    auto time = TimeOfDay::read(*text);
    if (!time) in.problem("\"" + *text + "\" is not a time", "write hh:mm:ss, from 00:00:00 to 23:59:59");
    return time;
}

std::optional<std::string> read_uri(const Reader& in) {
    auto text = read_text(in);
    if (!text) return std::nullopt;
    if (const auto wrong = wrong_with_uri(*text))
        return in.problem("\"" + *text + "\" is not a URI: " + *wrong, "for example https://example.org"), std::nullopt;
    return text;
}

void check_system(const Reader& in, const std::string& system) {
    if (system.empty()) return;
    if (const auto wrong = wrong_with_uri(system))
        in.problem_at("system", "\"" + system + "\" is not a URI: " + *wrong, "for example http://loinc.org");
}

void check_code(const Reader& in, const std::string& code) {
    if (!is_code(code)) in.problem_at("code", "a code has only single blanks, and none at its ends", "correct it");
}

// A part by which the value is known is no text: nobody can tell which value is meant.
bool is_unreadable(const Reader& in, std::string_view name) {
    const auto part = in.json().find(name);
    return part != in.json().end() && !part->is_string();
}

std::optional<Coding> read_form_coding(const Reader& in) {
    if (!check_element(in, {"system", "version", "code", "display", "userSelected"})) return std::nullopt;
    in.maybe<std::string>("version");
    in.maybe<bool>("userSelected");
    Coding coding{in.maybe<std::string>("system").value_or(""), in.maybe<std::string>("code").value_or(""),
                  in.maybe<std::string>("display").value_or("")};
    check_system(in, coding.system);
    check_code(in, coding.code);
    if (is_unreadable(in, "system") || is_unreadable(in, "code")) return std::nullopt;
    return coding;
}

std::optional<Reference> read_reference(const Reader& in) {
    if (!check_element(in, {"reference", "type", "identifier", "display"}, {"identifier"})) return std::nullopt;
    Reference to{in.maybe<std::string>("reference").value_or(""), in.maybe<std::string>("type").value_or(""),
                 in.maybe<std::string>("display").value_or("")};
    in.part("identifier", [&](const Reader& one) { to.identifier = read_identifier(one); });
    const auto says = [&](std::string_view name) { return in.has(name) || in.has("_" + std::string(name)); };
    if (!says("reference") && !says("identifier") && !says("display") && !in.has("extension"))  // FHIR: ref-2
        in.problem("the reference says nothing of what it refers to", "give reference, identifier or display");
    if (is_unreadable(in, "reference")) return std::nullopt;
    return to;
}

bool is_calculated(const Json& element) {
    const auto extensions = element.is_object() ? element.find("extension") : element.end();
    return extensions != element.end() && std::ranges::any_of(*extensions, [](const Json& one) {
               const Json url = one.is_object() ? one.value("url", Json()) : Json();
               return url == std::string(core_extension) + "cqf-expression" || url == std::string(core_extension) + "cqf-calculatedValue";
           });
}

}  // namespace

std::optional<std::string> read_identifier(const Reader& in) {
    if (!check_element(in, {"use", "type", "system", "value", "period", "assigner"}, {"type", "period", "assigner"})) return std::nullopt;
    constexpr std::string_view uses = " usual official temp secondary old ";
    if (const auto use = in.maybe<std::string>("use"); use && (use->contains(' ') || !uses.contains(" " + *use + " ")))
        in.problem_at("use", "\"" + *use + "\" is no use of an identifier", "one of: usual, official, temp, secondary, old");
    check_part(in, "type", "CodeableConcept");
    in.part("period", check_period);
    in.part("assigner", check_assigner);
    const std::string system = in.maybe<std::string>("system").value_or("");
    check_system(in, system);
    return system + "|" + in.maybe<std::string>("value").value_or("");
}

std::optional<Moment> read_moment(const Reader& in, bool with_time) {
    const auto text = in.as<std::string>();
    if (!text) return std::nullopt;
    auto moment = with_time ? Moment::read_date_time(*text) : Moment::read_date(*text);
    if (!moment && with_time)
        in.problem("\"" + *text + "\" is not a dateTime",
                   "write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with its zone, as 2026-11-22T09:30:00Z");
    else if (!moment) in.problem("\"" + *text + "\" is not a date", "write a year, month or day that exists: YYYY, YYYY-MM or YYYY-MM-DD");
    return moment;
}

std::optional<Quantity> read_quantity(const Reader& in) {
    if (!check_element(in, {"value", "comparator", "unit", "system", "code"})) return std::nullopt;
    Quantity quantity{in.maybe<Decimal>("value"), in.maybe<std::string>("comparator").value_or(""),
                      in.maybe<std::string>("unit").value_or(""), in.maybe<std::string>("system").value_or(""),
                      in.maybe<std::string>("code").value_or("")};
    check_system(in, quantity.system);
    check_code(in, quantity.code);
    const std::string& sign = quantity.comparator;
    if (in.has("comparator") && sign != "<" && sign != "<=" && sign != ">=" && sign != ">")
        in.problem_at("comparator", "unknown comparator \"" + sign + "\"", "one of: <, <=, >=, >");
    return quantity;
}

std::optional<Attachment> read_attachment(const Reader& in) {
    if (!check_element(in, {"contentType", "language", "data", "url", "size", "hash", "title", "creation"})) return std::nullopt;
    Attachment file{in.maybe<std::string>("contentType").value_or(""), in.maybe<std::string>("url").value_or(""),
                    in.maybe<std::string>("title").value_or(""), in.maybe<std::int64_t>("size"), std::nullopt};
    check_part(in, "language", "Code");
    if (file.size && *file.size < 0) in.problem_at("size", "a size below nought", "write the number of bytes");
    if (file.size && *file.size > std::numeric_limits<std::int32_t>::max())
        in.problem_at("size", "the size is out of range", "at most 2147483647 bytes");
    if (const auto hash = in.maybe<std::string>("hash"); hash && !base64_size(*hash))
        in.problem_at("hash", "this is not base64", "encode the bytes of the hash");
    if (const auto data = in.maybe<std::string>("data")) {
        file.bytes = base64_size(*data);
        if (!file.bytes) in.problem_at("data", "this is not base64", "encode the bytes of the file");
    }
    in.part("creation", [](const Reader& day) { read_moment(day, true); });
    return file;
}

std::optional<Value> read_form_value(const Reader& in, AnswerType type) {
    switch (type) {
        case AnswerType::boolean: return wrapped(in.as<bool>());
        case AnswerType::decimal: return wrapped(in.as<Decimal>());
        case AnswerType::integer: return wrapped(read_integer(in));
        case AnswerType::date: return read_day(in, false);
        case AnswerType::date_time: return read_day(in, true);
        case AnswerType::time: return wrapped(read_time_of_day(in));
        case AnswerType::string: return wrapped(read_text(in));
        case AnswerType::uri: return wrapped(read_uri(in));
        case AnswerType::attachment: return wrapped(read_attachment(in));
        case AnswerType::coding: return wrapped(read_form_coding(in));
        case AnswerType::quantity: return wrapped(read_quantity(in));
        case AnswerType::reference: return wrapped(read_reference(in));
    }
    return std::nullopt;
}

std::optional<FoundValue> find_value(const Reader& in, std::string_view prefix) {
    const auto name = value_name(in, prefix);
    if (!name) return std::nullopt;
    const auto type = answer_type_of("value" + std::string(name->substr(prefix.size())));
    if (!type) {
        in.problem_at((in.has(*name) ? "" : "_") + std::string(*name), "\"" + std::string(*name) + "\" is no kind of answer",
                      "for example " + std::string(prefix) + "String");
        return std::nullopt;
    }
    FoundValue found{*type, std::nullopt, false};
    found.there = in.part(*name, [&](const Reader& value) { found.value = read_form_value(value, *type); });
    return found;
}

bool is_worked_out(const Reader& in, std::string_view prefix) {
    bool worked_out = false;
    in.each_field([&](std::string_view name, const Reader& field) {
        const bool beside = name.starts_with('_');
        if (!name.substr(beside ? 1 : 0).starts_with(prefix)) return;
        worked_out = worked_out || is_calculated(field.json()) || (beside && field.has("extension") && !in.has(name.substr(1)));
        if (!beside && field.json().is_object()) worked_out = worked_out || is_worked_out(field, "code") || is_worked_out(field, "value");
    });
    return worked_out;
}

std::optional<std::int64_t> read_count(const Reader& in) {
    const auto number = in.as<std::int64_t>();
    if (!number || *number >= 0) return number;
    in.problem("a length or number below nought", "write 0 or more");
    return std::nullopt;
}

void each_extension(const Reader& in, const std::function<void(std::string_view url, const Reader& extension)>& use) {
    in.each("extension", [&](const Reader& one) {
        const auto url = one.maybe<std::string>("url");
        if (url) use(*url, one);
        else one.problem("an extension without its url", "give the url that says what it means");
    });
}

}  // namespace needlewise
