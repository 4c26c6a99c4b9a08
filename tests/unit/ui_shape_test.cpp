// Headings and short texts as shapes: none ends with a word that stands alone, and none takes more lines for it.
#include <gtest/gtest.h>

#include "ui/layout/layout.h"
#include "ui/metrics.h"
#include "ui_font.h"

namespace needlewise::ui {
namespace {

using ui_test::FakeMeasure;

constexpr float width = 390, room = width - 2 * extent::margin_phone;

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text, const TextStyle& style, float wide) {
    Lines out;
    for (const Line& line : wrapped(text, style, wide, FakeMeasure())) out.emplace_back(text.substr(line.begin, line.end - line.begin));
    return out;
}

struct Set {
    Lines lines;       // as painted
    Lines as_it_were;  // without care for their shape
};

Set set(const What& what) {
    Page page;
    Section main;
    main.landmark = Landmark::main;
    page.nodes.push_back({.what = main, .children = {{.what = what}}});
    const FakeMeasure measure;
    const Layout layout = lay_out(page, {.width = width, .view_height = 600, .measure = measure});
    Lines painted;
    for (const Line& line : layout.lines) painted.push_back(layout.text.substr(line.begin, line.end - line.begin));
    EXPECT_EQ(painted, lines_of(layout.text, layout.styles[1], layout.text_boxes[1].w)) << "the document breaks it alike";
    return {painted, lines_of(layout.text, layout.styles[1], room)};
}

TEST(UiShape, AHeadingHasLinesOfLikeLength) {
    const Set heading = set(Heading{1, "What is left to expect of it, honestly"});
    EXPECT_EQ(heading.as_it_were, (Lines{"What is left to expect of it,", "honestly"}));
    EXPECT_EQ(heading.lines, (Lines{"What is left to", "expect of it, honestly"}));
}

TEST(UiShape, AParagraphDoesNotEndWithAShortWord) {
    const Set question = set(Paragraph{"Are all needles new, sterile, and used only once?"});
    EXPECT_EQ(question.as_it_were, (Lines{"Are all needles new, sterile, and used only", "once?"}));
    EXPECT_EQ(question.lines, (Lines{"Are all needles new, sterile, and", "used only once?"}));
}

TEST(UiShape, WhatEndsWellStaysAsItIs) {
    const Set text = set(Paragraph{"You told us nothing that needs checking first, and the clinic will still ask."});
    EXPECT_EQ(text.lines, text.as_it_were);
    const Set fed = set(Paragraph{"The first line is as long as that and goes on\nno"});
    EXPECT_EQ(fed.lines, fed.as_it_were) << "a line of its own is meant to be one";
}

Layout tabs_of(const Lines& labels, const FakeMeasure& measure) {
    Page page;
    Section main, tabs;
    main.landmark = Landmark::main;
    tabs.landmark = Landmark::navigation;
    tabs.look = needlewise::Look::tabs;
    Node row{.what = tabs};
    for (const std::string& label : labels) {
        Link tab;
        tab.label = label;
        row.children.push_back({.what = tab});
    }
    page.nodes.push_back({.what = main, .children = {row}});
    return lay_out(page, {.width = width, .view_height = 600, .measure = measure});
}

TEST(UiShape, TabsThatDoNotFitTakeAnotherRow) {
    const FakeMeasure measure;
    const Layout one = tabs_of({"Plan", "Visit"}, measure);
    EXPECT_EQ(one.rects[2].y, one.rects[3].y);
    const Layout more = tabs_of({"Your plan", "Your visit", "Healing", "Aftercare"}, measure);
    const std::vector<Rect> tabs{more.rects.begin() + 2, more.rects.end()};
    ASSERT_EQ(tabs.size(), 4u);
    EXPECT_EQ(tabs.back().x, tabs.front().x) << "a row begins at the margin";
    EXPECT_EQ(tabs.back().y, tabs.front().bottom()) << "and right below the one before";
    for (const Rect& tab : tabs) EXPECT_LE(tab.right(), extent::margin_phone + room);
    EXPECT_EQ(more.rects[1].bottom(), tabs.back().bottom());
}

}  // namespace
}  // namespace needlewise::ui
