// Anybody's forms for tests: JSON in, what is said of it out.
#pragma once

#include <string>
#include <string_view>

#include "content/form/form.h"
#include "core/form/lint.h"
#include "core/form/validate.h"

namespace needlewise::forms {

inline const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

// A questionnaire of these items, in JSON.
inline std::string questionnaire(std::string_view items) {
    return R"({"resourceType": "Questionnaire", "url": "urn:q", "status": "active", "item": [)" + std::string(items) + "]}";
}

// A completed response of these items, in JSON.
inline std::string response(std::string_view items, std::string_view status = "completed") {
    return R"({"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": ")" + std::string(status) + "\"" +
           (items.empty() ? "" : R"(, "item": [)" + std::string(items) + "]") + "}";
}

// {"linkId": "q", "answer": [{VALUE}, …]}
inline std::string answer(std::string_view link_id, std::initializer_list<std::string_view> values) {
    std::string list;
    for (const std::string_view value : values) list += (list.empty() ? "{" : ", {") + std::string(value) + "}";
    return R"({"linkId": ")" + std::string(link_id) + R"(", "answer": [)" + list + "]}";
}

// A line per issue: "error required /item/0: “q” is required …".
inline std::string lines(const Issues& issues) {
    std::string all;
    for (const Issue& issue : issues.all()) {
        all += issue.severity == Severity::error ? "error " : "warning ";
        all += std::string(word_of(issue.type)) + " " + issue.pointer + ": " + issue.what + "\n";
    }
    return all;
}

inline Questionnaire read(std::string_view items) {
    auto form = read_form(questionnaire(items), "q.json");
    return form ? std::move(form->questionnaire) : Questionnaire{};
}

// What validation says of a whole response.
inline std::string said_of(std::string_view form_json, std::string_view response_json, Date on = today) {
    const auto form = read_form(form_json, "q.json");
    auto answers = read_form_response(response_json, "r.json");
    if (!form || !answers) return "unreadable\n";
    const Outline outline(form->questionnaire);
    const Tree tree(outline, answers->response, answers->issues);
    validate(form->questionnaire, answers->response, tree, on, answers->issues);
    return lines(answers->issues);
}

// What validation says of a completed response with these items to a questionnaire with those.
inline std::string said(std::string_view form_items, std::string_view response_items) {
    return said_of(questionnaire(form_items), response(response_items));
}

// What lint says of a questionnaire of these items, what was found when it was read among it.
inline std::string lint_of(std::string_view items) {
    auto form = read_form(questionnaire(items), "q.json");
    if (!form) return "unreadable\n";
    lint(form->questionnaire, Outline(form->questionnaire), form->issues);
    return lines(form->issues);
}

}  // namespace needlewise::forms
