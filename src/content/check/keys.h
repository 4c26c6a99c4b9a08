// The text keys that content asks for, by the naming of assets/README.md. Keys that only the pages name (titles of
// buttons, labels) are not here; a test walks the pages for those.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/content.h"

namespace needlewise {

struct Keys {
    std::set<std::string, std::less<>> required;
    std::set<std::string, std::less<>> optional;  // used when present

    // Whether the key, or the paragraph it continues ("learn.pain.clinic.2"), is asked for.
    bool used(std::string_view key) const;
};

Keys keys_of(const Content& content);

// "learn.pain.clinic" of "learn.pain.clinic.2"; the key itself when it continues nothing.
std::string_view first_paragraph(std::string_view key);

// A name in braces, and where the sentence is broken.
struct Braces {
    std::vector<std::string> names;
    bool closed = true;  // false: a brace was opened and never closed
};
Braces braces_in(std::string_view sentence);

}  // namespace needlewise
