#include "core/form/identity.h"

#include <string_view>

namespace needlewise {

namespace {

// Each part with its length before it, so that no two lists of parts are written alike.
template <class... Part>
std::string joined(char kind, const Part&... parts) {
    std::string text(1, kind);
    ((text += std::to_string(std::string_view(parts).size()) + ":", text += parts), ...);
    return text;
}

std::string of(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : ""; }

// By the kinds of value that can be the same: all numbers are of one, and so are all days and times of a day.
struct Identity {
    std::string operator()(bool truth) const { return truth ? "b1" : "b0"; }
    std::string operator()(std::int64_t number) const { return "n" + std::to_string(number); }
    std::string operator()(const Decimal& number) const { return "n" + number.plain(); }
    std::string operator()(const std::string& text) const { return "s" + text; }
    std::string operator()(const Date& date) const { return "d" + identity_of_moment(Moment(date)); }
    std::string operator()(const Moment& moment) const { return "d" + identity_of_moment(moment); }
    std::string operator()(const TimeOfDay& time) const { return "t" + identity_of_time(time); }
    std::string operator()(const Coding& coding) const {
        return joined('c', coding.system, coding.code, coding.code.empty() ? coding.display : std::string());
    }
    std::string operator()(const Quantity& quantity) const {
        const std::string number = quantity.value ? quantity.value->plain() : "";
        if (quantity.code.empty()) return joined('q', number, quantity.comparator, quantity.unit);
        return joined('u', number, quantity.comparator, quantity.system, quantity.code);
    }
    std::string operator()(const Attachment& file) const {
        return joined('a', file.content_type, file.url, file.title, of(file.size), of(file.bytes));
    }
    std::string operator()(const Reference& to) const {
        if (!to.reference.empty()) return "r" + to.reference;
        if (to.identifier) return "i" + *to.identifier;
        return joined('w', to.type, to.display);
    }
};

}  // namespace

std::string identity_of(const Value& value) { return std::visit(Identity{}, value); }

}  // namespace needlewise
