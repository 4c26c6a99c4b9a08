// Questions of a clinic that nobody can ever be asked, or that depend on themselves.
#include <algorithm>

#include "content/pack/parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

// Two conditions on the same question that no answer meets at once. An answer to a question that takes several may be both.
bool contradict(const Condition& a, const Condition& b, const Questionnaire& questionnaire) {
    if (a.question != b.question) return false;
    const Item* item = questionnaire.find(a.question);
    const bool several = item && item->repeats;
    const auto* a_given = a.op == Operator::exists ? std::get_if<bool>(&a.value) : nullptr;
    const auto* b_given = b.op == Operator::exists ? std::get_if<bool>(&b.value) : nullptr;
    if (a_given && b_given) return *a_given != *b_given;
    const auto wants_answer = [](const Condition& one) { return one.op != Operator::exists && one.op != Operator::not_equal; };
    if (a_given && !*a_given) return wants_answer(b);
    if (b_given && !*b_given) return wants_answer(a);
    if (a.op == Operator::equal && b.op == Operator::equal) return !several && a.value != b.value;
    if (a.op == Operator::equal && b.op == Operator::not_equal) return a.value == b.value;
    if (a.op == Operator::not_equal && b.op == Operator::equal) return a.value == b.value;
    if (a.op != Operator::equal && b.op != Operator::equal) return false;
    const Condition& fixed = a.op == Operator::equal ? a : b;
    const Condition& other = a.op == Operator::equal ? b : a;
    Answers only;
    only.set(fixed.question, {fixed.value});
    return !several && other.op != Operator::exists && !holds(other, only);
}

// A bound above another: > 5 and < 3.
bool crossed(const Condition& a, const Condition& b) {
    const auto number = [](const Value& value) -> std::optional<Decimal> {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return Decimal(*whole);
        if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
        return std::nullopt;
    };
    const bool lower = a.op == Operator::greater || a.op == Operator::greater_or_equal;
    const bool upper = b.op == Operator::less || b.op == Operator::less_or_equal;
    const auto from = number(a.value), to = number(b.value);
    if (a.question != b.question || !lower || !upper || !from || !to) return false;
    const bool both_ends = a.op == Operator::greater_or_equal && b.op == Operator::less_or_equal;
    return both_ends ? *from > *to : *from >= *to;
}

bool never_holds(const Conditions& conditions, const Questionnaire& questionnaire) {
    if (conditions.any) return false;
    for (const Condition& a : conditions.list)
        for (const Condition& b : conditions.list)
            if (&a != &b && (contradict(a, b, questionnaire) || crossed(a, b))) return true;
    return false;
}

// The words of a question, short; its linkId where it has none.
std::string named(const Item& item) {
    constexpr std::size_t enough = 40;
    if (item.text.empty()) return item.link_id;
    const std::string_view begin = first_letters(item.text, enough);
    return std::string(begin) + (begin.size() < item.text.size() ? "…" : "");
}

// By which of the clinic's own questions the one at `from` depends on the one at `goal`: "A → B → goal". Empty: it does not.
std::string way_round(const std::vector<Item>& items, std::size_t from, std::size_t goal, std::vector<bool>& seen) {
    seen[from] = true;
    for (const Condition& condition : items[from].enable_when.list) {
        const auto found = std::ranges::find(items, condition.question, &Item::link_id);
        if (found == items.end()) continue;
        const auto next = static_cast<std::size_t>(found - items.begin());
        if (next == goal) return named(items[from]) + " → " + named(items[goal]);
        if (seen[next]) continue;
        if (const std::string rest = way_round(items, next, goal, seen); !rest.empty()) return named(items[from]) + " → " + rest;
    }
    return "";
}

}  // namespace

void check_pack_questions(const Pack& pack, const Content& content, Reporter& report) {
    Questionnaire all = content.questionnaire;
    Item section;
    section.children = pack.questions;
    all.items.push_back(std::move(section));
    std::set<std::string> unreachable;
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        const Item& item = pack.questions[i];
        const std::string pointer = "/questions" + at(i);
        std::vector<bool> seen(pack.questions.size());
        if (const std::string way = way_round(pack.questions, i, i, seen); !way.empty())
            report.error(pointer + "/enableWhen", "whether this question is asked depends on itself: " + way,
                         "change one of the conditions");
        const bool on_unreachable = !item.enable_when.any && std::ranges::any_of(item.enable_when.list, [&](const Condition& condition) {
            return condition.op != Operator::not_equal && unreachable.contains(condition.question);
        });
        if (on_unreachable || never_holds(item.enable_when, all)) {
            unreachable.insert(item.link_id);
            report.error(pointer + "/enableWhen", "nobody can ever be asked this question", "its conditions contradict one another");
        }
        for (const Condition& condition : item.enable_when.list) {
            const auto later = std::ranges::find(pack.questions.begin() + static_cast<std::ptrdiff_t>(i) + 1, pack.questions.end(),
                                                 condition.question, &Item::link_id);
            if (later != pack.questions.end())
                report.warn(pointer + "/enableWhen", "depends on a question that comes later", "put that one before it");
        }
        for (std::size_t other = 0; other < i; ++other)
            if (pack.questions[other].text == item.text) report.warn(pointer + "/text", "the same words as another question");
    }
}

}  // namespace needlewise
