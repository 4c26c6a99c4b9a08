#include <gtest/gtest.h>

#include "sample.h"

namespace needlewise {
namespace {

using sample::coding;
using sample::day;
using sample::today;

static_assert(std::variant_size_v<Action> == 58, "a new action needs an overload in update.cpp and a test here");

// A person at a page of the sample consultation, doing one thing after another.
struct Person {
    Content content = sample::content();
    Model model;
    Commands commands;  // of the last action

    explicit Person(std::string_view path = "", Answers answers = {}) {
        model.answers = std::move(answers);
        model.place = place_at(content, path);
        model.today = today;
    }
    Person& does(const Action& action) {
        Updated updated = update(model, action, content);
        model = std::move(updated.model);
        commands = std::move(updated.commands);
        return *this;
    }
    std::string path() const { return path_of(model.place); }
    std::string page() const { return path_of(shown_place(content, model)); }
    bool shown() const { return !commands.empty() && std::holds_alternative<ShowPage>(commands.front()); }
    std::string focus() const {
        const auto* focused = commands.empty() ? nullptr : std::get_if<Focus>(&commands.back());
        return focused ? focused->id : "";
    }
    std::string announced() const {
        const auto* said = commands.empty() ? nullptr : std::get_if<Announce>(&commands.back());
        return said ? said->text : "";
    }
};

Answers amina_and(std::string link_id, std::vector<Value> values) {
    Answers amina = sample::amina();
    amina.set(std::move(link_id), std::move(values));
    return amina;
}

// ---- Answering ----------------------------------------------------------------------------------------------------

TEST(Choosing, a_single_choice_replaces) {
    Person amina("questions/goal");
    amina.does(Choose{"goal", "laxity"}).does(Choose{"goal", "acne-scars"});
    EXPECT_EQ(amina.model.answers.of("goal"), std::vector<Value>{coding("acne-scars")});
    EXPECT_FALSE(amina.shown());
}

TEST(Choosing, a_multiple_choice_collects_and_none_clears_it) {
    Person ben("questions/health");
    ben.does(Choose{"health", "toxin"}).does(Choose{"health", "cold-sores"});
    EXPECT_EQ(ben.model.answers.of("health").size(), 2u);
    ben.does(Choose{"health", "none"});
    EXPECT_EQ(ben.model.answers.of("health"), std::vector<Value>{coding("none")});
    ben.does(Choose{"health", "toxin"});
    EXPECT_EQ(ben.model.answers.of("health"), std::vector<Value>{coding("toxin")});
    ben.does(Choose{"health", "toxin", false});
    EXPECT_FALSE(ben.model.answers.has("health"));
}

TEST(Choosing, what_is_not_offered_changes_nothing) {
    Person amina("questions/goal", sample::amina());
    amina.does(Choose{"goal", "freckles"}).does(Choose{"blood-group", "a"}).does(Choose{"start-date", "soon"});
    EXPECT_EQ(amina.model.answers, sample::amina());
}

TEST(Choosing, a_yes_no_question_takes_a_boolean) {
    Person amina;
    amina.content.questionnaire.items.push_back(sample::group("more", {sample::item("smokes", ItemType::boolean, true)}));
    amina.does(Choose{"smokes", "false"});
    EXPECT_EQ(amina.model.answers.of("smokes"), std::vector<Value>{false});
    amina.does(Choose{"smokes", "true"}).does(Choose{"smokes", "perhaps"});
    EXPECT_EQ(amina.model.answers.of("smokes"), std::vector<Value>{true});
}

TEST(EnteringDates, a_day_answers_and_anything_else_clears) {
    Person amina("questions/dates");
    amina.does(EnterDate{"start-date", "2027-01-04"});
    EXPECT_EQ(amina.model.answers.date("start-date"), day("2027-01-04"));
    amina.does(EnterDate{"start-date", "2027-02-30"});
    EXPECT_FALSE(amina.model.answers.has("start-date"));
    amina.does(EnterDate{"start-date", "2027-01-04"}).does(EnterDate{"start-date", ""});
    EXPECT_FALSE(amina.model.answers.has("start-date"));
    amina.does(EnterDate{"goal", "2027-01-04"});
    EXPECT_FALSE(amina.model.answers.has("goal"));
}

// ---- Going on -----------------------------------------------------------------------------------------------------

TEST(Continuing, from_an_unanswered_page_shows_what_is_missing) {
    Person newcomer("questions/goal");
    newcomer.does(Continue{});
    EXPECT_EQ(newcomer.path(), "questions/goal");
    EXPECT_TRUE(newcomer.model.show_errors);
    EXPECT_EQ(newcomer.focus(), "error-summary");
    EXPECT_FALSE(newcomer.shown());
}

TEST(Continuing, follows_the_answers) {
    Person amina("questions/goal");
    amina.does(Choose{"goal", "acne-scars"}).does(Continue{});
    EXPECT_EQ(amina.path(), "questions/scar-kind");
    EXPECT_TRUE(amina.shown());

    Person elif ("questions/goal");
    elif.does(Choose{"goal", "laxity"}).does(Continue{});
    EXPECT_EQ(elif.path(), "questions/tone");
}

TEST(Continuing, walks_through_to_the_result) {
    Person amina("questions/goal", sample::amina());
    std::vector<std::string> way;
    for (int step = 0; step < 6; ++step) way.push_back(amina.does(Continue{}).path());
    EXPECT_EQ(way, (std::vector<std::string>{"questions/scar-kind", "questions/tone", "questions/health", "questions/dates", "review",
                                             "result"}));
}

TEST(Continuing, from_an_incomplete_review_leads_to_the_first_gap) {
    Person ben("review", amina_and("health", {}));
    ben.does(Continue{});
    EXPECT_EQ(ben.path(), "questions/health");
    EXPECT_TRUE(ben.model.show_errors);
    EXPECT_TRUE(ben.shown());
    EXPECT_EQ(ben.focus(), "error-summary");
}

TEST(Continuing, from_a_page_that_is_no_longer_asked_goes_to_the_next) {
    Person elif ("questions/scar-kind", amina_and("goal", {coding("laxity")}));
    EXPECT_EQ(elif.does(Continue{}).path(), "questions/tone");
}

TEST(Continuing, elsewhere_does_nothing) {
    for (const std::string_view path : {"", "result/course", "help"}) {
        Person amina(path, sample::amina());
        EXPECT_EQ(amina.does(Continue{}).path(), path);
        EXPECT_TRUE(amina.commands.empty());
    }
}

// ---- Going on by itself --------------------------------------------------------------------------------------------

Person at_safe_goal() {
    Person amina("questions/goal", amina_and("goal", {coding("laxity")}));
    amina.content.questionnaire.items.front().children.front().goes_on = true;
    return amina;
}

const Choose tap{"goal", "acne-scars", true, true};

TEST(Tapping, goes_on_after_a_moment_and_can_be_undone) {
    Person amina = at_safe_goal();
    amina.does(tap);
    EXPECT_EQ(amina.path(), "questions/goal") << "first the answer is seen as chosen";
    ASSERT_TRUE(amina.model.going_on);
    amina.does(GoOn{amina.model.going_on->number});
    EXPECT_EQ(amina.path(), "questions/scar-kind");
    amina.does(UndoTap{});
    EXPECT_EQ(amina.path(), "questions/goal");
    EXPECT_EQ(amina.model.answers.of("goal"), std::vector<Value>{coding("laxity")}) << "as it was before";
}

TEST(Tapping, keys_and_unsafe_questions_stay) {
    Person by_key = at_safe_goal();
    EXPECT_FALSE(by_key.does(Choose{"goal", "acne-scars"}).model.going_on);
    Person unsafe("questions/goal");
    EXPECT_FALSE(unsafe.does(tap).model.going_on);
}

TEST(Tapping, whatever_comes_in_that_moment_keeps_the_page) {
    Person amina = at_safe_goal();
    const int first = amina.does(tap).model.going_on->number;
    amina.does(Toggle{"why:goal"}).does(GoOn{first});
    EXPECT_EQ(amina.path(), "questions/goal");
    const int second = amina.does(tap).model.going_on->number;
    amina.does(Choose{"goal", "laxity", true, true}).does(GoOn{second});
    EXPECT_EQ(amina.path(), "questions/goal") << "the later tap waits anew";
    amina.does(GoOn{amina.model.going_on->number});
    EXPECT_EQ(amina.path(), "questions/tone");
}

TEST(Tapping, undo_is_offered_on_the_next_page_only) {
    Person amina = at_safe_goal();
    amina.does(tap).does(GoOn{1}).does(Continue{}).does(UndoTap{});
    EXPECT_EQ(amina.path(), "questions/tone");
}

// ---- Going back ---------------------------------------------------------------------------------------------------

TEST(GoingBack, retraces_the_journey) {
    Person amina("result/studies", sample::amina());
    std::vector<std::string> way;
    for (int step = 0; step < 14; ++step) way.push_back(amina.does(Back{}).path());
    EXPECT_EQ(way, (std::vector<std::string>{"result/over-time", "result/aftercare", "result/healing", "result/questions", "result/visit",
                                             "result/course", "result", "review", "questions/dates", "questions/health", "questions/tone",
                                             "questions/scar-kind", "questions/goal", ""}));
    EXPECT_TRUE(amina.does(Back{}).commands.empty()) << "there is nothing before home";
}

TEST(GoingBack, from_a_page_that_is_no_longer_asked) {
    Person elif ("questions/scar-kind", amina_and("goal", {coding("laxity")}));
    EXPECT_EQ(elif.does(Back{}).path(), "questions/goal");
}

TEST(GoingBack, from_other_pages_leads_home) {
    for (const std::string_view path : {"learn", "learn/pain", "sources", "about", "help"})
        EXPECT_EQ(Person(path).does(Back{}).path(), "") << path;
}

// ---- Opening ------------------------------------------------------------------------------------------------------

TEST(Opening, shows_another_page_once) {
    Person amina;
    EXPECT_TRUE(amina.does(OpenPage{"learn/pain"}).shown());
    EXPECT_EQ(amina.path(), "learn/pain");
    EXPECT_TRUE(amina.does(OpenPage{"learn/pain"}).commands.empty());
    EXPECT_EQ(amina.does(OpenPage{"learn/taxes"}).page(), "learn/taxes") << "it says that there is no such page";
}

TEST(Opening, the_result_needs_complete_answers) {
    EXPECT_EQ(Person("", sample::amina()).does(OpenPage{"result/course"}).path(), "result/course");
    EXPECT_EQ(Person("", amina_and("health", {})).does(OpenPage{"result/course"}).page(), "review");
    EXPECT_EQ(Person().does(OpenPage{"result"}).page(), "review");
    EXPECT_EQ(Person().does(OpenPage{"result/healing"}).path(), "result/healing") << "the address stays";
    EXPECT_EQ(Person("result/healing", amina_and("health", {})).page(), "review") << "whoever starts there";
}

TEST(Opening, leaves_disclosures_and_errors_behind) {
    Person newcomer("questions/goal");
    newcomer.does(Toggle{"why:goal"}).does(Continue{});
    ASSERT_TRUE(newcomer.model.show_errors);
    ASSERT_TRUE(newcomer.model.open.contains("why:goal"));
    newcomer.does(OpenPage{"help"});
    EXPECT_FALSE(newcomer.model.show_errors);
    EXPECT_TRUE(newcomer.model.open.empty());
}

// ---- The rest -----------------------------------------------------------------------------------------------------

TEST(Toggling, opens_and_closes) {
    Person amina;
    EXPECT_TRUE(amina.does(Toggle{"source:home"}).model.open.contains("source:home"));
    EXPECT_TRUE(amina.does(Toggle{"source:home"}).model.open.empty());
}

TEST(StartingOver, forgets_the_answers_and_keeps_the_display) {
    Person amina("result", sample::amina());
    amina.does(SetTheme{Theme::dark}).does(StartOver{});
    EXPECT_TRUE(amina.model.answers.empty());
    EXPECT_EQ(amina.path(), "");
    EXPECT_TRUE(amina.shown());
    EXPECT_EQ(amina.model.theme, Theme::dark);
    EXPECT_EQ(amina.model.today, today);
}

TEST(StartingOver, asks_first) {
    Person amina("result", sample::amina());
    EXPECT_EQ(amina.does(AskToStartOver{}).focus(), "start-over:no");
    EXPECT_TRUE(amina.model.asks_to_start_over);
    EXPECT_EQ(amina.does(AskToStartOver{false}).focus(), "start-over");
    EXPECT_FALSE(amina.model.answers.empty());
    amina.does(AskToStartOver{}).does(OpenPage{"help"});
    EXPECT_FALSE(amina.model.asks_to_start_over) << "the question belongs to the page";
}

TEST(StartingOver, says_so_until_the_next_action) {
    Person amina("result", sample::amina());
    EXPECT_EQ(amina.does(StartOver{}).model.notice, "notice.started-over");
    EXPECT_EQ(amina.does(OpenPage{"help"}).model.notice, "");
}

TEST(TimeMachine, stays_within_its_moments_and_sessions) {
    Person amina;
    amina.content.healing.moments = {0, 48, 168};
    EXPECT_EQ(amina.does(MoveTime{1}).model.moment, 1);
    EXPECT_EQ(amina.does(MoveTime{99}).model.moment, 2);
    EXPECT_EQ(amina.does(MoveTime{-1}).model.moment, 0);
    EXPECT_EQ(amina.does(ShowSession{3}).model.session, 3);
    EXPECT_EQ(amina.does(ShowSession{0}).model.session, 1);
}

TEST(TimeMachine, plays_through_once_and_stops_at_the_end_under_a_hand_or_on_another_page) {
    Person amina;
    amina.content.healing.moments = {0, 48, 168};
    EXPECT_TRUE(amina.does(PlayTime{}).model.playing);
    EXPECT_EQ(amina.does(StepTime{}).model.moment, 1);
    EXPECT_FALSE(amina.does(StepTime{}).model.playing) << "the last moment";
    EXPECT_EQ(amina.does(StepTime{}).model.moment, 2) << "nothing plays";
    EXPECT_EQ(amina.does(PlayTime{}).model.moment, 0) << "from the start again";
    EXPECT_FALSE(amina.does(MoveTime{1}).model.playing);
    amina.does(PlayTime{});
    EXPECT_FALSE(amina.does(PlayTime{false}).model.playing);
    amina.does(PlayTime{});
    EXPECT_FALSE(amina.does(OpenPage{"help"}).model.playing);
}

TEST(TimeMachine, goes_step_by_step_where_less_motion_is_wanted) {
    Person amina;
    amina.content.healing.moments = {0, 48, 168};
    amina.does(PreferCalm{});
    EXPECT_EQ(amina.does(PlayTime{}).model.moment, 1);
    EXPECT_FALSE(amina.model.playing);
    EXPECT_EQ(amina.does(PlayTime{}).model.moment, 2);
    EXPECT_EQ(amina.does(PlayTime{}).model.moment, 0);
}

TEST(TimeMachine, shows_usual_healing_until_slower_is_asked_for) {
    Person amina;
    EXPECT_FALSE(amina.model.slower);
    EXPECT_TRUE(amina.does(ShowSlower{}).model.slower);
    EXPECT_FALSE(amina.does(ShowSlower{false}).model.slower);
    EXPECT_EQ(amina.does(CompareWith{.option = "laser"}).model.compared[0], "laser");
    EXPECT_EQ(amina.does(CompareWith{.second = true, .option = "peel"}).model.compared[1], "peel");
}

TEST(Pictures, start_again_when_asked_and_are_then_not_held) {
    Person amina;
    amina.does(HoldPictures{});
    EXPECT_TRUE(amina.model.held);
    amina.does(ShowAgain{"step-needle"}).does(ShowAgain{"step-needle"});
    EXPECT_EQ(amina.model.showings["step-needle"], 2);
    EXPECT_FALSE(amina.model.held);
}

TEST(TextSize, is_one_of_those_there_are_and_the_ends_are_announced) {
    Person amina;
    amina.content.words.by_key = {{"text-size.largest", "No larger."}, {"text-size.smallest", "No smaller."}};
    EXPECT_EQ(amina.does(SetTextSize{125}).model.text_size, 125);
    EXPECT_EQ(amina.does(SetTextSize{110}).model.text_size, 125);
    EXPECT_EQ(amina.does(SetTextSize{200}).announced(), "");
    EXPECT_EQ(amina.does(SetTextSize{200}).announced(), "No larger.");
    EXPECT_EQ(amina.does(SetTextSize{80}).does(SetTextSize{80}).announced(), "No smaller.");
}

TEST(Language, is_asked_for_only_when_there_is_another) {
    Person amina("review", sample::amina());
    amina.content.languages = {"en", "fr"};
    const auto asked = [&](std::string code) {
        amina.does(SetLanguage{std::move(code)});
        const auto* load = amina.commands.empty() ? nullptr : std::get_if<LoadLanguage>(&amina.commands.front());
        return load ? load->code : "";
    };
    EXPECT_EQ(asked("fr"), "fr");
    EXPECT_EQ(asked("en"), "") << "it is shown already";
    EXPECT_EQ(asked("tlh"), "");
    EXPECT_EQ(path_of(amina.model.place), "review");
}

TEST(Focusing, names_the_field) { EXPECT_EQ(Person().does(FocusField{"field:goal"}).focus(), "field:goal"); }

TEST(Update, an_answer_changed_from_the_review_hides_what_depended_on_it) {
    Person amina("review", sample::amina());
    amina.does(OpenPage{"questions/goal"}).does(Choose{"goal", "laxity"});
    EXPECT_TRUE(complete(amina.content.questionnaire, amina.model.answers, today));
    EXPECT_TRUE(amina.model.answers.has("scar-kind")) << "kept, but it no longer counts";
    EXPECT_FALSE(effective_answers(amina.content.questionnaire, amina.model.answers).has("scar-kind"));
}

}  // namespace
}  // namespace needlewise
