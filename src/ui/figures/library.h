// The illustrations the program knows: drawings by name, and their triangles at the sizes last drawn.
#pragma once

#include <map>
#include <memory>

#include "core/figure_files.h"
#include "ui/figures/drawing.h"
#include "ui/figures/mesh.h"
#include "ui/figures/patch.h"
#include "ui/pictures.h"

namespace needlewise::ui {

class FigureLibrary final : public Pictures {
public:
    // What is wrong with the files; those figures are left out.
    Problems add(std::vector<FigureFile> files);

    Rect extent(std::string_view name) const override;
    std::vector<RegionBox> regions(std::string_view name) const override;
    double seconds(std::string_view name) const override;
    void draw(ImDrawList& list, const Picture& picture, const Rect& rect, const Theme& theme, const PictureMoment& moment) const override;

    std::size_t kept_bytes() const { return kept; }  // of triangles

private:
    struct Entry {
        Drawing drawing;
        FigureMotion motion;
    };
    // Triangles fit one size on one screen.
    struct Made {
        const Entry* of = nullptr;
        float scale = 0, fringe = 0;
        Mesh mesh;
        std::uint64_t used = 0;  // when
    };
    const Entry* find(std::string_view name) const;
    const Mesh& mesh_of(const Entry& entry, float scale, float fringe) const;
    void forget_oldest() const;

    std::map<std::string, Entry, std::less<>> entries;
    mutable std::vector<std::unique_ptr<Made>> made;
    mutable std::uint64_t clock = 0;
    mutable std::size_t kept = 0;
    mutable SkinMesh skin;
};

}  // namespace needlewise::ui
