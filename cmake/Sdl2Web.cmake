# SDL2 for the web, compiled from its C files: window, GL context and timing; sdl2_web_stubs.c says what it must not do,
# and sdl2_web_gl.c how it gets its context.
# SDL2's own CMake takes minutes to configure under Emscripten and cannot leave out as much.

set(sdl2_dir "${NEEDLEWISE_DEPS}/sdl2")

set(sdl2_parts
  SDL SDL_assert SDL_dataqueue SDL_error SDL_guid SDL_hints SDL_list SDL_log SDL_utils
  atomic/SDL_atomic atomic/SDL_spinlock
  cpuinfo/SDL_cpuinfo
  file/SDL_rwops
  loadso/dlopen/SDL_sysloadso
  stdlib/SDL_crc16 stdlib/SDL_crc32 stdlib/SDL_getenv stdlib/SDL_iconv stdlib/SDL_malloc stdlib/SDL_qsort
  stdlib/SDL_stdlib stdlib/SDL_string stdlib/SDL_strtokr
  thread/SDL_thread thread/generic/SDL_syscond thread/generic/SDL_sysmutex thread/generic/SDL_syssem
  thread/generic/SDL_systhread thread/generic/SDL_systls
  timer/SDL_timer timer/unix/SDL_systimer
  video/SDL_RLEaccel video/SDL_blit video/SDL_blit_0 video/SDL_blit_1 video/SDL_blit_A video/SDL_blit_N
  video/SDL_blit_auto video/SDL_blit_copy video/SDL_blit_slow video/SDL_bmp video/SDL_clipboard
  video/SDL_fillrect video/SDL_pixels video/SDL_rect video/SDL_stretch video/SDL_surface video/SDL_video video/SDL_yuv
  video/emscripten/SDL_emscriptenvideo)
list(TRANSFORM sdl2_parts PREPEND "${sdl2_dir}/src/")
list(TRANSFORM sdl2_parts APPEND ".c")

add_library(sdl2 STATIC EXCLUDE_FROM_ALL ${sdl2_parts} ${CMAKE_CURRENT_LIST_DIR}/sdl2_web_gl.c
  ${CMAKE_CURRENT_LIST_DIR}/sdl2_web_stubs.c)
target_include_directories(sdl2 SYSTEM PUBLIC "${sdl2_dir}/include" PRIVATE "${sdl2_dir}/src")
target_compile_options(sdl2 PRIVATE -sUSE_SDL=0 -w)
target_compile_definitions(sdl2 PRIVATE
  SDL_LEAN_AND_MEAN # no software blitters, no run-length surfaces
  SDL_AUDIO_DISABLED SDL_JOYSTICK_DISABLED SDL_HAPTIC_DISABLED SDL_HIDAPI_DISABLED SDL_SENSOR_DISABLED
  SDL_RENDER_DISABLED SDL_POWER_DISABLED SDL_FILESYSTEM_DISABLED SDL_LOCALE_DISABLED)
