// Every sample page at every width and text size: nothing leaves the page, overlaps or is too small to hit.
#include "ui/layout.h"

#include <gtest/gtest.h>

#include "ui/metrics.h"
#include "ui_font.h"
#include "ui_sample.h"

namespace needlewise::ui {
namespace {

using ui_test::FakeMeasure;

constexpr float tolerance = 0.51f;  // rounding to whole px

Layout laid_out(const Page& page, float width, float text_scale = 1) {
    const FakeMeasure measure;
    return lay_out(page, {.width = width, .view_height = 600, .text_scale = text_scale, .measure = measure});
}

template <class Check>
void sweep(const Check& check) {
    for (const Page& page : ui_sample::all())
        for (const float scale : {1.0f, 1.5f, 2.0f})
            for (float width = 280; width <= 1920; width += 20) {
                SCOPED_TRACE("page " + std::to_string(static_cast<int>(page.place.kind)) + " width " + std::to_string(width) + " text " + std::to_string(scale));
                const Layout layout = laid_out(page, width, scale);
                check(page, layout);
                if (testing::Test::HasFailure()) return;
            }
}

bool is_silent(const Node& node) {
    const auto* status = std::get_if<Status>(&node.what);
    return status && status->text.empty();
}

bool is_empty(const Node& node) {
    const auto *paragraph = std::get_if<Paragraph>(&node.what);
    const bool container = std::holds_alternative<Section>(node.what) || std::holds_alternative<List>(node.what);
    return is_silent(node) || (paragraph && paragraph->text.empty()) || (container && std::ranges::all_of(node.children, is_empty));
}

TEST(UiLayout, HasARectangleForEveryNode) {
    sweep([](const Page& page, const Layout& layout) {
        const auto nodes = preorder(page);
        ASSERT_EQ(layout.rects.size(), nodes.size());
        ASSERT_EQ(layout.targets.size(), nodes.size());
        ASSERT_EQ(layout.text_boxes.size(), nodes.size());
        ASSERT_EQ(layout.styles.size(), nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            ASSERT_EQ(layout.keys[i], nodes[i]->key);
            ASSERT_TRUE(is_empty(*nodes[i]) || !layout.rects[i].empty()) << "node " << i << " of kind " << nodes[i]->what.index();
        }
    });
}

TEST(UiLayout, KeepsEverythingOnThePage) {
    sweep([](const Page&, const Layout& layout) {
        const auto inside = [&](const Rect& rect) { return rect.x >= 0 && rect.y >= 0 && rect.right() <= layout.width + tolerance && rect.bottom() <= layout.height + tolerance; };
        for (std::size_t i = 0; i < layout.rects.size(); ++i) {
            ASSERT_TRUE(inside(layout.rects[i])) << "node " << i;
            ASSERT_TRUE(inside(layout.text_boxes[i])) << "text of node " << i;
        }
        for (std::size_t i = 0; i < layout.items.size(); ++i) ASSERT_TRUE(inside(layout.items[i].rect)) << "item " << i << " of node " << layout.items[i].node;
    });
}

TEST(UiLayout, KeepsChildrenInTheirParents) {
    sweep([](const Page& page, const Layout& layout) {
        std::size_t index = 0;
        const auto visit = [&](const auto& self, const Node& node) -> Rect {
            const std::size_t own = index++;
            for (const Node& child : node.children) {
                const Rect rect = self(self, child);
                if (rect.empty()) continue;
                const Rect grown_own = grown(layout.rects[own], tolerance);
                EXPECT_TRUE(rect.x >= grown_own.x && rect.right() <= grown_own.right() && rect.y >= grown_own.y && rect.bottom() <= grown_own.bottom())
                    << "a child of kind " << child.what.index() << " leaves node " << own << " of kind " << node.what.index();
            }
            return layout.rects[own];
        };
        for (const Node& node : page.nodes) visit(visit, node);
    });
}

TEST(UiLayout, ControlsAreLargeEnoughAndApart) {
    sweep([](const Page& page, const Layout& layout) {
        const auto nodes = preorder(page);
        std::vector<Rect> controls;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (!interactive(*nodes[i])) continue;
            const Rect& target = layout.targets[i];
            constexpr float least = 24, least_answer = 48;
            ASSERT_GE(target.h, std::holds_alternative<ChoiceOption>(nodes[i]->what) || std::holds_alternative<DateField>(nodes[i]->what) ? least_answer : least);
            ASSERT_GE(target.w, extent::target);
            for (const Rect& other : controls) ASSERT_FALSE(target.overlaps(other)) << "node " << i;
            controls.push_back(target);
        }
    });
}

TEST(UiLayout, LinesFitTheirWidth) {
    sweep([](const Page&, const Layout& layout) {
        const FakeMeasure measure;
        for (const Item& item : layout.items) {
            const auto* run = std::get_if<Run>(&item.shape);
            if (!run) continue;
            ASSERT_FLOAT_EQ(item.rect.h, static_cast<float>(run->line_count) * run->style.line_height);
            for (std::uint32_t i = 0; i < run->line_count; ++i) {
                const Line& line = layout.lines[run->first_line + i];
                ASSERT_LE(line.width, item.rect.w + tolerance) << layout.text_of(line);
                ASSERT_NEAR(line.width, measure.width(layout.text_of(line), run->style.size, run->style.semibold), 0.01f);
            }
        }
    });
}

TEST(UiLayout, IsTheSameEachTime) {
    for (const Page& page : ui_sample::all()) {
        const Layout first = laid_out(page, 390), second = laid_out(page, 390);
        EXPECT_EQ(first.rects, second.rects);
        EXPECT_EQ(first.text, second.text);
        EXPECT_EQ(first.lines, second.lines);
        EXPECT_EQ(first.items.size(), second.items.size());
    }
}

TEST(UiLayout, PutsTheFooterAtTheFootOfAShortPage) {
    const Page page = ui_sample::page(PageKind::about, {ui_sample::heading(1, "Short")});
    const FakeMeasure measure;
    const Layout layout = lay_out(page, {.width = 800, .view_height = 1200, .measure = measure});
    EXPECT_FLOAT_EQ(layout.height, 1200);
}

TEST(UiLayout, ColumnOfTextIsNeverWiderThanItsLimit) {
    const Page page = ui_sample::question();
    for (const float width : {640.0f, 1024.0f, 1920.0f}) {
        const Layout layout = laid_out(page, width);
        const auto nodes = preorder(page);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (std::holds_alternative<ChoiceOption>(nodes[i]->what)) EXPECT_LE(layout.rects[i].w, extent::column);
    }
}

// What stands side by side on a wide page stands below one another on a phone.
TEST(UiLayout, ClinicsAndStudiesStandSideBySideFromSevenHundred) {
    const auto says = [](const Page& page, float width) {
        const Layout layout = laid_out(page, width);
        const auto nodes = preorder(page);
        std::vector<Rect> pair;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (const auto* section = std::get_if<Section>(&nodes[i]->what); section && (section->look == Look::says || section->look == Look::found)) pair.push_back(layout.rects[i]);
        return pair;
    };
    const Page page = ui_sample::healing();
    EXPECT_EQ(says(page, 900)[0].y, says(page, 900)[1].y);
    EXPECT_EQ(says(page, 900)[0].h, says(page, 900)[1].h);
    EXPECT_LT(says(page, 390)[0].bottom(), says(page, 390)[1].y);
}

TEST(UiLayout, ADateFieldIsHitOnItsBoxOnly) {
    const Page page = ui_sample::group();
    const Layout layout = laid_out(page, 390);
    const auto nodes = preorder(page);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!std::holds_alternative<DateField>(nodes[i]->what)) continue;
        EXPECT_GT(layout.targets[i].y, layout.text_boxes[i].bottom());
        EXPECT_FLOAT_EQ(layout.targets[i].bottom(), layout.rects[i].bottom());
    }
}

// Nodes where nobody expects them still count, so that the document and the painter agree on indices.
TEST(UiLayout, ToleratesChildrenOfLeaves) {
    Node odd{Heading{2, "Heading"}};
    odd.children = {{Paragraph{"inside", Style::body, {}}}};
    Node cell{Cell{"cell"}};
    cell.children = {odd};
    Node row{TableRow{}};
    row.children = {cell};
    Node table{Table{"table"}};
    table.children = {row};
    const Page page = ui_sample::page(PageKind::about, {odd, table, row});
    for (const float width : {280.0f, 900.0f}) EXPECT_EQ(laid_out(page, width).rects.size(), preorder(page).size());
}

}  // namespace
}  // namespace needlewise::ui
