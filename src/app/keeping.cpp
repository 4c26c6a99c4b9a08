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
        if (content.form && end != std::string_view::npos) {
            auto read = read_form_response(text.substr(end + 1), "kept");
            if (read) take.filling = std::move(read->response);
            else take.unreadable = true;
        }
        apply(take);
    }
    if (const auto draft = files.find("draft"); draft != files.end())
        if (const auto found = action_told("draft", draft->second)) apply(*found);
    if (!model.notice.empty())
        commands.emplace_back(Announce{say(content, model.notice, {{"count", std::to_string(model.left_out)}}).text});
}

// The answers of the consultation in the first line, those of anybody's questionnaire in the rest.
void App::keep_in_tab() {
    if (!keeps_in_tab(content, model)) return platform::request("keep");
    std::string text = kept_text(content.questionnaire, model.answers);
    if (content.form && model.filling) {
        const std::string filling = write_form_response(answered(*model.filling));
        if (text.size() + filling.size() < longest_kept_text) text += "\n" + filling;
    }
    platform::request("keep", {}, text);
}

void App::keep_draft() {
    if (model.draft) platform::request("draft", "keep", kept_text(content.questionnaire, model.answers));
    else platform::request("draft", "forget");
}

}  // namespace needlewise
