# What ./dev builds and in what order. Sourced by ./dev.

export CCACHE_DIR=$DEV_CACHE/ccache CCACHE_MAXSIZE=3G
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1             # clean clones elsewhere share the cache
export CCACHE_SLOPPINESS=pch_defines,time_macros           # as ccache asks for precompiled headers

# prepare PART...: packages and tools for web, native, desktop, test. One ./dev at a time may work in this folder.
prepare() {
  mkdir -p build "$DEV_CACHE"
  exec 8>build/.lock 9>"$DEV_CACHE/.lock"
  flock -n 8 || { say "Waiting for another ./dev in this folder …" && flock 8; }
  flock -n 9 || { say "Waiting for another ./dev that installs …" && flock 9; }
  local part packages=()
  for part in "$@"; do
    part=packages_$part
    packages+=(${!part})
  done
  install_packages "${packages[@]}"
  install_deps
  if [[ " $* " == *" test "* ]]; then
    # shellcheck disable=SC2086
    (install_packages $packages_browsers) || say "Firefox and WebKit cannot be installed: their tests are skipped"
    install_test_deps
  fi
  install_node_modules
  exec 9>&-
}

unlock() { exec 8>&-; }

# install_node_modules: the packages of package-lock.json, kept in the cache and linked here.
install_node_modules() {
  local folder
  folder=$DEV_CACHE/node-$(cat package.json package-lock.json | sha256sum | cut -c 1-12)
  if [ ! -d "$folder" ]; then
    rm -rf "$folder.part"
    mkdir "$folder.part"
    cp package.json package-lock.json .npmrc "$folder.part/"
    step npm "Installing the node packages" npm ci --ignore-scripts --prefix "$folder.part"
    mv "$folder.part" "$folder"
  fi
  [ "$(readlink node_modules || true)" = "$folder/node_modules" ] || { rm -rf node_modules && ln -s "$folder/node_modules" node_modules; }
}

# configure PRESET: once, and again when the presets change.
configure() {
  local ninja=build/cmake-$1/build.ninja
  [ "$ninja" -nt CMakePresets.json ] && return 0
  rm -f "$ninja"
  local without_ccache=()
  command -v ccache >/dev/null || without_ccache=(-DCMAKE_C_COMPILER_LAUNCHER= -DCMAKE_CXX_COMPILER_LAUNCHER=)
  step "configure-$1" "Configuring ($1)" cmake --preset "$1" "${without_ccache[@]}"
}

build_native() {
  configure native
  step build-native "Building $*" ninja -C build/cmake-native "$@"
}

build_tests() {
  configure test
  step build-test "Building the native tests" ninja -C build/cmake-test needlewise-tests corpora
}

build_fuzzers() {
  configure fuzz
  step build-fuzz "Building the fuzzers" ninja -C build/cmake-fuzz fuzzers
}

build_site() {
  make_fonts
  configure web
  step build-web "Building the web module" ninja -C build/cmake-web site
  if has web/index.html; then step split "Splitting the web module" node tools/split.mjs; fi
  step site "Assembling the site" node tools/site.mjs
  if grep -q kB "$logs/site.log"; then cat "$logs/site.log" >&2; fi
}
