#include "core/form/response.h"

#include <algorithm>
#include <array>

namespace needlewise {

namespace {

struct Field {
    std::string_view name;
    AnswerType type;
};

constexpr std::array fields{
    Field{"valueBoolean", AnswerType::boolean},       Field{"valueDecimal", AnswerType::decimal},
    Field{"valueInteger", AnswerType::integer},       Field{"valueDate", AnswerType::date},
    Field{"valueDateTime", AnswerType::date_time},    Field{"valueTime", AnswerType::time},
    Field{"valueString", AnswerType::string},         Field{"valueUri", AnswerType::uri},
    Field{"valueAttachment", AnswerType::attachment}, Field{"valueCoding", AnswerType::coding},
    Field{"valueQuantity", AnswerType::quantity},     Field{"valueReference", AnswerType::reference},
};

struct TypeOf {
    AnswerType operator()(bool) const { return AnswerType::boolean; }
    AnswerType operator()(std::int64_t) const { return AnswerType::integer; }
    AnswerType operator()(const Decimal&) const { return AnswerType::decimal; }
    AnswerType operator()(const std::string&) const { return AnswerType::string; }
    AnswerType operator()(const Date&) const { return AnswerType::date; }
    AnswerType operator()(const Coding&) const { return AnswerType::coding; }
    AnswerType operator()(const Moment& moment) const { return moment.time ? AnswerType::date_time : AnswerType::date; }
    AnswerType operator()(const TimeOfDay&) const { return AnswerType::time; }
    AnswerType operator()(const Quantity&) const { return AnswerType::quantity; }
    AnswerType operator()(const Attachment&) const { return AnswerType::attachment; }
    AnswerType operator()(const Reference&) const { return AnswerType::reference; }
};

}  // namespace

std::string_view field_of(AnswerType type) { return std::ranges::find(fields, type, &Field::type)->name; }

std::optional<AnswerType> answer_type_of(std::string_view field) {
    const auto found = std::ranges::find(fields, field, &Field::name);
    return found == fields.end() ? std::nullopt : std::optional(found->type);
}

AnswerType plain_type_of(const Value& value) { return std::visit(TypeOf{}, value); }

bool counts(const Answer& answer) { return answer.says() || has_answer(answer.items); }
bool has_answer(const ResponseItem& item) { return std::ranges::any_of(item.answers, counts) || has_answer(item.items); }
bool has_answer(const std::vector<ResponseItem>& items) {
    return std::ranges::any_of(items, [](const ResponseItem& item) { return has_answer(item); });
}

}  // namespace needlewise
