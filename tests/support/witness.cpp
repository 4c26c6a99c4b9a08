#include "support/witness.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "core/assessment/assessment.h"
#include "core/form/flow.h"

namespace needlewise {

namespace {

// The items from the top level down to one.
std::vector<const Item*> path_to(const std::vector<Item>& items, std::string_view link_id) {
    for (const Item& item : items) {
        if (item.link_id == link_id) return {&item};
        auto below = path_to(item.children, link_id);
        if (below.empty()) continue;
        below.insert(below.begin(), &item);
        return below;
    }
    return {};
}

class Search {
public:
    Search(const Content& content, Date today, std::size_t most, std::function<bool(const Answers&)> wanted)
        : content(content), today(today), most(most), wanted(std::move(wanted)) {}

    using Goals = std::vector<Conditions>;

    void run(const Goals& goals) { solve(goals, {}); }

    std::vector<Answers> found;

private:
    bool enough() const { return found.size() >= most || steps > 20000; }

    // Takes one group of conditions after the other; "any" branches, "all" goes through them in order.
    void solve(Goals goals, const Answers& answers) {
        ++steps;
        if (enough()) return;
        if (goals.empty()) {
            if (wanted(answers) && std::ranges::find(found, answers) == found.end()) found.push_back(answers);
            return;
        }
        const Conditions goal = goals.back();
        goals.pop_back();
        if (goal.list.empty()) return solve(goals, answers);
        if (goal.any) {
            for (const Condition& one : goal.list) satisfy(one, goals, answers);
            return;
        }
        Conditions rest{{goal.list.begin() + 1, goal.list.end()}, false};
        if (!rest.list.empty()) goals.push_back(rest);
        satisfy(goal.list.front(), goals, answers);
    }

    void satisfy(const Condition& condition, const Goals& goals, const Answers& answers) {
        if (condition.question == "phototype") return satisfy_phototype(condition, goals, answers);
        if (holds(condition, answers)) solve(goals, answers);
        const auto path = path_to(content.questionnaire.items, condition.question);
        if (path.empty()) return;
        for (const Value& value : candidates(*path.back())) {
            Answers more = answers;
            auto values = path.back()->repeats ? answers.of(condition.question) : std::vector<Value>{};
            if (!path.back()->repeats && answers.has(condition.question)) return;
            values.push_back(value);
            more.set(condition.question, values);
            if (!holds(condition, more)) continue;
            Goals further = goals;
            for (const Item* item : path) further.push_back(item->enable_when);
            solve(further, more);
            if (enough()) return;
        }
    }

    std::vector<Value> candidates(const Item& item) const {
        switch (item.type) {
            case ItemType::choice: {
                std::vector<Value> values;
                for (const Option& option : item.options) values.emplace_back(option.coding);
                return values;
            }
            case ItemType::boolean: return {true, false};
            case ItemType::date: return {add_days(today, item.date_window == DateWindow::future ? 60 : -1), add_days(today, -300)};
            default: return {};
        }
    }

    // Answers every item of the score that is not answered yet, so that exactly one type is left.
    void satisfy_phototype(const Condition& condition, const Goals& goals, const Answers& answers) {
        for (int type = 1; type <= 6; ++type) {
            Answers derived;
            derived.set("phototype", {std::int64_t{type}});
            if (!holds(condition, derived)) continue;
            if (auto scored = with_type(type, answers)) solve(goals, *scored);
            if (enough()) return;
        }
        if (holds(condition, answers)) solve(goals, answers);  // or of nobody's type
    }

    std::optional<Answers> with_type(int type, const Answers& answers) const {
        int above = -1, upto = -1;
        for (const PhototypeBand& band : content.phototype.bands) {
            if (band.type == type) upto = band.upto;
            else if (band.type < type) above = std::max(above, band.upto);
        }
        std::map<int, Answers> by_score{{0, answers}};
        for (const std::string& link_id : content.phototype.items) {
            const Item* item = content.questionnaire.find(link_id);
            std::map<int, Answers> next;
            for (const auto& [score, so_far] : by_score) {
                for (const Option& option : item->options) {
                    if (!option.ordinal || score + *option.ordinal > upto) continue;
                    if (answers.has(link_id) && !answers.has_code(link_id, option.coding.code)) continue;
                    Answers more = so_far;
                    more.set(link_id, {option.coding});
                    next.try_emplace(score + *option.ordinal, std::move(more));
                }
            }
            by_score = std::move(next);
        }
        const auto reached = by_score.upper_bound(above);
        return reached == by_score.end() ? std::nullopt : std::optional(reached->second);
    }

    const Content& content;
    Date today;
    std::size_t most, steps = 0;
    std::function<bool(const Answers&)> wanted;
};

}  // namespace

std::vector<Answers> witnesses(const Content& content, const Conditions& conditions, Date today, std::size_t most) {
    Search search(content, today, most, [&](const Answers& answers) { return holds(conditions, with_derived(content, answers)); });
    search.run({conditions});
    return search.found;
}

std::vector<Answers> witnesses_of_item(const Content& content, std::string_view link_id, Date today, std::size_t most) {
    Search search(content, today, most, [&](const Answers& answers) {
        return enabled(content.questionnaire, link_id, effective_answers(content.questionnaire, answers));
    });
    Search::Goals goals;
    for (const Item* item : path_to(content.questionnaire.items, link_id)) goals.push_back(item->enable_when);
    search.run(goals);
    return search.found;
}

namespace {

Value harmless_answer(const Item& item, Date today) {
    constexpr int half_a_year = 182;
    if (item.type == ItemType::date) return add_days(today, lies_behind(item.date_window) ? -half_a_year : half_a_year);
    for (const std::string_view code : {"none", "no", "neither", "little", "22-35", "about-half", "a-week", "face", "moderate", "unsure"})
        if (const Option* option = item.option(code)) return option->coding;
    return item.options.front().coding;
}

}  // namespace

Answers completed(const Content& content, Answers answers, Date today) {
    constexpr int most = 200;
    for (int step = 0; step < most; ++step) {
        const auto open = open_questions(content.questionnaire, answers, today);
        if (open.empty()) break;
        const Item& item = *content.questionnaire.find(open.front().link_id);
        answers.set(item.link_id, {harmless_answer(item, today)});
    }
    return answers;
}

}  // namespace needlewise
