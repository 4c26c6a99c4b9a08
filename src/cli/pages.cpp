// The pages of one person's way, as text.
#include <algorithm>
#include <cmath>

#include "cli/commands.h"
#include "core/form/flow.h"
#include "core/pages/page.h"
#include "core/pages/print.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

constexpr const char* healing_path = "result/healing";

// Their addresses, in the order of the journey.
std::vector<std::string> paths(const Person& person) {
    std::vector<std::string> all{""};
    for (const QuestionPage& page : question_pages(person.content.questionnaire, person.answers))
        all.push_back("questions/" + page.item->link_id);
    all.push_back("review");
    for (const std::string& part : result_parts()) all.push_back(part.empty() ? "result" : "result/" + part);
    all.push_back("result/sheet");
    for (const char* path : {"learn", "learn/procedure"}) all.push_back(path);
    for (const Topic& topic : person.content.topics) all.push_back("learn/" + topic.id);
    for (const char* path : {"sources", "about", "help"}) all.push_back(path);
    return all;
}

Model model_at(const Person& person, const std::string& path) {
    Model model;
    model.answers = person.answers;
    model.today = person.today;
    model.place = place_at(person.content, path);
    return model;
}

std::string page_text(const Person& person, const std::string& path) {
    const Page page = make_page(person.content, model_at(person, path));
    return "=== " + (path.empty() ? "home" : path) + " ===\n\n" + print(page) + "\n";
}

// What the slider of the healing page shows later on; the page itself shows the hour of the session.
std::string later_moments(const Person& person) {
    const auto& moments = person.content.healing.moments;
    std::string text;
    for (const double hours : {2 * hours_per_day, hours_per_week, 3 * hours_per_month}) {
        const auto moment = std::ranges::find(moments, hours);
        if (moment == moments.end()) continue;
        Model model = model_at(person, healing_path);
        model.moment = static_cast<int>(moment - moments.begin());
        Page page = make_page(person.content, model);
        const Node* region = find_id(page, "time-machine");
        if (!region) continue;
        Page part{.place = page.place, .title = page.title, .language = page.language, .nodes = {*region}};
        text += "=== " + std::string(healing_path) + ", " + std::to_string(std::lround(hours)) + " hours ===\n\n" + print(part) + "\n";
    }
    return text;
}

}  // namespace

int pages_command(const Arguments& arguments) {
    Exit exit = fine;
    const auto person = read_person(arguments, exit);
    if (!person) return exit;
    std::vector<std::string> wanted = paths(*person);
    if (arguments.page) {
        const std::string path = *arguments.page == "home" ? "" : *arguments.page;
        if (place_at(person->content, path).kind == PageKind::missing) {
            print_problems({{Severity::error, "", "", "there is no page \"" + path + "\"", "for example: home, review, result/course"}});
            return unreadable;
        }
        wanted = {path};
    }
    std::string text;
    for (const std::string& path : wanted) {
        text += page_text(*person, path);
        if (path == healing_path) text += later_moments(*person);
    }
    const int printed = print_out(text);
    if (printed != fine || person->open.empty()) return printed;
    return refuse_incomplete(*person, arguments.files.front());
}

}  // namespace needlewise
