// Dear ImGui as the platforms use it: fonts, one list, and the picture for the renderer, without its windows.
#include "platform/frame.h"

#include <gtest/gtest.h>

#include "ui_font.h"

namespace needlewise::platform {
namespace {

class PlatformFrame : public testing::Test {
protected:
    ui_test::Headless screen;

    ImDrawData& write(const char* letters) {
        screen.begin(390, 844, 2).AddText(screen.fonts.regular, 16, {0, 0}, IM_COL32_WHITE, letters);
        return picture();
    }
};

TEST_F(PlatformFrame, IsEmptyWhereNothingIsDrawn) {
    screen.begin(390, 844, 2);
    const ImDrawData& empty = picture();
    EXPECT_TRUE(empty.Valid);
    EXPECT_EQ(empty.CmdListsCount, 0);
    EXPECT_EQ(empty.DisplaySize.y, 844);
    EXPECT_EQ(empty.FramebufferScale.x, 2);
}

TEST_F(PlatformFrame, HoldsWhatWasDrawnSinceItBegan) {
    for (int frame = 0; frame < 3; ++frame) {
        screen.begin(390, 844).AddRectFilled({0, 0}, {100, 10}, IM_COL32_WHITE);
        const ImDrawData& one = picture();
        ASSERT_EQ(one.CmdListsCount, 1);
        EXPECT_EQ(one.TotalIdxCount, 6);
        EXPECT_EQ(one.CmdLists[0]->CmdBuffer[0].ClipRect.z, 390);
        EXPECT_EQ(one.CmdLists[0]->CmdBuffer[0].ClipRect.w, 844);
    }
}

TEST_F(PlatformFrame, HandsTheLettersToTheRendererOnce) {
    const ImDrawData& first = write("ab");
    EXPECT_EQ(first.TotalIdxCount, 2 * 6);
    ASSERT_EQ(first.Textures->Size, 1);
    ImTextureData& letters = *first.Textures->front();
    EXPECT_EQ(letters.Status, ImTextureStatus_WantCreate);
    EXPECT_EQ(&letters, ImGui::GetPlatformIO().Textures.front()) << "where a renderer that goes away looks for them";
    screen.end();
    write("ba");
    EXPECT_EQ(letters.Status, ImTextureStatus_OK);
}

TEST_F(PlatformFrame, LettersAreAsDenseAsTheScreen) {
    write("a");
    EXPECT_EQ(screen.fonts.regular->GetFontBaked(16)->RasterizerDensity, 2);
    screen.end();
    screen.begin(390, 844, 1);
    EXPECT_EQ(screen.fonts.regular->GetFontBaked(16)->RasterizerDensity, 1);
}

}  // namespace
}  // namespace needlewise::platform
