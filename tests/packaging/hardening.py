"""What keeps a mistake from becoming a way in: how the program is linked, what it leaves behind, how its unit locks it in."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["CALLBOARD"]
UNIT = pathlib.Path(os.environ["CALLBOARD_SOURCES"]) / "packaging" / "callboard-server.service"


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.returncode, done.stdout + done.stderr


class Hardening(unittest.TestCase):
    def test_the_program_moves_and_its_tables_are_sealed(self):
        said = run("readelf", "--wide", "--file-header", "--program-headers", "--dynamic", PROGRAM)[1]
        self.assertRegex(said, r"Type:\s+DYN \(Position-Independent Executable")
        self.assertIn("GNU_RELRO", said)
        self.assertRegex(said, r"BIND_NOW|Flags:.* NOW")
        self.assertRegex(said, r"GNU_STACK(\s+0x\w+)+ RW\s")

    def test_stack_and_copies_are_guarded(self):
        symbols = run("readelf", "--wide", "--dyn-syms", PROGRAM)[1]
        self.assertTrue("__stack_chk_fail" in symbols)
        self.assertTrue(re.search(r" __(?!stack)\w+_chk@", symbols))  # _FORTIFY_SOURCE

    def test_a_crash_leaves_no_memory_behind(self):
        with tempfile.TemporaryDirectory() as place:
            env = {**os.environ, "CALLBOARD_WORKSPACE": f"{place}/w.db", "CALLBOARD_VAULT_KEY_FILE": f"{place}/vault.key"}
            serve = subprocess.Popen([PROGRAM, "serve", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True, env=env)
            try:
                self.assertIn('"ready":true', serve.stdout.readline())
                self.assertRegex(pathlib.Path(f"/proc/{serve.pid}/limits").read_text(), r"Max core file size\s+0\s+0\s")
                if os.geteuid() != 0:  # the superuser may look into anything
                    with self.assertRaises(PermissionError):
                        pathlib.Path(f"/proc/{serve.pid}/environ").read_bytes()
            finally:
                serve.terminate()
                serve.wait(20)
                serve.stdout.close()

    def test_the_unit_starts_what_there_is(self):
        command = re.search(r"^ExecStart=/usr/bin/callboard (.*)$", UNIT.read_text(), re.M)[1].split()
        self.assertEqual(run(PROGRAM, *command, "--help")[0], 0)

    def test_the_unit_locks_the_server_in(self):
        # By systemd's own judgement, in tenths of a point: 100 is everything, the network alone costs about ten.
        code, said = run("systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager", str(UNIT))
        self.assertEqual(code, 0, said)


if __name__ == "__main__":
    unittest.main()
