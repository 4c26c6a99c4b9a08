// A cursor over JSON that reads fields by name and writes down what is wrong, with the place, instead of throwing.
//
//   if (!in.object({"id", "action", "when"})) return;    // wrong type and unknown fields are reported
//   rule.id = in.get<std::string>("id");                 // missing or of another type: reported, and an empty value
//   in.each("items", [&](const Reader& item) { … });     // absent: nothing happens
//
// A child cursor points to its parent, so it must not outlive the call it was handed to.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/json.h"
#include "content/vocabulary.h"
#include "core/date.h"
#include "core/form/decimal.h"
#include "core/problem.h"

namespace needlewise {

// The Problems of one file; after `most` further ones are only counted.
class Log {
public:
    explicit Log(std::string name_of_file) : file(std::move(name_of_file)) {}
    void add(Severity severity, std::string pointer, std::string what, std::string hint);
    Problems take();  // the collected Problems, with a last one for those not listed
    std::string file;

private:
    static constexpr std::size_t most = 100;
    Problems problems;
    std::size_t not_listed = 0;
};

class Reader {
public:
    Reader(const Json& value, Log& log) : value(&value), log(&log) {}

    // True for an object. Reports every field that is not in `known` ("_comment" always is).
    bool object(std::initializer_list<std::string_view> known) const;
    // The same for FHIR, where any element may carry an id, extensions and "_name" siblings of its fields.
    bool element(std::initializer_list<std::string_view> known) const;

    bool has(std::string_view name) const { return field(name) != nullptr; }  // null counts as absent
    std::size_t size() const { return value->size(); }

    // T: bool, int, std::int64_t, double, Decimal, std::string, Date, or a vector of those.
    template <class T>
    T get(std::string_view name) const;  // required
    template <class T>
    std::optional<T> maybe(std::string_view name) const;  // absent or null: nothing
    template <class T>
    std::optional<T> as() const;  // this value itself

    // A word out of a table; the first meaning when it is missing or unknown.
    template <class E, std::size_t N>
    E word(std::string_view name, const std::array<Word<E>, N>& words) const;

    // `use` gets a cursor for the field, for each element of the list, or for each field of the object.
    template <class F>
    bool part(std::string_view name, F use) const;
    template <class F>
    void each(std::string_view name, F use) const;
    template <class F>
    void each(F use) const;  // this value is the list
    template <class F>
    void at(std::size_t place, F use) const;  // one of the list
    template <class F>
    void each_field(F use) const;  // (name, cursor), without "_comment"

    void problem(std::string what, std::string hint = {}) const;                            // about this value
    void problem_at(std::string_view name, std::string what, std::string hint = {}) const;  // about a field of it
    void missing(std::string_view name) const;
    std::string pointer() const;
    const std::string& file() const { return log->file; }
    const Json& json() const { return *value; }

private:
    Reader(const Json& value, const Reader& parent, std::string_view key) : value(&value), log(parent.log), parent(&parent), key(key) {}
    Reader(const Json& value, const Reader& parent, std::size_t index) : value(&value), log(parent.log), parent(&parent), index(index) {}

    const Json* field(std::string_view name) const;
    bool fields_known(std::initializer_list<std::string_view> known, bool fhir) const;
    bool is_list() const;
    void unexpected(std::string_view wanted) const;
    void unknown_word(const std::string& word, const std::vector<std::string_view>& allowed) const;

    bool read(bool& out) const;
    bool read(int& out) const;
    bool read(std::int64_t& out) const;
    bool read(double& out) const;
    bool read(Decimal& out) const;
    bool read(std::string& out) const;
    bool read(Date& out) const;
    template <class T>
    bool read(std::vector<T>& out) const;

    const Json* value;
    Log* log;
    const Reader* parent = nullptr;
    std::string_view key;
    std::size_t index = 0;
};

// ---- Templates -----------------------------------------------------------------------------------------------------

template <class T>
T Reader::get(std::string_view name) const {
    T out{};
    if (const Json* found = field(name)) Reader(*found, *this, name).read(out);
    else missing(name);
    return out;
}

template <class T>
std::optional<T> Reader::maybe(std::string_view name) const {
    const Json* found = field(name);
    return found ? Reader(*found, *this, name).template as<T>() : std::nullopt;
}

template <class T>
std::optional<T> Reader::as() const {
    T out{};
    return read(out) ? std::optional<T>(std::move(out)) : std::nullopt;
}

template <class E, std::size_t N>
E Reader::word(std::string_view name, const std::array<Word<E>, N>& words) const {
    const auto* found = field(name);
    if (!found) return missing(name), words[0].meaning;
    const Reader in(*found, *this, name);
    std::string given;
    if (!in.read(given)) return words[0].meaning;
    std::vector<std::string_view> allowed;
    for (const Word<E>& each : words) {
        if (each.word == given) return each.meaning;
        allowed.push_back(each.word);
    }
    in.unknown_word(given, allowed);
    return words[0].meaning;
}

template <class F>
bool Reader::part(std::string_view name, F use) const {
    const Json* found = field(name);
    if (found) use(Reader(*found, *this, name));
    return found != nullptr;
}

template <class F>
void Reader::each(std::string_view name, F use) const {
    if (const Json* found = field(name)) Reader(*found, *this, name).each(use);
}

template <class F>
void Reader::each(F use) const {
    if (!is_list()) return;
    for (std::size_t i = 0; i < value->size(); ++i) use(Reader((*value)[i], *this, i));
}

template <class F>
void Reader::at(std::size_t place, F use) const {
    if (is_list() && place < value->size()) use(Reader((*value)[place], *this, place));
}

template <class F>
void Reader::each_field(F use) const {
    const auto* fields = value->get_ptr<const Json::object_t*>();
    if (!fields) return unexpected("an object");
    for (const auto& [name, inner] : *fields) {
        if (name != "_comment") use(name, Reader(inner, *this, std::string_view(name)));
    }
}

template <class T>
bool Reader::read(std::vector<T>& out) const {
    if (!is_list()) return false;
    each([&](const Reader& element) {
        if (auto one = element.as<T>()) out.push_back(std::move(*one));
    });
    return true;
}

}  // namespace needlewise
