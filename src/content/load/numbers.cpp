// Every figure by name, the course that uses them, and what studies saw.
#include "content/load/parts.h"

namespace needlewise {

namespace {

Number read_number(const Reader& in) {
    Number number;
    if (!in.object({"low", "typical", "high", "unit", "basis", "sources", "reviewed", "at_least", "at_most"})) return number;
    number.low = in.maybe<double>("low");
    number.typical = in.maybe<double>("typical");
    number.high = in.maybe<double>("high");
    if (!in.has("low") && !in.has("typical") && !in.has("high")) in.problem("a number without a figure", "give low, typical or high");
    number.unit = in.maybe<std::string>("unit").value_or("");
    number.basis = in.word("basis", basis_words);
    number.sources = read_sources(in);
    number.reviewed = in.get<Date>("reviewed");
    number.at_least = in.maybe<std::string>("at_least").value_or("");
    number.at_most = in.maybe<std::string>("at_most").value_or("");
    return number;
}

ImprovementRule read_improvement(const Reader& in) {
    const auto text = [&](std::string_view name) { return in.maybe<std::string>(name).value_or(""); };
    const auto keys = [&](std::string_view name) { return in.maybe<std::vector<std::string>>(name).value_or(std::vector<std::string>{}); };
    ImprovementRule rule;
    rule.id = in.get<std::string>("id");
    rule.scale = text("scale");
    rule.mean = text("mean");
    rule.curve = text("curve");
    rule.interval = text("interval");
    rule.individual_sd = text("individual_sd");
    rule.conservative = text("conservative");
    rule.conservative_is_share = in.maybe<bool>("conservative_is_share").value_or(false);
    rule.responders = text("responders");
    rule.certainty = in.word("certainty", certainty_words);
    in.each("caveats", [&](const Reader& caveat) {
        if (caveat.object({"id", "when", "enableBehavior"}))
            rule.caveats.push_back({caveat.get<std::string>("id"), read_conditions(caveat, "when")});
    });
    rule.also = keys("also");
    rule.null_studies = keys("null_studies");
    rule.sources = read_sources(in);
    return rule;
}

}  // namespace

void load_numbers(const Reader& in, Content& content) {
    in.each_field([&](const std::string& name, const Reader& field) { content.numbers.emplace(name, read_number(field)); });
}

namespace {

Protocol read_protocol(const Reader& in) {
    if (!in.object({"sessions", "interval", "duration", "sources"})) return {};
    return {in.get<std::string>("sessions"), in.get<std::string>("interval"), in.maybe<std::string>("duration").value_or(""),
            read_sources(in)};
}

}  // namespace

void load_courses(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "when", "enableBehavior", "basis", "protocols", "sessions", "interval", "judge_after", "judge_from_start",
                         "improvement"}))
            return;
        CourseRule course;
        course.id = row.get<std::string>("id");
        ids.add(row, course.id);
        course.when = read_conditions(row, "when");
        course.basis = row.word("basis", basis_words);
        course.sessions = row.maybe<std::string>("sessions").value_or("");
        course.interval = row.maybe<std::string>("interval").value_or("");
        course.judge_after = row.get<std::string>("judge_after");
        course.judge_from_start = row.maybe<std::string>("judge_from_start").value_or("");
        if (!row.has("protocols")) row.missing("protocols");
        row.each("protocols", [&](const Reader& protocol) { course.protocols.push_back(read_protocol(protocol)); });
        course.improvement = row.get<std::string>("improvement");
        content.courses.push_back(std::move(course));
    });
}

void load_improvements(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "scale", "mean", "curve", "interval", "individual_sd", "conservative", "conservative_is_share", "responders",
                         "certainty", "caveats", "also", "null_studies", "sources"})) {
            return;
        }
        content.improvements.push_back(read_improvement(row));
        ids.add(row, content.improvements.back().id);
    });
}

}  // namespace needlewise
