// Words in assets/text/: every sentence is used somewhere, and no page of anybody lacks one.
#include <algorithm>
#include <cctype>
#include <set>

#include <gtest/gtest.h>

#include "content/check/keys.h"
#include "core/form/flow.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/shipped.h"
#include "support/witness.h"

namespace needlewise {
namespace {

using shipped::content;
using shipped::today;

// ---- Unused keys ---------------------------------------------------------------------------------------------------

bool in_key(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) || letter == '.' || letter == '-'; }

// What stands between quotes, or between the double braces of a page.
void gather_quoted(const std::string& text, std::set<std::string>& texts) {
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (!in_key(text[from])) continue;
        const std::size_t until =
            static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), in_key) - text.begin());
        const bool opened = from > 0 && std::string_view("\"'`{").contains(text[from - 1]);
        if (opened && until < text.size() && std::string_view("\"'`}").contains(text[until])) texts.insert(text.substr(from, until - from));
        from = until;
    }
}

// Every text in quotes in the sources that name keys.
std::set<std::string> quoted_texts() {
    std::set<std::string> texts;
    for (const auto& [folder, suffix] :
         {std::pair{"src/core", ".cpp"}, {"src/ui", ".cpp"}, {"src/app", ".cpp"}, {"web", ".mjs"}, {"web", ".html"}, {"tools", ".mjs"}})
        for (const std::string& path : shipped::source_files(folder, suffix)) gather_quoted(shipped::source_text(path), texts);
    return texts;
}

// "result." + part + ".title": the key starts and ends with quoted texts and the middle is a single step.
bool pieced_together(const std::string& key, const std::set<std::string>& texts) {
    static const std::set<std::string> of_content = {"finding.", "question.",  "option.", "section.", "improvement.", "driver.",
                                                     "phase.",   "aftercare.", "visit.",  "redflag.", "learn.",       "alternative.",
                                                     "concern.", "scale.",     "sign.",   "unit."};
    for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1)) {
        const std::string head = key.substr(0, dot + 1), tail = key.substr(dot + 1);
        if (texts.contains(key.substr(0, dot)) && texts.contains(key.substr(dot))) return true;  // "days.session" + ".title"
        if (of_content.contains(head) || !texts.contains(head)) continue;
        const std::size_t next = tail.find('.');
        if (next == std::string::npos || texts.contains(tail.substr(next))) return true;
    }
    return false;
}

TEST(ShippedWords, every_sentence_is_used) {
    const Keys keys = keys_of(content());
    const auto texts = quoted_texts();
    for (const auto& [key, sentence] : content().words.by_key) {
        if (key == "_comment" || keys.used(key) || texts.contains(key)) continue;
        constexpr std::string_view unit = "unit.";  // "unit.second.other": the sources name the unit alone
        if (key.starts_with(unit) && texts.contains(key.substr(unit.size(), key.rfind('.') - unit.size()))) continue;
        const std::string first(first_paragraph(key));
        EXPECT_TRUE(texts.contains(first) || pieced_together(first, texts) || pieced_together(key, texts)) << key << " is never used";
    }
}

// ---- Missing keys --------------------------------------------------------------------------------------------------

std::vector<std::string> paths_of(const Answers& answers) {
    std::vector<std::string> paths{"",      "review",          "learn",        "sources",         "about",
                                   "help",  "learn/procedure", "gallery",      "learn/questions", "accessibility",
                                   "staff", "staff/brief",     "result/sheet", "result/send",     "open"};
    for (const QuestionPage& page : question_pages(content().questionnaire, answers)) paths.push_back("questions/" + page.item->link_id);
    for (const std::string& part : result_parts()) paths.push_back(part.empty() ? "result" : "result/" + part);
    for (const Topic& topic : content().topics) paths.push_back("learn/" + topic.id);
    return paths;
}

void open_all(const std::vector<Node>& nodes, std::set<std::string>& open) {
    for (const Node& node : nodes) {
        if (const auto* button = std::get_if<Button>(&node.what)) {
            if (const auto* toggle = std::get_if<Toggle>(&button->action)) open.insert(toggle->id);
        }
        open_all(node.children, open);
    }
}

// The page with every disclosure open.
std::string opened(const Answers& answers, const std::string& path, bool errors) {
    Model model;
    model.answers = answers;
    model.today = today;
    model.place = place_at(content(), path);
    model.show_errors = errors;
    open_all(make_page(content(), model).nodes, model.open);
    return print(make_page(content(), model));
}

void expect_no_gaps(const std::string& who, const Answers& answers, const std::vector<std::string>& paths, bool errors) {
    for (const std::string& path : paths) {
        const std::string text = opened(answers, path, errors);
        const std::size_t gap = text.find("⟦");
        EXPECT_EQ(gap, std::string::npos) << who << ", " << path << ": " << text.substr(gap == std::string::npos ? 0 : gap, 60);
    }
}

TEST(ShippedWords, no_page_of_the_people_in_the_cases_has_a_gap) {
    for (const auto& [name, answers] : shipped::people()) expect_no_gaps(name, answers, paths_of(answers), false);
}

TEST(ShippedWords, no_page_without_answers_has_a_gap) { expect_no_gaps("nobody", {}, paths_of({}), true); }

TEST(ShippedWords, no_result_of_anybody_a_rule_was_made_for_has_a_gap) {
    const std::vector<std::string> parts{"result", "result/questions"};
    for (const Rule& rule : content().rules) {
        for (const Answers& answers : witnesses(content(), rule.when, today))
            expect_no_gaps(rule.id, completed(content(), answers, today), parts, false);
    }
}

TEST(ShippedWords, no_course_of_any_goal_has_a_gap) {
    for (const Option& goal : content().questionnaire.find("goal")->options) {
        Answers answers;
        answers.set("goal", {goal.coding});
        expect_no_gaps(goal.coding.code, answers, paths_of(answers), true);
        answers = completed(content(), std::move(answers), today);
        expect_no_gaps(goal.coding.code, answers, paths_of(answers), false);
    }
}

TEST(ShippedWords, no_page_with_a_draft_has_a_gap) {
    const Answers person = shipped::people().begin()->second;
    for (const bool earlier : {false, true}) {
        for (const std::string path : {"", "review", "result/take"}) {
            Model model;
            model.answers = person;
            model.today = today;
            model.can_draft = true;
            model.draft = Draft{.until = today};
            if (earlier) model.draft->earlier = Answers{};
            model.offers_draft = earlier;
            if (earlier) model.offered = Answers{};
            model.place = place_at(content(), path);
            const std::string text = print(make_page(content(), model));
            EXPECT_FALSE(text.contains("⟦")) << path << text;
            EXPECT_EQ(text.contains(long_date(content().words, today)), !earlier || path.empty()) << path << text;
        }
    }
}

TEST(ShippedWords, no_question_has_a_gap) {
    for (const Item& section : content().questionnaire.items) {
        for (const Item& page : section.children) {
            for (const Answers& answers : witnesses_of_item(content(), page.link_id, today)) {
                expect_no_gaps("anybody", answers, {"questions/" + page.link_id}, true);
            }
        }
    }
}

}  // namespace
}  // namespace needlewise
