// What protects people from a file that lost something: each guard of the shipped content is broken once, and the linter says so.
#include <gtest/gtest.h>

#include "content/check/check.h"
#include "content/json.h"
#include "content/load/load.h"
#include "support/expect.h"
#include "support/shipped.h"

namespace needlewise {
namespace {

constexpr std::string_view rules = "assets/model/rules.json", red_flags = "assets/model/red-flags.json",
                           aftercare = "assets/model/aftercare.json", numbers = "assets/model/numbers.json",
                           phototype = "assets/model/phototype.json", no_finding = "assets/model/no-finding.json";

using Files = std::map<std::string, std::string>;

Json read(const Files& files, std::string_view file) { return *parse_json(files.at(std::string(file)), file); }

Files with(std::string_view file, const Json& json) {
    Files files = shipped::files();
    files[std::string(file)] = json.dump();
    return files;
}

// The errors in one file, a line each; what cannot be loaded is an error too.
std::string errors_in(const Files& files, std::string_view file) {
    auto content = load_content(files);
    Problems problems = content ? check(*content) : content.error();
    std::erase_if(problems, [&](const Problem& problem) { return problem.severity != Severity::error || problem.file != file; });
    return lines(problems);
}

TEST(Guards, an_emptied_file_is_an_error) {
    for (const std::string_view file : {rules, red_flags, aftercare}) EXPECT_NE(errors_in(with(file, Json::array()), file), "") << file;
}

TEST(Guards, no_entry_can_be_lost) {
    for (const std::string_view file : {rules, red_flags}) {
        const Json all = read(shipped::files(), file);
        for (std::size_t i = 0; i < all.size(); ++i) {
            Json less = all;
            less.erase(i);
            EXPECT_NE(errors_in(with(file, less), file), "") << file << " without " << all[i]["id"];
        }
    }
}

TEST(Guards, an_answer_about_health_leads_to_a_finding_or_says_why_not) {
    const std::string said = errors_in(with(no_finding, Json::array()), rules);
    EXPECT_TRUE(said.contains("the answer \"little\" to \"feelings\" leads to no finding")) << said;
    Json both = read(shipped::files(), no_finding);
    both.push_back({{"question", "pregnancy"}, {"options", {"pregnant"}}, {"why", "x"}});
    EXPECT_TRUE(errors_in(with(no_finding, both), no_finding).contains("a finding asks about \"pregnant\""));
}

TEST(Guards, a_wait_is_a_time_above_zero) {
    for (const Json& wait : {Json{{"typical", 0}}, Json{{"typical", 2}, {"unit", "session"}}, Json{{"typical", -1}}}) {
        Json broken = read(shipped::files(), numbers);
        for (const auto& [field, value] : wait.items()) broken["wait.filler"][field] = value;
        broken["wait.filler"].erase("low");
        broken["wait.filler"].erase("high");
        EXPECT_NE(errors_in(with(numbers, broken), rules), "") << wait;
    }
}

TEST(Guards, the_phototype_is_whole) {
    const Json all = read(shipped::files(), phototype);
    for (std::size_t i = 0; i < all["items"].size(); ++i) {
        Json less = all;
        less["items"].erase(i);
        EXPECT_NE(errors_in(with(phototype, less), phototype), "") << all["items"][i];
    }
}

}  // namespace
}  // namespace needlewise
