// "Questions to ask": a list the person makes, in an order of their own, with words of their own; it goes wherever the answers go.
#include <gtest/gtest.h>

#include "content/exchange/response.h"
#include "core/form/answers_link.h"
#include "core/form/flow.h"
#include "core/journey/fields.h"
#include "core/journey/update.h"
#include "core/pages/page.h"
#include "core/pages/parts.h"
#include "core/pages/print.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

using shipped::content;

const std::string sister = "Can I come with my sister? – 50 %, ¿sí?";

struct Asker {
    Model model;
    Commands commands;

    explicit Asker(std::string_view path = "result/questions") {
        model.answers = shipped::people().at("amara");
        model.today = shipped::today;
        model.place = place_at(content(), path);
    }
    Asker& does(const Action& action) {
        Updated updated = update(std::move(model), action, content());
        model = std::move(updated.model);
        commands = std::move(updated.commands);
        return *this;
    }
    Asker& ticks(std::string code, bool on = true) { return does(Choose{.link_id = "questions", .code = std::move(code), .on = on}); }
    Asker& writes(std::string text) { return does(EnterText{entry_for("questions"), std::move(text)}).does(AddAnswer{"questions"}); }
    // Presses a button of the page, as a person would.
    Asker& presses(std::string_view id) {
        const Page page = make_page(content(), model);
        const Node* button = find_id(page, id);
        EXPECT_TRUE(button) << id;
        const auto action = button ? action_for(*button, "") : std::nullopt;
        return action ? does(*action) : *this;
    }
    std::vector<std::string> list() const { return questions_asked(content(), model); }
    std::string focus() const {
        for (const Command& command : commands)
            if (const auto* focus = std::get_if<Focus>(&command)) return focus->id;
        return {};
    }
    std::string said() const {
        for (const Command& command : commands)
            if (const auto* said = std::get_if<Announce>(&command)) return said->text;
        return {};
    }
    std::string page(std::string_view path) const {
        Model there = model;
        there.place = place_at(content(), path);
        return print(make_page(content(), there));
    }
};

std::string question(std::string_view code) { return say(content(), "option.questions." + std::string(code)).text; }

std::string words(std::string_view key) { return say(content(), key).text; }

TEST(QuestionsToAsk, stand_in_the_order_in_which_they_were_chosen) {
    Asker amara;
    amara.ticks("money-1").writes(sister).ticks("safety-2");
    EXPECT_EQ(amara.list(), (std::vector{question("money-1"), sister, question("safety-2")}));
    amara.ticks("money-1", false);
    EXPECT_EQ(amara.list(), (std::vector{sister, question("safety-2")}));
}

TEST(QuestionsToAsk, are_moved_up_and_taken_off_and_the_focus_stays_at_what_was_moved) {
    Asker amara;
    amara.ticks("money-1").ticks("safety-2").writes(sister);
    amara.presses("up:questions:2");
    EXPECT_EQ(amara.list(), (std::vector{question("money-1"), sister, question("safety-2")}));
    EXPECT_EQ(amara.focus(), "up:questions:1");
    amara.presses("up:questions:1");
    EXPECT_EQ(amara.focus(), "drop:questions:0") << "the first cannot go further up";
    EXPECT_EQ(amara.said(), say(content(), "questions.moved", {{"number", "1"}}).text);
    amara.presses("drop:questions:2");
    EXPECT_EQ(amara.focus(), "drop:questions:1");
    amara.presses("drop:questions:0").presses("drop:questions:0");
    EXPECT_TRUE(amara.list().empty());
    EXPECT_FALSE(amara.model.answers.has("questions"));
    EXPECT_EQ(amara.focus(), "field:new:questions");
}

TEST(QuestionsToAsk, that_are_empty_too_long_or_there_already_are_not_put_on_twice_and_nothing_typed_is_lost_unsaid) {
    Asker amara;
    amara.writes("  \n");
    EXPECT_TRUE(amara.list().empty());
    EXPECT_EQ(amara.focus(), "field:new:questions");
    amara.writes(sister).writes(" " + sister + " ");
    EXPECT_EQ(amara.list().size(), 1u);
    EXPECT_EQ(amara.said(), words("questions.there"));
    std::string umlauts;
    for (int i = 0; i < 300; ++i) umlauts += "ü";
    amara.writes(umlauts);
    EXPECT_EQ(amara.list().size(), 1u);
    EXPECT_EQ(amara.model.entries.at(entry_for("questions")), umlauts) << "it stays to be shortened";
    const std::string too_long = say(content(), "questions.add.too-long", {{"count", "200"}}).text;
    EXPECT_TRUE(amara.page("result/questions").contains("! " + too_long));
    amara.writes(umlauts.substr(0, 400));
    EXPECT_EQ(amara.list().size(), 2u) << "200 letters, of two bytes each";
    EXPECT_FALSE(amara.page("result/questions").contains(too_long));
    amara.writes("​");
    EXPECT_EQ(amara.list().size(), 2u) << "nothing that could be seen";
}

TEST(QuestionsToAsk, go_with_the_answers_by_link_by_file_and_by_what_is_kept) {
    Asker amara;
    amara.writes("safety").ticks("money-1").writes(sister).ticks("after-3");
    const Questionnaire& questionnaire = content().questionnaire;
    const auto opened = read_answers_link(questionnaire, answers_text(questionnaire, amara.model.answers));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->answers.of("questions"), amara.model.answers.of("questions"));
    EXPECT_TRUE(opened->unknown.empty());
    const auto kept = read_kept_text(questionnaire, kept_text(questionnaire, amara.model.answers));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->answers, amara.model.answers);
    const auto read = read_response(questionnaire, write_response(questionnaire, amara.model.answers, true), "amara");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers.of("questions"), amara.model.answers.of("questions"));
}

TEST(QuestionsToAsk, stand_on_the_sheet_in_the_brief_and_among_what_is_sent) {
    Asker amara;
    amara.model.can_send = true;
    amara.ticks("money-1").writes(sister);
    for (const std::string_view path : {"result/sheet", "staff/brief"}) {
        const std::string text = amara.page(path);
        EXPECT_LT(text.find(question("money-1")), text.find(sister)) << path;
        EXPECT_NE(text.find(sister), text.npos) << path;
        EXPECT_EQ(text.find(question("safety-1")), text.npos) << path << ": only those that were chosen";
    }
    EXPECT_NE(amara.page("result/sheet").find(words("sheet.questions")), std::string::npos);
    amara.does(AskToSend{});
    const std::string sent = print(make_page(content(), amara.model));
    EXPECT_NE(sent.find(words("question.questions.title")), sent.npos);
    EXPECT_NE(sent.find(sister), sent.npos);
}

TEST(QuestionsToAsk, are_all_on_the_sheet_of_who_chose_none) {
    const Asker amara;
    const std::string sheet = amara.page("result/sheet");
    for (const std::string& each : questions_to_choose(content())) EXPECT_NE(sheet.find(each), sheet.npos) << each;
    EXPECT_NE(amara.page("result/questions").find(words("questions.list.none")), std::string::npos);
}

TEST(QuestionsToAsk, are_demanded_of_nobody_and_asked_on_no_page) {
    const Questionnaire& questionnaire = content().questionnaire;
    Asker amara;
    const auto open = open_questions(questionnaire, amara.model.answers, shipped::today);
    amara.ticks("money-1");
    EXPECT_EQ(open_questions(questionnaire, amara.model.answers, shipped::today).size(), open.size());
    EXPECT_FALSE(page_of(questionnaire, "questions"));
    for (const QuestionPage& page : question_pages(questionnaire, amara.model.answers))
        for (const Item* item : page.questions) EXPECT_NE(item->link_id, "questions");
    ASSERT_EQ(hidden_questions(questionnaire).size(), 1u);
    EXPECT_EQ(hidden_questions(questionnaire).front()->link_id, "questions");
}

TEST(QuestionsToAsk, are_words_of_the_page_where_nobody_answered) {
    const Asker anyone("learn/questions");
    const std::string text = anyone.page("learn/questions");
    for (const std::string& each : questions_to_choose(content())) EXPECT_NE(text.find("- " + each), text.npos) << each;
    EXPECT_EQ(text.find("[ ]"), text.npos);
}

}  // namespace
}  // namespace needlewise
