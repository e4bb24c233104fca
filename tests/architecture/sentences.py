#!/usr/bin/env python3
"""Reads tests/SENTENCES.md: every test it names exists, and every row names one or says why there is none."""
import pathlib
import re
import sys

SLOT = re.compile(r"(tst_\w+)::(\w+)")
END_TO_END = re.compile(r"(tests/app/\w+\.py)::(\w+)")
CODE = re.compile(r"`([^`]+)`")
# Qt Test calls these itself, or takes them for data.
NO_TESTS = re.compile(r"(init|cleanup|initTestCase|cleanupTestCase|\w+_data)")
DOCUMENTS = 2
ROWS = 90  # fewer: sentences got lost


def slots(text):
    """The names declared as private slots."""
    found = set()
    for part in re.findall(r"^private slots:\n(.*?)^(?:};|\w[\w ]*:$)", text, re.S | re.M):
        found.update(name for name in re.findall(r"^\s+void (\w+)\(\)", part, re.M) if not NO_TESTS.fullmatch(name))
    return found


def exists(root, name):
    if named := END_TO_END.fullmatch(name):
        path = root / named[1]
        return path.is_file() and re.search(rf"^    def {named[2]}\(self\)", path.read_text(encoding="utf-8"), re.M) is not None
    if named := SLOT.fullmatch(name):
        files = list((root / "tests").rglob(named[1] + ".cpp"))
        return len(files) == 1 and named[2] in slots(files[0].read_text(encoding="utf-8"))
    return False


def problems_in(root, rows):
    last = 0
    for number, row in rows:
        if row is None:  # the next document begins
            last = 0
            continue
        if len(row) != 3 or not re.fullmatch(r"\d+(–\d+)?", row[0]):
            yield number, "not a row of line, sentence and tests"
            continue
        line = int(row[0].split("–")[0])
        if line < last:
            yield number, f"line {line} stands behind line {last}"
        last = line
        names = [name for name in CODE.findall(row[2]) if "::" in name]
        for name in names:
            if not exists(root, name):
                yield number, f"there is no test {name}"
        if not names and not re.match(r"– \w", row[2]):
            yield number, "neither a test nor a reason"
        if re.search(r"::", CODE.sub("", row[2])):
            yield number, "a test stands outside of `…`"


def rows_of(text):
    """(line number, cells); None for the cells where a document begins."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            yield number, None
        elif line.startswith("|") and not line.startswith(("| line |", "|---")):
            yield number, [cell.strip() for cell in line.strip("|").split(" | ")]


def main():
    root = pathlib.Path(sys.argv[1])
    rows = list(rows_of((root / "tests/SENTENCES.md").read_text(encoding="utf-8")))
    found = list(problems_in(root, rows))
    for number, problem in found:
        print(f"tests/SENTENCES.md:{number}: {problem}")
    documents = sum(row is None for _, row in rows)
    print(f"{len(rows) - documents} rows of {documents} documents, {len(found)} problems")
    return 1 if found or documents != DOCUMENTS or len(rows) - documents < ROWS else 0


if __name__ == "__main__":
    sys.exit(main())
