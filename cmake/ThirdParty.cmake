# Other people's code as targets of their own: json, nanosvg, qrcodegen, imgui, imgui_gl, sdl2, and gtest for tests.
# Their headers are SYSTEM includes, so our warnings stop at our own files.

function(needlewise_headers name folder)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${folder}")
endfunction()

needlewise_headers(json "${NEEDLEWISE_DEPS}/json")
target_compile_definitions(json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)

needlewise_headers(nanosvg "${NEEDLEWISE_DEPS}/nanosvg") # one source file of ui defines NANOSVG_IMPLEMENTATION

# The C version: no exceptions, no streams, no heap; it answers false when the data is too long.
add_library(qrcodegen STATIC EXCLUDE_FROM_ALL "${NEEDLEWISE_DEPS}/qrcodegen/c/qrcodegen.c")
target_include_directories(qrcodegen SYSTEM INTERFACE "${NEEDLEWISE_DEPS}/qrcodegen/c")

set(imgui_dir "${NEEDLEWISE_DEPS}/imgui")
add_library(imgui STATIC EXCLUDE_FROM_ALL
  ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp ${imgui_dir}/imgui_tables.cpp ${imgui_dir}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC "${imgui_dir}" "${PROJECT_SOURCE_DIR}/cmake")
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="imgui_config.h")

if(EMSCRIPTEN)
  include(${CMAKE_CURRENT_LIST_DIR}/Sdl2Web.cmake)
else()
  find_package(SDL2 QUIET CONFIG)
  find_package(OpenGL QUIET COMPONENTS OpenGL)
  if(SDL2_FOUND AND OpenGL_FOUND)
    add_library(sdl2 INTERFACE)
    target_link_libraries(sdl2 INTERFACE SDL2::SDL2 OpenGL::GL)
  endif()
endif()

if(TARGET sdl2)
  add_library(imgui_gl STATIC EXCLUDE_FROM_ALL ${imgui_dir}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_gl SYSTEM PUBLIC "${imgui_dir}/backends")
  target_link_libraries(imgui_gl PUBLIC imgui PRIVATE sdl2 ${CMAKE_DL_LIBS})
  if(EMSCRIPTEN)
    target_compile_definitions(imgui_gl PRIVATE glGetIntegerv=needlewise_gl_state)  # platform/web/gl_state.cpp
  endif()
endif()

if(NEEDLEWISE_TESTS)
  set(gtest_dir /usr/src/googletest/googletest CACHE PATH "GoogleTest's sources")
  add_library(gtest STATIC EXCLUDE_FROM_ALL ${gtest_dir}/src/gtest-all.cc ${gtest_dir}/src/gtest_main.cc)
  target_include_directories(gtest SYSTEM PUBLIC ${gtest_dir}/include PRIVATE ${gtest_dir})
endif()
