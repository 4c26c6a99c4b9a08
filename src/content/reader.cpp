#include "content/reader.h"

#include <algorithm>
#include <limits>

#include "content/nearest.h"
#include "content/writer.h"

namespace needlewise {

namespace {

std::string listed(const std::vector<std::string_view>& words) {
    std::string line;
    for (const std::string_view word : words) {
        if (!line.empty()) line += ", ";
        line += word;
    }
    return line;
}

}  // namespace

void Log::add(Severity severity, std::string pointer, std::string what, std::string hint) {
    if (problems.size() >= most) {
        ++not_listed;
        return;
    }
    problems.push_back({severity, file, std::move(pointer), std::move(what), std::move(hint)});
}

Problems Log::take() {
    if (not_listed > 0) {
        problems.push_back({Severity::error, file, "", std::to_string(not_listed) + " further problems are not listed", ""});
        not_listed = 0;
    }
    return std::exchange(problems, {});
}

bool Reader::object(std::initializer_list<std::string_view> known) const { return fields_known(known, false); }

bool Reader::element(std::initializer_list<std::string_view> known) const { return fields_known(known, true); }

bool Reader::fields_known(std::initializer_list<std::string_view> known, bool fhir) const {
    const auto* fields = value->get_ptr<const Json::object_t*>();
    if (!fields) {
        unexpected("an object");
        return false;
    }
    for (const auto& [name, inner] : *fields) {
        if (name == "_comment" || std::ranges::find(known, name) != known.end()) continue;
        if (fhir && (name == "id" || name == "extension" || name.starts_with('_'))) continue;
        const std::string_view meant = nearest(name, known);
        const std::string question = meant.empty() ? "" : "did you mean \"" + std::string(meant) + "\"? ";
        problem_at(name, "unknown field \"" + name + "\"", question + "known here: " + listed(known));
    }
    return true;
}

const Json* Reader::field(std::string_view name) const {
    const auto* fields = value->get_ptr<const Json::object_t*>();
    if (!fields) return nullptr;
    const auto found = fields->find(name);
    return found == fields->end() || found->second.is_null() ? nullptr : &found->second;
}

bool Reader::is_list() const {
    if (!value->is_array()) unexpected("a list");
    return value->is_array();
}

void Reader::problem(std::string what, std::string hint) const { log->add(Severity::error, pointer(), std::move(what), std::move(hint)); }

void Reader::problem_at(std::string_view name, std::string what, std::string hint) const {
    log->add(Severity::error, pointer() + pointer_step(name), std::move(what), std::move(hint));
}

void Reader::missing(std::string_view name) const { problem("\"" + std::string(name) + "\" is missing"); }

void Reader::unexpected(std::string_view wanted) const {
    problem("expected " + std::string(wanted) + ", found " + std::string(kind_of(*value)));
}

void Reader::unknown_word(const std::string& word, const std::vector<std::string_view>& allowed) const {
    problem("unknown word \"" + word + "\"", "one of: " + listed(allowed));
}

std::string Reader::pointer() const {
    if (!parent) return "";
    return parent->pointer() + (parent->value->is_array() ? pointer_step(index) : pointer_step(key));
}

bool Reader::read(bool& out) const {
    const auto* found = value->get_ptr<const Json::boolean_t*>();
    if (!found) return unexpected("true or false"), false;
    out = *found;
    return true;
}

bool Reader::read(std::int64_t& out) const {
    if (!value->is_number() && !value->is_binary()) return unexpected("a whole number"), false;
    if (!value->is_number_integer()) return problem("expected a whole number"), false;
    const auto* large = value->get_ptr<const Json::number_unsigned_t*>();
    if (large && *large > static_cast<Json::number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
        return problem("number out of range"), false;
    }
    out = *value->get_ptr<const Json::number_integer_t*>();
    return true;
}

bool Reader::read(int& out) const {
    std::int64_t wide = 0;
    if (!read(wide)) return false;
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) { return problem("number out of range"), false; }
    out = static_cast<int>(wide);
    return true;
}

bool Reader::read(double& out) const {
    if (const auto* number = value->get_ptr<const Json::number_float_t*>()) out = *number;
    else if (const auto* whole = value->get_ptr<const Json::number_unsigned_t*>()) out = static_cast<double>(*whole);
    else if (const auto* negative = value->get_ptr<const Json::number_integer_t*>()) out = static_cast<double>(*negative);
    else return unexpected("a number"), false;
    return true;
}

bool Reader::read(Decimal& out) const {
    std::string written;
    if (const auto* figures = value->get_ptr<const Json::binary_t*>()) written.assign(figures->begin(), figures->end());
    else if (const auto* floating = value->get_ptr<const Json::number_float_t*>()) written = shortest(*floating);
    else if (const auto* whole = value->get_ptr<const Json::number_unsigned_t*>()) written = std::to_string(*whole);
    else if (const auto* negative = value->get_ptr<const Json::number_integer_t*>()) written = std::to_string(*negative);
    else return unexpected("a number"), false;
    const auto decimal = Decimal::read(written);
    if (!decimal) return problem("the number is out of range", "write at most 100 figures, and a power of ten of at most 300"), false;
    out = *decimal;
    return true;
}

bool Reader::read(std::string& out) const {
    const auto* found = value->get_ptr<const Json::string_t*>();
    if (!found) return unexpected("text"), false;
    out = *found;
    return true;
}

bool Reader::read(Date& out) const {
    std::string text;
    if (!read(text)) return false;
    const auto date = parse_date(text);
    if (!date) return problem("\"" + text + "\" is not a date", "write an existing day as YYYY-MM-DD"), false;
    out = *date;
    return true;
}

}  // namespace needlewise
