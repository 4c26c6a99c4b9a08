// Which rows of the picture are painted again, at a pixel ratio of 2 on a page of 400 by 800.
#include "platform/damage.h"

#include <gtest/gtest.h>

#include <functional>

#include "ui_font.h"

namespace needlewise::platform {
namespace {

constexpr ImU32 ink = IM_COL32(20, 40, 60, 255), paper = IM_COL32(250, 247, 242, 255);

class PlatformDamage : public testing::Test {
protected:
    ui_test::Headless screen;
    Damage damage;

    // A picture of a page with one card, and what else is drawn on it.
    ImDrawData& picture(float card_top, const std::function<void(ImDrawList&)>& more = [](ImDrawList&) {}) {
        ImDrawList& draw = screen.begin(400, 800, 2);
        draw.AddRectFilled({0, 0}, {400, 800}, paper);
        draw.AddRectFilled({20, card_top}, {380, card_top + 60}, ink, 12);
        more(draw);
        return screen.end();
    }

    std::optional<Rows> rows(float card_top, const std::function<void(ImDrawList&)>& more = [](ImDrawList&) {}) {
        return damage.since_last(picture(card_top, more));
    }
};

TEST_F(PlatformDamage, TheFirstPictureIsAllNew) { EXPECT_EQ(rows(100), (Rows{0, 1600})); }

TEST_F(PlatformDamage, TheSamePictureIsNotPaintedAgain) {
    rows(100);
    EXPECT_EQ(rows(100), std::nullopt);
}

TEST_F(PlatformDamage, WhatHasMovedIsPaintedWhereItWasAndWhereItIs) {
    rows(104);
    const auto moved = rows(300);
    ASSERT_TRUE(moved);
    EXPECT_LE(moved->top, 2 * 104);
    EXPECT_GT(moved->top, 2 * 70);
    EXPECT_GE(moved->bottom, 2 * 360);
    EXPECT_LT(moved->bottom, 2 * 400);
}

TEST_F(PlatformDamage, AColourAWordAndAnOrderAreChanges) {
    const auto two = [](ImU32 over, ImU32 under) {
        return [=](ImDrawList& draw) {
            draw.AddRectFilled({30, 500}, {60, 540}, under);
            draw.AddRectFilled({40, 500}, {70, 540}, over);
        };
    };
    rows(100, two(ink, paper));
    EXPECT_TRUE(rows(100, two(paper, ink)));
    const auto word = [&](const char* text) {
        return [=, this](ImDrawList& draw) { draw.AddText(screen.fonts.regular, 18, {30, 600}, ink, text); };
    };
    rows(100, word("Continue"));
    const auto said = rows(100, word("Continues"));
    ASSERT_TRUE(said);
    EXPECT_GE(said->top, 2 * 560);
    EXPECT_EQ(rows(100, word("Continues")), std::nullopt);
}

TEST_F(PlatformDamage, WhatIsCutOffIsNoChange) {
    const auto below = [](float top) {
        return [=](ImDrawList& draw) {
            draw.PushClipRect({0, 0}, {400, 200});
            draw.AddRectFilled({0, top}, {400, top + 50}, ink);
            draw.PopClipRect();
        };
    };
    rows(100, below(400));
    EXPECT_EQ(rows(100, below(500)), std::nullopt);
}

TEST_F(PlatformDamage, LostPixelsAreAllPaintedAgain) {
    rows(100);
    damage.lose();
    EXPECT_EQ(rows(100), (Rows{0, 1600}));
}

// As the renderer works it out, imgui_impl_opengl3.cpp.
Rows cut(const ImDrawData& data, const ImDrawCmd& command) {
    const float scale = data.FramebufferScale.y;
    const int height = static_cast<int>(data.DisplaySize.y * scale);
    const float from = command.ClipRect.y * scale, to = command.ClipRect.w * scale;
    const int below = static_cast<int>(static_cast<float>(height) - to);
    return {height - below - static_cast<int>(to - from), height - below};
}

TEST_F(PlatformDamage, CutsToTheVeryPixelAtEveryRatio) {
    for (const float ratio : {1.0f, 1.1f, 1.25f, 1.5f, 2.0f, 2.625f, 3.0f}) {
        for (int top = 0; top < 700; top += 37) {
            ImDrawData& data = picture(100, [](ImDrawList& draw) {
                draw.PushClipRect({0, 33.3f}, {400, 555.7f});
                draw.AddRectFilled({0, 0}, {400, 800}, ink);
                draw.PopClipRect();
            });
            data.FramebufferScale = {ratio, ratio};
            std::vector<Rows> before;
            for (const ImDrawCmd& command : data.CmdLists[0]->CmdBuffer) before.push_back(cut(data, command));
            const Rows kept{top, top + 61};
            keep_only(data, kept);
            for (int i = 0; i < data.CmdLists[0]->CmdBuffer.Size; i++) {
                const ImDrawCmd& command = data.CmdLists[0]->CmdBuffer[i];
                const Rows was = before[static_cast<std::size_t>(i)],
                           wanted{std::max(was.top, kept.top), std::min(was.bottom, kept.bottom)};
                if (wanted.top >= wanted.bottom) EXPECT_EQ(command.ElemCount, 0u);
                else EXPECT_EQ(cut(data, command), wanted) << ratio << " from " << top;
            }
        }
    }
}

}  // namespace
}  // namespace needlewise::platform
