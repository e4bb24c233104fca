"""./dev pictures --manual: what the manual (resources/manual/pictures) and the README (resources/screenshots) show."""
import os
import pathlib
import shutil
import subprocess

import scenes
from tour import Column, Tour, kept_workspace

SOURCES = pathlib.Path(os.environ["CALLBOARD_SOURCES"])
MOST = 120 * 1024
MANUAL = SOURCES / "resources/manual/pictures"
README = SOURCES / "resources/screenshots"


def reduced(path):
    """Without what differs from run to run, and small: a window has few colours."""
    subprocess.run(["convert", str(path), "-strip", "-define", "png:exclude-chunks=date,time", "-define", "png:compression-level=9",
                    "+dither", "-colors", "255", f"PNG8:{path}"], check=True)
    assert path.stat().st_size <= MOST, f"{path}: {path.stat().st_size} bytes"


def put(made, directory):
    directory.mkdir(parents=True, exist_ok=True)
    to = directory / made.name
    shutil.copy(made, to)
    reduced(to)


def manual(tour):
    tour.key("ctrl+1")
    yield tour.shot("overview")
    scenes.failing(tour)
    yield tour.shot("deliveries")
    tour.key("ctrl+5")
    tour.start_receiver()
    tour.key("Home")
    yield tour.shot("receiver")


def dialogs(tour):
    tour.page(3, "Home")
    tour.dialog("Return")
    yield tour.shot("target", window=True)
    tour.back()
    tour.dialog("ctrl+e")
    yield tour.shot("fire-event", window=True)
    tour.back()


FAILED = {"light": (0xBF, 0x1F, 0x2B), "dark": (0xFF, 0x82, 0x78)}


def readme(tour):
    """The log as it is most of the time, and one that failed."""
    scenes.filtered(tour, "state:failed,delivered since:1h")
    tour.key("End", "Home")
    x, y = tour.screen.see(FAILED[tour.column.theme], "a failed row", (190, 180, 200, 500))
    tour.screen.click(x + 400, y)
    yield tour.shot("deliveries" if tour.column.theme == "light" else "deliveries-dark")


def main(_):
    workspace, world = kept_workspace()
    try:
        for column, part, directory in ((Column("manual", (1000, 640)), manual, MANUAL), (Column("dialogs"), dialogs, MANUAL),
                                        (Column("readme"), readme, README), (Column("readme-dark", theme="dark"), readme, README)):
            with Tour(column, world.path / "pictures", workspace) as tour:
                for made in part(tour):
                    put(made, directory)
                    print(directory / made.name)
    finally:
        world.close()
    return 0
