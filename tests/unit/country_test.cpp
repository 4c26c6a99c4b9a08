// Whom to call, by country: who says which it is, what sentences say then, forms of dates and units, and the table itself.
#include "core/country.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "content/check/check.h"
#include "content/load/load.h"
#include "core/journey/told.h"
#include "core/journey/update.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/expect.h"
#include "support/shipped.h"
#include "support/tiny.h"

namespace needlewise {
namespace {

Content in(std::string country, bool guessed = false, std::string_view language = "en") {
    auto loaded = load_content(shipped::files(), language);
    if (!loaded) ADD_FAILURE() << lines(loaded.error());
    Content content = loaded ? std::move(*loaded) : Content{};
    put_country(content, {std::move(country), guessed});
    return content;
}

std::string page_of(const Content& content, std::string_view path, const std::string& person = "ella") {
    Model model;
    model.answers = shipped::people().at(person);
    model.today = shipped::today;
    model.place = place_at(content, path);
    return print(make_page(content, model));
}

const Select& list_of(const Page& page) { return std::get<Select>(find_id(page, "country")->what); }

Page help_of(const Content& content) {
    Model model;
    model.place = place_at(content, "help");
    return make_page(content, model);
}

// ---- Which country ------------------------------------------------------------------------------------------------

TEST(Country, the_best_known_wins_and_the_browser_only_guesses) {
    EXPECT_EQ(whereabouts({"", "GB", "de"}, "US"), (Whereabouts{"gb", false}));
    EXPECT_EQ(whereabouts({"", "", "de"}, "US"), (Whereabouts{"de", false}));
    EXPECT_EQ(whereabouts({"", "", ""}, "US"), (Whereabouts{"us", true}));
    EXPECT_EQ(whereabouts({"", "", ""}, ""), Whereabouts{});
    EXPECT_EQ(whereabouts({another_country, "gb", ""}, "US"), (Whereabouts{"other", false})) << "the person says so";
    EXPECT_EQ(whereabouts({"", "", "br"}, "US"), (Whereabouts{"br", false})) << "not in the table, but known: never the browser's";
    EXPECT_EQ(whereabouts({"", "", "xx"}, "US"), (Whereabouts{"us", true})) << "no country";
    EXPECT_EQ(whereabouts({"<b>", "e1", "gbr"}, "419"), Whereabouts{});
}

TEST(Country, codes_are_those_of_iso_3166) {
    EXPECT_EQ(country_codes().size(), 249u);
    for (const std::string_view code : country_codes()) EXPECT_TRUE(is_country(code)) << code;
    for (const char* other : {"", "uk", "GB", "dd", "a", "gbr", "d ", " d"}) EXPECT_FALSE(is_country(other)) << other;
    EXPECT_EQ(country_code("Gb"), "gb");
    for (const char* none : {"", "g", "gbr", "g1", "\xc3\xa4"}) EXPECT_EQ(country_code(none), "") << none;
}

// ---- What is said -------------------------------------------------------------------------------------------------

TEST(Country, sentences_name_its_lines) {
    const Content content = in("gb");
    EXPECT_EQ(say(content, "redflag.spreading-infection.do").text, "Call 999 or go to emergency care now. An infection may be spreading.");
    EXPECT_NE(say(content, "redflag.infection.do").text.find("call NHS 111 today"), std::string::npos);
    EXPECT_NE(say(content, "redflag.reused-needle.do").text.find("A&E or a sexual health clinic"), std::string::npos);
    EXPECT_NE(say(in("de"), "redflag.infection.do").text.find("116117 (Ärztlicher Bereitschaftsdienst)"), std::string::npos);
}

TEST(Country, a_line_that_a_country_does_not_have_is_said_in_general_words) {
    const std::string text = say(in("us"), "redflag.infection.do").text;
    EXPECT_NE(text.find("call a doctor or a medical advice line today"), std::string::npos) << text;
}

TEST(Country, where_it_is_not_known_the_general_words_stand) {
    for (const char* where : {"", "other", "br"}) {
        const std::string text = say(in(where), "help.country.call").text;
        EXPECT_EQ(text,
                  "In an emergency, call your local emergency number (112 works in all of the EU and the UK; 911 in the US and Canada).");
    }
}

TEST(Country, a_guess_says_which_country_it_is) {
    EXPECT_NE(say(in("us", true), "redflag.allergy.do").text.find("Call 911 (United States) at once"), std::string::npos);
    EXPECT_NE(say(in("de", true), "redflag.infection.do").text.find("116117 (Ärztlicher Bereitschaftsdienst, Germany)"), std::string::npos);
    EXPECT_NE(page_of(in("us", true), "help").find("We took this country from your browser"), std::string::npos);
    EXPECT_EQ(page_of(in("us"), "help").find("We took this country from your browser"), std::string::npos);
}

TEST(Country, dates_and_temperatures_have_its_form) {
    const Date day{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
    EXPECT_EQ(long_date(in("us").words, day), "November 22, 2026");
    EXPECT_EQ(long_date(in("gb").words, day), "22 November 2026");
    EXPECT_EQ(long_date(in("us", false, "de").words, day), "22. November 2026");
    const auto fever = [](const Content& content) { return say(content, "redflag.spreading-infection.look").text; };
    EXPECT_NE(fever(in("us")).find("fever of 100.4 °F or more"), std::string::npos) << fever(in("us"));
    EXPECT_NE(fever(in("ca")).find("fever of 38 °C or more"), std::string::npos);
    Content content = in("us");
    put_words_of(content, in("", false, "fr").words);
    EXPECT_TRUE(content.words.forms.fahrenheit) << "another language does not move anybody";
}

// ---- Choosing -----------------------------------------------------------------------------------------------------

TEST(Country, the_help_page_lets_people_choose_in_one_step) {
    const Content content = in("");
    const Page page = help_of(content);
    const Select& list = list_of(page);
    EXPECT_EQ(list.label, "Country");
    EXPECT_EQ(list.value, list.options.front().value);
    EXPECT_EQ(list.options.front().label, "Choose where you are");
    EXPECT_EQ(list.options.back().label, "Another country");
    EXPECT_EQ(list.options.size(), content.countries.all.size() + 2);
    const auto action = action_for(*find_id(page, "country"), "de");
    ASSERT_TRUE(action);
    const Updated updated = update({}, *action, content);
    ASSERT_EQ(updated.commands.size(), 1u);
    EXPECT_EQ(std::get<UseCountry>(updated.commands[0]).code, "de");
    for (const char* none : {"none", "uk", "zz", ""}) EXPECT_TRUE(update({}, SetCountry{none}, content).commands.empty()) << none;
}

TEST(Country, the_chosen_one_is_shown_and_can_be_changed) {
    const Page page = help_of(in("pl"));
    EXPECT_EQ(list_of(page).value, "pl");
    EXPECT_EQ(std::ranges::count(list_of(page).options, "none", &Select::Option::value), 0);
    EXPECT_EQ(list_of(help_of(in("br"))).value, another_country);
    EXPECT_TRUE(update({}, SetCountry{"pl"}, in("pl")).commands.empty()) << "it is chosen already";
    EXPECT_EQ(update({}, SetCountry{"pl"}, in("pl", true)).commands.size(), 1u) << "what was a guess is now known";
}

TEST(Country, the_list_is_in_the_order_of_the_language) {
    const auto before = [](const Page& page, std::string_view first, std::string_view second) {
        const auto& options = list_of(page).options;
        const auto at = [&](std::string_view code) { return std::ranges::find(options, code, &Select::Option::value); };
        return at(first) < at(second);
    };
    EXPECT_TRUE(before(help_of(in("", false, "de")), "eg", "ar")) << "Ägypten stands before Argentinien";
    EXPECT_TRUE(before(help_of(in("", false, "de")), "at", "pa")) << "Österreich stands before Panama";
    EXPECT_TRUE(before(help_of(in("", false, "fr")), "us", "fr")) << "États-Unis stands before France";
}

TEST(Country, the_host_may_say_it) {
    const auto action = action_told("country", "FR");
    ASSERT_TRUE(action);
    EXPECT_EQ(std::get<UseCountry>(update({}, *action, in("")).commands.at(0)).code, "fr");
    EXPECT_TRUE(update({}, *action_told("country", "<script>"), in("")).commands.empty());
}

TEST(Country, the_page_says_where_each_line_is_from_and_whether_it_was_compared) {
    Content content = in("gb");
    Country& country = *std::ranges::find(content.countries.all, std::string_view("gb"), &Country::id);
    const auto origins = [&] {
        Model model;
        model.place = place_at(content, "help");
        model.open.insert("country:from");
        return print(make_page(content, model));
    };
    for (HelpLine* line : {&country.emergency, &*country.advice, &*country.crisis, &*country.exposure})
        *line = {line->number, line->name, line->purpose, "https://public.example/", *parse_date("2026-11-22"), true};
    const std::string compared = origins();
    EXPECT_NE(compared.find("https://public.example/"), std::string::npos);
    EXPECT_NE(compared.find("Compared on 22 November 2026 with this page or a stored copy of it."), std::string::npos);
    EXPECT_EQ(compared.find("Nobody has compared it with this page yet."), std::string::npos);
    country.advice->verified = false;
    EXPECT_NE(origins().find("Nobody has compared it with this page yet."), std::string::npos);
}

TEST(Country, the_printed_sheet_and_a_finding_name_its_lines) {
    EXPECT_NE(page_of(in("de"), "result/sheet").find("112: ambulance"), std::string::npos);
    EXPECT_NE(say(in("us"), "finding.body-image.next").text.find("call 988 (Suicide & Crisis Lifeline)"), std::string::npos);
}

// ---- One list with one urgency each -------------------------------------------------------------------------------

TEST(RedFlags, a_severe_allergy_and_bleeding_never_leave_the_list) {
    for (const std::string_view id : {"allergy", "bleeding"}) {
        const auto flag = std::ranges::find(shipped::content().red_flags, id, &RedFlag::id);
        ASSERT_NE(flag, shipped::content().red_flags.end());
        EXPECT_FALSE(flag->until_h) << id;
    }
    EXPECT_NE(page_of(in("gb"), "help").find("Usually soon after, but it can come at any time"), std::string::npos);
}

TEST(RedFlags, the_sheet_has_every_sign_under_its_urgency) {
    const Content content = in("gb");
    const std::string sheet = page_of(content, "result/sheet");
    std::size_t at = 0;
    for (const std::string_view urgency : {"emergency", "same-day", "clinic"}) {
        at = sheet.find(say(content, "urgency." + std::string(urgency)).text + ":", at);
        ASSERT_NE(at, std::string::npos) << urgency;
        for (const RedFlag& flag : content.red_flags)
            if (flag.urgency == urgency)
                EXPECT_NE(sheet.find(say(content, "redflag." + flag.id + ".look").text, at), std::string::npos) << flag.id;
    }
    EXPECT_EQ(sheet.find("Eye pain, a change in sight, or blisters near the eye. Call"), std::string::npos);
}

// ---- The table ----------------------------------------------------------------------------------------------------

TEST(Countries, there_are_enough_and_each_has_what_the_page_needs) {
    const Countries& countries = shipped::content().countries;
    EXPECT_GE(countries.all.size(), 25u);
    for (const Country& country : countries.all) {
        EXPECT_FALSE(country.emergency.number.empty()) << country.id;
        EXPECT_TRUE(country.emergency.purpose == "emergencies" || country.emergency.purpose == "ambulance") << country.id;
    }
    for (const char* needed : {"gb", "ie", "us", "ca", "au", "de", "at", "ch", "fr", "be", "es", "mx", "pl", "sa", "ae", "eg", "ma"})
        EXPECT_NE(countries.find(needed), nullptr) << needed;
}

class NoNationalNumber : public testing::TestWithParam<std::string> {};

// Beside the linter's rule, which goes by the table: what sentences used to say, whatever the table says.
TEST_P(NoNationalNumber, stands_in_a_sentence) {
    const Content content = in("", false, GetParam());
    static const std::set<std::string, std::less<>> numbers{"999", "111", "112", "911", "116117", "15", "144", "061", "997", "998", "123"};
    static const std::string_view names[] = {"NHS", "A&E", "SAMU", "SOR ", "SOR.", "SOR,", "casualty", "Samaritans", "Medicare"};
    for (const auto& [key, sentence] : content.words.by_key) {
        std::string figures;
        for (const char letter : sentence + " ") {
            if (letter >= '0' && letter <= '9') figures += letter;
            else if (!figures.empty()) {
                EXPECT_FALSE(numbers.contains(figures)) << key << ": " << sentence;
                figures.clear();
            }
        }
        for (const std::string_view name : names) EXPECT_EQ(sentence.find(name), std::string::npos) << key << ": " << sentence;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, NoNationalNumber, testing::ValuesIn(shipped::languages()),
                         [](const auto& tested) { return tested.param; });

struct Broken {
    const char *file, *piece, *replacement, *problem;
};

TEST(Countries, what_is_wrong_with_the_table_or_a_sentence_is_said) {
    constexpr const char *table = "assets/model/countries.json", *text = "assets/text/en.json";
    const Broken all[] = {
        {table, R"("id": "de")", R"("id": "uk")", ":/countries/0/id: error: not a country (two small letters of ISO 3166)"},
        {table, R"("id": "us")", R"("id": "de")", ":/countries/1: error: the id \"de\" stands here twice"},
        {table, R"("number": "116 117")", R"("number": "116-117")", ":/countries/0/advice/number: error: not a number to dial"},
        {table, R"("page": "https://de.example/")", R"("page": "http://de.example/")", "/page: error: not an https address"},
        {table, R"("for": "advice")", R"("for": "advise")", "/for: error:"},
        {text, R"("Call {advice.line}.")", R"("Call 911 now.")",
         ":/redflag.fever.do: error: the number 911 is right in some countries only"},
        {text, R"("Call {advice.line}.")", R"("Ask Rat.")", ":/redflag.fever.do: error: \"Rat\" is a service of one country"},
        {text, R"("Call {advice.line}.")", R"("Go to A&E.")", ":/redflag.fever.do: error: \"A&E\" is a service of one country"},
        {text, R"("Call {advice.line}.")", R"("Call {advise.line}.")", ":/redflag.fever.do: error: there is no number \"advise.line\""},
        {text, R"("country.de": "Germany", )", "", R"(error: the sentence "country.de" is missing)"},
    };
    for (const Broken& each : all) {
        auto content = load_content(tiny::with(each.file, each.piece, each.replacement));
        const std::string found = lines(content ? check(*content) : content.error());
        EXPECT_NE(found.find(each.problem), std::string::npos) << each.replacement << ": " << found;
    }
}

}  // namespace
}  // namespace needlewise
