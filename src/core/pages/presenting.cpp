// The frame while staff present, and the question of a kiosk that nobody has touched for a while.
#include <algorithm>

#include "core/journey/presentation.h"
#include "core/pages/parts.h"

namespace needlewise {

namespace {

Node button(const Content& content, std::string_view key, ButtonLook look, Action action) {
    return {Button{.label = say(content, key).text, .look = look, .action = std::move(action)}, std::string(key)};
}

}  // namespace

// The way on stands last, where a right thumb is; behind the last slide it leads out.
Node presenter_bar(const Content& content, const Model& model) {
    const auto all = slides(content, model);
    const std::size_t here = slide_at(all, model.place);
    Node bar{Section{Landmark::navigation, Look::actions, say(content, "present.label").text}, "presenting"};
    bar.children.push_back(button(content, "present.leave", ButtonLook::quiet, Present{false}));
    bar.children.push_back(button(content, "present.draw", ButtonLook::secondary, Draw{!model.drawing}));
    std::get<Button>(bar.children.back().what).pressed = model.drawing;
    bar.children.push_back(button(content, "present.clear", ButtonLook::quiet, ClearDrawing{}));
    bar.children.push_back(button(content, "present.back", ButtonLook::secondary, Turn{-1}));
    const std::string count = std::to_string(all.size());
    const Text at = here == all.size() ? say(content, "present.outside", {{"count", count}})
                                       : say(content, "present.at", {{"number", std::to_string(here + 1)}, {"count", count}});
    bar.children.push_back({Paragraph{at.text, Style::small}, "present:at"});
    bar.children.push_back(button(content, "present.next", ButtonLook::primary, Turn{1}));
    if (here + 1 == all.size()) {
        auto& next = std::get<Button>(bar.children.back().what);
        next.label = say(content, "present.finish").text;
        next.action = Present{false};
    }
    return bar;
}

// Said at half a minute, at ten seconds and at five, not every second.
Node idle_dialog(const Content& content, int seconds_left) {
    constexpr int ten = 10, five = 5, all = 30;
    const int said = seconds_left <= five ? five : seconds_left <= ten ? ten : all;
    const std::string title = say(content, "idle.title").text;
    const auto seconds = [&](int count) { return with_unit(content.words, count, count, "second"); };
    Node dialog{Section{Landmark::alertdialog, Look::card, title, Idle{}}, "dialog"};
    dialog.children.push_back({Heading{2, title}});
    dialog.children.push_back({Paragraph{say(content, "idle.text").text}});
    dialog.children.push_back({Paragraph{seconds(seconds_left), Style::figure}, "idle:left"});
    dialog.children.push_back({Status{say(content, "idle.soon", {{"seconds", seconds(said)}}).text}, "idle:soon"});
    Node row{Section{Landmark::none, Look::actions, {}}};
    row.children.push_back({Button{.label = say(content, "idle.here").text, .look = ButtonLook::primary, .action = Idle{}}, "idle:here"});
    dialog.children.push_back(std::move(row));
    return dialog;
}

}  // namespace needlewise
