// The choices side by side: all of them where there is room, else two, which the person chooses.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/journey/update.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/shipped.h"
#include "ui/layout/layout.h"
#include "ui_font.h"

namespace needlewise {
namespace {

using shipped::content;

Model comparing(const std::string& person, bool wide) {
    static const auto everybody = shipped::people();
    Model model;
    model.answers = everybody.at(person);
    model.today = shipped::today;
    model.place = place_at(content(), "result/compare");
    model.wide = wide;
    return model;
}

std::vector<const Node*> matrices(const Page& page) {
    std::vector<const Node*> found;
    for (const Node* node : preorder(page))
        if (const auto* table = std::get_if<Table>(&node->what); table && table->matrix) found.push_back(node);
    return found;
}

const Cell& cell(const Node& table, std::size_t row, std::size_t column) {
    return std::get<Cell>(table.children.at(row).children.at(column).what);
}

std::vector<std::string> columns(const Page& page) {
    std::vector<std::string> names;
    for (const Node* table : matrices(page))
        for (std::size_t i = 1; i < table->children.front().children.size(); ++i) names.push_back(cell(*table, 0, i).text);
    return names;
}

std::string name(std::string_view option) { return say(content(), "alternative." + std::string(option) + ".name").text; }

Model choose(const Model& model, std::string_view list, std::string_view option) {
    const Page page = make_page(content(), model);
    const Node* select = find_id(page, list);
    EXPECT_TRUE(select) << list;
    const auto action = select ? action_for(*select, option) : std::nullopt;
    EXPECT_TRUE(action);
    return action ? update(model, *action, content()).model : model;
}

TEST(PageCompare, ShowsEveryChoiceWhereThereIsRoom) {
    const Page page = make_page(content(), comparing("yusuf", true));
    const auto names = columns(page);
    EXPECT_TRUE(std::ranges::contains(names, name("nothing")));
    EXPECT_TRUE(std::ranges::contains(names, name("microneedling")));
    EXPECT_FALSE(find_id(page, "compare:first")) << "nothing to choose where all are shown";
    for (const Node* table : matrices(page)) EXPECT_LE(table->children.front().children.size(), 5u) << "too many columns to read";
}

TEST(PageCompare, EveryRowIsHeadedByWhatItSays) {
    const Page page = make_page(content(), comparing("yusuf", true));
    for (const Node* table : matrices(page)) {
        ASSERT_EQ(table->children.size(), content().alternative_rows.size() + 1);
        for (std::size_t row = 0; row < content().alternative_rows.size(); ++row) {
            EXPECT_TRUE(cell(*table, row + 1, 0).header);
            EXPECT_EQ(cell(*table, row + 1, 0).text, say(content(), "alternative.row." + content().alternative_rows[row]).text);
            for (std::size_t column = 1; column < table->children[row + 1].children.size(); ++column)
                EXPECT_FALSE(cell(*table, row + 1, column).text.empty()) << "where we know nothing we say so";
        }
    }
}

// model.md 2.4: "Always mention relapse, cold sores and darkening"; no average without its cautious figure.
TEST(PageCompare, NeedlingHasItsOwnHarmsAndItsCautiousFigure) {
    const std::string melasma = print(make_page(content(), comparing("maria", true)));
    EXPECT_TRUE(melasma.contains("cold sore")) << melasma;
    EXPECT_TRUE(melasma.contains("can come back"));
    const std::string acne = print(make_page(content(), comparing("priya", true)));
    EXPECT_TRUE(acne.contains("A cautious figure: ")) << acne;
    EXPECT_FALSE(acne.contains("cold sore"));
}

TEST(PageCompare, IsAsSureOfNeedlingAsThePageOfStudies) {
    std::vector<std::string> rows = content().alternative_rows;
    std::erase(rows, "what");  // which a narrow view says below
    const auto row = static_cast<std::size_t>(std::ranges::find(rows, "certainty") - rows.begin()) + 1;
    for (const auto& [person, sure] :
         {std::pair{"maria", "certainty.very-low"}, {"ruth", "certainty.none"}, {"yusuf", "alternative.microneedling.certainty"}}) {
        const Page page = make_page(content(), comparing(person, false));
        EXPECT_EQ(cell(*matrices(page).front(), row, 1).text, say(content(), sure).text) << person;
    }
}

TEST(PageCompare, WarnsOfTheOtherChoicesWhoeverTakesIsotretinoin) {
    const std::string caution = say(content(), "compare.isotretinoin").text;
    for (const auto& [person, warned] : {std::pair{"tom", true}, {"yusuf", false}, {"ella", false}}) {  // yusuf's wait is over
        const auto page = make_page(content(), comparing(person, true));
        const bool says = std::ranges::any_of(preorder(page), [&](const Node* node) {
            const auto* paragraph = std::get_if<Paragraph>(&node->what);
            return paragraph && paragraph->text == caution;
        });
        EXPECT_EQ(says, warned) << person;
    }
}

TEST(PageCompare, HoldsAgainstAHomeRollerWhatItHoldsAgainstNeedling) {
    const std::string caution = say(content(), "compare.home-roller").text;
    for (const auto& [person, warned] :
         {std::pair{"tom", true}, {"yusuf", true}, {"amara", false}}) {  // nothing speaks against it for amara
        const std::string text = print(make_page(content(), comparing(person, true)));
        EXPECT_EQ(text.contains(caution), warned) << person;
    }
}

TEST(PageCompare, ANarrowViewComparesNeedlingWithDoingNothingAtFirst) {
    EXPECT_EQ(columns(make_page(content(), comparing("yusuf", false))), (std::vector{name("microneedling"), name("nothing")}));
}

// In words of its own: what a trial of acne scars saw says nothing of loose skin.
TEST(PageCompare, DoingNothingIsOfferedOnceWhateverTheGoal) {
    const auto offered = [](const Answers& answers) {
        std::vector<std::string> ids;
        for (const Alternative& option : content().alternatives)
            if (option.id.starts_with("nothing") && holds(option.when, answers)) ids.push_back(option.id);
        return ids;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(offered({}), Ids{"nothing-other"});
    for (const Option& goal : content().questionnaire.find("goal")->options) {
        Answers answers;
        answers.set("goal", {goal.coding});
        EXPECT_EQ(offered(answers).size(), 1u) << *answers.code("goal");
        if (answers.code("goal") == "burn-scars") EXPECT_EQ(offered(answers), Ids{"nothing-scars"});
        if (answers.code("goal") != "acne-scars") continue;
        EXPECT_EQ(offered(answers), Ids{"nothing"});
        answers.set("acne-scar-severity", {Coding{"urn:needlewise:consultation", "flat-marks"}});
        EXPECT_EQ(offered(answers), Ids{"nothing-other"});
    }
}

TEST(PageCompare, ANarrowViewSaysWhatTheyAreBehindALineBelow) {
    const Page page = make_page(content(), comparing("yusuf", false));
    EXPECT_EQ(matrices(page).front()->children.size(), content().alternative_rows.size()) << "the head, and every row but what it is";
    const Node* line = find_id(page, "fold:compare.what");
    ASSERT_TRUE(line);
    EXPECT_EQ(std::get<Button>(line->what).expanded, false);
    const std::string what = say(content(), "alternative.nothing.what").text;
    EXPECT_TRUE(std::ranges::any_of(preorder(page), [&](const Node* node) {
        const auto* paragraph = std::get_if<Paragraph>(&node->what);
        return paragraph && paragraph->text == what;
    }));
}

TEST(PageCompare, EitherOfTheTwoCanBeChosenAndNeverBothTheSame) {
    const Model model = choose(choose(comparing("yusuf", false), "compare:second", "laser"), "compare:first", "nothing");
    const Page page = make_page(content(), model);
    EXPECT_EQ(columns(page), (std::vector{name("nothing"), name("laser")}));
    const auto offered = std::get<Select>(find_id(page, "compare:second")->what).options;
    EXPECT_FALSE(std::ranges::contains(offered, "nothing", &Select::Option::value));
}

TEST(PageCompare, AChoiceThatIsNotOfferedForThisGoalIsNotShown) {
    Model model = comparing("yusuf", false);
    model.compared[0] = model.compared[1] = "minoxidil";
    EXPECT_EQ(columns(make_page(content(), model)).size(), 2u);
    EXPECT_FALSE(std::ranges::contains(columns(make_page(content(), model)), name("minoxidil")));
}

TEST(PageCompare, OnAPhoneTheHeadingOfARowStandsOverItsTwoValues) {
    const Page page = make_page(content(), comparing("yusuf", false));
    const ui_test::FakeMeasure measure;
    const ui::Layout layout = ui::lay_out(page, {.width = 390, .view_height = 844, .measure = measure});
    const auto rect = [&](const Node& node) {
        return layout.rects.at(static_cast<std::size_t>(std::ranges::find(layout.keys, node.key) - layout.keys.begin()));
    };
    const Node& row = matrices(page).front()->children.at(2);
    const auto heading = rect(row.children.at(0)), first = rect(row.children.at(1)), second = rect(row.children.at(2));
    EXPECT_LE(heading.y + heading.h, first.y + 0.5f);
    EXPECT_FLOAT_EQ(first.y, second.y);
    EXPECT_FLOAT_EQ(first.w, second.w);
    EXPECT_GE(first.w, 150);
}

}  // namespace
}  // namespace needlewise
