#include "content/json.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace needlewise {

namespace {

struct Frame {
    Json* node = nullptr;
    const std::string* key = nullptr;  // the field being read, when the node is an object
};

std::string place_in_text(std::string_view text, std::size_t position) {
    const std::size_t end = std::min(position == 0 ? 0 : position - 1, text.size());
    const std::string_view before = text.substr(0, end);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    const std::size_t column = end - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

constexpr std::string_view too_large = "a number is too large";

// The parser's message is "[id] parse error at …: syntax error while parsing … - CAUSE; last read: …; expected …".
std::string cause_in(std::string_view message) {
    if (message.find("out_of_range") != std::string_view::npos) return std::string(too_large);
    const std::size_t dash = message.find(" - ");
    if (dash == std::string_view::npos) return "unexpected text";
    message.remove_prefix(dash + 3);
    return std::string(message.substr(0, message.find(';')));
}

// Builds the value while nlohmann's parser reads, so that depth and repeated fields are seen as they come.
class Builder {
public:
    Builder(std::string_view text, std::string_view file, JsonLimits limits, Problems* twice)
        : text(text), file(file), limits(limits), twice(twice) {}

    bool null() { return put(Json(nullptr)) != nullptr; }
    bool boolean(bool value) { return put(Json(value)) != nullptr; }
    bool number_integer(Json::number_integer_t value) { return put(Json(value)) != nullptr; }
    bool number_unsigned(Json::number_unsigned_t value) { return put(Json(value)) != nullptr; }
    bool number_float(Json::number_float_t value, const std::string& written) {
        if (!limits.exact) return put(Json(value)) != nullptr;
        return put(Json::binary({written.begin(), written.end()})) != nullptr;
    }
    bool string(std::string& value) { return put(Json(std::move(value))) != nullptr; }
    bool binary(Json::binary_t&) { return false; }

    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        auto& fields = *open_nodes.back().node->get_ptr<Json::object_t*>();
        const auto [field, is_new] = fields.try_emplace(std::move(name));
        open_nodes.back().key = &field->first;
        if (!is_new) report("field \"" + field->first + "\" stands here twice", "keep one of them", twice ? *twice : problems);
        return problems.size() + (twice ? twice->size() : 0) < most_problems;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
        const std::string place = place_in_text(text, position), cause = cause_in(error.what());
        problems.push_back({Severity::error, std::string(file), "",
                            cause == too_large ? cause + " at " + place : "not JSON at " + place + ": " + cause, ""});
        return false;
    }

    Json root;
    Problems problems;

private:
    Json* put(Json&& value) {
        if (open_nodes.empty()) {
            root = std::move(value);
            return &root;
        }
        Frame& frame = open_nodes.back();
        if (auto* list = frame.node->get_ptr<Json::array_t*>()) return &list->emplace_back(std::move(value));
        Json& field = frame.node->get_ptr<Json::object_t*>()->find(*frame.key)->second;
        field = std::move(value);
        return &field;
    }

    bool open(Json&& value) {
        if (open_nodes.size() >= limits.depth) {
            report("nested deeper than " + std::to_string(limits.depth) + " levels", "", problems);
            return false;
        }
        Json* node = put(std::move(value));
        open_nodes.push_back({node, nullptr});
        return true;
    }

    bool close() {
        open_nodes.pop_back();
        return true;
    }

    void report(std::string what, std::string hint, Problems& to) {
        std::string pointer;
        for (const Frame& frame : open_nodes) {
            if (frame.key) pointer += pointer_step(*frame.key);
            else if (&frame != &open_nodes.back()) pointer += pointer_step(frame.node->size() - 1);
        }
        to.push_back({Severity::error, std::string(file), std::move(pointer), std::move(what), std::move(hint)});
    }

    static constexpr std::size_t most_problems = 20;
    std::string_view text, file;
    JsonLimits limits;
    Problems* twice;
    std::vector<Frame> open_nodes;
};

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view file, JsonLimits limits, Problems* twice) {
    if (text.size() > limits.bytes) {
        return std::unexpected(
            Problems{{Severity::error, std::string(file), "", "larger than " + std::to_string(limits.bytes) + " bytes", ""}});
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {  // the parser would take it for the end
        return std::unexpected(
            Problems{{Severity::error, std::string(file), "", "not JSON at " + place_in_text(text, nul + 1) + ": a NUL byte", ""}});
    }
    Builder builder(text, file, limits, twice);
    const bool read = Json::sax_parse(text.begin(), text.end(), &builder);
    if (!builder.problems.empty()) return std::unexpected(std::move(builder.problems));
    if (!read && twice && !twice->empty()) return std::unexpected(std::move(*twice));
    if (!read) return std::unexpected(Problems{{Severity::error, std::string(file), "", "not JSON", ""}});
    return std::move(builder.root);
}

std::string_view kind_of(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null: return "null";
        case Json::value_t::object: return "an object";
        case Json::value_t::array: return "a list";
        case Json::value_t::string: return "text";
        case Json::value_t::boolean: return "true or false";
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned:
        case Json::value_t::number_float:
        case Json::value_t::binary: return "a number";  // as it is written
        case Json::value_t::discarded: break;
    }
    return "nothing";
}

std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (const char c : key) {
        if (c == '~') step += "~0";
        else if (c == '/') step += "~1";
        else step += c;
    }
    return step;
}

std::string pointer_step(std::size_t index) { return "/" + std::to_string(index); }

}  // namespace needlewise
