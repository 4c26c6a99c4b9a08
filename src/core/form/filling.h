// Filling in a form: a response with a place for everything that can be answered, named by JSON pointer ("/item/0/answer/1/item/0"),
// and what a person does to it. Hidden answers are kept in case they come back; `asked` says which of them count.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/form/outline.h"
#include "core/form/response.h"

namespace needlewise {

// A questionnaire ready to be filled in. Not copied: the outline points into the questionnaire.
struct Form {
    explicit Form(Questionnaire of);
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;

    Questionnaire questionnaire;
    Outline outline;
    Response at_start;  // with a place for everything, and the initial answers
};

// The response with an item for whatever the questionnaire has and it lacks, in the order of the questionnaire: below every group, and
// below every answer. What has no place in the questionnaire is left out.
Response with_places(const Form& form, Response response);

ResponseItem* item_at(Response& response, std::string_view pointer);  // null where there is none
const ResponseItem* item_at(const Response& response, std::string_view pointer);
const Item* definition(const Form& form, const ResponseItem& item);

// Switches an option of the item on or off; an exclusive option and the others put each other out. What stands below an answer that stays
// is kept, and so is what stands below the only one when another takes its place.
void choose(const Form& form, ResponseItem& item, std::size_t option, bool on);

// Puts a value in the place of the answer of this number, or of none there is yet; nothing takes the answer out. Then its place stays for
// what would be lost with it: what was typed and is no answer, what stands below, the unit, and which of several it is.
void answer(const Form& form, ResponseItem& item, std::size_t number, std::optional<Value> value, std::string_view typed = {});

// What a person wrote, as an answer to the item: a number, a date, "14:30", an address. Nothing when it is none. A quantity has the
// unit of `before` or the only one there is.
std::optional<Value> written_answer(const Item& item, std::string_view text, const Value* before = nullptr);

// A unit that is offered, as an answer has it: FHIR knows no code without a system (qty-3), so that such a one is words.
Quantity in_unit(Quantity offered);

// Another repetition of the group at `pointer`, after the last one, with its pointer; or this one taken out, unless it is the only one.
std::string repeat_group(const Form& form, Response& response, std::string_view pointer);
void remove_group(const Form& form, Response& response, std::string_view pointer);
std::string first_repetition(const Response& response, std::string_view pointer);  // the pointer of the first of those beside this one

// The same response, each item at its place, with answers only where they are asked: an answer to a hidden question counts nowhere, nor
// does what stands below a question that is not answered.
Response asked(const Form& form, const Response& filled);

// All answers there are, those to hidden questions among them, and nothing else: what is kept to go on with later.
Response answered(Response filled);

// The same the other way round. It may come from anywhere and belong to another version of the form: an answer without a place, of another
// type than its question or to one that nobody can change is left out and counted.
struct TakenUp {
    Response response;
    int left_out = 0;
};
TakenUp taken_up(const Form& form, Response kept);

// What goes out: the answers that are asked and nothing else; completed when nothing is wrong with them, and nothing else was typed.
Response handed_out(const Form& form, const Response& filled, Date today);

}  // namespace needlewise
