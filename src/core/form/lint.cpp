#include "core/form/lint.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/form/lint_parts.h"
#include "core/form/pattern.h"
#include "core/form/units.h"
#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

// FHIR's rules for the item by itself; que-N are its names for them.
class ItemLint {
public:
    ItemLint(const Item& of, std::string at, bool is_new_list, Issues& to)
        : item(of), pointer(std::move(at)), new_list(is_new_list), issues(to) {}

    void check() {
        if (item.type == ItemType::group && item.children.empty())
            error("", "the group " + quoted(item.link_id) + " holds nothing", "give it items (que-1)");
        if (item.type == ItemType::display) check_display();
        if (item.type == ItemType::question) error("/type", "question is an abstract type and asks nothing", "use the type of its answers");
        if (!is_question(item.type) && !item.initial.empty())
            error("/initial", "groups and displays have no initial answer", "leave it out (que-8)");
        check_choice();
        check_lengths();
        check_bounds();
        check_units();
        if (item.initial.size() > 1 && !item.repeats)
            error("/initial", "several initial answers to a question that takes one", "keep one of them (que-13)");
        for (const Notice& notice : item.notices)
            issues.add(
                {Severity::warning, IssueType::not_supported, pointer, quoted(item.link_id) + ": " + notice.words, notice.extension});
    }

private:
    void check_display() {
        if (!item.children.empty()) error("/item", "a display holds no items", "make it a group (que-1)");
    }

    void check_choice() {
        if (item.type == ItemType::choice && item.options.empty() && item.value_set.empty() && !item.options_open)
            warn("", "a choice without options takes any coding", "give answerOption or answerValueSet");
        if ((!item.options.empty() || item.options_open) && !item.value_set.empty())
            error("/answerValueSet", "answerOption and answerValueSet do not go together", "keep one of them (que-4)");
        // As the formal rule of que-5 has it; its words name choices only.
        constexpr std::array valued{ItemType::choice,    ItemType::open_choice, ItemType::decimal, ItemType::integer, ItemType::date,
                                    ItemType::date_time, ItemType::time,        ItemType::string,  ItemType::quantity};
        const bool may_be_valued = std::ranges::contains(valued, item.type);
        constexpr std::array coded{ItemType::choice, ItemType::open_choice, ItemType::string};
        if (!item.value_set.empty() && !may_be_valued)
            error("/answerValueSet", "a question of this type has no value set", "leave it out (que-5)");
        else if (!item.value_set.empty() && !std::ranges::contains(coded, item.type))
            warn("/answerValueSet", "no answer of this type is in a value set, so it limits nothing", "make it a choice");
        if ((!item.options.empty() || item.options_open) && !may_be_valued)
            error("/answerOption", "a question of this type has no options", "make it a choice (que-5)");
        if (!item.options.empty() && !item.options_of_set && !item.initial.empty())
            error("/initial", "a question with options has no initial", "mark an option with initialSelected (que-11)");
        const auto initially = std::ranges::count_if(item.options, &Option::initially_chosen);
        if (initially > 1 && !item.repeats)
            error("/answerOption", "more than one option is chosen at first", "keep one initialSelected, or let the question repeat");
        if (new_list) check_twins();
    }

    void check_twins() {
        KnownValues before;
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            const Value value = item.options[i].answer();
            if (before.add(value, i) == i) continue;
            const std::string list = item.options_of_set ? "/answerValueSet" : "/answerOption";
            warn(item.options_of_set || item.options_open ? list : list + "/" + std::to_string(i),
                 "the option " + in_words(value) + " stands here twice", "keep one of them");
        }
    }

    void check_lengths() {
        const Limits& limits = item.limits;
        if (limits.longest && !has_length(item.type)) error("/maxLength", "a question of this type has no length", "leave it out (que-10)");
        if (limits.longest && limits.shortest && *limits.shortest > *limits.longest)
            error("", "the shortest text allowed is longer than the longest", "correct minLength or maxLength");
        if (limits.least_answers && limits.most_answers && *limits.least_answers > *limits.most_answers)
            error("", "more answers are needed than are taken", "correct minOccurs or maxOccurs");
        const bool several = (limits.least_answers && *limits.least_answers > 1) || (limits.most_answers && *limits.most_answers > 1);
        if (several && !item.repeats) warn("", "several answers are asked for, but the item does not repeat", "set repeats");
        if (limits.least_answers && *limits.least_answers > 0 && !item.required)
            warn("", "minOccurs counts only once the item is there, because the item is not required", "set required");
        if (!limits.pattern.empty())
            if (const auto pattern = Pattern::read(limits.pattern); !pattern)
                issues.add({Severity::warning, IssueType::not_supported, pointer,
                            quoted(item.link_id) + ": the pattern is not checked: " + pattern.error(), "write it without"});
    }

    // A value that answers of this type are like; nothing for types without an order.
    std::optional<Value> any_answer() const {
        switch (item.type) {
            case ItemType::integer: return Value{std::int64_t{0}};
            case ItemType::decimal: return Value{Decimal(0)};
            case ItemType::date:
            case ItemType::date_time: return Value{Date{}};
            case ItemType::time: return Value{TimeOfDay{}};
            case ItemType::quantity: return Value{Quantity{}};
            default: return std::nullopt;
        }
    }

    void check_bounds() {
        const auto& [least, most] = std::pair{item.limits.least, item.limits.most};
        const auto like = any_answer();
        for (const auto& bound : {least, most}) {
            if (!bound || !like) continue;
            const auto* quantity = std::get_if<Quantity>(&*bound);
            if (!can_bound(*bound, *like))
                warn("", "no answer of this type can be held against the bound " + in_words(*bound), "give it in the type of the answers");
            else if (quantity && (quantity->system != ucum_system || quantity->code.empty()))
                warn("", "the bound " + in_words(*bound) + " has no UCUM code, so that it holds for no other unit",
                     "give it one, of " + std::string(ucum_system));
        }
        if (!least || !most) return;
        const auto* low = std::get_if<Quantity>(&*least);
        const auto* high = std::get_if<Quantity>(&*most);
        const auto order = low && high ? compare_converted(*low, *high) : compare(*least, *most);
        if (std::is_gt(order))
            warn("", "no answer can be at least " + in_words(*least) + " and at most " + in_words(*most), "correct minValue or maxValue");
    }

    void check_units() {
        const auto open = [](const Quantity& unit) { return !unit.code.empty() && unit.system.empty(); };
        const auto unit = std::ranges::find_if(std::as_const(item.limits.units), open);
        if (unit != std::as_const(item.limits.units).end())
            warn("", "the unit " + quoted(unit->code) + " has no system, so that it is taken in any",
                 "UCUM is " + std::string(ucum_system));
    }

    void error(const std::string& field, std::string what, std::string hint) {
        issues.add({Severity::error, IssueType::invariant, pointer + field, std::move(what), std::move(hint)});
    }
    void warn(const std::string& field, std::string what, std::string hint) {
        issues.add({Severity::warning, IssueType::business_rule, pointer + field, std::move(what), std::move(hint)});
    }

    const Item& item;
    std::string pointer;
    bool new_list;  // its options are not those of an item before, whose value set it shares
    Issues& issues;
};

// An initial answer is an answer, and a person begins with what is wrong with it.
class InitialLint {
public:
    explicit InitialLint(Issues& to) : issues(to) {}

    void check(const Item& item, const std::string& pointer) {
        const std::vector<AnswerType> fits = answer_types(item);
        for (std::size_t i = 0; i < item.initial.size(); ++i) {
            const AnswerType type = answer_type(item, item.initial[i]);
            const auto* to = std::get_if<Reference>(&item.initial[i]);
            const bool within = to && to->reference.starts_with('#');    // the questionnaire, which is not read that far
            if (within || !std::ranges::contains(fits, type)) continue;  // a wrong type is said where it is read
            checks.of(item).check({.type = type, .value = item.initial[i], .given = true}, pointer + "/initial/" + std::to_string(i));
            issues.add_as_warnings(std::exchange(found, {}));
        }
    }

private:
    Issues& issues;
    const Response nobodys = {};
    Issues found;
    AnswerChecks checks{nobodys, found};
};

void check_link_id(const Outline& outline, std::size_t entry, Issues& issues) {
    const std::string& link_id = outline.entries()[entry].item->link_id;
    if (link_id.empty()) return;  // reported when it was read
    if (outline.find(link_id) != entry)
        issues.add({Severity::error, IssueType::duplicate, outline.pointer(entry) + "/linkId",
                    "the linkId " + quoted(link_id) + " stands here twice", "give each item its own (que-2)"});
}

}  // namespace

void lint(const Questionnaire& questionnaire, const Outline& outline, Issues& issues) {
    for (const Notice& notice : questionnaire.notices)
        issues.add({Severity::warning, IssueType::not_supported, "", notice.words, notice.extension});
    if (questionnaire.items.empty())
        issues.add({Severity::warning, IssueType::business_rule, "", "the questionnaire asks nothing", "give it items"});
    std::set<const std::vector<Option>*> lists;
    InitialLint initial(issues);
    for (std::size_t entry = 0; entry < outline.entries().size(); ++entry) {
        const Item& item = *outline.entries()[entry].item;
        check_link_id(outline, entry, issues);
        lint_conditions(outline, entry, issues);
        ItemLint(item, outline.pointer(entry), lists.insert(&item.options.all()).second, issues).check();
        initial.check(item, outline.pointer(entry));
    }
    lint_circles(outline, issues);
}

Issues lint(const Questionnaire& questionnaire) {
    Issues issues;
    lint(questionnaire, Outline(questionnaire), issues);
    return issues;
}

}  // namespace needlewise
