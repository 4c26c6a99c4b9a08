// The commands. Each returns the exit code; it writes to stdout once, at the end, or not at all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "core/content.h"
#include "core/problem.h"

namespace needlewise {

enum Exit { fine = 0, faulty = 1, unreadable = 2 };

int assess_command(const Arguments& arguments);
int pages_command(const Arguments& arguments);
int export_command(const Arguments& arguments);
int check_command(const Arguments& arguments);
int validate_command(const Arguments& arguments);
int enabled_command(const Arguments& arguments);

// What `assess`, `pages` and `export` start from; on failure the Problems are on stderr and `exit` says how to end.
struct Person {
    Content content;
    Answers answers;
    Date today{};
    std::vector<std::string> open;  // linkIds that are not answered yet, or not in a way that can be used
    Problems problems;              // of the answers; they are on stderr too
};
Date today();  // the only clock of the command line
std::optional<Person> read_person(const Arguments& arguments, Exit& exit);

int print_out(const std::string& text);  // to stdout; fine, or unreadable when it cannot be written
// Nothing that sounds like a result leaves the program while a question is open: says which, and answers `faulty`.
int refuse_incomplete(const Person& person, const std::string& file);
void print_problems(const Problems& problems);  // a line each, to stderr

}  // namespace needlewise
