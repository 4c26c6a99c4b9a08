// The command line as values.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"

namespace needlewise {

struct Arguments {
    std::string command;  // "assess", "pages", "export", "check", "validate", "enabled", "version", "help"
    std::vector<std::string> files;
    std::string language = "en";
    std::string country;              // whom to call; empty: not known
    std::optional<Date> on;           // absent: today
    std::optional<std::string> page;  // absent: all pages
    std::string format;               // of export: fhir, ics, text, link
    std::string pack;                 // of a clinic; empty: none
    std::string assets;               // empty: where they are found
};

// The arguments without the program's name; on failure one sentence that says what is wrong.
std::expected<Arguments, std::string> read_arguments(const std::vector<std::string>& words);

std::string_view usage();

}  // namespace needlewise
