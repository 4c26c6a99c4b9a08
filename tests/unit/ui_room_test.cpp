// What takes another form where there is little room for its words, and why: nothing is cut, nothing lies on something else.
#include <gtest/gtest.h>

#include "ui/layout/layout.h"
#include "ui/metrics.h"
#include "ui_font.h"
#include "ui_sample.h"

namespace needlewise::ui {
namespace {

using ui_sample::button;
using ui_sample::section;
using ui_test::FakeMeasure;

constexpr float phone = 390;
constexpr std::size_t first = 2;  // after the page's main part and the section

Layout lay(Node node, float text_scale = 1, float width = phone) {
    Page page;
    Section main;
    main.landmark = Landmark::main;
    page.nodes.push_back({.what = main, .children = {std::move(node)}});
    const FakeMeasure measure;
    return lay_out(page, {.width = width, .view_height = 600, .text_scale = text_scale, .measure = measure});
}

Node segments(const std::vector<std::string>& labels) {
    std::vector<Node> buttons;
    for (const std::string& label : labels) buttons.push_back(button(label, ButtonLook::chip, {}, false));
    return section(needlewise::Look::segments, std::move(buttons));
}

TEST(UiRoom, SegmentsAreOfOneWidthWhereTheyFit) {
    const Layout layout = lay(segments({"Light", "Dark"}));
    EXPECT_EQ(layout.rects[first].w, layout.rects[first + 1].w);
}

TEST(UiRoom, SegmentsAreAsWideAsTheirWordsBeforeTheyStandBelowOneAnother) {
    const Layout one = lay(segments({"Same as my device", "Light", "Dark"}));
    EXPECT_EQ(one.rects[first].y, one.rects[first + 2].y);
    EXPECT_GT(one.rects[first].w, one.rects[first + 1].w);
    EXPECT_EQ(one.rects[first].right(), one.rects[first + 1].x);
    const Layout below = lay(segments({"The same as on my device", "Always light", "Always dark"}));
    EXPECT_GT(below.rects[first + 2].y, below.rects[first].y);
}

Node lists(const std::string& chosen) {
    std::vector<Node> two;
    for (const char* label : {"The first", "Compare it with"})
        two.push_back(
            {Select{.label = label, .value = "a", .options = {{.value = "a", .label = chosen}, {.value = "b", .label = "Wait"}}}});
    return section(needlewise::Look::figures, std::move(two));
}

TEST(UiRoom, ListsStandSideBySideWhereWhatIsChosenCanBeRead) {
    const Layout beside = lay(lists("Peel"));
    EXPECT_EQ(beside.rects[first].y, beside.rects[first + 1].y);
    const Layout below = lay(lists("A treatment with a long name"));
    EXPECT_GT(below.rects[first + 1].y, below.rects[first].y);
    EXPECT_EQ(below.rects[first + 1].x, below.rects[first].x);
}

Node course() {
    Chart chart;
    chart.kind = ChartKind::curve;
    chart.until = 24;
    chart.curves = {{.label = "New collagen", .points = {0, 0.5, 1}}};
    chart.marks = {{0, "Session 1: at the start"}, {4, "Session 2: 4 weeks"}, {8, "Session 3: 8 weeks"}, {20, "Judge: 20 weeks"}};
    return {std::move(chart)};
}

std::vector<Rect> labels_of(const Layout& layout) {
    std::vector<Rect> labels;
    for (const Item& item : layout.items)
        if (const auto* run = std::get_if<Run>(&item.shape)) {
            const std::string words = layout.text.substr(layout.lines[run->first_line].begin);
            if (words.starts_with("Session") || words.starts_with("Judge")) labels.push_back(item.rect);
        }
    return labels;
}

TEST(UiRoom, LabelsOfACourseBeginAtTheirTicksOrAreAList) {
    for (const float scale : {1.0f, 2.0f}) {
        const Layout layout = lay(course(), scale);
        const std::vector<Rect> labels = labels_of(layout);
        ASSERT_EQ(labels.size(), 4u);
        EXPECT_EQ(labels[0].x == labels[1].x, scale == 2) << "a list begins at one margin";
        for (const Item& item : layout.items) {
            const auto* tick = std::get_if<Box>(&item.shape);
            if (!tick || tick->fill != Use::border_strong || item.rect.w > extent::line) continue;
            for (const Rect& label : labels)
                EXPECT_FALSE(item.rect.x > label.x && item.rect.x < label.right() && item.rect.bottom() > label.y + extent::line)
                    << "a tick goes through a label at a text size of " << scale;
        }
    }
}

}  // namespace
}  // namespace needlewise::ui
