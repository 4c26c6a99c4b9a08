// What surrounds every page: the banner with the ways in, the footer with help, display and version.
#include <algorithm>
#include <iterator>

#include "core/pages/clinic.h"

namespace needlewise {

namespace {

Node nav_link(const Content& content, const Model& model, std::string_view key, std::string path, PageKind kind) {
    Node node = link_to(say(content, key).text, std::move(path), LinkLook::nav);
    std::get<Link>(node.what).current = model.place.kind == kind;
    return node;
}

Node theme_button(const Content& content, const Model& model, std::string_view key, Theme theme) {
    Button button;
    button.label = say(content, key).text;
    button.look = ButtonLook::chip;
    button.action = SetTheme{theme};
    button.pressed = model.theme == theme;
    return {std::move(button), "theme:" + std::string(key)};
}

// Every language by its own name. One that is being loaded is shown as chosen already.
Node language(const Content& content, const Model& model) {
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

bool in_kiosk(const Content& content) { return content.clinic && content.clinic->kiosk; }

std::string_view privacy_key(const Content& content) { return in_kiosk(content) ? "privacy.kiosk" : "privacy.answers"; }

bool wipes_at_end(const Content& content, const Model& model) { return in_kiosk(content) || model.place.kind == PageKind::staff; }

Node start_over_dialog(const Content& content, bool wipes) {
    const std::string title = say(content, wipes ? "wipe.title" : "start-over.title").text;
    Node dialog{Section{Landmark::dialog, Look::card, title, AskToStartOver{false}}, "dialog"};
    dialog.children.push_back({Heading{2, title}});
    dialog.children.push_back({Paragraph{say(content, wipes ? "wipe.text" : "start-over.text").text}});
    Node row{Section{Landmark::none, Look::actions, {}}};
    row.children.push_back({Button{.label = say(content, wipes ? "wipe.yes" : "start-over.yes").text,
                                   .look = ButtonLook::primary,
                                   .action = wipes ? Action{Wipe{}} : Action{StartOver{}}},
                            "start-over:yes"});
    row.children.push_back({Button{.label = say(content, wipes ? "wipe.no" : "start-over.no").text,
                                   .look = ButtonLook::secondary,
                                   .action = AskToStartOver{false}},
                            "start-over:no"});
    dialog.children.push_back(std::move(row));
    return dialog;
}

Node toast(std::string text) {
    Node toast{Section{Landmark::none, Look::toast, {}}, "toast"};
    toast.children.push_back({Status{std::move(text)}, "notice"});
    return toast;
}

Node banner(const Content& content, const Model& model) {
    Node banner{Section{Landmark::banner, Look::plain, {}}, "banner"};
    banner.children.push_back(clinic_brand(content));
    Node nav{Section{Landmark::navigation, Look::plain, say(content, "nav.label").text}, "nav"};
    nav.children.push_back(nav_link(content, model, "nav.learn", "learn", PageKind::learn));
    nav.children.push_back(nav_link(content, model, "nav.sources", "sources", PageKind::sources));
    nav.children.push_back(nav_link(content, model, "nav.help", "help", PageKind::help));
    banner.children.push_back(std::move(nav));
    return banner;
}

Node footer(const Content& content, const Model& model) {
    Node footer{Section{Landmark::contentinfo, Look::plain, {}}, "footer"};
    footer.children.push_back({Paragraph{say(content, "footer.decides").text, Style::small, {}}});
    footer.children.push_back(link_to(say(content, "nav.about").text, "about", LinkLook::text));
    footer.children.push_back(link_to(say(content, "nav.accessibility").text, "accessibility", LinkLook::text));
    if (in_kiosk(content)) footer.children.push_back(link_to(say(content, "nav.staff").text, "staff", LinkLook::text));
    if (content.languages.size() > 1) footer.children.push_back(language(content, model));
    if (!model.coming_language.empty()) {
        const std::string name = say(content, "language." + model.coming_language).text;
        footer.children.push_back({Paragraph{say(content, "language.loading", {{"language", name}}).text, Style::small, {}}, "loading"});
    }
    Node display{Section{Landmark::none, Look::segments, say(content, "theme.label").text}, "display"};
    display.children.push_back(theme_button(content, model, "theme.system", Theme::system));
    display.children.push_back(theme_button(content, model, "theme.light", Theme::light));
    display.children.push_back(theme_button(content, model, "theme.dark", Theme::dark));
    footer.children.push_back(std::move(display));
    footer.children.push_back(text_size(content, model));
    footer.children.push_back({Paragraph{say(content, "footer.version", {{"version", content.version}}).text, Style::small, {}}});
    append(footer.children, clinic_footer(content));
    return footer;
}

}  // namespace needlewise
