// Any bytes as an illustration: a Problem, or a drawing that can be cut into triangles and drawn. Never a crash or a hang.
#include <imgui.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ui/figures/mesh.h"

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace needlewise::ui;
    static ImGuiContext* const context = ImGui::CreateContext();
    demand(context != nullptr);
    const auto drawing = parse_drawing(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.svg");
    if (!drawing) {
        demand(!drawing.error().what.empty());
        return 0;
    }
    const Mesh mesh = make_mesh(*drawing, 1.2f, 0.5f);
    for (const MeshVertex& vertex : mesh.vertices) demand(std::isfinite(vertex.x) && std::isfinite(vertex.y));
    for (const MeshPart& part : mesh.parts)
        for (std::uint32_t i = 0; i < part.index_count; ++i) demand(mesh.indices[part.first_index + i] < part.vertex_count);
    return 0;
}
