// What every platform does with ImGui at the start of a frame.
#pragma once

struct ImDrawList;

namespace needlewise::platform {

// Begins the frame and gives the list to draw on: behind all windows, of which there are none.
ImDrawList& new_frame();

}  // namespace needlewise::platform
