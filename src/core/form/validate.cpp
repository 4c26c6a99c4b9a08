#include "core/form/validate.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/form/syntax.h"
#include "core/form/validate_parts.h"

namespace needlewise {

namespace {

using Node = Tree::Node;

// An item with neither answers nor items says nothing, as if it were left out.
bool is_there(const Node& node) { return node.given && (!node.given->answers.empty() || !node.given->items.empty()); }

std::int64_t answers_given(const ResponseItem& item) { return std::ranges::count_if(item.answers, counts); }

class Validation {
public:
    // `of_twins` judges items whose linkId another beside them has: that is the form's fault, and nobody can tell which is meant.
    Validation(const Response& of, const Tree& laid_out, bool is_finished, Issues& to, Validation* of_twins)
        : tree(laid_out), finished(is_finished), issues(to), checks(of, to), twins(of_twins) {}

    // All items that stand in a node: the root, a group or an answer.
    void below(std::size_t node) {
        for (std::size_t first = node + 1; first < tree.nodes()[node].end;) {
            Validation& judge = twins && tree.is_twin(first) ? *twins : *this;
            judge.certain = certain;
            first = judge.repetitions(first, tree.nodes()[node].end);
        }
    }

private:
    // All that is there of one item, up to the first node that is not of it.
    std::size_t repetitions(std::size_t first, std::size_t end) {
        const auto& nodes = tree.nodes();
        std::size_t next = first;
        std::int64_t there = 0;
        for (; next < end && nodes[next].entry == nodes[first].entry; next = nodes[next].end) {
            if (is_there(nodes[next]) || is_shown(next)) ++there;
            item(next, there);
        }
        occurrences(first, next, there);
        return next;
    }

    void item(std::size_t node, std::int64_t nth) {
        const Node& here = tree.nodes()[node];
        if (!here.given) return;
        const Item& item = tree.item(node);
        structure(node, item);
        if (!here.enabled) {
            if (has_answer(*here.given))
                error(node, IssueType::business_rule, quoted(item.link_id) + " is answered but not asked: its conditions do not hold",
                      "leave it out");
            return;
        }
        if (nth > 1 && (is_there(here) || is_shown(node))) repeated(node, item);
        const bool was_certain = std::exchange(certain, certain && !tree.is_uncertain(node));
        if (is_question(item.type)) answers(node, item);
        if (!is_question(item.type)) below(node);
        else if (!here.given->answers.empty()) below_answers(node);  // what stands below an answer is not asked without one
        certain = was_certain;
    }

    void below_answers(std::size_t node) {
        const auto& nodes = tree.nodes();
        for (std::size_t answer = node + 1; answer < nodes[node].end; answer = nodes[answer].end) below(answer);
    }

    // Words have neither answers nor items.
    bool is_shown(std::size_t node) const { return tree.item(node).type == ItemType::display && tree.nodes()[node].given; }

    // What FHIR lets stand in an item of this type.
    void structure(std::size_t node, const Item& item) {
        const ResponseItem& given = *tree.nodes()[node].given;
        if (!is_question(item.type)) {
            const std::string kind = item.type == ItemType::group     ? "a group"
                                     : item.type == ItemType::display ? "only words"
                                                                      : "an abstract item";
            if (!given.answers.empty())
                error(node, IssueType::structure, quoted(item.link_id) + " is " + kind + " and has no answer",
                      item.type == ItemType::group ? "put its items directly into the item" : "leave the answer out", "/answer");
            if (item.type == ItemType::display && !given.items.empty())
                error(node, IssueType::structure, quoted(item.link_id) + " is only words and has no items", "leave them out", "/item");
        } else if (!given.items.empty()) {
            error(node, IssueType::structure, "items below the question " + quoted(item.link_id) + " stand in its answer",
                  "move them there", "/item");
        }
        if (!given.text.empty() && !item.text.empty() && given.text != item.text && !is_translation(item, given.text))
            issues.add({Severity::warning, IssueType::business_rule, tree.pointer(node) + "/text",
                        "the text is not that of the questionnaire", ""});
    }

    static bool is_translation(const Item& item, const std::string& text) {
        return std::ranges::find(item.look.translations, text, &Translations::value_type::second) != item.look.translations.end();
    }

    void repeated(std::size_t node, const Item& item) {
        if (is_question(item.type))
            error(node, IssueType::structure, quoted(item.link_id) + " stands here twice", "a question has one item with all its answers");
        else if (!item.repeats)
            error(node, IssueType::structure, quoted(item.link_id) + " stands here twice and does not repeat", "keep one of them");
    }

    // How often a group is there, and that what is required is there at all, a group in each of its repetitions.
    void occurrences(std::size_t first, std::size_t end, std::int64_t there) {
        const auto& nodes = tree.nodes();
        const Item& item = tree.item(first);
        if (!nodes[first].enabled) return;
        const std::string place = tree.pointer(nodes[first].given ? first : nodes[first].parent);
        const bool was_certain = std::exchange(certain, certain && !tree.is_uncertain(first));
        if (there == 0) missed(first, place);
        for (std::size_t node = first; there > 0 && node < end && item.type == ItemType::group; node = nodes[node].end)
            if (!is_there(nodes[node])) missed(node, tree.pointer(node));
        if (there > 0 && item.type == ItemType::group) number_of(place, item, there, "repetition");
        certain = was_certain;
    }

    void missed(std::size_t node, const std::string& place) {
        const Asked asked = tree.item(node).required ? asked_in(node) : Asked::nothing;
        const bool was_certain = std::exchange(certain, certain && asked != Asked::perhaps);
        if (asked != Asked::nothing) missing(place, tree.item(node));
        certain = was_certain;
    }

    // Whether a question is asked there, which can be answered: an item that is words alone, or nothing at all now, is not missed.
    enum class Asked { nothing, perhaps, something };
    Asked asked_in(std::size_t node) const {
        const ItemType type = tree.item(node).type;
        if (tree.item(node).link_id.empty()) return Asked::nothing;  // no item of a response can be it
        if (is_question(type)) return type == ItemType::unknown ? Asked::nothing : Asked::something;
        Asked most = Asked::nothing;
        const auto& nodes = tree.nodes();
        for (std::size_t child = node + 1; child < nodes[node].end && most != Asked::something; child = nodes[child].end) {
            if (!nodes[child].enabled) continue;
            const Asked here = asked_in(child);
            most = std::max(most, tree.is_uncertain(child) ? std::min(here, Asked::perhaps) : here);
        }
        return most;
    }

    void answers(std::size_t node, const Item& item) {
        const ResponseItem& given = *tree.nodes()[node].given;
        const std::string place = tree.pointer(node);
        AnswerCheck& check = checks.of(item);
        for (std::size_t i = 0; i < given.answers.size(); ++i) check.check(given.answers[i], place + "/answer/" + std::to_string(i));
        if (given.answers.size() > 1 && !item.repeats)
            error(node, IssueType::structure, quoted(item.link_id) + " takes one answer, not " + std::to_string(given.answers.size()),
                  "keep one of them", "/answer/1");
        const std::int64_t count = answers_given(given);
        if (count == 0) {
            if (!given.answers.empty() && item.required) missing(place, item);
            else if (given.answers.empty() && !item.required) number_of(place, item, 0, "answer");
            return;
        }
        number_of(place, item, count, "answer");
        untouched(place, item, given, check);
        if (given.answers.size() > 1) exclusive(node, item, check);
    }

    void number_of(const std::string& place, const Item& item, std::int64_t count, const std::string& of) {
        const auto& [least, most] = std::pair{item.limits.least_answers, item.limits.most_answers};
        if (least && count < *least)
            unfinished(place, IssueType::required,
                       quoted(item.link_id) + " has " + std::to_string(count) + " " + of + (count == 1 ? "" : "s"),
                       "at least " + std::to_string(*least));
        if (most && count > *most)
            issues.add({Severity::error, IssueType::business_rule, place,
                        quoted(item.link_id) + " has " + std::to_string(count) + " " + of + (count == 1 ? "" : "s"),
                        "at most " + std::to_string(*most)});
    }

    // A person cannot change a readOnly answer; a program that fills in the form may.
    void untouched(const std::string& place, const Item& item, const ResponseItem& given, const AnswerCheck& check) {
        if (!item.read_only || item.initial.empty()) return;
        if (!std::ranges::all_of(given.answers, [&](const Answer& answer) { return check.is_initial(answer); }))
            issues.add({Severity::warning, IssueType::business_rule, place,
                        quoted(item.link_id) + " is readOnly and not as it was at first", "only a program may change it"});
    }

    void exclusive(std::size_t node, const Item& item, const AnswerCheck& check) {
        const std::vector<Answer>& given = tree.nodes()[node].given->answers;
        std::set<std::size_t> said;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto option = check.exclusive(given[i]);
            if (!option || !said.insert(*option).second) continue;
            error(node, IssueType::business_rule, in_words(*given[i].value) + " goes with no other answer to " + quoted(item.link_id),
                  "keep it alone, or leave it out", "/answer/" + std::to_string(i));
        }
    }

    void missing(const std::string& place, const Item& item) {
        const bool group = item.type == ItemType::group;
        unfinished(
            place, IssueType::required,
            group ? "the group " + quoted(item.link_id) + " is required and empty" : quoted(item.link_id) + " is required and not answered",
            group ? "it needs at least one item" : "answer it");
    }

    // What only a finished response must have, and only where it is asked (R4: item.required has meaning if the condition is true).
    void unfinished(const std::string& place, IssueType type, std::string what, std::string hint) {
        if (!certain) hint += "; only if it is asked, which cannot be told here";
        issues.add({finished && certain ? Severity::error : Severity::warning, type, place, std::move(what), std::move(hint)});
    }

    void error(std::size_t node, IssueType type, std::string what, std::string hint, const std::string& within = {}) {
        issues.add({Severity::error, type, tree.pointer(node) + within, std::move(what), std::move(hint)});
    }

    const Tree& tree;
    bool finished;
    bool certain = true;  // that what is looked at is asked
    Issues& issues;
    AnswerChecks checks;
    Validation* twins;
};

constexpr std::array<std::string_view, 5> statuses{"in-progress", "completed", "amended", "entered-in-error", "stopped"};

void check_subject(const Questionnaire& questionnaire, const Response& response, Issues& issues) {
    const std::string about =
        type_referred({response.subject, response.subject_type, {}}, response, "/subject", issues).value_or(response.subject_type);
    if (about.empty() || questionnaire.subjects.empty() || std::ranges::contains(questionnaire.subjects, about)) return;
    issues.add({Severity::error, IssueType::business_rule, "/subject", "the questionnaire is not about a " + about,
                "about: " + questionnaire.subjects.front()});
}

// What R4 lets each reference beside the answers lead to.
struct Allowed {
    std::string_view field;
    std::array<std::string_view, 6> types;  // empty after the last
};
constexpr std::array allowed_circumstances{
    Allowed{"/author", {"Device", "Organization", "Patient", "Practitioner", "PractitionerRole", "RelatedPerson"}},
    Allowed{"/basedOn", {"CarePlan", "ServiceRequest"}},
    Allowed{"/encounter", {"Encounter"}},
    Allowed{"/partOf", {"Observation", "Procedure"}},
    Allowed{"/source", {"Patient", "Practitioner", "PractitionerRole", "RelatedPerson"}},
};

void check_circumstances(const Response& response, Issues& issues) {
    for (const auto& [pointer, to] : response.circumstances) {
        const std::string type = type_referred(to, response, pointer, issues).value_or("");
        const auto allowed =
            std::ranges::find_if(allowed_circumstances, [&](const Allowed& one) { return pointer.starts_with(one.field); });
        if (type.empty() || allowed == allowed_circumstances.end() || std::ranges::contains(allowed->types, std::string_view(type)))
            continue;
        std::string types;
        for (const std::string_view one : allowed->types)
            if (!one.empty()) types += (types.empty() ? "" : ", ") + std::string(one);
        issues.add({Severity::error, IssueType::structure, pointer, "a " + type + " cannot stand here", "refer to: " + types});
    }
}

void check_top(const Questionnaire& questionnaire, const Response& response, Date today, Issues& issues) {
    const auto add = [&](Severity severity, IssueType type, std::string pointer, std::string what, std::string hint = {}) {
        issues.add({severity, type, std::move(pointer), std::move(what), std::move(hint)});
    };
    if (response.status.empty()) {
        add(Severity::error, IssueType::required, "", "the response has no status", "for example completed");
    } else if (std::ranges::find(statuses, response.status) == statuses.end()) {
        add(Severity::error, IssueType::code_invalid, "/status", quoted(response.status) + " is no status of a response",
            "one of: in-progress, completed, amended, entered-in-error, stopped");
    }
    const std::string url = response.questionnaire.substr(0, response.questionnaire.find('|'));
    if (response.questionnaire.empty())
        add(Severity::warning, IssueType::required, "", "the response does not say which questionnaire it answers",
            "give \"questionnaire\"");
    else if (!questionnaire.url.empty() && !url.starts_with('#') && url != questionnaire.url)
        add(Severity::warning, IssueType::business_rule, "/questionnaire", "answers another questionnaire, " + quoted(url),
            "this one is " + quoted(questionnaire.url));
    const std::string version = url.size() < response.questionnaire.size() ? response.questionnaire.substr(url.size() + 1) : "";
    if (!version.empty() && !questionnaire.version.empty() && version != questionnaire.version)
        add(Severity::warning, IssueType::business_rule, "/questionnaire", "answers version " + quoted(version),
            "this is version " + quoted(questionnaire.version));
    if (!questionnaire.status.empty() && questionnaire.status != "active")
        add(Severity::warning, IssueType::business_rule, "",
            "the questionnaire is not in use: its status is " + quoted(questionnaire.status));
    const Moment written = response.authored.value_or(Moment(today));
    const bool late = questionnaire.until && std::is_gt(compare(written, *questionnaire.until));
    const bool early = questionnaire.from && std::is_lt(compare(written, *questionnaire.from));
    if (late || early)
        add(Severity::warning, IssueType::business_rule, response.authored ? "/authored" : "",
            "written " + std::string(late ? "after" : "before") + " the questionnaire was in use",
            (late ? "in use until " + questionnaire.until->text() : "in use from " + questionnaire.from->text()));
    check_subject(questionnaire, response, issues);
    check_circumstances(response, issues);
}

}  // namespace

void validate(const Questionnaire& questionnaire, const Response& response, const Tree& tree, Date today, Issues& issues) {
    check_top(questionnaire, response, today, issues);
    const bool finished = response.status == "completed" || response.status == "amended" || response.status.empty();
    Issues doubtful;
    Validation of_twins(response, tree, finished, doubtful, nullptr);
    Validation(response, tree, finished, issues, &of_twins).below(0);
    issues.add_as_warnings(doubtful);
}

Issues validate(const Questionnaire& questionnaire, const Response& response, Date today) {
    Issues issues;
    const Outline outline(questionnaire);
    const Tree tree(outline, response, issues);
    validate(questionnaire, response, tree, today, issues);
    return issues;
}

}  // namespace needlewise
