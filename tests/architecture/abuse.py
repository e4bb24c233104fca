#!/usr/bin/env python3
"""Reads tests/ABUSE.md: every abuse has one row, in order, and every test that a row names exists."""
import pathlib
import sys

from faults import problems_in, rows_of

COLUMNS = ("number", "abuse", "what the program does", "tests")
ALL = [f"A{number}" for number in range(1, 47)]


def main():
    root = pathlib.Path(sys.argv[1])
    rows = list(rows_of((root / "tests/ABUSE.md").read_text(encoding="utf-8"), "#"))
    found = list(problems_in(root, rows, COLUMNS))
    if [row[0] for _, row in rows] != ALL:
        found.append((0, "not each number from A1 to A46 once, in order"))
    for number, problem in found:
        print(f"tests/ABUSE.md:{number}: {problem}")
    print(f"{len(rows)} abuses, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
