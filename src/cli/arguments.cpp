#include "cli/arguments.h"

#include <algorithm>
#include <array>

#include "core/country.h"

namespace needlewise {

namespace {

struct Command {
    std::string_view name;
    std::size_t least_files, most_files;
    std::string_view files;  // what it wants, for the message
};

constexpr std::size_t any = 1000;
constexpr std::array<std::string_view, 4> formats{"fhir", "ics", "text", "link"};

constexpr std::array commands{
    Command{"assess", 1, 1, "one response"},
    Command{"pages", 1, 1, "one response"},
    Command{"export", 1, 1, "one response"},
    Command{"check", 0, any, "files"},
    Command{"validate", 2, 2, "a questionnaire and a response"},
    Command{"enabled", 2, 2, "a questionnaire and a response"},
    Command{"version", 0, 0, "no file"},
    Command{"help", 0, 0, "no file"},
};

// A language is the name of a file: letters, figures and dashes.
bool is_language(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

using Wrong = std::optional<std::string>;  // what is wrong with a value

Wrong set_language(Arguments& arguments, const std::string& value) {
    if (!is_language(value)) return "\"" + value + "\" is no language: write for example --lang en";
    arguments.language = value;
    return std::nullopt;
}

Wrong set_country(Arguments& arguments, const std::string& value) {
    arguments.country = country_code(value);
    if (is_country(arguments.country)) return std::nullopt;
    return "\"" + value + "\" is no country: write two letters of ISO 3166, for example --country GB";
}

Wrong set_day(Arguments& arguments, const std::string& value) {
    arguments.on = parse_date(value);
    if (arguments.on) return std::nullopt;
    return "\"" + value + "\" is no date: write for example --on 2026-11-22";
}

Wrong set_format(Arguments& arguments, const std::string& value) {
    if (std::ranges::find(formats, value) == formats.end()) return "\"" + value + "\" is no format: fhir, ics, text or link";
    arguments.format = value;
    return std::nullopt;
}

Wrong set_page(Arguments& arguments, const std::string& value) {
    arguments.page = value;
    return std::nullopt;
}

Wrong set_pack(Arguments& arguments, const std::string& value) {
    arguments.pack = value;
    return std::nullopt;
}

Wrong set_assets(Arguments& arguments, const std::string& value) {
    arguments.assets = value;
    return std::nullopt;
}

struct Option {
    std::string_view name;
    Wrong (*set)(Arguments&, const std::string& value);
};

constexpr std::array options{
    Option{"--lang", set_language}, Option{"--country", set_country}, Option{"--on", set_day},        Option{"--page", set_page},
    Option{"--format", set_format}, Option{"--pack", set_pack},       Option{"--assets", set_assets},
};

Wrong wrong_with(const Arguments& arguments) {
    const auto command = std::ranges::find(commands, arguments.command, &Command::name);
    if (command == commands.end()) return "there is no command \"" + arguments.command + "\"";
    if (arguments.command == "export" && arguments.format.empty()) return "\"export\" needs --format fhir, ics, text or link";
    const std::size_t files = arguments.files.size();
    if (files >= command->least_files && files <= command->most_files) return std::nullopt;
    return "\"" + arguments.command + "\" takes " + std::string(command->files) + ", not " + std::to_string(files);
}

}  // namespace

std::expected<Arguments, std::string> read_arguments(const std::vector<std::string>& words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--help" || word == "-h") {
            arguments.command = "help";
            arguments.files.clear();
            return arguments;
        }
        if (word == "--version") {
            arguments.command = "version";
        } else if (const auto option = std::ranges::find(options, word, &Option::name); option != options.end()) {
            if (i + 1 == words.size()) return std::unexpected(word + " needs a value");
            if (Wrong wrong = option->set(arguments, words[++i])) return std::unexpected(*wrong);
        } else if (word.starts_with("--")) {
            return std::unexpected("there is no option " + word);
        } else if (arguments.command.empty()) {
            arguments.command = word;
        } else {
            arguments.files.push_back(word);
        }
    }
    if (arguments.command.empty()) return std::unexpected("no command");
    if (Wrong wrong = wrong_with(arguments)) return std::unexpected(*wrong);
    return arguments;
}

std::string_view usage() {
    return R"(Needlewise prepares a microneedling consultation. It never says who is suitable; the clinic decides.

  needlewise assess RESPONSE.json [--lang L] [--on DATE]
      The preparation sheet of one person as JSON. The response is a FHIR R4 QuestionnaireResponse.
  needlewise pages RESPONSE.json [--page PATH] [--lang L] [--country C] [--on DATE]
      All pages that person meets as text, or one: home, questions/goal, review, result/course, learn/pain …
  needlewise export RESPONSE.json --format fhir|ics|text|link [--lang L] [--country C] [--on DATE]
      What that person can take along: the answers as a FHIR Bundle, the days for a calendar, the printed sheet as text, or the
      end of a link that opens the answers.
  needlewise check [FILE…]
      A line for every problem in content files, clinic packs, responses and other people's questionnaires; without a file, in all
      content.
  needlewise validate QUESTIONNAIRE.json RESPONSE.json [--on DATE]
      Whether a response keeps to its questionnaire, both FHIR R4 and of anybody, as a FHIR OperationOutcome. 0: no errors.
  needlewise enabled QUESTIONNAIRE.json RESPONSE.json
      Which items of a questionnaire are enabled with these answers, as a JSON object from linkId to true or false.
  needlewise version

  --pack FILE   a clinic's pack, put into the content for assess, pages and export
  --lang L      language of the words: a file of assets/text (default en)
  --country C   whose emergency numbers, dates and units: GB, DE … (default: not known; a pack that names one goes before)
  --on DATE     today, as YYYY-MM-DD (default: the day it is)
  --assets DIR  the folder of the content (default: NEEDLEWISE_ASSETS, or found near the program or the current folder)

Ends with 0; 1 when the content of a file is at fault; 2 when a file cannot be read, is not JSON or is another resource,
or when the command line is wrong.
)";
}

}  // namespace needlewise
