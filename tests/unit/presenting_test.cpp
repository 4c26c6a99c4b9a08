// What staff show on a tablet: page after page, one idea each.
#include <gtest/gtest.h>

#include "core/assessment/assessment.h"
#include "core/journey/presentation.h"
#include "tablet.h"

namespace needlewise {
namespace {

// ---- Presenting ---------------------------------------------------------------------------------------------------

TEST(Presenting, shows_the_steps_one_by_one_then_healing) {
    Tablet tablet;
    tablet.does(Present{});
    EXPECT_EQ(tablet.path(), "staff/show/" + tablet.content.visit.front().id);
    EXPECT_TRUE(tablet.asks<ShowPage>());
    EXPECT_TRUE(tablet.shows("presenting"));
    EXPECT_FALSE(tablet.shows("banner"));
    EXPECT_FALSE(tablet.shows("footer"));
    for (std::size_t i = 0; i < tablet.content.visit.size(); ++i) tablet.does(Turn{1});
    EXPECT_EQ(tablet.path(), "staff/show/healing") << "without answers there is no sheet";
    tablet.does(Turn{1});
    EXPECT_EQ(tablet.path(), "staff/show/healing") << "the end";
    tablet.does(Turn{-1});
    EXPECT_EQ(tablet.path(), "staff/show/" + tablet.content.visit.back().id);
}

TEST(Presenting, the_way_on_leads_out_behind_the_last_slide) {
    Tablet tablet;
    const auto way_on = [&] { return std::get<Button>(find_id(tablet.page(), "present.next")->what); };
    tablet.does(Present{});
    EXPECT_EQ(way_on().label, say(tablet.content, "present.next").text);
    tablet.does(OpenPage{"staff/show/healing"});
    EXPECT_EQ(way_on().label, say(tablet.content, "present.finish").text);
    tablet.does(way_on().action);
    EXPECT_FALSE(tablet.model.presenting);
}

TEST(Presenting, goes_on_with_the_sheet_of_a_person_who_answered_everything) {
    const Tablet yusuf("staff", "yusuf");
    const auto all = slides(yusuf.content, yusuf.model);
    const std::size_t steps = yusuf.content.visit.size();
    ASSERT_EQ(all.size(), steps + 1 + std::size(sheet_slides) + yusuf.content.check.size()) << "no code without an address to put in it";
    EXPECT_EQ(all[steps], (Place{PageKind::staff, "show/healing"}));
    EXPECT_EQ(all[steps + 1], (Place{PageKind::staff, "show/seen"}));
    for (const Place& place : all) EXPECT_EQ(place_at(yusuf.content, path_of(place)), place) << "every page has its address";
}

TEST(Presenting, a_slide_leaves_out_nothing_that_was_found) {
    for (const char* person : {"yusuf", "ruth", "tom", "ella"}) {
        Tablet tablet("staff", person);
        tablet.does(Present{}).does(OpenPage{"staff/show/findings"});
        const std::string shown = tablet.text();
        const Assessment found = assess(tablet.content, tablet.model.answers, tablet.model.today);
        ASSERT_FALSE(found.findings.empty());
        for (const Finding& finding : found.findings)
            EXPECT_TRUE(shown.contains(say(tablet.content, "finding." + finding.id + ".title").text)) << person << ": " << finding.id;
        EXPECT_FALSE(shown.contains(say(tablet.content, "result.change").text)) << "the ways on are the bar's";
    }
}

TEST(Presenting, what_needs_a_sheet_is_not_shown_without_one) {
    Tablet tablet;
    tablet.does(Present{}).does(OpenPage{"staff/show/plan"});
    EXPECT_EQ(shown_place(tablet.content, tablet.model), (Place{PageKind::staff, ""}));
    EXPECT_TRUE(tablet.page().title.starts_with(say(tablet.content, "staff.title").text));
}

int main_headings(const Node& node) {
    const auto* heading = std::get_if<Heading>(&node.what);
    int count = heading && heading->level == 1 ? 1 : 0;
    for (const Node& child : node.children) count += main_headings(child);
    return count;
}

// Nodes that say something themselves.
int words_in(const Node& node) {
    int count = std::holds_alternative<Section>(node.what) || std::holds_alternative<List>(node.what) ? 0 : 1;
    for (const Node& child : node.children) count += words_in(child);
    return count;
}

// Each of them has its heading and something below it, for people who are clear, who wait and who may not.
TEST(Presenting, no_slide_is_empty) {
    for (const char* person : {"noor", "helen", "yusuf", "ruth", "tom", "zoe"}) {
        Tablet tablet("staff", person);
        tablet.model.address = "https://clinic.example/";
        for (const Place& place : slides(tablet.content, tablet.model)) {
            tablet.does(OpenPage{path_of(place)});
            const Page page = tablet.page();
            const auto main = std::ranges::find_if(page.nodes, [](const Node& node) { return node.id == "main"; });
            ASSERT_NE(main, page.nodes.end());
            EXPECT_EQ(main_headings(*main), 1) << person << ": " << place.name;
            EXPECT_GE(words_in(*main), 3) << person << ": " << place.name << ": the heading, and what there is to say";
        }
    }
}

// What a slide leaves out is what leads on and what is folded, nothing that a person could be hurt without.
TEST(Presenting, a_slide_says_what_its_part_says_to_be_careful_about) {
    const auto shown = [](const char* person, std::string_view slide) {
        Tablet tablet("staff", person);
        tablet.does(OpenPage{std::string(slide)});
        return tablet.text();
    };
    const Tablet any("staff", "yusuf");
    const auto word = [&](std::string_view key) { return say(any.content, key).text; };
    EXPECT_TRUE(shown("yusuf", "staff/show/care-leave").contains(word("care-chart.legend.striped"))) << "what the striped ends mean";
    EXPECT_TRUE(shown("yusuf", "staff/show/care-do").contains(word("aftercare.lead")));
    EXPECT_TRUE(shown("ella", "staff/show/studies").contains(word("improvement.acne.summary"))) << "not the largest figure alone";
    EXPECT_TRUE(shown("ella", "staff/show/studies").contains(word("certainty.low")));
    EXPECT_TRUE(shown("ella", "staff/show/studies").contains("A cautious figure to plan with: 24%"));
    EXPECT_TRUE(shown("ella", "staff/show/studies").contains("part our own view")) << "the cautious figure is judgement";
    EXPECT_FALSE(shown("ella", "staff/show/studies").contains("86")) << "how many people got better stays under its caveat";
    EXPECT_FALSE(shown("ruth", "staff/show/compare").contains(word("compare.pregnancy"))) << "it shows no other treatment";
    EXPECT_TRUE(shown("yusuf", "staff/show/healing").contains(word("moment.drawn.brown")));
    EXPECT_TRUE(shown("priya", "staff/show/healing").contains(word("moment.drawn.short")));
}

TEST(Presenting, a_slide_that_shows_other_treatments_says_who_asks_before_them) {
    Tablet ruth("staff", "ruth");  // who chose not to say whether she is pregnant
    ruth.does(CompareWith{.second = true, .option = "ask"}).does(OpenPage{"staff/show/compare"});
    EXPECT_TRUE(ruth.text().contains(say(ruth.content, "compare.pregnancy").text));
    ruth.does(OpenPage{"staff/show/effort"});
    EXPECT_FALSE(ruth.text().contains(say(ruth.content, "compare.pregnancy").text)) << "once";
}

TEST(Presenting, who_may_not_now_is_shown_no_session_in_a_curve) {
    Tablet tom("staff", "tom");
    tom.does(OpenPage{"staff/show/over-time"});
    EXPECT_FALSE(tom.shows("over-time-chart"));
    tom.does(OpenPage{"staff/show/course"});
    EXPECT_TRUE(tom.text().contains(say(tom.content, "plan.not-yours").text));
}

TEST(Presenting, from_a_page_outside_the_way_on_leads_to_the_first) {
    Tablet tablet;
    tablet.does(Present{}).does(OpenPage{"help"}).does(Turn{-1});
    EXPECT_EQ(tablet.path(), "help");
    tablet.does(Turn{1});
    EXPECT_EQ(tablet.path(), path_of(slides(tablet.content, tablet.model).front()));
}

TEST(Presenting, drawing_is_off_at_first_and_only_while_presenting) {
    Tablet tablet;
    tablet.does(Draw{});
    EXPECT_FALSE(tablet.model.drawing);
    tablet.does(Present{});
    EXPECT_FALSE(tablet.model.drawing);
    tablet.does(Draw{});
    EXPECT_TRUE(tablet.model.drawing);
    EXPECT_TRUE(tablet.asks<Announce>());
    tablet.does(Draw{});
    EXPECT_FALSE(tablet.asks<Announce>()) << "nothing changed";
    tablet.does(ClearDrawing{});
    EXPECT_TRUE(tablet.asks<EraseDrawing>());
    tablet.does(Present{false});
    EXPECT_FALSE(tablet.model.drawing);
    EXPECT_EQ(tablet.path(), "staff");
    EXPECT_TRUE(tablet.shows("banner"));
}

TEST(Presenting, turning_means_nothing_outside) {
    Tablet tablet("help");
    tablet.does(Turn{1});
    EXPECT_EQ(tablet.path(), "help");
}

}  // namespace
}  // namespace needlewise
