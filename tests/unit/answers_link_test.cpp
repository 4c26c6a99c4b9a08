#include "core/form/answers_link.h"

#include <gtest/gtest.h>

#include "core/form/link_words.h"
#include "sample.h"
#include "support/shipped.h"
#include "ui/qr_modules.h"

namespace needlewise {
namespace {

using sample::coding;

const Questionnaire& questions() { return shipped::content().questionnaire; }

std::string link_of(const Answers& answers) { return answers_fragment(answers_text(questions(), answers)); }

LinkFault fault_of(std::string_view link) {
    const auto opened = read_answers_link(questions(), link);
    EXPECT_FALSE(opened) << link;
    return opened ? LinkFault::no_answers : opened.error();
}

// Everybody's effective answers survive, and the code stays small enough for a phone's camera.
TEST(AnswersLink, everyone_and_back) {
    constexpr std::string_view address = "https://consultation.clinic.example/prepare/?pack=packs/clinic.json&lang=en";
    std::size_t longest = 0, most_squares = 0;
    for (const auto& [name, answers] : shipped::people()) {
        const std::string link = link_of(answers);
        const auto opened = read_answers_link(questions(), link);
        ASSERT_TRUE(opened) << name << " " << link;
        EXPECT_EQ(opened->answers, effective_answers(questions(), answers)) << name;
        EXPECT_TRUE(opened->unknown.empty()) << name;
        longest = std::max(longest, link.size());
        most_squares = std::max(most_squares, ui::qr_modules(std::string(address) + link).size());
    }
    std::printf("  links: at most %zu bytes and, with an address of %zu, %zu squares (version %zu)\n", longest, address.size(),
                most_squares, (most_squares - 17) / 4);
    EXPECT_LE(longest, 350u);
    EXPECT_LE(most_squares, 73u) << "version 14";
}

TEST(AnswersLink, every_question_and_option_has_a_short_name_of_its_own) {
    for (const Item* page : {questions().find("goal"), questions().find("conditions"), questions().find("recent-treatments")}) {
        for (const Option& option : page->options) {
            Answers one;
            one.set(page->link_id, {option.coding});
            const auto opened = read_answers_link(questions(), link_of(one));
            if (effective_answers(questions(), one).empty()) continue;
            ASSERT_TRUE(opened) << option.coding.code;
            EXPECT_EQ(opened->answers, one);
        }
    }
}

Questionnaire with_all_types() {
    Questionnaire all;
    Item section = sample::group("g", {});
    for (const auto& [id, type] : std::initializer_list<std::pair<const char*, ItemType>>{{"truth", ItemType::boolean},
                                                                                          {"whole", ItemType::integer},
                                                                                          {"decimal", ItemType::decimal},
                                                                                          {"day", ItemType::date},
                                                                                          {"line", ItemType::string},
                                                                                          {"lines", ItemType::text}})
        section.children.push_back(sample::item(id, type, false));
    all.items.push_back(section);
    return all;
}

TEST(AnswersLink, values_of_every_type_and_free_words) {
    const Questionnaire all = with_all_types();
    Answers answers;
    answers.set("truth", {false});
    answers.set("whole", {std::int64_t{-12}});
    answers.set("decimal", {*Decimal::read("1.25")});
    answers.set("day", {sample::day("2027-01-04")});
    answers.set("line", {std::string("A - b.c, 100 % sure? \"Ja\" é العربية 🙂")});
    answers.set("lines", {std::string("one\ntwo")});
    const std::string text = answers_text(all, answers);
    EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_"), std::string::npos) << text;
    const auto opened = read_answers_link(all, "https://example.org/#/open/" + text);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->answers, answers);
}

TEST(AnswersLink, words_too_long_for_a_link_make_none) {
    Answers answers;
    answers.set("line", {std::string(3900, '?')});
    EXPECT_EQ(answers_text(with_all_types(), answers), "");
    EXPECT_EQ(answers_text(questions(), {}), "");
}

TEST(AnswersLink, outlives_a_change_of_the_questionnaire) {
    const Answers yusuf = shipped::people().at("yusuf");
    const std::string link = link_of(yusuf);
    Questionnaire changed = questions();
    for (Item& section : changed.items) std::erase_if(section.children, [](const Item& item) { return item.link_id == "expectations"; });
    for (Item& section : changed.items)
        for (Item& item : section.children) {
            std::vector<Option> others = item.options.all();
            std::erase_if(others, [](const Option& option) { return option.coding.code == "face"; });
            item.options = others;
        }
    changed.items.insert(changed.items.begin(), sample::group("new", {sample::item("new-question", ItemType::text, true)}));
    const auto opened = read_answers_link(changed, link);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->unknown.size(), 3u) << "two questions and one option are gone";
    EXPECT_EQ(opened->answers.of("goal"), yusuf.of("goal"));
    EXPECT_FALSE(opened->answers.has_code("area", "face"));
    EXPECT_FALSE(opened->answers.has("downtime"));
}

TEST(AnswersLink, a_mail_may_break_it_and_a_sentence_may_end_after_it) {
    const Answers ruth = shipped::people().at("ruth");
    const std::string link = "https://example.org/?lang=en" + link_of(ruth);
    const std::string broken = link.substr(0, 60) + "\r\n  " + link.substr(60, 70) + "\n" + link.substr(130);
    for (const std::string& given : {link, broken, "<" + link + ">", link + ".", link + "?utm_source=mail", " " + link + " "}) {
        const auto opened = read_answers_link(questions(), given);
        ASSERT_TRUE(opened) << given;
        EXPECT_EQ(opened->answers, effective_answers(questions(), ruth));
    }
}

TEST(AnswersLink, says_what_is_wrong) {
    const std::string link = link_of(shipped::people().at("ruth"));
    EXPECT_EQ(fault_of(""), LinkFault::no_answers);
    EXPECT_EQ(fault_of("https://example.org/"), LinkFault::no_answers);
    EXPECT_EQ(fault_of("#/open/"), LinkFault::no_answers);
    EXPECT_EQ(fault_of("#/open/hello"), LinkFault::no_answers);
    EXPECT_EQ(fault_of("#/open/1.XYZ"), LinkFault::damaged);
    EXPECT_EQ(fault_of(link.substr(0, link.size() - 5)), LinkFault::damaged);
    std::string changed = link;
    changed[40] = changed[40] == 'A' ? 'B' : 'A';
    EXPECT_EQ(fault_of(changed), LinkFault::damaged);
    EXPECT_EQ(fault_of("#/open/2.ABC"), LinkFault::newer);
    EXPECT_EQ(fault_of("#/open/0.ABC"), LinkFault::damaged);
    EXPECT_EQ(fault_of("#/open/.ABC"), LinkFault::no_answers);
    EXPECT_EQ(fault_of(std::string(6000, 'A')), LinkFault::too_long);
    Answers answers;
    answers.set("truth", {true});
    EXPECT_EQ(fault_of(answers_fragment(answers_text(with_all_types(), answers))), LinkFault::other_questions);
}

TEST(AnswersLink, anything_may_come) {
    const std::string link = link_of(shipped::people().at("yusuf"));
    std::uint32_t random = 1;
    const auto next = [&] { return random = random * 1664525u + 1013904223u, random >> 16; };
    for (int round = 0; round < 3000; ++round) {
        std::string hostile = link;
        for (std::uint32_t change = next() % 8; change > 0; --change) hostile[next() % hostile.size()] = static_cast<char>(next() % 256);
        if (const auto opened = read_answers_link(questions(), hostile)) EXPECT_FALSE(opened->answers.empty());
    }
}

TEST(LinkWords, control_characters_and_broken_bytes_are_no_words) {
    for (const std::string_view text :
         {"_00", "_7F", "_1B", "_C3", "_C3_28", "_C0_80", "_ED_A0_80", "_F5_80_80_80", "_80", "_G1", "_4", "_"})
        EXPECT_FALSE(words_of_link(text)) << text;
    EXPECT_EQ(words_of_link("a-b_0Ac_E2_82_AC"), "a b\nc€");
}

}  // namespace
}  // namespace needlewise
