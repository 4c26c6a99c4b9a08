// Illustrations: what is read of an SVG, how it is coloured, moved and cut into triangles.
#include <gtest/gtest.h>

#include <cmath>

#include "content/load/figures.h"
#include "support/shipped.h"
#include "ui/figures/colours.h"
#include "ui/figures/library.h"
#include "ui/figures/motion.h"
#include "ui/paint/motion.h"
#include "ui_font.h"

namespace needlewise::ui {
namespace {

using ui_test::Headless;

constexpr std::string_view face = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48">
<title>A face</title><desc>It is small.</desc>
<g fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
<rect id="ground-tile" fill="#F3E7DA" x="0" y="0" width="96" height="48" rx="14"/>
<path id="skin-face" fill="#DEAB82" stroke="#33241F" d="M10 10h20v20h-20z"/>
<path id="skinshade-line" stroke="#C48B60" d="M40 10q10 20 20 0"/>
<path id="red-cheek--redness" fill="#C9473C" opacity=".5" d="M10 10h4v4h-4z"/>
<g id="region-cheeks" fill="#FFFBF5" fill-opacity=".2"><circle cx="20" cy="20" r="4"/><circle cx="70" cy="20" r="4"/></g>
<path id="accent-ring" stroke="#0F5F57" d="M50 30h20"/>
<path id="accent-pale" fill="#3E8D82" d="M50 30h20v8z"/>
<path id="staff-skin-hand" fill="#92603F" d="M70 30h10v8z"/>
</g></svg>)";

Drawing drawing_of(std::string_view svg) {
    auto drawing = parse_drawing(svg, "test.svg");
    EXPECT_TRUE(drawing.has_value());
    return drawing ? std::move(*drawing) : Drawing{};
}

// ---- Reading --------------------------------------------------------------------------------------------------------

TEST(UiFigure, ReadsShapesByTheirNames) {
    const Drawing drawing = drawing_of(face);
    EXPECT_EQ(drawing.width, 96);
    EXPECT_EQ(drawing.height, 48);
    ASSERT_EQ(drawing.shapes.size(), 9u);
    EXPECT_EQ(drawing.parts, std::vector<std::string>{"redness"});
    EXPECT_EQ(drawing.regions, std::vector<std::string>{"cheeks"});

    const DrawnShape& skin = drawing.shapes[1];
    EXPECT_EQ(skin.kind, ShapeKind::skin);
    EXPECT_TRUE(skin.filled && skin.stroked && skin.round_caps && skin.round_joins);
    EXPECT_EQ(skin.stroke_width, 2);
    EXPECT_EQ(skin.fill, rgb(0xdeab82));

    const DrawnShape& line = drawing.shapes[2];
    EXPECT_EQ(line.kind, ShapeKind::skin_shade);
    EXPECT_FALSE(line.filled);

    const DrawnShape& red = drawing.shapes[3];
    EXPECT_EQ(red.kind, ShapeKind::red);
    EXPECT_EQ(red.part, 0);
    EXPECT_EQ(red.fill.a, 128);

    EXPECT_EQ(drawing.shapes[4].region, 0);
    EXPECT_EQ(drawing.shapes[5].region, 0) << "children have the name of their group";
    EXPECT_EQ(drawing.shapes[8].kind, ShapeKind::plain) << "the clinician's skin is left as it is";
}

TEST(UiFigure, RefusesWhatItCannotDraw) {
    const auto fault = [](std::string_view svg) {
        const auto drawing = parse_drawing(svg, "test.svg");
        return drawing ? std::string() : drawing.error().what;
    };
    EXPECT_EQ(fault(""), "no usable viewBox");
    EXPECT_EQ(fault("<svg viewBox=\"0 0 96 96\"></svg>"), "nothing to draw");
    EXPECT_EQ(fault("<svg viewBox=\"0 0 96 96\"><image href=\"x\"/></svg>"), "cannot draw <image ");
    EXPECT_EQ(fault("<!DOCTYPE svg><svg viewBox=\"0 0 96 96\"><path d=\"M0 0h9v9z\"/></svg>"), "cannot draw <!");
    EXPECT_EQ(fault("<svg viewBox=\"0 0 99999 96\"><path d=\"M0 0h9v9z\"/></svg>"), "no usable viewBox");
    EXPECT_EQ(fault("<svg viewBox=\"0 0 96 96\"><path d=\"M0 0h9999v9z\"/></svg>"), "a point far outside the viewBox");
    EXPECT_EQ(fault("<svg viewBox=\"0 0 96 96\"><path d=\"M0 0h1e39v9z\"/></svg>"), "a point far outside the viewBox");
    EXPECT_EQ(fault(std::string(1 << 17, ' ')), "too large for a picture");
    EXPECT_EQ(fault(std::string_view("<svg\0", 5)), "not text");
    std::string many = "<svg viewBox=\"0 0 96 96\">", long_one = many + "<path d=\"M0 0";
    for (int i = 0; i < 700; ++i) many += "<path d=\"M0 0h9v9z\"/>";
    EXPECT_EQ(fault(many + "</svg>"), "too many shapes");
    for (int i = 0; i < 2000; ++i) long_one += "l1 1l-1 -1";
    EXPECT_EQ(fault(long_one + "\"/></svg>"), "too many points");
}

TEST(UiFigure, SurvivesAFileCutOffAnywhere) {
    for (std::size_t length = 0; length < face.size(); ++length)
        if (const auto drawing = parse_drawing(face.substr(0, length), "test.svg")) EXPECT_LE(drawing->shapes.size(), 9u);
}

TEST(UiFigure, EveryShippedFigureIsReadAndMovesByItsParts) {
    auto loaded = load_figures(shipped::files());
    EXPECT_TRUE(loaded.problems.empty()) << to_line(loaded.problems.front());
    EXPECT_GT(loaded.figures.size(), 60u);
    for (const FigureFile& file : loaded.figures) {
        const Drawing drawing = drawing_of(file.svg);
        for (const PartMotion& part : file.motion.parts)
            EXPECT_NE(std::ranges::find(drawing.parts, part.part), drawing.parts.end()) << file.name << " has no part " << part.part;
    }
    FigureLibrary library;
    EXPECT_TRUE(library.add(std::move(loaded.figures)).empty());
}

TEST(UiFigure, TheBundleOfTheWebSaysTheSame) {
    const auto loaded = load_figure_bundle(
        R"({"svg": {"a": "<svg>"}, "motion": {"a": {"seconds": 2, "parts": {"arm": {"y": [[0, 3], [1, 0]]}}}, "b": {"seconds": 2, "parts": {}}}})");
    ASSERT_EQ(loaded.figures.size(), 1u);
    EXPECT_EQ(loaded.figures[0].motion.seconds, 2);
    ASSERT_EQ(loaded.figures[0].motion.parts.size(), 1u);
    EXPECT_EQ(loaded.figures[0].motion.parts[0].y.size(), 2u);
    ASSERT_EQ(loaded.problems.size(), 1u);
    EXPECT_EQ(loaded.problems[0].pointer, "/motion/b");
}

TEST(UiFigure, MotionsOutOfBoundsAreProblems) {
    for (const char* motion :
         {R"({"seconds": 0, "parts": {}})", R"({"seconds": 9, "parts": {}})",
          R"({"seconds": 2, "parts": {"p": {"y": [[0.5, 1], [0.2, 0]]}}})", R"({"seconds": 2, "parts": {"p": {"y": [[0]]}}})",
          R"({"seconds": 2, "parts": {"p": {"opacity": [[0, 2]]}}})", R"({"seconds": 2, "parts": {"p": {"x": [[0, 1e9]]}}})",
          R"({"seconds": 2, "parts": {"p": {"turn": []}}})"})
        EXPECT_EQ(load_figure_bundle(R"({"svg": {"a": ""}, "motion": {"a": )" + std::string(motion) + "}}").problems.size(), 1u) << motion;
}

// ---- Colours --------------------------------------------------------------------------------------------------------

TEST(UiFigure, SkinFollowsTheToneAndTheOutlineStays) {
    const Drawing drawing = drawing_of(face);
    const ui::Theme theme = theme_for(Scheme::light);
    const auto tone = skin_tone(6);
    ASSERT_TRUE(tone);
    const ShapeColours filled = colours_of(drawing.shapes[1], tone, theme);
    EXPECT_EQ(filled.fill, tone->base);
    EXPECT_EQ(filled.stroke, rgb(0x33241f));
    EXPECT_EQ(colours_of(drawing.shapes[2], tone, theme).stroke, tone->shade) << "a line of skin is its stroke";
    Colour red = tone->red;
    red.a = 128;
    EXPECT_EQ(colours_of(drawing.shapes[3], tone, theme).fill, red) << "as see-through as drawn";
    EXPECT_EQ(colours_of(drawing.shapes[1], skin_tone(0), theme).fill, rgb(0xdeab82));
    EXPECT_FALSE(skin_tone(7));
}

TEST(UiFigure, TheBrandFollowsTheThemeAndStaysDarkOnADarkPage) {
    const Drawing drawing = drawing_of(face);
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        const ui::Theme theme = theme_for(scheme);
        EXPECT_EQ(colours_of(drawing.shapes[6], {}, theme).stroke, rgb(0x0f5f57));
        const Colour pale = colours_of(drawing.shapes[7], {}, theme).fill;
        EXPECT_NEAR(pale.r, 0x3e, 6);
        EXPECT_NEAR(pale.g, 0x8d, 14);
    }
    EXPECT_EQ(colours_of(drawing.shapes[6], {}, theme_for(Scheme::light, rgb(0x7a1f5c))).stroke, rgb(0x7a1f5c));
}

TEST(UiFigure, ARegionLightsUp) {
    const Drawing drawing = drawing_of(face);
    const ui::Theme theme = theme_for(Scheme::light);
    const ShapeColours rest = colours_of(drawing.shapes[4], {}, theme);
    const ShapeColours hover = lit(rest, {.code = "cheeks", .hover = 1, .on = 0}, theme),
                       on = lit(rest, {.code = "cheeks", .hover = 0, .on = 1}, theme);
    EXPECT_EQ(lit(rest, {.code = "cheeks"}, theme).fill, rest.fill);
    EXPECT_GT(hover.fill.a, rest.fill.a);
    EXPECT_GT(on.fill.a, hover.fill.a);
}

// ---- Levels and motion ----------------------------------------------------------------------------------------------

TEST(UiFigure, LevelsAndMotionMultiply) {
    const Drawing drawing = drawing_of(face);
    const std::vector<Level> levels{{"redness", 0.5}};
    FigureMotion motion{.seconds = 2, .parts = {{.part = "redness", .x = {}, .y = {{0, 8}, {1, 0}}, .opacity = {{0, 0}, {0.5, 1}}}}};
    EXPECT_FLOAT_EQ(states_of(drawing, {}, motion, {})[0].opacity, 1);
    EXPECT_FLOAT_EQ(states_of(drawing, levels, motion, {})[0].opacity, 0.5f);
    EXPECT_FLOAT_EQ(states_of(drawing, levels, motion, {})[0].y, 0) << "the still does not move";
    const PartState middle = states_of(drawing, levels, motion, 0.25f)[0];
    EXPECT_FLOAT_EQ(middle.opacity, 0.25f);
    EXPECT_GT(middle.y, 6);  // slow at first
    EXPECT_FLOAT_EQ(states_of(drawing, {}, motion, 1.0f)[0].y, 0);
}

TEST(UiFigure, BetweenTwoPointsTheWayIsEased) {
    const std::vector<MotionPoint> points{{0.2, 0}, {0.4, 10}, {0.4, 20}};
    EXPECT_EQ(value_at({}, 0.5, 7), 7);
    EXPECT_EQ(value_at(points, 0, 7), 0);
    EXPECT_NEAR(value_at(points, 0.3, 7), 5, 1e-9);
    EXPECT_LT(value_at(points, 0.22, 7), 0.5);
    EXPECT_EQ(value_at(points, 0.4, 7), 20);
    EXPECT_EQ(value_at(points, 1, 7), 20);
}

TEST(UiFigure, AShowingIsSeenOnceAndAgainWhenAskedFor) {
    UiState state;
    bool moving = false;
    WantedShowing wanted{.number = 0, .seconds = 4, .in_view = false};
    const auto at = [&](double now, bool reduced = false) {
        moving = false;
        return share_of(state, 1, wanted, now, reduced, moving);
    };
    EXPECT_FALSE(at(0)) << "out of view it does not begin";
    wanted.in_view = true;
    EXPECT_FLOAT_EQ(at(10).value_or(-1), 0);
    EXPECT_TRUE(moving);
    EXPECT_FLOAT_EQ(at(11).value_or(-1), 0.25f);
    wanted.held = true;
    EXPECT_FLOAT_EQ(at(11.5).value_or(-1), 0.25f);
    EXPECT_FALSE(moving) << "a paused picture wants no frames";
    EXPECT_FLOAT_EQ(at(20).value_or(-1), 0.25f);
    wanted.held = false;
    EXPECT_FLOAT_EQ(at(21).value_or(-1), 0.5f);
    EXPECT_FALSE(at(24));
    EXPECT_FALSE(moving);
    EXPECT_FALSE(at(30));
    wanted.number = 1;
    EXPECT_FALSE(at(31, true)) << "reduced motion: the still";
    EXPECT_FLOAT_EQ(at(32).value_or(-1), 0);
    state.forget();
    EXPECT_FLOAT_EQ(at(40).value_or(-1), 0) << "on a new page it is shown again";
}

// ---- Triangles ------------------------------------------------------------------------------------------------------

TEST(UiFigure, CurvesAreCutAsFineAsTheScreenShows) {
    const Drawing drawing = drawing_of(face);
    const Outline& curve = drawing.shapes[2].outlines[0];
    EXPECT_LT(flattened(curve, 1, 0.2f).size(), flattened(curve, 8, 0.2f).size());
    EXPECT_EQ(flattened(drawing.shapes[1].outlines[0], 1, 0.2f).size(), 5u) << "straight lines are not";
}

float area_of(const Mesh& mesh, const MeshPart& part) {
    float sum = 0;
    for (std::uint32_t i = 0; i < part.index_count; i += 3) {
        const auto at = [&](std::uint32_t corner) {
            return mesh.vertices[part.first_vertex + mesh.indices[part.first_index + i + corner]];
        };
        const MeshVertex a = at(0), b = at(1), c = at(2);
        if (a.cover && b.cover && c.cover) sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return sum;
}

// With a fringe of nearly nothing the triangles cover the shape exactly once.
TEST(UiFigure, TrianglesCoverTheShapeOnce) {
    Headless screen;
    const Drawing drawing = drawing_of(
        "<svg viewBox=\"0 0 100 100\"><path id=\"a\" fill=\"#000000\" d=\"M10 10h60v60h-20v-40h-40z\"/>"
        "<path id=\"b\" fill=\"none\" stroke=\"#000000\" stroke-width=\"10\" stroke-linecap=\"round\" d=\"M20 20h50\"/>"
        "<path id=\"c\" fill=\"none\" stroke=\"#000000\" stroke-width=\"10\" stroke-linejoin=\"round\" d=\"M20 20h50v50\"/>"
        "<circle id=\"d\" fill=\"none\" stroke=\"#000000\" stroke-width=\"10\" cx=\"50\" cy=\"50\" r=\"30\"/></svg>");
    const Mesh mesh = make_mesh(drawing, 1, 0.01f);
    ASSERT_EQ(mesh.parts.size(), 4u);
    constexpr float pi = 3.14159f;
    EXPECT_NEAR(area_of(mesh, mesh.parts[0]), 60 * 20 + 20 * 40, 2);
    EXPECT_NEAR(area_of(mesh, mesh.parts[1]), 500 + pi * 25, 2);
    EXPECT_NEAR(area_of(mesh, mesh.parts[2]), 2 * 500 - 25 + pi * 25 / 4, 2);
    EXPECT_NEAR(area_of(mesh, mesh.parts[3]), pi * (35 * 35 - 25 * 25), 8);
}

TEST(UiFigure, EveryShippedFigureDrawsWithinItsRectangle) {
    Headless screen;
    FigureLibrary library;
    const auto loaded = load_figures(shipped::files());
    EXPECT_TRUE(library.add(loaded.figures).empty());
    ImDrawList& draw = screen.begin(600, 600, 2);
    for (const FigureFile& file : loaded.figures) {
        const int before = draw.VtxBuffer.Size;
        const Rect extent = library.extent(file.name), rect{10, 10, 300, 300}, place = fitted(extent, rect);
        library.draw(draw, {.name = file.name, .tone = 5}, rect, theme_for(Scheme::dark), {.share = 0.5f});
        ASSERT_GT(draw.VtxBuffer.Size, before) << file.name;
        for (int i = before; i < draw.VtxBuffer.Size; ++i) {
            const ImVec2 at = draw.VtxBuffer[i].pos;
            ASSERT_TRUE(std::isfinite(at.x) && std::isfinite(at.y)) << file.name;
            ASSERT_LT(std::abs(at.x - 160), place.w) << file.name;
            ASSERT_LT(std::abs(at.y - 160), place.w) << file.name;
        }
    }
    EXPECT_EQ(draw.CmdBuffer.back().ClipRect.z, 600) << "clips are taken back";
    EXPECT_LE(library.kept_bytes(), 8u << 20);
    screen.end();
}

TEST(UiFigure, AnUnknownPictureIsNothing) {
    const FigureLibrary library;
    EXPECT_TRUE(library.extent("none").empty());
    EXPECT_TRUE(library.regions("none").empty());
    EXPECT_EQ(library.seconds("none"), 0);
}

TEST(UiFigure, RegionsHaveTheirBoxes) {
    FigureLibrary library;
    library.add({{.name = "face", .svg = std::string(face), .motion = {}}});
    const auto regions = library.regions("face");
    ASSERT_EQ(regions.size(), 2u);
    EXPECT_EQ(regions[0].code, "cheeks");
    EXPECT_NEAR(regions[0].box.x, 16, 0.1);
    EXPECT_NEAR(regions[1].box.x, 66, 0.1);
    EXPECT_NEAR(regions[1].box.w, 8, 0.1);
}

}  // namespace
}  // namespace needlewise::ui
