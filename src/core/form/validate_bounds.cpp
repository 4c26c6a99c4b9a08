// minValue and maxValue: whether an answer keeps to them, as far as that can be told.
#include <chrono>
#include <optional>

#include "core/form/units.h"
#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

bool is_number(const Value& value) { return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<Decimal>(value); }
bool is_day(const Value& value) { return std::holds_alternative<Date>(value) || std::holds_alternative<Moment>(value); }

std::optional<Moment> moment_of(const Value& value) {
    if (const auto* date = std::get_if<Date>(&value)) return Moment(*date);
    const auto* moment = std::get_if<Moment>(&value);
    return moment ? std::optional(*moment) : std::nullopt;
}

unsigned last_day_of(const Moment& month) {
    using namespace std::chrono;
    return static_cast<unsigned>((std::chrono::year{month.year} / std::chrono::month{month.month} / last).day());
}

// Of two that agree as far as both say: whether all that the answer may stand for is within the bound. What says less than the bound is
// only where the end of it that counts is that of the bound: 2024 is at most 2024-12, and at least 2024-01-01.
bool is_inside(Moment answer, const Moment& bound, bool upper) {
    if (answer.month == 0 && bound.month > 0) answer.month = upper ? 12 : 1;
    if (answer.month != bound.month && bound.month > 0) return false;
    if (answer.day == 0 && bound.day > 0) answer.day = upper ? last_day_of(answer) : 1;
    if (answer.day != bound.day && bound.day > 0) return false;
    if (!bound.time || answer.time) return true;
    return !upper && bound.time->seconds == 0 && bound.time->fraction.find_first_not_of('0') == std::string::npos;
}

// Whether a unit in words, or with a code of no system, is the other all the same.
bool means(const Quantity& loose, const Quantity& unit) {
    if (!loose.code.empty()) return loose.system.empty() && loose.code == unit.code;
    return !loose.unit.empty() && (loose.unit == unit.unit || loose.unit == unit.code);
}

// The number of a quantity against a bound, whatever its comparator.
std::partial_ordering order_of_number(Quantity quantity, const Value& bound) {
    quantity.comparator.clear();
    const auto* limit = std::get_if<Quantity>(&bound);
    if (!limit) return compare(Value{*quantity.value}, bound);
    if (means(quantity, *limit) || means(*limit, quantity)) {
        quantity.system = limit->system;
        quantity.code = limit->code;
        quantity.unit = limit->unit;
    }
    return compare_converted(quantity, *limit);
}

// One answer against one bound.
class BoundCheck {
public:
    BoundCheck(const Value& answer, const Value& limit, bool is_upper, const std::string& at, Issues& to)
        : value(answer), bound(limit), upper(is_upper), pointer(at), issues(to) {}

    void check() {
        if (const auto* quantity = std::get_if<Quantity>(&value)) return check_quantity(*quantity);
        const std::partial_ordering order = compare(value, bound);
        if (upper ? std::is_gt(order) : std::is_lt(order)) return beyond();
        if (order != std::partial_ordering::unordered) return;
        const auto given = moment_of(value), limit = moment_of(bound);
        if (!given || !limit || !is_inside(*given, *limit, upper)) undecided();
    }

private:
    // FHIR: with "<" the real value is below the stated one, and so on.
    void check_quantity(const Quantity& quantity) {
        if (!quantity.value)
            return add(Severity::warning, "the quantity has no number to hold against " + in_words(bound), "give its value");
        const std::partial_ordering number = order_of_number(quantity, bound);
        if (number == std::partial_ordering::unordered) return incomparable(quantity);
        const std::string& sign = quantity.comparator;
        const bool past = upper ? std::is_gt(number) : std::is_lt(number);
        if (sign.empty()) return past ? beyond() : void();
        const bool outwards = sign.front() == (upper ? '>' : '<'), strict = sign.size() == 1;
        if (outwards && (past || (strict && std::is_eq(number)))) return beyond();
        if (outwards || past) undecided();
    }

    void incomparable(const Quantity& quantity) {
        const auto* limit = std::get_if<Quantity>(&bound);
        const bool bounded = limit && is_known_unit(*limit), of_another_kind = bounded && is_known_unit(quantity);
        add(of_another_kind ? Severity::error : Severity::warning, in_words(value) + " cannot be compared with " + in_words(bound),
            !bounded                ? "the bound is in no unit of UCUM that is known here"
            : quantity.code.empty() ? "give the system and code of its unit"
                                    : "use a unit that can be converted");
    }

    void beyond() {
        add(Severity::error, in_words(value) + (upper ? " is above " : " is below ") + in_words(bound),
            (upper ? "at most " : "at least ") + in_words(bound));
    }

    void undecided() {
        add(Severity::warning, "it cannot be told whether " + in_words(value) + (upper ? " is above " : " is below ") + in_words(bound),
            "say it more precisely");
    }

    void add(Severity severity, std::string what, std::string hint) {
        issues.add({severity, IssueType::value, pointer, std::move(what), std::move(hint)});
    }

    const Value &value, &bound;
    bool upper;
    const std::string& pointer;
    Issues& issues;
};

}  // namespace

bool can_bound(const Value& bound, const Value& value) {
    if (const auto* limit = std::get_if<Quantity>(&bound))
        return std::holds_alternative<Quantity>(value) && limit->value && limit->comparator.empty();
    if (std::holds_alternative<Quantity>(value)) return is_number(bound);
    return (is_number(value) && is_number(bound)) || (is_day(value) && is_day(bound)) || value.index() == bound.index();
}

void check_bounds(const Limits& limits, const Value& value, const std::string& at, Issues& issues) {
    if (limits.least && can_bound(*limits.least, value)) BoundCheck(value, *limits.least, false, at, issues).check();
    if (limits.most && can_bound(*limits.most, value)) BoundCheck(value, *limits.most, true, at, issues).check();
}

}  // namespace needlewise
