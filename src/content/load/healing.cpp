// What happens on the skin and what to do when: healing by day, aftercare, warning signs, and the steps of a visit.
#include <algorithm>
#include <array>
#include <iterator>

#include "content/load/parts.h"

namespace needlewise {

namespace {

constexpr std::array urgencies{
    Word<std::string_view>{"emergency", "emergency"},
    Word<std::string_view>{"same-day", "same-day"},
    Word<std::string_view>{"clinic", "clinic"},
};

HealingBand read_band(const Reader& in) {
    HealingBand band;
    if (!in.object({"id", "levels"})) return band;
    band.id = in.get<std::string>("id");
    const bool given = in.part("levels", [&](const Reader& levels) {
        if (!levels.object({"redness", "swelling", "flaking", "bruising"})) return;
        for (const auto& sign : sign_words) band.levels[sign.meaning] = levels.get<std::vector<int>>(sign.word);
    });
    if (!given) in.missing("levels");
    return band;
}

HealingModel::Choice read_choice(const Reader& in) {
    HealingModel::Choice choice;
    if (!in.object({"when", "enableBehavior", "typical", "slower"})) return choice;
    choice.when = read_conditions(in, "when");
    choice.typical = in.get<std::string>("typical");
    choice.slower = in.get<std::string>("slower");
    return choice;
}

HealingPhase read_phase(const Reader& in) {
    HealingPhase phase;
    if (!in.object({"id", "from_h", "until_h", "figure", "sources"})) return phase;
    phase.id = in.get<std::string>("id");
    phase.from_h = in.get<double>("from_h");
    phase.until_h = in.get<double>("until_h");
    phase.figure = in.maybe<std::string>("figure").value_or("");
    phase.sources = read_sources(in);
    return phase;
}

// A pair [hour, level]; false when it is none, or does not follow on the hours before it.
bool read_point(const Reader& in, HealingPart& part) {
    const auto pair = in.as<std::vector<double>>();
    if (!pair) return false;
    if (pair->size() != 2) return in.problem("expected a pair of hour and level"), false;
    const double hour = pair->front(), level = pair->back();
    if (!(hour >= 0) || (!part.hours.empty() && hour <= part.hours.back())) return in.problem("hours must rise"), false;
    if (!(level >= 0 && level <= 1)) return in.problem("levels go from 0 to 1"), false;
    part.hours.push_back(hour);
    part.levels.push_back(level);
    return true;
}

HealingPart read_part(const Reader& in) {
    HealingPart part;
    if (!in.object({"id", "levels", "basis", "sources"})) return part;
    part.id = in.get<std::string>("id");
    if (in.has("id") && std::ranges::find(healing_parts, part.id) == std::end(healing_parts))
        in.problem_at("id", "the picture has no part \"" + part.id + "\"");
    bool fine = true;
    in.each("levels", [&](const Reader& point) { fine = fine && read_point(point, part); });
    if (fine && part.hours.empty()) in.missing("levels");
    part.basis = in.word("basis", basis_words);
    part.sources = read_sources(in);
    return part;
}

HealingStage read_stage(const Reader& in) {
    HealingStage stage;
    if (!in.object({"id", "from_h"})) return stage;
    stage.id = in.get<std::string>("id");
    stage.from_h = in.get<double>("from_h");
    return stage;
}

SurfacePicture read_picture(const Reader& in) {
    SurfacePicture picture;
    if (!in.object({"figure", "areas", "marks"})) return picture;
    picture.figure = in.get<std::string>("figure");
    picture.areas = in.get<std::vector<std::string>>("areas");
    in.each("marks", [&](const Reader& row) {
        if (!row.object({"part", "when", "enableBehavior"})) return;
        picture.marks.push_back({row.get<std::string>("part"), read_conditions(row, "when")});
    });
    return picture;
}

DowntimeAnswer read_downtime(const Reader& in) {
    if (!in.object({"code", "days"})) return {};
    return {in.get<std::string>("code"), in.maybe<int>("days")};
}

// The signs an aftercare rule waits for; optional.
std::vector<Sign> read_signs(const Reader& in, std::string_view name) {
    std::vector<Sign> signs;
    for (const std::string& word : in.maybe<std::vector<std::string>>(name).value_or(std::vector<std::string>())) {
        const auto sign = std::ranges::find(sign_words, word, &Word<Sign>::word);
        if (sign == sign_words.end()) in.problem_at(name, "there is no sign \"" + word + "\"");
        else signs.push_back(sign->meaning);
    }
    return signs;
}

}  // namespace

void load_healing(const Reader& in, Content& content) {
    if (!in.object(
            {"days", "bands", "choices", "phases", "section", "stages", "moments", "pictures", "downtime", "heals_slowly", "sources"}))
        return;
    HealingModel& healing = content.healing;
    healing.days = in.get<std::vector<int>>("days");
    healing.moments = in.get<std::vector<double>>("moments");
    UniqueIds bands, phases, parts, stages;
    in.each("bands", [&](const Reader& row) {
        healing.bands.push_back(read_band(row));
        bands.add(row, healing.bands.back().id);
    });
    in.each("choices", [&](const Reader& row) { healing.choices.push_back(read_choice(row)); });
    in.each("phases", [&](const Reader& row) {
        healing.phases.push_back(read_phase(row));
        phases.add(row, healing.phases.back().id);
    });
    in.each("section", [&](const Reader& row) {
        healing.section.push_back(read_part(row));
        parts.add(row, healing.section.back().id);
    });
    in.each("stages", [&](const Reader& row) {
        healing.stages.push_back(read_stage(row));
        stages.add(row, healing.stages.back().id);
    });
    in.each("pictures", [&](const Reader& row) { healing.pictures.push_back(read_picture(row)); });
    in.part("heals_slowly", [&](const Reader& who) {
        if (who.object({"when", "enableBehavior"})) healing.heals_slowly = read_conditions(who, "when");
    });
    in.each("downtime", [&](const Reader& row) { healing.downtime.push_back(read_downtime(row)); });
    healing.sources = read_sources(in);
}

void load_aftercare(const Reader& in, Content& content) {
    in.each([&](const Reader& row) {
        if (!row.object({"id", "kind", "when", "enableBehavior", "from_h", "until_h", "areas", "calm", "basis", "figure", "sources"}))
            return;
        AftercareRule rule;
        rule.id = row.get<std::string>("id");
        rule.kind = row.word("kind", care_words);
        rule.when = read_conditions(row, "when");
        rule.from_h = row.get<double>("from_h");
        rule.until_h = row.maybe<double>("until_h");
        rule.areas = row.maybe<std::vector<std::string>>("areas").value_or(std::vector<std::string>());
        rule.calm = read_signs(row, "calm");
        rule.basis = row.word("basis", basis_words);
        rule.figure = row.maybe<std::string>("figure").value_or("");
        rule.sources = read_sources(row);
        content.aftercare.push_back(std::move(rule));
    });
}

void load_red_flags(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "urgency", "emergency_with", "from_h", "until_h", "sources"})) return;
        RedFlag flag;
        flag.id = row.get<std::string>("id");
        ids.add(row, flag.id);
        flag.urgency = row.word("urgency", urgencies);
        if (row.has("emergency_with")) flag.emergency_with = row.get<std::vector<std::string>>("emergency_with");
        flag.from_h = row.get<double>("from_h");
        flag.until_h = row.maybe<double>("until_h");
        flag.sources = read_sources(row);
        content.red_flags.push_back(std::move(flag));
    });
}

namespace {

VisitStep read_step(const Reader& row, UniqueIds& ids) {
    VisitStep step;
    step.id = row.get<std::string>("id");
    ids.add(row, step.id);
    step.figures = row.maybe<std::vector<std::string>>("figures").value_or(std::vector<std::string>());
    row.each("instead", [&](const Reader& other) {
        if (!other.object({"id", "when", "enableBehavior", "minutes", "figures", "instead"})) return;
        step.instead.push_back(read_step(other, ids));
        step.instead.back().when = read_conditions(other, "when");
        step.instead.back().minutes = other.maybe<std::string>("minutes").value_or("");
    });
    return step;
}

}  // namespace

void load_visit(const Reader& in, Content& content) {
    UniqueIds ids;
    in.each([&](const Reader& row) {
        if (!row.object({"id", "minutes", "figures", "instead"})) return;
        content.visit.push_back(read_step(row, ids));
        content.visit.back().minutes = row.get<std::string>("minutes");
    });
}

}  // namespace needlewise
