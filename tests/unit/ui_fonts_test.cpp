// The font as it is shipped: it has every letter that the program believes it can paint, and a box for the others. (./dev makes
// build/fonts before it runs the tests.)
#include "ui/fonts.h"

#include <imgui.h>

#include <gtest/gtest.h>

#include "core/letters.h"
#include "support/shipped.h"
#include "ui_font.h"

namespace needlewise::ui {
namespace {

TEST(UiFonts, HaveEveryLetterThatIsPaintedAndABoxForTheOthers) {
    ui_test::Headless screen;
    const std::string regular = shipped::source_text("build/fonts/regular.ttf"),
                      semibold = shipped::source_text("build/fonts/semibold.ttf");
    ASSERT_FALSE(regular.empty() || semibold.empty());
    const Fonts fonts = add_fonts(std::as_bytes(std::span(regular)), std::as_bytes(std::span(semibold)));
    screen.begin(100, 100);
    for (ImFont* font : {fonts.regular, fonts.semibold}) {
        ASSERT_NE(font, nullptr);
        for (unsigned code = 0x20; code < 0x3000; ++code) {
            char letter[5] = {};
            ImTextCharToUtf8(letter, code);
            EXPECT_TRUE(!can_paint(letter) || font->IsGlyphInFont(static_cast<ImWchar>(code))) << std::hex << code;
        }
        constexpr ImWchar box = 0x25A1, greek = 0x3A9;
        EXPECT_EQ(font->GetFontBaked(18)->FindGlyph(greek)->Codepoint, box);
    }
    screen.end();
}

}  // namespace
}  // namespace needlewise::ui
