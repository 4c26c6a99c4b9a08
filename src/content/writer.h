// JSON out, in the order it is written, two spaces a level. Writing straight to text is smaller than building a tree and
// keeps fields in the order people expect.
//
//   JsonWriter out;
//   out.object([&] { out.field("id", "x"); out.list("sources", ids); });
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/form/decimal.h"

namespace needlewise {

// The shortest text that reads back as the same figure; "null" for what is no number.
std::string shortest(double figure);

class JsonWriter {
public:
    template <class F>
    void object(F fields) {
        nested('{', '}', fields);
    }
    template <class F>
    void object(std::string_view name, F fields) {
        key(name), nested('{', '}', fields);
    }
    template <class F>
    void list(std::string_view name, F elements) {
        key(name), nested('[', ']', elements);
    }
    void list(std::string_view name, const std::vector<std::string>& texts);
    void list(std::string_view name, const std::vector<int>& figures);

    void field(std::string_view name, std::string_view value);
    void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
    void field(std::string_view name, bool truth);
    void field(std::string_view name, int figure) { field(name, static_cast<std::int64_t>(figure)); }
    void field(std::string_view name, std::int64_t figure);
    void field(std::string_view name, double figure);
    void field(std::string_view name, const Decimal& number);  // as it is written
    void null(std::string_view name);

    std::string take();  // the text, with a line break at the end

private:
    void key(std::string_view name);
    void element();  // comma, line break and indent before the next one
    void quoted(std::string_view value);
    void raw(std::string_view name, std::string_view value);  // a field whose value is JSON already

    template <class F>
    void nested(char open, char close, F inside) {
        if (!after_key) element();
        after_key = false;
        text += open;
        ++depth;
        first = true;
        inside();
        --depth;
        if (!first) new_line();
        text += close;
        first = false;
    }

    void new_line();

    std::string text;
    int depth = 0;
    bool first = true;       // nothing written yet on this level
    bool after_key = false;  // the value of a field comes next
};

}  // namespace needlewise
