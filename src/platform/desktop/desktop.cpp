// A window of our own: SDL2 gives the window and its events, Dear ImGui draws, and frames are made only
// when something happens or moves.
//   needlewise-desktop [--root DIR] [--dark] [--lang en] [--page review] [--size 390x844]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include <SDL.h>
#include <SDL_opengl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "platform/desktop/files.h"
#include "platform/frame.h"
#include "platform/platform.h"

namespace needlewise::platform {

namespace {

struct Options {
    std::string root = ".", language = "en", page;
    bool dark = false;
    int width = 900, height = 960;
};

Application* app = nullptr;
SDL_Window* window = nullptr;
bool quit = false;

Options read_options(std::span<char* const> arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (name == "--dark") {
            options.dark = true;
            continue;
        }
        if (i + 1 == arguments.size()) break;
        const char* value = arguments[++i];
        if (name == "--root") options.root = value;
        if (name == "--lang") options.language = value;
        if (name == "--page") options.page = value;
        if (name == "--size") std::sscanf(value, "%dx%d", &options.width, &options.height);
    }
    return options;
}

Day today() {
    const std::time_t now = std::time(nullptr);
    const std::tm& day = *std::localtime(&now);  // the person's own day
    return {day.tm_year + 1900, static_cast<unsigned>(day.tm_mon + 1), static_cast<unsigned>(day.tm_mday)};
}

bool open_window(const Options& options) {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    window = SDL_CreateWindow("Needlewise", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.width, options.height,
                              SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    const SDL_GLContext context = window ? SDL_GL_CreateContext(window) : nullptr;
    if (!context) return false;
    SDL_GL_SetSwapInterval(1);
    open_imgui();
    return ImGui_ImplOpenGL3_Init("#version 330 core");
}

void tell_size() {
    int width = 0, height = 0, pixels = 0;
    SDL_GetWindowSize(window, &width, &height);
    SDL_GL_GetDrawableSize(window, &pixels, nullptr);
    const float density = static_cast<float>(pixels) / static_cast<float>(std::max(1, width));
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {density, density};
    app->resize({io.DisplaySize.x, io.DisplaySize.y, density, 1});
}

void pressed(const SDL_Keysym& key) {
    switch (key.sym) {
        case SDLK_TAB: return app->press((key.mod & KMOD_SHIFT) ? DeskKey::previous : DeskKey::next);
        case SDLK_UP: return app->press(DeskKey::up);
        case SDLK_DOWN: return app->press(DeskKey::down);
        case SDLK_LEFT: return app->press(DeskKey::left);
        case SDLK_RIGHT: return app->press(DeskKey::right);
        case SDLK_PAGEUP: return app->press(DeskKey::page_up);
        case SDLK_PAGEDOWN: return app->press(DeskKey::page_down);
        case SDLK_HOME: return app->press(DeskKey::home);
        case SDLK_END: return app->press(DeskKey::end);
        case SDLK_BACKSPACE:
        case SDLK_DELETE: return app->press(DeskKey::erase);
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
        case SDLK_SPACE: return app->press(DeskKey::activate);
        default: return;
    }
}

void handle(const SDL_Event& event) {
    constexpr float wheel_step = 80;
    switch (event.type) {
        case SDL_QUIT: quit = true; return;
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) tell_size();
            return;
        case SDL_MOUSEMOTION:
            return app->pointer(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y),
                                (event.motion.state & SDL_BUTTON_LMASK) != 0);
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            if (event.button.button == SDL_BUTTON_LEFT)
                app->pointer(static_cast<float>(event.button.x), static_cast<float>(event.button.y), event.type == SDL_MOUSEBUTTONDOWN);
            return;
        case SDL_MOUSEWHEEL: return app->wheel(-event.wheel.preciseY * wheel_step);
        case SDL_KEYDOWN: return pressed(event.key.keysym);
        case SDL_TEXTINPUT: return app->type(event.text.text);
        default: return;
    }
}

double draw() {
    ImGui_ImplOpenGL3_NewFrame();
    const double next = app->frame(static_cast<double>(SDL_GetTicks64()) / 1000.0, new_frame());
    const ImGuiIO& io = ImGui::GetIO();
    glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
               static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&picture());
    SDL_GL_SwapWindow(window);
    return next;
}

// What is told while a frame is made waits for its end.
std::vector<std::pair<std::string, std::string>> untold;

void tell_later(std::string what, std::string value) { untold.emplace_back(std::move(what), std::move(value)); }

// Returns the seconds until the next frame: none where something was told.
double tell_now(double seconds) {
    const auto all = std::exchange(untold, {});
    for (const auto& [what, value] : all) app->tell(what, value);
    return all.empty() ? seconds : 0;
}

// Sleeps until something happens or the next frame is wanted, then takes all that has happened.
void wait(double seconds) {
    SDL_Event event;
    const int got = seconds < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, static_cast<int>(seconds * 1000));
    if (got == 0) return;
    do { handle(event); } while (SDL_PollEvent(&event) != 0);
}

}  // namespace

int run(Application& application, std::span<char* const> arguments) {
    const Options options = read_options(arguments);
    app = &application;
    if (!load_files(options.root, application)) return EXIT_FAILURE;
    if (!open_window(options)) {
        std::fprintf(stderr, "needlewise: no window: %s\n", SDL_GetError());
        return EXIT_FAILURE;
    }
    application.prefer({.dark = options.dark});
    application.start(options.language, options.page, today());
    tell_size();
    while (!quit) wait(tell_now(draw()));
    return EXIT_SUCCESS;
}

// ---- What the program asks for ------------------------------------------------------------------------------------

void publish(std::span<const std::byte>) {}  // no document here
bool has_document() { return false; }
bool paints() { return true; }
TextBlock set_text(std::string_view, const TextWish&) { return {}; }
void show_path(std::string_view, std::string_view title, bool) {
    SDL_SetWindowTitle(window, std::string(title).c_str());
    app->interact({});
}
void focus(std::uint32_t key) { app->interact({.focused = key, .focus_visible = true}); }
void announce(std::string_view) {}
void need_rest() {}
void request_words(std::string_view) {}  // every language was read at the start
// What a window cannot do, it says.
void request(std::string_view what, std::string_view, std::string_view text) {
    if (what == "copy") tell_later(SDL_SetClipboardText(std::string(text).c_str()) == 0 ? "done" : "refused", "copy");
    else if (what == "save") tell_later("refused", "save");
}
void open_link(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

}  // namespace needlewise::platform
