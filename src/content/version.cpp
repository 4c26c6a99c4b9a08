#include "content/version.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "core/hash.h"

namespace needlewise {

void Fingerprint::byte(unsigned char value) {
    const char letter = static_cast<char>(value);
    hash = hash_of({&letter, 1}, hash);
}

void Fingerprint::bytes(std::string_view text) {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    byte(0);
}

void Fingerprint::add(const Json& json) {
    if (const auto* text = json.get_ptr<const Json::string_t*>()) return bytes(*text);
    if (const auto* fields = json.get_ptr<const Json::object_t*>()) {
        byte('{');
        for (const auto& [name, value] : *fields) {
            bytes(name);
            add(value);
        }
        return byte('}');
    }
    if (const auto* list = json.get_ptr<const Json::array_t*>()) {
        byte('[');
        for (const Json& value : *list) add(value);
        return byte(']');
    }
    byte(static_cast<unsigned char>(json.type()));
    std::uint64_t bits = 0;
    if (const auto* flag = json.get_ptr<const Json::boolean_t*>()) bits = *flag ? 1 : 0;
    if (const auto* whole = json.get_ptr<const Json::number_integer_t*>()) bits = static_cast<std::uint64_t>(*whole);
    if (const auto* number = json.get_ptr<const Json::number_float_t*>()) bits = std::bit_cast<std::uint64_t>(*number);
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<unsigned char>(bits >> shift));
}

void Fingerprint::add(const Source& source) {
    for (const std::string* text :
         {&source.id, &source.statement, &source.citation, &source.reference, &source.url, &source.level, &source.population})
        bytes(*text);
    byte(source.checked ? 1 : 0);
    byte(source.secondary ? 1 : 0);
}

std::string Fingerprint::hex() const {
    std::string text;
    for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[(hash >> shift) & 15u];
    return text;
}

Fingerprint Fingerprint::of(std::string_view hex) {
    Fingerprint fingerprint;
    std::from_chars(hex.data(), hex.data() + hex.size(), fingerprint.hash, 16);
    return fingerprint;
}

std::string version_of(const Content& content, const Fingerprint& fingerprint) {
    Date latest{};
    for (const auto& [name, number] : content.numbers) latest = std::max(latest, number.reviewed);
    return iso_date(latest) + "-" + fingerprint.hex();
}

Fingerprint fingerprint_in(std::string_view version) { return Fingerprint::of(version.substr(version.rfind('-') + 1)); }

}  // namespace needlewise
