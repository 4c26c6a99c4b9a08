// The version of the content: the day a number was last reviewed, and a fingerprint of everything but the words, for
// example "2026-11-22-1f09c3ab". The same content has the same version however it is stored.
#pragma once

#include <cstdint>
#include <string>

#include "content/json.h"
#include "core/content.h"
#include "core/hash.h"

namespace needlewise {

class Fingerprint {
public:
    void add(const Json& json);
    void add(const Source& source);
    std::string hex() const;
    static Fingerprint of(std::string_view hex);  // to go on where another ended

private:
    void byte(unsigned char value);
    void bytes(std::string_view text);
    std::uint32_t hash = hash_start;
};

// "2026-11-22-1f09c3ab", and the fingerprint that stands at its end.
std::string version_of(const Content& content, const Fingerprint& fingerprint);
Fingerprint fingerprint_in(std::string_view version);

}  // namespace needlewise
