"""Lambda's Runtime API (2018-06-01) for one process: it asks for the next event and posts an answer."""

import queue
import threading
import time
from dataclasses import dataclass
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PREFIX = "/2018-06-01/runtime/"
POLL = 0.05


class Answer(Enum):
    """Why there is none."""

    TIMED_OUT = 1
    EXITED = 2


@dataclass
class Posted:
    body: bytes
    is_error: bool


class RuntimeApi:
    def __init__(self):
        self._events: queue.Queue = queue.Queue()
        self._answers: queue.Queue = queue.Queue()
        self._ready = threading.Event()
        self._init_error: bytes | None = None
        api = self

        class Handler(_Handler):
            owner = api

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(POLL,), daemon=True).start()

    @property
    def address(self) -> str:
        host, port = self._server.server_address[:2]
        return f"{host}:{port}"

    def wait_until_ready(self, process, timeout: float) -> str | None:
        """What went wrong, if anything did."""
        end = time.monotonic() + timeout
        while not self._ready.wait(POLL):
            if self._init_error is not None:
                return self._init_error.decode("utf-8", "replace")
            if process.poll() is not None:
                return f"the process ended with {process.returncode}"
            if time.monotonic() > end:
                return "it did not ask for an event in time"
        return None

    def invoke(self, payload: dict, process, timeout: float) -> Posted | Answer:
        end = time.monotonic() + timeout
        self._events.put((payload, int((time.time() + timeout) * 1000)))
        while True:
            try:
                return self._answers.get(timeout=POLL)
            except queue.Empty:
                if process.poll() is not None:
                    return Answer.EXITED
                if time.monotonic() > end:
                    return Answer.TIMED_OUT

    def close(self) -> None:
        self._events.put(None)
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    owner: RuntimeApi
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        api = self.owner
        api._ready.set()
        event = api._events.get()
        if event is None:
            self.close_connection = True
            return
        payload, deadline = event
        body = payload["payload"].encode()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", payload["invoke-id"])
        self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", payload["invoked-function-arn"])
        self.send_header("Lambda-Runtime-Trace-Id", payload.get("trace-id", ""))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self._body()
        if self.path == PREFIX + "init/error":
            self.owner._init_error = body
        else:
            self.owner._answers.put(Posted(body, self.path.endswith("/error")))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

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
