// One answer: its type, its options, its bounds.
#include <algorithm>
#include <array>
#include <utility>

#include "core/form/syntax.h"
#include "core/form/units.h"
#include "core/form/validate_parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

std::string counted(std::int64_t number, const std::string& of) { return std::to_string(number) + " " + of + (number == 1 ? "" : "s"); }

template <class Range, class F>
std::string listed(const Range& all, F word) {
    constexpr std::size_t most = 12;
    std::string line;
    std::size_t count = 0;
    for (const auto& one : all) {
        if (++count > most) return line + ", …";
        if (!line.empty()) line += ", ";
        line += word(one);
    }
    return line;
}

// The kinds of answer a question takes, by its type alone.
std::vector<AnswerType> types_of(ItemType type) {
    switch (type) {
        case ItemType::boolean: return {AnswerType::boolean};
        case ItemType::decimal: return {AnswerType::decimal};
        case ItemType::integer: return {AnswerType::integer};
        case ItemType::date: return {AnswerType::date};
        case ItemType::date_time: return {AnswerType::date_time};
        case ItemType::time: return {AnswerType::time};
        case ItemType::string:
        case ItemType::text: return {AnswerType::string};
        case ItemType::url: return {AnswerType::uri};
        case ItemType::choice: return {AnswerType::coding};
        case ItemType::open_choice: return {AnswerType::coding, AnswerType::string};
        case ItemType::quantity: return {AnswerType::quantity};
        case ItemType::attachment: return {AnswerType::attachment};
        case ItemType::reference: return {AnswerType::reference};
        case ItemType::group:
        case ItemType::display:
        case ItemType::question:
        case ItemType::unknown: break;
    }
    return {};
}

// Numbers, days and times in FHIR's letters; none for anything else. A zone without an offset is read the same however it is written;
// the shortest way comes first.
std::vector<std::string> spellings(const Value& value) {
    const bool simple = std::holds_alternative<std::int64_t>(value) || std::holds_alternative<Decimal>(value) ||
                        std::holds_alternative<Date>(value) || std::holds_alternative<Moment>(value) ||
                        std::holds_alternative<TimeOfDay>(value);
    if (!simple) return {};
    const std::string text = in_words(value);
    if (!text.ends_with('Z')) return {text};
    const std::string local = text.substr(0, text.size() - 1);
    return {text, local + "+00:00", local + "-00:00"};
}

bool takes_words(const Item& item) {
    return item.type == ItemType::open_choice || item.beside_options == AnswerConstraint::options_or_string;
}

bool is_choice(ItemType type) { return type == ItemType::choice || type == ItemType::open_choice; }

}  // namespace

namespace {

// The type that the reference itself names: "" where it names none, nothing where it is no reference.
std::optional<std::string> type_named(const std::string& reference, const Response& response, const std::string& at, Issues& issues) {
    const auto report = [&](IssueType type, std::string what, std::string hint) {
        issues.add({Severity::error, type, at, std::move(what), std::move(hint)});
    };
    if (reference.empty()) return "";
    if (const auto wrong = wrong_with_reference(reference)) {
        report(IssueType::value, quoted(reference) + " is no reference: " + *wrong, "for example Patient/7, or an absolute address");
        return std::nullopt;
    }
    if (!reference.starts_with('#') || reference.size() == 1) return std::string(type_in_reference(reference));
    const auto within = std::ranges::find(response.contained, reference.substr(1), &Contained::id);
    if (within != response.contained.end()) return within->type;
    report(IssueType::invariant, "the response contains no resource " + quoted(reference.substr(1)), "put it into \"contained\" (ref-1)");
    return "";
}

}  // namespace

std::optional<std::string> type_referred(const Reference& to, const Response& response, const std::string& at, Issues& issues) {
    const auto named = type_named(to.reference, response, at, issues);
    if (!to.type.empty() && !to.type.contains(':') && !is_resource_type(to.type)) {  // a model of somebody's own has an address
        issues.add({Severity::error, IssueType::code_invalid, at, quoted(to.type) + " is no type of resource", "for example Patient"});
        return std::nullopt;
    }
    if (!named) return std::nullopt;
    if (!named->empty() && !to.type.empty() && *named != to.type)
        issues.add({Severity::error, IssueType::value, at, "the reference is to a " + *named + " and says it is a " + to.type, ""});
    return named->empty() ? to.type : *named;
}

void AnswerCheck::add(Severity severity, IssueType type, std::string what, std::string hint) {
    issues.add({severity, type, pointer, std::move(what), std::move(hint)});
}

OptionIndex::OptionIndex(const SharedList<Option>& options) : exclusive(options.size()) {
    for (std::size_t place = 0; place < options.size(); ++place) {
        const Option& option = options[place];
        const std::size_t first = values.add(option.answer(), place);
        exclusive[first] = exclusive[first] || option.exclusive;
        if (!option.value) codes.insert(option.coding.code);
    }
}

AnswerCheck& AnswerChecks::of(const Item& item) {
    const auto before = checks.find(&item);
    if (before != checks.end()) return before->second;
    auto& index = indexes[&item.options.all()];
    if (!index) index = std::make_shared<const OptionIndex>(item.options);
    return checks.try_emplace(&item, item, response, index, issues).first->second;
}

AnswerCheck::AnswerCheck(const Item& of, const Response& in, std::shared_ptr<const OptionIndex> among, Issues& to)
    : item(of), response(in), issues(to), options(std::move(among)) {
    fits = answer_types(item);
    for (const Value& value : item.initial) initial.add(value, 0);
    if (item.limits.pattern.empty()) return;
    if (auto read = Pattern::read(item.limits.pattern)) pattern = std::move(*read);  // else it is said once, at the item
}

void AnswerCheck::check(const Answer& answer, const std::string& at) {
    pointer = at;
    if (!answer.given && (answer.excused || answer.faulted || !answer.items.empty())) return;  // R4: value[x] is 0..1
    if (!answer.given)
        return error(IssueType::structure, "the answer to " + quoted(item.link_id) + " has no value", "give one, or leave the answer out");
    pointer += "/" + std::string(field_of(answer.type));
    if (!type_fits(answer) || !answer.value) return;
    const Value& value = *answer.value;
    check_option(answer);
    check_bounds(item.limits, value, pointer, issues);
    if (const auto* text = std::get_if<std::string>(&value)) check_text(*text);
    else if (const auto written = spellings(value); !written.empty()) check_written(written);
    if (const auto* number = std::get_if<Decimal>(&value)) check_places(*number);
    if (const auto* quantity = std::get_if<Quantity>(&value)) check_quantity(*quantity);
    if (const auto* file = std::get_if<Attachment>(&value)) check_attachment(*file);
    if (const auto* to = std::get_if<Reference>(&value)) check_reference(*to);
}

bool has_length(ItemType type) {
    constexpr std::array measured{ItemType::boolean, ItemType::decimal, ItemType::integer,    ItemType::string,
                                  ItemType::text,    ItemType::url,     ItemType::open_choice};
    return std::ranges::contains(measured, type);
}

AnswerType answer_type(const Item& item, const Value& value) {
    switch (item.type) {
        case ItemType::date_time: return AnswerType::date_time;
        case ItemType::url: return AnswerType::uri;
        default: return plain_type_of(value);
    }
}

std::vector<AnswerType> answer_types(const Item& item) {
    std::vector<AnswerType> fits = types_of(item.type);
    if (is_choice(item.type))
        for (const Option& option : item.options)
            if (option.value && !std::ranges::contains(fits, plain_type_of(*option.value))) fits.push_back(plain_type_of(*option.value));
    if (item.beside_options == AnswerConstraint::options_or_string) fits.push_back(AnswerType::string);
    if (item.options_open && is_choice(item.type))
        fits.insert(fits.end(), {AnswerType::integer, AnswerType::date, AnswerType::time, AnswerType::string, AnswerType::coding,
                                 AnswerType::reference});  // what R4 lets an option be
    return fits;
}

bool AnswerCheck::type_fits(const Answer& answer) {
    if (item.type == ItemType::unknown) {
        error(IssueType::structure, quoted(item.link_id) + " is of no type that FHIR R4 has, so nothing can be an answer to it",
              "correct its type in the questionnaire");
        return false;
    }
    if (fits.empty() || std::ranges::find(fits, answer.type) != fits.end()) return true;
    error(IssueType::structure, quoted(item.link_id) + " is not answered with " + std::string(field_of(answer.type)),
          "use " + listed(fits, [](AnswerType type) { return std::string(field_of(type)); }));
    return false;
}

bool AnswerCheck::offers(const Value& value) const {
    const auto* text = item.type == ItemType::string ? std::get_if<std::string>(&value) : nullptr;  // of a code
    return (text && options->codes.contains(*text)) || options->values.find(value).has_value();
}

bool AnswerCheck::is_initial(const Answer& answer) const { return !answer.value || initial.find(*answer.value).has_value(); }

std::optional<std::size_t> AnswerCheck::exclusive(const Answer& answer) const {
    const auto option = answer.value ? options->values.find(*answer.value) : std::nullopt;
    return option && options->exclusive[*option] ? option : std::nullopt;
}

void AnswerCheck::check_option(const Answer& answer) {
    const Value& value = *answer.value;
    if (item.options_open) return;
    if (item.beside_options == AnswerConstraint::options_or_type && std::ranges::contains(types_of(item.type), answer.type)) return;
    if (takes_words(item) && answer.type == AnswerType::string) return;  // other words than those offered
    if (!item.options.empty() && (offers(value) || is_in_other_case(value))) return;
    const auto* coding = std::get_if<Coding>(&value);
    if (takes_words(item) && coding && coding->system.empty() && coding->code.empty() && !coding->display.empty())
        return warn(IssueType::value, in_words(value) + " is only words in a Coding", "write them as valueString");
    if (item.options.empty()) return check_extent(value);
    const std::string offered = listed(item.options, [](const Option& option) {
        if (option.value) return in_words(*option.value);
        return option.coding.code.empty() ? in_words(Value{option.coding}) : option.coding.system + "|" + option.coding.code;
    });
    error(IssueType::code_invalid, quoted(item.link_id) + " has no option " + in_words(value), "options: " + offered);
}

// Of a value set that is listed, where a system has its codes in any case.
bool AnswerCheck::is_in_other_case(const Value& value) const {
    const auto* coding = std::get_if<Coding>(&value);
    if (!coding || item.extent.anything || !std::ranges::contains(item.extent.systems, coding->system)) return false;
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::any_of(item.options, [&](const Option& option) {
        return option.coding.system == coding->system && std::ranges::equal(option.coding.code, coding->code, {}, small, small);
    });
}

// Of a value set that cannot be listed: whether a coding is certainly not in it.
void AnswerCheck::check_extent(const Value& value) {
    const auto* coding = std::get_if<Coding>(&value);
    if (coding && !item.extent.may_hold(*coding))
        error(IssueType::code_invalid, in_words(value) + " is not in the value set of " + quoted(item.link_id), "choose one of it");
}

void AnswerCheck::check_text(const std::string& text) {
    if (is_blank(text)) warn(IssueType::value, "a text of nothing but blanks", "leave the answer out");
    if (item.type == ItemType::string && text.find_first_of("\r\n") != std::string::npos)
        warn(IssueType::value, "a short text of several lines", "the question asks for one line");
    check_written({&text, 1});
}

// minLength, maxLength and regex hold for numbers and days as well, as they are written: in one of these ways.
void AnswerCheck::check_written(std::span<const std::string> ways) {
    const std::string& text = ways.front();
    const auto length = static_cast<std::int64_t>(count_characters(text));
    const auto longest = static_cast<std::int64_t>(count_characters(ways.back()));
    const Limits& limits = item.limits;
    if (limits.shortest && longest < *limits.shortest)
        error(IssueType::value, "the answer has " + counted(length, "character"), "at least " + std::to_string(*limits.shortest));
    if (limits.longest && has_length(item.type) && length > *limits.longest)
        error(IssueType::too_long, "the answer has " + counted(length, "character"), "at most " + std::to_string(*limits.longest));
    if (!pattern) return;
    if (!pattern->affordable(text)) return warn(IssueType::not_supported, "the text is too long to be matched with its pattern", "");
    if (!pattern->decides(text))
        return warn(IssueType::not_supported, "it cannot be told whether the text matches " + quoted(limits.pattern),
                    "only Latin, Greek and Cyrillic letters are known as such here");
    if (std::ranges::none_of(ways, [&](const std::string& way) { return pattern->matches(way); }))
        error(IssueType::value, (text.size() > 60 ? "the text" : quoted(text)) + " does not match " + quoted(limits.pattern),
              item.look.entry_format.empty() ? "" : "for example " + item.look.entry_format);
}

void AnswerCheck::check_places(const Decimal& number) {
    if (item.limits.places && number.places() > *item.limits.places)
        error(IssueType::value, number.text() + " has " + counted(number.places(), "decimal place"),
              "at most " + std::to_string(*item.limits.places));
}

void AnswerCheck::check_quantity(const Quantity& quantity) {
    if (quantity.value) check_places(*quantity.value);
    if (!quantity.code.empty() && quantity.system.empty())
        error(IssueType::invariant, "the unit has a code without its system", "UCUM is http://unitsofmeasure.org");
    if (item.limits.units.empty()) return;
    const auto& units = item.limits.units;
    const auto is_it = [&](const Quantity& unit) {
        return !quantity.code.empty() && unit.code == quantity.code && (unit.system.empty() || unit.system == quantity.system);
    };
    if (std::ranges::any_of(units, is_it)) return;
    const auto by_words = [&](const Quantity& unit) {
        return !quantity.unit.empty() && (quantity.unit == unit.unit || quantity.unit == unit.code);
    };
    const std::string offered = listed(units, [](const Quantity& unit) { return unit.code.empty() ? unit.unit : unit.code; });
    if (item.limits.beside_units == AnswerConstraint::options_or_type && !quantity.code.empty()) return;
    if (item.limits.beside_units == AnswerConstraint::options_or_string && quantity.code.empty() && !quantity.unit.empty()) return;
    const bool in_words_only = item.limits.beside_units == AnswerConstraint::options_or_type && !quantity.unit.empty();
    if (quantity.code.empty() && (in_words_only || std::ranges::any_of(units, by_words)))
        return warn(IssueType::value, "the unit is given in words only", "give its system and code: " + offered);
    const std::string& given = quantity.code.empty() ? quantity.unit : quantity.code;
    error(IssueType::code_invalid, given.empty() ? "the quantity has no unit" : quoted(given) + " is no unit of " + quoted(item.link_id),
          "units: " + offered);
}

void AnswerCheck::check_attachment(const Attachment& file) {
    if (file.bytes && file.content_type.empty())
        error(IssueType::invariant, "the file has data and no contentType", "say what it is, for example image/png");
    if (!file.content_type.empty() && !is_media_type(file.content_type))
        error(IssueType::value, quoted(file.content_type) + " is no media type", "for example image/png");
    if (file.bytes && file.size && *file.bytes != *file.size)
        error(IssueType::value, "the size says " + std::to_string(*file.size) + " bytes, the data has " + std::to_string(*file.bytes),
              "correct the size");
    if (!file.url.empty())
        if (const auto wrong = wrong_with_uri(file.url)) error(IssueType::value, quoted(file.url) + " is no address: " + *wrong);
    const auto& allowed = item.limits.media_types;
    if (!allowed.empty() &&
        std::ranges::none_of(allowed, [&](const std::string& type) { return media_type_fits(file.content_type, type); })) {
        error(IssueType::value,
              file.content_type.empty() ? "the file does not say of what type it is" : quoted(file.content_type) + " is not taken here",
              "types: " + listed(allowed, [](const std::string& type) { return type; }));
    }
    const auto size = file.bytes ? file.bytes : file.size;
    if (item.limits.largest_file && size && Decimal(*size) > *item.limits.largest_file)
        error(IssueType::too_long, "the file has " + std::to_string(*size) + " bytes", "at most " + item.limits.largest_file->plain());
}

void AnswerCheck::check_reference(const Reference& to) {
    const auto referred = type_referred(to, response, pointer, issues);
    const auto& allowed = item.limits.resource_types;
    if (!referred || allowed.empty()) return;
    const std::string& type = *referred;
    if (!type.empty() && std::ranges::find(allowed, type) == allowed.end())
        error(IssueType::value, "a reference to " + type + " is not taken here",
              "types: " + listed(allowed, [](const std::string& one) { return one; }));
    if (type.empty() && !to.reference.empty())
        warn(IssueType::value, "it cannot be told what " + quoted(to.reference) + " refers to", "give its type");
}

}  // namespace needlewise
