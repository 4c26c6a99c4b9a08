// What a language lacks is said in English, and every such text says so; no gap is ever shown.
#include <algorithm>

#include <gtest/gtest.h>

#include "content/load/load.h"
#include "core/journey/update.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/expect.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

// German without these keys.
Content german_without(const std::vector<std::string>& keys) {
    auto loaded = load_content(shipped::files(), "de");
    if (!loaded) ADD_FAILURE() << lines(loaded.error());
    Content content = loaded ? std::move(*loaded) : Content{};
    for (const std::string& key : keys) EXPECT_EQ(content.words.by_key.erase(key), 1u) << key;
    content.words.borrow_from(shipped::content().words);
    return content;
}

Page page_of(const Content& content, std::string_view path, bool errors = false) {
    Model model;
    model.today = shipped::today;
    model.place = place_at(content, path);
    model.show_errors = errors;
    return make_page(content, model);
}

const Node* named(const Page& page, std::string_view name) {
    const auto nodes = preorder(page);
    const auto found = std::ranges::find_if(nodes, [&](const Node* node) { return name_of(*node) == name; });
    return found == nodes.end() ? nullptr : *found;
}

TEST(Borrowed, the_sentence_stands_there_in_english_and_says_so) {
    const std::string& english = shipped::content().words.by_key.at("help.lead");
    const Page page = page_of(german_without({"help.lead", "help.title", "action.continue"}), "help");
    EXPECT_EQ(page.language, "de");
    ASSERT_NE(named(page, english), nullptr);
    EXPECT_EQ(named(page, english)->language, "en||");
    ASSERT_NE(main_heading(page), nullptr);
    EXPECT_EQ(main_heading(page)->language, "en||");
    const Node* other = named(page, say(german_without({}), "urgency.same-day").text);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(other->language, "") << "what the language has is in it";
    EXPECT_EQ(print(page).find('\x02'), std::string::npos);
}

TEST(Borrowed, names_hints_and_options_are_told_apart) {
    const Page page = page_of(german_without({"question.goal.hint", "country.de"}), "questions/goal");
    const Node* question = nullptr;
    for (const Node* node : preorder(page))
        if (std::holds_alternative<Choice>(node->what)) question = node;
    ASSERT_NE(question, nullptr);
    EXPECT_EQ(question->language, "|en|");
    const Page help = page_of(german_without({"country.de"}), "help");
    const auto& options = std::get<Select>(find_id(help, "country")->what).options;
    EXPECT_EQ(std::ranges::find(options, "Germany", &Select::Option::label)->language, "en");
    EXPECT_EQ(std::ranges::find(options, "Polen", &Select::Option::label)->language, "");
}

TEST(Borrowed, a_file_with_nothing_in_it_leaves_no_gap_on_any_page) {
    Content content = shipped::content();
    content.words.by_key.clear();
    content.words.language = "de";
    content.words.borrow_from(shipped::content().words);
    for (const std::string path : {"", "help", "learn", "learn/pain", "questions/goal", "sources", "about", "review"}) {
        const Page page = page_of(content, path, true);
        const std::string text = print(page);
        EXPECT_EQ(text.find("⟦"), std::string::npos) << path;
        EXPECT_EQ(text.find('\x02'), std::string::npos) << path;
        EXPECT_EQ(page.title.find('\x02'), std::string::npos) << path;
        EXPECT_EQ(text, print(page_of(shipped::content(), path, true))) << path;
    }
}

// All texts of a page, those of its records too, that nobody sees but a reader of charts and pictures.
void expect_no_marks(const std::vector<Node>& nodes, const std::string& path) {
    for (const Node& node : nodes) {
        if (const auto* figure = std::get_if<Figure>(&node.what); figure && figure->scale)
            EXPECT_EQ(figure->scale->label.find('\x02'), std::string::npos) << path << " " << figure->scale->label;
        if (const auto* chart = std::get_if<Chart>(&node.what)) {
            for (const auto& curve : chart->curves) EXPECT_EQ(curve.label.find('\x02'), std::string::npos) << path << " " << curve.label;
            for (const auto& mark : chart->marks) EXPECT_EQ(mark.label.find('\x02'), std::string::npos) << path << " " << mark.label;
            for (const auto& row : chart->rows) EXPECT_EQ(row.label.find('\x02'), std::string::npos) << path << " " << row.label;
        }
        expect_no_marks(node.children, path);
    }
}

TEST(Borrowed, charts_and_pictures_have_no_mark_of_it_either) {
    Content content = shipped::content();
    content.words.by_key.clear();
    content.words.language = "de";
    content.words.borrow_from(shipped::content().words);
    Model model;
    model.today = shipped::today;
    model.answers = shipped::people().at("priya");
    int curves = 0;
    for (const std::string path : {"learn/healing", "result/course", "result/studies", "result/visit", "result/healing", "result/aftercare",
                                   "result/over-time", "result/compare", "result/sheet"}) {
        model.place = place_at(content, path);
        const Page page = make_page(content, model);
        expect_no_marks(page.nodes, path);
        EXPECT_EQ(print(page).find('\x02'), std::string::npos) << path;
        for (const Node* node : preorder(page))
            if (const auto* chart = std::get_if<Chart>(&node->what)) curves += static_cast<int>(chart->curves.size());
    }
    EXPECT_GT(curves, 0) << "a chart with curves is among them";
}

TEST(Languages, the_list_shows_the_one_that_is_coming) {
    Content content = shipped::content();
    content.languages = {"de", "en", "fr"};
    Updated asked = update({}, SetLanguage{"fr"}, content);
    EXPECT_EQ(asked.model.coming_language, "fr");
    const auto shown = [&](const Model& model) { return std::get<Select>(find_id(make_page(content, model), "language")->what).value; };
    EXPECT_EQ(shown(asked.model), "fr");
    EXPECT_NE(print(make_page(content, asked.model)).find("Loading Français …"), std::string::npos);
    Updated other = update(asked.model, SetLanguage{"de"}, content);
    EXPECT_EQ(other.model.coming_language, "de");
    EXPECT_EQ(std::get<LoadLanguage>(other.commands.at(0)).code, "de");
    Updated back = update(other.model, SetLanguage{"en"}, content);
    EXPECT_EQ(back.model.coming_language, "") << "the one there is needs no waiting";
    EXPECT_TRUE(back.commands.empty());
    EXPECT_EQ(shown(back.model), "en");
    EXPECT_EQ(update(asked.model, StartOver{}, content).model.coming_language, "fr");
}

}  // namespace
}  // namespace needlewise
