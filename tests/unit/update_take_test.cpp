// Taking the result along, opening links, sending: what the program does, without a screen.
#include <gtest/gtest.h>

#include "core/form/answers_link.h"
#include "core/journey/keeping.h"
#include "core/journey/told.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "sample.h"

namespace needlewise {
namespace {

struct Person {
    Content content = sample::content();
    Model model;
    Commands commands;

    explicit Person(std::string_view path = "", Answers answers = {}) {
        model.answers = std::move(answers);
        model.place = place_at(content, path);
        model.today = sample::today;
        model.address = "https://example.org/";
    }
    Person& does(const Action& action) {
        Updated updated = update(model, action, content);
        model = std::move(updated.model);
        commands = std::move(updated.commands);
        return *this;
    }
    Person& opens(std::string link) { return does(EnterText{"link", std::move(link)}).does(OpenEntered{}); }
    std::string path() const { return path_of(model.place); }
    bool replaced() const {
        const auto* show = commands.empty() ? nullptr : std::get_if<ShowPage>(&commands.front());
        return show && show->replace;
    }
    const Node* shows(std::string_view id) {
        page = make_page(content, model);
        return find_id(page, id);
    }
    Page page;
};

std::string link_to_amina() {
    const Content content = sample::content();
    return "https://example.org/" + answers_fragment(answers_text(content.questionnaire, sample::amina()));
}

Answers effective_amina() { return effective_answers(sample::content().questionnaire, sample::amina()); }

// ---- Opening --------------------------------------------------------------------------------------------------------

TEST(OpeningALink, shows_the_result_and_leaves_no_answers_behind) {
    Person newcomer;
    newcomer.opens(link_to_amina());
    EXPECT_EQ(newcomer.model.answers, effective_amina());
    EXPECT_EQ(newcomer.path(), "result");
    EXPECT_TRUE(newcomer.replaced()) << "the entry of the history that held the link goes";
    EXPECT_FALSE(newcomer.model.entries.contains("link"));
    EXPECT_EQ(newcomer.model.notice, "notice.opened");
}

TEST(OpeningALink, asks_before_it_takes_the_place_of_answers) {
    Answers other;
    other.set("goal", {sample::coding("laxity")});
    Person ben("questions/goal", other);
    ben.opens(link_to_amina());
    EXPECT_EQ(ben.model.answers, other);
    ASSERT_TRUE(ben.shows("offered:keep"));
    EXPECT_TRUE(ben.replaced());
    Person kept = ben;
    kept.does(TakeOffered{false});
    EXPECT_EQ(kept.model.answers, other);
    EXPECT_EQ(kept.path(), "questions/goal");
    EXPECT_FALSE(kept.shows("dialog"));
    ben.does(TakeOffered{});
    EXPECT_EQ(ben.model.answers, effective_amina());
    EXPECT_EQ(ben.path(), "result");
    Person left("questions/goal", other);
    left.opens(link_to_amina()).does(OpenPage{"learn"}).does(TakeOffered{});
    EXPECT_EQ(left.model.answers, other) << "who goes elsewhere keeps what they have";
}

TEST(OpeningALink, the_same_answers_need_no_question) {
    Person amina("result/take", sample::amina());
    amina.opens(link_to_amina());
    EXPECT_FALSE(amina.model.offered);
    EXPECT_EQ(amina.path(), "result");
}

TEST(OpeningALink, a_broken_one_says_what_to_do) {
    Person newcomer;
    newcomer.opens("https://example.org/#/open/1.ABC");
    EXPECT_EQ(newcomer.path(), "open");
    EXPECT_TRUE(newcomer.replaced());
    const Node* field = newcomer.shows("field:link");
    ASSERT_TRUE(field);
    EXPECT_FALSE(std::get<TextField>(field->what).error.empty());
    newcomer.opens(link_to_amina());
    EXPECT_EQ(newcomer.path(), "result");
}

TEST(OpeningALink, a_broken_one_is_forgotten_with_its_page) {
    Person newcomer;
    newcomer.opens("https://example.org/#/open/1.ABC").does(OpenPage{""}).does(OpenPage{"open"});
    EXPECT_TRUE(std::get<TextField>(newcomer.shows("field:link")->what).error.empty());
}

TEST(OpeningALink, unfinished_answers_lead_to_the_review) {
    Content content = sample::content();
    Answers some;
    some.set("goal", {sample::coding("laxity")});
    Person newcomer;
    newcomer.opens(answers_fragment(answers_text(content.questionnaire, some)));
    EXPECT_EQ(newcomer.path(), "review");
}

// ---- Taking along ---------------------------------------------------------------------------------------------------

TEST(Printing, shows_the_sheet_first) {
    Person amina("result/course", sample::amina());
    amina.does(PrintPage{});
    EXPECT_EQ(amina.path(), "result/sheet");
    EXPECT_TRUE(std::holds_alternative<Print>(amina.commands.back()));
    amina.does(Back{});
    EXPECT_EQ(amina.path(), "result/take");
    Person reader("learn");
    reader.does(PrintPage{});
    EXPECT_EQ(reader.path(), "learn") << "without a result the page itself";
}

TEST(Copying, says_how_it_went_and_offers_another_way) {
    Person amina("result/take", sample::amina());
    amina.does(*action_told("done", "copy"));
    EXPECT_EQ(amina.model.notice, "notice.copied");
    EXPECT_FALSE(amina.shows("field:copied"));
    amina.does(*action_told("refused", "copy"));
    EXPECT_EQ(amina.model.notice, "notice.copy-refused");
    ASSERT_TRUE(amina.shows("field:copied"));
    EXPECT_EQ(std::get<Focus>(amina.commands.back()).id, "field:copied") << "the message says to use it";
    EXPECT_TRUE(std::get<TextField>(amina.shows("field:copied")->what).value.starts_with("https://example.org/#/open/1."));
    EXPECT_FALSE(action_told("refused", "step"));
}

TEST(TakingAlong, without_an_address_there_is_no_link) {
    Person amina("result/take", sample::amina());
    EXPECT_TRUE(amina.shows("code"));
    amina.model.address.clear();
    EXPECT_FALSE(amina.shows("code"));
}

TEST(TakingAlong, a_shared_tablet_keeps_no_files) {
    Person amina("result/take", sample::amina());
    amina.content.clinic.emplace().kiosk.emplace();
    EXPECT_FALSE(amina.shows("save:text"));
    EXPECT_FALSE(amina.shows("copy"));
    EXPECT_TRUE(amina.shows("code"));
}

TEST(LoadingAgain, is_for_the_browser) {
    Person reader("form");
    reader.does(LoadAgain{});
    EXPECT_TRUE(std::holds_alternative<LoadPage>(reader.commands.back()));
    EXPECT_EQ(reader.path(), "form");
}

// ---- Sending --------------------------------------------------------------------------------------------------------

TEST(Sending, only_after_seeing_what_goes) {
    Person amina("result/take", sample::amina());
    EXPECT_FALSE(amina.shows("send"));
    amina.does(AskToSend{});
    EXPECT_EQ(amina.model.sending, Sending::no) << "there is nobody to send to";
    amina.does(Connect{true}).does(SendAnswers{});
    EXPECT_EQ(amina.model.sending, Sending::no) << "not asked yet";
    amina.does(AskToSend{});
    EXPECT_EQ(amina.path(), "result/send");
    const Node* seen = amina.shows("send:answers");
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->children.size(), effective_amina().all().size() + 1) << "every answer, and the head of the table";
    amina.does(SendAnswers{});
    EXPECT_EQ(amina.model.sending, Sending::under_way);
    EXPECT_TRUE(std::holds_alternative<KeepInTab>(amina.commands.front())) << "the tab knows of it before it goes";
    EXPECT_TRUE(std::holds_alternative<SendAway>(amina.commands[1]));
    amina.does(SendEnded{});
    EXPECT_EQ(amina.model.delivered, Delivery::whole);
    EXPECT_TRUE(std::holds_alternative<KeepInTab>(amina.commands.front()));
}

TEST(Sending, no_page_says_that_nothing_left_the_device_once_something_may_have) {
    Person amina("result/take", sample::amina());
    const auto says = [&](std::string_view key) {
        amina.does(OpenPage{"result/take"});
        return print(make_page(amina.content, amina.model)).contains("⟦" + std::string(key) + "⟧");
    };
    EXPECT_TRUE(says("take.lead"));
    amina.does(Connect{true}).does(AskToSend{}).does(SendAnswers{});
    EXPECT_TRUE(says("take.lead.on-the-way"));
    amina.does(SendEnded{});
    EXPECT_TRUE(says("take.lead.sent"));
    amina.model.delivered = Delivery::none;
    read_sent_words(amina.model, "sending");
    EXPECT_TRUE(says("take.lead.on-the-way"));
    amina.model.place = place_at(amina.content, "result/send");
    EXPECT_TRUE(print(make_page(amina.content, amina.model)).contains("send.cut-off.title"));
    amina.does(AskToSend{}).does(AskToSend{false});
    EXPECT_TRUE(says("take.lead.on-the-way")) << "who does not try again has not undone it";
}

TEST(Sending, an_attempt_that_failed_is_known_after_a_reload) {
    Person amina("result/take", sample::amina());
    amina.does(Connect{true}).does(AskToSend{}).does(SendAnswers{}).does(SendEnded{"refused"});
    EXPECT_EQ(sent_words(amina.model), "tried");
    Person reloaded("result/take", sample::amina());
    read_sent_words(reloaded.model, "tried");
    EXPECT_EQ(reloaded.model.delivered, Delivery::tried);
    EXPECT_EQ(reloaded.model.sending, Sending::no) << "nothing is on its way";
    const auto says = [&](const char* key) {
        return print(make_page(reloaded.content, reloaded.model)).contains("⟦" + std::string(key) + "⟧");
    };
    EXPECT_TRUE(says("take.lead.on-the-way"));
    reloaded.does(Connect{true}).does(OpenPage{"result/send"});
    EXPECT_TRUE(says("send.tried"));
    reloaded.does(OpenPage{"result/take"}).does(AskToSend{});
    EXPECT_TRUE(says("send.lead.tried")) << "nor that nothing has been sent";
    reloaded.does(Connect{true}).does(AskToSend{}).does(SendAnswers{}).does(SendEnded{});
    EXPECT_EQ(reloaded.model.delivered, Delivery::whole);
    reloaded.does(Choose{"goal", "laxity"}).does(AskToSend{}).does(SendAnswers{}).does(SendEnded{"refused"});
    EXPECT_EQ(reloaded.model.delivered, Delivery::tried) << "what was changed may have arrived, too";
}

TEST(Sending, what_is_changed_on_the_way_has_not_been_sent) {
    Person amina("result/take", sample::amina());
    amina.does(Connect{true}).does(AskToSend{}).does(SendAnswers{});
    amina.does(Choose{"goal", "laxity"}).does(SendEnded{});
    EXPECT_EQ(amina.model.delivered, Delivery::outdated);
    amina.model.answers = sample::amina();
    amina.does(OpenPage{"result/take"}).does(AskToSend{}).does(SendAnswers{}).does(SendEnded{});
    EXPECT_EQ(amina.model.delivered, Delivery::whole) << "of the second time nothing was changed";
}

TEST(Sending, what_is_changed_after_it_went_has_not_been_sent) {
    Person amina("result/take", sample::amina());
    const auto page_at = [&](const char* path) {
        amina.does(OpenPage{path});
        return print(make_page(amina.content, amina.model));
    };
    amina.does(Connect{true}).does(AskToSend{}).does(SendAnswers{}).does(SendEnded{});
    EXPECT_TRUE(page_at("result/send").contains("send.sent.title"));
    EXPECT_TRUE(page_at("result/take").contains("take.lead.sent"));
    EXPECT_FALSE(amina.shows("send")) << "nothing to send";
    amina.does(AskToSend{}).does(SendAnswers{});
    EXPECT_EQ(amina.model.sending, Sending::no) << "nothing goes twice";
    EXPECT_EQ(sent_words(amina.model), "sent");

    amina.does(Choose{"goal", "laxity"}).does(Choose{"goal", "acne-scars"});
    EXPECT_EQ(amina.model.delivered, Delivery::outdated);
    EXPECT_EQ(sent_words(amina.model), "changed");
    amina.model.answers = sample::amina();
    EXPECT_TRUE(page_at("result/take").contains("take.lead.changed"));
    EXPECT_TRUE(page_at("result/send").contains("take.lead.changed"));
    amina.does(OpenPage{"result/take"}).does(AskToSend{});
    EXPECT_TRUE(print(make_page(amina.content, amina.model)).contains("send.lead.changed"));
    amina.does(AskToSend{false});
    EXPECT_TRUE(page_at("result/take").contains("take.lead.changed")) << "who does not send again has sent before";
    amina.does(AskToSend{}).does(SendAnswers{}).does(SendEnded{});
    EXPECT_EQ(amina.model.delivered, Delivery::whole);
}

TEST(Sending, the_tab_keeps_what_went_of_each) {
    for (const char* words : {"", "sent", "changed form-sent", "sent form-changed", "sent form-tried form-sending", "tried sending"}) {
        Model model;
        read_sent_words(model, words);
        EXPECT_EQ(sent_words(model), words);
    }
    Model model;
    read_sent_words(model, "unsent form- absent");
    EXPECT_EQ(sent_words(model), "");
}

TEST(Sending, leaving_the_page_is_no) {
    Person amina("result/take", sample::amina());
    amina.does(Connect{true}).does(AskToSend{}).does(OpenPage{"result"}).does(SendAnswers{});
    EXPECT_EQ(amina.model.sending, Sending::no);
}

TEST(Sending, a_failure_keeps_the_answers_and_can_be_tried_again) {
    Person amina("result/take", sample::amina());
    amina.does(Connect{true}).does(AskToSend{}).does(SendAnswers{}).does(*action_told("send-failed", "<b>no</b>"));
    EXPECT_EQ(amina.model.sending, Sending::failed);
    EXPECT_EQ(amina.model.answers, sample::amina());
    ASSERT_TRUE(amina.shows("send:again"));
    EXPECT_TRUE(amina.shows("save:fhir"));
    amina.does(SendAnswers{});
    EXPECT_EQ(amina.model.sending, Sending::under_way);
}

}  // namespace
}  // namespace needlewise
