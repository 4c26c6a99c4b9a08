// Broken content files: the exact Problem, with file, pointer, what is wrong and what to do.
#include "content/load/load.h"

#include <gtest/gtest.h>

#include "support/expect.h"
#include "support/tiny.h"

namespace needlewise {
namespace {

constexpr const char* rules = "assets/model/rules.json";
constexpr const char* numbers = "assets/model/numbers.json";
constexpr const char* questionnaire = "assets/questionnaire/consultation.json";
constexpr const char* facts = "assets/evidence/facts.json";
constexpr const char* healing = "assets/model/healing.json";

// One piece of one tiny file replaced, and what must be said about it.
struct Broken {
    const char *name, *file, *piece, *replacement, *problem;
};

void PrintTo(const Broken& broken, std::ostream* out) { *out << broken.name; }

class LoadBroken : public testing::TestWithParam<Broken> {};

TEST_P(LoadBroken, names_the_place) {
    const Broken& broken = GetParam();
    const auto content = load_content(tiny::with(broken.file, broken.piece, broken.replacement));
    ASSERT_FALSE(content);
    std::string expected;  // the table leaves the file's name out
    for (std::string_view rest = broken.problem; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        if (!expected.empty()) expected += "\n";
        expected += broken.file + std::string(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    expect_problems(content.error(), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Fields, LoadBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"missing", rules, R"("id": "peel", )", "", R"(:/0: error: "id" is missing)"},
        {"null", rules, R"("id": "peel")", R"("id": null)", R"(:/0: error: "id" is missing)"},
        {"wrong_type", rules, R"("id": "peel")", R"("id": 7)", ":/0/id: error: expected text, found a number"},
        {"object_for_text", rules, R"("id": "peel")", R"("id": {})", ":/0/id: error: expected text, found an object"},
        {"unknown_field", rules, R"("action")", R"("weight": 1, "action")",
         R"(:/0/weight: error: unknown field "weight" (known here: id, action, scope, until_changed, doctor_first, test_first, when, enableBehavior, wait, sources))"},
        {"unknown_word", rules, R"("wait",)", R"("halt",)", R"(:/0/action: error: unknown word "halt" (one of: stop, ask, wait, tell))"},
        {"word_of_wrong_type", rules, R"("wait",)", "true,", ":/0/action: error: expected text, found true or false"},
        {"list_for_object", rules, R"("wait": {"since": "peel-date", "number": "wait.peel"})", R"("wait": [])",
         ":/0/wait: error: expected an object, found a list"},
        {"text_for_list", rules, R"(["SCR-001"])", R"("SCR-001")", ":/0/sources: error: expected a list, found text"},
        {"number_in_list", rules, R"(["SCR-001"])", R"(["SCR-001", 4])", ":/0/sources/1: error: expected text, found a number"},
        {"row_no_object", rules, "[{", R"(["x", {)", ":/0: error: expected an object, found text"},
        {"id_twice", "assets/model/visit.json", "]", R"(, {"id": "needling", "minutes": "minutes"}])",
         R"(:/1: error: the id "needling" stands here twice (keep one of them))"},
        {"not_json", rules, "[{", "[{{", ": error: not JSON at line 1, column 3: unexpected '{'"},
        {"field_twice", rules, R"("id": "peel")", R"("id": "peel", "id": "peel")",
         R"(:/0/id: error: field "id" stands here twice (keep one of them))"},
    }),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Conditions, LoadBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"operator", rules, R"("exists")", R"("~")",
         R"(:/0/when/0/operator: error: unknown word "~" (one of: exists, =, !=, >, <, >=, <=))"},
        {"no_operator", rules, R"("operator": "exists", )", "", R"(:/0/when/0: error: "operator" is missing)"},
        {"no_question", rules, R"("question": "peel-date", )", "", R"(:/0/when/0: error: "question" is missing)"},
        {"no_value", rules, R"(, "answerBoolean": true)", "", R"(:/0/when/0: error: "answer…" is missing (for example answerCoding))"},
        {"two_values", rules, R"("answerBoolean": true)", R"("answerBoolean": true, "answerInteger": 1)",
         R"(:/0/when/0: error: more than one "answer…" (keep one of them))"},
        {"exists_without_boolean", rules, R"("answerBoolean": true)", R"("answerInteger": 1)",
         R"(:/0/when/0: error: "exists" needs an answerBoolean)"},
        {"quantity", rules, R"("operator": "exists", "answerBoolean": true)", R"("operator": "=", "answerQuantity": {})",
         ":/0/when/0/answerQuantity: error: answers of type Quantity are not supported (supported: Boolean, Integer, Decimal, Date, "
         "String, Coding)"},
        {"no_such_day", rules, R"("operator": "exists", "answerBoolean": true)", R"("operator": ">", "answerDate": "2026-02-29")",
         R"(:/0/when/0/answerDate: error: "2026-02-29" is not a date (write an existing day as YYYY-MM-DD))"},
        {"behaviour", rules, R"("wait": {)", R"("enableBehavior": "some", "wait": {)",
         R"(:/0/enableBehavior: error: unknown word "some" (one of: all, any))"},
        {"no_code", questionnaire, R"("answerCoding": {"system": "urn:t", "code": "scars"})", R"("answerCoding": {"system": "urn:t"})",
         R"(:/item/0/item/1/enableWhen/0/answerCoding: error: "code" is missing)"},
    }),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Questionnaire, LoadBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"other_resource", questionnaire, R"("Questionnaire",)", R"("Patient",)",
         R"(:/resourceType: error: expected a Questionnaire, found "Patient")"},
        {"no_resource", questionnaire, R"("resourceType": "Questionnaire", )", "", R"(: error: "resourceType" is missing)"},
        {"type", questionnaire, R"("type": "date")", R"("type": "quantity")",
         R"(:/item/0/item/2/type: error: unknown word "quantity" (one of: group, display, boolean, integer, decimal, date, string, text, choice, open-choice))"},
        {"link_id_twice", questionnaire, R"("linkId": "kind")", R"("linkId": "goal")",
         R"(:/item/0/item/1: error: the linkId "goal" stands here twice (keep one of them))"},
        {"link_id_empty", questionnaire, R"("linkId": "kind")", R"("linkId": "")", ":/item/0/item/1/linkId: error: the linkId is empty"},
        {"option_twice", questionnaire, R"("code": "lines")", R"("code": "scars")",
         R"(:/item/0/item/0/answerOption/1: error: the option "scars" stands here twice (keep one of them))"},
        {"no_options", questionnaire, R"("type": "date")", R"("type": "choice")",
         ":/item/0/item/2: error: a choice without options (give answerOption)"},
        {"option_type", questionnaire, R"({"valueCoding": {"system": "urn:t", "code": "lines"}})", R"({"valueString": "lines"})",
         ":/item/0/item/0/answerOption/1: error: options of type String are not supported (use valueCoding)"},
        {"half_score", questionnaire, R"("valueDecimal": 3)", R"("valueDecimal": 2.5)",
         ":/item/0/item/1/answerOption/0/extension/0/valueDecimal: error: expected a whole number up to 1000"},
        {"window", questionnaire, R"("valueCode": "past")", R"("valueCode": "soon")",
         R"(:/item/0/item/2/extension/0/valueCode: error: unknown word "soon" (one of: past, past-year, future))"},
        {"required", questionnaire, R"("required": true)", R"("required": "yes")",
         ":/item/0/item/0/required: error: expected true or false, found text"},
        {"items", questionnaire, R"("item": [{"linkId": "about")", R"("item": {}, "x": [{"linkId": "about")",
         ":/x: error: unknown field \"x\" (known here: resourceType, id, meta, implicitRules, language, text, contained, url, identifier, "
         "version, name, title, derivedFrom, "
         "status, experimental, subjectType, date, publisher, contact, description, useContext, jurisdiction, purpose, copyright, "
         "approvalDate, lastReviewDate, "
         "effectivePeriod, code, item, modifierExtension, fhir_comments)\n:/item: error: expected a list, found an object"},
    }),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Model, LoadBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"no_figure", numbers, R"("half": {"typical": 0.5, )", R"("half": {)",
         ":/half: error: a number without a figure (give low, typical or high)"},
        {"figure_in_words", numbers, R"("typical": 0.5)", R"("typical": "0.5")", ":/half/typical: error: expected a number, found text"},
        {"no_review", numbers, R"("sources": ["SCR-001"], "reviewed": "2026-11-22")", R"("sources": ["SCR-001"])",
         R"(:/wait.peel: error: "reviewed" is missing)"},
        {"bad_review", numbers, R"("reviewed": "2026-11-22")", R"("reviewed": "22.11.2026")",
         R"(:/wait.peel/reviewed: error: "22.11.2026" is not a date (write an existing day as YYYY-MM-DD))"},
        {"basis", numbers, R"("basis": "evidence")", R"("basis": "hope")",
         R"(:/wait.peel/basis: error: unknown word "hope" (one of: evidence, convention, judgement, clinic))"},
        {"top_is_list", "assets/model/phototype.json", R"({"items": ["kind"], "bands": [{"upto": 2, "type": 1}, {"upto": 3, "type": 2}]})",
         "[]", ": error: expected an object, found a list"},
        {"no_items", "assets/model/phototype.json", R"("items": ["kind"], )", "", R"(: error: "items" is missing)"},
        {"fraction_of_type", "assets/model/phototype.json", R"("type": 2)", R"("type": 2.5)",
         ":/bands/1/type: error: expected a whole number"},
        {"too_large", "assets/model/phototype.json", R"("upto": 3)", R"("upto": 4000000000)", ":/bands/1/upto: error: number out of range"},
        {"far_too_large", "assets/model/phototype.json", R"("upto": 3)", R"("upto": 18446744073709551615)",
         ":/bands/1/upto: error: number out of range"},
        {"rules_top", "assets/model/topics.json", R"([{"id": "pain"}])", R"({"id": "pain"})", ": error: expected a list, found an object"},
        {"no_levels", healing, R"("flaking": [0, 1, 0], )", "", R"(:/bands/0/levels: error: "flaking" is missing)"},
        {"level_in_words", healing, R"("redness": [3, 1, 0])", R"("redness": [3, "some", 0])",
         ":/bands/0/levels/redness/1: error: expected a whole number, found text"},
        {"unknown_sign", healing, R"("redness")", R"("itching": [], "redness")",
         R"(:/bands/0/levels/itching: error: unknown field "itching" (known here: redness, swelling, flaking, bruising))"},
        {"urgency", "assets/model/red-flags.json", R"("same-day")", R"("soon")",
         R"(:/0/urgency: error: unknown word "soon" (one of: emergency, same-day, clinic))"},
        {"certainty", "assets/model/improvements.json", R"("certainty": "low")", R"("certainty": "high")",
         R"(:/0/certainty: error: unknown word "high" (one of: none, very_low, low))"},
        {"effect", "assets/model/drivers.json", R"("better")", R"("best")",
         R"(:/0/effect: error: unknown word "best" (one of: better, same, less, caution, more_sessions, fewer_sessions))"},
        {"fact_no_citation", facts, R"("citation": "Someone", )", "", R"(:/0/source: error: "citation" is missing)"},
        {"fact_no_source", facts, R"("source": {"citation": "Someone", "year": 2020, "ref": "10.1000/xyz; PMID 12345"}, )", "",
         R"(:/0: error: "source" is missing)"},
        {"evidence_id_twice", "assets/evidence/trials.json", R"("id": "smith2020_acne")", R"("id": "SCR-001")",
         R"(:/0: error: the id "SCR-001" stands in the evidence twice (ids are unique in facts.json and trials.json together))"},
        {"statement", "assets/evidence/statements.json", R"(["SCR-001"])", R"("SCR-001")",
         ":/learn.pain.studies: error: expected a list, found text"},
        {"hours_of_a_part", healing, "[[0, 1], [72, 0]]", "[[72, 1], [0, 0]]", ":/section/0/levels/1: error: hours must rise"},
        {"level_of_a_part", healing, "[[0, 1], [72, 0]]", "[[0, 1.5]]", ":/section/0/levels/0: error: levels go from 0 to 1"},
        {"point_of_a_part", healing, "[[0, 1], [72, 0]]", "[[0, 1, 2]]", ":/section/0/levels/0: error: expected a pair of hour and level"},
        {"no_points", healing, "[[0, 1], [72, 0]]", "[]", R"(:/section/0: error: "levels" is missing)"},
        {"unknown_part", healing, R"("id": "clot")", R"("id": "bone")", R"(:/section/1/id: error: the picture has no part "bone")"},
        {"part_twice", healing, R"("id": "clot")", R"("id": "channels")",
         R"(:/section/1: error: the id "channels" stands here twice (keep one of them))"},
        {"no_moments", healing, R"("moments": [0, 48, 72], )", "", R"(: error: "moments" is missing)"},
        {"kind_of_care", "assets/model/aftercare.json", R"("kind": "avoid")", R"("kind": "never")",
         R"(:/0/kind: error: unknown word "never" (one of: do, avoid, ask))"},
        {"word", "assets/text/en.json", R"("Scars")", R"(["Scars"])", ":/option.goal.scars: error: expected text, found a list"},
    }),
    [](const auto& test) { return test.param.name; });

TEST(Load, tiny_content_is_read) {
    const Content content = tiny::content();
    EXPECT_EQ(content.version.substr(0, 11), "2026-11-22-");  // the latest review, then a fingerprint
    EXPECT_EQ(content.words.language, "en");
    ASSERT_EQ(content.rules.size(), 1u);
    EXPECT_EQ(content.rules[0].wait->since, "peel-date");
    EXPECT_FALSE(content.red_flags[0].until_h);
    EXPECT_EQ(content.healing.bands[0].levels.at(Sign::redness), (std::vector<int>{3, 1, 0}));
    EXPECT_EQ(content.number("wait.peel")->reviewed, parse_date("2026-11-22"));
}

TEST(Load, questionnaire_has_its_extensions) {
    const Content content = tiny::content();
    const Item* kind = content.questionnaire.find("kind");
    ASSERT_TRUE(kind);
    EXPECT_TRUE(kind->repeats);
    EXPECT_EQ(kind->option("wide")->ordinal, 3);
    EXPECT_TRUE(kind->option("none")->exclusive);
    EXPECT_EQ(content.questionnaire.find("peel-date")->date_window, DateWindow::past);
    EXPECT_TRUE(content.questionnaire.find("goal")->required);
}

// The kind question of the tiny content with a picture at this address.
Result<Content> with_media(const std::string& address) {
    return load_content(tiny::with(
        "assets/questionnaire/consultation.json", R"({"linkId": "kind",)",
        R"({"linkId": "kind", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia", "valueAttachment": {"contentType": "image/svg+xml", "url": ")" +
            address + R"("}}],)"));
}

TEST(Load, pictures_of_options_and_maps_are_ours) {
    EXPECT_EQ(with_media("figures/map-body.svg")->questionnaire.find("kind")->map, "map-body");
    EXPECT_EQ(with_media("https://example.org/map.svg")->questionnaire.find("kind")->map, "") << "no request is made for it";
    expect_problems(with_media("map.svg").error(),
                    "assets/questionnaire/consultation.json:/item/0/item/1/extension/0/valueAttachment/url: error: not one of our pictures "
                    "(write figures/NAME.svg)");
    const Content content = *load_content(tiny::with(
        "assets/questionnaire/consultation.json", R"("code": "lines"}})",
        R"("code": "lines"}, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia", "valueAttachment": {"url": "figures/goal-fine-lines.svg"}}]})"));
    EXPECT_EQ(content.questionnaire.find("goal")->option("lines")->figure, "goal-fine-lines");
}

TEST(Load, fields_of_fhir_we_do_not_use_are_passed_over) {
    const auto content = load_content(tiny::with(
        questionnaire, R"("linkId": "goal",)",
        R"("linkId": "goal", "id": "x", "_linkId": {}, "text": "Goal?", "prefix": "1", "code": [{"code": "x"}], "definition": "urn:x", "readOnly": false, "maxLength": 9,
           "extension": [{"url": "urn:other", "valueString": "x"}], "initial": [],)"));
    ASSERT_TRUE(content) << lines(content.error());
    EXPECT_EQ(content->questionnaire.find("goal")->text, "Goal?");
}

TEST(Load, comments_are_allowed_anywhere) {
    EXPECT_TRUE(load_content(tiny::with(rules, R"("id")", R"("_comment": ["why"], "id")")));
    EXPECT_TRUE(load_content(tiny::with(numbers, R"("half")", R"("_comment": 1, "half")")));
}

TEST(Load, records_become_sources) {
    const Content content = tiny::content();
    const Source& fact = content.sources.at("SCR-001");
    EXPECT_EQ(fact.url, "https://doi.org/10.1000/xyz");
    EXPECT_EQ(fact.year, 2020);
    EXPECT_TRUE(fact.secondary && fact.checked);
    EXPECT_TRUE(content.sources.at("JUD-001").judgement());
    const Source& trial = content.sources.at("smith2020_acne");
    EXPECT_EQ(trial.statement, "scar score (needling)");
    EXPECT_EQ(trial.population, "20 people, skin types III-V");
    EXPECT_EQ(trial.level, "RCT");
    EXPECT_EQ(trial.year, 2020);
    EXPECT_EQ(trial.url, "https://pubmed.ncbi.nlm.nih.gov/777/");
}

TEST(Load, every_operator_is_read) {
    const std::pair<const char*, Operator> operators[] = {
        {"=", Operator::equal}, {"!=", Operator::not_equal},        {">", Operator::greater},
        {"<", Operator::less},  {">=", Operator::greater_or_equal}, {"<=", Operator::less_or_equal}};
    for (const auto& [word, meaning] : operators) {
        const auto content = load_content(tiny::with(rules, R"("operator": "exists", "answerBoolean": true)",
                                                     "\"operator\": \"" + std::string(word) + "\", \"answerDate\": \"2026-11-22\""));
        ASSERT_TRUE(content);
        EXPECT_EQ(content->rules[0].when.list[0].op, meaning);
    }
}

TEST(Load, every_type_of_value_is_read) {
    const std::pair<const char*, Value> values[] = {{R"("answerBoolean": false)", false},
                                                    {R"("answerInteger": -3)", std::int64_t{-3}},
                                                    {R"("answerDecimal": 2)", Decimal(2)},
                                                    {R"("answerDecimal": 0.25)", *Decimal::read("0.25")},
                                                    {R"("answerString": "x")", std::string("x")},
                                                    {R"("answerDate": "2024-02-29")", *parse_date("2024-02-29")},
                                                    {R"("answerCoding": {"code": "a", "display": "A"})", Coding{"", "a"}}};
    for (const auto& [json, value] : values) {
        const auto content =
            load_content(tiny::with(rules, R"("operator": "exists", "answerBoolean": true)", "\"operator\": \"=\", " + std::string(json)));
        ASSERT_TRUE(content) << json;
        EXPECT_EQ(content->rules[0].when.list[0].value, value) << json;
    }
}

TEST(Load, missing_files_are_problems) {
    auto files = tiny::files();
    files.erase(rules);
    files.erase("assets/text/en.json");
    const auto content = load_content(files);
    ASSERT_FALSE(content);
    expect_problems(content.error(),
                    "assets/model/rules.json: error: the file is missing (every file of the content is needed)\n"
                    "assets/text/en.json: error: the file is missing (every file of the content is needed)");
}

TEST(Load, without_files_names_every_one_of_them) { EXPECT_EQ(load_content({}).error().size(), content_paths().size() + 1); }

TEST(Load, gathers_problems_of_all_files) {
    auto files = tiny::files();
    files[rules] = "[1]";
    files[numbers] = "nothing";
    EXPECT_EQ(load_content(files).error().size(), 2u);
}

TEST(Load, lists_at_most_a_hundred_problems_of_a_file) {
    auto files = tiny::files();
    files[rules] = "[";
    for (int i = 0; i < 1000; ++i) files[rules] += "0,";
    files[rules] += "0]";
    const auto content = load_content(files);
    ASSERT_FALSE(content);
    EXPECT_EQ(content.error().size(), 101u);
    EXPECT_EQ(content.error().back().what, "901 further problems are not listed");
}

TEST(Load, too_many_items_are_refused) {
    std::string items;
    for (int i = 0; i < 6000; ++i) items += R"({"linkId": "i)" + std::to_string(i) + R"(", "type": "display"}, )";
    const auto content = load_content(tiny::with(questionnaire, R"({"linkId": "goal",)", items + R"({"linkId": "goal",)"));
    ASSERT_FALSE(content);
    EXPECT_EQ(content.error().front().what, "more than 5000 items");
}

// ---- The web's bundle ----------------------------------------------------------------------------------------------

std::string bundle_of(const tiny::Files& files) {
    std::string bundle = "{";
    for (const auto& [path, text] : files) {
        if (!path.starts_with("assets/text/")) bundle += (bundle.size() > 1 ? ",\"" : "\"") + path + "\":" + text;
    }
    return bundle + "}";
}

TEST(Bundle, is_the_same_content_as_the_files) {
    const auto files = tiny::files();
    const auto bundled = load_bundle(bundle_of(files), files.at("assets/text/en.json"), "en");
    ASSERT_TRUE(bundled) << lines(bundled.error());
    const Content content = tiny::content();
    EXPECT_EQ(bundled->version, content.version);
    EXPECT_EQ(bundled->words.by_key, content.words.by_key);
    EXPECT_EQ(bundled->numbers, content.numbers);
}

// What comes later is the whole of some parts, and entries of others: here all of their entries.
TEST(Bundle, with_content_that_comes_later_becomes_the_same_content) {
    auto files = tiny::files();
    std::string later = "{";
    const auto leave = [&](const std::string& path, const std::string& rest) {
        later += (later.size() > 1 ? ",\"" : "\"") + path + "\":" + files.at(path);
        if (rest.empty()) files.erase(path);
        else files.at(path) = rest;
    };
    for (const std::string path : {"assets/evidence/facts.json", "assets/evidence/trials.json"}) leave(path, "[]");
    for (const std::string path : {"assets/evidence/statements.json", "assets/model/numbers.json"}) leave(path, "{}");
    for (const std::string path : {"assets/model/rules.json", "assets/model/healing.json"}) leave(path, "");
    files.emplace("more-content", R"(["assets/model/rules.json", "assets/model/healing.json"])");
    auto bundled = load_bundle(bundle_of(files), files.at("assets/text/en.json"), "en");
    ASSERT_TRUE(bundled) << lines(bundled.error());
    const Content content = tiny::content();
    ASSERT_FALSE(content.sources.empty());
    EXPECT_TRUE(bundled->sources.empty());
    EXPECT_TRUE(bundled->rules.empty());
    EXPECT_EQ(add_content(*bundled, "{}").front().file, "more-content.json");
    EXPECT_EQ(add_content(*bundled, R"({"more-content": ["assets/model/rules.json"]})").front().file, "assets/model/rules.json");
    EXPECT_EQ(lines(add_content(*bundled, later + R"(,"more-content":["assets/model/rules.json","assets/model/healing.json"]})")), "");
    EXPECT_EQ(bundled->version.substr(0, 11), content.version.substr(0, 11));
    EXPECT_EQ(bundled->sources.size(), content.sources.size());
    EXPECT_EQ(bundled->numbers, content.numbers);
    EXPECT_EQ(bundled->statements, content.statements);
    EXPECT_EQ(bundled->rules.size(), content.rules.size());
    EXPECT_EQ(bundled->healing.moments.size(), content.healing.moments.size());
    EXPECT_EQ(add_content(*bundled, "{").front().file, "more-content.json");
}

TEST(Bundle, without_a_part_that_it_does_not_promise_for_later_is_a_problem) {
    auto files = tiny::files();
    files.erase("assets/model/rules.json");
    files.emplace("more-content", R"(["assets/model/healing.json"])");
    const auto bundled = load_bundle(bundle_of(files), files.at("assets/text/en.json"), "en");
    ASSERT_FALSE(bundled);
    expect_problems(bundled.error(), "assets/model/rules.json: error: the file is missing (every file of the content is needed)");
}

TEST(Bundle, names_the_file_inside) {
    const auto files = tiny::with(rules, R"("id": "peel")", R"("id": 7)");
    const auto bundled = load_bundle(bundle_of(files), files.at("assets/text/en.json"), "en");
    ASSERT_FALSE(bundled);
    expect_problems(bundled.error(), "assets/model/rules.json:/0/id: error: expected text, found a number");
}

TEST(Bundle, of_something_else_is_a_problem) {
    EXPECT_EQ(load_bundle("[]", "{}", "en").error().front().what, "expected an object, found a list");
    EXPECT_EQ(load_bundle("", "{}", "en").error().front().file, "content.json");
    EXPECT_EQ(load_bundle("{}", "{}", "en").error().size(), content_paths().size());
    EXPECT_EQ(load_bundle(bundle_of(tiny::files()), "", "pl").error().front().file, "assets/text/pl.json");
}

TEST(Version, changes_with_the_content_and_with_nothing_else) {
    const std::string before = tiny::content().version;
    EXPECT_EQ(load_content(tiny::with(rules, R"("id": "peel",)", "\n\n  \"id\":\"peel\","))->version, before);
    EXPECT_NE(load_content(tiny::with(numbers, R"("typical": 12)", R"("typical": 13)"))->version, before);
    EXPECT_EQ(load_content(tiny::with("assets/text/en.json", R"("Scars")", R"("Dents")"))->version, before);
}

}  // namespace
}  // namespace needlewise
