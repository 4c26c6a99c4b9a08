#include "cover/people.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "core/assessment/assessment.h"
#include "core/form/flow.h"

namespace needlewise::cover {

namespace {

// What can be said to one question: an option, a date, or nothing.
struct Choice {
    std::string link_id;
    std::vector<Value> values;
    std::string name;
};

bool is_date(const Item& item) { return item.type == ItemType::date; }

// In the order of the questionnaire, groups left out.
void gather(const std::vector<Item>& items, std::vector<const Item*>& questions) {
    for (const Item& item : items) {
        if (is_date(item) || !item.options.empty()) questions.push_back(&item);
        gather(item.children, questions);
    }
}

std::vector<const Item*> questions_of(const Content& content) {
    std::vector<const Item*> questions;
    gather(content.questionnaire.items, questions);
    return questions;
}

Value harmless(const Item& item, Date today) {
    if (is_date(item)) return add_days(today, lies_behind(item.date_window) ? -300 : 400);
    for (const std::string_view code : {"none", "no", "neither", "little", "22-35", "about-half", "a-week", "face", "moderate", "unsure"})
        if (const Option* option = item.option(code)) return option->coding;
    return item.options.front().coding;
}

// Until no question is open, what is asked is answered harmlessly.
Answers completed(const Content& content, Answers answers, Date today) {
    constexpr int most = 200;
    for (int step = 0; step < most; ++step) {
        const auto open = open_questions(content.questionnaire, answers, today);
        if (open.empty()) break;
        const Item& item = *content.questionnaire.find(open.front().link_id);
        answers.set(item.link_id, {harmless(item, today)});
    }
    return answers;
}

// ---- Dates around the bounds --------------------------------------------------------------------------------------

struct Dated {
    std::string name;
    std::optional<Date> start, event;
};

// Starts and events on, before and after what decides about them: today, the end of a wait, two weeks to settle, the whole course and
// the time until it can be judged. Some have passed since they were said.
std::vector<Dated> dates_around(Date today, Date earliest) {
    std::vector<Dated> all{{"no dates", {}, {}}};
    const std::pair<std::string_view, Date> starts[] = {{"today", today},
                                                        {"yesterday", add_days(today, -1)},
                                                        {"before the earliest", add_days(earliest, -1)},
                                                        {"on the earliest", earliest},
                                                        {"after the earliest", add_days(earliest, 1)},
                                                        {"in six weeks", add_weeks(today, 6)}};
    for (const auto& [name, start] : starts) all.push_back({"starts " + std::string(name), start, {}});
    for (const int days : {-1, 0, 1, 13, 14, 15, 40, 70, 84, 97, 98, 99, 140, 168, 182, 196, 300})
        all.push_back({"event in " + std::to_string(days) + " days", {}, add_days(today, days)});
    for (const int days : {-10, 13, 14, 55, 70, 84, 112, 168, 400})
        all.push_back({"starts in six weeks, event " + std::to_string(days) + " days later", add_weeks(today, 6),
                       add_days(add_weeks(today, 6), days)});
    return all;
}

Answers with_dates(const Content& content, Answers answers, const Dated& dated) {
    if (dated.start) answers.set("start-date", {*dated.start});
    const Item* has_event = content.questionnaire.find("has-event");
    if (!dated.event || !has_event) return answers;
    answers.set("has-event", {has_event->option("yes")->coding});
    answers.set("event-date", {*dated.event});
    return answers;
}

Date earliest_for(const Content& content, const Answers& answers, Date today) {
    const Assessment found = assess(content, answers, today);
    return found.plan ? found.plan->earliest : today;
}

// ---- Health -------------------------------------------------------------------------------------------------------

// Questions about health and skin today; the harmless answer is no case of its own.
std::vector<Choice> health_choices(const Content& content, Date today) {
    std::vector<Choice> all;
    for (const std::string_view link_id : {"skin-today", "skin-history", "conditions", "medicines", "allergies", "pregnancy",
                                           "recent-treatments", "feelings", "age", "mark-age", "area"}) {
        const Item* item = content.questionnaire.find(link_id);
        if (!item) continue;
        for (const Option& option : item->options)
            if (Value{option.coding} != harmless(*item, today))
                all.push_back({item->link_id, {option.coding}, item->link_id + ": " + option.coding.code});
    }
    return all;
}

// The wait that counts from the date of a question, in days.
std::vector<int> days_of_waits(const Content& content, const std::string& link_id) {
    std::set<int> days;
    for (const Rule& rule : content.rules) {
        if (!rule.wait || rule.wait->since != link_id) continue;
        const Number* number = content.number(rule.wait->number);
        const double figure = number ? number->typical.value_or(number->low.value_or(0)) : 0;
        days.insert(static_cast<int>(number && number->unit == "week" ? figure * 7 : figure));
    }
    return {days.begin(), days.end()};
}

// The same person with each date that is asked for on, before and after the end of its wait; the first does not know it.
std::vector<Person> with_treatment_dates(const Content& content, const Person& person, Date today) {
    std::vector<Person> all{person};
    for (const QuestionPage& page : question_pages(content.questionnaire, person.answers)) {
        for (const Item* item : page.questions) {
            if (!is_date(*item) || !lies_behind(item->date_window)) continue;
            for (const int days : days_of_waits(content, item->link_id)) {
                for (const int ago : {0, 1, days - 1, days, days + 1}) {
                    Person dated = person;
                    dated.about += ", " + item->link_id + " " + std::to_string(ago) + " days ago";
                    dated.answers.set(item->link_id, {add_days(today, -ago)});
                    all.push_back(std::move(dated));
                }
            }
        }
    }
    return all;
}

// ---- Pairwise -----------------------------------------------------------------------------------------------------

// The same numbers in every run.
class Numbers {
public:
    std::size_t below(std::size_t count) {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::size_t>(state >> 33) % count;
    }

private:
    std::uint64_t state = 2026;
};

using Pair = std::pair<std::size_t, std::size_t>;  // of choices, the smaller first

// Greedy: each person takes, question by question, what meets the most pairs that nobody has given yet.
class Pairwise {
public:
    Pairwise(const Content& content, Date today) : content(content), today(today) {
        for (const Item* item : questions_of(content)) {
            std::vector<std::size_t> of_item;
            const auto add = [&](std::vector<Value> values, std::string name) {
                of_item.push_back(choices.size());
                choices.push_back({item->link_id, std::move(values), std::move(name)});
            };
            for (const Option& option : item->options) add({option.coding}, item->link_id + ": " + option.coding.code);
            if (is_date(*item) && lies_behind(item->date_window))
                for (const int ago : {0, 6, 20, 100, 400}) add({add_days(today, -ago)}, item->link_id + " ago " + std::to_string(ago));
            if (is_date(*item) && !lies_behind(item->date_window))
                for (const int ahead : {0, 10, 60, 200, 400}) add({add_days(today, ahead)}, item->link_id + " in " + std::to_string(ahead));
            items.push_back(std::move(of_item));
        }
        for (std::size_t a = 0; a < items.size(); ++a)
            for (std::size_t b = a + 1; b < items.size(); ++b)
                for (const std::size_t x : items[a])
                    for (const std::size_t y : items[b]) open.insert({x, y});
    }

    std::vector<Person> people(std::size_t most) {
        std::vector<Person> all;
        while (!open.empty() && all.size() < most) {
            const std::size_t before = open.size();
            all.push_back(next());
            stuck = open.size() == before ? stuck + 1 : 0;
            if (stuck > 20) break;  // what is left cannot be asked of one person
        }
        return all;
    }

private:
    Person next() {
        std::vector<std::size_t> order(items.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[numbers.below(i)]);
        std::vector<std::size_t> taken;
        for (const std::size_t item : order) {
            std::size_t best = items[item][numbers.below(items[item].size())], gain = 0;
            for (const std::size_t choice : items[item]) {
                const auto met = static_cast<std::size_t>(
                    std::ranges::count_if(taken, [&](std::size_t other) { return open.contains(pair(choice, other)); }));
                if (met > gain) best = choice, gain = met;
            }
            taken.push_back(best);
        }
        Person person{"pairwise", {}};
        for (const std::size_t choice : taken) person.answers.set(choices[choice].link_id, choices[choice].values);
        person.answers = effective_answers(content.questionnaire, completed(content, std::move(person.answers), today));
        std::vector<std::size_t> given;  // what is not asked of this person was not said
        for (const std::size_t choice : taken)
            if (person.answers.has(choices[choice].link_id)) given.push_back(choice);
        for (const std::size_t a : given)
            for (const std::size_t b : given) open.erase(pair(a, b));
        return person;
    }

    static Pair pair(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

    const Content& content;
    Date today;
    Numbers numbers;
    std::vector<Choice> choices;
    std::vector<std::vector<std::size_t>> items;
    std::set<Pair> open;
    int stuck = 0;
};

}  // namespace

std::vector<Person> people(const Content& content, Date today) {
    std::vector<Person> all;
    const auto add = [&](std::string about, Answers answers) {
        all.push_back({std::move(about), completed(content, std::move(answers), today)});
    };
    for (const Option& goal : content.questionnaire.find("goal")->options) {
        Answers answers;
        answers.set("goal", {goal.coding});
        for (const Dated& dated : dates_around(today, today))
            add(goal.coding.code + ", healthy, " + dated.name, with_dates(content, answers, dated));
    }
    const auto health = health_choices(content, today);
    for (const Choice& choice : health) {
        Answers answers;
        answers.set("goal", {content.questionnaire.find("goal")->options.front().coding});
        answers.set(choice.link_id, choice.values);
        const Person one{"one of " + choice.name, completed(content, std::move(answers), today)};
        for (const Person& dated : with_treatment_dates(content, one, today)) {
            const Date earliest = earliest_for(content, dated.answers, today);
            for (const Dated& plan : dates_around(today, earliest))
                if (dated.about == one.about || !plan.event) add(dated.about + ", " + plan.name, with_dates(content, dated.answers, plan));
        }
    }
    for (std::size_t a = 0; a < health.size(); ++a) {
        for (std::size_t b = a + 1; b < health.size(); ++b) {
            const Item* item = content.questionnaire.find(health[a].link_id);
            const bool same = health[a].link_id == health[b].link_id;
            if (same && !item->repeats) continue;
            Answers answers;
            answers.set("start-date", {add_days(today, 4)});
            answers.set(health[a].link_id, health[a].values);
            if (same) answers.add(health[b].link_id, health[b].values.front());
            else answers.set(health[b].link_id, health[b].values);
            add(health[a].name + " and " + health[b].name, std::move(answers));
        }
    }
    constexpr std::size_t most = 1500;
    for (Person& person : Pairwise(content, today).people(most)) all.push_back(std::move(person));
    return all;
}

}  // namespace needlewise::cover
