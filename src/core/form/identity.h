// Finding one value among many. `same` compares two; here each has a text of its own that the same values share.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "core/form/value.h"

namespace needlewise {

// Equal for two values exactly when `same` says so.
std::string identity_of(const Value& value);

class KnownValues {
public:
    // The place of the first value that is the same; that is `place` when there was none.
    std::size_t add(const Value& value, std::size_t place) { return places.emplace(identity_of(value), place).first->second; }
    std::optional<std::size_t> find(const Value& value) const {
        const auto found = places.find(identity_of(value));
        return found == places.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::string, std::size_t> places;
};

}  // namespace needlewise
