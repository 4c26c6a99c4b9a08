// Dear ImGui for this project: nothing it draws by itself is ever seen, so its tools and fonts are left out.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Charts and figures put more than 65,536 vertices into one draw list.
#define ImDrawIdx unsigned int
