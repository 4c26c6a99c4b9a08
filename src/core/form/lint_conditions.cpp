// Conditions of a questionnaire: do they name a question, compare what can be compared, and come to an end?
#include <algorithm>

#include "core/form/lint_parts.h"

namespace needlewise {

namespace {

bool orders(Operator op) {
    return op == Operator::greater || op == Operator::less || op == Operator::greater_or_equal || op == Operator::less_or_equal;
}

std::string relation(Operator op) {
    switch (op) {
        case Operator::greater: return "greater than";
        case Operator::less: return "less than";
        case Operator::greater_or_equal: return "at least";
        case Operator::less_or_equal: return "at most";
        default: return "equal to";
    }
}

// Whether an answer to a question of this type can be equal to the value at all.
bool comparable(const Item& item, const Value& value) {
    const auto is = [&]<class... T>() { return (std::holds_alternative<T>(value) || ...); };
    switch (item.type) {
        case ItemType::boolean: return is.operator()<bool>();
        case ItemType::integer:
        case ItemType::decimal: return is.operator()<std::int64_t, Decimal>();
        case ItemType::date:
        case ItemType::date_time: return is.operator()<Date, Moment>();
        case ItemType::time: return is.operator()<TimeOfDay>();
        case ItemType::string:
        case ItemType::text:
        case ItemType::url: return is.operator()<std::string>();
        case ItemType::choice:
        case ItemType::open_choice:
            if (item.type == ItemType::open_choice && is.operator()<std::string>()) return true;
            return is.operator()<Coding>() || std::ranges::any_of(item.options, [&](const Option& option) {
                       return option.value && option.value->index() == value.index();
                   });
        case ItemType::quantity: return is.operator()<Quantity>();
        case ItemType::reference: return is.operator()<Reference>();
        case ItemType::attachment: return false;
        case ItemType::group:
        case ItemType::display:
        case ItemType::question:
        case ItemType::unknown: break;
    }
    return true;
}

void check_condition(const Item& named, const Condition& condition, const std::string& pointer, Issues& issues) {
    const auto error = [&](const std::string& field, std::string what, std::string hint) {
        issues.add({Severity::error, IssueType::invariant, pointer + field, std::move(what), std::move(hint)});
    };
    if (!is_question(named.type))
        return error("/question", quoted(named.link_id) + " has no answer to ask about", "name a question, not a group or display");
    if (condition.op == Operator::exists) return;
    if (!comparable(named, condition.value))
        return error("", "an answer to " + quoted(named.link_id) + " is never " + relation(condition.op) + " " + in_words(condition.value),
                     "compare with a value of its type");
    const bool unordered =
        named.type == ItemType::boolean || std::holds_alternative<Coding>(condition.value) || named.type == ItemType::reference;
    if (orders(condition.op) && unordered)
        return error("/operator", "answers to " + quoted(named.link_id) + " have no order", "use = or !=");
    const auto* coding = std::get_if<Coding>(&condition.value);
    const bool offered =
        !coding || named.options.empty() || named.options_open ||
        std::ranges::any_of(named.options, [&](const Option& option) { return !option.value && option.coding == *coding; });
    if (!offered)
        issues.add({Severity::warning, IssueType::code_invalid, pointer,
                    quoted(named.link_id) + " has no option " + in_words(condition.value),
                    "correct system and code; a coding without a system is not the one with it"});
}

// Whether an item is shown depends on those it names and on the one it stands in. Each circle is reported once.
class Circles {
public:
    Circles(const Outline& of, Issues& to) : outline(of), issues(to), states(of.entries().size(), State::unseen) {}

    void find() {
        for (std::size_t entry = 0; entry < states.size(); ++entry) visit(entry);
    }

private:
    enum class State { unseen, open, done };

    // Without recursion: a chain may be as long as the questionnaire.
    void visit(std::size_t start) {
        if (states[start] != State::unseen) return;
        open(start);
        while (!path.empty()) {
            Step& step = path.back();
            const Outline::Entry& entry = outline.entries()[step.entry];
            const std::size_t count = entry.names.size() + 1;
            if (step.next == count) {
                states[step.entry] = State::done;
                path.pop_back();
                continue;
            }
            const std::size_t next = step.next < entry.names.size() ? entry.names[step.next] : entry.parent;
            ++step.next;
            if (next == Outline::none) continue;
            if (states[next] == State::unseen) open(next);
            else if (states[next] == State::open) circle(next);
        }
    }

    void open(std::size_t entry) {
        states[entry] = State::open;
        path.push_back({entry, 0});
    }

    void circle(std::size_t entry) {
        constexpr std::size_t most_named = 8;
        std::string way;
        std::size_t named = 0;
        const auto from = std::ranges::find(path, entry, &Step::entry);
        for (auto step = from; step != path.end() && named < most_named; ++step, ++named)
            way += outline.entries()[step->entry].item->link_id + " → ";
        if (named == most_named) way += "… → ";
        const std::string& link_id = outline.entries()[entry].item->link_id;
        issues.add({Severity::error, IssueType::business_rule, outline.pointer(entry) + "/enableWhen",
                    "whether " + quoted(link_id) + " is shown depends on itself: " + way + link_id, "change one of the conditions"});
    }

    struct Step {
        std::size_t entry, next;
    };

    const Outline& outline;
    Issues& issues;
    std::vector<State> states;
    std::vector<Step> path;
};

}  // namespace

void lint_conditions(const Outline& outline, std::size_t entry, Issues& issues) {
    const Outline::Entry& here = outline.entries()[entry];
    const auto& list = here.item->enable_when.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string pointer = outline.pointer(entry) + "/enableWhen/" + std::to_string(i);
        if (here.names[i] == Outline::none)
            issues.add({Severity::error, IssueType::not_found, pointer + "/question", "there is no question " + quoted(list[i].question),
                        "correct the linkId"});
        else check_condition(*outline.entries()[here.names[i]].item, list[i], pointer, issues);
    }
}

void lint_circles(const Outline& outline, Issues& issues) { Circles(outline, issues).find(); }

}  // namespace needlewise
