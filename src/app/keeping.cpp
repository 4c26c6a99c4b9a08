// What the surroundings keep of the answers: handed in as files before the start, "kept" by this tab and "draft" on this device, and told
// back whenever the answers change.
#include "core/journey/keeping.h"
#include "app/app.h"
#include "content/form/form.h"
#include "core/form/answers_link.h"
#include "core/form/filling.h"
#include "core/journey/told.h"

namespace needlewise {

// Before the first page is shown, so that the page that was left is the page that comes.
void App::take_kept() {
    model.can_draft = files.contains("can-draft");
    if (content.in_kiosk()) platform::request("keep-nothing");
    if (const auto kept = files.find("kept"); kept != files.end()) {
        const std::string_view text = kept->second;
        const std::size_t end = text.find('\n');
        TakeKept take{.text = std::string(text.substr(0, end))};
        const std::string_view filling = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (content.form && !filling.empty()) {
            auto read = read_form_response(filling, "kept");
            if (read) take.filling = std::move(read->response);
            else take.unreadable = true;
        } else {
            waiting_filling = filling;
        }
        if (!take.text.empty() || waiting_filling.empty()) apply(take);
        take_sent();
    }
    if (const auto draft = files.find("draft"); draft != files.end())
        if (const auto found = action_told("draft", draft->second)) apply(*found);
    if (!model.notice.empty())
        commands.emplace_back(Announce{say(content, model.notice, {{"count", std::to_string(model.left_out)}}).text});
}

// Whether the answers had gone to the clinic when the page was left. What was on its way may have arrived or not.
void App::take_sent() {
    const auto sent = files.find("kept/sent");
    if (sent == files.end() || (model.answers.empty() && !model.filling)) return;
    read_sent_words(model, sent->second);
}

// The answers of the consultation in the first line, those of anybody's questionnaire in the rest. Where the pack could not be used, what
// was kept before it came so stays as it is.
void App::keep_in_tab() {
    if (content.pack_refused) return;
    if (!keeps_in_tab(content, model)) return platform::request("keep");
    std::string text = kept_text(content.questionnaire, model.answers);
    if (content.form && model.filling) {
        const std::string filling = write_form_response(answered(*model.filling));
        if (text.size() + filling.size() < longest_kept_text) text += "\n" + filling;
        else if (!model.tab_refused) apply(AskedDone{"tab", false});  // nobody finds that out by reloading
    } else if (!waiting_filling.empty()) {
        text += "\n" + waiting_filling;
    }
    platform::request("keep", sent_words(model), text);
}

void App::keep_draft() {
    if (model.draft) platform::request("draft", "keep", kept_text(content.questionnaire, model.answers));
    else platform::request("draft", "forget");
}

}  // namespace needlewise
