// The parts of update, by file, and what they share.
#pragma once

#include <optional>

#include "core/journey/update.h"

namespace needlewise {

// Shows another page; nothing when it is the one that is shown.
Updated shown_at(Model model, Place place);

// take.cpp
Updated open_entered(Model model, const Content& content);
Updated take_offered(Model model, const Content& content, bool taken);
Updated print_page(Model model, const Content& content);
Updated asked_done(Model model, const AskedDone& done);
Updated ask_to_send(Model model, const Content& content, bool asked);
Updated send_answers(Model model, const Content& content);
Updated send_ended(Model model, const Content& content, const std::string& error);

// form.cpp: the same actions where the field or the page is one of anybody's questionnaire
std::optional<Updated> in_form(const Model& model, const Content& content, const Action& action);
// moments.cpp
Updated move_time(Model model, const Content& content, int moment);
Updated play_time(Model model, const Content& content, bool on);
Updated step_time(Model model, const Content& content);
Updated prefer_calm(Model model, bool calm);
// showing.cpp
Updated present(Model model, const Content& content, const Present& asked);
Updated turn(Model model, const Content& content, const Turn& asked);
Updated draw(Model model, const Content& content, const Draw& asked);

// tablet.cpp
Updated unlock(Model model, const Content& content);
Updated pin_wait_ended(Model model);
Updated count_pins(Model model, const CountPins& count);
Updated idle_left(Model model, const Idle& idle);
Updated wipe(Model model);

// tapping.cpp
Updated answer_tapped(Model model, const Content& content, const std::string& link_id, std::vector<Value> before);
Updated go_on_after_tap(Model model, const Content& content, int number);
Updated undo_tap(Model model);
bool of_surroundings(const Action& action);   // the device, the page around this one or the clock says it, not the person
bool cancels_going_on(const Action& action);  // whether this keeps the page where it is in the moment after a tap

// listing.cpp
Updated add_answer(Model model, const Content& content, const std::string& link_id);
Updated move_answer(Model model, const Content& content, const std::string& link_id, std::size_t number);
Updated drop_answer(Model model, const Content& content, const std::string& link_id, std::size_t number);

// keeping.cpp
Updated take_kept(Model model, const Content& content, const TakeKept& kept);
Updated kept_ended(Model model, const Content& content);
Updated find_draft(Model model, const Content& content, const FindDraft& found);
Updated keep_on_device(Model model, const Content& content);
Updated take_draft(Model model, const Content& content);
Updated go_on_with_draft(Model model, const Content& content);
Updated delete_draft(Model model);
// After every action: tells the shell to keep what has changed, or to keep nothing any more.
struct Before {
    Answers answers;
    bool draft = false, staff = false;  // there was a draft; a page for staff was shown
    bool filling = false;               // a questionnaire of somebody else was begun
    bool of_form = false;               // the action was one of its fields or pages
};
Updated with_keeping(Updated updated, const Action& action, const Before& before);

// The model as it is before anybody did anything, but for what belongs to the device.
Model without_answers(Model model);
// Where answers that have just come in are shown.
Place after_opening(const Content& content, const Model& model);
// Other answers in place of those there were, with nothing left of what was done with these.
Model with_answers(Model model, const Content& content, Answers answers);

}  // namespace needlewise
