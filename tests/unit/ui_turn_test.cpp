// Languages written from the right, and texts that the document shows: every page is the same page in a mirror, and what is not
// painted has its room.
#include <gtest/gtest.h>

#include "core/form/flow.h"
#include "support/shipped.h"
#include "ui/icons.h"
#include "ui/layout/layout.h"
#include "ui/paint/paint.h"
#include "ui_font.h"
#include "ui_sample.h"

namespace needlewise::ui {
namespace {

using ui_test::FakeMeasure;
using ui_test::Headless;

// As a document with one wide font would set them: every character is as wide as its size.
class WideDocument final : public DocumentText {
public:
    Setting set(std::string_view text, const TextStyle& style, float width) const override {
        const auto lines = wrapped(text, style, width > 0 ? width : 1e6f, wide);
        Setting setting{.width = 0, .last = lines.back().width, .lines = static_cast<std::uint32_t>(lines.size())};
        for (const Line& line : lines) setting.width = std::max(setting.width, line.width);
        return setting;
    }
    float longest_word(std::string_view text, const TextStyle& style) const override { return ui::longest_word(text, style, wide); }

private:
    class Wide final : public TextMeasure {
    public:
        float width(std::string_view text, float size, bool) const override {
            float count = 0;
            for (const char letter : text) count += (static_cast<unsigned char>(letter) & 0xc0) != 0x80 ? 1.0f : 0.0f;
            return count * size;
        }
    };
    Wide wide;
};

Layout laid_out(const Page& page, float width, float scale, const DocumentText* document = nullptr) {
    const FakeMeasure measure;
    return lay_out(page, {.width = width, .view_height = 600, .text_scale = scale, .measure = measure, .document = document});
}

bool mirrored(const Rect& left, const Rect& right, float width) {
    constexpr float exact = 0.01f;
    return std::abs(width - left.right() - right.x) < exact && left.y == right.y && left.w == right.w && left.h == right.h;
}

void is_the_same_in_a_mirror(Page page, float width, float scale) {
    const Layout left = laid_out(page, width, scale);
    page.from_the_right = true;
    const Layout right = laid_out(page, width, scale);
    ASSERT_EQ(left.rects.size(), right.rects.size());
    ASSERT_EQ(left.height, right.height);
    ASSERT_EQ(left.text, right.text);
    for (std::size_t i = 0; i < left.rects.size(); ++i) {
        ASSERT_TRUE(mirrored(left.rects[i], right.rects[i], width)) << "node " << i;
        ASSERT_TRUE(mirrored(left.targets[i], right.targets[i], width)) << "target " << i;
        ASSERT_TRUE(mirrored(left.text_boxes[i], right.text_boxes[i], width)) << "text " << i;
    }
    for (const auto items : {&Layout::items, &Layout::pinned_items}) {
        ASSERT_EQ((left.*items).size(), (right.*items).size());
        for (std::size_t i = 0; i < (left.*items).size(); ++i) {
            const Item &before = (left.*items)[i], &after = (right.*items)[i];
            ASSERT_TRUE(mirrored(before.rect, after.rect, width)) << "item " << i;
            if (const auto* run = std::get_if<ui::Run>(&before.shape)) {
                const Align align = std::get<Run>(after.shape).align;
                ASSERT_EQ(align, run->align == Align::centre ? Align::centre : run->align == Align::left ? Align::right : Align::left);
            }
            if (const auto* glyph = std::get_if<Glyph>(&after.shape)) ASSERT_EQ(glyph->turned, follows_reading(glyph->icon));
        }
    }
}

// Inside the page, in their parents, and no text over another: the document breaks its lines elsewhere than the painter would.
void words_have_their_room(const Layout& layout) {
    std::vector<Rect> texts;
    for (const Item& item : layout.items) {
        const auto* run = std::get_if<ui::Run>(&item.shape);
        if (!run) continue;
        ASSERT_GE(item.rect.x, 0);
        ASSERT_LE(item.rect.right(), layout.width + 0.51f);
        ASSERT_FLOAT_EQ(item.rect.h, static_cast<float>(run->line_count) * run->style.line_height);
        for (const Rect& other : texts)
            ASSERT_FALSE(grown(item.rect, -1).overlaps(other))
                << "\"" << layout.text_of(layout.lines[run->first_line]) << "\" of node " << item.node;
        texts.push_back(item.rect);
    }
}

std::vector<Page> pages_of_content() {
    const Content& content = shipped::content();
    Model model;
    model.answers = shipped::people().at("yusuf");
    model.today = shipped::today;
    std::vector<Place> places{{PageKind::home, {}}, {PageKind::review, {}}, {PageKind::sources, {}}, {PageKind::about, {}},
                              {PageKind::help, {}}, {PageKind::learn, {}},  {PageKind::staff, {}}};
    for (const QuestionPage& page : question_pages(content.questionnaire, model.answers))
        places.push_back({PageKind::question, page.item->link_id});
    for (const std::string& part : result_parts()) places.push_back({PageKind::result, part});
    for (const Topic& topic : content.topics) places.push_back({PageKind::learn, topic.id});
    std::vector<Page> pages;
    for (Place& place : places) {
        model.place = std::move(place);
        pages.push_back(make_page(content, model));
    }
    return pages;
}

TEST(UiTurn, EveryPageIsTheSameInAMirror) {
    std::vector<Page> pages = ui_sample::all();
    std::ranges::move(pages_of_content(), std::back_inserter(pages));
    for (const Page& page : pages)
        for (const float width : {320.0f, 390.0f, 768.0f, 1280.0f})
            for (const float scale : {1.0f, 2.0f}) {
                SCOPED_TRACE(path_of(page.place) + " width " + std::to_string(width) + ", text " + std::to_string(scale));
                is_the_same_in_a_mirror(page, width, scale);
                if (testing::Test::HasFailure()) return;
            }
}

TEST(UiTurn, WordsTheDocumentShowsHaveTheirRoomOnEveryPage) {
    const WideDocument document;
    std::vector<Page> pages = ui_sample::all();
    std::ranges::move(pages_of_content(), std::back_inserter(pages));
    for (Page& page : pages) {
        page.from_the_right = true;
        for (const float width : {320.0f, 768.0f, 1280.0f}) {
            SCOPED_TRACE(path_of(page.place) + " width " + std::to_string(width));
            const Layout layout = laid_out(page, width, 1, &document);
            words_have_their_room(layout);
            for (const Item& item : layout.items)
                if (const auto* run = std::get_if<ui::Run>(&item.shape)) ASSERT_TRUE(run->shown) << "node " << item.node;
            if (testing::Test::HasFailure()) return;
        }
    }
}

TEST(UiShown, OnlyWhatTheFontLacksIsLeftToTheDocument) {
    const WideDocument document;
    const std::string greek = "Καλημέρα σε όλους";
    const Page page = ui_sample::page(PageKind::about, {ui_sample::heading(1, greek), ui_sample::words("Good morning to all")});
    const auto shown = [&](const Layout& layout, std::string_view words) {
        for (const Item& item : layout.items)
            if (const auto* run = std::get_if<ui::Run>(&item.shape);
                run && layout.text_of(layout.lines[run->first_line]).starts_with(words))
                return run->shown;
        ADD_FAILURE() << words << " is not there";
        return false;
    };
    const Layout layout = laid_out(page, 390, 1, &document);
    EXPECT_TRUE(shown(layout, greek));
    EXPECT_FALSE(shown(layout, "Good morning"));
    EXPECT_FALSE(shown(laid_out(page, 390, 1), greek.substr(0, 4))) << "without a document every letter is painted";
}

TEST(UiShown, NothingIsPaintedOfIt) {
    Headless screen;
    const WideDocument document;
    const auto vertices = [&](const DocumentText* shows) {
        const FontMeasure measure(screen.fonts);
        const Page page = ui_sample::page(PageKind::about, {ui_sample::words("Καλημέρα")});
        const Layout layout = lay_out(page, {.width = 390, .view_height = 700, .measure = measure, .document = shows});
        UiState state;
        ImDrawList& draw = screen.begin(390, 700);
        paint(draw, {layout, theme_for(Scheme::light), screen.fonts}, {}, {.width = 390, .height = 700}, state);
        const int count = draw.VtxBuffer.Size;
        screen.end();
        return count;
    };
    constexpr int corners = 4, letters = 8;
    EXPECT_EQ(vertices(nullptr) - vertices(&document), corners * letters);
}

}  // namespace
}  // namespace needlewise::ui
