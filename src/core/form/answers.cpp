#include "core/form/answers.h"

#include <algorithm>

namespace needlewise {

const std::vector<Value>& Answers::of(std::string_view link_id) const {
    static const std::vector<Value> unanswered;
    const auto found = by_link_id.find(link_id);
    return found == by_link_id.end() ? unanswered : found->second;
}

bool Answers::has(std::string_view link_id) const { return by_link_id.contains(link_id); }

bool Answers::has_code(std::string_view link_id, std::string_view code) const {
    return std::ranges::any_of(of(link_id), [&](const Value& value) {
        const auto* coding = std::get_if<Coding>(&value);
        return coding && coding->code == code;
    });
}

std::optional<Date> Answers::date(std::string_view link_id) const {
    for (const Value& value : of(link_id))
        if (const auto* date = std::get_if<Date>(&value)) return *date;
    return std::nullopt;
}

std::optional<std::string> Answers::code(std::string_view link_id) const {
    for (const Value& value : of(link_id))
        if (const auto* coding = std::get_if<Coding>(&value)) return coding->code;
    return std::nullopt;
}

void Answers::set(std::string link_id, std::vector<Value> values) {
    if (values.empty()) return remove(link_id);
    by_link_id.insert_or_assign(std::move(link_id), std::move(values));
}

void Answers::add(const std::string& link_id, Value value) { by_link_id[link_id].push_back(std::move(value)); }

void Answers::remove(std::string_view link_id) {
    if (const auto found = by_link_id.find(link_id); found != by_link_id.end()) by_link_id.erase(found);
}

}  // namespace needlewise
