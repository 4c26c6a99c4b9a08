// The answers of one person, held once. Everything else (visible questions, findings, plan) is computed from them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/value.h"

namespace needlewise {

// Answers by linkId; an answered question has at least one value.
class Answers {
public:
    const std::vector<Value>& of(std::string_view link_id) const;  // empty when unanswered
    bool has(std::string_view link_id) const;
    bool has_code(std::string_view link_id, std::string_view code) const;
    std::optional<Date> date(std::string_view link_id) const;         // first date value
    std::optional<std::string> code(std::string_view link_id) const;  // first coding's code

    void set(std::string link_id, std::vector<Value> values);  // an empty list removes the answer
    void add(const std::string& link_id, Value value);
    void remove(std::string_view link_id);

    // linkIds share beginnings, so comparing lengths first finds them several times faster than the alphabet does.
    struct ShorterFirst {
        using is_transparent = void;
        bool operator()(std::string_view a, std::string_view b) const { return a.size() != b.size() ? a.size() < b.size() : a < b; }
    };
    using ByLinkId = std::map<std::string, std::vector<Value>, ShorterFirst>;

    const ByLinkId& all() const { return by_link_id; }
    bool empty() const { return by_link_id.empty(); }
    friend bool operator==(const Answers&, const Answers&) = default;

private:
    ByLinkId by_link_id;
};

}  // namespace needlewise
