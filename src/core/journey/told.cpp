#include "core/journey/told.h"

#include <algorithm>
#include <charconv>

#include "core/letters.h"

namespace needlewise {

namespace {

// What may be asked for in vain; `frame`: to stay as it is while the page around takes it out.
constexpr std::string_view refusable[] = {"copy", "save", "draft", "tab", "frame"};

std::optional<Theme> theme_named(std::string_view name) {
    if (name == "system") return Theme::system;
    if (name == "light") return Theme::light;
    if (name == "dark") return Theme::dark;
    return std::nullopt;
}

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// "4 30": wrong ones in a row, and seconds.
std::optional<Action> pins_told(std::string_view value) {
    const std::size_t space = value.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto wrong = number_in(value.substr(0, space)), seconds = number_in(value.substr(space + 1));
    return wrong && seconds ? std::optional<Action>(CountPins{*wrong, *seconds}) : std::nullopt;
}

// "2026-11-22 1.G7K-AB3.9QX": the day it was kept on, and the answers.
Action draft_told(std::string_view value) {
    const std::size_t space = value.find(' ');
    if (space == std::string_view::npos) return FindDraft{.day = {}, .text = std::string(value.substr(0, 1))};  // no draft of ours, or none
    return FindDraft{.day = std::string(value.substr(0, space)), .text = std::string(value.substr(space + 1))};
}

}  // namespace

std::optional<Action> action_told(std::string_view what, std::string_view value) {
    constexpr std::size_t longest = 200;
    const std::string text(first_letters(value, longest));
    if (what == "language") return SetLanguage{text};
    if (what == "country") return SetCountry{text};
    if (what == "reset") return StartOver{};
    if (what == "print") return PrintPage{};
    if (what == "connect") return Connect{value == "1"};
    if (what == "sent") return SendEnded{};
    if (what == "send-failed") return SendEnded{text.empty() ? std::string("?") : text};
    if (what == "done" && (value == "copy" || value == "save" || value == "draft")) return AskedDone{text, true};
    if (what == "refused" && std::ranges::contains(refusable, value)) return AskedDone{text, false};
    if (what == "wipe") return Wipe{};
    if (what == "kept-ended") return KeptEnded{};
    if (what == "draft") return draft_told(value);
    if (what == "turn") return Turn{value == "back" ? -1 : 1};
    if (what == "draw") return Draw{value == "1"};
    if (what == "pin-wait-ended") return PinWaitEnded{};
    if (what == "go-on") {
        const auto number = number_in(value);
        return number ? std::optional<Action>(GoOn{*number}) : std::nullopt;
    }
    if (what == "pins") return pins_told(value);
    if (what == "theme") {
        const auto theme = theme_named(value);
        return theme ? std::optional<Action>(SetTheme{*theme}) : std::nullopt;
    }
    if (what == "idle") {
        const auto seconds = number_in(value);
        return seconds ? std::optional<Action>(Idle{std::max(*seconds, 0)}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace needlewise
