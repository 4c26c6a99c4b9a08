// Which question page comes next. A section is a top level group; each direct child of a section is one page, with those after it
// that share its page (`with_previous`), and a child that is a group shows all its enabled questions on that page. What is hidden is on
// none: it is asked elsewhere, and nobody has to answer it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/questionnaire.h"

namespace needlewise {

struct QuestionPage {
    const Item* section = nullptr;
    const Item* item = nullptr;          // names the page: its first question or group of questions
    bool shared = false;                 // more than this item may be on it
    std::vector<const Item*> questions;  // the enabled questions on it, in order
};

// What names every page there is, in document order, whether or not this person meets it.
std::vector<const Item*> page_items(const Questionnaire& questionnaire);
// What names the page that an item is on; null when it is on none.
const Item* page_of(const Questionnaire& questionnaire, std::string_view link_id);

// The pages this person meets with these answers, in order. `answers` need not be effective.
std::vector<QuestionPage> question_pages(const Questionnaire& questionnaire, const Answers& answers);

// The questions that are on no page because they are hidden, in document order.
std::vector<const Item*> hidden_questions(const Questionnaire& questionnaire);

// What is wrong with the answers of one page: a linkId and a text key. `error.required.choice`, `.choices`, `.date`: nothing
// chosen or entered. `error.date.past`: the date lies ahead and must not; `error.date.future`: it lies behind and must not;
// `error.date.too-far`: before 1900 or more than 5 years ahead; `error.date.past-year`: longer ago than the year that was asked about.
// Today is neither past nor ahead.
struct FieldError {
    std::string link_id;
    std::string text_key;
};
std::vector<FieldError> errors_on(const QuestionPage& page, const Answers& answers, Date today);

// Whether a tap that answers this question ends the page: nothing on it is unsafe to get wrong, this is its last question, and
// nothing else is missing.
bool ends_page(const QuestionPage& page, std::string_view link_id, const Answers& answers, Date today);

// The questions this person must be asked and has not answered yet, or not in a way that can be used. A day ahead that has come
// since, or one of the past year that is longer ago by now, is an answer: time passed, the person said nothing wrong.
std::vector<FieldError> open_questions(const Questionnaire& questionnaire, const Answers& answers, Date today);

// True when no question is open. Only then may anything be said that sounds like a result.
bool complete(const Questionnaire& questionnaire, const Answers& answers, Date today);

}  // namespace needlewise
