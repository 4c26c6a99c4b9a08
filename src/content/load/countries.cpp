// Whom to call in which country.
#include "content/load/parts.h"

namespace needlewise {

namespace {

constexpr std::array purposes{
    Word<std::string_view>{"emergencies", "emergencies"}, Word<std::string_view>{"ambulance", "ambulance"},
    Word<std::string_view>{"advice", "advice"},           Word<std::string_view>{"crisis", "crisis"},
    Word<std::string_view>{"exposure", "exposure"},
};
constexpr std::array date_forms{Word<bool>{"day-first", false}, Word<bool>{"month-first", true}};
constexpr std::array temperatures{Word<bool>{"celsius", false}, Word<bool>{"fahrenheit", true}};

// What is dialled: figures, in groups; a star where a country has one.
bool can_be_dialled(std::string_view number) {
    return number.find_first_not_of("0123456789 *") == std::string_view::npos && number.front() != ' ' && number.back() != ' ';
}

HelpLine read_line(const Reader& in) {
    HelpLine line;
    if (!in.object({"number", "name", "for", "page", "checked", "verified"})) return line;
    line.number = in.maybe<std::string>("number").value_or("");
    line.name = in.maybe<std::string>("name").value_or("");
    if (line.number.empty() && line.name.empty()) in.problem("neither a number nor the name of a place");
    if (!line.number.empty() && !can_be_dialled(line.number)) in.problem_at("number", "not a number to dial", "figures and spaces");
    line.purpose = in.word("for", purposes);
    line.page = in.get<std::string>("page");
    if (in.has("page") && !line.page.starts_with("https://")) in.problem_at("page", "not an https address");
    line.checked = in.get<Date>("checked");
    line.verified = in.get<bool>("verified");
    return line;
}

std::optional<HelpLine> read_optional_line(const Reader& in, std::string_view name) {
    std::optional<HelpLine> line;
    in.part(name, [&](const Reader& field) { line = read_line(field); });
    return line;
}

HelpLine read_needed_line(const Reader& in, std::string_view name) {
    auto line = read_optional_line(in, name);
    if (!line) in.missing(name);
    else if (line->number.empty()) in.problem_at(name, "without a number");
    return line.value_or(HelpLine{});
}

Country read_country(const Reader& in) {
    Country country;
    if (!in.object({"id", "emergency", "advice", "crisis", "exposure", "date", "temperature"})) return country;
    country.id = in.get<std::string>("id");
    if (in.has("id") && !is_country(country.id)) in.problem_at("id", "not a country", "two small letters of ISO 3166");
    country.emergency = read_needed_line(in, "emergency");
    country.advice = read_optional_line(in, "advice");
    country.crisis = read_optional_line(in, "crisis");
    country.exposure = read_optional_line(in, "exposure");
    country.month_first = in.has("date") && in.word("date", date_forms);
    country.fahrenheit = in.has("temperature") && in.word("temperature", temperatures);
    return country;
}

}  // namespace

void load_countries(const Reader& in, Content& content) {
    if (!in.object({"anywhere", "countries"})) return;
    const bool given = in.part("anywhere", [&](const Reader& anywhere) {
        if (!anywhere.object({"europe", "north-america"})) return;
        content.countries.europe = read_needed_line(anywhere, "europe");
        content.countries.north_america = read_needed_line(anywhere, "north-america");
    });
    if (!given) in.missing("anywhere");
    if (!in.has("countries")) in.missing("countries");
    UniqueIds ids;
    in.each("countries", [&](const Reader& row) {
        content.countries.all.push_back(read_country(row));
        ids.add(row, content.countries.all.back().id);
    });
}

}  // namespace needlewise
