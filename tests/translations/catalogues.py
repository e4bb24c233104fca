#!/usr/bin/env python3
"""The catalogues: whole, in step with the sources, and true to their sentences' placeholders, keys, ellipses and plural forms."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET
from collections import Counter

SOURCES = pathlib.Path(os.environ["CALLBOARD_SOURCES"])
TRANSLATIONS = SOURCES / "translations"
PLACEHOLDER = re.compile(r"%L?(?:\d+|n)")
COUNT = re.compile(r"%L?n")
MNEMONIC = re.compile(r"&(?!&)\S")
ENGLISH_KEY = re.compile(r"\b(?:Ctrl|Shift|Enter|Del)\b(?!:)")
LONGEST = 2.2  # times the English, where that is more than a word


class Message:
    def __init__(self, context, node):
        self.context = context
        self.source = node.find("source").text
        self.counts = node.get("numerus") == "yes"
        translation = node.find("translation")
        self.unfinished = translation.get("type") is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        self.forms = forms if self.counts else [translation.text or ""]

    def __str__(self):
        return f"{self.context}: “{self.source}” → {self.forms}"


def messages(path):
    root = ET.parse(path).getroot()
    return [Message(context.find("name").text or "", node) for context in root.iter("context") for node in context.iter("message")]


def extracted(directory):
    """What the sources say now, taken into copies of the catalogues; what lupdate complains of."""
    for ts in TRANSLATIONS.glob("*.ts"):
        shutil.copy(ts, directory)
    done = subprocess.run([TRANSLATIONS / "extract.sh", directory], capture_output=True, text=True, check=True)
    return [line for line in done.stderr.splitlines() if line.strip()]


class Catalogues(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.german = messages(TRANSLATIONS / "callboard_de.ts")
        cls.english = messages(TRANSLATIONS / "callboard_en.ts")

    def assertNone(self, wrong):
        self.assertEqual([], [str(message) for message in wrong])

    def test_they_are_in_step_with_the_sources(self):
        with tempfile.TemporaryDirectory() as directory:
            complaints = extracted(directory)
            self.assertEqual([], complaints, "lupdate can't place these: tr() in a class with Q_OBJECT or Q_DECLARE_TR_FUNCTIONS")
            for name, kept in (("callboard_de.ts", self.german), ("callboard_en.ts", self.english)):
                now = {(m.context, m.source) for m in messages(pathlib.Path(directory, name))}
                then = {(m.context, m.source) for m in kept}
                self.assertEqual(set(), now - then, f"new: run ./dev translate, then translate them in {name}")
                self.assertEqual(set(), then - now, f"gone: run ./dev translate ({name})")

    def test_every_context_is_a_class(self):
        self.assertNone(m for m in self.german if not re.fullmatch(r"callboard(::\w+)*::[A-Z]\w*", m.context))

    def test_nothing_is_unfinished(self):
        self.assertNone(m for m in self.german + self.english if m.unfinished)

    def test_no_form_is_empty(self):
        self.assertNone(m for m in self.german + self.english if not all(form.strip() for form in m.forms) and m.source.strip())

    def test_what_has_a_number_has_both_forms(self):
        self.assertNone(m for m in self.german + self.english if m.counts and len(m.forms) != 2)
        self.assertEqual({(m.context, m.source) for m in self.german if m.counts}, {(m.context, m.source) for m in self.english})

    def test_placeholders_agree(self):
        def differs(message, form):
            wanted, given = Counter(PLACEHOLDER.findall(message.source)), Counter(PLACEHOLDER.findall(form))
            if message.counts:  # the singular may say "one" in words
                for count in ("%n", "%Ln"):
                    wanted.pop(count, None), given.pop(count, None)
            return wanted != given
        self.assertNone(m for m in self.german + self.english for form in m.forms if differs(m, form))

    def test_plurals_say_their_number(self):
        self.assertNone(m for m in self.german + self.english if m.counts and not COUNT.search(m.forms[-1]))

    def test_mnemonics_agree(self):
        self.assertNone(m for m in self.german for form in m.forms if len(MNEMONIC.findall(m.source)) != len(MNEMONIC.findall(form)))

    def test_ends_agree(self):
        def end(text):
            text = text.split("\t")[0].removesuffix("[*]")
            return [mark for mark in ("…", ".", "?", ":") if text.rstrip().endswith(mark)] + ["space"] * text.endswith(" ")
        self.assertNone(m for m in self.german for form in m.forms if end(m.source) != end(form))

    def test_marks_and_shortcuts_are_kept(self):
        for mark in ("\t", "[*]", "\n", "•••"):
            self.assertNone(m for m in self.german for form in m.forms if m.source.count(mark) != form.count(mark))

    def test_german_has_german_keys_and_quotes(self):
        self.assertNone(m for m in self.german for form in m.forms if ENGLISH_KEY.search(form))
        self.assertNone(m for m in self.german for form in m.forms if form.count("„") != form.count("“") or "”" in form or "!" in form)

    def test_sentences_begin_alike(self):
        def begins(text):
            return text.lstrip("& „“")[:1]
        # A German noun is upper case wherever it stands; what begins a sentence in English does so in German.
        self.assertNone(m for m in self.german for form in m.forms
                        if begins(m.source).isupper() and " " in m.source and m.source.endswith(".") and begins(form).islower())

    def test_nothing_is_much_longer(self):
        self.assertNone(m for m in self.german for form in m.forms if len(m.source) > 20 and len(form) > LONGEST * len(m.source))

    def test_what_core_records_is_still_what_it_records(self):
        """ui/look/recorded.cpp knows core's sentences: each of their parts stands in core."""
        core = "".join(path.read_text() for path in (SOURCES / "core").rglob("*.cpp"))
        core = re.sub(r'"\s*"', "", core)
        contexts = set(re.findall(r'"(callboard::\w+)"', (SOURCES / "ui/look/recorded.cpp").read_text(encoding="utf-8")))
        parts = {part.strip(" .:;()") for m in self.german if m.context in contexts for part in re.split(r"%\d|[:.,] ", m.source)}
        self.assertIn("refused the connection (port", parts)
        self.assertIn("Give the target a name", parts)
        self.assertEqual([], sorted(part for part in parts if part not in core))

    def test_one_word_is_one_word(self):
        """The same English text has no more German ones than contexts could ask for."""
        german = {}
        for message in self.german:
            german.setdefault((message.source, message.counts), set()).add(tuple(message.forms))
        self.assertEqual({}, {source: forms for source, forms in german.items() if len(forms) > 2})


if __name__ == "__main__":
    unittest.main()
