# Helpers for ./dev: progress, logs and plain failure messages. Sourced, never run.

logs=$root/build/log

trap 'kill $(jobs -p) 2>/dev/null || true' EXIT # Ctrl+C stops the running step too

# say MESSAGE: one line of progress.
say() { printf '%s\n' "$*" >&2; }

# fail MESSAGE: one last line that says what failed and what to do, then stop.
fail() {
  say "FAILED: $*"
  exit 1
}

# step NAME TITLE COMMAND...: runs the command with its output in build/log/NAME.log. Shows the title, a running
# clock on a terminal, and the time taken when that was more than a moment. A failing command's output is printed.
step() {
  local name=$1 title=$2 log=$logs/$1.log started=$SECONDS
  shift 2
  mkdir -p "$logs"
  "$@" >"$log" 2>&1 </dev/null &
  local job=$! shown=0
  while kill -0 "$job" 2>/dev/null; do
    sleep 0.1
    if ((SECONDS - started >= 1)); then
      if [ -t 2 ]; then
        printf '\r\033[K%s … %d s  %s' "$title" $((SECONDS - started)) "$(tail -n 1 "$log" | tr '\r' '\n' | tail -n 1 | cut -c 1-60)" >&2
      elif ((!shown)); then
        say "$title …"
      fi
      shown=1
    fi
  done
  [ -t 2 ] && ((shown)) && printf '\r\033[K' >&2
  if wait "$job"; then
    ((shown)) && say "$title: $((SECONDS - started)) s"
    return 0
  fi
  grep -vE "^\[[0-9]+/[0-9]+\] (Building|Linking|Re-checking)" "$log" | tail -n 200 >&2
  fail "$title. Read the messages above; the full log is build/log/$name.log"
}

# version_at_least HAVE WANT: compares dotted versions.
version_at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
