// How the pages are shown: the language, light or dark, and the size of the text.
#include <algorithm>
#include <iterator>

#include "core/pages/parts.h"

namespace needlewise {

namespace {

Node theme_button(const Content& content, const Model& model, std::string_view key, Theme theme) {
    Button button;
    button.label = say(content, key).text;
    button.look = ButtonLook::chip;
    button.action = SetTheme{theme};
    button.pressed = model.theme == theme;
    return {std::move(button), "theme:" + std::string(key)};
}

// Every language by its own name. One that is being loaded is shown as chosen already.
Node language_list(const Content& content, const Model& model) {
    Select select{.label = say(content, "language.label").text,
                  .value = model.coming_language.empty() ? content.words.language : model.coming_language};
    for (const std::string& code : content.languages)
        select.options.push_back({.value = code, .label = say(content, "language." + code).text, .language = code});
    return {std::move(select), "language"};
}

// At an end the button stays, so that focus is not lost; it then says that this is the end.
Node text_size(const Content& content, const Model& model) {
    const auto* here = std::ranges::find(text_sizes, model.text_size);
    const auto* last = std::end(text_sizes) - 1;
    if (here > last) here = std::ranges::find(text_sizes, 100);
    const auto button = [&](std::string_view key, int percent, std::string id) {
        return Node{Button{.label = say(content, key).text, .look = ButtonLook::chip, .action = SetTextSize{percent}}, std::move(id)};
    };
    const std::string percent = with_unit(content.words, model.text_size, model.text_size, "percent");
    Node row{Section{Landmark::none, Look::stepper, say(content, "text-size.label").text}, "text-size"};
    row.children.push_back(button("text-size.smaller", here == text_sizes ? *here : *(here - 1), "text-smaller"));
    row.children.push_back({Status{say(content, "text-size.now", {{"percent", percent}}).text}, "text-size-now"});
    row.children.push_back(button("text-size.larger", here == last ? *here : *(here + 1), "text-larger"));
    return row;
}

}  // namespace

void choose_language(const Content& content, const Model& model, Writer& page) {
    if (content.languages.size() < 2) return;
    page.add(language_list(content, model));
    if (model.coming_language.empty()) return;
    const std::string name = say(content, "language." + model.coming_language).text;
    page.add({Paragraph{say(content, "language.loading", {{"language", name}}).text, Style::small, {}}, "loading"});
}

std::vector<Node> settings_page(const Content& content, const Model& model) {
    Writer page(content, model, "settings");
    page.heading(1, "nav.settings");
    choose_language(content, model, page);
    page.say("theme.label", {}, Style::eyebrow);
    Node display{Section{Landmark::none, Look::segments, say(content, "theme.label").text}, "display"};
    display.children.push_back(theme_button(content, model, "theme.system", Theme::system));
    display.children.push_back(theme_button(content, model, "theme.light", Theme::light));
    display.children.push_back(theme_button(content, model, "theme.dark", Theme::dark));
    page.add(std::move(display));
    page.say("text-size.label", {}, Style::eyebrow);
    page.add(text_size(content, model));
    page.add({Button{.label = say(content, "action.back").text, .look = ButtonLook::quiet, .action = Back{}}, "back"});
    return page.finish();
}

}  // namespace needlewise
