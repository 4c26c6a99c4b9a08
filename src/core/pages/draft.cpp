// The draft on this device: the choice where answers are looked over and taken along, and the way back to it on the first page. It is said
// each time that others can read it and until when it stays, and deleting it is one step.
#include "core/journey/keeping.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

Node delete_button(const Content& content, ButtonLook look = ButtonLook::secondary) {
    return button(content, "draft.delete", look, DeleteDraft{}, "draft:delete");
}

Node row(std::vector<Node> buttons) { return {Section{Landmark::none, Look::actions, {}}, "draft:actions", std::move(buttons)}; }

bool waits(const Model& model) { return model.draft && model.draft->earlier; }

std::string day_in(const Content& content, Date date) { return long_date(content.words, date); }

}  // namespace

std::optional<Node> draft_choice(const Content& content, const Model& model) {
    if (!keeps_drafts(content, model) || model.answers.empty()) return std::nullopt;
    Writer card(content, model, "draft");
    std::vector<Node> buttons;
    if (model.draft && !waits(model)) {
        card.heading(2, "draft.kept.title");
        card.say("draft.kept.text", {{"date", day_in(content, model.draft->until)}});
        buttons.push_back(delete_button(content));
    } else {
        card.heading(2, "draft.title");
        card.say("draft.text", {{"date", day_in(content, add_days(model.today, draft_days))}});
        if (waits(model)) card.say("draft.other");
        buttons.push_back(button(content, "draft.keep", ButtonLook::secondary, KeepOnDevice{}, "draft:keep"));
    }
    card.add(row(std::move(buttons)));
    return card.finish_as(Look::card);
}

std::optional<Node> draft_on_return(const Content& content, const Model& model) {
    if (!keeps_drafts(content, model) || !model.draft) return std::nullopt;
    Writer card(content, model, "draft");
    std::vector<Node> buttons;
    card.heading(2, waits(model) ? "draft.earlier.title" : "draft.kept.title");
    card.say("draft.kept.text", {{"date", day_in(content, model.draft->until)}});
    if (waits(model)) buttons.push_back(button(content, "draft.go-on", ButtonLook::primary, TakeDraft{}, "draft:go-on"));
    buttons.push_back(delete_button(content));
    card.add(row(std::move(buttons)));
    return card.finish_as(Look::card);
}

}  // namespace needlewise
