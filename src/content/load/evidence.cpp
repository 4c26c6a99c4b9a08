// The evidence: sourced facts and trial arms become Sources; statements say which of them a sentence rests on.
#include "content/load/parts.h"
#include "core/letters.h"

namespace needlewise {

namespace {

std::string_view digits_after(std::string_view text, std::string_view prefix) {
    const std::size_t at = text.find(prefix);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + prefix.size());
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    return text.substr(0, length);
}

// Where a DOI, PMID, PMC or NCT number leads; empty for other references.
std::string page_of(std::string_view reference) {
    if (const std::size_t doi = reference.find("10."); doi == 0 || (doi != std::string_view::npos && reference[doi - 1] == ' ')) {
        const std::string_view rest = reference.substr(doi);
        const std::string_view name = rest.substr(0, rest.find_first_of("; ,"));
        if (name.find('/') != std::string_view::npos) return "https://doi.org/" + std::string(name);
    }
    if (const auto id = digits_after(reference, "PMID "); !id.empty()) return "https://pubmed.ncbi.nlm.nih.gov/" + std::string(id) + "/";
    if (const auto id = digits_after(reference, "PMC"); !id.empty())
        return "https://pmc.ncbi.nlm.nih.gov/articles/PMC" + std::string(id) + "/";
    if (const auto id = digits_after(reference, "NCT"); !id.empty()) return "https://clinicaltrials.gov/study/NCT" + std::string(id);
    return "";
}

// "Tirmizi SS et al. 2021, Cureus. …": the first four figures that look like a year.
std::optional<int> year_in(std::string_view citation) {
    for (std::size_t i = 0; i + 4 <= citation.size(); ++i) {
        const bool starts = i == 0 || !is_digit(citation[i - 1]);
        const bool ends = i + 4 == citation.size() || !is_digit(citation[i + 4]);
        const std::string_view four = citation.substr(i, 4);
        if (!starts || !ends || !(four.starts_with("19") || four.starts_with("20")) || !is_digit(four[2]) || !is_digit(four[3])) continue;
        return (four[0] - '0') * 1000 + (four[1] - '0') * 100 + (four[2] - '0') * 10 + (four[3] - '0');
    }
    return std::nullopt;
}

void add_source(const Reader& in, Source source, Content& content) {
    if (source.url.empty()) source.url = page_of(source.reference);
    const std::string id = source.id;
    if (id.empty()) return;
    if (!content.sources.try_emplace(id, std::move(source)).second) {
        in.problem("the id \"" + id + "\" stands in the evidence twice", "ids are unique in facts.json and trials.json together");
    }
}

Source read_fact(const Reader& in) {
    Source source;
    source.id = in.get<std::string>("id");
    source.statement = in.get<std::string>("statement");
    source.population = in.maybe<std::string>("applies_to").value_or("");
    source.level = in.get<std::string>("evidence_level");
    source.checked = in.get<bool>("checked");
    source.url = in.maybe<std::string>("url").value_or("");
    const bool cited = in.part("source", [&](const Reader& from) {
        if (!from.object({"citation", "year", "ref"})) return;
        source.citation = from.get<std::string>("citation");
        source.year = from.maybe<int>("year");
        source.reference = from.maybe<std::string>("ref").value_or("");
    });
    if (!cited) in.missing("source");
    in.part("extra", [&](const Reader& extra) { source.secondary = extra.maybe<bool>("secondary").value_or(false); });
    return source;
}

Source read_trial(const Reader& in) {
    Source source;
    source.id = in.get<std::string>("id");
    const auto arm = in.get<std::string>("arm");
    const auto measure = in.maybe<std::string>("outcome_measure");
    source.statement = measure ? *measure + " (" + arm + ")" : arm;
    if (const auto people = in.maybe<int>("n")) source.population = std::to_string(*people) + (*people == 1 ? " person" : " people");
    if (const auto phototypes = in.maybe<std::string>("phototypes")) {
        source.population += (source.population.empty() ? "skin types " : ", skin types ") + *phototypes;
    }
    source.citation = in.get<std::string>("citation");
    source.year = year_in(source.citation);
    source.reference = in.maybe<std::string>("doi_or_pmid").value_or("");
    source.level = in.get<std::string>("design");
    source.checked = in.get<bool>("checked");
    source.url = in.maybe<std::string>("url").value_or("");
    return source;
}

}  // namespace

void load_facts(const Reader& in, Content& content) {
    in.each([&](const Reader& row) {
        if (row.object({"id", "topic", "statement", "min", "typical", "max", "unit", "applies_to", "source", "evidence_level", "checked",
                        "url", "extra"})) {
            add_source(row, read_fact(row), content);
        }
    });
}

void load_trials(const Reader& in, Content& content) {
    in.each([&](const Reader& row) {
        if (row.object({"id",
                        "indication",
                        "arm",
                        "monotherapy",
                        "citation",
                        "doi_or_pmid",
                        "design",
                        "n",
                        "mean_age",
                        "age_note",
                        "phototypes",
                        "device",
                        "needle_depth_mm",
                        "sessions",
                        "interval_weeks",
                        "follow_up_weeks_after_last_session",
                        "outcome_measure",
                        "baseline",
                        "result",
                        "percent_improvement_mean",
                        "percent_improvement_basis",
                        "responder_distribution",
                        "by_session",
                        "adverse_events",
                        "url",
                        "checked",
                        "unverified_fields",
                        "fit",
                        "notes"})) {
            add_source(row, read_trial(row), content);
        }
    });
}

void load_statements(const Reader& in, Content& content) {
    in.each_field([&](const std::string& key, const Reader& sources) {
        if (auto ids = sources.as<std::vector<std::string>>()) content.statements.emplace(key, std::move(*ids));
    });
}

}  // namespace needlewise
