// SDL2's GL context on the web, made by Emscripten's own functions for WebGL, as SDL3 does. SDL2 asks for it through EGL, which
// the browser does not have: Emscripten would ship a likeness of it, with the fullscreen and pointer functions that hang on that.
#include "SDL_internal.h"

#include <EGL/egl.h>
#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

#include "video/SDL_sysvideo.h"
#include "video/emscripten/SDL_emscriptenopengles.h"
#include "video/emscripten/SDL_emscriptenvideo.h"

int Emscripten_GLES_LoadLibrary(_THIS, const char* path) { return 0; }
void SDL_EGL_UnloadLibrary(_THIS) {}

// Looking up GL functions by name would ship a table and a JavaScript function for every one of WebGL's.
void* SDL_EGL_GetProcAddress(_THIS, const char* name) { return NULL; }

EGLSurface* SDL_EGL_CreateSurface(_THIS, NativeWindowType window) {
  static EGLSurface canvas;
  return &canvas;
}
void SDL_EGL_DestroySurface(_THIS, EGLSurface surface) {}

SDL_GLContext Emscripten_GLES_CreateContext(_THIS, SDL_Window* window) {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.alpha = _this->gl_config.alpha_size > 0;
  wanted.depth = _this->gl_config.depth_size > 0;
  wanted.stencil = _this->gl_config.stencil_size > 0;
  wanted.antialias = _this->gl_config.multisamplebuffers > 0;
  wanted.preserveDrawingBuffer = true;  // the next frame paints only what has changed: src/platform/damage.h
  wanted.majorVersion = _this->gl_config.major_version - 1;  // GLES 3 is WebGL 2
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &wanted);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    SDL_SetError("no WebGL %d", wanted.majorVersion);
    return NULL;
  }
  return (SDL_GLContext)context;
}

int Emscripten_GLES_MakeCurrent(_THIS, SDL_Window* window, SDL_GLContext context) {
  return emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) == EMSCRIPTEN_RESULT_SUCCESS ? 0 : -1;
}
void SDL_EGL_DeleteContext(_THIS, SDL_GLContext context) {
  emscripten_webgl_destroy_context((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context);
}

// The browser shows what was drawn when the frame's task ends.
int Emscripten_GLES_SwapWindow(_THIS, SDL_Window* window) { return 0; }
int SDL_EGL_SetSwapInterval(_THIS, int interval) { return SDL_Unsupported(); }
int SDL_EGL_GetSwapInterval(_THIS) { return 1; }
