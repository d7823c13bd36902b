"""Runs commands of the AWS CLI in one process, because each start of the CLI takes longer than the command.

Listens on a socket. A request is a JSON list of arguments, the answer a JSON object with status, stdout and stderr. Ends when standard
input is closed.
"""

import contextlib
import functools
import io
import json
import os
import socketserver
import sys
import threading

from awscli.clidriver import create_clidriver


# It keeps the models of services, which take long to read.
DRIVER = create_clidriver()


def keep_clients(session):
    """A client takes longer to create than to call. The credentials and the endpoint are always the same."""
    create, clients = session.create_client, {}

    @functools.wraps(create)
    def create_once(service, *arguments, **options):
        key = repr((service, arguments, sorted(options.items(), key=lambda option: option[0])))
        if key not in clients:
            clients[key] = create(service, *arguments, **options)
        return clients[key]

    session.create_client = create_once


keep_clients(DRIVER.session)


class Output(io.StringIO):
    """Text that the CLI can also write as bytes."""

    encoding = "utf-8"

    @property
    def buffer(self):
        return self

    def write(self, text):
        return super().write(text.decode() if isinstance(text, bytes) else text)


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        arguments = json.loads(self.rfile.readline())
        stdout, stderr = Output(), Output()
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
            try:
                status = DRIVER.main(arguments)
            except SystemExit as end:
                status = end.code
        answer = {"status": status, "stdout": stdout.getvalue(), "stderr": stderr.getvalue()}
        self.wfile.write(json.dumps(answer).encode() + b"\n")


def exit_with_parent():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=exit_with_parent, daemon=True).start()
with socketserver.UnixStreamServer(sys.argv[1], Handler) as server:
    print("listening", flush=True)
    server.serve_forever()
