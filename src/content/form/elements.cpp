// What FHIR lays down for any element in JSON, whatever it means: that it holds something, its extensions, and what stands beside its
// plain values ("_text" beside "text").
#include <algorithm>

#include "content/form/parts.h"
#include "core/form/syntax.h"

namespace needlewise {

namespace {

bool check_parts(const Reader& in, bool is_extension);

// FHIR: a URL, not a URN, and relative only within another extension.
std::string wrong_with_url(const std::string& url, bool within) {
    if (const auto wrong = wrong_with_uri(url)) return "\"" + url + "\" is not a URI: " + *wrong;
    const auto colon = url.find(':');
    const bool absolute = colon != std::string::npos && colon < url.find_first_of("/?#");
    if (within || (absolute && !url.starts_with("urn:"))) return {};
    return "\"" + url + "\" is no absolute URL";
}

void check_extension(const Reader& in, bool within) {
    if (!check_filled(in)) return;
    bool value = false;
    in.each_field([&](std::string_view name, const Reader& field) {
        if (name.starts_with("value")) check_type(field, name.substr(5));
        else if (name != "url" && !is_common_field(name) && !name.starts_with("_value"))
            field.problem("unknown field \"" + std::string(name) + "\"", "an extension has its url, and a value or extensions");
        value = value || name.starts_with("value") || name.starts_with("_value");
    });
    value_name(in, "value");
    if (const auto url = in.maybe<std::string>("url").value_or(""); url.empty())
        in.problem("an extension without its url", "give the url that says what it means");
    else if (const auto wrong = wrong_with_url(url, within); !wrong.empty())
        in.problem_at("url", wrong, "give the address of its definition, as https://example.org/name");
    if (value == in.has("extension"))
        in.problem(value ? "an extension with a value and extensions" : "an extension that says nothing",
                   "it has a value or extensions (ext-1)");
    check_parts(in, true);
}

// Whether there are any.
bool check_extensions(const Reader& list, bool within) {
    if (!list.json().is_array()) return list.problem("expected a list, found " + std::string(kind_of(list.json()))), false;
    list.each([&](const Reader& one) { check_extension(one, within); });
    return list.size() > 0;
}

bool has_only_id(const Json& json) {
    const auto* fields = json.get_ptr<const Json::object_t*>();
    const auto is_aside = [](const auto& field) { return field.first == "id" || field.first == "fhir_comments"; };
    return fields && !fields->empty() && std::ranges::all_of(*fields, is_aside);
}

// An object whose fields hold something.
bool check_fields(const Reader& in) {
    if (!in.json().is_object()) return in.problem("expected an object, found " + std::string(kind_of(in.json()))), false;
    if (in.json().empty()) return in.problem("there is nothing in it", "fill it in, or leave it out"), false;
    in.each_field(check_said);
    return true;
}

// What is said in the place of a value that does not repeat is no list. One beside a value must be what that is.
void check_single(const Reader& in, const Reader& field, std::string_view name) {
    if (field.json().is_array() && !in.json().contains(name))
        field.problem("\"" + std::string(name) + "\" does not repeat", "give one element");
}

// "_text": what is said beside the text, or in its place.
void check_beside(const Reader& in, const Reader& field, std::string_view name) {
    if (in.json().contains(name) && (in.json().find(name)->is_object() || in.json().find(name)->is_array() != field.json().is_array()))
        field.problem("\"_" + std::string(name) + "\" stands beside a plain value only", "put the extensions into it");
    const auto check = [&](const Reader& one) {
        if (!one.element({"fhir_comments"}) || !check_fields(one)) return;
        one.each_field([](std::string_view within, const Reader& part) {
            if (within.starts_with('_')) part.problem("unknown field \"" + std::string(within) + "\"", "beside it stands no such value");
        });
        check_common(one);
    };
    if (!field.json().is_array()) return check(field);
    field.each([&](const Reader& one) {
        if (!one.json().is_null()) check(one);
    });
}

bool check_parts(const Reader& in, bool is_extension) {
    bool says = false;
    if (in.json().contains("_comment")) in.problem_at("_comment", "unknown field \"_comment\"", "leave it out");
    in.each_field([&](std::string_view name, const Reader& field) {
        if (field.json().is_null()) return;  // is said with the others
        if (name == "id") {
            if (const auto id = field.as<std::string>(); id && id->find_first_of(" \t\r\n") != std::string::npos)
                field.problem("there is a blank in the id", "take it out");
        } else if (name == "extension" || name == "modifierExtension") {
            says = (check_extensions(field, is_extension) && name == "extension") || says;
        } else if (name.starts_with("_value") && is_made_of_parts(name.substr(6))) {
            field.problem("\"" + std::string(name) + "\" stands beside a plain value only", "put the extensions into the value");
        } else if (name.starts_with('_')) {
            if (name.starts_with("_value")) check_single(in, field, name.substr(1));
            if (is_extension && !in.json().contains(name.substr(1)) && has_only_id(field.json()))
                field.problem("there is nothing in it besides its id (ele-1)", "fill it in, or leave it out");
            check_beside(in, field, name.substr(1));
        }
    });
    return says;
}

}  // namespace

bool is_common_field(std::string_view name) { return name == "id" || name == "extension" || name == "fhir_comments"; }

void check_said(std::string_view name, const Reader& field) {
    const Json& json = field.json();
    const std::string quoted = "\"" + std::string(name) + "\"";
    if (json.is_null()) field.problem(quoted + " is null", "leave it out");
    else if (json.is_string() && json.get_ref<const std::string&>().empty()) field.problem(quoted + " is empty", "leave it out");
    else if (json.is_array() && json.empty()) field.problem("the list is empty", "leave it out");
}

bool check_filled(const Reader& in) {
    if (!check_fields(in)) return false;
    if (has_only_id(in.json())) in.problem("there is nothing in it besides its id (ele-1)", "fill it in, or leave it out");
    return true;
}

bool check_common(const Reader& in) { return check_parts(in, false); }

bool check_element(const Reader& in, std::initializer_list<std::string_view> known, std::initializer_list<std::string_view> parts) {
    if (!check_filled(in) || !in.element(known)) return false;
    in.each_field([&](std::string_view name, const Reader& field) {
        if (!name.starts_with('_')) return;
        const std::string_view beside = name.substr(1);
        if (std::ranges::find(known, beside) == known.end() || std::ranges::find(parts, beside) != parts.end())
            field.problem("unknown field \"" + std::string(name) + "\"", "beside it stands no such value");
        else if (!in.json().contains(beside) && has_only_id(field.json()))
            field.problem("there is nothing in it besides its id (ele-1)", "fill it in, or leave it out");
        else check_single(in, field, beside);
    });
    check_common(in);
    return true;
}

void check_places(const Reader& in, std::string_view name) {
    const auto beside = in.json().find("_" + std::string(name));
    const bool is_list = beside != in.json().end() && beside->is_array();
    std::size_t place = 0;
    in.part(name, [&](const Reader& list) {
        if (!list.json().is_array()) return;
        list.each([&](const Reader& one) {
            const std::size_t here = place++;
            const bool kept = is_list && here < beside->size() && (*beside)[here].is_object();
            if ((one.json().is_null() && !kept) || one.json() == "")
                one.problem("there is nothing in this place of the list", "leave it out");
        });
    });
}

void check_any_element(const Reader& in) {
    if (!check_filled(in)) return;
    check_common(in);
    in.each_field([&](std::string_view name, const Reader& field) {
        if (is_common_field(name) || name == "modifierExtension" || name.starts_with('_')) return;
        if (field.json().is_object() && !field.json().empty()) check_any_element(field);
        else if (field.json().is_object()) field.problem("there is nothing in it", "fill it in, or leave it out");
        if (!field.json().is_array()) return;
        check_places(in, name);
        field.each([](const Reader& one) {
            if (one.json().is_object()) check_any_element(one);
            else if (one.json().is_array()) one.problem("a list in a list", "FHIR has none");
        });
    });
}

std::optional<std::string_view> value_name(const Reader& in, std::string_view prefix) {
    std::optional<std::string_view> first;
    bool several = false;
    in.each_field([&](std::string_view name, const Reader& field) {
        if (name.starts_with('_')) name.remove_prefix(1);
        if (!name.starts_with(prefix) || name.size() == prefix.size() || field.json().is_null()) return;
        if (!first) first = name;
        several = several || name != first;
    });
    if (several) in.problem("more than one \"" + std::string(prefix) + "…\"", "keep one of them");
    return first;
}

}  // namespace needlewise
