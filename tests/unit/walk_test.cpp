// Random walks: twenty thousand valid actions, each one that the page that is shown offers, with now and then a word from the
// surroundings or another day. After every step certain things must hold, whoever did what before.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/assessment/assessment.h"
#include "core/form/flow.h"
#include "core/journey/told.h"
#include "core/journey/update.h"
#include "core/pages/page.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

constexpr int steps_of_a_walk = 2500, steps_of_a_person = 250;

class Walk {
public:
    explicit Walk(unsigned seed) : random(seed), content(shipped::content()) {
        if (seed % 4 == 3) {
            content.clinic = Clinic{};
            content.clinic->kiosk = Kiosk{.pin = "2468", .idle_minutes = 2};
        }
    }

    void go() {
        for (int step = 0; step < steps_of_a_walk && !::testing::Test::HasFailure(); ++step) {
            if (step % steps_of_a_person == 0) begin();
            this->step();
        }
        EXPECT_GT(pages.size(), 25u) << "the walk comes around";
    }

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); }
    bool one_in(std::size_t count) { return below(count) == 0; }

    // Every other person has answered everything; else nobody would see a result in time.
    void begin() {
        model = Model{};
        model.today = shipped::today;
        model.can_draft = model.can_send = true;
        model.address = "https://example.org/";
        const auto all = shipped::people();
        if (one_in(2)) model.answers = std::next(all.begin(), static_cast<std::ptrdiff_t>(below(all.size())))->second;
        if (!model.answers.empty()) model.place = {PageKind::result, {}};
    }

    void step() {
        const Page page = make_page(content, model);
        check(page);
        const Place shown = shown_place(content, model);
        pages.insert(path_of(shown));
        if (one_in(60)) {
            model.today = Date{std::chrono::sys_days{model.today} + std::chrono::days{below(20)}};
            return;
        }
        const auto action = one_in(25) ? said_by_the_surroundings() : offered_by(page);
        if (!action) return;
        last = path_of(shown) + ", action " + std::to_string(action->index());
        const Answers before = model.answers;
        Updated updated = update(std::move(model), *action, content);
        model = std::move(updated.model);
        check_answers(before, *action);
        check_way_back(shown, *action);
    }

    std::optional<Action> said_by_the_surroundings() {
        static constexpr std::pair<std::string_view, std::string_view> all[] = {{"idle", "20"},         {"idle", "0"},
                                                                                {"turn", "next"},       {"turn", "back"},
                                                                                {"draw", "1"},          {"connect", "1"},
                                                                                {"sent", ""},           {"send-failed", "closed"},
                                                                                {"done", "copy"},       {"refused", "save"},
                                                                                {"refused", "draft"},   {"pins", "2 0"},
                                                                                {"pin-wait-ended", ""}, {"language", "de"},
                                                                                {"country", "GB"},      {"theme", "dark"},
                                                                                {"print", ""},          {"draft", "2026-11-20 1.x"},
                                                                                {"draft", ""}};
        const auto& [what, value] = all[below(std::size(all))];
        return action_told(what, value);
    }

    std::optional<Action> offered_by(const Page& page) {
        if (one_in(30)) return OpenPage{*std::next(pages.begin(), static_cast<std::ptrdiff_t>(below(pages.size())))};
        if (one_in(60)) return OpenPage{path_of({PageKind::result, result_parts()[below(result_parts().size())]})};  // whatever is open
        std::vector<const Node*> nodes = preorder(page);
        std::erase_if(nodes, [](const Node* node) { return !action_for(*node, "1"); });
        if (nodes.empty()) return std::nullopt;
        const Node& node = *nodes[below(nodes.size())];
        // Clearing is offered on every page; who cleared all the time would never get anywhere.
        if ((node.id == "start-over:yes" && !one_in(4))) return AskToStartOver{false};
        return action_for(node, value_for(node));
    }

    std::string value_for(const Node& node) {
        static const std::string words[] = {"",   "abc",        "Zażółć gęślą", "2468", "0000", "עברית", "\xF0\x9F\x91\xA9",
                                            "12", "#/open/1.X", "a\nb"};
        if (std::holds_alternative<DateField>(node.what)) {
            if (one_in(5)) return one_in(2) ? "" : "2026-02-30";
            return iso_date(Date{std::chrono::sys_days{model.today} + std::chrono::days{below(900)} - std::chrono::days{450}});
        }
        if (std::holds_alternative<TextField>(node.what)) return words[below(std::size(words))];
        if (const auto* slider = std::get_if<Slider>(&node.what)) return std::to_string(below(static_cast<std::size_t>(slider->max) + 2));
        if (const auto* select = std::get_if<Select>(&node.what)) return select->options[below(select->options.size())].value;
        return one_in(6) ? "0" : "1";
    }

    void check(const Page& page) {
        std::set<Key> keys;
        std::size_t main_headings = 0;
        for (const Node* node : preorder(page)) {
            EXPECT_TRUE(keys.insert(node->key).second) << at() << ": twice " << name_of(*node);
            EXPECT_FALSE(name_of(*node).contains("⟦")) << at() << ": " << name_of(*node);
            const auto* heading = std::get_if<Heading>(&node->what);
            if ((heading && heading->level == 1) || node == main_heading(page)) ++main_headings;
        }
        EXPECT_EQ(main_headings, 1u) << at();
        EXPECT_FALSE(page.title.empty()) << at();
        const Place shown = shown_place(content, model);
        EXPECT_EQ(place_at(content, path_of(shown)), shown) << at() << ": an address that leads elsewhere";
        const bool whole = complete(content.questionnaire, model.answers, model.today);
        EXPECT_TRUE(shown.kind != PageKind::result || whole) << at() << ": a result with open questions";
        if (shown.kind == PageKind::result) { EXPECT_TRUE(assess(content, model.answers, model.today).plan) << at(); }
    }

    // Answers change by answering, clearing, and taking others; an answer to one question leaves those to all others alone.
    void check_answers(const Answers& before, const Action& action) {
        if (model.answers == before) return;
        std::string question;
        if (const auto* choose = std::get_if<Choose>(&action)) question = choose->link_id;
        else if (const auto* date = std::get_if<EnterDate>(&action)) question = date->link_id;
        else if (const auto* text = std::get_if<EnterText>(&action)) question = text->link_id;
        else if (const auto* more = std::get_if<AddAnswer>(&action)) question = more->link_id;
        else if (const auto* move = std::get_if<MoveAnswer>(&action)) question = move->link_id;
        else if (const auto* drop = std::get_if<DropAnswer>(&action)) question = drop->link_id;
        else {
            const bool others = std::holds_alternative<StartOver>(action) || std::holds_alternative<Wipe>(action) ||
                                std::holds_alternative<TakeOffered>(action) || std::holds_alternative<OpenEntered>(action) ||
                                std::holds_alternative<TakeDraft>(action);
            EXPECT_TRUE(others) << at() << ": answers changed by something else";
            return;
        }
        Answers rest = model.answers, rest_before = before;
        rest.remove(question);
        rest_before.remove(question);
        EXPECT_EQ(rest, rest_before) << at() << ": an answer that was not cleared is lost";
    }

    void check_way_back(const Place& from, const Action& action) {
        const Place here = shown_place(content, model);
        if (!std::holds_alternative<Continue>(action) || from.kind != PageKind::question || here == from) return;
        const Model back = update(model, Back{}, content).model;
        EXPECT_EQ(shown_place(content, back), from) << at();
        EXPECT_EQ(back.answers, model.answers) << at();
    }

    std::string at() const { return path_of(shown_place(content, model)) + " after " + last; }

    std::mt19937 random;
    Content content;
    Model model;
    std::set<std::string> pages{""};
    std::string last = "nothing";
};

class RandomWalk : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomWalk, keeps_its_promises) { Walk(GetParam()).go(); }

INSTANTIATE_TEST_SUITE_P(Eight, RandomWalk, ::testing::Range(0u, 8u));

}  // namespace
}  // namespace needlewise
