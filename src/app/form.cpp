// Anybody's questionnaire in the place of the consultation or after it: read at the start. One that cannot be read is not used at all, and
// the page says why.
#include <cstdio>

#include "app/app.h"
#include "content/form/form.h"
#include "core/form/filling.h"
#include "core/form/photo.h"

namespace needlewise {

namespace {

// The file "questionnaire" names it, "questionnaire/text" is its text. The address of the page named it, or the clinic's pack: then there
// is the file "questionnaire/of-pack" too. What came within the pack needs no file.
constexpr std::string_view name_file = "questionnaire", text_file = "questionnaire/text", pack_file = "questionnaire/of-pack";

}  // namespace

void App::take_form() {
    const auto named = files.find(std::string(name_file));
    const bool of_pack = named == files.end() || files.contains(std::string(pack_file));
    if (of_pack && !(pack && pack->form)) return;
    if (named == files.end()) {
        if (pack->form->read) use_form(*pack->form->read, pack->file);
    } else if (const auto text = files.find(std::string(text_file)); text == files.end()) {
        content.form_problems = {
            {Severity::error, named->second, "", "the questionnaire could not be loaded", "is the address right, and on this site?"}};
    } else if (auto read = read_form(text->second, named->second); read) {
        use_form(std::move(*read), named->second);
    } else {
        content.form_problems = std::move(read.error());
    }
    content.form_after = of_pack && pack->form->after;
    for (const Problem& problem : content.form_problems) std::fputs((to_line(problem) + "\n").c_str(), stderr);
}

// What else is wrong with it `needlewise check` tells whoever wrote it.
void App::use_form(ReadForm read, const std::string& name) {
    auto form = std::make_shared<const Form>(std::move(read.questionnaire));
    for (const Issue& issue : read.issues.all())
        std::fputs((to_line({issue.severity, name, issue.pointer, issue.what, issue.hint}) + "\n").c_str(), stderr);
    content.form = std::move(form);
    hand_photos();
}

// Whatever has no painter for them shows them itself, by the names that the pages use.
void App::hand_photos() const {
    const auto hand = [](const std::optional<Media>& media) {
        if (!media || media->data.empty()) return;
        platform::request("photo", media->figure, photo_address(media->data));
    };
    for (const auto& entry : content.form->outline.entries()) {
        hand(entry.item->look.media);
        for (const Option& option : entry.item->options) hand(option.media);
    }
}

std::string App::form_answers() const { return write_form_response(handed_out(*content.form, filling_of(content, model), model.today)); }

}  // namespace needlewise
