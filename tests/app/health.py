"""A receiver that is down: its target's circuit opens, the commands say so, and "try now" sends what was held."""
import time
import unittest

from program import Nginx, World, event, free_port, jsonl


class Health(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def shown(self):
        return self.world.lines("target", "show", "cms")[0]

    def test_an_open_circuit_is_told_and_closed_by_hand(self):
        port = free_port()
        self.world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{port}/", "--allow-private",
                      "--retry", ",".join(["1s"] * 20))
        before = self.shown()
        self.assertEqual((before["failingSince"], before["circuitOpen"], before["pausesAt"]), (None, False, None))
        _, door = self.world.serve()
        self.world.write("events.jsonl", jsonl(event(n) for n in range(12)))
        self.world.ok("emit", "events.jsonl", "--to", door)
        self.world.until(lambda: self.shown()["circuitOpen"], "an open circuit", 20)
        opened = time.monotonic()
        self.world.until(lambda: self.world.counts() == {"held": 12}, "everything held", 10)

        row = self.world.lines("target", "list")[0]
        self.assertEqual(row["failingSince"][:4], row["createdAt"][:4])
        self.assertGreater(row["pausesAt"], row["failingSince"])
        self.assertRegex(self.world.ok("target", "list"), r"enabled, failing since \S+Z, circuit open\n")
        text = self.world.ok("target", "show", "cms")
        self.assertIn(f"Failing        since {row['failingSince']}\n", text)
        self.assertRegex(text, r"(?m)^Circuit +open: .*callboard target enable 1$")
        self.assertIn(f"Pauses         {row['pausesAt']} unless something arrives\n", text)

        nginx = Nginx(self.world.path, port)
        self.addCleanup(nginx.close)
        self.world.ok("target", "enable", "cms")
        self.world.until(lambda: self.world.counts() == {"delivered": 12}, "everything delivered", 20)
        self.assertLess(time.monotonic() - opened, 28)  # before the first probe would have left by itself
        after = self.shown()
        self.assertEqual((after["failingSince"], after["circuitOpen"], after["pausesAt"]), (None, False, None))


if __name__ == "__main__":
    unittest.main()
