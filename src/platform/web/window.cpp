#include "platform/web/window.h"

#include <algorithm>

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "platform/damage.h"
#include "platform/frame.h"

namespace needlewise::platform {

namespace {

struct Window {
    SDL_Window* handle = nullptr;
    SDL_GLContext context = nullptr;
    bool lost = true;  // until it is opened: there is nothing to draw on yet
    bool shown = true, resized = false;
    Screen screen;
    Damage damage;
};
Window window;

bool drawable() { return window.context && !window.lost; }

void open_context() {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    window.handle = SDL_CreateWindow("Needlewise", 0, 0, 300, 150, SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
    if (window.handle) window.context = SDL_GL_CreateContext(window.handle);
}

// Without a renderer ImGui still measures text and makes the frame; its textures only have to be taken from it.
void swallow_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

// A driver prepares shaders when something is first drawn with them. It does so from now on, beside the program, for one point.
void warm_up() {
    if (!window.context) return;
    begin_frame().AddRectFilled({0, 0}, {1, 1}, IM_COL32_WHITE);
    end_frame();
    window.damage.lose();
    glFlush();
}

void fit_canvas() {
    if (!window.resized || !window.context) return;
    window.resized = false;
    window.damage.lose();
    const Screen& screen = window.screen;
    SDL_SetWindowSize(window.handle, static_cast<int>(screen.width), static_cast<int>(screen.height));
    // SDL takes the whole pixel ratio; the page may ask for less on very large screens, and for more while zoomed in.
    emscripten_set_canvas_element_size("#canvas", static_cast<int>(screen.width * screen.pixel_ratio + 0.5f),
                                       static_cast<int>(screen.height * screen.pixel_ratio + 0.5f));
}

}  // namespace

void prepare() {
    open_imgui();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

bool open_window() {
    if (SDL_Init(SDL_INIT_VIDEO) == 0) open_context();
    window.lost = false;
    if (window.context) ImGui_ImplOpenGL3_Init("#version 300 es");
    warm_up();
    return window.context != nullptr;
}

bool paints() { return window.context && window.shown; }

void resize_window(const Screen& screen) {
    window.screen = screen;
    window.resized = true;
}

void show_picture(bool shown) { window.shown = shown; }

// What was in the context is dropped while it is lost: in the one that comes back these would be foreign objects. The first frame
// after that makes them again.
void lose_context() {
    window.lost = true;
    window.damage.lose();
    if (window.context) ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

void restore_context() { window.lost = false; }

ImDrawList& begin_frame() {
    fit_canvas();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(std::max(window.screen.width, 1.0f), std::max(window.screen.height, 1.0f));
    io.DisplayFramebufferScale = ImVec2(window.screen.pixel_ratio, window.screen.pixel_ratio);
    if (drawable()) ImGui_ImplOpenGL3_NewFrame();
    return new_frame();
}

void end_frame() {
    ImDrawData& data = picture();
    if (window.lost) return;  // textures wait as they are until the context is back
    if (!window.context) return swallow_textures();
    if (!window.shown) return;
    const auto rows = window.damage.since_last(data);
    if (!rows) return;
    keep_only(data, *rows);
    glViewport(0, 0, static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x + 0.5f),
               static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y + 0.5f));
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace needlewise::platform
