// What surrounds every page: the banner with the ways in, the footer with settings and version.
#include "core/pages/clinic.h"

namespace needlewise {

namespace {

Node nav_link(const Content& content, const Model& model, std::string_view key, std::string path, PageKind kind) {
    Node node = link_to(say(content, key).text, std::move(path), LinkLook::nav);
    std::get<Link>(node.what).current = model.place.kind == kind;
    return node;
}

// For who comes by keyboard: the first stop of every page.
Node skip_link(const Content& content) {
    Link link{.label = say(content, "nav.skip").text, .detail = {}, .path = {}, .url = {}, .field = "h1", .look = LinkLook::skip};
    return {std::move(link), "skip"};
}

// Of all that a short message says, what the person wanted. Everything else says what could not be had or is gone.
constexpr std::string_view good_news[] = {"notice.copied",     "notice.saved",         "notice.opened",
                                          "notice.draft-kept", "notice.draft-deleted", "notice.started-over"};

}  // namespace

std::string_view privacy_key(const Content& content, const Model& model) {
    if (content.in_kiosk()) return "privacy.kiosk";
    return model.tab_refused ? "privacy.not-kept" : "privacy.answers";
}

bool wipes_at_end(const Content& content, const Model& model) { return content.in_kiosk() || model.place.kind == PageKind::staff; }

Node start_over_dialog(const Content& content, bool wipes) {
    const std::string title = say(content, wipes ? "wipe.title" : "start-over.title").text;
    Node dialog{Section{Landmark::dialog, Look::card, title, AskToStartOver{false}}, "dialog"};
    dialog.children.push_back({Heading{2, title}});
    dialog.children.push_back({Paragraph{say(content, wipes ? "wipe.text" : "start-over.text").text}});
    Node row{Section{Landmark::none, Look::actions, {}}};
    row.children.push_back({Button{.label = say(content, wipes ? "wipe.yes" : "start-over.yes").text,
                                   .look = ButtonLook::secondary,
                                   .action = wipes ? Action{Wipe{}} : Action{StartOver{}}},
                            "start-over:yes"});
    row.children.push_back({Button{.label = say(content, wipes ? "wipe.no" : "start-over.no").text,
                                   .look = ButtonLook::primary,  // what loses nothing
                                   .action = AskToStartOver{false}},
                            "start-over:no"});
    dialog.children.push_back(std::move(row));
    return dialog;
}

Node toast(const Content& content, const Model& model) {
    const bool well = std::ranges::find(good_news, model.notice) != std::end(good_news);
    Node toast{Section{Landmark::none, well ? Look::toast : Look::warning, {}}, "toast"};
    toast.children.push_back({Status{say(content, model.notice, {{"count", std::to_string(model.left_out)}}).text}, "notice"});
    return toast;
}

Node banner(const Content& content, const Model& model) {
    Node banner{Section{Landmark::banner, Look::plain, {}}, "banner"};
    banner.children.push_back(skip_link(content));
    banner.children.push_back(clinic_brand(content));
    Node nav{Section{Landmark::navigation, Look::plain, say(content, "nav.label").text}, "nav"};
    nav.children.push_back(nav_link(content, model, "nav.learn", "learn", PageKind::learn));
    nav.children.push_back(nav_link(content, model, "nav.sources", "sources", PageKind::sources));
    nav.children.push_back(nav_link(content, model, "nav.help", "help", PageKind::help));
    banner.children.push_back(std::move(nav));
    return banner;
}

Node footer(const Content& content) {
    Node footer{Section{Landmark::contentinfo, Look::plain, {}}, "footer"};
    footer.children.push_back({Paragraph{say(content, "footer.decides").text, Style::small, {}}});
    if (content.settings) footer.children.push_back(link_to(say(content, "nav.settings").text, "settings", LinkLook::text));
    footer.children.push_back(link_to(say(content, "nav.about").text, "about", LinkLook::text));
    footer.children.push_back(link_to(say(content, "nav.accessibility").text, "accessibility", LinkLook::text));
    if (content.in_kiosk()) footer.children.push_back(link_to(say(content, "nav.staff").text, "staff", LinkLook::text));
    append(footer.children, clinic_footer(content));
    return footer;
}

}  // namespace needlewise
