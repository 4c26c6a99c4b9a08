# What Debian 12 does not package in a fit version, unpacked into $DEV_CACHE beside the system and linked into build/deps:
# Emscripten with Binaryen, Dear ImGui, SDL2 for the web, nanosvg, the QR code generator; and nginx for the tests. Sourced by ./dev.
# The packages come through a private apt state, so signatures are checked and the system's own apt is left alone.

emscripten_version=3.1.69 # the least that is accepted on PATH, and the one that Debian 13 has
deps_version=1            # raise to make every cached part be fetched again

# install_deps: fetches what is not in the cache yet and points build/deps at everything.
install_deps() {
  mkdir -p build/deps
  if [ -z "$(own_emscripten)" ]; then need emscripten; fi
  if [ -z "${IMGUI_DIR:-}" ]; then need imgui; fi
  if [ -z "${SDL2_DIR:-}" ]; then need sdl2; fi
  need nanosvg
  need qrcodegen

  link_dep emscripten "$(own_emscripten || true)"
  link_dep imgui "${IMGUI_DIR:-}"
  link_dep sdl2 "${SDL2_DIR:-}"
  link_dep nanosvg ""
  link_dep qrcodegen ""
  # A folder with this header alone: Emscripten must never see /usr/include.
  mkdir -p build/deps/json
  ln -sfn /usr/include/nlohmann build/deps/json/nlohmann
}

# install_test_deps: the web server of the tests. Elsewhere than on Debian the one on PATH is used, if there is one.
install_test_deps() {
  command -v apt-get >/dev/null || return 0
  need nginx
  link_dep nginx ""
}

# own_emscripten: the folder of the user's own Emscripten, when it is on PATH and new enough.
own_emscripten() {
  command -v emcc >/dev/null && command -v em-config >/dev/null || return 0
  local version
  version=$(emcc -dumpversion 2>/dev/null | cut -d- -f1)
  version_at_least "${version:-0}" "$emscripten_version" && em-config EMSCRIPTEN_ROOT
}

link_dep() { ln -sfn "${2:-$DEV_CACHE/$1-$deps_version}" "build/deps/$1"; }

# need NAME: makes sure $DEV_CACHE/NAME-VERSION exists; fetch_NAME fills an empty folder that is then moved in place.
need() {
  local final=$DEV_CACHE/$1-$deps_version
  [ -d "$final" ] && return 0
  local part=$final.part
  rm -rf "$part"
  mkdir -p "$part"
  step "fetch-$1" "Fetching $1" fetch "$1" "$part" "$final"
  mv "$part" "$final"
}

# fetch NAME FOLDER FINAL: runs with the folder as the working directory.
fetch() {
  set -e
  command -v apt-get >/dev/null || { echo "No apt here: put emcc on PATH and set IMGUI_DIR and SDL2_DIR."; exit 1; }
  prepare_apt
  cd "$2"
  "fetch_$1" "$3"
}

apt_state=$DEV_CACHE/apt

private_apt() {
  local program=$1
  shift
  "$program" -q -oDir::Etc::SourceList="$apt_state/sources.list" -oDir::Etc::SourceParts=/dev/null \
    -oDir::State::Lists="$apt_state/lists" -oDir::Cache::Archives="$apt_state/archives" \
    -oDir::Cache::pkgcache= -oDir::Cache::srcpkgcache= \
    -oDir::State::status=/dev/null -oAPT::Sandbox::User="$(id -un)" "$@"
}

# prepare_apt: package lists of Debian 13 and testing, from the site that this machine's apt uses.
prepare_apt() {
  [ -n "$(find "$apt_state/updated" -mmin -60 2>/dev/null)" ] && return 0
  mkdir -p "$apt_state/lists/partial" "$apt_state/archives/partial"
  local site keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  site=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
    awk '$2 !~ /security/ { print $1; exit }')
  {
    echo "deb [signed-by=$keyring] $site trixie main"
    echo "deb-src [signed-by=$keyring] $site trixie main"
    echo "deb-src [signed-by=$keyring] $site forky main"
  } >"$apt_state/sources.list"
  private_apt apt-get update
  touch "$apt_state/updated"
}

# unpack PACKAGE FOLDER [TAR OPTION...]: the files of a Debian package, without installing it.
unpack() {
  local package=$1 folder=$2
  shift 2
  private_apt apt-get download "$package"
  mkdir -p "$folder"
  dpkg --fsys-tarfile "$package"_*.deb | tar x -C "$folder" "$@"
  rm "$package"_*.deb
}

# unpack_source PACKAGE/SUITE: upstream's source files into the working directory.
unpack_source() {
  private_apt apt-get --download-only --tar-only source "$1"
  tar xf ./*.orig.tar.* --strip-components=1
  rm ./*.orig.tar.*
}

fetch_imgui() { unpack_source imgui/forky; } # 1.92 or later: fonts drawn sharp at any size
fetch_sdl2() { unpack_source libsdl2/trixie; }
fetch_qrcodegen() { unpack_source qr-code-generator/trixie; }
fetch_nanosvg() {
  unpack libnanosvg-dev all
  mv all/usr/include/nanosvg .
  rm -r all
}

# From this system's own release, for its libraries; unpacked only, so that no service starts.
fetch_nginx() {
  local package packages=(nginx libnginx-mod-http-brotli-static) as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  apt-get download -q "${packages[@]}" || { "${as_root[@]}" apt-get update -q && apt-get download -q "${packages[@]}"; }
  for package in *.deb; do dpkg --fsys-tarfile "$package" | tar x --exclude=./usr/share --exclude=./etc; done
  rm ./*.deb
}

# Emscripten as scripts and prebuilt libraries, less the variants that this project never links.
fetch_emscripten() {
  local final=$1 program
  unpack emscripten all --wildcards --exclude='*/test' --exclude='*/docs' --exclude='*/lto' --exclude='*/lto-pic' \
    --exclude='*/pic' --exclude='*asan*.a' --exclude='*san_rt*' --exclude='*sanitizer_common*' --exclude='*-mt*.a' \
    --exclude='*-ww*.a' --exclude='*wasmfs*.a' --exclude='./usr/share/doc' --exclude='./usr/share/man'
  mv all/usr/share/emscripten/* .
  rm -r all
  npm install --no-save --no-audit --no-fund acorn@8

  # Binaryen is linked against a newer libc than Debian 12's: give it that one, for itself alone.
  unpack binaryen binaryen
  unpack libc6 libc
  unpack libstdc++6 libc
  unpack libgcc-s1 libc
  mkdir lib
  find libc/usr/lib binaryen/usr/lib -name '*.so*' ! -path '*/gconv/*' ! -path '*/audit/*' -exec cp -P {} lib/ \;
  for program in binaryen/usr/bin/*; do
    patchelf --set-interpreter "$final/lib/$(basename "$(patchelf --print-interpreter "$program")")" \
      --set-rpath "$final/lib" "$program"
  done
  patchelf --set-rpath "$final/lib" lib/libbinaryen.so
  rm -r libc binaryen/usr/lib

  cat >.emscripten <<CONFIG
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$final/binaryen/usr'
NODE_JS = '$(command -v node)'
CACHE = '$final/cache'
CONFIG
}
