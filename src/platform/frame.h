// What every platform needs of Dear ImGui, and all that the program uses of it: fonts, one list to draw on, and the picture for the
// renderer. ImGui::NewFrame and Render would bring windows, widgets, input and navigation with them: a tenth of the web module, and
// never seen.
#pragma once

struct ImDrawData;
struct ImDrawList;

namespace needlewise::platform {

// Before fonts are added and a renderer is initialised.
void open_imgui();
void close_imgui();  // when the renderer is shut down

// Begins a frame of ImGuiIO::DisplaySize at DisplayFramebufferScale and gives the list to draw on.
ImDrawList& new_frame();

// Ends it and gives what was drawn, until the next frame; the textures that the renderer has to make or renew are in it and in
// ImGuiPlatformIO.
ImDrawData& picture();

}  // namespace needlewise::platform
