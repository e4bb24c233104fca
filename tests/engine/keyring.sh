#!/bin/sh
# keyring.sh TEST-BINARY TESTS...: runs them with a real gnome-keyring on a bus of its own.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
env -u DBUS_SESSION_BUS_ADDRESS -u DISPLAY -u WAYLAND_DISPLAY -u XDG_CURRENT_DESKTOP -u DESKTOP_SESSION \
    HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
    XDG_CACHE_HOME="$home/cache" CALLBOARD_TEST_KEYRING=1 timeout 100 dbus-run-session -- sh -euc '
    printf "test-password\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    "$@"
' sh "$@"
