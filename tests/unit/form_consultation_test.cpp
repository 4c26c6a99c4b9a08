// The consultation is one questionnaire among others: the reader of anybody's forms reads it as its own reader does, finds nothing wrong
// with it, and takes the responses of all people; and both ways of evaluating conditions say the same of them.
#include <gtest/gtest.h>

#include "content/exchange/response.h"
#include "forms.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

const ReadForm& consultation() {
    static const ReadForm read = [] {
        auto form = read_form(shipped::files().at("assets/questionnaire/consultation.json"), "consultation.json");
        return form ? std::move(*form) : ReadForm{};
    }();
    return read;
}

void expect_same(const std::vector<Item>& ours, const std::vector<Item>& general) {
    ASSERT_EQ(ours.size(), general.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const Item &a = ours[i], &b = general[i];
        EXPECT_EQ(a.link_id, b.link_id);
        EXPECT_EQ(a.type, b.type) << a.link_id;
        EXPECT_EQ(a.required, b.required) << a.link_id;
        EXPECT_EQ(a.repeats, b.repeats) << a.link_id;
        EXPECT_EQ(a.date_window, b.date_window) << a.link_id;
        EXPECT_EQ(a.map, b.map) << a.link_id;
        EXPECT_TRUE(a.enable_when.any == b.enable_when.any || a.enable_when.list.size() < 2) << a.link_id;
        ASSERT_EQ(a.enable_when.list.size(), b.enable_when.list.size()) << a.link_id;
        for (std::size_t n = 0; n < a.enable_when.list.size(); ++n) {
            const Condition &one = a.enable_when.list[n], &other = b.enable_when.list[n];
            EXPECT_TRUE(one.question == other.question && one.op == other.op && one.value == other.value) << a.link_id;
        }
        ASSERT_EQ(a.options.size(), b.options.size()) << a.link_id;
        for (std::size_t n = 0; n < a.options.size(); ++n) {
            const Option &one = a.options[n], &other = b.options[n];
            EXPECT_TRUE(one.coding == other.coding && one.exclusive == other.exclusive && one.ordinal == other.ordinal)
                << a.link_id << " " << one.coding.code;
        }
        expect_same(a.children, b.children);
    }
}

TEST(Consultation, is_read_as_anybodys_form) {
    EXPECT_EQ(forms::lines(consultation().issues), "");
    EXPECT_EQ(consultation().questionnaire.url, shipped::content().questionnaire.url);
    expect_same(shipped::content().questionnaire.items, consultation().questionnaire.items);
}

TEST(Consultation, has_nothing_wrong_with_it) {
    const Issues found = lint(consultation().questionnaire);
    EXPECT_FALSE(found.has_errors()) << forms::lines(found);
}

TEST(Consultation, of_every_person_is_valid_and_asks_the_same) {
    const Outline outline(consultation().questionnaire);
    for (const auto& [name, answers] : shipped::people()) {
        const std::string written = write_response(shipped::content().questionnaire, answers, true);
        const auto read = read_form_response(written, name);
        ASSERT_TRUE(read) << name;
        EXPECT_EQ(forms::lines(read->issues), "") << name;
        Issues issues = read->issues;
        const Tree tree(outline, read->response, issues);
        validate(consultation().questionnaire, read->response, tree, shipped::today, issues);
        EXPECT_FALSE(issues.has_errors()) << name << "\n" << forms::lines(issues);
        const Answers effective = effective_answers(shipped::content().questionnaire, answers);
        for (std::size_t entry = 0; entry < outline.entries().size(); ++entry) {
            const std::string& link_id = outline.entries()[entry].item->link_id;
            EXPECT_EQ(tree.enabled(entry), enabled(shipped::content().questionnaire, link_id, effective)) << name << " " << link_id;
        }
    }
}

}  // namespace
}  // namespace needlewise
