// The content in assets/: loads, passes every check in every language, and nothing in it is out of reach.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "content/check/check.h"
#include "content/load/load.h"
#include "core/assessment/assessment.h"
#include "core/form/flow.h"
#include "support/expect.h"
#include "support/shipped.h"
#include "support/witness.h"

namespace needlewise {
namespace {

using shipped::content;
using shipped::today;

TEST(Shipped, content_loads_and_passes_every_check_in_every_language) {
    EXPECT_FALSE(shipped::languages().empty());
    for (const std::string& language : shipped::languages()) {
        const auto loaded = load_content(shipped::files(), language);
        ASSERT_TRUE(loaded) << lines(loaded.error());
        EXPECT_EQ(lines(check(*loaded)), "") << language;
    }
}

// ---- Questions -----------------------------------------------------------------------------------------------------

void every_item(const std::vector<Item>& items, const auto& use) {
    for (const Item& item : items) {
        use(item);
        every_item(item.children, use);
    }
}

TEST(Shipped, every_question_can_be_reached) {
    every_item(content().questionnaire.items, [](const Item& item) {
        EXPECT_FALSE(witnesses_of_item(content(), item.link_id, today).empty()) << item.link_id << " is never shown";
    });
}

TEST(Shipped, every_conditional_question_is_hidden_from_somebody) {
    every_item(content().questionnaire.items, [](const Item& item) {
        if (item.enable_when.list.empty()) return;
        EXPECT_FALSE(enabled(content().questionnaire, item.link_id, {})) << item.link_id << " is shown before anything is answered";
    });
}

TEST(Shipped, nothing_that_is_unsafe_to_get_wrong_goes_on_by_itself) {
    every_item(content().questionnaire.items, [](const Item& item) {
        if (!item.goes_on || item.link_id == "goal") return;  // a wrong goal shows at once: the next questions are about it
        for (const Rule& rule : content().rules)
            for (const Condition& condition : rule.when.list)
                EXPECT_FALSE(condition.question == item.link_id && rule.action != FindingAction::tell) << item.link_id << ", " << rule.id;
    });
}

TEST(Shipped, none_of_these_comes_first) {
    every_item(content().questionnaire.items, [](const Item& item) {
        if (item.repeats && item.option("none")) { EXPECT_EQ(item.options.front().coding.code, "none") << item.link_id; }
    });
}

TEST(Shipped, nobody_is_asked_more_than_22_pages) {
    for (const auto& [name, answers] : shipped::people()) EXPECT_LE(question_pages(content().questionnaire, answers).size(), 22u) << name;
}

// ---- Rules ---------------------------------------------------------------------------------------------------------

bool fires(const std::string& rule, const Answers& answers) {
    const auto findings = assess(content(), answers, today).findings;
    return std::ranges::any_of(findings, [&](const Finding& finding) { return finding.id == rule; });
}

TEST(Shipped, every_rule_is_fired_by_somebody_and_not_by_somebody_else) {
    std::vector<Answers> everybody{{}};
    for (const Rule& rule : content().rules) {
        const auto found = witnesses(content(), rule.when, today);
        ASSERT_FALSE(found.empty()) << "no answers satisfy the conditions of " << rule.id;
        EXPECT_TRUE(fires(rule.id, found.front())) << rule.id;
        everybody.push_back(found.front());
    }
    for (const Rule& rule : content().rules) {
        const bool spares = std::ranges::any_of(everybody, [&](const Answers& answers) { return !fires(rule.id, answers); });
        EXPECT_TRUE(spares) << rule.id << " is fired by everybody";
    }
}

// Findings of one kind are told in the order of the file, and another area is no way out of what is about the person.
TEST(Shipped, what_is_about_the_person_is_told_before_what_is_about_the_area) {
    bool area = false;
    for (const Rule& rule : content().rules) {
        if (rule.action != FindingAction::stop) continue;
        EXPECT_FALSE(area && rule.scope == Scope::person) << rule.id;
        area = area || rule.scope == Scope::area;
    }
    EXPECT_TRUE(area);
}

TEST(Shipped, a_wait_ends) {
    for (const Rule& rule : content().rules) {
        if (!rule.wait || rule.wait->since.empty()) continue;
        Conditions dated = rule.when;
        ASSERT_FALSE(dated.any && dated.list.size() > 1) << rule.id << ": this test wants all conditions";
        dated.any = false;
        dated.list.push_back({rule.wait->since, Operator::exists, true});
        const auto found = witnesses(content(), dated, today);
        ASSERT_FALSE(found.empty()) << rule.id << ": its date is never asked for";
        Answers answers = found.front();
        answers.set(rule.wait->since, {add_days(today, -1)});
        EXPECT_TRUE(fires(rule.id, answers)) << rule.id;
        answers.set(rule.wait->since, {add_days(today, -1500)});
        const auto left = assess(content(), answers, today).findings;
        const auto found_again = std::ranges::find(left, rule.id, &Finding::id);
        EXPECT_EQ(found_again != left.end(), rule.action == FindingAction::ask) << rule.id << " is told after four years";
        if (found_again == left.end()) continue;
        EXPECT_EQ(found_again->action, FindingAction::tell) << rule.id << " still waits after four years";
        EXPECT_FALSE(found_again->until || found_again->not_before) << rule.id;
    }
}

TEST(Shipped, everyone_who_is_told_nothing_is_healthy) {
    EXPECT_FALSE(assess(content(), {}, today).plan) << "no answers is never nothing found";
    const auto people = shipped::people();
    ASSERT_TRUE(people.contains("noor"));
    EXPECT_TRUE(assess(content(), people.at("noor"), today).findings.empty());
}

// ---- Courses, drivers, healing, aftercare --------------------------------------------------------------------------

// Answers under which the conditions hold, with a goal, in many variants.
std::vector<Answers> with_a_goal(Conditions conditions) {
    std::vector<Answers> all;
    for (const Option& goal : content().questionnaire.find("goal")->options) {
        Conditions both{{{"goal", Operator::equal, goal.coding}}, false};
        if (!conditions.any) both.list.insert(both.list.end(), conditions.list.begin(), conditions.list.end());
        for (Answers& answers : witnesses(content(), both, today, 20)) {
            if (holds(conditions, with_derived(content(), answers))) all.push_back(std::move(answers));
        }
        if (!conditions.any) continue;
        for (const Condition& one : conditions.list) {
            both.list = {{"goal", Operator::equal, goal.coding}, one};
            for (Answers& answers : witnesses(content(), both, today, 5)) all.push_back(std::move(answers));
        }
    }
    return all;
}

// The last course and the last choice have no condition: they catch what is left, which may be nothing.
TEST(Shipped, every_course_is_somebodys) {
    for (const CourseRule& course : content().courses) {
        if (course.when.list.empty()) continue;
        const auto people = with_a_goal(course.when);
        const bool used = std::ranges::any_of(people, [&](const Answers& answers) {
            const auto found = assess(content(), completed(content(), answers, today), today).course;
            return found && found->rule == course.id;
        });
        EXPECT_TRUE(used) << "nobody gets the course " << course.id;
    }
}

TEST(Shipped, every_improvement_is_shown_to_somebody) {
    std::set<std::string> named;
    for (const CourseRule& course : content().courses) named.insert(course.improvement);
    for (const ImprovementRule& rule : content().improvements) EXPECT_TRUE(named.contains(rule.id)) << rule.id;
}

TEST(Shipped, every_driver_is_somebodys) {
    for (const Driver& driver : content().drivers) {
        const auto people = with_a_goal(driver.when);
        const bool used = std::ranges::any_of(people, [&](const Answers& answers) {
            const auto course = assess(content(), completed(content(), answers, today), today).course;
            return course && std::ranges::find(course->drivers, driver.id, &DriverFound::id) != course->drivers.end();
        });
        EXPECT_TRUE(used) << driver.id;
    }
}

TEST(Shipped, every_healing_choice_is_somebodys) {
    const auto& choices = content().healing.choices;
    for (std::size_t i = 0; i + 1 < choices.size(); ++i) {
        const auto people = with_a_goal(choices[i].when);
        const bool used = std::ranges::any_of(people, [&](const Answers& answers) {
            const Answers derived = with_derived(content(), answers);
            return std::ranges::find_if(choices, [&](const auto& choice) { return holds(choice.when, derived); }) - choices.begin() ==
                   static_cast<std::ptrdiff_t>(i);
        });
        EXPECT_TRUE(used) << "choice " << i;
    }
}

TEST(Shipped, every_aftercare_rule_is_somebodys) {
    for (const AftercareRule& rule : content().aftercare) {
        const auto people = with_a_goal(rule.when);
        const bool used = std::ranges::any_of(people, [&](const Answers& answers) {
            return std::ranges::any_of(assess(content(), answers, today).aftercare, [&](const Aftercare& care) {
                return care.id == rule.id && care.from_h == rule.from_h && care.until_h == rule.until_h;
            });
        });
        EXPECT_TRUE(used) << rule.id;
    }
}

}  // namespace
}  // namespace needlewise
