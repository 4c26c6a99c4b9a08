// The files of the illustrations to plain values.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/figure_files.h"
#include "core/problem.h"

namespace needlewise {

// What could be read, and what is wrong with the rest: a page can do without a picture.
struct LoadedFigures {
    std::vector<FigureFile> figures;  // by name
    Problems problems;
};

// Path ("assets/figures/home-scene.svg", "assets/figures/motion.json") to text; other files are passed over.
LoadedFigures load_figures(const std::map<std::string, std::string>& files);

// The web's form, one object: {"svg": {"home-scene": "<svg…"}, "motion": what is in motion.json}.
LoadedFigures load_figure_bundle(std::string_view json);

}  // namespace needlewise
