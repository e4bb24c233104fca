#!/usr/bin/env bash
# linkprobe.sh PROGRAM: fails when the program needs a library of Gui or Widgets.
set -euo pipefail
needed=$(readelf -d "$1" | grep NEEDED)
if grep -E 'Qt6(Gui|Widgets|Svg)|qscintilla|qcustomplot' <<<"$needed"; then
    echo "core needs a library of the user interface"
    exit 1
fi
grep -q 'libsqlite3' <<<"$needed" || { echo "the probe does not hold all of core"; exit 1; }
env -u DISPLAY -u WAYLAND_DISPLAY "$1"
