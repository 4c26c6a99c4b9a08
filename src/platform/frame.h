// What every platform needs of Dear ImGui, and all that the program uses of it: fonts, one list to draw on, and the picture for the
// renderer. Its windows, widgets, input and navigation are not, so ImGui::NewFrame and Render, which bring all of them, are not
// called: they would be a fifth of the web module's other code and never be seen.
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
