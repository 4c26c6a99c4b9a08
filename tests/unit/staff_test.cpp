// For staff: the PIN of a kiosk, the watch over it, clearing everything, and the check of understanding.
#include <gtest/gtest.h>

#include "core/assessment/assessment.h"
#include "tablet.h"

namespace needlewise {
namespace {

// ---- Kiosk --------------------------------------------------------------------------------------------------------

TEST(Kiosk, staff_pages_need_the_pin) {
    for (const char* path : {"staff", "staff/brief"}) {
        Tablet tablet(path, "yusuf");
        tablet.in_kiosk();
        EXPECT_TRUE(tablet.shows("field:pin")) << path;
        EXPECT_FALSE(tablet.text().contains(say(tablet.content, "brief.flags").text)) << path;
    }
    const Tablet at_home("staff");
    EXPECT_FALSE(at_home.shows("field:pin")) << "without a kiosk there is no PIN";
}

TEST(Kiosk, the_right_pin_opens_and_leaving_locks_again) {
    Tablet tablet;
    tablet.in_kiosk().enters("2468");
    EXPECT_TRUE(tablet.model.unlocked);
    EXPECT_EQ(tablet.focus(), "h1");
    EXPECT_TRUE(tablet.shows("present"));
    EXPECT_TRUE(tablet.model.entries.empty()) << "the PIN is not kept";
    tablet.does(Present{}).does(OpenPage{"help"});
    EXPECT_TRUE(tablet.model.unlocked) << "while presenting the tablet is in the hands of staff";
    tablet.does(Present{false});
    EXPECT_TRUE(tablet.shows("present"));
    tablet.does(OpenPage{""});
    EXPECT_FALSE(tablet.model.unlocked);
    tablet.does(OpenPage{"staff"});
    EXPECT_TRUE(tablet.shows("field:pin"));
    tablet.enters("2468").does(Lock{});
    EXPECT_FALSE(tablet.model.unlocked);
    EXPECT_EQ(tablet.path(), "");
}

TEST(Kiosk, a_wrong_pin_says_so_and_several_have_to_wait) {
    Tablet tablet;
    tablet.in_kiosk().enters("1111");
    EXPECT_FALSE(tablet.model.unlocked);
    EXPECT_EQ(tablet.focus(), "field:pin");
    EXPECT_TRUE(tablet.text().contains(say(tablet.content, "pin.wrong").text));
    tablet.enters("").enters("3333");
    EXPECT_EQ(tablet.held(), std::pair(3, 30));
    EXPECT_FALSE(tablet.shows("field:pin"));
    EXPECT_EQ(tablet.focus(), "pin:wait");
    tablet.enters("2468");
    EXPECT_FALSE(tablet.model.unlocked) << "not even the right one is taken";
    tablet.does(PinWaitEnded{});
    EXPECT_TRUE(tablet.shows("field:pin"));
    EXPECT_EQ(tablet.focus(), "field:pin");
    tablet.enters("2468");
    EXPECT_TRUE(tablet.model.unlocked);
    EXPECT_EQ(tablet.model.wrong_pins, 0);
    EXPECT_EQ(tablet.held(), std::pair(0, 0)) << "the device forgets the wrong ones";
}

TEST(Kiosk, the_end_of_the_wait_changes_nothing_of_another_page) {
    Tablet tablet;
    tablet.in_kiosk().enters("1").enters("2").enters("3").does(OpenPage{"questions/goal"}).does(Continue{});
    ASSERT_TRUE(tablet.model.show_errors);
    tablet.does(PinWaitEnded{});
    EXPECT_TRUE(tablet.model.show_errors) << "what is wrong there still is";
    EXPECT_EQ(tablet.focus(), "");
    EXPECT_FALSE(tablet.model.pin_waits);
}

TEST(Kiosk, every_third_wrong_pin_waits_for_longer) {
    EXPECT_EQ(pin_wait(0), 0);
    EXPECT_EQ(pin_wait(2), 0);
    EXPECT_EQ(pin_wait(3), 30);
    EXPECT_EQ(pin_wait(4), 0);
    EXPECT_EQ(pin_wait(6), 60);
    EXPECT_EQ(pin_wait(18), 900);
    EXPECT_EQ(pin_wait(3000), 900);
}

TEST(Kiosk, loading_the_page_again_or_clearing_gives_no_more_tries) {
    Tablet tablet;
    tablet.in_kiosk().does(*action_told("pins", "5 0"));
    EXPECT_TRUE(tablet.shows("field:pin"));
    tablet.enters("1111");
    EXPECT_EQ(tablet.held(), std::pair(6, 60));
    tablet.does(Wipe{}).does(OpenPage{"staff"});
    EXPECT_FALSE(tablet.shows("field:pin"));

    Tablet again;
    again.in_kiosk().does(*action_told("pins", "6 41"));
    EXPECT_EQ(again.held(), std::pair(6, 41));
    EXPECT_FALSE(again.shows("field:pin"));
    again.does(PinWaitEnded{}).enters("2468");
    EXPECT_TRUE(again.model.unlocked);
    for (const char* nothing : {"", "6", "6 x", "x 6", "99999999999 1"}) EXPECT_FALSE(action_told("pins", nothing)) << nothing;
}

TEST(Kiosk, has_no_way_out) {
    Tablet tablet("sources");
    const auto outside = [&] {
        const Page page = tablet.page();
        return std::ranges::count_if(preorder(page), [](const Node* node) {
            const auto* link = std::get_if<Link>(&node->what);
            return link && !link->url.empty();
        });
    };
    for (const auto& [id, source] : tablet.content.sources) tablet.model.open.insert("source:" + id);
    const Page before = tablet.page();
    tablet.in_kiosk();
    EXPECT_EQ(outside(), 0);
    for (const Node* node : preorder(before)) {
        const auto* link = std::get_if<Link>(&node->what);
        if (link && !link->url.empty()) EXPECT_TRUE(tablet.text().contains(link->label + ": " + link->url)) << "the address is still said";
    }
}

TEST(Kiosk, asks_whether_somebody_is_there) {
    Tablet tablet("questions/goal");
    tablet.in_kiosk().does(*action_told("idle", "30"));
    EXPECT_EQ(tablet.focus(), "idle:here");
    const auto spoken = [&] {
        const Page page = tablet.page();
        return std::string(name_of(*find_id(page, "idle:soon")));
    };
    const std::string at_thirty = spoken();
    tablet.does(*action_told("idle", "29"));
    EXPECT_EQ(tablet.focus(), "") << "the focus is where it was";
    EXPECT_EQ(spoken(), at_thirty) << "not every second";
    tablet.does(*action_told("idle", "10"));
    EXPECT_NE(spoken(), at_thirty);
    const std::string at_ten = spoken();
    tablet.does(*action_told("idle", "6"));
    EXPECT_EQ(spoken(), at_ten);
    tablet.does(*action_told("idle", "5"));
    EXPECT_NE(spoken(), at_ten);
    tablet.does(*action_told("idle", "0"));
    EXPECT_FALSE(tablet.shows("idle:soon"));
    EXPECT_EQ(tablet.path(), "questions/goal");
}

TEST(Kiosk, wiping_leaves_nothing_of_anybody) {
    Tablet tablet("staff", "yusuf");
    tablet.in_kiosk().enters("2468").does(EnterText{"link", "https://example.org/#x"}).does(ChooseCheck{"judge", "months"});
    tablet.does(SetTextSize{150}).does(SetTheme{Theme::dark}).does(Present{}).does(Draw{}).does(Idle{3}).does(*action_told("wipe", ""));
    Model empty;
    empty.today = tablet.model.today;
    EXPECT_TRUE(tablet.asks<Forget>());
    EXPECT_TRUE(tablet.asks<ShowPage>());
    EXPECT_EQ(tablet.path(), "");
    EXPECT_TRUE(tablet.model.answers.empty());
    EXPECT_TRUE(tablet.model.entries.empty());
    EXPECT_TRUE(tablet.model.checked.empty());
    EXPECT_FALSE(tablet.model.unlocked || tablet.model.presenting || tablet.model.drawing);
    EXPECT_EQ(tablet.model.text_size, empty.text_size);
    EXPECT_EQ(tablet.model.theme, empty.theme);
    EXPECT_EQ(tablet.text(), print(make_page(tablet.content, empty))) << "the page of a tablet nobody has touched";
}

TEST(Kiosk, clearing_wipes_in_a_kiosk_and_for_staff) {
    const auto what_yes_does = [](Tablet tablet) {
        tablet.does(AskToStartOver{});
        const Page page = tablet.page();
        return action_for(*find_id(page, "start-over:yes"), "");
    };
    EXPECT_TRUE(std::holds_alternative<Wipe>(*what_yes_does(Tablet("staff"))));
    EXPECT_TRUE(std::holds_alternative<Wipe>(*what_yes_does(Tablet("result", "yusuf").in_kiosk())));
    EXPECT_TRUE(std::holds_alternative<StartOver>(*what_yes_does(Tablet("result", "yusuf"))));
}

// ---- The brief ----------------------------------------------------------------------------------------------------

TEST(StaffBrief, says_flags_first_and_prints_itself) {
    Tablet yusuf("staff/brief", "yusuf");
    const std::string text = yusuf.text();
    const auto at = [&](std::string_view key) { return text.find(say(yusuf.content, key).text); };
    EXPECT_LT(at("brief.label.ask"), at("finding.label.wait"));
    EXPECT_LT(at("brief.flags"), at("brief.person"));
    EXPECT_LT(at("brief.person"), at("brief.expectations"));
    EXPECT_LT(at("brief.person"), at("brief.check"));
    EXPECT_TRUE(text.contains(say(yusuf.content, "brief.reasons").text)) << "what is behind the flags and the estimate";
    yusuf.does(PrintPage{});
    EXPECT_TRUE(yusuf.asks<Print>());
    EXPECT_EQ(yusuf.path(), "staff/brief");
}

TEST(StaffBrief, names_only_what_is_still_asked) {
    Tablet yusuf("staff/brief", "yusuf");
    EXPECT_TRUE(yusuf.text().contains("Last capsule: 1 March 2026"));
    EXPECT_TRUE(yusuf.text().contains("Event: 28 November 2026"));
    yusuf.model.answers.set("medicines", {Coding{"urn:needlewise:consultation", "none"}});
    yusuf.model.answers.set("has-event", {Coding{"urn:needlewise:consultation", "no"}});
    EXPECT_FALSE(yusuf.text().contains("Last capsule"));
    EXPECT_FALSE(yusuf.text().contains("28 November 2026"));
}

TEST(StaffBrief, lists_what_was_missed) {
    Tablet yusuf("staff/brief", "yusuf");
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "staff.check.none").text));
    yusuf.does(ChooseCheck{"judge", "each-session"}).does(ChooseCheck{"redness", "usual"});
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "check.judge.topic").text));
    EXPECT_FALSE(yusuf.text().contains(say(yusuf.content, "check.redness.topic").text));
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "brief.check.open", {{"count", "3"}}).text));
}

TEST(StaffBrief, says_when_there_is_nothing_and_when_it_is_not_complete) {
    Tablet tablet("staff/brief");
    EXPECT_TRUE(tablet.text().contains(say(tablet.content, "brief.empty").text));
    tablet.does(Choose{"goal", "acne-scars"});
    EXPECT_TRUE(tablet.text().contains("This brief is not complete. Questions still open: ")) << tablet.text();
    EXPECT_TRUE(tablet.text().contains(say(tablet.content, "brief.flags.open").text));
    EXPECT_FALSE(tablet.text().contains(say(tablet.content, "brief.flags.none").text)) << "no answers is never nothing found";
}

// ---- The check of understanding -----------------------------------------------------------------------------------

TEST(Check, an_answer_gives_its_feedback_at_once) {
    Tablet yusuf("result/check", "yusuf");
    const Page page = yusuf.page();
    const Node* option = find_id(page, "option:check:help:wait-a-week");
    ASSERT_TRUE(option);
    yusuf.does(*action_for(*option, "1"));
    EXPECT_EQ(yusuf.model.checked.at("help"), "wait-a-week");
    EXPECT_TRUE(yusuf.asks<Announce>());
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "check.help.wait-a-week.feedback").text));
    EXPECT_FALSE(yusuf.text().contains(say(yusuf.content, "check.talk.title").text)) << "the list comes after the last question";
}

TEST(Check, what_is_not_there_cannot_be_chosen) {
    Tablet yusuf("result/check", "yusuf");
    yusuf.does(ChooseCheck{"help", "nothing"}).does(ChooseCheck{"nothing", "same-day"});
    EXPECT_TRUE(yusuf.model.checked.empty());
}

TEST(Check, the_end_lists_what_to_talk_about_and_can_be_done_again) {
    Tablet yusuf("result/check", "yusuf");
    for (const CheckQuestion& question : yusuf.content.check) yusuf.does(ChooseCheck{question.id, question.right});
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "check.all.title").text));
    yusuf.does(ChooseCheck{"wait", "sunscreen"});
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "check.talk.title").text));
    EXPECT_TRUE(yusuf.text().contains(say(yusuf.content, "check.wait.topic").text));
    yusuf.does(RedoCheck{});
    EXPECT_TRUE(yusuf.model.checked.empty());
    EXPECT_EQ(yusuf.focus(), "field:check:" + yusuf.content.check.front().id);
}

TEST(Told, staff_words) {
    EXPECT_EQ(std::get<Turn>(*action_told("turn", "back")).by, -1);
    EXPECT_EQ(std::get<Turn>(*action_told("turn", "next")).by, 1);
    EXPECT_FALSE(std::get<Draw>(*action_told("draw", "0")).on);
    EXPECT_FALSE(action_told("idle", "soon"));
    EXPECT_EQ(std::get<Idle>(*action_told("idle", "-5")).seconds_left, 0);
}

// ---- About ----------------------------------------------------------------------------------------------------------

TEST(About, leads_to_the_licences_that_stand_beside_the_page) {
    Tablet tablet("about");
    EXPECT_FALSE(tablet.shows("licences")) << "a desktop has no site";
    for (const char* address :
         {"https://clinic.example/prepare/index.html?lang=de&pack=packs/demo.json", "https://clinic.example/prepare/"}) {
        tablet.model.address = address;
        const Page page = tablet.page();
        const Node* link = find_id(page, "licences");
        ASSERT_TRUE(link);
        EXPECT_EQ(std::get<Link>(link->what).url, "https://clinic.example/prepare/licences.txt");
    }
}

}  // namespace
}  // namespace needlewise
