#!/usr/bin/env bash
# extract.sh [DIR]: takes every sentence of the sources into the catalogues of DIR (translations/). What is new there is
# marked unfinished, what is gone is dropped. English holds only what has a number: its singular and plural forms.
set -euo pipefail
catalogues=$(realpath "${1:-$(dirname "$0")}")
cd "$(dirname "$0")/.."
lupdate=$(command -v /usr/lib/qt6/bin/lupdate || command -v lupdate6 || command -v lupdate)
options=(-I . -extensions cpp,h -locations none -no-obsolete -no-ui-lines)
"$lupdate" app ui core "${options[@]}" -target-language de_DE -ts "$catalogues/callboard_de.ts"
"$lupdate" app ui core "${options[@]}" -target-language en_US -pluralonly -ts "$catalogues/callboard_en.ts"
