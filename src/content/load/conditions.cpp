// Conditions and values in the form of FHIR, shared by the questionnaire and by every rule file.
#include <array>

#include "content/load/parts.h"

namespace needlewise {

namespace {

std::optional<Coding> read_coding(const Reader& in) {
    if (!in.element({"system", "code", "display", "version", "userSelected"})) return std::nullopt;
    Coding coding{in.maybe<std::string>("system").value_or(""), in.get<std::string>("code")};
    return coding;
}

template <class T>
std::optional<Value> wrapped(std::optional<T> value) {
    return value ? std::optional<Value>(std::move(*value)) : std::nullopt;
}

std::optional<Value> read_typed(const Reader& in, std::string_view type) {
    if (type == "Coding") return wrapped(read_coding(in));
    if (type == "Boolean") return wrapped(in.as<bool>());
    if (type == "Integer") return wrapped(in.as<std::int64_t>());
    if (type == "Decimal") return wrapped(in.as<Decimal>());
    if (type == "Date") return wrapped(in.as<Date>());
    if (type == "String") return wrapped(in.as<std::string>());
    in.problem("answers of type " + std::string(type) + " are not supported", "supported: Boolean, Integer, Decimal, Date, String, Coding");
    return std::nullopt;
}

Condition read_condition(const Reader& in) {
    Condition condition;
    condition.question = in.get<std::string>("question");
    condition.op = in.word("operator", operator_words);
    if (auto value = read_value(in, "answer")) condition.value = std::move(*value);
    if (condition.op == Operator::exists && !std::holds_alternative<bool>(condition.value)) {
        in.problem("\"exists\" needs an answerBoolean");
    }
    return condition;
}

}  // namespace

std::optional<Value> read_value(const Reader& in, std::string_view prefix) {
    std::optional<Value> value;
    int found = 0;
    in.each_field([&](std::string_view name, const Reader& field) {
        if (!name.starts_with(prefix) || name.size() == prefix.size()) return;
        if (++found == 1) value = read_typed(field, name.substr(prefix.size()));
    });
    if (found == 0) in.problem("\"" + std::string(prefix) + "…\" is missing", "for example " + std::string(prefix) + "Coding");
    if (found > 1) in.problem("more than one \"" + std::string(prefix) + "…\"", "keep one of them");
    return value;
}

std::string_view type_name(const Value& value) {
    constexpr std::array<std::string_view, 11> names{"Boolean",  "Integer", "Decimal",  "String",     "Date",     "Coding",
                                                     "DateTime", "Time",    "Quantity", "Attachment", "Reference"};
    return names[value.index()];
}

Conditions read_conditions(const Reader& in, std::string_view list) {
    Conditions conditions;
    in.each(list, [&](const Reader& condition) {
        if (!condition.element({"question", "operator", "answerBoolean", "answerInteger", "answerDecimal", "answerDate", "answerDateTime",
                                "answerTime", "answerString", "answerCoding", "answerQuantity", "answerReference"})) {
            return;
        }
        conditions.list.push_back(read_condition(condition));
    });
    if (in.has("enableBehavior")) conditions.any = in.word("enableBehavior", behavior_words);
    return conditions;
}

std::vector<std::string> read_sources(const Reader& in) {
    return in.maybe<std::vector<std::string>>("sources").value_or(std::vector<std::string>{});
}

void UniqueIds::add(const Reader& in, const std::string& id, std::string_view what) {
    if (id.empty() || seen.insert(id).second) return;
    in.problem("the " + std::string(what) + " \"" + id + "\" stands here twice", "keep one of them");
}

}  // namespace needlewise
