// What the surroundings keep of the answers: handed in as files before the start, "kept" by this tab and "draft" on this device, and told
// back whenever the answers change.
#include "core/journey/keeping.h"
#include "app/app.h"
#include "core/form/answers_link.h"
#include "core/journey/told.h"

namespace needlewise {

// Before the first page is shown, so that the page that was left is the page that comes.
void App::take_kept() {
    model.can_draft = files.contains("can-draft");
    if (content.clinic && content.clinic->kiosk) platform::request("keep-nothing");
    if (const auto kept = files.find("kept"); kept != files.end()) apply(TakeKept{kept->second});
    if (const auto draft = files.find("draft"); draft != files.end())
        if (const auto found = action_told("draft", draft->second)) apply(*found);
    if (!model.notice.empty())
        commands.emplace_back(Announce{say(content, model.notice, {{"count", std::to_string(model.left_out)}}).text});
}

void App::keep_in_tab() {
    platform::request("keep", {}, keeps_in_tab(content, model) ? kept_text(content.questionnaire, model.answers) : std::string());
}

void App::keep_draft() {
    if (model.draft) platform::request("draft", "keep", kept_text(content.questionnaire, model.answers));
    else platform::request("draft", "forget");
}

}  // namespace needlewise
