"""A real mail server beside the program: tests/support/smtpserver.py as a child."""
import base64
import json
import subprocess

from program import SOURCES


class MailServer:
    def __init__(self, directory, *options):
        self.directory = directory / "mails"
        self.directory.mkdir()
        # Debian's python has aiosmtpd; another one first in PATH may not.
        self.process = subprocess.Popen(["/usr/bin/python3", str(SOURCES / "tests/support/smtpserver.py"), str(self.directory), *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def mails(self):
        return [json.loads(path.read_text()) for path in sorted(self.directory.glob("*.json"), key=lambda p: int(p.stem))]

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def content(part):
    return base64.b64decode(part["content"]).decode()
