// Taking the result along, and opening what somebody took along.
#include <utility>

#include "core/form/answers_link.h"
#include "core/form/flow.h"
#include "core/journey/update_parts.h"

namespace needlewise {

namespace {

const Place sheet{PageKind::result, "sheet"};

// Where somebody decides whether answers go, and where they come from.
Place send_place(bool of_form) { return {of_form ? PageKind::form : PageKind::result, "send"}; }
Place before_sending(bool of_form) { return of_form ? Place{PageKind::form, "review"} : Place{PageKind::result, "take"}; }

bool ready_to_send(const Content& content, const Model& model, bool of_form) {
    return of_form ? content.form && form_ready(content, model) : complete(content.questionnaire, model.answers, model.today);
}

// The entry of the history that led here may hold the link: it goes. A draft is not overwritten by what a link brings.
Updated take_answers(Model model, const Content& content, Answers answers) {
    if (model.draft && !model.draft->earlier && model.answers != answers) model.draft->earlier = model.answers;
    model = with_answers(std::move(model), content, std::move(answers));
    model.notice = model.left_out > 0 ? "notice.opened-part" : "notice.opened";
    return {std::move(model), {ShowPage{.replace = true}}};
}

}  // namespace

// Staff who opened a patient's link read the brief next.
Place after_opening(const Content& content, const Model& model) {
    if (model.place.kind == PageKind::staff) return {PageKind::staff, "brief"};
    return {complete(content.questionnaire, model.answers, model.today) ? PageKind::result : PageKind::review, {}};
}

Model with_answers(Model model, const Content& content, Answers answers) {
    model.answers = std::move(answers);
    model.checked.clear();
    model.open.clear();
    model.show_errors = false;
    model.moment = 0;
    model.session = 1;
    model.sending = Sending::no;
    model.delivered = Delivery::none;
    model.place = after_opening(content, model);
    return model;
}

// Nothing is lost by opening a link: what is there stays until the person says that it may go.
Updated open_entered(Model model, const Content& content) {
    const auto entered = model.entries.find("link");
    const std::string link = entered == model.entries.end() ? std::string() : entered->second;
    model.entries.erase("link");
    model.offered.reset();
    model.offers_draft = false;
    model.link_fault.clear();
    model.left_out = 0;
    auto opened = read_answers_link(content.questionnaire, link);
    if (!opened) {
        model.link_fault = text_key(opened.error());
        if (model.place.kind != PageKind::staff) model.place = {PageKind::open, {}};
        model.open.clear();
        return {std::move(model), {ShowPage{.replace = true}, Focus{"field:link"}}};
    }
    model.left_out = static_cast<int>(opened->unknown.size());
    const Answers mine = effective_answers(content.questionnaire, model.answers);
    if (mine.empty() || mine == opened->answers) return take_answers(std::move(model), content, std::move(opened->answers));
    model.offered = std::move(opened->answers);
    return {std::move(model), {ShowPage{.replace = true}, Focus{"offered:keep"}}};
}

Updated take_offered(Model model, const Content& content, bool taken) {
    if (!model.offered) return {std::move(model), {}};
    Answers offered = std::move(*model.offered);
    model.offered.reset();
    const bool of_draft = std::exchange(model.offers_draft, false);
    if (!taken) return {std::move(model), {Focus{"h1"}}};
    return of_draft ? go_on_with_draft(std::move(model), content) : take_answers(std::move(model), content, std::move(offered));
}

// Who has a result prints the sheet, which says all of it on paper; else, and for staff, the page that is shown.
Updated print_page(Model model, const Content& content) {
    if (model.place.kind == PageKind::staff || !complete(content.questionnaire, model.answers, model.today))
        return {std::move(model), {Print{}}};
    Updated shown = shown_at(std::move(model), sheet);
    shown.commands.emplace_back(Print{});
    return shown;
}

Updated asked_done(Model model, const AskedDone& done) {
    if (done.what == "copy") {
        model.notice = done.well ? "notice.copied" : "notice.copy-refused";
        if (!done.well) {  // to copy by hand
            model.open.insert("link");
            return {std::move(model), {Focus{"field:copied"}}};
        }
    } else if (done.what == "save") {
        model.notice = done.well ? "notice.saved" : "notice.save-refused";
    } else if (done.what == "draft" && !done.well && model.draft) {
        model.draft.reset();
        model.notice = "notice.draft-refused";
    } else if (done.what == "tab" && !done.well && !std::exchange(model.tab_refused, true)) {
        model.notice = "notice.not-kept";
    } else if (done.what == "frame" && !done.well) {
        model.notice = "notice.taken-out";
    }
    return {std::move(model), {}};
}

Updated ask_to_send(Model model, const Content& content, bool asked) {
    if (model.sending == Sending::under_way) {
        Place place = send_place(model.sends_form);
        return shown_at(std::move(model), std::move(place));
    }
    const bool of_form = model.place.kind == PageKind::form;
    if (asked && (!model.can_send || !ready_to_send(content, model, of_form))) return {std::move(model), {}};
    Updated shown = shown_at(std::move(model), asked ? send_place(of_form) : before_sending(of_form));
    const bool has_them = (of_form ? shown.model.form_delivered : shown.model.delivered) == Delivery::whole;
    if (asked && !has_them) shown.model.sending = Sending::asked;
    else if (asked || shown.model.sending == Sending::asked) shown.model.sending = Sending::no;  // nothing goes twice
    shown.model.sends_form = of_form;
    return shown;
}

Updated send_answers(Model model, const Content& content) {
    if (!ready_to_send(content, model, model.sends_form)) return {std::move(model), {}};
    if (model.sending != Sending::asked && model.sending != Sending::failed) return {std::move(model), {}};
    model.sending = Sending::under_way;
    model.changed_on_the_way = false;
    return {std::move(model), {KeepInTab{}, SendAway{}, Focus{"h1"}}};
}

Updated send_ended(Model model, const Content& content, const std::string& error) {
    if (model.sending != Sending::under_way) return {std::move(model), {}};
    model.sending = error.empty() ? Sending::no : Sending::failed;
    Delivery& delivered = model.sends_form ? model.form_delivered : model.delivered;
    delivered = !error.empty() ? Delivery::tried : model.changed_on_the_way ? Delivery::outdated : Delivery::whole;
    model.send_error = error;
    Commands commands{KeepInTab{}, Announce{say(content, error.empty() ? "send.sent.title" : "send.failed.title").text}};
    if (model.place == send_place(model.sends_form)) commands.emplace_back(Focus{"send:again"});
    return {std::move(model), std::move(commands)};
}

}  // namespace needlewise
