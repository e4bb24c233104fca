#!/bin/sh
# keychain.sh TEST-BINARY: runs the keychain tests with a real gnome-keyring on a bus of its own, then with that keyring
# locked, and stopped in its tracks, then with no bus at all. Everything they write lies in a directory that goes away afterwards.
set -eu
binary=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"

private() {
    env -u DBUS_SESSION_BUS_ADDRESS -u DISPLAY -u WAYLAND_DISPLAY -u XDG_CURRENT_DESKTOP -u DESKTOP_SESSION \
        HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
        XDG_CACHE_HOME="$home/cache" "$@"
}

# The daemon returns to the shell once it serves, and ends with its bus.
private timeout 60 dbus-run-session -- sh -euc '
    printf "test-password\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    CALLBOARD_TEST_SESSION=keyring "$1" makesAKeyAndReadsItAgain keepsAKeyForEachWorkspace makesNoKeyUnlessAsked \
        servesAnyThreadAgainAndAgain forgetsAnEntry
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
    CALLBOARD_TEST_SESSION=locked "$1" asksNobodyWhileItIsLocked saysThatItsQuestionWasDismissed
    pid=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | awk "{print \$NF}")
    kill -STOP "$pid"
    trap "kill -KILL $pid" EXIT
    CALLBOARD_TEST_SESSION=stopped "$1" givesUpOnAKeychainThatDoesNotAnswer
' sh "$binary"

private env DBUS_SESSION_BUS_ADDRESS=unix:path="$home/no-such-bus" CALLBOARD_TEST_SESSION=none \
    timeout 60 "$binary" failsAtOnceWithoutABus
