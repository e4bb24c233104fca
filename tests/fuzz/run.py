#!/usr/bin/env python3
"""run.py BUILD [TARGET] [SECONDS]: drives the fuzz targets with libFuzzer, one after the other, and prints a table.

New inputs that reach new code are kept in BUILD/corpus/TARGET, what broke in BUILD/findings. Ends with 1 if anything did.
Qt and the system's libraries are not instrumented: their code is neither counted nor checked for memory faults.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DICTIONARIES = {
    "answers": "http", "requests": "http", "door": "http", "headers": "http", "retry-after": "http",
    "mail-addresses": "url", "smtp-replies": "smtp", "smtp-urls": "url", "urls": "url", "durations": "url",
    "notifications": "xml", "records": "xml", "record-pairs": "xml", "drops": "xml",
    "asset-requests": "json", "cloudevents": "json", "receiver-scripts": "json", "target-imports": "json",
}


def drive(build, target, seconds):
    corpus = build / "corpus" / target
    findings = build / "findings"
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(exist_ok=True)
    environment = dict(
        os.environ, CALLBOARD_FUZZ=target, LC_ALL="C.UTF-8",
        # Containers that the libraries fill are not annotated there.
        ASAN_OPTIONS="detect_container_overflow=0:detect_leaks=0:abort_on_error=0", UBSAN_OPTIONS="print_stacktrace=1")
    command = [
        build / "tests/fuzz/callboard_fuzz", corpus, HERE / "corpus" / target, f"-max_total_time={seconds}",
        "-print_final_stats=1", "-timeout=10", "-rss_limit_mb=2048", "-max_len=8192", "-verbosity=1",
        f"-dict={HERE / DICTIONARIES[target]}.dict", f"-artifact_prefix={findings / target}-"]
    return subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, errors="replace")


def figure(pattern, text):
    found = re.findall(pattern, text)
    return found[-1] if found else "?"


def report(target, run):
    log = run.stderr
    executions = figure(r"stat::number_of_executed_units:\s*(\d+)", log)
    coverage, features, corpus = (figure(p, log) for p in (r"cov: (\d+)", r"ft: (\d+)", r"corp: (\d+)"))
    # A negative code is a signal from outside: somebody stopped it.
    verdict = "ok" if run.returncode == 0 else "stopped" if run.returncode < 0 else "BROKEN"
    print(f"{target:18} {executions:>10} {coverage:>6} {features:>7} {corpus:>7}  {verdict}", flush=True)
    if run.returncode != 0:
        print("\n".join(log.splitlines()[-60:]), flush=True)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    names = sorted(DICTIONARIES)
    wanted = [argument for argument in sys.argv[2:] if not argument.isdigit()]
    seconds = next((int(argument) for argument in sys.argv[2:] if argument.isdigit()), 60)
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"{unknown[0]} is no target; there are {', '.join(names)}.")
        return 2
    print(f"{'target':18} {'executions':>10} {'cov':>6} {'ft':>7} {'corpus':>7}")
    broken = 0
    for target in wanted or names:
        run = drive(build, target, seconds)
        report(target, run)
        broken += run.returncode != 0
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
