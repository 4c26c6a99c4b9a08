// SDL2's window code asks for the renderer of a window even when rendering is compiled out: there is never one.
#include "SDL_render.h"

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
  (void)window;
  return NULL;
}

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }
