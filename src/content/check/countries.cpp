// Numbers and services of countries stand in assets/model/countries.json alone: a sentence that holds one is right for some readers
// and sends the others astray.
#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "content/check/checks.h"
#include "content/json.h"
#include "content/load/load.h"
#include "core/letters.h"

namespace needlewise {

namespace {

// Names that sentences used to say, beside those in the table.
constexpr std::array services = std::to_array<std::string_view>({"NHS", "A&E", "SAMU", "SOR", "casualty", "Casualty"});

// Shorter figures stand in sentences for other things, and clinical sentences hold none at all.
constexpr std::size_t shortest_number = 3;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// What may not be said: numbers without the gaps in them, and names of services.
struct Forbidden {
    std::set<std::string, std::less<>> numbers, names;
};

void forbid(Forbidden& forbidden, const HelpLine& line) {
    std::string number;
    std::ranges::copy_if(line.number, std::back_inserter(number), is_digit);
    if (number.size() >= shortest_number) forbidden.numbers.insert(std::move(number));
    if (!line.number.empty() && !line.name.empty()) forbidden.names.insert(line.name);
}

Forbidden forbidden_by(const Countries& countries) {
    Forbidden forbidden;
    forbidden.names.insert(services.begin(), services.end());
    forbid(forbidden, countries.europe);
    forbid(forbidden, countries.north_america);
    for (const Country& country : countries.all) {
        forbid(forbidden, country.emergency);
        for (const auto* line : {&country.advice, &country.crisis})
            if (*line) forbid(forbidden, **line);
    }
    return forbidden;
}

// The name as words of its own, not as a part of a longer one.
bool says(std::string_view sentence, std::string_view name) {
    for (std::size_t at = sentence.find(name); at != std::string_view::npos; at = sentence.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !is_letter(sentence[at - 1])) && (end == sentence.size() || !is_letter(sentence[end]))) return true;
    }
    return false;
}

// Figures with gaps between them are one number: "0800 111 0 111".
std::vector<std::string> numbers_in(std::string_view sentence) {
    std::vector<std::string> numbers;
    std::string all;
    for (std::size_t i = 0; i <= sentence.size(); ++i) {
        if (i < sentence.size() && is_digit(sentence[i])) {
            all += sentence[i];
            continue;
        }
        const bool gap = i + 1 < sentence.size() && sentence[i] == ' ' && is_digit(sentence[i + 1]);
        if (gap && !all.empty()) continue;
        if (!all.empty()) numbers.push_back(std::move(all));
        all.clear();
    }
    return numbers;
}

}  // namespace

void check_countries(const Content& content, Problems& problems) {
    Reporter report(problems, words_path(content.words.language));
    const Forbidden forbidden = forbidden_by(content.countries);
    constexpr std::string_view hint = "name {emergency.number}, {advice.line}, {crisis.line} or {exposure.place}";
    for (const auto& [key, sentence] : content.words.by_key) {
        for (const std::string& number : numbers_in(sentence))
            if (forbidden.numbers.contains(number))
                report.error(pointer_step(key), "the number " + number + " is right in some countries only", std::string(hint));
        for (const std::string& name : forbidden.names)
            if (says(sentence, name)) report.error(pointer_step(key), "\"" + name + "\" is a service of one country", std::string(hint));
    }
}

}  // namespace needlewise
