// Painting with Dear ImGui and no screen: what reaches the vertices.
#include "ui/paint/paint.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ui/metrics.h"
#include "ui_font.h"
#include "ui_sample.h"

namespace needlewise::ui {
namespace {

using ui_test::Headless;

struct Painted {
    std::vector<ImDrawVert> vertices;
    std::vector<ImVec4> clips;
    double next_frame_in = 0;
};

Painted painted(Headless& screen, const Layout& layout, const Theme& theme, const Interaction& interaction, const View& view,
                UiState& state) {
    ImDrawList& draw = screen.begin(view.width, view.height, 2);
    Painted out;
    out.next_frame_in = paint(draw, {layout, theme, screen.fonts}, interaction, view, state);
    out.vertices.assign(draw.VtxBuffer.begin(), draw.VtxBuffer.end());
    for (const ImDrawCmd& command : draw.CmdBuffer) out.clips.push_back(command.ClipRect);
    screen.end();
    return out;
}

Layout measured(Headless& screen, const Page& page, float width, float height) {
    const FontMeasure measure(screen.fonts);
    return lay_out(page, {.width = width, .view_height = height, .measure = measure, .paint_fields = true});
}

TEST(UiPaint, DrawsFiniteVerticesWithinTheView) {
    Headless screen;
    for (const Page& page : ui_sample::all())
        for (const Scheme scheme : {Scheme::light, Scheme::contrast_dark})
            for (const float width : {280.0f, 390.0f, 1280.0f}) {
                constexpr float height = 700;
                const Layout layout = measured(screen, page, width, height);
                const auto last = static_cast<int>(layout.rects.size()) - 1;
                for (const float scroll : {0.0f, layout.height / 2, layout.height - height}) {
                    UiState state;
                    const View view{.scroll_y = scroll, .width = width, .height = height};
                    const Painted out =
                        painted(screen, layout, theme_for(scheme),
                                {.hovered = last / 2, .pressed = last / 3, .focused = last / 2, .focus_visible = true}, view, state);
                    ASSERT_FALSE(out.vertices.empty());
                    constexpr float near = 64;  // shadows, rings and what is half in view
                    for (const ImDrawVert& vertex : out.vertices) {
                        ASSERT_TRUE(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y));
                        ASSERT_GE(vertex.pos.x, -near);
                        ASSERT_LE(vertex.pos.x, width + near);
                    }
                    for (const ImVec4& clip : out.clips) {
                        ASSERT_GE(clip.x, 0);
                        ASSERT_LE(clip.z, width);
                    }
                }
            }
}

TEST(UiPaint, BothFontsAreMadeForThePixelsOfTheScreen) {
    Headless screen;
    const Page page = ui_sample::home();
    const Layout layout = measured(screen, page, 390, 700);
    UiState state;
    painted(screen, layout, theme_for(Scheme::light), {}, {.width = 390, .height = 700}, state);
    for (ImFont* font : {screen.fonts.regular, screen.fonts.semibold}) EXPECT_EQ(font->GetFontBaked(type::body)->RasterizerDensity, 2);
}

TEST(UiPaint, DrawsOnlyWhatIsInView) {
    Headless screen;
    const Page page = ui_sample::result();
    const Layout layout = measured(screen, page, 390, 700);
    UiState state;
    const Theme theme = theme_for(Scheme::light);
    const auto part = painted(screen, layout, theme, {}, {.width = 390, .height = 700}, state).vertices.size();
    const auto all = painted(screen, layout, theme, {}, {.width = 390, .height = layout.height}, state).vertices.size();
    EXPECT_LT(part * 2, all);
}

TEST(UiPaint, NothingMovesOnAPageAtRest) {
    Headless screen;
    const Page page = ui_sample::question();
    const Layout layout = measured(screen, page, 390, 700);
    UiState state;
    EXPECT_TRUE(std::isinf(painted(screen, layout, theme_for(Scheme::light), {}, {.width = 390, .height = 700}, state).next_frame_in));
}

int first_answer(const Page& page) {
    const auto nodes = preorder(page);
    const auto found = std::ranges::find_if(nodes, [](const Node* node) { return std::holds_alternative<ChoiceOption>(node->what); });
    return static_cast<int>(found - nodes.begin());
}

TEST(UiPaint, HoverTakesItsTimeAndEnds) {
    Headless screen;
    const Page page = ui_sample::question();
    const Layout layout = measured(screen, page, 390, 700);
    const Theme theme = theme_for(Scheme::light);
    UiState state;
    View view{.width = 390, .height = 700, .now = 10};
    const Interaction over{.hovered = first_answer(page)};
    painted(screen, layout, theme, {}, view, state);
    EXPECT_EQ(painted(screen, layout, theme, over, view, state).next_frame_in, 0);
    view.now += motion::state_seconds / 2;
    EXPECT_EQ(painted(screen, layout, theme, over, view, state).next_frame_in, 0);
    view.now += motion::state_seconds;
    EXPECT_TRUE(std::isinf(painted(screen, layout, theme, over, view, state).next_frame_in));
}

TEST(UiPaint, EveryPageButTheVeryFirstComesSoftly) {
    Headless screen;
    const Page page = ui_sample::question();
    const Layout layout = measured(screen, page, 390, 700);
    const Theme theme = theme_for(Scheme::light);
    UiState state;
    state.forget();
    const View view{.width = 390, .height = 700, .now = 10};
    const Painted first = painted(screen, layout, theme, {}, view, state);
    EXPECT_TRUE(std::isinf(first.next_frame_in)) << "it may stand in the document already: nothing of it may go out";
    state.forget();
    const Painted next = painted(screen, layout, theme, {}, view, state);
    EXPECT_EQ(next.next_frame_in, 0);
    EXPECT_GT(next.vertices.size(), first.vertices.size());
}

TEST(UiPaint, NothingMovesUnderReducedMotion) {
    Headless screen;
    const Page page = ui_sample::question();
    const Layout layout = measured(screen, page, 390, 700);
    const Theme theme = theme_for(Scheme::light);
    UiState state;
    const View view{.width = 390, .height = 700, .now = 10, .reduced_motion = true};
    painted(screen, layout, theme, {}, view, state);
    EXPECT_TRUE(std::isinf(painted(screen, layout, theme, {.hovered = first_answer(page)}, view, state).next_frame_in));
}

TEST(UiPaint, TheFocusRingShowsOnlyForTheKeyboard) {
    Headless screen;
    const Page page = ui_sample::question();
    const Layout layout = measured(screen, page, 390, 700);
    const Theme theme = theme_for(Scheme::light);
    UiState state;
    const View view{.width = 390, .height = 700};
    const int answer = first_answer(page);
    const auto without = painted(screen, layout, theme, {.focused = answer}, view, state).vertices.size();
    const auto with = painted(screen, layout, theme, {.focused = answer, .focus_visible = true}, view, state).vertices.size();
    EXPECT_GT(with, without);
}

TEST(UiMotion, EasesOutAndTurnsBackFromWhereItIs) {
    Channel channel(false);
    bool moving = false;
    EXPECT_FLOAT_EQ(channel.towards(true, 0, moving), 0);
    EXPECT_TRUE(moving);
    const float half_way = channel.towards(true, motion::state_seconds / 2, moving);
    EXPECT_GT(half_way, 0.5f);  // quick at first
    EXPECT_FLOAT_EQ(channel.towards(false, motion::state_seconds / 2, moving), half_way);
    moving = false;
    EXPECT_FLOAT_EQ(channel.towards(false, 2 * motion::state_seconds, moving), 0);
    EXPECT_FALSE(moving);
}

}  // namespace
}  // namespace needlewise::ui
