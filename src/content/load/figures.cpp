#include "content/load/figures.h"

#include <algorithm>
#include <iterator>

#include "content/reader.h"

namespace needlewise {

namespace {

constexpr std::string_view folder = "assets/figures/", ending = ".svg", motion_file = "assets/figures/motion.json";
constexpr double longest_showing = 5;  // seconds: what moves longer must be stoppable
constexpr std::size_t most_points = 100;

void append(Problems& to, Problems from) { std::ranges::move(from, std::back_inserter(to)); }

// [[0, 0], [0.2, 14], [0.4, 0]]
std::vector<MotionPoint> read_points(const Reader& in, std::string_view name, double least, double most) {
    std::vector<MotionPoint> points;
    in.each(name, [&](const Reader& point) {
        const auto pair = point.as<std::vector<double>>();
        if (!pair) return;
        const double before = points.empty() ? 0 : points.back().at;
        if (pair->size() != 2 || (*pair)[0] < before || (*pair)[0] > 1) {
            point.problem("no point of a motion", "a share of the showing from 0 to 1, not before the last one, and a value");
        } else if ((*pair)[1] < least || (*pair)[1] > most) {
            point.problem("too far", "opacity is from 0 to 1, a way at most as long as the picture");
        } else if (points.size() < most_points) {
            points.push_back({(*pair)[0], (*pair)[1]});
        }
    });
    return points;
}

PartMotion read_part(std::string_view name, const Reader& in) {
    PartMotion part{.part = std::string(name), .x = {}, .y = {}, .opacity = {}};
    if (!in.object({"x", "y", "opacity"})) return part;
    constexpr double far = 480;
    part.x = read_points(in, "x", -far, far);
    part.y = read_points(in, "y", -far, far);
    part.opacity = read_points(in, "opacity", 0, 1);
    return part;
}

void read_motions(const Reader& in, std::vector<FigureFile>& figures) {
    in.each_field([&](std::string_view name, const Reader& motion) {
        const auto figure = std::ranges::find(figures, name, &FigureFile::name);
        if (figure == figures.end()) return motion.problem("there is no such figure", "the name of an SVG file");
        if (!motion.object({"seconds", "parts"})) return;
        const double seconds = motion.get<double>("seconds");
        if (!(seconds > 0 && seconds <= longest_showing))
            return motion.problem_at("seconds", "not the length of a showing", "more than 0, at most 5");
        figure->motion.seconds = seconds;
        motion.part("parts", [&](const Reader& parts) {
            parts.each_field([&](std::string_view part, const Reader& moves) { figure->motion.parts.push_back(read_part(part, moves)); });
        });
    });
}

void add_motions(const Json& json, std::string_view file, LoadedFigures& loaded) {
    Log log{std::string(file)};
    read_motions(Reader(json, log), loaded.figures);
    append(loaded.problems, log.take());
}

}  // namespace

LoadedFigures load_figures(const std::map<std::string, std::string>& files) {
    LoadedFigures loaded;
    for (const auto& [path, text] : files) {
        if (!path.starts_with(folder) || !path.ends_with(ending)) continue;
        const std::string name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
        loaded.figures.push_back({.name = name, .svg = text, .motion = {}});
    }
    const auto motions = files.find(std::string(motion_file));
    if (motions == files.end()) return loaded;
    auto json = parse_json(motions->second, motion_file);
    if (json) add_motions(*json, motion_file, loaded);
    else append(loaded.problems, std::move(json.error()));
    return loaded;
}

LoadedFigures load_figure_bundle(std::string_view text) {
    LoadedFigures loaded;
    const std::string file = "figures.json";
    auto json = parse_json(text, file);
    if (!json) {
        loaded.problems = std::move(json.error());
        return loaded;
    }
    Log log{file};
    const Reader in(*json, log);
    if (in.object({"svg", "motion"})) {
        in.part("svg", [&](const Reader& drawings) {
            drawings.each_field([&](std::string_view name, const Reader& drawing) {
                if (auto svg = drawing.as<std::string>())
                    loaded.figures.push_back({.name = std::string(name), .svg = std::move(*svg), .motion = {}});
            });
        });
        in.part("motion", [&](const Reader& motions) { read_motions(motions, loaded.figures); });
    }
    append(loaded.problems, log.take());
    return loaded;
}

}  // namespace needlewise
