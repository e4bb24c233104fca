"""./dev pictures [DIRECTORY]: every page and dialog in every looks, and a sheet of each column to look it over.

  pictures.py [DIRECTORY] [COLUMN...]  all columns, or some
  pictures.py --short                  one column, the pages alone: that all of this works
  pictures.py --manual                 what the manual and the README show
"""
import fcntl
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys

SOURCES = pathlib.Path(os.environ["CALLBOARD_SOURCES"])
sys.path[:0] = [str(SOURCES / "tests/app"), str(SOURCES / "tests/shots")]

import scenes  # noqa: E402
from tour import Column, Tour, kept_workspace  # noqa: E402

COLUMNS = [
    Column("light"), Column("dark", theme="dark"),
    Column("small-light", (960, 600)), Column("small-dark", (960, 600), "dark"),
    Column("light-200", scale=2), Column("dark-200", (960, 600), "dark", 2),
    Column("german", language="de"), Column("small-german", (960, 600), language="de"),
    Column("reversed", arguments=("-reverse",)), Column("small-reversed", (960, 600), "dark", arguments=("-reverse",)),
]


def alone():
    """In a network of one's own, where that is allowed: the door's port is free, and nothing leaves."""
    if "CALLBOARD_ALONE" not in os.environ and shutil.which("unshare"):
        env = {**os.environ, "CALLBOARD_ALONE": "1"}
        command = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
        if subprocess.run([*command, "true"], stderr=subprocess.DEVNULL).returncode == 0:
            os.execvpe(command[0], [*command, sys.executable, *sys.argv], env)
    elif "CALLBOARD_ALONE" in os.environ:
        with socket.socket() as any_socket:  # loopback begins switched off: IFF_UP | IFF_RUNNING
            fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 0x41))


def sheet(pictures, path, across=3, width=640):
    """All of them on one picture, each with its name."""
    subprocess.run(["montage", "-label", "%t", *map(str, pictures), "-tile", f"{across}x", "-resize", f"{width}x", "-geometry", "+6+6",
                    "-background", "#808890", str(path)], check=True)


def take(column, directory, workspace):
    made, problems = [], []
    for part, content in ((scenes.filled, workspace), (scenes.empty, None)):
        with Tour(column, directory / column.name, content) as tour:
            part(tour)
        made += tour.made
        problems += tour.problems
    for number, at in enumerate(range(0, len(made), 9), 1):
        sheet(made[at:at + 9], directory / f"{column.name}-{number}.png")
    return problems


def short():
    """Every page opens, with content and without, and shows something."""
    workspace, world = kept_workspace(2)
    try:
        problems = []
        for part, prefix, content in ((scenes.pages, "", workspace), (scenes.pages, "0-empty-", None)):
            with Tour(Column("short"), world.path / "pictures", content) as tour:
                part(tour, prefix)
            seen = {tour.look_of(picture) for picture in tour.made}
            problems += tour.problems + ([] if len(seen) == len(scenes.PAGES) else [f"{prefix}pages look alike"])
        print("\n".join(problems))
        return 1 if problems else 0
    finally:
        world.close()


def main(arguments):
    directory = pathlib.Path(arguments[0] if arguments else "build/pictures").absolute()
    wanted = arguments[1:] or [column.name for column in COLUMNS]
    workspace, world = kept_workspace()
    bad = 0
    try:
        for column in COLUMNS:
            if column.name not in wanted:
                continue
            problems = take(column, directory, workspace)
            bad += len(problems)
            print(f"{column.name}: {len(problems)} not as expected", *problems, sep="\n  ", flush=True)
    finally:
        world.close()
    print(f"{directory}")
    return 1 if bad else 0


if __name__ == "__main__":
    alone()
    if sys.argv[1:2] == ["--manual"]:
        import manualpictures
        sys.exit(manualpictures.main(sys.argv[2:]))
    if sys.argv[1:2] == ["--short"]:
        sys.exit(short())
    sys.exit(main(sys.argv[1:]))
