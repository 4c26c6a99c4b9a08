// Pack and content to content. What the clinic set stands in the place of what the project ships, and says that it is the
// clinic's: every number of a pack has a record of its own among the sources.
#include <algorithm>
#include <array>

#include "content/json.h"
#include "content/pack/parts.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

// Other pages lead to them, and harms are never left out.
constexpr std::array always_told = std::to_array<std::string_view>({"healing", "risks"});

// The figure that a rule uses, in days.
std::optional<double> days(const Number& number) {
    const auto usual = number.usual();
    return usual ? days_in(*usual, number.unit) : std::nullopt;
}

// Whether the figure in use is below that of another number; where they cannot be compared it is not.
bool below(const Number& number, const Number* other) {
    if (!other) return false;
    const bool same = number.unit == other->unit;
    const auto one = same ? number.usual() : days(number), most = same ? other->usual() : days(*other);
    return one && most && *one < *most;
}

// Where in the pack a number of the content is set: "wait.toxin" at "/waits/toxin".
std::string pointer_of(std::string_view number) {
    if (number.starts_with("visit.")) return "/visit_minutes" + pointer_step(number.substr(6));
    if (number.starts_with("wait.")) return "/waits" + pointer_step(number.substr(5));
    return number.ends_with(".interval") ? "/interval" : "/sessions";
}

std::string hint_for(std::string_view given, const std::vector<std::string_view>& known) {
    const std::string_view meant = nearest(given, known);
    if (!meant.empty()) return "did you mean \"" + std::string(meant) + "\"?";
    std::string hint = "known here: ";
    for (const std::string_view each : known) hint += (each == known.front() ? "" : ", ") + std::string(each);
    return hint;
}

// The numbers that a clinic may set below a prefix, without it.
std::vector<std::string_view> settable(const Content& content, std::string_view prefix) {
    std::vector<std::string_view> names;
    const auto add = [&](std::string_view number) {
        if (number.starts_with(prefix) && std::ranges::find(names, number.substr(prefix.size())) == names.end())
            names.push_back(number.substr(prefix.size()));
    };
    for (const VisitStep& step : content.visit) add(step.minutes);
    for (const Rule& rule : content.rules)
        if (rule.wait) add(rule.wait->number);
    return names;
}

std::string_view prefix_of(std::string_view number) {
    if (number.starts_with("visit.")) return "visit.";
    if (number.starts_with("wait.")) return "wait.";
    return {};
}

// A pack may ask for more caution than the evidence, never for less: it is one file that anyone may have written, and a
// patient cannot tell a well-considered shorter wait from a slip.
void check_wait(const Number& shipped, const Number& own, const std::string& pointer, Reporter& report) {
    const auto least = days(shipped), here = days(own);
    if (!least || !here) return report.error(pointer + "/unit", "a wait is in days or weeks");
    if (*here >= *least) return;
    const double figure = *least / (own.unit == "week" ? days_per_week : 1);
    const auto shown = static_cast<int>(figure) + (figure > static_cast<int>(figure) ? 1 : 0);
    report.error(pointer, "shorter than the wait this program uses",
                 "at least " + std::to_string(shown) + " " + own.unit + "s; a clinic may only ask for longer");
}

void check_numbers_fit(const Pack& pack, const Content& content, Reporter& report) {
    for (const auto& [name, own] : pack.numbers) {
        const std::string pointer = pointer_of(name);
        const std::string_view prefix = prefix_of(name);
        const auto known = settable(content, prefix);
        const std::string_view last = std::string_view(name).substr(prefix.size());
        const Number* shipped = content.number(name);
        if (!shipped || (!prefix.empty() && std::ranges::find(known, last) == known.end())) {
            report.error(pointer, "there is nothing called \"" + std::string(last) + "\" to set", hint_for(last, known));
        } else if (prefix == "wait.") {
            check_wait(*shipped, own.number, pointer, report);
        } else if (own.number.unit != shipped->unit) {
            report.error(pointer + "/unit", "the unit is \"" + own.number.unit + "\"", "give it in \"" + shipped->unit + "\"");
        }
    }
}

// The number as the content will have it. Of a wait that a clinic gives as a range the longest is used: it must not end early.
Number as_set(const std::string& name, const PackNumber& own, const Number* shipped) {
    Number number = own.number;
    if (name.starts_with("wait.") && !number.typical) number.typical = number.high;
    if (shipped) {
        number.at_least = shipped->at_least;
        number.at_most = shipped->at_most;
    }
    return number;
}

// A clinic that sets two waits of which one is the more careful may not turn them round.
void check_order(const Pack& pack, const Content& content, Reporter& report) {
    const auto in_force = [&](const std::string& name) {
        const auto own = pack.numbers.find(name);
        const Number* shipped = content.number(name);
        if (own != pack.numbers.end()) return as_set(name, own->second, shipped);
        return shipped ? *shipped : Number{};
    };
    for (const auto& [name, own] : pack.numbers) {
        const Number number = in_force(name), least = in_force(number.at_least);
        if (!number.at_least.empty() && below(number, &least))
            report.error(pointer_of(name), "shorter than " + pointer_of(number.at_least), "it is the wait of who needs the longer one");
    }
}

// What a pack did not set, and what may not fall below or pass what it did set, takes that figure over.
void follow(Content& content, const Pack& pack) {
    for (auto& [name, number] : content.numbers) {
        if (pack.numbers.contains(name)) continue;
        const Number *least = content.number(number.at_least), *most = content.number(number.at_most);
        const Number* taken = below(number, least) ? least : most && below(*most, &number) ? most : nullptr;
        if (!taken) continue;
        Number followed = *taken;
        followed.at_least = number.at_least;
        followed.at_most = number.at_most;
        number = std::move(followed);
    }
}

void check_topics_fit(const Pack& pack, const Content& content, Reporter& report) {
    std::vector<std::string_view> known;
    known.reserve(content.topics.size());
    for (const Topic& topic : content.topics) known.emplace_back(topic.id);
    for (const auto& [id, on] : pack.topics) {
        if (std::ranges::find(known, id) == known.end())
            report.error("/topics" + pointer_step(id), "there is no topic \"" + id + "\"", hint_for(id, known));
        else if (!on && std::ranges::find(always_told, id) != always_told.end())
            report.error("/topics" + pointer_step(id), "the topic \"" + id + "\" is always told",
                         "people must be able to read of harms and healing");
    }
}

// Parts that name numbers or questions of the content.
void check_names_free(const Pack& pack, const Content& content, Reporter& report) {
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        if (content.questionnaire.find(pack.questions[i].link_id))
            report.error("/questions" + at(i, "linkId"), "\"" + pack.questions[i].link_id + "\" is taken", "choose another linkId");
    }
}

void put_number(Content& content, const std::string& name, const PackNumber& own, const Clinic& clinic) {
    const std::string id = std::string(pack_source) + name;
    Source source;
    source.id = id;
    source.statement = own.note;
    source.citation = clinic.name;
    source.url = own.url;
    source.level = "set by the clinic";
    source.year = static_cast<int>(clinic.reviewed.year());
    source.checked = true;  // the clinic's own word, which is what it is shown as
    content.sources.insert_or_assign(id, std::move(source));
    Number number = as_set(name, own, content.number(name));
    number.sources = {id};
    number.reviewed = clinic.reviewed;
    content.numbers.insert_or_assign(name, std::move(number));
}

// A plan whose sessions or spacing the clinic set is the clinic's.
void mark_courses(Content& content, const Pack& pack) {
    for (CourseRule& course : content.courses) {
        if (course.basis == Basis::convention && (pack.numbers.contains(course.sessions) && pack.numbers.contains(course.interval)))
            course.basis = Basis::clinic;
    }
}

void put_questions(Content& content, const Pack& pack) {
    if (pack.questions.empty()) return;
    Item section;
    section.link_id = pack_section;
    section.children = pack.questions;
    content.questionnaire.items.push_back(std::move(section));
}

void put_languages(Content& content, const Pack& pack) {
    if (pack.languages.empty()) return;
    std::vector<std::string> both;
    for (const std::string& code : pack.languages)
        if (std::ranges::find(content.languages, code) != content.languages.end()) both.push_back(code);
    if (both.empty()) return;
    content.languages = std::move(both);
    content.clinic_languages = true;
}

std::string with_plain_braces(const std::string& text) {
    std::string escaped;
    for (const char c : text) escaped += c == '{' ? "{{" : std::string(1, c);
    return escaped;
}

}  // namespace

void check_fit(const Pack& pack, const Content& content, Reporter& report) {
    check_numbers_fit(pack, content, report);
    check_order(pack, content, report);
    check_topics_fit(pack, content, report);
    check_names_free(pack, content, report);
    Content with_questions;
    with_questions.questionnaire = content.questionnaire;
    put_questions(with_questions, pack);
    for (std::size_t i = 0; i < pack.questions.size(); ++i)
        check_conditions(with_questions, pack.questions[i].enable_when, "/questions" + at(i, "enableWhen"), report);
}

Result<Content> apply_pack(Content content, const Pack& pack) {
    Problems problems;
    Reporter report(problems, pack.file);
    check_fit(pack, content, report);
    if (has_errors(problems)) return std::unexpected(std::move(problems));
    for (const auto& [name, own] : pack.numbers) put_number(content, name, own, pack.clinic);
    follow(content, pack);
    mark_courses(content, pack);
    std::erase_if(content.topics, [&](const Topic& topic) {
        const auto named = pack.topics.find(topic.id);
        return named != pack.topics.end() && !named->second;
    });
    put_questions(content, pack);
    put_languages(content, pack);
    if (!pack.logo.empty() && !content.figures.empty()) content.figures.emplace(pack_logo);
    content.clinic = pack.clinic;
    content.version += "+" + pack.clinic.id + "." + iso_date(pack.clinic.reviewed);
    put_words(pack, content.words);
    return content;
}

void put_words(const Pack& pack, Words& words) {
    const auto put = [&](const std::string& language) {
        const auto own = pack.words.find(language);
        if (own == pack.words.end()) return;
        for (const auto& [key, text] : own->second) words.by_key.insert_or_assign(key, with_plain_braces(text));
    };
    put(pack.base_language());  // what is not translated is better read in another language than not at all
    if (words.language != pack.base_language()) put(words.language);
}

}  // namespace needlewise
