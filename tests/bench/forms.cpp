#include "bench/forms.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "content/form/form.h"
#include "core/form/lint.h"
#include "core/form/validate.h"

namespace needlewise {

namespace {

constexpr int rounds = 21;        // the median counts
constexpr double budget_ms = 50;  // for reading and validating 2,000 items
const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

// Groups of ten questions of five types, each but the first with a condition on the one before it in its group.
std::string group_json(int group) {
    const std::string group_id = "g" + std::to_string(group);
    std::string items;
    for (int i = 0; i < 10; ++i) {
        const std::string id = group_id + ".q" + std::to_string(i);
        static constexpr const char* kinds[] = {
            R"("type": "integer", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0}])",
            R"("type": "string", "maxLength": 40, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "[a-z ]+"}])",
            R"("type": "choice", "answerOption": [{"valueCoding": {"system": "urn:x", "code": "a"}}, {"valueCoding": {"system": "urn:x", "code": "b"}}])",
            R"("type": "date")", R"("type": "boolean")"};
        items += std::string(i ? ",\n" : "") + R"({"linkId": ")" + id + R"(", "required": true, "text": "Question )" + id + "\", " +
                 kinds[i % 5];
        if (i > 0)
            items += R"(, "enableWhen": [{"question": ")" + group_id + ".q" + std::to_string(i - 1) +
                     R"(", "operator": "exists", "answerBoolean": true}])";
        items += "}";
    }
    return R"({"linkId": ")" + group_id + R"(", "type": "group", "item": [)" + items + "]}";
}

std::string group_answers_json(int group) {
    const std::string group_id = "g" + std::to_string(group);
    static constexpr const char* answers[] = {R"("valueInteger": 7)", R"("valueString": "some words")",
                                              R"("valueCoding": {"system": "urn:x", "code": "b"})", R"("valueDate": "2026-11-22")",
                                              R"("valueBoolean": true)"};
    std::string items;
    for (int i = 0; i < 10; ++i)
        items += std::string(i ? ",\n" : "") + R"({"linkId": ")" + group_id + ".q" + std::to_string(i) + R"(", "answer": [{)" +
                 answers[i % 5] + "}]}";
    return R"({"linkId": ")" + group_id + R"(", "item": [)" + items + "]}";
}

template <class F>
std::string groups_of(int questions, F json) {
    std::string all;
    for (int group = 0; group < questions / 10; ++group) all += (group ? ",\n" : "") + json(group);
    return "[" + all + "]";
}

template <class F>
double median_ms(F run) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto from = std::chrono::steady_clock::now();
        run();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

// What does not measure what it says measures nothing.
void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "forms: %s\n", what);
    std::exit(EXIT_FAILURE);
}

void print_form(int questions) {
    const std::string form_json =
        R"({"resourceType": "Questionnaire", "url": "urn:q", "status": "active", "item": )" + groups_of(questions, group_json) + "}";
    const std::string answers_json =
        R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed", "item": )" +
        groups_of(questions, group_answers_json) + "}";
    const double read = median_ms([&] {
        demand(read_form(form_json, "form").has_value() && read_form_response(answers_json, "answers").has_value(), "cannot be read");
    });
    const auto form = read_form(form_json, "form");
    const auto answers = read_form_response(answers_json, "answers");
    const Questionnaire& questionnaire = form->questionnaire;
    const double linted = median_ms([&] {
        Issues issues;
        lint(questionnaire, Outline(questionnaire), issues);
        demand(issues.all().empty(), "the questionnaire has faults");
    });
    const double validated =
        median_ms([&] { demand(validate(questionnaire, answers->response, today).all().empty(), "the answers have faults"); });

    const Outline outline(questionnaire);
    Issues issues;
    Tree tree(outline, answers->response, issues);
    const std::size_t question = tree.of(outline.find("g0.q0")).front();
    constexpr int changes = 1000;
    std::size_t evaluated = 0;
    const double changed = median_ms([&] {
        for (int i = 0; i < changes; ++i) evaluated = tree.answer_changed(question);
    });
    std::printf("  %9d %9.2f %9.2f %9.2f %9.2f %12.2f %10zu\n", questions, read, linted, validated, read + linted + validated,
                changed * 1000 / changes, evaluated);
}

}  // namespace

void print_forms() {
    std::printf("\nAnybody's form, natively, ms (median of %d; budget %.0f ms for 2,000 questions and their answers)\n", rounds, budget_ms);
    std::printf("  %9s %9s %9s %9s %9s %12s %10s\n", "questions", "read", "lint", "validate", "together", "change, \u00b5s", "evaluated");
    for (const int questions : {30, 300, 2000, 20'000 / 11 * 10}) print_form(questions);
}

}  // namespace needlewise
