// Thousands of people through every page, sheet, file and the JSON: each invariant holds of each of them. Who fails is printed as a case
// that `needlewise assess` and `pages` read. Run in the project's folder.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "content/exchange/response.h"
#include "content/load/load.h"
#include "cover/invariants.h"
#include "cover/people.h"
#include "support/read_files.h"

namespace {

using namespace needlewise;

const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{27}};

struct Tally {
    std::size_t looked = 0, broken = 0;
};

void print_case(const Content& content, const cover::Person& person, std::string_view name, const std::string& fault) {
    std::printf("\n%.*s\n  %s\n  on %s: %s\n%s\n", static_cast<int>(name.size()), name.data(), fault.c_str(), iso_date(today).c_str(),
                person.about.c_str(), write_response(content.questionnaire, person.answers, true).c_str());
}

}  // namespace

int main() {
    const auto content = load_content(read_folder("assets"));
    if (!content) {
        for (const Problem& problem : content.error()) std::fprintf(stderr, "%s\n", to_line(problem).c_str());
        return EXIT_FAILURE;
    }
    constexpr std::size_t least_people = 3000, most_printed = 2;
    const auto people = cover::people(*content, today);
    std::vector<Tally> tallies(cover::invariants().size());
    for (const cover::Person& person : people) {
        const cover::Case who = cover::case_of(*content, person.answers, today);
        if (!who.found.plan) {
            print_case(*content, person, "everybody in the cover has answered everything", "a question is open");
            return EXIT_FAILURE;
        }
        for (std::size_t i = 0; i < tallies.size(); ++i) {
            const cover::Invariant& invariant = cover::invariants()[i];
            const std::string fault = invariant.broken(who);
            ++tallies[i].looked;
            if (!fault.empty() && ++tallies[i].broken <= most_printed) print_case(*content, person, invariant.name, fault);
        }
    }
    for (std::size_t i = 0; i < tallies.size(); ++i)
        std::printf("%6zu of %zu  %.*s\n", tallies[i].looked - tallies[i].broken, tallies[i].looked,
                    static_cast<int>(cover::invariants()[i].name.size()), cover::invariants()[i].name.data());
    const auto failed =
        std::ranges::count_if(tallies, [](const Tally& tally) { return tally.broken > 0; }) + (people.size() < least_people ? 1 : 0);
    std::printf("%zu people\n%zu passed, %td failed\n", people.size(), tallies.size() - static_cast<std::size_t>(failed), failed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
