// The figures of a clinic: each with its unit and with a source or a note.
#include <array>
#include <cmath>

#include "content/pack/parts.h"
#include "core/time_units.h"

namespace needlewise {

namespace {

struct Bounds {
    double least = 0, most = 0;
};

std::string whole(double figure) { return std::to_string(static_cast<int>(figure)); }

// The words for where the figure comes from, and the address when there is one.
void read_origin(const Reader& in, PackNumber& read) {
    constexpr std::size_t longest = 300;
    std::string source = read_text(in, "source", longest);
    read.note = read_text(in, "note", longest);
    if (source.starts_with("https://") && source.find_first_of(" \"<>\\") == std::string::npos) read.url = source;
    if (read.note.empty()) read.note = std::move(source);
    else if (!source.empty() && read.url.empty()) read.note += " " + source;
    if (read.note.empty())
        in.problem("a number without a source or a note", "say in \"note\" where it comes from, for example \"our own diary\"");
}

// In weeks, where it is a time; a year and a half is more than anybody has to wait after anything.
bool is_too_long(double figure, std::string_view unit) {
    constexpr double longest = 78;
    return (unit == "month" ? figure * weeks_per_month : days_in(figure, unit).value_or(0) / days_per_week) > longest;
}

PackNumber read_number(const Reader& in, const Bounds& bounds) {
    PackNumber read;
    if (!in.object({"value", "low", "high", "unit", "source", "note"})) return read;
    Number& number = read.number;
    const std::string unit = in.has("unit") ? in.get<std::string>("unit") : "";
    number.typical = in.maybe<double>("value");
    number.low = in.maybe<double>("low");
    number.high = in.maybe<double>("high");
    if (number.typical ? number.low || number.high : !number.low || !number.high)
        in.problem("a number is either \"value\", or \"low\" and \"high\"");
    if (number.low && number.high && *number.low > *number.high) in.problem("low and high do not rise");
    for (const std::string_view field : {"value", "low", "high"}) {
        const auto figure = in.maybe<double>(field);
        if (figure && !(*figure >= bounds.least && *figure <= bounds.most))
            in.problem_at(field, "out of range", "from " + whole(bounds.least) + " to " + whole(bounds.most));
        else if (figure && is_too_long(*figure, unit)) in.problem_at(field, "out of range", "at most 78 weeks");
        else if (figure && unit == "session" && *figure != std::floor(*figure)) in.problem_at(field, "not a whole number of sessions");
    }
    number.unit = unit;
    if (!in.has("unit")) in.problem("a number without a unit", "for example \"unit\": \"week\"");
    number.basis = Basis::clinic;
    read_origin(in, read);
    return read;
}

}  // namespace

void read_pack_numbers(const Reader& in, Pack& pack) {
    constexpr std::size_t most = 100;
    constexpr Bounds minutes{0, 600}, waits{0, 1000}, weeks{1, 52}, sessions{1, 24};
    const auto group = [&](std::string_view field, const std::string& prefix, const Bounds& bounds) {
        in.part(field, [&](const Reader& numbers) {
            if (numbers.size() > most) return numbers.problem("more than 100 numbers");
            numbers.each_field(
                [&](const std::string& name, const Reader& number) { pack.numbers[prefix + name] = read_number(number, bounds); });
        });
    };
    group("visit_minutes", "visit.", minutes);
    group("waits", "wait.", waits);
    in.part("interval", [&](const Reader& number) { pack.numbers["course.convention.interval"] = read_number(number, weeks); });
    in.part("sessions", [&](const Reader& number) { pack.numbers["course.convention.sessions"] = read_number(number, sessions); });
}

}  // namespace needlewise
