// The parts of SDL2 that the web page does itself: input, fullscreen, cursors, software drawing. Each is an empty
// function here, so that SDL2 can never take a key, a wheel turn or a touch from the page, and so that the code and the
// JavaScript behind it are not shipped.
#include "SDL_internal.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include "SDL_render.h"
#include "events/SDL_events_c.h"
#include "video/SDL_sysvideo.h"
#include "video/emscripten/SDL_emscriptenevents.h"
#include "video/emscripten/SDL_emscriptenframebuffer.h"
#include "video/emscripten/SDL_emscriptenmouse.h"

// Input: none of SDL2's files for events is compiled (Sdl2Web.cmake).
int SDL_EventsInit(void) { return 0; }
void SDL_EventsQuit(void) {}
Uint8 SDL_EventState(Uint32 type, int state) { return SDL_IGNORE; }
int SDL_SendAppEvent(SDL_EventType type) { return 0; }
int SDL_SendDisplayEvent(SDL_VideoDisplay* display, Uint8 event, int data) { return 0; }
int SDL_SendWindowEvent(SDL_Window* window, Uint8 event, int data1, int data2) { return 0; }
int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
void SDL_ResetKeyboard(void) {}
SDL_Window* SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window* window) {}
int SDL_MousePreInit(void) { return 0; }
void SDL_MousePostInit(void) {}
void SDL_MouseQuit(void) {}
SDL_Mouse* SDL_GetMouse(void) {
  static SDL_Mouse none;
  return &none;
}
SDL_Window* SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window* window) {}
int SDL_UpdateMouseCapture(SDL_bool force_release) { return 0; }
void SDL_RestoreMousePosition(SDL_Window* window) {}
int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}
void Emscripten_RegisterEventHandlers(SDL_WindowData* data) { (void)data; }
void Emscripten_UnregisterEventHandlers(SDL_WindowData* data) { (void)data; }
EM_BOOL Emscripten_HandleCanvasResize(int type, const void* reserved, void* data) { return EM_FALSE; }
void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}

// Fullscreen: normally JavaScript functions of Emscripten.
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char* target, EM_BOOL defer,
                                                         const EmscriptenFullscreenStrategy* strategy) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }

// The page knows its title and its size; Emscripten's functions for them bring those for fullscreen with them.
void emscripten_set_window_title(const char* title) {}
void emscripten_get_screen_size(int* width, int* height) { *width = *height = 4096; }

// Software drawing.
int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window* window, Uint32* format, void** pixels, int* pitch) {
  return SDL_Unsupported();
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window* window, const SDL_Rect* rects, int count) {
  return SDL_Unsupported();
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window* window) {}
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { return NULL; }
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) {}
