// Findings, drivers and the Fitzpatrick score: conditions over answers.
#include "content/load/parts.h"

namespace needlewise {

namespace {

void read_wait(const Reader& in, Rule& rule) {
    if (!in.object({"since", "number"})) return;
    rule.wait = Wait{in.get<std::string>("since"), in.get<std::string>("number")};
}

}  // namespace

void load_rules(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object(
                {"id", "action", "scope", "until_changed", "doctor_first", "test_first", "when", "enableBehavior", "wait", "sources"}))
            return;
        Rule rule;
        rule.id = row.get<std::string>("id");
        ids.add(row, rule.id);
        rule.action = row.word("action", action_words);
        rule.scope = row.word("scope", scope_words);
        rule.until_changed = row.maybe<bool>("until_changed").value_or(false);
        rule.doctor_first = row.maybe<bool>("doctor_first").value_or(false);
        rule.test_first = row.maybe<std::string>("test_first").value_or("");
        rule.when = read_conditions(row, "when");
        row.part("wait", [&](const Reader& wait) { read_wait(wait, rule); });
        rule.sources = read_sources(row);
        content.rules.push_back(std::move(rule));
    });
}

void load_no_findings(const Reader& in, Content& content) {
    in.each([&](const Reader& row) {
        if (!row.object({"question", "options", "why"})) return;
        content.no_findings.push_back({row.get<std::string>("question"), row.get<std::vector<std::string>>("options")});
        if (row.get<std::string>("why").empty()) row.problem_at("why", "no reason", "say why these answers lead to no finding");
    });
}

void load_drivers(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "when", "enableBehavior", "effect", "sources"})) return;
        Driver driver;
        driver.id = row.get<std::string>("id");
        ids.add(row, driver.id);
        driver.when = read_conditions(row, "when");
        driver.effect = row.word("effect", effect_words);
        driver.sources = read_sources(row);
        content.drivers.push_back(std::move(driver));
    });
}

void load_phototype(const Reader& in, Content& content) {
    if (!in.object({"items", "bands", "other_bands"})) return;
    content.phototype.items = in.get<std::vector<std::string>>("items");
    if (!in.has("bands")) in.missing("bands");
    const auto read = [&](std::string_view field, std::vector<PhototypeBand>& bands) {
        in.each(field, [&](const Reader& row) {
            if (row.object({"upto", "type"})) bands.push_back({row.get<int>("upto"), row.get<int>("type")});
        });
    };
    read("bands", content.phototype.bands);
    read("other_bands", content.phototype.other_bands);
}

}  // namespace needlewise
