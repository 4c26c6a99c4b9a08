// Every page one person meets, as text.
#include "cli/commands.h"
#include "core/flow.h"
#include "core/page.h"
#include "core/print.h"

namespace needlewise {

namespace {

// The addresses of all pages, in the order of the journey.
std::vector<std::string> paths(const Person& person) {
    std::vector<std::string> all{""};
    for (const QuestionPage& page : question_pages(person.content.questionnaire, person.answers))
        all.push_back("questions/" + page.item->link_id);
    all.push_back("review");
    for (const std::string& part : result_parts()) all.push_back(part.empty() ? "result" : "result/" + part);
    for (const char* path : {"learn", "learn/procedure"}) all.push_back(path);
    for (const Topic& topic : person.content.topics) {
        if (topic.id != "procedure") all.push_back("learn/" + topic.id);
    }
    for (const char* path : {"sources", "about", "help"}) all.push_back(path);
    return all;
}

std::string page_text(const Person& person, const std::string& path) {
    Model model;
    model.answers = person.answers;
    model.today = person.today;
    model.place = place_at(person.content, path);
    return "=== " + (path.empty() ? "home" : path) + " ===\n\n" + print(make_page(person.content, model)) + "\n";
}

}  // namespace

int pages_command(const Arguments& arguments) {
    Exit exit = fine;
    const auto person = read_person(arguments, exit);
    if (!person) return exit;
    std::vector<std::string> wanted = paths(*person);
    if (arguments.page) {
        const std::string path = *arguments.page == "home" ? "" : *arguments.page;
        if (path_of(place_at(person->content, path)) != path) {
            print_problems({{Severity::error, "", "", "there is no page \"" + path + "\"", "for example: home, review, result/course"}});
            return unreadable;
        }
        wanted = {path};
    }
    std::string text;
    for (const std::string& path : wanted) text += page_text(*person, path);
    return print_out(text);
}

}  // namespace needlewise
