// What surrounds every page: the banner with the ways in, the footer with help, display and version.
#include "core/page_parts.h"

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

}  // namespace

Node banner(const Content& content, const Model& model) {
    Node banner{Section{Landmark::banner, Look::plain, {}}, "banner"};
    Node home = link_to(say(content, "app.name").text, "", LinkLook::nav);
    home.id = "brand";
    banner.children.push_back(std::move(home));
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
    Node display{Section{Landmark::none, Look::actions, say(content, "theme.label").text}, "display"};
    display.children.push_back(theme_button(content, model, "theme.system", Theme::system));
    display.children.push_back(theme_button(content, model, "theme.light", Theme::light));
    display.children.push_back(theme_button(content, model, "theme.dark", Theme::dark));
    footer.children.push_back(std::move(display));
    footer.children.push_back({Paragraph{say(content, "footer.version", {{"version", content.version}}).text, Style::small, {}}});
    return footer;
}

}  // namespace needlewise
