"""Lambda's Runtime API (2018-06-01) for one process: it asks for the next event and posts an answer.

A process works on one event at a time, so there is one event to hand out and one answer to wait for.
"""

import select
import socket
import sys
import threading
import time
from dataclasses import dataclass
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PREFIX = "/2018-06-01/runtime/"
POLL = 0.05
REFUSED = b'{"errorType":"InvalidRequestID","errorMessage":"nobody waits for this answer"}'


class Answer(Enum):
    """Why there is none."""

    TIMED_OUT = 1
    EXITED = 2
    NOT_TAKEN = 3  # it ended before it had the event: another process may have it


@dataclass
class Posted:
    body: bytes
    is_error: bool


class RuntimeApi:
    def __init__(self):
        self._changed = threading.Condition()
        self._event: tuple[dict, int] | None = None
        self._request: str | None = None
        self._answer: Posted | None = None
        self._ready = False
        self._closed = False
        self._init_error: bytes | None = None
        api = self

        class Handler(_Handler):
            owner = api

        self._server = _Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(POLL,), daemon=True).start()

    @property
    def address(self) -> str:
        host, port = self._server.server_address[:2]
        return f"{host}:{port}"

    def wait_until_ready(self, process, timeout: float) -> str | None:
        """What went wrong, if anything did."""
        end = time.monotonic() + timeout
        with self._changed:
            while not self._changed.wait_for(lambda: self._ready or self._init_error is not None, POLL):
                if process.poll() is not None:
                    return f"the process ended with {process.returncode}"
                if time.monotonic() > end:
                    return "it did not ask for an event in time"
            return None if self._init_error is None else self._init_error.decode("utf-8", "replace")

    def invoke(self, payload: dict, process, timeout: float) -> Posted | Answer:
        end = time.monotonic() + timeout
        with self._changed:
            self._event = payload, int((time.time() + timeout) * 1000)
            self._request = payload["invoke-id"]
            self._answer = None
            self._changed.notify_all()
            try:
                while True:
                    # Asked first: what it posted before it ended is still read.
                    ended = process.poll() is not None
                    if self._changed.wait_for(lambda: self._answer is not None, POLL):
                        return self._answer
                    if ended:
                        return Answer.EXITED if self._event is None else Answer.NOT_TAKEN
                    if time.monotonic() > end:
                        return Answer.TIMED_OUT
            finally:
                self._event = self._request = self._answer = None

    def next_event(self, connection: socket.socket) -> tuple[dict, int] | None:
        """Waits for one; none where nobody is there any more to take it."""
        with self._changed:
            self._ready = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._event or self._closed)
            if self._closed or dropped(connection):
                return None
            event, self._event = self._event, None
            return event

    def take(self, request: str, answer: Posted) -> bool:
        """Whether it is the answer that is waited for."""
        with self._changed:
            if request != self._request:
                return False
            self._answer = answer
            self._changed.notify_all()
            return True

    def failed_to_start(self, error: bytes) -> None:
        with self._changed:
            self._init_error = error
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()


def dropped(connection: socket.socket) -> bool:
    """Whether the other side has closed it: it says nothing while it waits."""
    if not select.select([connection], [], [], 0)[0]:
        return False
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except OSError:
        return True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A process that ends takes its connections along, which is told by its end and not here."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    owner: RuntimeApi
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        event = self.owner.next_event(self.connection)
        if event is None:
            self.close_connection = True
            return
        payload, deadline = event
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", payload["invoke-id"])
        self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", payload["invoked-function-arn"])
        self.send_header("Lambda-Runtime-Trace-Id", payload.get("trace-id", ""))
        self._end(payload["payload"].encode())

    def do_POST(self):
        body = self._body()
        if self.path == PREFIX + "init/error":
            self.owner.failed_to_start(body)
            taken = True
        else:
            request, _, kind = self.path.removeprefix(PREFIX + "invocation/").partition("/")
            taken = self.owner.take(request, Posted(body, kind == "error"))
        self.send_response(202 if taken else 400)
        self._end(b"" if taken else REFUSED)

    def _end(self, body: bytes) -> None:
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def log_message(self, *args):
        pass
