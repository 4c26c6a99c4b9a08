// Clinic packs: read, merged, put into content, checked. What the command line says of them: tests/checks/pack.test.mjs.
#include "content/pack/pack.h"
#include "content/pack/checked.h"

#include <gtest/gtest.h>

#include "content/exchange/response.h"
#include "content/load/load.h"
#include "core/form/flow.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "support/expect.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

using shipped::content;
using shipped::today;

constexpr std::string_view head =
    R"("needlewise": "pack", "format": 1, "id": "a", "name": "A Clinic", "reviewed": "2026-11-01", "review_by": "2027-11-01")";

std::string with(std::string_view fields) { return "{" + std::string(head) + (fields.empty() ? "" : ", ") + std::string(fields) + "}"; }

Pack read(const std::string& text, const FindPack& find = {}) {
    auto pack = read_pack(text, "a.json", find);
    if (!pack) ADD_FAILURE() << lines(pack.error());
    return pack ? std::move(*pack) : Pack{};
}

Content applied(const std::string& fields) {
    Content base = content();
    base.languages = shipped::languages();
    auto result = apply_pack(std::move(base), read(with(fields)));
    if (!result) ADD_FAILURE() << lines(result.error());
    return result ? std::move(*result) : content();
}

std::string faults(const std::string& fields) {
    auto pack = read_pack(with(fields), "a.json");
    if (!pack) return lines(pack.error());
    auto result = apply_pack(content(), *pack);
    return result ? "" : lines(result.error());
}

std::string page_of(const Content& content, std::string_view path, const Answers& answers = {}) {
    Model model;
    model.answers = answers;
    model.today = today;
    model.place = place_at(content, path);
    return print(make_page(content, model));
}

TEST(Pack, MayBringAQuestionnaire) {
    const Pack after = read(with(R"("questionnaire": {"url": "forms/intake.json", "place": "after"})"));
    ASSERT_TRUE(after.form);
    EXPECT_EQ(after.form->url, "forms/intake.json");
    EXPECT_TRUE(after.form->after);
    const Pack inside = read(with(R"("questionnaire": {"resource": {"resourceType": "Questionnaire", "status": "active", "item": [
        {"linkId": "a", "type": "decimal", "text": "A", "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}]}]}})"));
    ASSERT_TRUE(inside.form && inside.form->read);
    EXPECT_FALSE(inside.form->after);
    EXPECT_TRUE(lines(check_pack_form(inside)).contains("a.json:/questionnaire/resource/item/0/enableWhen/0"));
    EXPECT_TRUE(faults(R"("questionnaire": {})").contains("/questionnaire: error: a questionnaire is either"));
    EXPECT_TRUE(
        faults(R"("questionnaire": {"url": "http://elsewhere.example/a.json"})").contains("/questionnaire/url: error: not an https"));
    EXPECT_TRUE(faults(R"("questionnaire": {"resource": {"resourceType": "Patient"}})").contains("/questionnaire/resource: error:"));
    EXPECT_TRUE(faults(R"("questionnaire": {"url": "a.json", "place": "before"})").contains("/questionnaire/place: error:"));
}

TEST(Pack, TheStudioHearsOfAQuestionnaireWhatTheCommandLineSays) {
    const std::string form = R"({"resourceType": "Questionnaire", "status": "active", "title": "Intake", "item": [
        {"linkId": "g", "type": "group", "item": [{"linkId": "a", "type": "string", "enableWhen": [{"question": "b", "operator": "exists", "answerBoolean": true}]}]}]})";
    const std::string said = checked_form(form);
    EXPECT_TRUE(said.contains(R"("used": true)") && said.contains(R"("title": "Intake")") && said.contains(R"("questions": 1)")) << said;
    EXPECT_TRUE(said.contains("/item/0/item/0/enableWhen/0/question") && said.contains("there is no question \\\"b\\\"")) << said;
    EXPECT_TRUE(checked_form("{").contains(R"("used": false)"));
    const std::string inside = checked_pack(with("\"questionnaire\": {\"resource\": " + form + "}"), content(), today);
    EXPECT_TRUE(inside.contains("/questionnaire/resource/item/0/item/0/enableWhen/0/question")) << inside;
}

TEST(Pack, TheCountryIsOneOfIso3166) {
    EXPECT_EQ(read(with(R"("country": "GB")")).clinic.country, "gb");
    EXPECT_EQ(faults(R"("country": "UK")"), "a.json:/country: error: \"UK\" is no country (did you mean \"GB\"?)\n");
    EXPECT_EQ(faults(R"("country": "Germany")"),
              "a.json:/country: error: \"Germany\" is no country (two letters of ISO 3166, for example \"GB\" or \"DE\")\n");
    EXPECT_EQ(faults(R"("country": "BR")"), "");
    const Problems told = check_pack(read(with(R"("country": "BR", "contact": {"phone": "020 7946 0000"})")), content(), today);
    EXPECT_NE(lines(told).find("a.json:/country: warning: there are no emergency numbers for this country yet"), std::string::npos);
}

TEST(Pack, TheSmallestOneNamesTheClinicAndChangesNothingElse) {
    const Content named = applied("");
    EXPECT_EQ(named.clinic->name, "A Clinic");
    EXPECT_EQ(named.questionnaire.items.size(), content().questionnaire.items.size());
    EXPECT_EQ(named.numbers, content().numbers);
    EXPECT_EQ(named.languages, shipped::languages());
    EXPECT_EQ(named.version, content().version + "+a.2026-11-01");
}

TEST(Pack, ANumberOfTheClinicSaysSoWhereverItShows) {
    const Content set = applied(R"("waits": {"toxin": {"value": 4, "unit": "week", "note": "Our doctor."}})");
    const Number& number = *set.number("wait.toxin");
    EXPECT_EQ(number.basis, Basis::clinic);
    ASSERT_EQ(number.sources.size(), 1u);
    EXPECT_EQ(set.sources.at(number.sources.front()).statement, "Our doctor.");
    const std::string result = page_of(set, "result", shipped::people().at("helen"));
    EXPECT_TRUE(result.contains("Your clinic asks people to wait 4 weeks after this.")) << result;
}

TEST(Pack, AWaitCanOnlyBecomeLonger) {
    const auto toxin = [](std::string_view figures) { return R"("waits": {"toxin": {)" + std::string(figures) + R"(, "note": "x"}})"; };
    EXPECT_TRUE(faults(toxin(R"("value": 1, "unit": "week")")).contains("shorter than the wait"));
    EXPECT_TRUE(faults(toxin(R"("low": 1, "high": 9, "unit": "week")")).contains("shorter than the wait"));
    EXPECT_TRUE(faults(toxin(R"("value": 13, "unit": "day")")).contains("at least 14 days"));
    EXPECT_EQ(faults(toxin(R"("value": 14, "unit": "day")")), "");
    EXPECT_TRUE(faults(toxin(R"("value": 90, "unit": "minute")")).contains("/unit"));
}

TEST(Pack, AFigureNobodyCanMeanIsRefused) {
    EXPECT_TRUE(faults(R"("waits": {"toxin": {"value": 1000, "unit": "week", "note": "x"}})").contains("at most 78 weeks"));
    EXPECT_TRUE(faults(R"("waits": {"toxin": {"value": 900, "unit": "day", "note": "x"}})").contains("at most 78 weeks"));
    EXPECT_TRUE(faults(R"("sessions": {"value": 1.5, "unit": "session", "note": "x"})").contains("not a whole number of sessions"));
}

TEST(Pack, NobodyReadsNamesOfNothing) {
    const auto said_of = [](const std::string& name) {
        const auto pack =
            read_pack(R"({"needlewise": "pack", "format": 1, "id": "a", "reviewed": "2026-11-01", "review_by": "2027-11-01", "name": ")" +
                          name + "\"}",
                      "a.json");
        return pack ? std::string("fine") : lines(pack.error());
    };
    EXPECT_TRUE(said_of("   ").contains("nothing but spaces"));
    EXPECT_TRUE(said_of("\u00a0\u2003\u3000").contains("nothing but spaces"));
    for (const char* letter : {"\\u200b", "\\u202e", "\\u2066", "\\ufeff", "\\u0085", "\\u007f"})
        EXPECT_TRUE(said_of(std::string("Clinic") + letter + "A").contains("letters that nobody sees")) << letter;
    EXPECT_EQ(said_of("کلینیک\u200cها"), "fine") << "a letter of Persian";
    std::string eighty;
    for (int i = 0; i < 80; ++i) eighty += "ż";
    EXPECT_EQ(said_of(eighty), "fine") << "characters count, not bytes";
    EXPECT_TRUE(said_of(eighty + "ż").contains("longer than 80 characters"));
}

TEST(Pack, AnAddressIsOneThatCanBeUsed) {
    const auto origin = [](const std::string& text) { return faults("\"allowed_origins\": [\"" + text + "\"]"); };
    for (const char* good : {"https://www.example.com", "https://example.com:8443", "http://localhost:8000", "http://localhost"})
        EXPECT_EQ(origin(good), "") << good;
    for (const char* never :
         {"https://example.com:443", "https://Example.com", "https://example.com?", "https://example.com#", "https://example.com/",
          "https://me@example.com", "https://example..com", "https://-a.example", "https://a.example:", "https://a.example:0",
          "https://a.example:99999", "http://localhost:80", "http://localhost:x@other.example", "http://example.com"})
        EXPECT_TRUE(origin(never).contains("not an origin")) << never;
    const auto endpoint = [](const std::string& text) { return faults(R"("send": {"endpoint": ")" + text + "\"}"); };
    for (const char* good : {"https://a.example/in?x=1", "/in", "http://localhost:8000/in"}) EXPECT_EQ(endpoint(good), "") << good;
    for (const char* never : {"https://me:secret@a.example/in", "http://localhost:secret@a.example/in", "http://localhost@a.example",
                              "//a.example/in", "https:///in"})
        EXPECT_TRUE(endpoint(never).contains("not an https address")) << never;
    const auto contact = [](const std::string& field, const std::string& text) {
        return faults("\"contact\": {\"" + field + "\": \"" + text + "\"}");
    };
    for (const char* good : {"a@b.example", "first.last+x@sub.b.example"}) EXPECT_EQ(contact("email", good), "") << good;
    for (const char* never : {"a@b.", "a@b", "a@.b", "@b.example", "a@b@c.example", "a b@c.example", ".a@b.example", "a@b.e", "a@b.12"})
        EXPECT_TRUE(contact("email", never).contains("not an email address")) << never;
    for (const char* good : {"+44 20 7946 0000", "(020) 7946-0000", "(+44) 20 7946 0000", "112"})
        EXPECT_EQ(contact("phone", good), "") << good;
    for (const char* never : {"( ) - .", "+", "12+34", "++49 1234", "call us"})
        EXPECT_TRUE(contact("phone", never).contains("not a telephone")) << never;
}

TEST(Pack, TheBookingLinkFollowsTheWorstFinding) {
    const Content set = applied(R"("booking": {"general": "https://a.example/book", "ask": "https://a.example/ask"})");
    const auto link = [&](const std::string& person) {
        Model model;
        model.answers = shipped::people().at(person);
        model.today = today;
        model.place = place_at(set, "result");
        const Page page = make_page(set, model);
        const Node* node = find_id(page, "book");
        return node ? std::get<Link>(node->what).label + " " + std::get<Link>(node->what).url : "";
    };
    EXPECT_EQ(link("noor"), "Book a consultation at A Clinic https://a.example/book");
    EXPECT_EQ(link("grace"), "Ask A Clinic before you book https://a.example/ask");
    EXPECT_EQ(link("helen"), "Ask A Clinic for a later date https://a.example/book");
    EXPECT_EQ(link("liam"), "") << "nobody with a reason to stop is led to booking";
}

TEST(Pack, ItsQuestionsComeLastAndGoOutWithTheAnswers) {
    const Content set = applied(R"("questions": [
        {"linkId": "pets", "type": "boolean", "text": "Do you have pets?"},
        {"linkId": "which", "type": "string", "text": "Which?", "enableWhen": [{"question": "pets", "operator": "=", "answerBoolean": true}]},
        {"linkId": "goal", "type": "integer", "text": "How many?"}])");
    const auto pages = question_pages(set.questionnaire, {});
    EXPECT_EQ(pages.back().item->link_id, "clinic-goal") << "may be called what one of ours is called";
    EXPECT_EQ(pages[pages.size() - 2].item->link_id, "clinic-pets");
    EXPECT_TRUE(page_of(set, "questions/clinic-pets").contains("Do you have pets?"));
    Answers answers;
    answers.set("clinic-pets", {true});
    answers.set("clinic-which", {std::string("A cat")});
    const std::string written = write_response(set.questionnaire, answers, false);
    EXPECT_TRUE(written.contains("\"clinic-which\"") && written.contains("A cat")) << written;
    const auto back = read_response(set.questionnaire, written, "r.json");
    ASSERT_TRUE(back) << lines(back.error());
    EXPECT_EQ(back->answers, answers);
    EXPECT_TRUE(page_of(set, "review", answers).contains("Which?: A cat"));
}

TEST(Pack, AConditionThatCannotHoldSaysWhatAndWhere) {
    const auto found = [](const std::string& questions) {
        return lines(check_pack(read(with("\"questions\": [" + questions + "]")), content(), today));
    };
    const std::string smoke =
        R"({"linkId": "smoke", "type": "boolean", "text": "Do you smoke?", "enableWhen": [{"question": "much", "operator": "exists", "answerBoolean": true}]})";
    const std::string much =
        R"({"linkId": "much", "type": "integer", "text": "How many?", "enableBehavior": "any", "enableWhen": [{"question": "smoke", "operator": "=", "answerBoolean": true}, {"question": "smoke", "operator": ">", "answerInteger": 1}, {"question": "nowhere", "operator": "exists", "answerBoolean": true}]})";
    const std::string problems = found(smoke + ", " + much);
    EXPECT_TRUE(
        problems.contains("/questions/0/enableWhen: error: whether this question is asked depends on itself: Do you smoke? → How "
                          "many? → Do you smoke? (change one"))
        << problems;
    EXPECT_TRUE(problems.contains("/questions/1/enableWhen/1: error: \"clinic-smoke\" is answered with a Boolean, not a Integer"))
        << problems;
    EXPECT_TRUE(problems.contains("/questions/1/enableWhen/2/question: error: there is no question \"nowhere\"")) << problems;
}

TEST(Pack, WordsComeInTheLanguageElseInTheFirstOfThePack) {
    const Pack pack =
        read(with(R"("languages": ["de", "en"], "words": {"de": {"clinic.welcome": "Hallo {x}"}, "en": {"clinic.welcome": "Hello"}},
        "questions": [{"linkId": "q", "type": "string", "text": "Warum?"}])"));
    Words words;
    words.language = "en";
    put_words(pack, words);
    EXPECT_EQ(words.by_key.at("clinic.welcome"), "Hello");
    EXPECT_EQ(words.by_key.at("question.clinic-q.title"), "Warum?");
    Content german = content();
    german.words.language = "de";
    put_words(pack, german.words);
    EXPECT_EQ(say(german, "clinic.welcome").text, "Hallo {x}") << "braces are plain text";
}

TEST(Pack, OnlyItsLanguagesAreOffered) {
    EXPECT_EQ(applied(R"("languages": ["de", "en"])").languages, (std::vector<std::string>{"de", "en"}));
    EXPECT_EQ(applied(R"("languages": ["tlh"])").languages, shipped::languages()) << "none of them is spoken: all stay";
}

// Within a clinic's page that does not turn them on.
TEST(Pack, WithoutSettingsOnlyTheClinicsLanguagesAreChosenAmong) {
    const auto home = [](Content set, bool settings) {
        set.settings = settings;
        return page_of(set, "");
    };
    const std::string settings = "#/settings", languages = "[Language: en]";
    Content base = content();
    base.languages = shipped::languages();
    EXPECT_TRUE(home(base, true).contains(settings) && home(base, true).contains(languages));
    EXPECT_FALSE(home(base, false).contains(settings) || home(base, false).contains(languages)) << home(base, false);
    const Content two = applied(R"("languages": ["de", "en"])");
    EXPECT_FALSE(home(two, false).contains(settings));
    EXPECT_TRUE(home(two, false).contains(languages));
}

TEST(Pack, TopicsGoButNotThoseThatMustBeTold) {
    const Content set = applied(R"("topics": {"home-rollers": false, "pain": true})");
    EXPECT_EQ(set.topics.size(), content().topics.size() - 1);
    EXPECT_EQ(place_at(set, "learn/home-rollers").kind, PageKind::missing);
    EXPECT_TRUE(faults(R"("topics": {"risks": false})").contains("is always told"));
}

TEST(Pack, ASiteChangesItsGroup) {
    const FindPack find = [](std::string_view name) -> std::optional<std::string> {
        if (name == "group.json")
            return with(R"("extends": "base.json", "contact": {"phone": "030 123456", "email": "a@b.cd"}, "languages": ["en", "de"])");
        if (name == "base.json") return with(R"("colours": {"accent": "#112233"}, "contact": {"website": "https://b.example"})");
        return std::nullopt;
    };
    const Pack pack = read(R"({"extends": "group.json", "name": "Site", "contact": {"email": null}, "languages": ["de"]})", find);
    EXPECT_EQ(pack.clinic.name, "Site");
    EXPECT_EQ(pack.clinic.phone, "030 123456");
    EXPECT_EQ(pack.clinic.email, "");
    EXPECT_EQ(pack.clinic.website, "https://b.example");
    EXPECT_EQ(pack.clinic.accent, "#112233");
    EXPECT_EQ(pack.languages, std::vector<std::string>{"de"});
}

TEST(Pack, HostileOnesAreRefused) {
    const auto refused = [](const std::string& text, const FindPack& find = {}) { return !read_pack(text, "a.json", find).has_value(); };
    EXPECT_TRUE(refused(""));
    EXPECT_TRUE(refused("[]"));
    EXPECT_TRUE(refused(std::string(300'000, ' ') + "{}"));
    EXPECT_TRUE(refused(std::string(1000, '[')));
    const std::string self = with(R"("extends": "a.json")"), ring = with(R"("extends": "b.json")");
    EXPECT_TRUE(refused(self, [&](std::string_view) { return std::optional(self); }));
    EXPECT_TRUE(refused(ring, [&](std::string_view) { return std::optional(ring); }));
    EXPECT_TRUE(refused(with(R"("extends": [{"extends": [{"extends": [{"extends": [{}]}]}]}])")));
    for (const std::string_view field : {
             R"("booking": {"general": "javascript:alert"})",
             R"("booking": {"general": "https://"})",
             R"("send": {"endpoint": "//a.b/c"})",
             R"("allowed_origins": ["https://a.b/c"])",
             R"("allowed_origins": ["*"])",
             R"("name": 3)",
             R"("contact": {"phone": "call me"})",
             R"("contact": {"email": "a@b.c?subject=x"})",
             R"("price": {"low": 2, "high": 1, "currency": "GBP"})",
             R"("kiosk": {"pin": "123456789"})",
             R"("logo": "<svg viewBox=\"0 0 1 1\"><image href=\"https://a.b\"/></svg>")",
             R"("questions": [{"linkId": "a/b", "type": "string", "text": "x"}])",
             R"("questions": [{"linkId": "a", "type": "group", "text": "x"}])",
             R"("words": {"en": {"home.title": "x"}})",
         })
        EXPECT_TRUE(refused(with(field))) << field;
    std::string many = R"("questions": [)";
    for (int i = 0; i < 11; ++i)
        many += (i > 0 ? ", " : "") + std::string(R"({"linkId": "q)") + std::to_string(i) + R"(", "type": "string", "text": "x"})";
    EXPECT_TRUE(refused(with(many + "]")));
}

TEST(Pack, TheAdminsPageListsEveryProblem) {
    Content broken = content();
    broken.pack_refused = true;
    broken.pack_problems = {{Severity::warning, "a.json", "/price", "it is late", ""},
                            {Severity::error, "a.json", "/name", "it is missing", "write one"}};
    const std::string page = page_of(broken, "pack");
    EXPECT_LT(page.find("it is missing"), page.find("it is late")) << "errors first";
    EXPECT_TRUE(page.contains("/name") && page.contains("write one"));
    EXPECT_TRUE(page_of(broken, "").contains("#/pack")) << "the footer leads there";
    EXPECT_FALSE(page_of(content(), "").contains("#/pack"));
}

TEST(Pack, NoPageOfTheDemoPackHasAGap) {
    auto pack = read_pack(shipped::files().at("assets/packs/demo.json"), "demo.json");
    ASSERT_TRUE(pack) << lines(pack.error());
    const auto set = apply_pack(content(), *pack);
    ASSERT_TRUE(set) << lines(set.error());
    for (const std::string path :
         {"", "review", "result", "result/course", "result/visit", "about", "help", "sources", "pack", "questions/clinic-heard"})
        for (const char* person : {"noor", "helen", "liam"})
            EXPECT_FALSE(page_of(*set, path, shipped::people().at(person)).contains("⟦")) << path;
}

TEST(Pack, LettersTheFontLacksAreNotedAndNothingElse) {
    const auto noted = [](std::string text) {
        std::string all;
        for (const Problem& problem : check_pack(read(text), content(), today))
            if (problem.severity == Severity::note) all += to_line(problem) + "\n";
        return all;
    };
    EXPECT_EQ(noted(with("")), "");
    std::string greek = with(R"("words": {"en": {"clinic.welcome": "Καλώς"}, "ar": {"clinic.welcome": "أهلا"}})");
    greek.replace(greek.find("A Clinic"), 8, "Ω Clinic 🙂");
    EXPECT_EQ(noted(greek),
              "a.json:/name: note: not in the typeface of this program: Ω🙂 (people see these letters in a typeface of their own device)\n"
              "a.json:/words/en/clinic.welcome: note: not in the typeface of this program: Καλώς (people see these letters in a "
              "typeface of their own device)\n");
    EXPECT_TRUE(read_pack(greek, "a.json").has_value());
}

}  // namespace
}  // namespace needlewise
