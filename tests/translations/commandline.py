"""Scripts read the command line: it speaks English wherever it runs, and core's rules with it."""
import unittest

from program import World

GERMAN = {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "de", "CALLBOARD_LANGUAGE": "de"}


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def assertSameInGerman(self, *arguments):
        english = self.world.run(*arguments)
        self.assertEqual(english, self.world.run(*arguments, **GERMAN))
        return english

    def test_what_is_wrong_is_said_in_english(self):
        code, _, said = self.assertSameInGerman("target", "add", "--name", "cms", "--url", "ftp://callback.example/")
        self.assertEqual(code, 2)
        self.assertIn("not supported", said)

    def test_lists_and_reasons_are_english(self):
        self.world.ok("target", "add", "--name", "cms", "--url", "https://callback.example/1,5", "--rate", "1000/min")
        self.assertSameInGerman("target", "show", "cms")
        self.assertSameInGerman("target", "list", "--json")
        event = self.world.path / "event.json"
        event.write_text('{"specversion":"1.0","type":"media.file.rated","source":"test","id":"1","subject":"a","data":{}}')
        _, said, _ = self.assertSameInGerman("explain", str(event))
        self.assertIn("is off", said)


if __name__ == "__main__":
    unittest.main()
