#!/usr/bin/env python3
"""pseudo.py FILE.qm [--rtl]: a catalogue in no language, for looking at pages. Every sentence gets accents, is two fifths longer and stands
in brackets: what shows plain is not translatable, what shows without its closing bracket is cut off. --rtl mirrors the window as well.

    tests/translations/pseudo.py /tmp/pseudo.qm && CALLBOARD_LANGUAGE=/tmp/pseudo.qm build/release/app/callboard demo
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

CATALOGUE = pathlib.Path(__file__).parents[2] / "translations/callboard_de.ts"
LRELEASE = "/usr/lib/qt6/bin/lrelease"
ACCENTS = str.maketrans("ACDEGHIJLNORSTUWYZacdeghijlnorstuwyz", "ÀÇÐÉĜĤÎĴĹÑÖŘŠŢÛŴÝŽàçđéĝĥîĵĺñöřšţûŵýž")
KEPT = re.compile(r"(%L?\d|%L?n|\[\*\]|https?://\S*|mailto:\S*|/v1/\S*)")
GROWTH = 0.4
WORD = 9


MARK_OF_RIGHT_TO_LEFT = "\u200f"  # Latin letters alone would be aligned as what reads from left to right


def grown(text, before=""):
    """The sentence, and what follows a tab (a shortcut) or marks an edited window as it is."""
    sentence, tab, shortcut = text.partition("\t")
    mark = "[*]" if sentence.endswith("[*]") else ""
    if mark:
        sentence = sentence[:-len(mark)]
    parts = KEPT.split(sentence)
    accented = "".join(part if place % 2 else part.translate(ACCENTS) for place, part in enumerate(parts))
    more = ("~" * WORD + " ") * len(sentence)  # a sentence grows by words: it wraps as others do
    more = more[:max(1, round(len(sentence) * GROWTH))].rstrip()
    return f"{before}[{accented} {more}]{mark}{tab}{shortcut}"


def pseudo(tree, mirrored):
    root = tree.getroot()
    root.set("language", "en")
    before = MARK_OF_RIGHT_TO_LEFT if mirrored else ""
    for message in root.iter("message"):
        source, translation = message.find("source").text, message.find("translation")
        translation.clear()
        if message.get("numerus"):
            for _ in range(2):  # English forms
                ET.SubElement(translation, "numerusform").text = grown(source, before)
        else:
            translation.text = grown(source, before)
    if mirrored:
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = "QGuiApplication"
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = "QT_LAYOUT_DIRECTION"
        ET.SubElement(message, "translation").text = "RTL"


def make(qm, mirrored=False):
    tree = ET.parse(CATALOGUE)
    pseudo(tree, mirrored)
    with tempfile.NamedTemporaryFile(suffix=".ts") as ts:
        tree.write(ts.name, encoding="utf-8", xml_declaration=True)
        subprocess.run([LRELEASE, "-silent", ts.name, "-qm", qm], check=True)


if __name__ == "__main__":
    make(sys.argv[1], "--rtl" in sys.argv[2:])
