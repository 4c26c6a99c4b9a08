// Answers that survive a reload, and the draft on the device: what is kept, where nothing is, and how it goes again.
#include "core/journey/keeping.h"

#include <gtest/gtest.h>

#include "core/form/answers_link.h"
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
    Page page;

    explicit Person(std::string_view path = "", Answers answers = {}) {
        model.answers = std::move(answers);
        model.place = place_at(content, path);
        model.today = sample::today;
        model.can_draft = true;
    }
    Person& does(const Action& action) {
        Updated updated = update(model, action, content);
        model = std::move(updated.model);
        commands = std::move(updated.commands);
        return *this;
    }
    Person& chooses(std::string link_id, std::string code) { return does(Choose{std::move(link_id), std::move(code)}); }
    Person& in_kiosk() {
        content.clinic.emplace().kiosk = Kiosk{.pin = "2468", .idle_minutes = 2};
        return *this;
    }
    template <class Command>
    bool told() const {
        return std::ranges::any_of(commands, [](const auto& command) { return std::holds_alternative<Command>(command); });
    }
    const Node* shows(std::string_view id) {
        page = make_page(content, model);
        return find_id(page, id);
    }
    std::string path() const { return path_of(model.place); }
};

std::string kept(const Answers& answers) { return kept_text(sample::questionnaire(), answers); }

Answers bens() { return sample::answers({{"goal", {sample::coding("laxity")}}}); }

FindDraft draft_of(const Answers& answers, std::string day = "2026-11-20") { return {std::move(day), kept(answers)}; }

// ---- The text -----------------------------------------------------------------------------------------------------

TEST(KeptText, holds_what_a_link_leaves_out) {
    Answers answers = sample::amina();
    answers.set("toxin-date", {sample::day("2026-01-02")});  // hidden: she no longer says that she had any
    const auto read = read_kept_text(sample::questionnaire(), kept(answers));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers, answers);
    EXPECT_FALSE(read_answers_link(sample::questionnaire(), answers_text(sample::questionnaire(), answers))->answers.has("toxin-date"));
}

TEST(KeptText, free_words_too_long_for_a_link_are_kept) {
    Questionnaire questions;
    questions.items = {sample::group("words", {sample::item("more", ItemType::text, false), sample::item("and", ItemType::text, false)})};
    std::string long_words;
    while (long_words.size() < 3990) long_words += "é.";  // each takes nine signs of a link
    const Answers answers = sample::answers({{"more", {long_words}}, {"and", {long_words}}});
    EXPECT_TRUE(answers_text(questions, answers).empty());
    const auto read = read_kept_text(questions, kept_text(questions, answers));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers, answers);
}

TEST(KeptText, is_checked_and_bounded_like_a_link) {
    const Questionnaire questions = sample::questionnaire();
    std::string text = kept(sample::amina());
    text[text.size() / 2] = text[text.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_EQ(read_kept_text(questions, text).error(), LinkFault::damaged);
    EXPECT_EQ(read_kept_text(questions, "").error(), LinkFault::no_answers);
    EXPECT_EQ(read_kept_text(questions, with_check("2.ABC-DEF")).error(), LinkFault::newer);
    EXPECT_EQ(read_kept_text(questions, std::string(longest_kept_text + 1, '1')).error(), LinkFault::too_long);
    EXPECT_TRUE(kept({}).empty());
}

// ---- In the tab ---------------------------------------------------------------------------------------------------

TEST(KeptInTab, follows_every_answer_and_nothing_else) {
    Person amina("questions/goal");
    EXPECT_TRUE(amina.chooses("goal", "laxity").told<KeepInTab>());
    EXPECT_TRUE(keeps_in_tab(amina.content, amina.model));
    EXPECT_FALSE(amina.chooses("goal", "laxity").told<KeepInTab>()) << "the same answer again";
    EXPECT_FALSE(amina.does(Continue{}).told<KeepInTab>());
    EXPECT_FALSE(amina.does(SetTheme{Theme::dark}).told<KeepInTab>());
    EXPECT_TRUE(amina.does(StartOver{}).told<KeepInTab>());
    EXPECT_TRUE(amina.model.answers.empty());
    EXPECT_TRUE(amina.model.can_draft) << "clearing answers changes nothing of the browser";
}

TEST(KeptInTab, comes_back_where_the_person_was) {
    Person amina("result/course");
    amina.does(TakeKept{kept(sample::amina())});
    EXPECT_EQ(amina.model.answers, sample::amina());
    EXPECT_EQ(amina.path(), "result/course");
    EXPECT_TRUE(amina.model.notice.empty());
    EXPECT_FALSE(amina.told<KeepInTab>()) << "it is not new, and ends when it would have ended";
    EXPECT_TRUE(amina.told<ShowPage>()) << "the address was that of the review while nothing was answered";
}

TEST(KeptInTab, leaves_the_message_that_the_start_has_for_the_person) {
    Person amina("result/course");
    amina.model.notice = "notice.language-started";
    amina.does(TakeKept{kept(sample::amina())});
    EXPECT_EQ(amina.model.notice, "notice.language-started");
}

TEST(KeptInTab, what_cannot_be_read_is_dropped_and_said) {
    for (const std::string& text : {std::string("?"), std::string(), kept(sample::amina()) + "X", with_check("9.AAA-BBB")}) {
        Person amina;
        amina.does(TakeKept{text});
        EXPECT_TRUE(amina.model.answers.empty()) << text;
        EXPECT_EQ(amina.model.notice, "notice.kept-lost");
        EXPECT_TRUE(amina.told<KeepInTab>()) << "it goes";
    }
    Person amina;
    const std::string whole = kept(sample::amina());
    amina.does(TakeKept{with_check(whole.substr(0, whole.rfind('.')) + ".ZZZZZZ-AAA")});
    EXPECT_EQ(amina.model.answers, sample::amina());
    EXPECT_EQ(amina.model.left_out, 1);
    EXPECT_EQ(amina.model.notice, "notice.kept-part");
    for (const Action& said :
         {Action{Connect{}}, Action{FindDraft{}}, Action{PreferCalm{true}}, Action{CountPins{}}, Action{PinWaitEnded{}}}) {
        amina.does(said);
        EXPECT_EQ(amina.model.notice, "notice.kept-part") << "what the surroundings say does not take the message away";
    }
    EXPECT_TRUE(amina.shows("notice"));
}

TEST(KeptInTab, nothing_in_a_kiosk) {
    Person amina;
    amina.in_kiosk().does(TakeKept{kept(sample::amina())});
    EXPECT_TRUE(amina.model.answers.empty());
    EXPECT_TRUE(amina.told<KeepInTab>());
    EXPECT_FALSE(keeps_in_tab(amina.content, amina.model));
    Person refused;
    refused.content.pack_refused = true;  // it may have been that of a kiosk
    EXPECT_FALSE(keeps_in_tab(refused.content, refused.model));
}

TEST(KeptInTab, nothing_once_staff_opened_their_pages) {
    Person staff("staff");
    staff.does(TakeKept{kept(sample::amina())});
    EXPECT_TRUE(staff.model.answers.empty());
    EXPECT_TRUE(staff.told<KeepInTab>());
    staff.does(OpenPage{"questions/goal"}).chooses("goal", "laxity");
    EXPECT_FALSE(keeps_in_tab(staff.content, staff.model)) << "a patient at the tablet of the clinic";
    Person amina("result", sample::amina());
    amina.does(OpenPage{"staff"});
    EXPECT_TRUE(amina.told<KeepInTab>()) << "what was kept goes";
    EXPECT_FALSE(keeps_in_tab(amina.content, amina.model));
    amina.does(OpenPage{""}).does(StartOver{});
    EXPECT_FALSE(keeps_in_tab(amina.content, amina.model));
    Person straight("staff/brief");
    straight.does(OpenPage{""});
    EXPECT_FALSE(keeps_in_tab(straight.content, straight.model)) << "the first page was for staff";
}

TEST(KeptInTab, ends_in_the_open_page_too) {
    Person amina("result", sample::amina());
    amina.model.theme = Theme::dark;
    amina.does(*action_told("kept-ended", ""));
    EXPECT_TRUE(amina.model.answers.empty());
    EXPECT_EQ(amina.path(), "");
    EXPECT_EQ(amina.model.notice, "notice.kept-ended");
    EXPECT_EQ(amina.model.theme, Theme::dark);
    Person nobody("learn");
    EXPECT_EQ(nobody.does(KeptEnded{}).path(), "learn");
    Person kiosk("result", sample::amina());
    EXPECT_FALSE(kiosk.in_kiosk().does(KeptEnded{}).model.answers.empty()) << "a kiosk has a watch of its own";
}

TEST(KeptInTab, a_link_meets_kept_answers_as_it_meets_any) {
    Person ben;
    ben.does(TakeKept{kept(bens())})
        .does(EnterText{"link", answers_fragment(answers_text(sample::questionnaire(), sample::amina()))})
        .does(OpenEntered{});
    EXPECT_EQ(ben.model.answers, bens());
    EXPECT_TRUE(ben.shows("offered:take"));
    EXPECT_TRUE(ben.does(TakeOffered{}).told<KeepInTab>());
}

// ---- On the device ------------------------------------------------------------------------------------------------

TEST(Draft, is_kept_only_when_asked_for_and_follows_then) {
    Person amina("review", bens());
    ASSERT_TRUE(amina.shows("draft:keep"));
    EXPECT_FALSE(amina.chooses("goal", "acne-scars").told<KeepDraft>());
    EXPECT_TRUE(amina.does(KeepOnDevice{}).told<KeepDraft>());
    ASSERT_TRUE(amina.model.draft);
    EXPECT_EQ(amina.model.draft->until, sample::day("2026-12-22"));
    EXPECT_TRUE(amina.shows("draft:delete"));
    EXPECT_FALSE(amina.shows("draft:keep"));
    amina.model.today = sample::day("2026-11-25");
    EXPECT_TRUE(amina.chooses("goal", "stretch-marks").told<KeepDraft>());
    EXPECT_EQ(amina.model.draft->until, sample::day("2026-12-25"));
    EXPECT_FALSE(amina.does(OpenPage{"learn"}).told<KeepDraft>());
}

TEST(Draft, one_step_deletes_it_and_the_answers_stay) {
    for (const std::string path : {"", "review"}) {
        Person amina(path, bens());
        amina.does(KeepOnDevice{});
        const Node* button = amina.shows("draft:delete");
        ASSERT_TRUE(button) << path;
        amina.does(*action_for(*button, ""));
        EXPECT_FALSE(amina.model.draft);
        EXPECT_TRUE(amina.told<KeepDraft>());
        EXPECT_TRUE(amina.told<Focus>()) << "the button is gone";
        EXPECT_EQ(amina.model.answers, bens());
        EXPECT_EQ(amina.model.notice, "notice.draft-deleted");
    }
    Person cleared("result", sample::amina());
    cleared.does(KeepOnDevice{}).does(StartOver{});
    EXPECT_FALSE(cleared.model.draft) << "clear my answers means all of them";
    EXPECT_TRUE(cleared.told<KeepDraft>());
}

TEST(Draft, is_offered_on_return) {
    Person amina;
    amina.does(draft_of(sample::amina()));
    EXPECT_TRUE(amina.model.answers.empty()) << "never taken by itself";
    EXPECT_FALSE(amina.told<KeepDraft>());
    ASSERT_TRUE(amina.shows("draft:go-on"));
    ASSERT_TRUE(amina.shows("draft:delete"));
    EXPECT_FALSE(amina.does(OpenPage{"questions/goal"}).chooses("goal", "laxity").told<KeepDraft>()) << "new answers leave it alone";
    Person back;
    back.does(draft_of(sample::amina())).does(TakeDraft{});
    EXPECT_EQ(back.model.answers, sample::amina());
    EXPECT_EQ(back.path(), "result");
    EXPECT_TRUE(back.told<KeepInTab>());
    EXPECT_TRUE(back.told<KeepDraft>()) << "it follows from now on";
    EXPECT_EQ(back.model.draft->until, sample::day("2026-12-22"));
    Person unfinished;
    EXPECT_EQ(unfinished.does(draft_of(bens())).does(TakeDraft{}).path(), "review");
}

TEST(Draft, other_answers_are_not_lost_for_it) {
    Person ben("", bens());
    ben.does(draft_of(sample::amina())).does(TakeDraft{});
    EXPECT_EQ(ben.model.answers, bens());
    ASSERT_TRUE(ben.shows("offered:keep"));
    Person kept_mine = ben;
    kept_mine.does(TakeOffered{false});
    EXPECT_EQ(kept_mine.model.answers, bens());
    EXPECT_TRUE(kept_mine.shows("draft:go-on"));
    ben.does(TakeOffered{});
    EXPECT_EQ(ben.model.answers, sample::amina());
    EXPECT_FALSE(ben.model.draft->earlier);
    // A link that is opened afterwards is asked about as a link.
    ben.does(EnterText{"link", answers_fragment(answers_text(sample::questionnaire(), bens()))}).does(OpenEntered{});
    EXPECT_FALSE(ben.model.offers_draft);
    ben.does(TakeOffered{});
    EXPECT_EQ(ben.model.answers, bens());
    ASSERT_TRUE(ben.model.draft && ben.model.draft->earlier);
    EXPECT_EQ(*ben.model.draft->earlier, sample::amina()) << "somebody else's link does not overwrite what was kept";
    EXPECT_FALSE(ben.told<KeepDraft>());
}

TEST(Draft, goes_on_after_a_reload) {
    Person amina("questions/goal");
    amina.does(TakeKept{kept(bens())}).does(draft_of(bens()));
    ASSERT_TRUE(amina.model.draft);
    EXPECT_FALSE(amina.model.draft->earlier);
    EXPECT_TRUE(amina.chooses("goal", "acne-scars").told<KeepDraft>());
    amina.does(KeptEnded{});
    ASSERT_TRUE(amina.model.draft && amina.model.draft->earlier) << "the tab forgets, the device was asked not to";
    EXPECT_FALSE(amina.told<KeepDraft>());
}

TEST(Draft, ends_and_what_cannot_be_read_goes) {
    const auto after = [](const FindDraft& found) {
        Person amina;
        amina.does(found);
        return amina;
    };
    EXPECT_TRUE(after(draft_of(bens(), "2026-10-23")).model.draft) << "the last day";
    Person late = after(draft_of(bens(), "2026-10-22"));
    EXPECT_FALSE(late.model.draft);
    EXPECT_EQ(late.model.notice, "notice.kept-ended");
    EXPECT_TRUE(late.told<KeepDraft>());
    for (const FindDraft& wrong :
         {FindDraft{"", "?"}, FindDraft{"2026-11-20", "1.ABC"}, FindDraft{"2026-13-20", kept(bens())}, draft_of(bens(), "2026-11-23")}) {
        Person amina = after(wrong);
        EXPECT_FALSE(amina.model.draft) << wrong.day << " " << wrong.text;
        EXPECT_EQ(amina.model.notice, "notice.kept-lost");
        EXPECT_TRUE(amina.told<KeepDraft>());
    }
    const std::string whole = kept(bens());
    Person part = after({"2026-11-20", with_check(whole.substr(0, whole.rfind('.')) + ".ZZZZZZ-AAA")});
    part.does(TakeDraft{});
    EXPECT_EQ(part.model.answers, bens());
    EXPECT_EQ(part.model.notice, "notice.kept-part");
    EXPECT_EQ(part.model.left_out, 1);
}

TEST(Draft, another_tab_deletes_it_or_takes_it_over) {
    Person amina("review", bens());
    amina.does(KeepOnDevice{});
    Person deleted = amina;
    deleted.does(*action_told("draft", ""));
    EXPECT_FALSE(deleted.model.draft);
    EXPECT_FALSE(deleted.chooses("goal", "acne-scars").told<KeepDraft>()) << "it does not come back";
    amina.does(*action_told("draft", "2026-11-22 " + kept(sample::amina())));
    ASSERT_TRUE(amina.model.draft && amina.model.draft->earlier);
    EXPECT_FALSE(amina.chooses("goal", "stretch-marks").told<KeepDraft>()) << "the tab that changed it last keeps it";
}

TEST(Draft, says_when_the_browser_could_not_keep_it) {
    Person amina("review", bens());
    amina.does(KeepOnDevice{}).does(*action_told("refused", "draft"));
    EXPECT_FALSE(amina.model.draft);
    EXPECT_EQ(amina.model.notice, "notice.draft-refused");
    EXPECT_TRUE(amina.shows("draft:keep"));
}

TEST(KeptInTab, nothing_where_the_browser_refuses_and_the_person_hears_it_once) {
    Person amina("about", bens());
    const auto says = [&](std::string_view words) { return print(make_page(amina.content, amina.model)).contains(words); };
    EXPECT_TRUE(says("⟦privacy.answers⟧"));
    amina.does(*action_told("refused", "tab"));
    EXPECT_EQ(amina.model.notice, "notice.not-kept");
    EXPECT_TRUE(says("⟦privacy.not-kept⟧"));
    EXPECT_FALSE(says("⟦privacy.answers⟧"));
    amina.model.notice.clear();
    amina.does(*action_told("refused", "tab"));
    EXPECT_TRUE(amina.model.notice.empty());
    amina.does(StartOver{});
    EXPECT_TRUE(amina.model.tab_refused) << "it is the browser, not the person";
}

TEST(Draft, is_not_spoken_of_where_others_use_the_browser) {
    const auto silent = [](Person amina) {
        amina.model.place = {};
        const bool at_home = amina.shows("draft:delete") || amina.shows("draft:go-on");
        amina.model.place = {PageKind::review, {}};
        return !at_home && !amina.shows("draft:keep") && !amina.does(KeepOnDevice{}).told<KeepDraft>();
    };
    Person amina("review", sample::amina());
    amina.does(draft_of(bens()));
    EXPECT_FALSE(silent(amina));
    Person in_a_page = amina;
    in_a_page.model.can_draft = false;
    EXPECT_TRUE(silent(in_a_page));
    Person kiosk = amina;
    EXPECT_TRUE(silent(kiosk.in_kiosk()));
    EXPECT_TRUE(kiosk.does(draft_of(bens())).told<KeepDraft>()) << "one from before it became a kiosk goes";
    EXPECT_FALSE(kiosk.model.draft);
    Person staff = amina;
    staff.does(OpenPage{"staff"});
    EXPECT_TRUE(staff.model.draft) << "it belongs to somebody";
    EXPECT_TRUE(silent(staff));
    Person following("review", bens());
    following.does(KeepOnDevice{}).does(OpenPage{"staff"}).does(OpenPage{"questions/goal"});
    EXPECT_FALSE(following.chooses("goal", "acne-scars").told<KeepDraft>()) << "staff write into nobody's draft";
}

}  // namespace
}  // namespace needlewise
