#!/usr/bin/env python3
"""Reads tests/ABUSE.md: every abuse has one row, in order, and every test that a row names exists."""
import pathlib
import re
import sys

from faults import exists
from sentences import CODE

COLUMNS = 4
ALL = [f"A{number}" for number in range(1, 47)]


def problems_in(root, rows):
    for number, row in rows:
        if len(row) != COLUMNS or not all(row):
            yield number, "not a row of number, abuse, what the program does and tests"
            continue
        names = [name for name in CODE.findall(row[-1]) if "::" in name]
        for name in names:
            if not exists(root, name):
                yield number, f"there is no test {name}"
        if not names and not re.match(r"– \w", row[-1]):
            yield number, "neither a test nor a reason"
        if "::" in CODE.sub("", row[-1]):
            yield number, "a test stands outside of `…`"


def rows_of(text):
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("|") and not line.startswith(("| # |", "|---")):
            yield number, [cell.strip() for cell in line.strip("|").split(" | ")]


def main():
    root = pathlib.Path(sys.argv[1])
    rows = list(rows_of((root / "tests/ABUSE.md").read_text(encoding="utf-8")))
    found = list(problems_in(root, rows))
    if [row[0] for _, row in rows] != ALL:
        found.append((0, "not each number from A1 to A46 once, in order"))
    for number, problem in found:
        print(f"tests/ABUSE.md:{number}: {problem}")
    print(f"{len(rows)} abuses, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
