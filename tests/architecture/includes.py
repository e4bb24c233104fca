#!/usr/bin/env python3
"""Reads every include line and holds it against the floors: a room includes only rooms below it.

Also: core includes nothing of Gui, Widgets, ui or app; SQL stands in core/store alone; a header says what it is for.
"""
import pathlib
import re
import sys

FLOORS = [
    {"domain"},
    {"security", "receiver"},
    {"transport", "store", "payload"},
    {"intake"},
    {"engine"},
    {"ui"},
    {"app"},
]
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.M)
GUI = re.compile(r"^(QtGui|QtWidgets|QApplication|QWidget|QDialog|QColor|QFont|QIcon|QPalette|QMessageBox)\b")
SQL = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\s')
LONGEST = 400


def room_of(path):
    return path.parts[1] if path.parts[0] == "core" else path.parts[0]


def problems_in(path, text):
    room = room_of(path)
    for target in INCLUDE.findall(text):
        if path.parts[0] == "core" and GUI.match(target):
            yield f"core includes <{target}>"
        parts = pathlib.PurePosixPath(target).parts
        if len(parts) < 2 or parts[0] not in ("core", "ui", "app"):
            continue
        other = room_of(pathlib.PurePosixPath(target))
        if other != room and FLOOR_OF[other] >= FLOOR_OF[room]:
            yield f"{room} includes {target}, which is not below it"
    if room != "store" and path.parts[0] in ("core", "ui", "app") and SQL.search(text):
        yield "SQL outside core/store"
    if path.suffix == ".h" and not text.startswith("//"):
        yield "a header begins with what it is for"
    if text.count("\n") > LONGEST:
        yield f"more than {LONGEST} lines: split it"


def main():
    root = pathlib.Path(sys.argv[1])
    count = found = 0
    for top in ("core", "ui", "app"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            count += 1
            relative = pathlib.PurePosixPath(path.relative_to(root).as_posix())
            for problem in problems_in(relative, path.read_text(encoding="utf-8")):
                found += 1
                print(f"{relative}: {problem}")
    print(f"{count} files, {found} problems")
    return 1 if found or count < 50 else 0


sys.exit(main())
