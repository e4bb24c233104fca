"""Abuse of the door by raw bytes, by the numbers of tests/ABUSE.md. Nothing of it may ever be taken in: an event that was
half read, read twice or sent by a web page is worse than one that is refused."""
import json
import socket
import unittest

from program import TOKEN, World, event

BODY = json.dumps(event(1)).encode()
EVENT = "application/cloudevents+json"


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        _, door = cls.world.serve()
        cls.port = int(door.rsplit(":", 1)[1])
        cls.host = f"127.0.0.1:{cls.port}"

    def setUp(self):
        self.before = self.world.lines("asset", "list")

    def tearDown(self):
        self.assertEqual(self.world.lines("asset", "list"), self.before)

    def say(self, data):
        """All that it answers until it closes or, after our end, has nothing more to say."""
        with socket.create_connection(("127.0.0.1", self.port), 60) as wire:
            answer = b""
            try:
                wire.sendall(data)
                wire.shutdown(socket.SHUT_WR)
                while part := wire.recv(65536):
                    answer += part
            except OSError:
                pass  # it has heard enough
            return answer

    def head(self, *lines, token=True, host=None, kind=EVENT, close=True):
        all_lines = ["POST /v1/events HTTP/1.1", f"Host: {host or self.host}"]
        all_lines += [f"Authorization: Bearer {TOKEN}"] if token else []
        all_lines += [f"Content-Type: {kind}"] if kind else []
        all_lines += ["Connection: close"] if close else []
        return "\r\n".join([*all_lines, *lines, "", ""]).encode()

    def statuses(self, answer):
        return [int(line.split()[1]) for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]

    def untaken(self, data):
        """For what the door waits for the rest of, for as long as its patience lasts: it is sent and left."""
        with socket.create_connection(("127.0.0.1", self.port), 60) as wire:
            wire.sendall(data)
        self.refused(self.head("Content-Length: 0", token=False), 401)  # one thread: it has seen what came before

    def refused(self, data, *allowed):
        answer = self.say(data)
        statuses = self.statuses(answer)
        self.assertFalse([status for status in statuses if status < 400], answer)
        if allowed:
            self.assertTrue(set(statuses) <= set(allowed), answer)
        self.assertNotIn(b"access-control-allow", answer.lower())


class Smuggling(Case):
    def test_a_length_that_is_none(self):
        size = len(BODY)
        for length in ("-1", f"+{size}", f"0x{size:x}", f"{size}.0", f"{size}, {size}", f"{size} {size}", "", "x",
                       str(2**64 + size), str(2**63), "9" * 40, f"{size}x", f'"{size}"'):
            with self.subTest(length):
                self.untaken(self.head(f"Content-Length: {length}") + BODY)

    def test_two_framings(self):
        size, chunked = len(BODY), b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
        heads = {
            "both": [f"Content-Length: {size}", "Transfer-Encoding: chunked"],
            "both, turned round": ["Transfer-Encoding: chunked", f"Content-Length: {size}"],
            "chunked twice": ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
            "another coding": ["Transfer-Encoding: gzip, chunked"],
            "identity behind": ["Transfer-Encoding: chunked, identity"],
            "a coding that is none": ["Transfer-Encoding: xchunked"],
            "a tab in it": ["Transfer-Encoding:\tchunked", f"Content-Length: {size}"],
            "two lengths": [f"Content-Length: {size}", f"Content-Length: {size + 1}"],
            "the same length twice": [f"Content-Length: {size}", f"Content-Length: {size}"],
        }
        for name, lines in heads.items():
            for body in (BODY, chunked):
                with self.subTest(name, body=body[:5]):
                    self.untaken(self.head(*lines) + body)

    def test_chunks_that_are_none(self):
        for body in (b"-1\r\nx\r\n", b"0x5\r\nhello\r\n0\r\n\r\n", b"fffffffffffffffff\r\nx", b"5\r\nhelloX\r\n0\r\n\r\n",
                     b"zz\r\n", b"\r\n", b"%x\r\n%s" % (len(BODY), BODY)):
            with self.subTest(body):
                self.untaken(self.head("Transfer-Encoding: chunked") + body)

    def test_a_second_request_within_a_body_is_not_read(self):
        inner = self.head(f"Content-Length: {len(BODY)}") + BODY
        outer = self.head(f"Content-Length: {len(inner)}", token=False)
        self.refused(outer + inner, 401)
        for lines in (["Content-Length: 0", f"Content-Length: {len(inner)}"], ["Content-Length: 0", "Transfer-Encoding: chunked"]):
            self.refused(self.head(*lines, token=False, close=False) + inner, 400)

    def test_heads_without_end(self):
        self.refused(self.head("X-Long: " + "x" * 200_000, f"Content-Length: {len(BODY)}") + BODY)
        self.refused(self.head(*(f"X-{n}: y" for n in range(20_000)), f"Content-Length: {len(BODY)}") + BODY)
        self.refused(b"POST /" + b"x" * 200_000 + b" HTTP/1.1\r\n\r\n")

    def test_what_is_no_http(self):
        for data in (b"\x16\x03\x01\x02\x00\x01\x00", b"EHLO x\r\n", b"\r\n" * 1000, b"POST\r\n\r\n", b"\0" * 1000,
                     b"POST /v1/events HTTP/9.9\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
            with self.subTest(data[:20]):
                self.untaken(data)


class WebPages(Case):
    """As a browser sends them: the token is known, so that nothing but the page's own marks keeps it out."""

    def post(self, *lines, **more):
        return self.head(f"Content-Length: {len(BODY)}", *lines, **more) + BODY

    def test_a_form_and_a_simple_request(self):
        origin = ["Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: empty"]
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", EVENT):
            for lines in (origin, origin[:1], origin[1:2], ["Origin: null"], [f"Origin: http://{self.host}"]):
                with self.subTest(kind, lines=lines):
                    self.refused(self.post(*lines, kind=kind), 403)

    def test_without_its_marks_it_lacks_the_token(self):
        for kind in ("text/plain", EVENT):
            self.refused(self.post(token=False, kind=kind), 401)

    def test_plain_text_is_no_event(self):
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", None):
            with self.subTest(kind):
                self.refused(self.post(kind=kind), 415)

    def test_a_preflight(self):
        for method in ("POST", "PUT"):
            self.refused(f"OPTIONS /v1/events HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\nOrigin: https://evil.example\r\n"
                         f"Access-Control-Request-Method: {method}\r\nAccess-Control-Request-Headers: authorization\r\n\r\n".encode(), 403)

    def test_a_name_that_was_bound_to_this_machine(self):
        for host in ("evil.example", f"evil.example:{self.port}", f"127.0.0.1.nip.io:{self.port}", f"localhost.evil.example:{self.port}",
                     "127.0.0.1:1", f"[::ffff:127.0.0.2]:{self.port}", f"user@127.0.0.1:{self.port}"):
            with self.subTest(host):
                self.refused(self.post(host=host), 403)

    def test_tokens_that_are_nearly_right(self):
        for token in ("", " ", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "x" * 10_000, f"{TOKEN}, {TOKEN}"):
            with self.subTest(token[:20]):
                self.refused(self.post(f"Authorization: Bearer {token}", token=False), 400, 401, 431)

    def test_a_nul_behind_the_right_token(self):
        for line in (f"Authorization: Bearer {TOKEN}\0", f"Authorization: Bearer {TOKEN}\0x", f"Authorization: Bearer {TOKEN}\0\0\0",
                     f"Authorization: Bearer \0{TOKEN}", f"Authorization\0: Bearer {TOKEN}"):
            for behind in ([], ["X-Last: y"]):
                with self.subTest(line, behind=behind):
                    self.refused(self.head(f"Content-Length: {len(BODY)}", line, *behind, token=False) + BODY, 400)

    def test_a_folded_header(self):
        for line in (f"Authorization: Bearer\r\n {TOKEN}", f"Authorization: Bearer {TOKEN}\r\n more", "X-Folded: y\r\n  and on"):
            with self.subTest(line):
                self.refused(self.head(f"Content-Length: {len(BODY)}", line, token=not line.startswith("Auth")) + BODY, 400)

    def test_what_is_odd_and_whole_passes(self):
        for lines in (["X-Spaces:    y   "], ["X-Empty:"], ["X-Tight:y"], ["X-Long: " + "y" * 12_000, "X-More: z"]):
            with self.subTest(lines):
                self.assertEqual(self.statuses(self.say(b"\r\n" + self.head("Content-Length: 2", *lines) + b"{}")), [400])
                self.assertIn(b"malformed", self.say(self.head("Content-Length: 2", *lines) + b"{}"))  # its body, not its head


class Bodies(Case):
    def send(self, body, kind=EVENT, *lines):
        return self.head(f"Content-Length: {len(body)}", *lines, kind=kind) + body

    def test_json_that_no_two_readers_read_alike(self):
        whole = BODY.decode()
        bodies = {
            "deep": whole.replace('"finished"', "[" * 100_000 + "]" * 100_000).encode(),
            "deep objects": whole.replace('"finished"', '{"a":' * 65 + "1" + "}" * 65).encode(),
            "the same attribute twice": whole.replace('"id": "e1"', '"id": "e1", "id": "e2"').encode(),
            "the same field twice": whole.replace('"status"', '"uuid": "x", "status"').encode(),
            "no UTF-8": BODY.replace(b"finished", b"\xff\xfe"),
            "overlong": BODY.replace(b"finished", b"\xc0\xaf"),
            "a surrogate in UTF-8": BODY.replace(b"finished", b"\xed\xa0\x80"),
            "NUL": BODY.replace(b"finished", b"a\0b"),
            "a control character": BODY.replace(b"finished", b"a\x01b"),
            "a number that is none": BODY.replace(b'"finished"', b"01"),
            "not a number": BODY.replace(b'"finished"', b"NaN"),
            "infinite": BODY.replace(b'"finished"', b"Infinity"),
            "a comma too many": BODY.replace(b"}}", b",}}"),
            "two values": BODY + BODY,
            "something behind": BODY + b"x",
            "a comment": b"/**/" + BODY,
        }
        for name, body in bodies.items():
            with self.subTest(name):
                self.assertNotEqual(body, BODY)
                self.refused(self.send(body), 400)

    def test_xml_that_asks_for_more_than_it_says(self):
        laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        bodies = {
            "entities": f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><r><id>&l9;</id></r>',
            "a file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><id>&x;</id></r>',
            "a parameter": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]><r><id>1</id></r>',
            "an external subset": '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/r.dtd"><r><id>1</id></r>',
            "an unknown entity": "<r><id>&x;</id></r>",
            "deep": "<a>" * 100_000 + "</a>" * 100_000,
            "an attribute twice": '<r a="1" a="2"><id>1</id></r>',
            "not closed": "<r><id>1</id>",
        }
        ce = ["ce-specversion: 1.0", "ce-id: e1", "ce-source: /x", "ce-type: media.asset.published", "ce-subject: a1"]
        for name, body in bodies.items():
            with self.subTest(name):
                self.refused(self.send(body.encode(), "application/xml", *ce), 400)


if __name__ == "__main__":
    unittest.main()
