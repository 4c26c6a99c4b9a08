#include "core/form/flow.h"

#include <algorithm>

namespace needlewise {

namespace {

using std::chrono::January;

bool begins_page(const Item& section, const Item& item) { return !item.with_previous || &item == &section.children.front(); }

bool is_hidden(const Item& item) { return item.look.hidden; }

bool holds_item(const Item& item, std::string_view link_id) {
    return item.link_id == link_id || std::ranges::any_of(item.children, [&](const Item& child) { return holds_item(child, link_id); });
}

void gather(const Item& item, const Answers& effective, std::vector<const Item*>& questions) {
    if (is_hidden(item) || !holds(item.enable_when, effective)) return;
    if (is_question(item.type)) questions.push_back(&item);
    for (const Item& child : item.children) gather(child, effective, questions);
}

void gather_hidden(const std::vector<Item>& items, bool below_hidden, std::vector<const Item*>& questions) {
    for (const Item& item : items) {
        const bool hidden = below_hidden || is_hidden(item);
        if (hidden && is_question(item.type)) questions.push_back(&item);
        gather_hidden(item.children, hidden, questions);
    }
}

// The same day `years` later; 28 February when that year has no 29th.
Date years_after(Date date, int years) {
    const Date later = date + std::chrono::years{years};
    return later.ok() ? later : Date{later.year() / later.month() / std::chrono::last};
}

constexpr int furthest_years_ahead = 5;
constexpr Date earliest_date{std::chrono::year{1900}, January, std::chrono::day{1}};

constexpr std::string_view day_has_come = "error.date.future";
constexpr std::string_view year_has_passed = "error.date.past-year";

// The text key of what is wrong with a date; empty when nothing is. Today is allowed in all windows.
std::string_view wrong_with(Date date, DateWindow window, Date today) {
    if (lies_behind(window) && date > today) return "error.date.past";
    if (window == DateWindow::future && date < today) return day_has_come;
    if (date < earliest_date || date > years_after(today, furthest_years_ahead)) return "error.date.too-far";
    if (window == DateWindow::past_year && date < years_after(today, -1)) return year_has_passed;
    return {};
}

// Was right when it was said, and may have become wrong since by nothing but time.
bool has_aged(const FieldError& error) { return error.text_key == day_has_come || error.text_key == year_has_passed; }

std::string_view required_key(const Item& item) {
    if (item.type == ItemType::date) return "error.required.date";
    if (item.type == ItemType::string || item.type == ItemType::text) return "error.required.text";
    if (item.type == ItemType::integer || item.type == ItemType::decimal) return "error.required.number";
    return item.repeats ? "error.required.choices" : "error.required.choice";
}

std::string_view error_in(const Item& item, const Answers& answers, Date today) {
    if (!answered(item, answers)) return item.required ? required_key(item) : std::string_view{};
    if (item.type != ItemType::date) return {};
    return wrong_with(*answers.date(item.link_id), item.date_window, today);
}

}  // namespace

std::vector<const Item*> page_items(const Questionnaire& questionnaire) {
    std::vector<const Item*> items;
    for (const Item& section : questionnaire.items)
        for (const Item& item : section.children)
            if (begins_page(section, item) && !is_hidden(section) && !is_hidden(item)) items.push_back(&item);
    return items;
}

const Item* page_of(const Questionnaire& questionnaire, std::string_view link_id) {
    const Item* page = nullptr;
    for (const Item& section : questionnaire.items)
        for (const Item& item : section.children) {
            if (is_hidden(section) || is_hidden(item)) continue;
            if (begins_page(section, item)) page = &item;
            if (holds_item(item, link_id)) return page;
        }
    return nullptr;
}

std::vector<QuestionPage> question_pages(const Questionnaire& questionnaire, const Answers& answers) {
    const Answers effective = effective_answers(questionnaire, answers);
    std::vector<QuestionPage> pages;
    for (const Item& section : questionnaire.items) {
        if (is_hidden(section) || !holds(section.enable_when, effective)) continue;
        QuestionPage page;
        const auto close = [&] {
            if (!page.questions.empty()) pages.push_back(std::move(page));
        };
        for (const Item& item : section.children) {
            if (begins_page(section, item)) {
                close();
                page = {&section, &item, false, {}};
            } else {
                page.shared = true;
            }
            gather(item, effective, page.questions);
        }
        close();
    }
    return pages;
}

std::vector<const Item*> hidden_questions(const Questionnaire& questionnaire) {
    std::vector<const Item*> questions;
    gather_hidden(questionnaire.items, false, questions);
    return questions;
}

std::vector<FieldError> errors_on(const QuestionPage& page, const Answers& answers, Date today) {
    std::vector<FieldError> errors;
    for (const Item* question : page.questions) {
        const std::string_view key = error_in(*question, answers, today);
        if (!key.empty()) errors.push_back({question->link_id, std::string(key)});
    }
    return errors;
}

bool ends_page(const QuestionPage& page, std::string_view link_id, const Answers& answers, Date today) {
    const auto safe = [](const Item* question) {
        const bool single = question->type == ItemType::choice || question->type == ItemType::boolean;
        return question->goes_on && !question->repeats && (single || question->type == ItemType::date);
    };
    return !page.questions.empty() && page.questions.back()->link_id == link_id && std::ranges::all_of(page.questions, safe) &&
           errors_on(page, answers, today).empty();
}

std::vector<FieldError> open_questions(const Questionnaire& questionnaire, const Answers& answers, Date today) {
    std::vector<FieldError> open;
    for (const QuestionPage& page : question_pages(questionnaire, answers))
        for (FieldError& error : errors_on(page, answers, today))
            if (!has_aged(error)) open.push_back(std::move(error));
    return open;
}

bool complete(const Questionnaire& questionnaire, const Answers& answers, Date today) {
    return open_questions(questionnaire, answers, today).empty();
}

}  // namespace needlewise
