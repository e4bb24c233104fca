#!/usr/bin/env bash
# run.sh [NAME|all]: window, latency, delivery, transport.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CALLBOARD="$PWD/build/release/app/callboard" CALLBOARD_SOURCES="$PWD" PYTHONPATH="$PWD/tests/app"
export CALLBOARD_BENCH_WINDOW="$PWD/build/release/tests/bench/bench_window"
export CALLBOARD_BENCH_TRANSPORT="$PWD/build/release/tests/bench/bench_transport"
exec python3 tests/bench/bench.py "${1:-all}"
