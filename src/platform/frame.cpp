#include "platform/frame.h"

#include <imgui.h>

namespace needlewise::platform {

ImDrawList& new_frame() {
    ImGui::NewFrame();
    // ImGui tells the pixel ratio only to its current font; the others would stay blurred.
    const ImGuiIO& io = ImGui::GetIO();
    for (ImFont* font : io.Fonts->Fonts) font->CurrentRasterizerDensity = io.DisplayFramebufferScale.x;
    return *ImGui::GetBackgroundDrawList();
}

}  // namespace needlewise::platform
