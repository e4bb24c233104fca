#!/usr/bin/env bash
# check_style.sh FILES...: what a machine can see of the house style, beyond the include test.
set -euo pipefail
bad=0
complain() { echo "$1"; bad=1; }
python3 "$(dirname "$0")/includes.py" "$(git rev-parse --show-toplevel)" || bad=1
grep -nE '[[:space:]]+$' "$@" /dev/null && complain "trailing white space"
grep -nP '\t' "$@" /dev/null && complain "tabs"
awk 'length($0) > 150 { print FILENAME ":" FNR ": longer than 150 columns"; bad = 1 } END { exit bad }' "$@" || bad=1
grep -nE 'processEvents|QThread::(m|u)?sleep|QSKIP' "$@" /dev/null && complain "words that do not belong here"
exit $bad
