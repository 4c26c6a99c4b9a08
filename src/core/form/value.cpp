#include "core/form/value.h"

#include <type_traits>

namespace needlewise {

namespace {

template <class T, class... Any>
constexpr bool is_one_of = (std::is_same_v<T, Any> || ...);

template <class T>
constexpr bool is_number = is_one_of<T, std::int64_t, Decimal>;
template <class T>
constexpr bool is_day = is_one_of<T, Date, Moment>;

struct Compare {
    template <class A, class B>
    std::partial_ordering operator()(const A& a, const B& b) const {
        if constexpr (is_number<A> && is_number<B>) {
            if constexpr (std::is_same_v<A, B>) return a <=> b;
            else return Decimal(a) <=> Decimal(b);
        } else if constexpr (is_day<A> && is_day<B>) {
            if constexpr (std::is_same_v<A, Date> && std::is_same_v<B, Date>) return a <=> b;
            else return needlewise::compare(Moment(a), Moment(b));
        } else if constexpr (std::is_same_v<A, B> && is_one_of<A, std::string, TimeOfDay>) {
            return a <=> b;
        } else if constexpr (std::is_same_v<A, B> && std::is_same_v<A, Quantity>) {
            const bool exact = a.value && b.value && a.comparator.empty() && b.comparator.empty();
            return exact && same_unit(a, b) ? std::partial_ordering(*a.value <=> *b.value) : std::partial_ordering::unordered;
        } else {
            return std::partial_ordering::unordered;
        }
    }
};

std::string quoted(const std::string& text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) return "\"" + text + "\"";
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;  // not inside a letter
    return "\"" + text.substr(0, end) + "…\"";
}

struct Say {
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Decimal& number) const { return number.text(); }
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(const Date& date) const { return iso_date(date); }
    std::string operator()(const Coding& coding) const {
        if (coding.code.empty() && coding.display.empty()) return coding.system.empty() ? "no code" : "no code of " + quoted(coding.system);
        if (coding.code.empty()) return quoted(coding.display);
        return quoted(coding.code) + (coding.system.empty() ? " without a system" : " of system " + quoted(coding.system));
    }
    std::string operator()(const Moment& moment) const { return moment.text(); }
    std::string operator()(const TimeOfDay& time) const { return time.text(); }
    std::string operator()(const Quantity& quantity) const {
        const std::string unit = quantity.code.empty() ? quantity.unit : quantity.code;
        const std::string number = quantity.value ? quantity.comparator + quantity.value->text() : "no number";
        return number + (unit.empty() ? " without a unit" : " " + unit);
    }
    std::string operator()(const Attachment& file) const { return quoted(file.title.empty() ? file.url : file.title); }
    std::string operator()(const Reference& to) const { return quoted(to.reference.empty() ? to.display : to.reference); }
};

}  // namespace

bool same_unit(const Quantity& a, const Quantity& b) {
    if (a.code.empty() && b.code.empty()) return a.unit == b.unit;
    return a.system == b.system && a.code == b.code;
}

bool operator==(const Reference& a, const Reference& b) {
    if (!a.reference.empty() || !b.reference.empty()) return a.reference == b.reference;
    if (a.identifier || b.identifier) return a.identifier == b.identifier;
    return a.type == b.type && a.display == b.display;
}

bool operator==(const Quantity& a, const Quantity& b) { return a.value == b.value && a.comparator == b.comparator && same_unit(a, b); }

std::partial_ordering compare(const Value& a, const Value& b) { return std::visit(Compare{}, a, b); }

bool same(const Value& a, const Value& b) { return a == b || std::is_eq(compare(a, b)); }

std::string in_words(const Value& value) { return std::visit(Say{}, value); }

}  // namespace needlewise
