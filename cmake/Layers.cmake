# needlewise_room(NAME FOLDER [FILES NAME...] [USES PUBLIC...] [PRIVATELY PRIVATE...]): the sources of one folder of src/ (of
# these names only, without endings) as one static library.
# needlewise_program(NAME FOLDER SOURCES GLOB... USES...): a program, left in build/FOLDER; an empty target while it has no source.
#
# The walls: src/ is nobody's include folder. Each room has one of its own, of links to its headers, and sees those of the
# rooms that it uses and no others, so that a wrong include does not compile.

add_library(project_flags INTERFACE)
target_compile_options(project_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)

function(needlewise_room name folder)
  cmake_parse_arguments(arg "" "" "FILES;USES;PRIVATELY" ${ARGN})
  if(NOT arg_FILES)
    set(arg_FILES *)
  endif()
  set(sources_of ${arg_FILES})
  set(headers_of ${arg_FILES})
  list(TRANSFORM sources_of REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/src/${folder}/\\1.cpp")
  list(TRANSFORM headers_of REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/src/${folder}/\\1.h")
  file(GLOB sources CONFIGURE_DEPENDS ${sources_of})
  file(GLOB headers CONFIGURE_DEPENDS ${headers_of})

  set(window "${PROJECT_BINARY_DIR}/rooms/${name}")
  file(REMOVE_RECURSE "${window}")
  file(MAKE_DIRECTORY "${window}/${folder}")
  foreach(header ${headers})
    get_filename_component(file ${header} NAME)
    file(RELATIVE_PATH target "${window}/${folder}" "${header}")
    file(CREATE_LINK "${target}" "${window}/${folder}/${file}" SYMBOLIC)
  endforeach()

  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC project_flags ${arg_USES} PRIVATE ${arg_PRIVATELY})
    target_include_directories(${name} PUBLIC "${window}")
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE project_flags ${arg_USES})
    target_include_directories(${name} INTERFACE "${window}")
  endif()
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
