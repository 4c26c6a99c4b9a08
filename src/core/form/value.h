// What an answer of a FHIR form can be, and how two answers compare. One definition for conditions, options and bounds.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/date.h"
#include "core/form/decimal.h"
#include "core/form/moment.h"

namespace needlewise {

// A FHIR Coding. Two codings are equal when system and code are; what is shown to people counts only where there is no code.
struct Coding {
    std::string system;
    std::string code;
    std::string display = {};
    friend bool operator==(const Coding& a, const Coding& b) {
        return a.system == b.system && a.code == b.code && (!a.code.empty() || a.display == b.display);
    }
};

struct Quantity {
    std::optional<Decimal> value;
    std::string comparator;  // "<", "<=", ">=", ">"; empty: exactly the value
    std::string unit;        // for people
    std::string system, code;
};
bool same_unit(const Quantity& a, const Quantity& b);  // by system and code; by the unit for people where neither has a code
bool operator==(const Quantity& a, const Quantity& b);

// What is said of a file; its bytes are not kept.
struct Attachment {
    std::string content_type, url, title;
    std::optional<std::int64_t> size;   // as stated
    std::optional<std::int64_t> bytes;  // of the data given with it
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

// Two references are equal when their addresses are; without any, when they name the same by an identifier, else in words.
struct Reference {
    std::string reference, type, display;
    std::optional<std::string> identifier = {};  // "system|value"
    friend bool operator==(const Reference& a, const Reference& b);
};

// A whole day is always a Date, a Moment anything else of date and dateTime. url, string and text are all std::string.
using Value = std::variant<bool, std::int64_t, Decimal, std::string, Date, Coding, Moment, TimeOfDay, Quantity, Attachment, Reference>;

// Which of two values is the greater. Unordered: they cannot be compared (different types, codings, booleans, units, precisions that
// leave it open); such values may still be equal, which is why `same` is a separate question.
std::partial_ordering compare(const Value& a, const Value& b);

// Whether two values are equal: 1, 1.0 and 1.00 are; so is one instant in two time zones.
bool same(const Value& a, const Value& b);

// A value in a few words for messages: "2024-03", "5 mg", "“a” of system “urn:x”".
std::string in_words(const Value& value);

}  // namespace needlewise
