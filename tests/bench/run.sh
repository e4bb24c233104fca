#!/usr/bin/env bash
# run.sh [NAME|all] [PART...]: window, latency, delivery, transport; the parts are delivery's.
# CALLBOARD_BENCH_SCALE=0.1 makes every load of delivery a tenth, CALLBOARD_BENCH_ROUNDS=1 runs each once.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CALLBOARD="$PWD/build/release/app/callboard" CALLBOARD_SOURCES="$PWD" PYTHONPATH="$PWD/tests/app"
export CALLBOARD_BENCH_PROGRAMS="$PWD/build/release/tests/bench" PYTHONDONTWRITEBYTECODE=1
export TMPDIR="${TMPDIR:-/var/tmp}" # on a disk: what is measured has to reach it
exec python3 tests/bench/bench.py "$@"
