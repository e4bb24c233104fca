"""What receivers of others make of what the real program sends: standardwebhooks and svix of npm, Ed25519 by node."""
import base64
import json
import os
import pathlib
import subprocess
import unittest

from program import SOURCES, World, event
from signedreceiver import Receiver

SCRIPTS = SOURCES / "tests/peers"
HOME = pathlib.Path(os.environ["CALLBOARD_PEERS"])


def install():
    """Fetches what npm has to, once."""
    HOME.mkdir(parents=True, exist_ok=True)
    wanted = (SCRIPTS / "package.json").read_text()
    installed = HOME / "package.json"
    if installed.exists() and installed.read_text() == wanted and (HOME / "node_modules/svix").exists():
        return
    installed.write_text(wanted)
    done = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=HOME)
    if done.returncode != 0:
        installed.unlink()
        raise SystemExit("npm could not fetch them")


def verdicts(requests):
    """Of each (key, headers, body): what every receiver says to it."""
    lines = "".join(json.dumps({"key": key, "headers": headers, "body": base64.b64encode(body).decode()}) + "\n"
                    for key, headers, body in requests)
    done = subprocess.run(["node", SCRIPTS / "verify.js"], input=lines, stdout=subprocess.PIPE, text=True, check=True,
                          env={**os.environ, "NODE_PATH": str(HOME / "node_modules")})
    return [set(json.loads(line).values()) for line in done.stdout.splitlines()]


class Peers(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)

    def sent(self, scheme, *options, rotate=False):
        """(keys as a receiver has them, headers, body) of a callback."""
        add = ("target", "add", "--name", "cms", "--url", self.receiver.origin, "--allow-private", "--sign", scheme, *options)
        said = [self.world.lines(*add)[0]]
        if rotate:
            said.append(self.world.lines("target", "set", "cms", "--rotate-signing-secret", "--overlap", "1h")[0])
        _, door = self.world.serve()
        self.world.write("one.json", event(1, assetName="Tür ぽ", duration=1.10))
        self.world.ok("emit", "one.json", "--to", door)
        _, headers, body = self.receiver.next()
        return [one.get("publicKey") or one["signingSecret"] for one in said], headers, body

    def hold(self, scheme, foreign, *options, **how):
        keys, headers, body = self.sent(scheme, *options, **how)
        late = {**headers, "webhook-timestamp": str(int(headers["webhook-timestamp"]) - 301)}
        right = [(key, headers, body) for key in keys]
        wrong = [(foreign, headers, body), (keys[0], headers, body + b" "), (keys[0], late, body),
                 (keys[0], {**headers, "webhook-id": "dl_other_1"}, body)]
        said = verdicts(right + wrong)
        self.assertEqual(said[:len(right)], [{"valid"}] * len(right))
        for verdict in said[len(right):]:
            self.assertNotIn("valid", verdict)

    def test_standard_webhooks(self):
        self.hold("hmac", "whsec_" + base64.b64encode(bytes(32)).decode())

    def test_both_keys_of_a_rotation(self):
        self.hold("hmac", "whsec_" + base64.b64encode(bytes(32)).decode(), rotate=True)

    def test_ed25519(self):
        self.hold("ed25519", "whpk_" + base64.b64encode(bytes(31) + b"\1").decode())

    def test_a_request_without_a_body(self):
        self.hold("hmac", "whsec_" + base64.b64encode(bytes(32)).decode(), "--method", "GET")


if __name__ == "__main__":
    install()
    unittest.main()
