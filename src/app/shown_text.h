// Texts that the canvas leaves to the document, measured by it.
#pragma once

#include <string_view>

#include "platform/platform.h"
#include "ui/text.h"

namespace needlewise {

class ShownText final : public ui::DocumentText {
public:
    explicit ShownText(std::string_view language_) : language(language_) {}

    ui::Setting set(std::string_view text, const ui::TextStyle& style, float width) const override {
        const platform::TextBlock block = ask(text, style, width);
        return {.width = block.width, .last = block.last_width, .lines = block.lines};
    }

    float longest_word(std::string_view text, const ui::TextStyle& style) const override {
        constexpr float narrowest = -1;
        return ask(text, style, narrowest).width;
    }

private:
    platform::TextBlock ask(std::string_view text, const ui::TextStyle& style, float width) const {
        return platform::set_text(
            text, {.size = style.size, .line_height = style.line_height, .width = width, .semibold = style.semibold, .language = language});
    }

    std::string_view language;
};

}  // namespace needlewise
