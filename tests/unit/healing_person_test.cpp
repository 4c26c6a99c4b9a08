// What the healing pages may never say to anyone: of all cases and of some hundred people made up by chance, at every hour of the slider.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "core/assessment/healing_moment.h"
#include "core/form/flow.h"
#include "core/pages/healing_words.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

using shipped::content;

// Somebody who answers every question by chance.
Answers anybody(std::mt19937& chance) {
    Answers answers;
    for (int step = 0; step < 200; ++step) {
        const auto open = open_questions(content().questionnaire, answers, shipped::today);
        if (open.empty()) break;
        const Item& item = *content().questionnaire.find(open.front().link_id);
        if (item.type == ItemType::date) {
            answers.set(item.link_id, {add_days(shipped::today, lies_behind(item.date_window) ? -100 : 100)});
            continue;
        }
        const auto one = [&] { return item.options[chance() % item.options.size()]; };
        const Option first = one(), second = one();
        std::vector<Value> values{first.coding};
        if (item.repeats && !first.exclusive && !second.exclusive && first.coding != second.coding) values.emplace_back(second.coding);
        answers.set(item.link_id, values);
    }
    return answers;
}

const std::map<std::string, Answers>& everybody() {
    static const auto people = [] {
        constexpr int made_up = 300;
        auto all = shipped::people();
        std::mt19937 chance(20261122);
        for (int number = 1; number <= made_up; ++number) all.emplace("made up " + std::to_string(number), anybody(chance));
        return all;
    }();
    return people;
}

// A person as somebody who reads a failing test would tell of them.
std::string told(const std::string& name, const Answers& answers, double hours = 0) {
    std::string text = name + ", " + std::to_string(static_cast<int>(hours)) + " hours:";
    for (const std::string_view asked : {"goal", "acne-scar-type", "acne-scar-severity", "area", "downtime"}) {
        if (!answers.has(asked)) continue;
        text += " " + std::string(asked);
        for (const Value& value : answers.of(asked))
            if (const auto* coding = std::get_if<Coding>(&value)) text += " " + coding->code;
        text += ";";
    }
    return text;
}

bool treats_any(const Answers& answers, std::initializer_list<std::string_view> areas) {
    return std::ranges::any_of(answers.of("area"), [&](const Value& value) {
        const auto* coding = std::get_if<Coding>(&value);
        return coding && std::ranges::find(areas, coding->code) != areas.end();
    });
}

template <class F>
void at_every_moment(F look) {
    for (const auto& [name, answers] : everybody()) {
        const Assessment found = assess(content(), answers, shipped::today);
        for (const double hours : content().healing.moments) look(healing_at(content(), found, hours), told(name, answers, hours));
    }
}

TEST(Everybody, is_told_of_no_thing_that_it_is_both_fine_and_to_be_avoided) {
    at_every_moment([](const HealingMoment& moment, const std::string& who) {
        const auto fine = [&](const Aftercare* care) {
            return std::ranges::find(moment.now, care) != moment.now.end() || std::ranges::find(moment.again, care) != moment.again.end();
        };
        for (const Aftercare* care : moment.still) EXPECT_FALSE(fine(care)) << care->id << ", " << who;
        for (const Aftercare* care : moment.later) EXPECT_FALSE(fine(care)) << care->id << ", " << who;
    });
}

TEST(Everybody, waits_for_calm_skin_until_the_slower_picture_is_calm) {
    int waited = 0;
    at_every_moment([&](const HealingMoment& moment, const std::string& who) {
        for (const SignAt& at : moment.signs) {
            if (whole_level(at.slower) == 0) continue;
            for (const Aftercare* care : moment.again)
                EXPECT_EQ(std::ranges::find(care->calm, at.sign), care->calm.end())
                    << care->id << " with " << sign_key(at.sign) << ", " << who;
        }
        for (const Aftercare* care : moment.still) waited += over(*care, moment.hours);
    });
    EXPECT_GT(waited, 100) << "nobody had to wait for a sign: the test looks at nothing";
}

TEST(Everybody, does_not_read_a_negative_under_still_avoid) {
    for (const AftercareRule& rule : content().aftercare) {
        if (rule.kind != Care::avoid) continue;
        const std::string name = say(content(), "aftercare." + rule.id + ".name").text;
        for (const std::string_view negative : {"No ", "no ", "Not ", "not ", "Keep out", "Avoid", "avoid", "never"})
            EXPECT_FALSE(name.contains(negative)) << rule.id << ": " << name;
    }
}

TEST(Everybody, reads_of_make_up_only_where_a_face_is_treated) {
    for (const auto& [name, answers] : everybody()) {
        const Assessment found = assess(content(), answers, shipped::today);
        const bool face = treats_any(answers, {"face", "eyelids", "neck"});
        for (const std::string_view id : {"makeup", "injections", "sleep", "shade", "toner"})
            EXPECT_EQ(std::ranges::find(found.aftercare, id, &Aftercare::id) != found.aftercare.end(), face)
                << id << ", " << told(name, answers);
        for (const std::string_view id : {"hat", "hair-wash", "hair-products"})
            EXPECT_EQ(std::ranges::find(found.aftercare, id, &Aftercare::id) != found.aftercare.end(), treats_any(answers, {"scalp"}))
                << id << ", " << told(name, answers);
    }
}

TEST(Everybody, has_one_time_for_sun_care_of_skin_that_is_treated) {
    for (const auto& [name, answers] : everybody()) {
        const Assessment found = assess(content(), answers, shipped::today);
        const bool cared =
            std::ranges::any_of(found.aftercare, [](const Aftercare& care) { return care.id == "sunscreen" || care.id == "hat"; });
        EXPECT_TRUE(cared) << told(name, answers);
        for (const Aftercare& care : found.aftercare) {
            if (care.id != "sunscreen" && care.id != "hat") continue;
            EXPECT_EQ(care.until_h, found.phototype_high.value_or(1) >= 3 ? 672 : 336) << care.id << ", " << told(name, answers);
        }
    }
}

TEST(Everybody, finds_what_they_want_to_change_unchanged_or_a_little_fainter_in_the_pictures) {
    at_every_moment([](const HealingMoment& moment, const std::string& who) {
        EXPECT_GT(moment.marks, 0.3) << who;
        EXPECT_LE(moment.marks, 1) << who;
        EXPECT_TRUE(moment.session > 1 || moment.marks == 1) << "one session changes nothing, " << who;
    });
}

// ---- One answer to one question --------------------------------------------------------------------------------------

std::string page_of(const Answers& answers, const std::string& path) {
    Model model;
    model.answers = answers;
    model.today = shipped::today;
    model.place = place_at(content(), path);
    for (const CheckQuestion& question : content().check) model.checked[question.id] = question.right;
    return print(make_page(content(), model));
}

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> found;
    std::string sentence;
    for (const char letter : text) {
        sentence += letter;
        if (letter == '.' || letter == '\n') found.push_back(std::exchange(sentence, {}));
    }
    found.push_back(sentence);
    return found;
}

// A sentence that tells how long skin is red: names it, and a time.
bool times_redness(const std::string& sentence) {
    const bool red = sentence.contains("edness") || sentence.contains(" red ") || sentence.contains("Red,");
    const bool time = sentence.contains(" hour") || sentence.contains(" day") || sentence.contains(" week");
    return red && time && std::ranges::any_of(sentence, [](char letter) { return letter >= '0' && letter <= '9'; });
}

TEST(Everybody, reads_the_same_time_for_redness_on_every_page) {
    const std::vector<std::string> name_it{"result/healing", "result/sheet", "result/compare",
                                           "result/check",   "staff/brief",  "learn/healing"};
    int looked_at = 0;
    for (const auto& [name, answers] : everybody()) {
        const Assessment found = assess(content(), answers, shipped::today);
        if (!found.complete() || ++looked_at % 6 != 0) continue;  // every sixth: pages take their time
        std::string own = sign_sentence(content(), found, Sign::redness);
        own.pop_back();  // on paper it is an item without a full stop
        for (const std::string& path : name_it) EXPECT_TRUE(page_of(answers, path).contains(own)) << path << ", " << told(name, answers);
        const SignCourse& redness = found.timeline.front();
        ASSERT_EQ(redness.sign, Sign::redness);
        const std::string row =  // of the table below the chart
            "Redness | " + duration(content().words, redness.typical_h) + " | " + duration(content().words, redness.slower_h);
        for (const std::string path :
             {"result", "result/healing", "result/aftercare", "result/sheet", "result/compare", "result/check", "staff/brief"}) {
            for (const std::string& sentence : sentences(page_of(answers, path))) {
                const bool known = sentence.contains(own) || sentence.contains(row) || sentence.contains("until no skin is red") ||
                                   sentence.contains("gets worse") || sentence.contains("red or flaky") || sentence.contains("still red");
                // Folded under "what it rests on": what clinics say, and how sources differ.
                if (sentence.contains("Redness and irritation should be gone") || sentence.contains("Sources give different times"))
                    continue;
                const bool of_one_hour = sentence.contains(" after session 1 | ");  // of the table of all times
                EXPECT_TRUE(!times_redness(sentence) || known || of_one_hour) << path << ": " << sentence << "\n" << told(name, answers);
            }
        }
        EXPECT_EQ(downtime_lines(content(), found).size(), 2u) << told(name, answers);
    }
    EXPECT_GT(looked_at, 300);
}

}  // namespace
}  // namespace needlewise
