// One function per action. Pages and their order are computed from the answers at every step.
#include <algorithm>

#include "core/form/flow.h"
#include "core/journey/presentation.h"
#include "core/journey/update.h"
#include "core/journey/update_parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

Updated unchanged(Model model) { return {std::move(model), {}}; }

// Open disclosures and shown errors belong to the page that is left. Who leaves the pages for staff has to give the PIN again,
// except while presenting: then the tablet stays in their hands.
Updated go_to(Model model, Place place) {
    if (model.place == place) return unchanged(std::move(model));
    model.place = std::move(place);
    model.open.clear();
    model.playing = false;
    model.show_errors = false;
    model.went_on.reset();
    model.asks_to_start_over = false;
    model.entries.erase("pin");
    model.unlocked = model.unlocked && (model.presenting || model.place.kind == PageKind::staff);
    if (model.sending == Sending::asked) model.sending = Sending::no;
    model.offered.reset();
    model.offers_draft = false;
    model.link_fault.clear();
    return {std::move(model), {ShowPage{}}};
}

Updated with_errors(Updated updated) {
    updated.model.show_errors = true;
    updated.commands.push_back(Focus{"error-summary"});
    return updated;
}

Place question_at(const QuestionPage& page) { return {PageKind::question, page.item->link_id}; }

// ---- Neighbours in the journey ------------------------------------------------------------------------------------

// Where a page stands among all pages, asked or not, so that a page that is no longer asked still has neighbours.
std::size_t rank(const Questionnaire& questionnaire, std::string_view link_id) {
    const auto items = page_items(questionnaire);
    return static_cast<std::size_t>(std::ranges::find(items, link_id, &Item::link_id) - items.begin());
}

Place after_question(const Content& content, const Model& model) {
    const std::size_t here = rank(content.questionnaire, model.place.name);
    for (const QuestionPage& page : question_pages(content.questionnaire, model.answers))
        if (rank(content.questionnaire, page.item->link_id) > here) return question_at(page);
    return {PageKind::review, {}};
}

Place before_question(const Content& content, const Model& model) {
    const std::size_t here = rank(content.questionnaire, model.place.name);
    Place before{PageKind::home, {}};
    for (const QuestionPage& page : question_pages(content.questionnaire, model.answers))
        if (rank(content.questionnaire, page.item->link_id) < here) before = question_at(page);
    return before;
}

Place last_question(const Content& content, const Model& model) {
    const auto pages = question_pages(content.questionnaire, model.answers);
    return pages.empty() ? Place{} : question_at(pages.back());
}

Place before_part(const std::string& part) {
    const auto& parts = result_parts();
    if (part == "sheet" || part == "send") return {PageKind::result, "take"};
    const auto here = std::ranges::find(parts, part);
    if (here == parts.begin() || here == parts.end()) return {PageKind::review, {}};
    return {PageKind::result, *(here - 1)};
}

Place place_before(const Content& content, const Model& model) {
    switch (shown_place(content, model).kind) {
        case PageKind::question: return before_question(content, model);
        case PageKind::review: return last_question(content, model);
        case PageKind::result: return before_part(model.place.name);
        default: return {};
    }
}

// ---- Going on -----------------------------------------------------------------------------------------------------

Updated continue_from_question(Model model, const Content& content) {
    const auto pages = question_pages(content.questionnaire, model.answers);
    for (const QuestionPage& page : pages) {
        const bool here = page.item->link_id == model.place.name;
        if (here && !errors_on(page, model.answers, model.today).empty()) return with_errors(unchanged(std::move(model)));
    }
    Place next = after_question(content, model);
    return go_to(std::move(model), std::move(next));
}

Updated continue_from_review(Model model, const Content& content) {
    const auto open = open_questions(content.questionnaire, model.answers, model.today);
    if (open.empty()) return go_to(std::move(model), {PageKind::result, {}});
    for (const QuestionPage& page : question_pages(content.questionnaire, model.answers))
        if (std::ranges::find(page.questions, open.front().link_id, &Item::link_id) != page.questions.end())
            return with_errors(go_to(std::move(model), question_at(page)));
    return unchanged(std::move(model));
}

// ---- One overload per action --------------------------------------------------------------------------------------

Updated apply(Model model, const OpenPage& open, const Content& content) { return go_to(std::move(model), place_at(content, open.path)); }

Updated apply(Model model, const Choose& choose, const Content& content) {
    const Item* item = content.questionnaire.find(choose.link_id);
    if (!item) return unchanged(std::move(model));
    std::vector<Value> before = model.answers.of(item->link_id);
    if (item->type == ItemType::boolean && choose.on) {
        if (choose.code == "true" || choose.code == "false") model.answers.set(item->link_id, {choose.code == "true"});
    } else if (const Option* option = item->option(choose.code)) {
        model.answers.set(item->link_id, with_choice(*item, before, *option, choose.on));
    }
    const bool tapped = choose.tapped && choose.on;
    return tapped ? answer_tapped(std::move(model), content, item->link_id, std::move(before)) : unchanged(std::move(model));
}

Updated apply(Model model, const GoOn& go_on, const Content& content) { return go_on_after_tap(std::move(model), content, go_on.number); }
Updated apply(Model model, const UndoTap&, const Content&) { return undo_tap(std::move(model)); }

// What is not a day is no answer; leaving the old day in place would answer something the person no longer says.
Updated apply(Model model, const EnterDate& enter, const Content& content) {
    const Item* item = content.questionnaire.find(enter.link_id);
    if (!item || item->type != ItemType::date) return unchanged(std::move(model));
    if (const auto date = parse_date(enter.iso)) model.answers.set(item->link_id, {*date});
    else model.answers.remove(item->link_id);
    return unchanged(std::move(model));
}

Updated apply(Model model, const Continue&, const Content& content) {
    switch (shown_place(content, model).kind) {
        case PageKind::question: return continue_from_question(std::move(model), content);
        case PageKind::review: return continue_from_review(std::move(model), content);
        default: return unchanged(std::move(model));
    }
}

Updated apply(Model model, const Back&, const Content& content) {
    Place before = place_before(content, model);
    return go_to(std::move(model), std::move(before));
}

Updated apply(Model model, const Toggle& toggle, const Content&) {
    if (model.open.erase(toggle.id) == 0) model.open.insert(toggle.id);
    return unchanged(std::move(model));
}

Updated apply(Model model, const SetTheme& set, const Content&) {
    model.theme = set.theme;
    return unchanged(std::move(model));
}

Updated apply(Model model, const SetLanguage& set, const Content& content) {
    const bool there = std::ranges::find(content.languages, set.code) != content.languages.end();
    if (!there || set.code == model.coming_language) return unchanged(std::move(model));
    model.coming_language.clear();  // whoever takes the one there is after all waits for nothing
    if (set.code == content.words.language) return unchanged(std::move(model));
    model.coming_language = set.code;
    const std::string name = say(content, "language." + set.code).text;
    return {std::move(model), {LoadLanguage{set.code}, Announce{say(content, "language.loading", {{"language", name}}).text}}};
}

Updated apply(Model model, const SetCountry& set, const Content& content) {
    const Whereabouts where = whereabouts({set.code}, "");
    if (where.country.empty() || content.where == where) return unchanged(std::move(model));
    return {std::move(model), {UseCountry{where.country}}};
}

Updated apply(Model model, const SetTextSize& size, const Content& content) {
    if (std::ranges::find(text_sizes, size.percent) == std::end(text_sizes)) return unchanged(std::move(model));
    const bool at_end = size.percent == model.text_size;
    model.text_size = size.percent;
    if (!at_end) return unchanged(std::move(model));
    const std::string_view key = size.percent == *std::begin(text_sizes) ? "text-size.smallest" : "text-size.largest";
    return {std::move(model), {Announce{say(content, key).text}}};
}

Updated apply(Model model, const MoveTime& move, const Content& content) { return move_time(std::move(model), content, move.moment); }
Updated apply(Model model, const PlayTime& play, const Content& content) { return play_time(std::move(model), content, play.on); }
Updated apply(Model model, const StepTime&, const Content& content) { return step_time(std::move(model), content); }
Updated apply(Model model, const PreferCalm& prefer, const Content&) { return prefer_calm(std::move(model), prefer.on); }

Updated apply(Model model, const ShowSlower& show, const Content&) {
    model.slower = show.on;
    return unchanged(std::move(model));
}

Updated apply(Model model, const CompareWith& with, const Content&) {
    model.compared[with.second ? 1 : 0] = with.option;
    return unchanged(std::move(model));
}

Updated apply(Model model, const ShowSession& show, const Content&) {
    constexpr int most = 20;
    model.session = std::clamp(show.session, 1, most);
    return unchanged(std::move(model));
}

Updated apply(Model model, const ShowAgain& again, const Content&) {
    ++model.showings[again.image];
    model.held = false;
    return unchanged(std::move(model));
}

Updated apply(Model model, const HoldPictures& hold, const Content&) {
    model.held = hold.held;
    return unchanged(std::move(model));
}

Updated apply(Model model, const AskToStartOver& ask, const Content&) {
    model.asks_to_start_over = ask.asked;
    return {std::move(model), {Focus{ask.asked ? "start-over:no" : "start-over"}}};
}

Updated apply(Model model, const StartOver&, const Content&) {
    Place place = std::move(model.place);
    Model fresh = without_answers(std::move(model));
    fresh.place = std::move(place);
    fresh.notice = "notice.started-over";
    return go_to(std::move(fresh), {});
}

// Wrong figures stay out: the field keeps what was typed, and says what is missing once the person goes on.
Updated apply(Model model, const EnterText& enter, const Content& content) {
    const Item* item = content.questionnaire.find(enter.link_id);
    const std::string_view typed = first_letters(enter.text, longest_typed);
    if (!item) {
        model.entries.insert_or_assign(enter.link_id, std::string(typed));
    } else if (auto value = typed_answer(*item, typed)) {
        model.answers.set(item->link_id, {std::move(*value)});
    } else {
        model.answers.remove(item->link_id);
    }
    return unchanged(std::move(model));
}

Updated apply(Model model, const AddAnswer& add, const Content& content) { return add_answer(std::move(model), content, add.link_id); }
Updated apply(Model model, const MoveAnswer& move, const Content& content) {
    return move_answer(std::move(model), content, move.link_id, move.number);
}
Updated apply(Model model, const DropAnswer& drop, const Content& content) {
    return drop_answer(std::move(model), content, drop.link_id, drop.number);
}

Updated apply(Model model, const RepeatGroup&, const Content&) { return unchanged(std::move(model)); }  // only in_form has groups

Updated apply(Model model, const ChooseCheck& choose, const Content& content) {
    const auto question = std::ranges::find(content.check, choose.question, &CheckQuestion::id);
    if (question == content.check.end() || std::ranges::find(question->options, choose.option) == question->options.end())
        return unchanged(std::move(model));
    model.checked.insert_or_assign(choose.question, choose.option);
    const std::string feedback = "check." + choose.question + "." + choose.option + ".feedback";
    return {std::move(model), {Announce{say(content, feedback).text}}};
}

Updated apply(Model model, const RedoCheck&, const Content& content) {
    model.checked.clear();
    const std::string first = content.check.empty() ? "" : content.check.front().id;
    return {std::move(model), {Focus{"field:check:" + first}}};
}

Updated apply(Model model, const OpenEntered&, const Content& content) { return open_entered(std::move(model), content); }

Updated apply(Model model, const TakeOffered& take, const Content& content) { return take_offered(std::move(model), content, take.taken); }

Updated apply(Model model, const TakeKept& kept, const Content& content) { return take_kept(std::move(model), content, kept); }
Updated apply(Model model, const KeptEnded&, const Content& content) { return kept_ended(std::move(model), content); }
Updated apply(Model model, const FindDraft& found, const Content& content) { return find_draft(std::move(model), content, found); }
Updated apply(Model model, const KeepOnDevice&, const Content& content) { return keep_on_device(std::move(model), content); }
Updated apply(Model model, const TakeDraft&, const Content& content) { return take_draft(std::move(model), content); }
Updated apply(Model model, const DeleteDraft&, const Content&) { return delete_draft(std::move(model)); }

Updated apply(Model model, const SaveFile& save, const Content&) { return {std::move(model), {Save{save.format}}}; }
Updated apply(Model model, const CopyLink&, const Content&) { return {std::move(model), {CopyAnswers{}}}; }
Updated apply(Model model, const PrintPage&, const Content& content) { return print_page(std::move(model), content); }
Updated apply(Model model, const LoadAgain&, const Content&) { return {std::move(model), {LoadPage{}}}; }
Updated apply(Model model, const AskedDone& done, const Content&) { return asked_done(std::move(model), done); }

Updated apply(Model model, const AskToSend& ask, const Content& content) { return ask_to_send(std::move(model), content, ask.asked); }
Updated apply(Model model, const SendAnswers&, const Content& content) { return send_answers(std::move(model), content); }
Updated apply(Model model, const SendEnded& ended, const Content& content) { return send_ended(std::move(model), content, ended.error); }

Updated apply(Model model, const Connect& connect, const Content&) {
    model.can_send = connect.can_send;
    return unchanged(std::move(model));
}

// ---- Staff --------------------------------------------------------------------------------------------------------

Updated apply(Model model, const Present& on, const Content& content) { return present(std::move(model), content, on); }
Updated apply(Model model, const Turn& by, const Content& content) { return turn(std::move(model), content, by); }
Updated apply(Model model, const Draw& on, const Content& content) { return draw(std::move(model), content, on); }

Updated apply(Model model, const ClearDrawing&, const Content& content) {
    return {std::move(model), {EraseDrawing{}, Announce{say(content, "present.cleared").text}}};
}

Updated apply(Model model, const Unlock&, const Content& content) { return unlock(std::move(model), content); }
Updated apply(Model model, const PinWaitEnded&, const Content&) { return pin_wait_ended(std::move(model)); }
Updated apply(Model model, const CountPins& count, const Content&) { return count_pins(std::move(model), count); }

Updated apply(Model model, const Lock&, const Content&) {
    model.unlocked = false;
    model.presenting = false;
    return go_to(std::move(model), {});
}

Updated apply(Model model, const Idle& idle, const Content&) { return idle_left(std::move(model), idle); }
Updated apply(Model model, const Wipe&, const Content&) { return wipe(std::move(model)); }

Updated apply(Model model, const FocusField& focus, const Content&) { return {std::move(model), {Focus{focus.link_id}}}; }

}  // namespace

Updated shown_at(Model model, Place place) { return go_to(std::move(model), std::move(place)); }

Model without_answers(Model model) {
    Model fresh;
    fresh.staff_was_here = model.staff_was_here;
    fresh.unlocked = model.unlocked;
    static_cast<Preferences&>(fresh) = model;
    static_cast<Surroundings&>(fresh) = std::move(model);
    return fresh;
}

namespace {

// The gallery has answers of its own: trying a component out changes nothing of the person's.
Updated acted(Model model, const Action& action, const Content& content) {
    const bool gallery = model.place.kind == PageKind::gallery;
    if (gallery) std::swap(model.answers, model.samples);
    Updated updated = std::visit([&](const auto& each) { return apply(std::move(model), each, content); }, action);
    if (gallery) std::swap(updated.model.answers, updated.model.samples);
    return updated;
}

// The address names the page that is shown, also when answers or the day change which one that is, and when somebody types another.
Updated with_address(Updated updated, const Action& action, const Content& content, const Place& shown_before) {
    const Place shown = shown_place(content, updated.model);
    const bool asked = std::holds_alternative<OpenPage>(action) && shown != updated.model.place;
    const bool shows = std::ranges::any_of(updated.commands, [](const Command& each) { return std::holds_alternative<ShowPage>(each); });
    if (!shows && (asked || shown != shown_before)) updated.commands.insert(updated.commands.begin(), ShowPage{.replace = true});
    return updated;
}

}  // namespace

Updated update(Model model, const Action& action, const Content& content) {
    // A message stays until the person does something, not until the surroundings say something.
    if (!of_surroundings(action)) model.notice.clear();
    if (cancels_going_on(action)) model.going_on.reset();
    Before before{.answers = model.answers,
                  .draft = model.draft.has_value(),
                  .staff = model.place.kind == PageKind::staff,
                  .filling = model.filling.has_value()};
    const Place shown_before = shown_place(content, model);
    auto form = in_form(model, content, action);
    before.of_form = form.has_value();
    Updated updated = form ? std::move(*form) : acted(std::move(model), action, content);
    return with_keeping(with_address(std::move(updated), action, content, shown_before), action, before);
}

}  // namespace needlewise
