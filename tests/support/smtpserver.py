#!/usr/bin/python3
"""A real mail server (aiosmtpd) for tests: prints its port, keeps every mail as N.json, ends when its input closes.

Each mail is kept with its envelope, its bytes and what Python's own parser makes of it.
"""
import argparse
import asyncio
import base64
import json
import logging
import pathlib
import ssl
import sys
import warnings
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--security", choices=["none", "starttls", "tls"], default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--sign-in", metavar="USER:PASSWORD", help="mail is taken from this user alone")
    parser.add_argument("--refuse-sign-in", metavar="REPLY", help="to everybody")
    parser.add_argument("--offer", choices=["nothing", "unknown"], help="instead of ways to sign in")
    parser.add_argument("--refuse-recipient", nargs=2, metavar=("ADDRESS", "REPLY"))
    parser.add_argument("--answer", metavar="REPLY", help="to the mail, instead of taking it")
    parser.add_argument("--after-mail", choices=["close", "silence"], help="instead of an answer to the mail")
    parser.add_argument("--silent", action="store_true", help="take connections and say nothing")
    parser.add_argument("--slow-greeting", type=float, default=0, metavar="SECONDS")
    return parser.parse_args()


def part_of(message):
    content = message.get_payload(decode=True) or b""
    return {"type": message.get_content_type(), "charset": message.get_content_charset(),
            "file": message.get_filename(), "content": base64.b64encode(content).decode()}


class Keeper:
    def __init__(self, options):
        self.options = options
        self.count = 0

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        others = [line for line in responses if "AUTH" not in line]
        if self.options.offer == "unknown":
            others.insert(0, "250-AUTH X-UNHEARD-OF")
        return others if self.options.offer else responses

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        refused = self.options.refuse_recipient
        if refused and address == refused[0]:
            return refused[1]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.keep(server, session, envelope)
        if self.options.after_mail == "close":
            server.transport.abort()
        if self.options.after_mail == "silence":
            await asyncio.Event().wait()
        return self.options.answer or "250 2.0.0 Kept"

    def keep(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.count += 1
        mail = {
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "encrypted": server.transport.get_extra_info("sslcontext") is not None,
            "user": session.auth_data.decode() if session.auth_data else "",
            "greeting": session.host_name,
            "raw": base64.b64encode(envelope.original_content).decode(),
            "headers": [[name, str(value)] for name, value in message.items()],
            "defects": [str(defect) for part in message.walk() for defect in part.defects],
            "structure": [part.get_content_type() for part in message.walk()],
            "parts": [part_of(part) for part in message.walk() if not part.is_multipart()],
        }
        target = self.options.directory / f"{self.count}.json"
        unfinished = target.with_suffix(".part")
        unfinished.write_text(json.dumps(mail))
        unfinished.rename(target)


class Gate:
    """Lets the one user in, and notes that somebody tried."""

    def __init__(self, options):
        self.options = options

    def __call__(self, server, session, envelope, mechanism, data):
        with open(self.options.directory / "sign-ins", "a") as log:
            log.write(mechanism + "\n")
        if self.options.refuse_sign_in:
            return AuthResult(success=False, handled=False, message=self.options.refuse_sign_in)
        if (data.login + b":" + data.password).decode() == self.options.sign_in:
            return AuthResult(success=True, auth_data=data.login)
        return AuthResult(success=False, handled=False)


class SlowSMTP(SMTP):
    delay = 0.0

    async def _handle_client(self):
        await asyncio.sleep(self.delay)
        await super()._handle_client()


class Silence(asyncio.Protocol):
    pass


def make_factory(options, context):
    if options.silent:
        return Silence
    keeper = Keeper(options)
    SlowSMTP.delay = options.slow_greeting
    arguments = {"hostname": "mail.test"}
    if options.security == "starttls":
        arguments.update(tls_context=context, require_starttls=True)
    if options.sign_in:
        arguments.update(authenticator=Gate(options), auth_required=True,
                         auth_require_tls=options.security == "starttls")
    return lambda: SlowSMTP(keeper, **arguments)


async def main():
    options = parse_arguments()
    # Broken handshakes and signing in without TLS are what the tests are about.
    logging.disable()
    warnings.simplefilter("ignore")
    context = None
    if options.security != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make_factory(options, context), "127.0.0.1", 0,
                                      ssl=context if options.security == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


asyncio.run(main())
