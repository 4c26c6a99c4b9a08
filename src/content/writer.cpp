#include "content/writer.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace needlewise {

std::string shortest(double figure) {
    if (!std::isfinite(figure)) return "null";
    char buffer[32];
    for (int digits = 6; digits <= 17; ++digits) {
        std::snprintf(buffer, sizeof buffer, "%.*g", digits, figure);
        if (std::strtod(buffer, nullptr) == figure) break;
    }
    return buffer;
}

void JsonWriter::new_line() {
    text += '\n';
    text.append(static_cast<std::size_t>(depth) * 2, ' ');
}

void JsonWriter::element() {
    if (depth == 0) return;
    if (!first) text += ',';
    new_line();
    first = false;
}

void JsonWriter::key(std::string_view name) {
    element();
    quoted(name);
    text += ": ";
    after_key = true;
}

void JsonWriter::quoted(std::string_view value) {
    text += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (c == '\n') {
            text += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
            text += buffer;
        } else {
            text += c;
        }
    }
    text += '"';
}

void JsonWriter::raw(std::string_view name, std::string_view value) {
    key(name);
    text += value;
    after_key = false;
}

void JsonWriter::list(std::string_view name, const std::vector<std::string>& texts) {
    raw(name, "[");
    for (const std::string& each : texts) {
        if (&each != &texts.front()) text += ", ";
        quoted(each);
    }
    text += ']';
}

void JsonWriter::list(std::string_view name, const std::vector<int>& figures) {
    raw(name, "[");
    for (const int& each : figures) {
        if (&each != &figures.front()) text += ", ";
        text += std::to_string(each);
    }
    text += ']';
}

void JsonWriter::field(std::string_view name, std::string_view value) {
    raw(name, "");
    quoted(value);
}

void JsonWriter::field(std::string_view name, bool truth) { raw(name, truth ? "true" : "false"); }

void JsonWriter::field(std::string_view name, std::int64_t figure) { raw(name, std::to_string(figure)); }

void JsonWriter::field(std::string_view name, double figure) { raw(name, shortest(figure)); }

void JsonWriter::field(std::string_view name, const Decimal& number) { raw(name, number.text()); }

void JsonWriter::null(std::string_view name) { raw(name, "null"); }

std::string JsonWriter::take() {
    text += '\n';
    return std::exchange(text, {});
}

}  // namespace needlewise
