# Debian packages that each part of the work needs. Sourced by ./dev.

packages_web="clang-19 lld-19 llvm-19 cmake ninja-build ccache python3 patchelf nlohmann-json3-dev libharfbuzz-bin fonts-inter"
packages_native="clang-19 lld-19 llvm-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev cmake ninja-build ccache nlohmann-json3-dev"
packages_test="googletest clang-format-19 clang-tidy-19 chromium chromium-headless-shell apache2-bin"
packages_browsers="firefox-esr webkit2gtk-driver xvfb" # further engines: without them their tests are skipped, and say so
packages_orca="firefox-esr xvfb orca at-spi2-core dbus dbus-x11 speech-dispatcher speech-dispatcher-audio-plugins gir1.2-atspi-2.0 python3-speechd openbox xdotool libglib2.0-bin"
packages_desktop="libsdl2-dev libgl-dev"

# install_packages PACKAGE...: installs those that are missing; does nothing, quickly, when there are none.
install_packages() {
  command -v dpkg-query >/dev/null || return 0 # not Debian: the tools must already be on PATH
  command -v node >/dev/null || set -- "$@" nodejs
  command -v npm >/dev/null || set -- "$@" npm
  local installed missing=() package
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    [[ $'\n'$installed$'\n' == *$'\n'"$package installed"$'\n'* ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing; as root run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  step packages "Installing ${#missing[@]} packages" apt_install "${as_root[@]}" -- "${missing[@]}"
}

apt_install() {
  local as_root=()
  while [ "$1" != -- ]; do as_root+=("$1") && shift; done
  shift
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}
