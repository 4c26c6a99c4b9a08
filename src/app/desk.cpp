// Raw input of the desktop window: what a browser's document does for us on the web. The pointer finds the node under it,
// Tab walks through what can be activated, arrows through the answers of a question.
#include <algorithm>

#include "app/app.h"
#include "ui/metrics.h"

namespace needlewise {

namespace {

constexpr float page_step = 0.9f, line_step = 60, margin = 24, thumb = ui::extent::slider_thumb;

bool same_question(const Node* a, const Node* b) {
    const auto* first = a ? std::get_if<ChoiceOption>(&a->what) : nullptr;
    const auto* second = b ? std::get_if<ChoiceOption>(&b->what) : nullptr;
    return first && second && first->link_id == second->link_id;
}

void show_value(std::vector<Node>& nodes, Key key, const std::string& value) {
    for (Node& node : nodes) {
        if (auto* date = std::get_if<DateField>(&node.what); date && node.key == key) date->value = value;
        show_value(node.children, key, value);
    }
}

}  // namespace

std::vector<Key> App::stops() const {
    std::vector<Key> keys;
    const auto nodes = preorder(page);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (interactive(*nodes[i]) && (!layout.modal || in_dialog(i))) keys.push_back(nodes[i]->key);
    return keys;
}

// A dialog is the last thing on the page, but for a message.
bool App::in_dialog(std::size_t index) const {
    const Node* dialog = find_id(page, "dialog");
    if (!dialog) return false;
    const auto first = std::ranges::find(layout.keys, dialog->key) - layout.keys.begin();
    return index >= static_cast<std::size_t>(first);
}

void App::focus_stop(Key key) {
    interaction.focused = key;
    interaction.focus_visible = true;
    typed.clear();
    const int index = index_of(key);
    if (index < 0 || layout.pinned[static_cast<std::size_t>(index)]) return;
    const ui::Rect rect = layout.targets[static_cast<std::size_t>(index)];
    if (rect.y - margin < top) wheel(rect.y - margin - top);
    else if (rect.bottom() + margin > top + screen.height - layout.bar) wheel(rect.bottom() + margin + layout.bar - top - screen.height);
}

void App::move_focus(int step) {
    const auto keys = stops();
    if (keys.empty()) return;
    const auto here = std::ranges::find(keys, interaction.focused);
    const auto count = static_cast<int>(keys.size());
    const int at = here == keys.end() ? (step > 0 ? -1 : count) : static_cast<int>(here - keys.begin());
    focus_stop(keys[static_cast<std::size_t>(std::clamp(at + step, 0, count - 1))]);
}

void App::activate(const Node& node) {
    if (const auto* option = std::get_if<ChoiceOption>(&node.what))
        return event(node.key, option->multiple && option->selected ? "0" : "1");
    if (const auto* link = std::get_if<Link>(&node.what); link && !link->url.empty()) return platform::open_link(link->url);
    if (const auto* select = std::get_if<Select>(&node.what)) {  // without a list to open, the next one
        const auto here = std::ranges::find(select->options, select->value, &Select::Option::value);
        const bool last = here == select->options.end() || here + 1 == select->options.end();
        return event(node.key, last ? select->options.front().value : (here + 1)->value);
    }
    if (!std::holds_alternative<DateField>(node.what) && !std::holds_alternative<Slider>(node.what)) event(node.key, "");
}

// The step under the pointer; the track ends half a thumb from the edges.
void App::slide_to(const Node& node, float x) {
    const auto* slider = std::get_if<Slider>(&node.what);
    const int index = index_of(node.key);
    if (!slider || index < 0) return;
    const ui::Rect& track = layout.targets[static_cast<std::size_t>(index)];
    const float share = std::clamp((x - track.x - thumb / 2) / std::max(track.w - thumb, 1.0f), 0.0f, 1.0f);
    event(node.key, std::to_string(static_cast<int>(share * static_cast<float>(slider->max) + 0.5f)));
}

void App::pointer(float x, float y, bool down) {
    const auto nodes = preorder(page);
    std::uint32_t under = 0;
    for (std::size_t i = 0; i < nodes.size() && i < layout.targets.size(); ++i) {
        const ui::Rect& rect = layout.targets[i];
        const bool pinned = layout.pinned[i] != 0;
        if (layout.modal && !in_dialog(i)) continue;
        const float at = pinned ? y : y + top;
        if (interactive(*nodes[i]) && x >= rect.x && x < rect.right() && at >= rect.y && at < rect.bottom()) under = nodes[i]->key;
    }
    interaction.hovered = under;
    if (down && interaction.pressed == 0) {
        interaction.pressed = under;
        interaction.focused = under;
        interaction.focus_visible = false;
        typed.clear();
    }
    if (down && interaction.pressed != 0) {
        if (const Node* held = find(page, interaction.pressed)) slide_to(*held, x);
    } else if (!down && interaction.pressed != 0) {
        const Node* node = interaction.pressed == under ? find(page, under) : nullptr;
        interaction.pressed = 0;
        if (node) activate(*node);
    }
}

void App::wheel(float distance) { top = std::clamp(top + distance, 0.0f, std::max(0.0f, layout.height - screen.height)); }

void App::press(platform::DeskKey key) {
    const Node* here = find(page, interaction.focused);
    const auto step = [&](int by) {
        const Key before = interaction.focused;
        move_focus(by);
        if (!same_question(here, find(page, interaction.focused))) focus_stop(before);
        else if (const auto* option = std::get_if<ChoiceOption>(&here->what); option && !option->multiple)
            activate(*find(page, interaction.focused));
    };
    const bool answering = here && std::holds_alternative<ChoiceOption>(here->what);
    const auto* slider = here ? std::get_if<Slider>(&here->what) : nullptr;
    const auto slide = [&](int by) { event(here->key, std::to_string(slider->value + by)); };
    switch (key) {
        case platform::DeskKey::next: return move_focus(1);
        case platform::DeskKey::previous: return move_focus(-1);
        case platform::DeskKey::left: return slider ? slide(-1) : answering ? step(-1) : void();
        case platform::DeskKey::right: return slider ? slide(1) : answering ? step(1) : void();
        case platform::DeskKey::up: return slider ? slide(1) : answering ? step(-1) : wheel(-line_step);
        case platform::DeskKey::down: return slider ? slide(-1) : answering ? step(1) : wheel(line_step);
        case platform::DeskKey::page_up: return wheel(-page_step * screen.height);
        case platform::DeskKey::page_down: return wheel(page_step * screen.height);
        case platform::DeskKey::home: return wheel(-layout.height);
        case platform::DeskKey::end: return wheel(layout.height);
        case platform::DeskKey::erase:
            typed.clear();
            return here && std::holds_alternative<DateField>(here->what) ? event(here->key, "") : void();
        case platform::DeskKey::activate:
            if (here) activate(*here);
            return;
    }
}

// A date is typed as its figures, 20261122; it counts once it is whole, and is shown as far as it is there.
void App::type(std::string_view text) {
    const Node* here = find(page, interaction.focused);
    if (!here || !std::holds_alternative<DateField>(here->what)) return;
    for (const char letter : text) {
        if (letter < '0' || letter > '9') continue;
        if (typed.size() == 4 || typed.size() == 7) typed += '-';
        typed += letter;
    }
    if (typed.size() >= 10) return event(here->key, std::exchange(typed, {}).substr(0, 10));
    show_value(page.nodes, interaction.focused, typed);
    stale = true;
}

}  // namespace needlewise
