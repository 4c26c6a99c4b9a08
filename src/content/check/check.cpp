#include "content/check/check.h"

#include <set>

#include "content/check/checks.h"
#include "content/json.h"
#include "core/skin/skin.h"

namespace needlewise {

Problems check(const Content& content) {
    Problems problems;
    check_questionnaire(content, problems);
    check_numbers(content, problems);
    check_rules(content, problems);
    check_guards(content, problems);
    check_courses(content, problems);
    check_healing(content, problems);
    check_topics(content, problems);
    check_understanding(content, problems);
    check_words(content, problems);
    check_wording(content, problems);
    check_countries(content, problems);
    return problems;
}

std::string at(std::size_t index, std::string_view field) {
    return pointer_step(index) + (field.empty() ? std::string() : pointer_step(field));
}

void check_sources(const Content& content, const std::vector<std::string>& sources, const std::string& pointer, Reporter& report) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (content.sources.contains(sources[i])) continue;
        report.error(pointer + at(i), "there is no source \"" + sources[i] + "\"", "sources are records in assets/evidence");
    }
}

void check_figure(const Content& content, const std::string& figure, const std::string& pointer, Reporter& report) {
    if (figure.empty() || content.figures.empty() || content.figures.contains(figure) || is_skin_patch(figure)) return;
    report.error(pointer, "there is no picture \"" + figure + "\"", "pictures are in assets/figures");
}

const Number* number_named(const Content& content, const std::string& name, const std::string& pointer, Reporter& report) {
    const Number* number = content.number(name);
    if (!number) report.error(pointer, "there is no number \"" + name + "\"", "numbers are in assets/model/numbers.json");
    return number;
}

void check_topics(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/topics.json");
    for (std::size_t i = 0; i < content.topics.size(); ++i) check_figure(content, content.topics[i].figure, at(i, "figure"), report);
}

void check_understanding(const Content& content, Problems& problems) {
    Reporter report(problems, "assets/model/check.json");
    for (std::size_t i = 0; i < content.check.size(); ++i) {
        const CheckQuestion& question = content.check[i];
        const std::set<std::string> different(question.options.begin(), question.options.end());
        if (different.size() < 2) report.error(at(i, "options"), "there is nothing to choose from", "name two options or more");
        if (different.size() != question.options.size()) report.error(at(i, "options"), "an option is named twice");
        if (!different.contains(question.right)) report.error(at(i, "right"), "\"" + question.right + "\" is none of the options");
        if (question.sources.empty()) report.error(at(i), "the question \"" + question.id + "\" names no source");
        check_sources(content, question.sources, at(i, "sources"), report);
    }
}

}  // namespace needlewise
