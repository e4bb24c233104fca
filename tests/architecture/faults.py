#!/usr/bin/env python3
"""Reads tests/FAULTS.md: every fault of the matrix has a row, and every test that a row names exists."""
import ast
import pathlib
import re
import sys

from sentences import CODE, SLOT, slots

END_TO_END = re.compile(r"(tests/[\w/]+\.py)::(\w+)(?:\.(\w+))?")
REGISTERED = re.compile(r"ctest::(\w+)")
COLUMNS = ("fault", "provocation", "pass bar", "cause", "tests")
MATRIX = {f"F{number}" for number in range(1, 23)}


def methods(path, class_name):
    """Of one class, or of all of them where it has no name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and class_name in (None, node.name):
            yield from (child.name for child in node.body if isinstance(child, ast.FunctionDef))


def exists(root, name):
    if named := END_TO_END.fullmatch(name):
        path = root / named[1]
        first, second = named[2], named[3]
        return path.is_file() and (second or first) in set(methods(path, first if second else None))
    if named := REGISTERED.fullmatch(name):
        lists = (root / "tests").rglob("CMakeLists.txt")
        return any(f"add_test(NAME {named[1]} " in path.read_text(encoding="utf-8") for path in lists)
    if named := SLOT.fullmatch(name):
        files = list((root / "tests").rglob(named[1] + ".cpp"))
        return len(files) == 1 and named[2] in slots(files[0].read_text(encoding="utf-8"))
    return False


def problems_in(root, rows, columns):
    """The last column names tests; `columns`: what a row holds."""
    for number, row in rows:
        if len(row) != len(columns) or not all(row):
            yield number, f"not a row of {', '.join(columns)}"
            continue
        names = [name for name in CODE.findall(row[-1]) if "::" in name]
        for name in names:
            if not exists(root, name):
                yield number, f"there is no test {name}"
        if not names and not re.match(r"– \w", row[-1]):
            yield number, "neither a test nor a reason"
        if "::" in CODE.sub("", row[-1]):
            yield number, "a test stands outside of `…`"


def rows_of(text, first):
    """`first`: the head of the first column."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("|") and not line.startswith((f"| {first} |", "|---")):
            yield number, [cell.strip() for cell in line.strip("|").split(" | ")]


def main():
    root = pathlib.Path(sys.argv[1])
    rows = list(rows_of((root / "tests/FAULTS.md").read_text(encoding="utf-8"), "fault"))
    found = list(problems_in(root, rows, COLUMNS))
    missing = MATRIX - {name for _, row in rows for name in re.findall(r"\bF\d+\b", row[0])}
    found += [(0, f"{name} has no row") for name in sorted(missing)]
    for number, problem in found:
        print(f"tests/FAULTS.md:{number}: {problem}")
    print(f"{len(rows)} faults, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
