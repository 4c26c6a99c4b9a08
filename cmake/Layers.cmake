# needlewise_layer(NAME SOURCES GLOB... [USES PUBLIC...] [PRIVATELY PRIVATE...]): one layer as one static library.
# needlewise_program(NAME FOLDER SOURCES GLOB... USES...): a program, left in build/FOLDER; an empty target while it has no source.

add_library(project_flags INTERFACE)
target_compile_options(project_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
target_include_directories(project_flags INTERFACE "${PROJECT_SOURCE_DIR}/src")

function(needlewise_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;PRIVATELY" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${arg_SOURCES})
  if(NOT sources) # nothing to compile yet: hand on what it would have used
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE project_flags ${arg_USES})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC project_flags ${arg_USES} PRIVATE ${arg_PRIVATELY})
endfunction()

function(needlewise_program name folder)
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${arg_SOURCES})
  if(NOT sources)
    add_custom_target(${name}) # nothing to build yet
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE project_flags ${arg_USES})
  if(NOT NEEDLEWISE_TESTS)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_SOURCE_DIR}/build/${folder}")
  endif()
endfunction()
