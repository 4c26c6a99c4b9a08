// A small consultation for tests, built in code, so that every test says in its own lines what it depends on.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/assessment/parts.h"
#include "core/form/flow.h"
#include "core/journey/update.h"

namespace needlewise::sample {

inline Coding coding(std::string code) { return {"urn:needlewise:consultation", std::move(code)}; }

inline Date day(std::string_view iso) { return parse_date(iso).value_or(Date{}); }

inline const Date today = day("2026-11-22");

// ---- Conditions ---------------------------------------------------------------------------------------------------

inline Condition is(std::string question, std::string code) { return {std::move(question), Operator::equal, coding(std::move(code))}; }

inline Conditions all_of(std::vector<Condition> list) { return {std::move(list), false}; }
inline Conditions any_of(std::vector<Condition> list) { return {std::move(list), true}; }
inline Conditions when(std::string question, std::string code) { return all_of({is(std::move(question), std::move(code))}); }

// ---- Questions ----------------------------------------------------------------------------------------------------

inline Item item(std::string link_id, ItemType type, bool required, Conditions enable_when = {}) {
    Item made;
    made.link_id = std::move(link_id);
    made.type = type;
    made.required = required;
    made.enable_when = std::move(enable_when);
    return made;
}

// A required choice of one. Options may carry a score.
inline Item choice(std::string link_id, std::initializer_list<std::string> codes, Conditions enable_when = {}) {
    Item made = item(std::move(link_id), ItemType::choice, true, std::move(enable_when));
    for (const std::string& code : codes) made.options.push_back({coding(code), {}, false, std::nullopt, {}});
    return made;
}

// A required choice of several; "none", if there, is exclusive.
inline Item choices(std::string link_id, std::initializer_list<std::string> codes, Conditions enable_when = {}) {
    Item made = choice(std::move(link_id), codes, std::move(enable_when));
    made.repeats = true;
    for (Option& option : made.options) option.exclusive = option.coding.code == "none";
    return made;
}

inline Item scored(std::string link_id) {
    Item made = choice(std::move(link_id), {"0", "1", "2", "3", "4"});
    made.required = false;
    for (int score = 0; Option & option : made.options) option.ordinal = score++;
    return made;
}

inline Item date(std::string link_id, DateWindow window, Conditions enable_when = {}) {
    Item made = item(std::move(link_id), ItemType::date, true, std::move(enable_when));
    made.date_window = window;
    return made;
}

inline Item optional(Item made) {
    made.required = false;
    return made;
}

inline Item group(std::string link_id, std::vector<Item> children, Conditions enable_when = {}) {
    Item made = item(std::move(link_id), ItemType::group, false, std::move(enable_when));
    made.children = std::move(children);
    return made;
}

// goal | scar-kind (acne scars only) | tone: eyes, burn | health | toxin-date (after toxin only) | dates: start-date,
// has-event, event-date (with an event only)
inline Questionnaire questionnaire() {
    Questionnaire made;
    made.items = {
        group("goal-section", {choice("goal", {"acne-scars", "stretch-marks", "laxity"}),
                               optional(choices("scar-kind", {"ice-pick", "rolling", "boxcar"}, when("goal", "acne-scars")))}),
        group("skin-section", {group("tone", {scored("eyes"), scored("burn")})}),
        group("health-section", {choices("health", {"cold-sores", "toxin", "isotretinoin", "none"}),
                                 optional(date("toxin-date", DateWindow::past, when("health", "toxin")))}),
        group("plans-section", {group("dates", {optional(date("start-date", DateWindow::future)), choice("has-event", {"yes", "no"}),
                                                date("event-date", DateWindow::future, when("has-event", "yes"))})}),
    };
    return made;
}

// ---- Numbers ------------------------------------------------------------------------------------------------------

inline Number figure(double typical, std::string unit, std::vector<std::string> sources = {}) {
    return {std::nullopt, typical, std::nullopt, std::move(unit), Basis::evidence, std::move(sources), {}};
}

inline Number range(double low, double high, std::string unit, std::vector<std::string> sources = {}) {
    return {low, std::nullopt, high, std::move(unit), Basis::evidence, std::move(sources), {}};
}

inline Number range(double low, double typical, double high, std::string unit, std::vector<std::string> sources = {}) {
    return {low, typical, high, std::move(unit), Basis::evidence, std::move(sources), {}};
}

// ---- People -------------------------------------------------------------------------------------------------------

using Given = std::vector<std::pair<std::string, std::vector<Value>>>;

inline Answers answers(const Given& given) {
    Answers made;
    for (const auto& [link_id, values] : given) made.set(link_id, values);
    return made;
}

// Amina: acne scars, healthy, no event. Every page is answered.
inline Answers amina() {
    return answers({{"goal", {coding("acne-scars")}},
                    {"scar-kind", {coding("rolling")}},
                    {"health", {coding("none")}},
                    {"has-event", {coding("no")}}});
}

// ---- Content ------------------------------------------------------------------------------------------------------

inline CourseRule course_rule(std::string id, Conditions when, std::vector<Protocol> protocols, std::string improvement) {
    CourseRule rule;
    rule.id = std::move(id);
    rule.when = std::move(when);
    rule.basis = Basis::convention;
    rule.protocols = std::move(protocols);
    rule.sessions = "sessions";
    rule.interval = "interval";
    rule.judge_after = "judge";
    rule.improvement = std::move(improvement);
    return rule;
}

inline Rule rule(std::string id, FindingAction action, Conditions when = {}, std::optional<Wait> wait = std::nullopt,
                 std::vector<std::string> sources = {}) {
    Rule made;
    made.id = std::move(id);
    made.action = action;
    made.when = std::move(when);
    made.wait = std::move(wait);
    made.sources = std::move(sources);
    return made;
}

inline Content content() {
    Content made;
    made.questionnaire = questionnaire();
    made.numbers = {{"three", figure(3, "session")},
                    {"four", figure(4, "session")},
                    {"six", figure(6, "session")},
                    {"monthly", figure(4, "week")},
                    {"fortnightly", figure(2, "week")},
                    {"sessions", range(3, 4, 6, "session", {"RES-1"})},
                    {"interval", range(2, 4, 6, "week", {"RES-2"})},
                    {"judge", figure(12, "week", {"RES-1", "RES-3"})},
                    {"wait.toxin", range(2, 26, "week", {"SCR-44"})},
                    {"event.settle", figure(14, "day")}};
    made.courses = {
        course_rule("acne", when("goal", "acne-scars"),
                    {{"four", "monthly", {}, {"T-1"}}, {"three", "monthly", {}, {"T-2"}}, {"six", "fortnightly", {}, {"T-3"}}}, "acne"),
        course_rule("other", {}, {{"three", "monthly", {}, {}}, {"six", "monthly", {}, {}}}, "none")};
    made.rules = {rule("cold-sores", FindingAction::ask, when("health", "cold-sores"), std::nullopt, {"SCR-57"}),
                  rule("toxin", FindingAction::wait, when("health", "toxin"), Wait{"toxin-date", "wait.toxin"}, {"SCR-46"})};
    made.topics = {{"pain", {}}, {"healing", {}}};
    return made;
}

}  // namespace needlewise::sample
