#include "content/exchange/exports.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "content/exchange/response.h"
#include "content/json.h"
#include "core/assessment/calendar_days.h"
#include "support/expect.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

using shipped::content;
using shipped::people;
using shipped::today;

Model model_of(const std::string& person) {
    Model model;
    model.answers = people().at(person);
    model.today = today;
    return model;
}

// ---- FHIR -----------------------------------------------------------------------------------------------------------

TEST(FhirBundle, everyone_and_back) {
    for (const auto& [name, answers] : people()) {
        const std::string bundle = fhir_bundle(content(), answers, today);
        const auto read = read_response(content().questionnaire, bundle, name);
        ASSERT_TRUE(read) << lines(read.error());
        EXPECT_EQ(read->answers, effective_answers(content().questionnaire, answers)) << name;
    }
}

TEST(FhirBundle, says_when_what_and_in_words) {
    const auto json = parse_json(fhir_bundle(content(), people().at("ruth"), today), "bundle");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json)["type"], "collection");
    EXPECT_EQ((*json)["meta"]["tag"][0]["code"], content().version);
    EXPECT_TRUE((*json)["entry"][0]["fullUrl"].get<std::string>().starts_with("urn:uuid:"));
    const Json& response = (*json)["entry"][0]["resource"];
    EXPECT_EQ(response["authored"], "2026-11-22");
    EXPECT_EQ(response["status"], "completed");
    EXPECT_EQ(response["questionnaire"], content().questionnaire.url + "|" + content().questionnaire.version);
    const Json& goal = response["item"][0]["item"][0];
    EXPECT_EQ(goal["text"], say(content(), "question.goal.title").text);
    EXPECT_EQ(goal["answer"][0]["valueCoding"]["display"], say(content(), "option.goal.laxity").text);
    for (const char* nobody : {"subject", "author", "source", "identifier", "encounter"}) EXPECT_FALSE(response.contains(nobody));
}

TEST(FhirBundle, without_one_response_is_refused) {
    const auto none = read_response(content().questionnaire, R"({"resourceType": "Bundle", "type": "collection"})", "b");
    ASSERT_FALSE(none);
    expect_problems(none.error(), "b: error: expected one QuestionnaireResponse in the Bundle, found 0");
}

// ---- Calendar -------------------------------------------------------------------------------------------------------

// A strict reader of what RFC 5545 asks for: line ends, lengths, folding, nesting, one of each property.
struct Entry {
    std::map<std::string, std::string> fields;
};
std::vector<Entry> read_calendar(const std::string& text) {
    std::vector<std::string> logical;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        if (end == std::string::npos) return ADD_FAILURE() << "a line without an end", std::vector<Entry>{};
        const std::string line = text.substr(at, end - at);
        EXPECT_LE(line.size(), 75u) << line;
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
        if (line.starts_with(' ')) logical.back() += line.substr(1);
        else logical.push_back(line);
        at = end + 2;
    }
    EXPECT_EQ(logical.front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(logical.back(), "END:VCALENDAR");
    std::vector<Entry> entries;
    bool inside = false;
    for (const std::string& line : logical) {
        if (line == "BEGIN:VEVENT") inside = true, entries.emplace_back();
        else if (line == "END:VEVENT") inside = false;
        else if (inside)
            EXPECT_TRUE(entries.back().fields.emplace(line.substr(0, line.find(':')), line.substr(line.find(':') + 1)).second) << line;
    }
    return entries;
}

TEST(CalendarFile, everyone_who_gave_a_date) {
    int calendars = 0;
    for (const auto& [name, answers] : people()) {
        const Assessment found = assess(content(), answers, today);
        const auto days = calendar_days(content(), found);
        const std::string text = calendar_file(content(), found, today);
        if (days.empty()) {
            EXPECT_EQ(text, "") << name;
            continue;
        }
        ++calendars;
        const auto entries = read_calendar(text);
        ASSERT_EQ(entries.size(), days.size()) << name;
        std::set<std::string> ids;
        for (std::size_t i = 0; i < days.size(); ++i) {
            auto fields = entries[i].fields;
            std::string start = fields["DTSTART;VALUE=DATE"], end = fields["DTEND;VALUE=DATE"];
            for (std::string* day : {&start, &end}) day->insert(6, "-").insert(4, "-");
            EXPECT_EQ(parse_date(start), days[i].date);
            EXPECT_EQ(parse_date(end), add_days(days[i].date, 1));
            EXPECT_EQ(fields["DTSTAMP"], "20261122T000000Z");
            EXPECT_TRUE(ids.insert(fields["UID"]).second);
        }
    }
    EXPECT_GE(calendars, 2);
}

TEST(CalendarFile, tells_others_nothing) {
    for (const auto& [name, answers] : people()) {
        for (const CalendarDay& day : calendar_days(content(), assess(content(), answers, today))) {
            for (const std::string_view word : {"needl", "Needl", "skin", "scar", "treat", "clinic"})
                EXPECT_EQ(day.title.find(word), std::string::npos) << day.title;
        }
    }
}

TEST(CalendarFile, long_words_are_folded_between_characters) {
    Content wordy = content();
    std::string title;
    for (int i = 0; i < 40; ++i) title += "é, ;\\";
    wordy.words.by_key["days.session.title"] = title;
    Assessment found;
    found.plan.emplace().sessions = {today};
    const auto entries = read_calendar(calendar_file(wordy, found, today));
    ASSERT_EQ(entries.size(), 1u);
    std::string back = entries.front().fields.at("SUMMARY");
    for (const auto& [from, to] : {std::pair{"\\,", ","}, std::pair{"\\;", ";"}, std::pair{"\\\\", "\\"}})
        for (std::size_t at = 0; (at = back.find(from, at)) != std::string::npos; ++at) back.replace(at, 2, to);
    EXPECT_EQ(back, title);
}

// ---- Text -----------------------------------------------------------------------------------------------------------

TEST(SheetText, everyone_has_what_matters_in_words) {
    for (const auto& [name, answers] : people()) {
        const std::string text = sheet_text(content(), model_of(name));
        EXPECT_EQ(text.find("⟦"), std::string::npos) << name;
        EXPECT_EQ(text.find("->"), std::string::npos) << "no links on paper";
        for (const Finding& finding : assess(content(), answers, today).findings)
            EXPECT_NE(text.find(say(content(), "finding." + finding.id + ".title").text), std::string::npos) << name << " " << finding.id;
    }
}

TEST(SavedFile, has_a_name_that_tells_nothing) {
    EXPECT_EQ(saved_file(content(), model_of("yusuf"), "fhir")->name, "answers.json");
    EXPECT_EQ(saved_file(content(), model_of("priya"), "ics")->name, "days.ics");
    EXPECT_EQ(saved_file(content(), model_of("yusuf"), "text")->name, "sheet.txt");
    EXPECT_FALSE(saved_file(content(), model_of("ruth"), "ics")) << "gave no date";
    EXPECT_FALSE(saved_file(content(), model_of("yusuf"), "ics")) << "nothing but their own event";
    EXPECT_FALSE(saved_file(content(), model_of("ruth"), "exe"));
}

}  // namespace
}  // namespace needlewise
