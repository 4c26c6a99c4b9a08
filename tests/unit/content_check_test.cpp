// Cross-checks: one thing broken in content that passes, and exactly what is said about it.
#include "content/check/check.h"

#include <gtest/gtest.h>

#include "content/load/load.h"
#include "support/expect.h"
#include "support/tiny.h"

namespace needlewise {
namespace {

constexpr const char* rules = "assets/model/rules.json";
constexpr const char* numbers = "assets/model/numbers.json";
constexpr const char* questionnaire = "assets/questionnaire/consultation.json";
constexpr const char* courses = "assets/model/courses.json";
constexpr const char* improvements = "assets/model/improvements.json";
constexpr const char* phototype = "assets/model/phototype.json";
constexpr const char* healing = "assets/model/healing.json";
constexpr const char* aftercare = "assets/model/aftercare.json";
constexpr const char* facts = "assets/evidence/facts.json";
constexpr const char* trials = "assets/evidence/trials.json";
constexpr const char* words = "assets/text/en.json";

Problems problems_of(const tiny::Files& files) {
    auto content = load_content(files);
    if (!content) return content.error();
    return check(*content);
}

struct Broken {
    const char *name, *file, *piece, *replacement, *problems;
};

void PrintTo(const Broken& broken, std::ostream* out) { *out << broken.name; }

class CheckBroken : public testing::TestWithParam<Broken> {};

TEST_P(CheckBroken, names_the_place) {
    const Broken& broken = GetParam();
    expect_problems(problems_of(tiny::with(broken.file, broken.piece, broken.replacement)), broken.problems);
}

const auto name = [](const auto& test) { return test.param.name; };

TEST(Check, tiny_content_passes) { EXPECT_EQ(lines(check(tiny::content())), ""); }

constexpr const char* goal_is_scars = R"({"question": "goal", "operator": "=", "answerCoding": {"system": "urn:t", "code": "scars"}})";

INSTANTIATE_TEST_SUITE_P(
    Conditions, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"question", rules, R"("question": "peel-date")", R"("question": "peel")",
         R"(assets/model/rules.json:/0/when/0/question: error: there is no question "peel")"},
        {"doctor_first", rules, R"("action": "wait")", R"("action": "wait", "doctor_first": true)",
         "assets/model/rules.json:/0/doctor_first: error: only an ask names whom to ask (take it away)"},
        {"group", rules, R"("question": "peel-date")", R"("question": "about")",
         R"(assets/model/rules.json:/0/when/0/question: error: "about" is no question (groups and displays have no answer))"},
        {"option", courses, R"("code": "scars")", R"("code": "scar")",
         R"(assets/model/courses.json:/0/when/0/answerCoding: error: "goal" has no option "scar" of system "urn:t")"},
        {"system", courses, R"("system": "urn:t")", R"("system": "urn:u")",
         R"(assets/model/courses.json:/0/when/0/answerCoding: error: "goal" has no option "scars" of system "urn:u")"},
        {"type", rules, R"("operator": "exists", "answerBoolean": true)", R"("operator": "=", "answerString": "2026")",
         R"(assets/model/rules.json:/0/when/0: error: "peel-date" is answered with a Date, not a String (use answerDate))"},
        {"order", courses, R"("operator": "=")", R"("operator": ">")",
         R"(assets/model/courses.json:/0/when/0/operator: error: answers to "goal" have no order (use = or !=))"},
        {"phototype", courses, goal_is_scars, R"({"question": "phototype", "operator": ">=", "answerInteger": 7})",
         "assets/model/courses.json:/0/when/0: error: the phototype is a number from 1 to 6 (use answerInteger)"},
        {"phototype_fits", courses, goal_is_scars,
         R"({"question": "phototype", "operator": ">=", "answerInteger": 4}, {"question": "phototype", "operator": "exists", "answerBoolean": true})",
         ""},
        {"in_questionnaire", questionnaire, R"("question": "goal")", R"("question": "gaol")",
         R"(assets/questionnaire/consultation.json:/item/0/item/1/enableWhen/0/question: error: there is no question "gaol")"},
        {"in_drivers", "assets/model/drivers.json", R"("question": "kind")", R"("question": "sort")",
         R"(assets/model/drivers.json:/0/when/0/question: error: there is no question "sort")"},
        {"in_healing", healing, R"([{"typical": "light", "slower": "light"}])",
         R"([{"when": [{"question": "no", "operator": "exists", "answerBoolean": true}], "typical": "light", "slower": "light"}, {"typical": "light", "slower": "light"}])",
         R"(assets/model/healing.json:/choices/0/when/0/question: error: there is no question "no")"},
        {"in_aftercare", aftercare, R"("from_h")", R"("when": [{"question": "no", "operator": "exists", "answerBoolean": true}], "from_h")",
         R"(assets/model/aftercare.json:/0/when/0/question: error: there is no question "no")"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Questions, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"circle_of_itself", questionnaire, R"("question": "goal")", R"("question": "kind")",
         R"(assets/questionnaire/consultation.json:/item/0/item/1/enableWhen/0/answerCoding: error: "kind" has no option "scars" of system "urn:t"
assets/questionnaire/consultation.json:/item/0/item/1: error: whether "kind" is shown depends on itself: kind → kind (change one of the conditions))"},
        {"circle_of_two", questionnaire, R"("required": true,)",
         R"("enableWhen": [{"question": "kind", "operator": "exists", "answerBoolean": true}],)",
         R"(assets/questionnaire/consultation.json:/item/0/item/0: error: whether "goal" is shown depends on itself: goal → kind → goal (change one of the conditions))"},
        {"circle_through_the_group", questionnaire, R"("type": "group",)",
         R"("type": "group", "enableWhen": [{"question": "goal", "operator": "exists", "answerBoolean": true}],)",
         R"(assets/questionnaire/consultation.json:/item/0: error: whether "about" is shown depends on itself: about → goal → about (change one of the conditions))"},
        {"two_exclusive", questionnaire, R"({"valueCoding": {"system": "urn:t", "code": "wide"}, "extension": [)",
         R"({"valueCoding": {"system": "urn:t", "code": "wide"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}, )",
         R"(assets/questionnaire/consultation.json:/item/0/item/1/answerOption: error: more than one exclusive option (one "none of these" is enough))"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Numbers, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"order", numbers, R"("low": 2, "high": 4)", R"("low": 5, "high": 4)",
         "assets/model/numbers.json:/wait.peel: error: low, typical and high do not rise"},
        {"typical_above_high", numbers, R"("low": 3, "typical": 4, "high": 6)", R"("low": 3, "typical": 7, "high": 6)",
         "assets/model/numbers.json:/sessions: error: low, typical and high do not rise"},
        {"no_source", numbers, R"(["SCR-001"], "reviewed": "2026-11-22")", R"([], "reviewed": "2026-11-22")",
         "assets/model/numbers.json:/wait.peel: error: a number without a source (name a record in assets/evidence)"},
        {"clinic_needs_none", numbers, R"("basis": "evidence", "sources": ["SCR-001"], "reviewed": "2026-11-22")",
         R"("basis": "clinic", "reviewed": "2026-11-22")", ""},
        {"unknown_source", numbers, R"(["SCR-001"], "reviewed": "2026-11-22")", R"(["SCR-001", "SCR-002"], "reviewed": "2026-11-22")",
         R"(assets/model/numbers.json:/wait.peel/sources/1: error: there is no source "SCR-002" (sources are records in assets/evidence))"},
        {"judgement_called_evidence", numbers, R"("basis": "judgement")", R"("basis": "evidence")",
         "assets/model/numbers.json:/judge/basis: error: called evidence, but all its sources are project judgement (call it judgement)"},
        {"unchecked_trial", trials, R"("checked": true)", R"("checked": false)",
         R"(assets/model/numbers.json:/half/sources/0: error: the trial "smith2020_acne" is not checked and may not feed a number (read it first, or leave it out))"},
        {"pointer_is_escaped", numbers, R"("wait.peel": {"low": 2, "high": 4)",
         R"("a/b~c": {"low": 5, "high": 4, "unit": "week", "basis": "clinic", "reviewed": "2026-11-22"}, "wait.peel": {"low": 2, "high": 4)",
         "assets/model/numbers.json:/a~1b~0c: error: low, typical and high do not rise"},
    }),
    name);

TEST(Check, warns_of_a_number_from_an_unchecked_fact) {
    const Problems found = problems_of(tiny::with(facts, R"("checked": true)", R"("checked": false)"));
    ASSERT_EQ(found.size(), 7u);  // seven numbers rest on it
    EXPECT_EQ(to_line(found[0]),
              R"(assets/model/numbers.json:/four/sources/0: warning: the fact "SCR-001" is not checked (verify it before use))");
    EXPECT_FALSE(has_errors(found));
}

INSTANTIATE_TEST_SUITE_P(
    Rules, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"wait_number", rules, R"("number": "wait.peel")", R"("number": "wait.acid")",
         R"(assets/model/rules.json:/0/wait/number: error: there is no number "wait.acid" (numbers are in assets/model/numbers.json))"},
        {"wait_unit", rules, R"("number": "wait.peel")", R"("number": "minutes")",
         R"(assets/model/rules.json:/0/wait/number: error: "minutes" is not a number of days or weeks (its unit is "minute"))"},
        {"wait_since", rules, R"("since": "peel-date")", R"("since": "goal")",
         R"(assets/model/rules.json:/0/wait/since: error: "goal" does not ask for a date)"},
        {"wait_since_nothing", rules, R"("since": "peel-date")", R"("since": "peel")",
         R"(assets/model/rules.json:/0/wait/since: error: there is no question "peel")"},
        {"no_source", rules, R"(, "sources": ["SCR-001"])", "", R"(assets/model/rules.json:/0: error: the finding "peel" names no source)"},
        {"for_everyone", rules, R"("when": [{"question": "peel-date", "operator": "exists", "answerBoolean": true}],)", "",
         R"(assets/model/rules.json:/0: warning: the finding "peel" is shown to everyone (give it a condition))"},
        {"phototype_item", phototype, R"(["kind"])", R"(["kind", "hair"])",
         R"(assets/model/phototype.json:/items/1: error: there is no question "hair")"},
        {"phototype_score", phototype, R"(["kind"])", R"(["kind", "goal"])",
         R"(assets/model/phototype.json:/items/1: error: the option "scars" of "goal" has no ordinalValue
assets/model/phototype.json:/items/1: error: the option "lines" of "goal" has no ordinalValue
assets/model/phototype.json:/items/1: error: no option of "goal" has a score (give them an ordinalValue))"},
        {"phototype_bands", phototype, R"({"upto": 3, "type": 2})", R"({"upto": 2, "type": 7})",
         "assets/model/phototype.json:/bands/1/type: error: the type is a number from 1 to 6\nassets/model/phototype.json:/bands/1/upto: "
         "error: bands must rise\n"
         "assets/model/phototype.json:/bands/1/upto: error: scores up to 3 are possible, the last band ends at 2"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Courses, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"last_has_condition", courses, R"({"id": "other",)",
         R"({"id": "other", "when": [{"question": "goal", "operator": "exists", "answerBoolean": true}],)",
         "assets/model/courses.json:/1/when: error: the last course has a condition (somebody would get none: leave it out)"},
        {"first_has_none", courses,
         R"("when": [{"question": "goal", "operator": "=", "answerCoding": {"system": "urn:t", "code": "scars"}}],)", "",
         "assets/model/courses.json:/0: error: a course without a condition that is not the last (the courses after it are never used)"},
        {"number", courses, R"("sessions": "sessions")", R"("sessions": "many")",
         R"(assets/model/courses.json:/0/sessions: error: there is no number "many" (numbers are in assets/model/numbers.json))"},
        {"unit", courses, R"("sessions": "sessions", "interval": "interval")", R"("sessions": "sessions", "interval": "sessions")",
         R"(assets/model/courses.json:/0/interval: error: "sessions" is not a number in the unit "week" (its unit is "session"))"},
        {"improvement", courses, R"("improvement": "scars")", R"("improvement": "scar")",
         R"(assets/model/courses.json:/0/improvement: error: there is no improvement "scar" (improvements are in assets/model/improvements.json))"},
        {"percent_for_fraction", improvements, R"("mean": "half")", R"("mean": "minutes")",
         R"(assets/model/improvements.json:/0/mean: error: "minutes" is not a fraction (write 52% as 0.52))"},
        {"curve", improvements, R"("mean": "half")", R"("curve": "acne")",
         R"(assets/model/improvements.json:/0/curve: error: there is no number "acne.emax" (numbers are in assets/model/numbers.json)
assets/model/improvements.json:/0/curve: error: there is no number "acne.sessions" (numbers are in assets/model/numbers.json)
assets/model/improvements.json:/0/curve: error: there is no number "acne.tau" (numbers are in assets/model/numbers.json))"},
        {"no_conservative_line", improvements, R"("conservative": "half", )", "",
         "assets/model/improvements.json:/0: error: no conservative line (model.md 1.3: it stands beside every average)"},
        {"no_certainty", improvements, R"("certainty": "low")", R"("certainty": "none")",
         "assets/model/improvements.json:/0/certainty: error: a number is given, so its certainty must be"},
        {"certainty_of_nothing", improvements, R"("id": "none", "certainty": "none")", R"("id": "none", "certainty": "low")",
         R"(assets/model/improvements.json:/1/certainty: error: no share is given, so the certainty is "none" or "very_low")"},
        {"no_scale", improvements, R"("id": "none", )", R"("id": "none", "mean": "half", )",
         "assets/model/improvements.json:/1: error: a number without its scale (name the scale beside every number)"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Healing, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"too_few_levels", healing, "[3, 1, 0]", "[3, 1]",
         "assets/model/healing.json:/bands/0/levels/redness: error: a level for each of the 3 days is needed"},
        {"level", healing, "[3, 1, 0]", "[4, 1, 0]", "assets/model/healing.json:/bands/0/levels/redness: error: levels go from 0 to 3"},
        {"days", healing, "[0, 1, 3]", "[1, 1, 3]",
         "assets/model/healing.json:/days/0: error: the first day is 0, the day of the session\nassets/model/healing.json:/days/1: error: "
         "days must rise"},
        {"band", healing, R"("slower": "light")", R"("slower": "deep")",
         R"(assets/model/healing.json:/choices/0/slower: error: there is no band "deep")"},
        {"last_choice", healing, R"({"typical": "light",)",
         R"({"when": [{"question": "goal", "operator": "exists", "answerBoolean": true}], "typical": "light",)",
         "assets/model/healing.json:/choices/0/when: error: the last choice has a condition (somebody would get none: leave it out)"},
        {"phase", healing, R"("until_h": 72)", R"("until_h": 0)",
         "assets/model/healing.json:/phases/0/until_h: error: it ends before it starts"},
        {"moments", healing, "[0, 48, 72]", "[1, 48, 48]",
         "assets/model/healing.json:/moments/0: error: the first moment is 0, the hour of the "
         "session\nassets/model/healing.json:/moments/2: error: moments must rise"},
        {"part_missing", healing, R"({"id": "clot", "levels": [[0, 1]], "basis": "judgement", "sources": ["JUD-001"]},)", "",
         R"(assets/model/healing.json:/section: error: no levels for the part "clot")"},
        {"part_without_source", healing, R"("levels": [[0, 1]], "basis": "judgement", "sources": ["JUD-001"])",
         R"("levels": [[0, 1]], "basis": "judgement")", "assets/model/healing.json:/section/1: error: no source"},
        {"stages", healing, R"({"id": "later", "from_h": 72})", R"({"id": "later", "from_h": 0})",
         "assets/model/healing.json:/stages/1/from_h: error: stages must follow on one another"},
        {"late_stage", healing, R"({"id": "first", "from_h": 0})", R"({"id": "first", "from_h": 6})",
         "assets/model/healing.json:/stages/0/from_h: error: the first stage begins at 0"},
        {"end_of_what_the_clinic_decides", aftercare, R"("kind": "avoid")", R"("kind": "ask")",
         "assets/model/aftercare.json:/0/until_h: error: what the clinic decides has no end here"},
        {"area_nobody_can_name", aftercare, R"("basis")", R"("areas": ["foot"], "basis")",
         R"(assets/model/aftercare.json:/0/areas: error: there is no area "foot")"},
        {"what_is_to_be_done_waits_for_no_sign", aftercare, R"("kind": "avoid", "from_h": 0)",
         R"("kind": "do", "calm": ["redness"], "from_h": 0)",
         "assets/model/aftercare.json:/0/calm: error: only what is avoided waits for signs to go"},
        {"sign_nobody_knows", aftercare, R"("basis")", R"("calm": ["itching"], "basis")",
         R"(assets/model/aftercare.json:/0/calm: error: there is no sign "itching")"},
        {"no_source", aftercare, R"(, "sources": ["JUD-001"])", "", "assets/model/aftercare.json:/0: error: no source"},
        {"never_used", aftercare, R"(["JUD-001"]})",
         R"(["JUD-001"]}, {"id": "wash", "kind": "do", "from_h": 0, "until_h": 48, "basis": "judgement", "sources": ["JUD-001"]})",
         R"(assets/model/aftercare.json:/1: error: an earlier rule of "wash" always holds (put the stricter variant first))"},
        {"flag_span", "assets/model/red-flags.json", R"("from_h": 0)", R"("from_h": 4, "until_h": 2)",
         "assets/model/red-flags.json:/0/until_h: error: it ends before it starts"},
        {"flag_hours", "assets/model/red-flags.json", R"("from_h": 0)", R"("from_h": -1)",
         "assets/model/red-flags.json:/0/from_h: error: hours count from the session"},
        {"minutes", "assets/model/visit.json", R"("minutes": "minutes")", R"("minutes": "interval")",
         R"(assets/model/visit.json:/0/minutes: error: "interval" is not a number of minutes)"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Words, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"stage_without_a_source", "assets/evidence/statements.json", R"(, "stage.later": ["SCR-001"])", "",
         "assets/text/en.json:/stage.later: error: says what studies found and names no source (name it in "
         "assets/evidence/statements.json)"},
        {"finding", words, R"("finding.peel.next": "Ask.",)", "",
         R"(assets/text/en.json:/finding.peel.next: error: the sentence "finding.peel.next" is missing)"},
        {"option", words, R"("option.kind.deep": "Deep", )", "",
         R"(assets/text/en.json:/option.kind.deep: error: the sentence "option.kind.deep" is missing)"},
        {"unit", words, R"("unit.minute.other": "{n} minutes", )", "",
         R"(assets/text/en.json:/unit.minute.other: error: the sentence "unit.minute.other" is missing)"},
        {"fraction_is_read_as_percent", words, R"("unit.percent.other": "{n}%")", R"("unit.fraction.other": "{n}%")",
         R"(assets/text/en.json:/unit.percent.other: error: the sentence "unit.percent.other" is missing)"},
        {"row", words, R"("alternative.nothing.what": "You do nothing.",)", "",
         R"(assets/text/en.json:/alternative.nothing.what: error: the sentence "alternative.nothing.what" is missing)"},
        {"empty", words, R"("Ask.")", R"("")",
         R"(assets/text/en.json:/finding.peel.next: error: the sentence "finding.peel.next" is empty)"},
        {"braces", words, "{wait.peel}", "{wait.acid}",
         R"(assets/text/en.json:/finding.peel.reason: error: there is no number "wait.acid" (numbers are in assets/model/numbers.json))"},
        {"figure_a_number_has_not", words, "{wait.peel}", "{wait.peel.typical}",
         R"(assets/text/en.json:/finding.peel.reason: error: there is no number "wait.peel.typical" (numbers are in assets/model/numbers.json))"},
        {"figure_it_has", words, "{wait.peel}", "{wait.peel.low} weeks or more", ""},
        {"parameter_in_content", words, "{wait.peel}", "{weeks}",
         R"(assets/text/en.json:/finding.peel.reason: error: there is no number "weeks" (numbers are in assets/model/numbers.json))"},
        {"parameter_of_a_page", words, R"("format.decimal")", R"("page.own": "On {date}", "format.decimal")", ""},
        {"open_brace", words, "{wait.peel}", "{wait.peel",
         R"(assets/text/en.json:/finding.peel.reason: error: a brace is opened and never closed (write {{ for a brace))"},
        {"written_brace", words, "{wait.peel}", "a {{ week", ""},
        {"lost_paragraph", words, R"("learn.pain.studies": "Some pain.",)",
         R"("learn.pain.studies": "Some pain.", "learn.pain.intro.3": "More.",)",
         R"(assets/text/en.json:/learn.pain.intro.3: error: never shown, because "learn.pain.intro.2" is missing)"},
        {"first_paragraph_numbered", words, R"("learn.pain.studies": "Some pain.",)",
         R"("learn.pain.studies": "Some pain.", "learn.pain.intro.1": "More.",)",
         "assets/text/en.json:/learn.pain.intro.1: error: paragraphs after the first are called .2, .3 …"},
        {"claim", "assets/evidence/statements.json", R"("learn.pain.studies")", R"("learn.pain.intro")",
         "assets/text/en.json:/learn.pain.studies: error: says what studies found and names no source (name it in "
         "assets/evidence/statements.json)"},
        {"statement_key", "assets/evidence/statements.json", R"("learn.pain.studies": ["SCR-001"])",
         R"("learn.pain.studies": ["SCR-001"], "learn.pian.intro": ["SCR-001"])",
         R"(assets/evidence/statements.json:/learn.pian.intro: error: there is no sentence "learn.pian.intro")"},
        {"statement_source", "assets/evidence/statements.json", R"("SCR-001")", R"("SCR-002")",
         R"(assets/evidence/statements.json:/learn.pain.studies/0: error: there is no source "SCR-002" (sources are records in assets/evidence))"},
    }),
    name);

INSTANTIATE_TEST_SUITE_P(
    Wording, CheckBroken,
    testing::ValuesIn(std::vector<Broken>{
        {"figure", words, "It heals.", "It heals in 12 days.",
         "assets/text/en.json:/phase.repair.detail: error: the figure 12 stands in a sentence without a source (name a number in braces)"},
        {"figure_in_a_name", words, "It heals.", "Use SPF 50 with vitamin B3.", ""},
        {"longer_than_the_name", words, "It heals.", "Call 1119.",
         "assets/text/en.json:/phase.repair.detail: error: the figure 1119 stands in a sentence without a source (name a number in "
         "braces)"},
        {"figure_in_a_number_name", words, "{wait.peel}", "{wait.peel} or {wait.peel.low} weeks", ""},
        {"figure_elsewhere", words, R"("About you")", R"("4 things about you")", ""},
        {"suitable", words, "It heals.", "Then You are suitable.",
         R"(assets/text/en.json:/phase.repair.detail: error: says "you are suitable" (we prepare a consultation and promise nothing))"},
        {"safe", words, R"("About you")", R"("It is safe")",
         R"(assets/text/en.json:/section.about.title: error: says "is safe" (we prepare a consultation and promise nothing))"},
        {"painless", words, "Some pain.", "Painless.",
         R"(assets/text/en.json:/learn.pain.studies: error: says "painless" (we prepare a consultation and promise nothing))"},
        {"hard_to_read", words, "It heals.",
         "Histological remodelling characteristically necessitates considerable additional extracellular reorganisation.",
         R"(assets/text/en.json: warning: the reading age of "phase.…" is 51.5, above 11 (hardest: phase.repair.detail))"},
    }),
    name);

TEST(Check, of_other_languages_leaves_english_words_alone) {
    auto files = tiny::files();
    files["assets/text/pl.json"] = files["assets/text/en.json"];
    files["assets/text/pl.json"].replace(files["assets/text/pl.json"].find("It heals."), 9, "is safe");
    auto content = load_content(files, "pl");
    ASSERT_TRUE(content);
    EXPECT_EQ(lines(check(*content)), "");
}

TEST(Check, of_empty_content_reports_and_survives) {
    Content content;
    EXPECT_TRUE(has_errors(check(content)));
}

// ---- Pictures -----------------------------------------------------------------------------------------------------

TEST(CheckPictures, what_is_named_must_be_there_when_they_were_looked_for) {
    auto files = tiny::with(aftercare, R"("basis")", R"("figure": "care-wash", "basis")");
    files["assets/text/en.json"].insert(1, R"("figure.care-wash.title": "Washing", "figure.care-wash.description": "Water.",)");
    auto alone = load_content(files);
    ASSERT_TRUE(alone) << lines(alone.error());
    expect_problems(check(*alone), "");
    files["assets/figures/goal-glow.svg"] = "";
    auto among_others = load_content(files);
    ASSERT_TRUE(among_others);
    expect_problems(check(*among_others),
                    R"(assets/model/aftercare.json:/0/figure: error: there is no picture "care-wash" (pictures are in assets/figures))");
    files["assets/figures/care-wash.svg"] = "";
    expect_problems(check(*load_content(files)), "");
}

TEST(CheckPictures, of_options_and_maps_too) {
    auto files = tiny::files();
    const auto put = [&](std::string_view piece, const std::string& replacement) {
        std::string& text = files["assets/questionnaire/consultation.json"];
        text.replace(text.find(piece), piece.size(), replacement);
    };
    const auto media = [](const std::string& kind) {
        return R"("extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-)" + kind +
               R"(", "valueAttachment": {"contentType": "image/svg+xml", "url": "figures/lost.svg"}}])";
    };
    put(R"("code": "scars"}})", R"("code": "scars"}, )" + media("itemAnswerMedia") + "}");
    put(R"({"linkId": "kind",)", R"({"linkId": "kind", )" + media("itemMedia") + ",");
    files["assets/figures/goal-glow.svg"] = "";
    expect_problems(
        check(*load_content(files)),
        "assets/questionnaire/consultation.json:/item/0/item/0/answerOption/0/extension: error: there is no picture \"lost\" (pictures are "
        "in "
        "assets/figures)\nassets/questionnaire/consultation.json:/item/0/item/1/extension: error: there is no picture \"lost\" (pictures "
        "are in assets/figures)");
}

}  // namespace
}  // namespace needlewise
