# The web module: build/cmake-web/needlewise.mjs and needlewise.wasm. src/platform/web marks what JavaScript may call
# with EMSCRIPTEN_KEEPALIVE. No file system, no eval, no main loop of its own: the page asks for frames.

file(GLOB main CONFIGURE_DEPENDS src/main.cpp)
if(NOT main)
  add_custom_target(site)
  return()
endif()

add_executable(site ${main})
target_link_libraries(site PRIVATE project_flags app platform_web)
set_target_properties(site PROPERTIES OUTPUT_NAME needlewise SUFFIX .mjs)

string(JOIN "," runtime_methods HEAPU8 HEAP32 HEAPU32 HEAPF32 HEAPF64 UTF8ToString stringToUTF8 lengthBytesUTF8
  stackSave stackRestore)
string(JOIN "," module_options canvas instantiateWasm locateFile onAbort print printErr)

target_link_options(site PRIVATE
  -Oz
  # Every browser named below copies memory and rounds numbers by an instruction of its own. Code is made here, at the link.
  -mbulk-memory -mnontrapping-fptoint
  -Wl,-mllvm,-mattr=+bulk-memory,-mllvm,-mattr=+nontrapping-fptoint
  -sSTRICT -sAUTO_JS_LIBRARIES -sAUTO_NATIVE_LIBRARIES
  -sMODULARIZE -sEXPORT_ES6 -sEXPORT_NAME=createNeedlewise -sENVIRONMENT=web
  -sDYNAMIC_EXECUTION=0            # no eval: the content security policy forbids it
  -sFILESYSTEM=0
  -sMALLOC=emmalloc
  -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=16MB -sSTACK_SIZE=256KB
  -sEXIT_RUNTIME=0
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sGL_TRACK_ERRORS=0 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  -sGL_ENABLE_GET_PROC_ADDRESS=0   # sdl2_web_stubs.c answers instead
  -sTEXTDECODER=2
  -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
  -sMIN_CHROME_VERSION=97 -sMIN_FIREFOX_VERSION=102 -sMIN_SAFARI_VERSION=160000 # the first with 'wasm-unsafe-eval'
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=300 # what is called once may stay apart: tools/split.mjs
  -sEXPORTED_FUNCTIONS=_main,_malloc,_free,_sbrk
  -sEXPORTED_RUNTIME_METHODS=${runtime_methods}
  -sINCOMING_MODULE_JS_API=${module_options})
