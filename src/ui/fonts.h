// The two weights of the typeface in ImGui's font atlas, and measuring text with them.
#pragma once

#include <cstddef>
#include <span>

#include "ui/text.h"

struct ImFont;

namespace needlewise::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ImFont* of(bool strong) const { return strong ? semibold : regular; }
};

// Needs a current ImGui context, whose style it also sets to draw smooth curves. TrueType or OpenType bytes, copied. Sizes
// are CSS font sizes (em), not ImGui's line heights. Glyphs are made when first drawn, at the density of
// io.DisplayFramebufferScale. For empty or unreadable bytes the other font stands in; without either, letters that are not seen.
Fonts add_fonts(std::span<const std::byte> regular, std::span<const std::byte> semibold);

// Lets both fonts make their glyphs for the screen's pixels; ImGui by itself does so only for the font it would write with.
void follow_screen(const Fonts& fonts);

class FontMeasure final : public TextMeasure {
public:
    explicit FontMeasure(Fonts fonts_) : fonts(fonts_) { follow_screen(fonts); }
    float width(std::string_view text, float size, bool semibold) const override;

private:
    Fonts fonts;
};

}  // namespace needlewise::ui
