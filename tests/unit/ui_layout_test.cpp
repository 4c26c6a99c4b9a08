// Every sample page at every width and text size: nothing leaves the page, overlaps or is too small to hit.
#include "ui/layout/layout.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/form/flow.h"
#include "support/shipped.h"
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

bool is_silent(const Node& node) {
    const auto* status = std::get_if<Status>(&node.what);
    return status && status->text.empty();
}

bool is_out_of_sight(const Node& node) {
    const auto* section = std::get_if<Section>(&node.what);
    const auto* link = std::get_if<Link>(&node.what);
    return (section && section->folded) || (link && link->look == LinkLook::skip);  // that one the document shows
}

// Parallel to preorder: whether a node is, or is in, what is out of sight.
void mark_folded(const Node& node, bool inside, std::vector<bool>& folded) {
    folded.push_back(inside || is_out_of_sight(node));
    const bool here = folded.back();
    for (const Node& child : node.children) mark_folded(child, here, folded);
}

std::vector<bool> folded_nodes(const Page& page) {
    std::vector<bool> folded;
    for (const Node& node : page.nodes) mark_folded(node, false, folded);
    return folded;
}

bool is_empty(const Node& node) {
    const auto* paragraph = std::get_if<Paragraph>(&node.what);
    const bool container = std::holds_alternative<Section>(node.what) || std::holds_alternative<List>(node.what);
    const bool picture = std::holds_alternative<Figure>(node.what);  // takes no room without illustrations
    return is_silent(node) || picture || is_out_of_sight(node) || (paragraph && paragraph->text.empty()) ||
           (container && std::ranges::all_of(node.children, is_empty));
}

// ---- Rules that hold at every width and text size ------------------------------------------------------------------

void every_node_has_a_rectangle(const Page& page, const Layout& layout) {
    const auto nodes = preorder(page);
    ASSERT_EQ(layout.rects.size(), nodes.size());
    ASSERT_EQ(layout.targets.size(), nodes.size());
    ASSERT_EQ(layout.text_boxes.size(), nodes.size());
    ASSERT_EQ(layout.styles.size(), nodes.size());
    const auto folded = folded_nodes(page);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        ASSERT_EQ(layout.keys[i], nodes[i]->key);
        const bool stays_over_the_page = i + 1 < nodes.size() && layout.pinned[i + 1];  // and takes no room in what it stands in
        ASSERT_TRUE(is_empty(*nodes[i]) || folded[i] || stays_over_the_page || !layout.rects[i].empty())
            << "node " << i << " of kind " << nodes[i]->what.index();
    }
}

void everything_is_on_the_page(const Page&, const Layout& layout) {
    const auto inside = [&](const Rect& rect) {
        return rect.x >= 0 && rect.y >= 0 && rect.right() <= layout.width + tolerance && rect.bottom() <= layout.height + tolerance;
    };
    for (std::size_t i = 0; i < layout.rects.size(); ++i) {
        if (layout.pinned[i]) continue;  // stays over the page
        ASSERT_TRUE(inside(layout.rects[i])) << "node " << i;
        ASSERT_TRUE(inside(layout.text_boxes[i])) << "text of node " << i;
    }
    for (std::size_t i = 0; i < layout.items.size(); ++i)
        ASSERT_TRUE(inside(layout.items[i].rect)) << "item " << i << " of node " << layout.items[i].node;
}

// Returns the index after the node and all below it.
std::size_t expect_inside(const Node& node, const Layout& layout, std::size_t index) {
    const Rect own = grown(layout.rects[index], tolerance);
    std::size_t at = index + 1;
    for (const Node& child : node.children) {
        const Rect& rect = layout.rects[at];
        const bool away = layout.pinned[at] != layout.pinned[index];
        EXPECT_TRUE(away || rect.empty() ||
                    (rect.x >= own.x && rect.right() <= own.right() && rect.y >= own.y && rect.bottom() <= own.bottom()))
            << "node " << at << " of kind " << child.what.index() << " leaves node " << index << " of kind " << node.what.index();
        at = expect_inside(child, layout, at);
    }
    return at;
}

void children_are_in_their_parents(const Page& page, const Layout& layout) {
    std::size_t index = 0;
    for (const Node& node : page.nodes) index = expect_inside(node, layout, index);
}

void controls_are_large_enough_and_apart(const Page& page, const Layout& layout) {
    const auto nodes = preorder(page);
    std::vector<Rect> controls;
    const auto folded = folded_nodes(page);
    bool compact = false;  // short answers side by side, of the choice that was last begun
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (const auto* choice = std::get_if<Choice>(&nodes[i]->what)) compact = choice->compact;
        if (!interactive(*nodes[i]) || layout.pinned[i] || folded[i]) continue;
        const Rect& target = layout.targets[i];
        constexpr float least = 24;
        const float least_field = compact ? extent::target : 48;
        const bool field = std::holds_alternative<ChoiceOption>(nodes[i]->what) || std::holds_alternative<DateField>(nodes[i]->what);
        ASSERT_GE(target.h, field ? least_field : least);
        ASSERT_GE(target.w, extent::target);
        for (const Rect& other : controls) ASSERT_FALSE(target.overlaps(other)) << "node " << i << ": " << name_of(*nodes[i]);
        controls.push_back(target);
    }
}

void lines_fit_their_width(const Page&, const Layout& layout) {
    const FakeMeasure measure;
    for (const Item& item : layout.items) {
        const auto* run = std::get_if<ui::Run>(&item.shape);
        if (!run) continue;
        ASSERT_FLOAT_EQ(item.rect.h, static_cast<float>(run->line_count) * run->style.line_height);
        for (std::uint32_t i = 0; i < run->line_count; ++i) {
            const Line& line = layout.lines[run->first_line + i];
            ASSERT_LE(line.width, item.rect.w + tolerance) << layout.text_of(line);
            ASSERT_NEAR(line.width, measure.width(layout.text_of(line), run->style.size, run->style.semibold), tolerance);
        }
    }
}

// What looks as if it could be pressed belongs to a node that reacts, and so to a native control of the document; and every
// node that reacts is painted.
void what_reacts_looks_so_and_nothing_else(const Page& page, const Layout& layout) {
    const auto nodes = preorder(page);
    std::vector<bool> painted(nodes.size(), false);
    const auto reacts = [](const Item& item) {
        if (const auto* box = std::get_if<ui::Box>(&item.shape)) return box->skin != ui::Skin::still;
        if (const auto* run = std::get_if<ui::Run>(&item.shape)) return run->underline;
        return std::holds_alternative<ui::Mark>(item.shape);
    };
    for (const auto* items : {&layout.items, &layout.pinned_items})
        for (const Item& item : *items) {
            const auto at = static_cast<std::size_t>(item.node);
            painted[at] = true;
            ASSERT_TRUE(!reacts(item) || interactive(*nodes[at])) << "node " << at << " of kind " << nodes[at]->what.index();
            const auto* picture = std::get_if<ui::Picture>(&item.shape);
            for (const ui::PictureRegion& region : picture ? picture->regions : std::vector<ui::PictureRegion>{})
                ASSERT_TRUE(interactive(*nodes[static_cast<std::size_t>(region.node)])) << region.code;
        }
    for (const ui::RegionTarget& region : layout.regions) ASSERT_TRUE(interactive(*nodes[static_cast<std::size_t>(region.option)]));
    const auto folded = folded_nodes(page);
    for (std::size_t i = 0; i < nodes.size(); ++i) ASSERT_TRUE(!interactive(*nodes[i]) || folded[i] || painted[i]) << "node " << i;
}
class UiLayoutSweep : public testing::TestWithParam<std::size_t> {};

TEST_P(UiLayoutSweep, RulesHoldAtEveryWidthAndTextSize) {
    const Page page = ui_sample::all()[GetParam()];
    for (const float scale : {1.0f, 1.5f, 2.0f})
        for (float width = 280; width <= 1920; width += 20) {
            SCOPED_TRACE("width " + std::to_string(width) + ", text " + std::to_string(scale));
            const Layout layout = laid_out(page, width, scale);
            for (const auto& rule : {every_node_has_a_rectangle, everything_is_on_the_page, children_are_in_their_parents,
                                     controls_are_large_enough_and_apart, lines_fit_their_width, what_reacts_looks_so_and_nothing_else}) {
                rule(page, layout);
                if (HasFailure()) return;
            }
        }
}

std::vector<Model> every_place(const Answers& answers) {
    const Content& content = shipped::content();
    std::vector<Model> all;
    const auto at = [&](Place place) {
        Model& model = all.emplace_back();
        model.answers = answers;
        model.place = std::move(place);
        model.today = shipped::today;
    };
    for (const PageKind kind : {PageKind::home, PageKind::review, PageKind::sources, PageKind::about, PageKind::help, PageKind::gallery})
        at({kind, {}});
    for (const QuestionPage& page : question_pages(content.questionnaire, answers)) at({PageKind::question, page.item->link_id});
    for (const std::string& part : result_parts()) at({PageKind::result, part});
    for (const std::string name : {"", "procedure"}) at({PageKind::learn, name});
    for (const Topic& topic : content.topics) at({PageKind::learn, topic.id});
    all.push_back(all.front());
    all.back().asks_to_start_over = true;
    all.back().notice = "notice.started-over";
    return all;
}

TEST(UiLayoutOfContent, RulesHoldOnEveryPageAndWidth) {
    for (const Model& model : every_place(shipped::people().at("yusuf"))) {
        const Page page = make_page(shipped::content(), model);
        for (const float scale : {1.0f, 2.0f})
            for (float width = 280; width <= 1920; width += 80) {
                SCOPED_TRACE(path_of(model.place) + " width " + std::to_string(width) + ", text " + std::to_string(scale));
                const Layout layout = laid_out(page, width, scale);
                for (const auto& rule :
                     {every_node_has_a_rectangle, everything_is_on_the_page, children_are_in_their_parents,
                      controls_are_large_enough_and_apart, lines_fit_their_width, what_reacts_looks_so_and_nothing_else}) {
                    rule(page, layout);
                    if (HasFailure()) return;
                }
            }
    }
}

INSTANTIATE_TEST_SUITE_P(Pages, UiLayoutSweep, testing::Range<std::size_t>(0, ui_sample::all().size()));

// ---- Single cases -------------------------------------------------------------------------------------------------

TEST(UiLayout, IsTheSameEachTime) {
    for (const Page& page : ui_sample::all()) {
        const Layout first = laid_out(page, 390), second = laid_out(page, 390);
        EXPECT_EQ(first.rects, second.rects);
        EXPECT_EQ(first.text, second.text);
        EXPECT_EQ(first.lines, second.lines);
        EXPECT_EQ(first.items.size(), second.items.size());
    }
}

TEST(UiLayout, TheWayBackStandsBesideTheWayOnWhereBothFit) {
    const auto beside = [](const std::string& on) {
        const Node row =
            ui_sample::section(Look::actions, {ui_sample::link(on, LinkLook::primary), ui_sample::button("Back", ButtonLook::quiet)});
        const Page page = ui_sample::page(PageKind::about, {row});
        const Layout layout = laid_out(page, 390);
        const auto nodes = preorder(page);
        const auto is_back = [](const Node* node) {
            const auto* button = std::get_if<Button>(&node->what);
            return button && button->label == "Back";
        };
        const auto back = static_cast<std::size_t>(std::ranges::find_if(nodes, is_back) - nodes.begin());
        return layout.rects[back].y < layout.rects[back - 1].bottom();
    };
    EXPECT_TRUE(beside("Next"));
    EXPECT_FALSE(beside("Next: what people commonly ask before"));
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
            if (const auto* section = std::get_if<Section>(&nodes[i]->what);
                section && (section->look == Look::says || section->look == Look::found))
                pair.push_back(layout.rects[i]);
        return pair;
    };
    const Page page = ui_sample::healing();
    EXPECT_EQ(says(page, 900)[0].y, says(page, 900)[1].y);
    EXPECT_EQ(says(page, 900)[0].h, says(page, 900)[1].h);
    EXPECT_LT(says(page, 390)[0].bottom(), says(page, 390)[1].y);
}

// Many cards with pictures use the whole width; a few keep to the column.
TEST(UiLayout, ManyPicturesStandThreeInARowWhereThereIsRoom) {
    const auto in_first_row = [](int cards, float width) {
        Node links{Section{Landmark::none, Look::links, {}}, "links"};
        for (int i = 0; i < cards; ++i) {
            Link card;
            card.label = "Card " + std::to_string(i);
            card.path = "learn";
            card.look = LinkLook::card;
            card.figure = "skin-layers";
            links.children.push_back({std::move(card)});
        }
        const Page page = ui_sample::page(PageKind::learn, {std::move(links)});
        const Layout layout = laid_out(page, width);
        const auto nodes = preorder(page);
        std::vector<float> tops;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (const auto* link = std::get_if<Link>(&nodes[i]->what); link && link->look == LinkLook::card)
                tops.push_back(layout.rects[i].y);
        return std::ranges::count(tops, tops.front());
    };
    EXPECT_EQ(in_first_row(6, 1280), 3);
    EXPECT_EQ(in_first_row(6, 768), 2);
    EXPECT_EQ(in_first_row(6, 390), 1);
    EXPECT_EQ(in_first_row(3, 1280), 2);
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

// A wedding between two sessions is none, and the day to judge by is not one more of them.
TEST(UiLayout, OnlySessionsHaveANumberInACalendar) {
    for (const double wedding : {20.0, 27.0}) {  // the second one a day before a session
        Chart calendar{
            .kind = ChartKind::calendar, .title = "Your course", .description = "", .rows = {}, .marks = {}, .from = 0, .until = 182};
        for (const auto& [at, day] :
             {std::pair{0.0, DayKind::session}, {wedding, DayKind::event}, {28.0, DayKind::session}, {182.0, DayKind::judging}})
            calendar.rows.push_back({.label = "-", .from = at, .typical = at, .slower = at, .value_text = "-", .day = day});
        const Page page = ui_sample::page(PageKind::result, {{std::move(calendar), "calendar"}});
        const Layout layout = laid_out(page, 390);
        const auto nodes = preorder(page);
        std::string numbers;
        for (const Line& line : layout.lines)
            if (const auto said = layout.text_of(line); said.size() == 1 && said != "-") numbers += said;
        EXPECT_EQ(numbers, "1212") << "on the line and below it";
        const auto signs = [&](Icon icon) {
            return std::ranges::count_if(layout.items, [&](const Item& item) {
                const auto* glyph = std::get_if<Glyph>(&item.shape);
                return glyph && glyph->icon == icon && std::holds_alternative<Chart>(nodes[static_cast<std::size_t>(item.node)]->what);
            });
        };
        EXPECT_EQ(signs(Icon::check), 2);
        EXPECT_EQ(signs(Icon::calendar), 2);
    }
}

// Where labels would run into each other an inner one gives way.
TEST(UiLayout, BothEndsOfASliderAreNamed) {
    Slider slider{.label = "Time", .value_text = "Now", .value = 0, .max = 20};
    for (int at = 0; at <= 20; ++at) slider.marks.push_back({static_cast<double>(at), "month " + std::to_string(at)});
    const Layout layout = laid_out(ui_sample::page(PageKind::result, {{std::move(slider), "slider"}}), 390);
    std::string said;
    for (const Line& line : layout.lines) said += std::string(layout.text_of(line)) + "|";
    EXPECT_TRUE(said.contains("month 0|")) << said;
    EXPECT_TRUE(said.contains("month 20|")) << said;
    EXPECT_FALSE(said.contains("month 19|")) << said;
    std::set<float> tops;
    for (const Item& item : layout.items)
        if (const auto* run = std::get_if<ui::Run>(&item.shape); run && layout.text_of(layout.lines[run->first_line]).starts_with("month"))
            tops.insert(item.rect.y);
    EXPECT_EQ(tops.size(), 1u) << "in one line";
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
