// The forms that FHIR lays down for single words: URIs, references, media types, base64.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise {

// Each says what is wrong, in a few words; nothing when it is well formed.
std::optional<std::string> wrong_with_uri(std::string_view uri);
std::optional<std::string> wrong_with_reference(std::string_view reference);  // relative, absolute, urn: or "#id"

bool is_resource_type(std::string_view word);  // of R4
bool is_id(std::string_view word);             // letters, figures, "-" and "."; at most 64

// The type a reference names in its address: "Patient" of "Patient/7" or "https://x.org/fhir/Patient/7"; empty when it does not.
std::string_view type_in_reference(std::string_view reference);

bool is_media_type(std::string_view word);                               // "image/png", with parameters or without
bool media_type_fits(std::string_view given, std::string_view allowed);  // "image/*" allows "image/png"
std::optional<std::int64_t> base64_size(std::string_view text);          // bytes it stands for; nothing when it is no base64

std::size_t count_characters(std::string_view utf8);

}  // namespace needlewise
