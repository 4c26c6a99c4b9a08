// The canvas: an SDL2 window with a GL context, and Dear ImGui drawing into it. Without WebGL everything works but the picture.
#pragma once

#include "platform/platform.h"

namespace needlewise::platform {

void prepare();      // what measures text; nothing can be drawn yet
bool open_window();  // once; false without WebGL
void resize_window(const Screen& screen);
void show_picture(bool shown);  // false: frames are made but not drawn, while the plain view is on
void lose_context();
void restore_context();

ImDrawList& begin_frame();
void end_frame();

}  // namespace needlewise::platform
