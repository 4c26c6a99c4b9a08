#include "core/journey/keeping.h"
#include "core/form/filling.h"

#include <utility>

#include "core/form/answers_link.h"
#include "core/journey/update_parts.h"

namespace needlewise {

namespace {

bool for_staff(const Model& model) { return model.staff_was_here || model.place.kind == PageKind::staff; }

// The draft stays as it is, whatever becomes of the answers.
void leave_draft(Model& model) {
    if (model.draft && !model.draft->earlier) model.draft->earlier = model.answers;
}

Updated draft_lost(Model model, std::string_view notice) {
    model.draft.reset();
    model.notice = notice;
    return {std::move(model), {KeepDraft{}}};
}

}  // namespace

bool keeps_in_tab(const Content& content, const Model& model) { return !content.in_kiosk() && !content.pack_refused && !for_staff(model); }

bool keeps_drafts(const Content& content, const Model& model) { return model.can_draft && keeps_in_tab(content, model); }

// ---- In the tab ---------------------------------------------------------------------------------------------------

// They come from storage that anybody at this device can write into: read as a link is, and what fits nothing is left out.
Updated take_kept(Model model, const Content& content, const TakeKept& kept) {
    if (content.in_kiosk() || for_staff(model)) return {std::move(model), {KeepInTab{}}};
    bool lost = kept.unreadable;
    model.left_out = 0;
    if (kept.filling && content.form) {
        TakenUp taken = taken_up(*content.form, *kept.filling);
        model.filling = std::move(taken.response);
        model.left_out = taken.left_out;
    }
    if (!kept.text.empty() || (!kept.filling && !kept.unreadable)) {
        auto read = read_kept_text(content.questionnaire, kept.text);
        lost = lost || !read;
        if (read) {
            model.answers = std::move(read->answers);
            model.left_out += static_cast<int>(read->unknown.size());
        }
    }
    if (lost) {
        model.notice = "notice.kept-lost";
        return {std::move(model), {KeepInTab{}}};
    }
    if (model.left_out > 0) model.notice = "notice.kept-part";
    return {std::move(model), {}};
}

Updated kept_ended(Model model, const Content& content) {
    if ((model.answers.empty() && !model.filling) || content.in_kiosk() || for_staff(model)) return {std::move(model), {}};
    leave_draft(model);
    std::optional<Draft> draft = std::move(model.draft);
    Place place = std::move(model.place);
    model = without_answers(std::move(model));
    model.draft = std::move(draft);
    model.place = std::move(place);
    Updated updated = shown_at(std::move(model), {});
    updated.model.notice = "notice.kept-ended";
    return updated;
}

// ---- What went to the clinic -----------------------------------------------------------------------------------------

namespace {

struct Named {
    Delivery delivery;
    std::string_view word;
};
constexpr Named delivery_words[] = {{Delivery::tried, "tried"}, {Delivery::whole, "sent"}, {Delivery::outdated, "changed"}};

std::string form_word(std::string_view word) { return "form-" + std::string(word); }

}  // namespace

std::string sent_words(const Model& model) {
    std::string words;
    const auto say = [&](std::string_view word) { words.append(words.empty() ? "" : " ").append(word); };
    for (const Named& each : delivery_words)
        if (model.delivered == each.delivery) say(each.word);
    for (const Named& each : delivery_words)
        if (model.form_delivered == each.delivery) say(form_word(each.word));
    const bool unknown = model.sending == Sending::failed && model.send_error == cut_off;
    if (model.sending == Sending::under_way || unknown) say(model.sends_form ? "form-sending" : "sending");
    return words;
}

void read_sent_words(Model& model, std::string_view words) {
    const auto has = [&](std::string_view word) { return (" " + std::string(words) + " ").contains(" " + std::string(word) + " "); };
    for (const Named& each : delivery_words) {
        if (has(each.word)) model.delivered = each.delivery;
        if (has(form_word(each.word))) model.form_delivered = each.delivery;
    }
    if (!has("sending") && !has("form-sending")) return;
    model.sends_form = has("form-sending");
    (model.sends_form ? model.form_delivered : model.delivered) = Delivery::tried;
    model.sending = Sending::failed;
    model.send_error = cut_off;
}

// ---- On the device ------------------------------------------------------------------------------------------------

// At the start, and when another tab changed it: whoever changes it last keeps it, and the other tabs offer it.
Updated find_draft(Model model, const Content& content, const FindDraft& found) {
    if (content.in_kiosk()) return draft_lost(std::move(model), "");
    if (found.text.empty()) {
        model.draft.reset();
        return {std::move(model), {}};
    }
    const auto day = parse_date(found.day);
    auto read = read_kept_text(content.questionnaire, found.text);
    if (!read || !day || days_between(model.today, *day) > 0) return draft_lost(std::move(model), "notice.kept-lost");
    Draft draft{.until = add_days(*day, draft_days)};
    if (days_between(model.today, draft.until) < 0) return draft_lost(std::move(model), "notice.kept-ended");
    draft.left_out = static_cast<int>(read->unknown.size());
    if (read->answers != model.answers || draft.left_out > 0 || !keeps_drafts(content, model)) draft.earlier = std::move(read->answers);
    model.draft = std::move(draft);
    return {std::move(model), {}};
}

Updated keep_on_device(Model model, const Content& content) {
    if (model.answers.empty() || !keeps_drafts(content, model)) return {std::move(model), {}};
    model.draft = Draft{.until = add_days(model.today, draft_days)};
    model.notice = "notice.draft-kept";
    return {std::move(model), {KeepDraft{}, Focus{"draft:delete"}}};
}

// Answers that are here already are not lost before the person says so.
Updated take_draft(Model model, const Content& content) {
    if (!model.draft || !model.draft->earlier) return {std::move(model), {}};
    if (model.answers.empty() || model.answers == *model.draft->earlier) return go_on_with_draft(std::move(model), content);
    model.offered = model.draft->earlier;
    model.offers_draft = true;
    return {std::move(model), {Focus{"offered:keep"}}};
}

Updated go_on_with_draft(Model model, const Content& content) {
    if (!model.draft || !model.draft->earlier) return {std::move(model), {}};
    model.left_out = std::exchange(model.draft->left_out, 0);
    Answers answers = std::move(*model.draft->earlier);
    model.draft->earlier.reset();
    model = with_answers(std::move(model), content, std::move(answers));
    if (model.left_out > 0) model.notice = "notice.kept-part";
    return {std::move(model), {ShowPage{}}};
}

Updated delete_draft(Model model) {
    if (!model.draft) return {std::move(model), {}};
    model.draft.reset();
    model.notice = "notice.draft-deleted";
    std::string heard = model.place.kind == PageKind::home ? "h1" : "draft:keep";
    return {std::move(model), {Focus{std::move(heard)}}};
}

// ---- After every action -------------------------------------------------------------------------------------------

Updated with_keeping(Updated updated, const Action& action, const Before& before) {
    Model& model = updated.model;
    if ((before.staff || model.place.kind == PageKind::staff) && !std::exchange(model.staff_was_here, true)) {
        leave_draft(model);
        updated.commands.emplace_back(KeepInTab{});  // nothing, from now on
    }
    // What the tab kept is not new because it was read again: it ends when it would have ended.
    const bool changed = model.answers != before.answers && !std::holds_alternative<TakeKept>(action);
    const bool form_cleared = before.filling && !model.filling;
    const bool in_form = before.of_form &&
                         std::ranges::any_of(updated.commands, [](const Command& each) { return std::holds_alternative<KeepInTab>(each); });
    if (changed && model.delivered == Delivery::whole) model.delivered = Delivery::outdated;
    if (in_form && model.form_delivered == Delivery::whole) model.form_delivered = Delivery::outdated;
    if (model.sends_form ? in_form : changed) model.changed_on_the_way = true;
    if (changed || form_cleared) updated.commands.emplace_back(KeepInTab{});
    const bool follows = model.draft && !model.draft->earlier;
    if (follows && model.answers.empty()) model.draft.reset();
    else if (follows && changed) model.draft->until = add_days(model.today, draft_days);
    if ((follows && changed) || (before.draft && !model.draft)) updated.commands.emplace_back(KeepDraft{});
    return updated;
}

}  // namespace needlewise
