// enableWhen. A condition that cannot be read, or whose answer is to be worked out, hides nothing.
#include "content/form/parts.h"

namespace needlewise {

namespace {

std::optional<Condition> read_condition(const Reader& in) {
    if (!in.element({"question", "operator", "answerBoolean", "answerDecimal", "answerInteger", "answerDate", "answerDateTime",
                     "answerTime", "answerString", "answerCoding", "answerQuantity", "answerReference", "modifierExtension"}))
        return std::nullopt;
    Condition condition;
    condition.question = in.get<std::string>("question");
    const auto op = known_word(in, "operator", operator_words);
    const auto found = find_value(in, "answer");
    if (!found) in.problem("\"answer…\" is missing", "for example answerBoolean");
    else if (!found->value && !found->there && !is_worked_out(in, "answer")) in.problem("the answer has no value", "give one");
    const bool boolean = found && found->value && std::holds_alternative<bool>(*found->value);
    const bool misfit = found && op == Operator::exists && !boolean;
    if (misfit) in.problem("\"exists\" needs an answerBoolean", "true: it is answered (que-7)");
    if (!op || !found || !found->value || misfit || condition.question.empty() || is_worked_out(in, "answer")) return std::nullopt;
    condition.op = *op;
    condition.value = *found->value;
    return condition;
}

}  // namespace

void read_conditions(const Reader& in, Item& item) {
    std::size_t count = 0;
    bool readable = true;
    in.each("enableWhen", [&](const Reader& one) {
        ++count;
        auto condition = read_condition(one);
        if (condition) item.enable_when.list.push_back(*std::move(condition));
        else readable = false;
    });
    item.enable_when.any = true;  // what R4 says of enableWhen where enableBehavior is missing
    if (in.has("enableBehavior")) {
        const auto any = known_word(in, "enableBehavior", behavior_words);
        item.enable_when.any = any.value_or(true);
        readable = readable && (any || count < 2);
    } else if (count > 1) {
        in.problem("several conditions without enableBehavior", "say all or any; any is taken (que-12)");
    }
    if (count > item.enable_when.list.size() && item.enable_when.any) item.enable_when.list.clear();  // the one left out may hold
    if (!readable || (count == 0 && in.has("enableWhen"))) item.enabled_by_expression = true;
}

}  // namespace needlewise
