// A tap on an answer that goes on by itself, and how it is undone.
#include <algorithm>
#include <utility>

#include "core/form/flow.h"
#include "core/journey/update_parts.h"

namespace needlewise {

namespace {

bool ends_page_here(const Content& content, const Model& model, const std::string& link_id) {
    if (model.place.kind != PageKind::question) return false;
    const auto pages = question_pages(content.questionnaire, model.answers);
    const auto here = std::ranges::find_if(pages, [&](const QuestionPage& page) { return page.item->link_id == model.place.name; });
    return here != pages.end() && ends_page(*here, link_id, model.answers, model.today);
}

}  // namespace

Updated answer_tapped(Model model, const Content& content, const std::string& link_id, std::vector<Value> before) {
    if (!ends_page_here(content, model, link_id)) return {std::move(model), {}};
    const int number = ++model.taps;
    model.going_on = GoingOn{.page = model.place.name, .link_id = link_id, .before = std::move(before), .number = number};
    return {std::move(model), {GoOnSoon{number}}};
}

// The page has no open question: with that it began.
Updated go_on_after_tap(Model model, const Content& content, int number) {
    if (!model.going_on || model.going_on->number != number) return {std::move(model), {}};
    std::optional<GoingOn> tapped = std::exchange(model.going_on, std::nullopt);
    Updated updated = update(std::move(model), Continue{}, content);
    if (updated.model.place.name != tapped->page) updated.model.went_on = std::move(tapped);
    return updated;
}

Updated undo_tap(Model model) {
    if (!model.went_on) return {std::move(model), {}};
    const GoingOn undone = *std::exchange(model.went_on, std::nullopt);
    if (undone.before.empty()) model.answers.remove(undone.link_id);
    else model.answers.set(undone.link_id, undone.before);
    return shown_at(std::move(model), {PageKind::question, undone.page});
}

bool of_surroundings(const Action& action) {
    return std::holds_alternative<Connect>(action) || std::holds_alternative<FindDraft>(action) ||
           std::holds_alternative<CountPins>(action) || std::holds_alternative<PreferCalm>(action) ||
           std::holds_alternative<StepTime>(action) || std::holds_alternative<TakeKept>(action) ||
           std::holds_alternative<SendEnded>(action) || std::holds_alternative<PinWaitEnded>(action);
}

// Whatever the person does in the moment after a tap keeps the page where it is; what the surroundings say does not.
bool cancels_going_on(const Action& action) {
    return !of_surroundings(action) && !std::holds_alternative<GoOn>(action) && !std::holds_alternative<AskedDone>(action);
}

}  // namespace needlewise
