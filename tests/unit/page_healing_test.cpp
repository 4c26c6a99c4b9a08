// The healing page of the people of the cases, at hours that matter, and what every page must keep to.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "content/check/keys.h"
#include "core/assessment/assessment.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

using shipped::content;

Model at(const std::string& person, const std::string& path, double hours = 0, int session = 1) {
    Model model;
    static const auto everybody = shipped::people();
    if (!person.empty()) model.answers = everybody.at(person);
    model.today = shipped::today;
    model.place = place_at(content(), path);
    const auto& moments = content().healing.moments;
    const auto moment = std::ranges::find(moments, hours);
    EXPECT_NE(moment, moments.end()) << "no moment at " << hours << " hours";
    model.moment = static_cast<int>(moment - moments.begin());
    model.session = session;
    return model;
}

std::string region(const Model& model) {
    const Page page = make_page(content(), model);
    const Node* machine = find_id(page, "time-machine");
    if (!machine) return "no time machine";
    Page part{.place = page.place, .title = {}, .language = {}, .nodes = {*machine}};
    return print(part);
}

std::string between(const std::string& text, std::string_view from, std::string_view until) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) return {};
    const std::size_t start = at + from.size();
    return text.substr(start, text.find(until, start) - start);
}

const Figure& figure(const Page& page, std::string_view id) {
    static const Figure none;
    const Node* node = find_id(page, id);
    const auto* found = node ? std::get_if<Figure>(&node->what) : nullptr;
    EXPECT_TRUE(found) << "no picture " << id;
    return found ? *found : none;
}

double level(const Figure& figure, std::string_view part) {
    for (const Level& each : figure.levels)
        if (each.part == part) return each.value;
    ADD_FAILURE() << figure.image << " has no level of " << part;
    return -1;
}

void expect_holds(const std::string& text, std::string_view piece) { EXPECT_TRUE(text.contains(piece)) << piece << "\nnot in\n" << text; }
void expect_lacks(const std::string& text, std::string_view piece) { EXPECT_FALSE(text.contains(piece)) << piece << "\nin\n" << text; }

// ---- Noor, whom nothing speaks against -----------------------------------------------------------------------------

TEST(HealingPage, right_after_the_session_the_channels_are_open_and_hardly_anything_is) {
    const std::string text = region(at("noor", "result/healing"));
    expect_holds(text, "Right after session 1");
    expect_holds(text, "Open channels: a lot");
    expect_holds(between(text, "### Still avoid", "###"), "Make-up: for the first 48 hours");
    expect_holds(between(text, "### Later", "###"), "Rinse with lukewarm water only: 6 to 24 hours after the session");
    expect_holds(text, "Hives, swollen lips or eyes");
    expect_lacks(text, "ake-up with clean brushes");
}

TEST(HealingPage, after_two_days_make_up_is_open_again_and_sport_is_not) {
    const std::string text = region(at("noor", "result/healing", 48));
    expect_holds(text, "2 days after session 1");
    expect_holds(between(text, "### What you can do now", "###"), "Mineral make-up with clean brushes, if no skin is open or sore");
    expect_holds(between(text, "### Still avoid", "###"), "Sport and heavy sweat: for the first 3 days");
    expect_lacks(text, "After numbing cream");
}

TEST(HealingPage, after_a_week_new_skin_is_built) {
    const std::string text = region(at("noor", "result/healing", 168));
    expect_holds(text, "1 week after session 1");
    expect_holds(text, "Below the surface: New skin is built");
    expect_holds(text, "Open channels: none");
    expect_holds(text, "Redness or swelling still there after a week. Call the clinic.");
}

TEST(HealingPage, after_three_months_collagen_matures_and_no_aftercare_is_left) {
    const std::string text = region(at("noor", "result/healing", 2190));
    expect_holds(text, "3 months after session 1");
    expect_holds(text, "Below the surface: Collagen gets stronger");
    expect_holds(text, "All the waiting times of this session have passed.");
    expect_lacks(text, "### Still avoid");
    expect_lacks(text, "### Later");
    expect_lacks(text, "Your clinic sets the time for these");
}

// ---- What the person wants to change -------------------------------------------------------------------------------

TEST(HealingPage, severe_scars_are_drawn_at_every_time_and_the_page_says_that_they_stay) {
    for (const double hours : content().healing.moments) {
        Model model = at("tom", "result/healing", hours);  // severe ice-pick and boxcar scars
        for (const bool slower : {false, true}) {
            model.slower = slower;
            const Page page = make_page(content(), model);
            EXPECT_EQ(level(figure(page, "picture:skin"), "ice-pick-more"), 1) << hours;
            EXPECT_EQ(level(figure(page, "picture:skin"), "rolling"), 0) << hours;
        }
        expect_holds(region(model), "as an example, and it stays");
        expect_holds(region(model), "not a promise");
    }
}

TEST(HealingPage, shows_the_part_of_the_body_that_is_treated) {
    EXPECT_EQ(figure(make_page(content(), at("sofia", "result/healing")), "picture:skin").image, "skin-body");
    EXPECT_EQ(figure(make_page(content(), at("ken", "result/healing")), "picture:skin").image, "healing-scalp");
    EXPECT_EQ(figure(make_page(content(), at("tom", "result/healing")), "picture:skin").image, "skin-face");
    expect_holds(region(at("sofia", "result/healing")), "It shows 6 cm of a tummy");
    expect_lacks(region(at("sofia", "result/healing")), "cheek");
}

TEST(HealingPage, without_anything_to_draw_it_says_that_no_result_is_shown) {
    expect_holds(region(at("noor", "result/healing")), "They do not show what you want to change, and they do not show a result.");
}

TEST(HealingPage, holds_the_answer_about_days_off_against_usual_and_slower_healing) {
    const std::string ella = print(make_page(content(), at("ella", "result/healing")));  // scars, no days at all
    expect_holds(ella, "Your answer for red or flaky skin: Not at all.");
    expect_holds(ella, "That is not enough. Skin is usually red or flaky for 10 days at most. Plan for 2 weeks.");
    expect_holds(print(make_page(content(), at("grace", "result/healing"))), "That is enough if you heal as usual: 7 days.");
}

TEST(HealingPage, weekly_sessions_start_the_times_again_and_a_later_hour_says_so) {
    const std::string ken = print(make_page(content(), at("ken", "result/healing", 336)));
    expect_holds(ken, "With 1 week between sessions, some waiting times start again before they end.");
    expect_holds(ken, "By this time the next session may have been done.");
    expect_lacks(print(make_page(content(), at("noor", "result/healing", 336))), "may have been done");
}

// ---- Skin tones ----------------------------------------------------------------------------------------------------

TEST(HealingPage, on_brown_and_black_skin_goes_by_warmth_and_tightness) {
    for (const auto& [name, answers] : shipped::people()) {
        const Assessment found = assess(content(), answers, shipped::today);
        const Model model = at(name, "result/healing");
        const bool dark = found.phototype_high.value_or(0) >= 4;
        EXPECT_EQ(region(model).contains("look for warmth, tightness and darker skin"), dark) << name;
        const int tone = figure(make_page(content(), model), "picture:skin").tone;
        if (found.phototype_low == found.phototype_high && found.phototype_low) { EXPECT_EQ(tone, *found.phototype_low) << name; }
    }
}

TEST(HealingPage, without_answers_the_learn_page_says_whose_skin_it_shows) {
    const Model nobody = at("", "learn/healing");
    const std::string text = region(nobody);
    expect_holds(text, "You have not told us your skin colour");
    expect_holds(text, "a typical treatment");
    expect_holds(text, "[Time after the session: Right after the session]");
    expect_lacks(text, "### Still avoid");
    expect_holds(text, "They do not show what you want to change");
    EXPECT_EQ(figure(make_page(content(), nobody), "picture:skin").tone, 3);
}

// ---- Usual and slower, three and three ------------------------------------------------------------------------------

TEST(HealingPage, slower_healing_is_another_picture_where_the_data_differ) {
    Model model = at("tom", "result/healing", 120);
    const Figure usual = figure(make_page(content(), model), "picture:skin");
    model.slower = true;
    const Figure slower = figure(make_page(content(), model), "picture:skin");
    EXPECT_GT(level(slower, "redness"), level(usual, "redness") + 0.2);
    EXPECT_NE(slower.title, usual.title);
}

// The first list of a section with this heading.
std::size_t items_under(const Page& page, std::string_view title) {
    const auto nodes = preorder(page);
    const auto head = std::ranges::find_if(
        nodes, [&](const Node* node) { return std::holds_alternative<Heading>(node->what) && name_of(*node) == title; });
    const auto list = std::find_if(head, nodes.end(), [](const Node* node) { return std::holds_alternative<List>(node->what); });
    return list == nodes.end() ? 0 : (*list)->children.size();
}

TEST(HealingPage, says_three_things_of_now_and_three_of_next_at_most) {
    for (const auto& [name, answers] : shipped::people())
        for (const double hours : content().healing.moments) {
            const Page page = make_page(content(), at(name, "result/healing", hours));
            EXPECT_GE(items_under(page, "What you can do now"), 1u) << name << ", " << hours;
            EXPECT_LE(items_under(page, "What you can do now"), 3u) << name << ", " << hours;
            if (print(page).contains("### What comes next")) {
                EXPECT_LE(items_under(page, "What comes next"), 3u) << name << ", " << hours;
            }
        }
}

TEST(HealingPage, what_comes_next_is_in_the_order_of_its_time) {
    const std::string next = between(region(at("noor", "result/healing", 24)), "### What comes next", "###");
    const auto make_up = next.find("After 48 hours"), sport = next.find("After 3 days");
    EXPECT_NE(make_up, std::string::npos) << next;
    EXPECT_LT(make_up, sport) << next;
}

// ---- Aftercare and results over time --------------------------------------------------------------------------------

TEST(AftercarePage, has_a_bar_with_a_picture_for_everything_that_has_a_time) {
    for (const auto& [name, answers] : shipped::people()) {
        const Page page = make_page(content(), at(name, "result/aftercare"));
        const Node* node = find_id(page, "aftercare-chart");
        ASSERT_NE(node, nullptr) << name;
        const auto& chart = std::get<Chart>(node->what);
        const Assessment found = assess(content(), answers, shipped::today);
        EXPECT_EQ(std::ssize(chart.rows),
                  std::ranges::count_if(found.aftercare, [](const Aftercare& care) { return care.kind != Care::ask; }));
        for (const BarRow& row : chart.rows) {
            EXPECT_FALSE(row.figure.empty()) << row.label;
            EXPECT_LE(row.from, row.typical) << row.label;
            EXPECT_LE(row.typical, row.slower) << row.label;
            EXPECT_LE(row.slower, chart.until) << row.label;
        }
        EXPECT_EQ(find_id(page, "aftercare-table")->children.size(), found.aftercare.size() + 1) << name;
    }
}

TEST(OverTimePage, swelling_comes_and_goes_and_collagen_builds_up_until_it_can_be_judged) {
    const Page page = make_page(content(), at("noor", "result/over-time"));
    const Node* node = find_id(page, "over-time-chart");
    ASSERT_NE(node, nullptr);
    const auto& chart = std::get<Chart>(node->what);
    ASSERT_EQ(chart.curves.size(), 2u);
    const auto &collagen = chart.curves[0].points, &swelling = chart.curves[1].points;
    EXPECT_EQ(collagen.front(), 0);
    EXPECT_GT(collagen.back(), 0.3);
    EXPECT_GT(swelling.front(), 0.3);
    EXPECT_EQ(swelling.back(), 0);
    expect_holds(print(page), "This is a drawing.");
}

// ---- Levels --------------------------------------------------------------------------------------------------------

TEST(HealingPage, slower_healing_never_shows_less) {
    for (const auto& [name, answers] : shipped::people()) {
        for (const double hours : content().healing.moments) {
            Model model = at(name, "result/healing", hours);
            const Page usual = make_page(content(), model);
            model.slower = true;
            const Page longer = make_page(content(), model);
            const Figure &typical = figure(usual, "picture:skin"), &slower = figure(longer, "picture:skin");
            for (const Level& part : typical.levels)
                EXPECT_LE(part.value, level(slower, part.part)) << name << ", " << hours << ", " << part.part;
        }
    }
}

TEST(HealingPage, a_third_session_finds_the_collagen_of_the_first_two) {
    const Page first = make_page(content(), at("amara", "result/healing", 0, 1));
    const Page third = make_page(content(), at("amara", "result/healing", 0, 3));
    EXPECT_EQ(level(figure(first, "picture:section"), "new-collagen"), 0);
    EXPECT_GT(level(figure(third, "picture:section"), "new-collagen"), 0.5);
    EXPECT_EQ(level(figure(third, "picture:section"), "repair-cells"), 0);
    EXPECT_EQ(level(figure(first, "picture:skin"), "redness"), level(figure(third, "picture:skin"), "redness"));
    EXPECT_NE(find_id(third, "session:3"), nullptr);
}

TEST(HealingPage, the_table_has_a_row_for_every_moment) {
    const Page page = make_page(content(), at("amara", "result/healing"));
    const Node* table = find_id(page, "moments-table");
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->children.size(), content().healing.moments.size() + 1);
}

TEST(HealingPage, of_burn_scars_says_that_their_healing_is_not_known) {
    EXPECT_TRUE(print(make_page(content(), at("david", "result/healing"))).contains("We do not know how fast burn scars heal"));
    EXPECT_FALSE(print(make_page(content(), at("yusuf", "result/healing"))).contains("burn scars"));
}

TEST(HealingPage, the_slider_marks_the_times_people_ask_about) {
    const Page page = make_page(content(), at("amara", "result/healing"));
    const Node* node = find_id(page, "time");
    ASSERT_NE(node, nullptr);
    std::string marks;
    for (const AxisMark& mark : std::get<Slider>(node->what).marks) marks += mark.label + "|";
    EXPECT_EQ(marks, "Today|48 h|1 wk|2 wk|1 mo|3 mo|6 mo|12 mo|");
}

// ---- Pictures ------------------------------------------------------------------------------------------------------

TEST(Pictures, have_the_words_that_stand_in_their_files) {
    int seen = 0;
    for (const std::string& key : keys_of(content()).required) {
        if (!key.starts_with("figure.") || !key.ends_with(".title")) continue;
        const std::string id = between(key, "figure.", ".title");
        const std::string svg = shipped::source_text("assets/figures/" + id + ".svg");
        EXPECT_EQ(content().words.by_key.at(key), between(svg, "<title>", "</title>")) << id;
        EXPECT_EQ(content().words.by_key.at("figure." + id + ".description"), between(svg, "<desc>", "</desc>")) << id;
        ++seen;
    }
    EXPECT_GT(seen, 20);
}

// ---- Every page ----------------------------------------------------------------------------------------------------

void expect_keys_once(const Page& page, const std::string& path) {
    std::set<Key> keys;
    int main_headings = 0;
    for (const Node* node : preorder(page)) {
        EXPECT_TRUE(keys.insert(node->key).second) << path << ": a key twice, " << node->id << " " << name_of(*node);
        const auto* heading = std::get_if<Heading>(&node->what);
        const auto* choice = std::get_if<Choice>(&node->what);
        const auto* date = std::get_if<DateField>(&node->what);
        main_headings += (heading && heading->level == 1) || (choice && choice->level == 1) || (date && date->level == 1);
    }
    EXPECT_EQ(main_headings, 1) << path;
}

TEST(WhatComesNext, is_never_picking) {
    const std::string picking = say(content(), "aftercare.picking.name").text, next = "### " + say(content(), "moment.next").text;
    int seen = 0;
    for (const auto& [person, answers] : shipped::people()) {
        for (const double hours : content().healing.moments) {
            const std::string card = between(region(at(person, "result/healing", hours)), next, "<");
            seen += card.empty() ? 0 : 1;
            EXPECT_FALSE(card.contains(picking)) << person << ", " << hours << " hours";
        }
    }
    EXPECT_GT(seen, 0);
}

TEST(Pages, have_each_key_once_and_one_main_heading) {
    std::vector<std::string> paths{"", "review", "learn", "learn/procedure", "sources", "about", "help", "gallery"};
    for (const std::string& part : result_parts()) paths.push_back(part.empty() ? "result" : "result/" + part);
    for (const Topic& topic : content().topics) paths.push_back("learn/" + topic.id);
    for (const char* person : {"", "helen"}) {
        for (const std::string& path : paths) {
            Model model = at(person, path);
            model.asks_to_start_over = true;
            model.notice = "notice.started-over";
            expect_keys_once(make_page(content(), model), path);
        }
    }
}

TEST(Pages, a_message_of_what_did_not_work_looks_so) {
    Model model = at("helen", "result/take");
    const auto look = [&](const char* notice) {
        model.notice = notice;
        return std::get<Section>(find_id(make_page(content(), model), "toast")->what).look;
    };
    for (const char* notice : {"notice.copied", "notice.saved", "notice.opened", "notice.draft-kept"}) EXPECT_EQ(look(notice), Look::toast);
    for (const char* notice : {"notice.copy-refused", "notice.not-kept", "notice.kept-lost", "notice.opened-part"})
        EXPECT_EQ(look(notice), Look::warning) << notice;
}

TEST(Pages, of_the_sheet_lead_to_all_its_parts) {
    for (const std::string& part : result_parts()) {
        const Page page = make_page(content(), at("amara", part.empty() ? "result" : "result/" + part));
        const Node* tabs = find_id(page, "tabs");
        ASSERT_NE(tabs, nullptr) << part;
        EXPECT_EQ(tabs->children.size(), 4u);
        EXPECT_EQ(std::ranges::count_if(tabs->children, [](const Node& tab) { return std::get<Link>(tab.what).current; }), 1) << part;
        const Node* row = find_id(page, "part-row");
        ASSERT_NE(row, nullptr) << part;
        const auto here = std::ranges::find(row->children, "part:" + part, &Node::id);
        ASSERT_NE(here, row->children.end()) << part;
        for (const Node& link : row->children) EXPECT_EQ(std::get<Link>(link.what).current, &link == &*here) << part;
    }
}

TEST(Pages, a_question_on_the_map_names_it_and_options_have_pictures) {
    const Page area = make_page(content(), at("amara", "questions/area"));
    const Node* field = find_id(area, "field:area");
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(std::get<Choice>(field->what).map, "map-body");
    const Page goal = make_page(content(), at("amara", "questions/goal"));
    const Node* option = find_id(goal, "option:goal:glow");
    ASSERT_NE(option, nullptr);
    EXPECT_EQ(std::get<ChoiceOption>(option->what).figure, "goal-glow");
}

}  // namespace
}  // namespace needlewise
