"""Slack on loopback for benchmarks: takes answers and the web API's calls, and is the far end of Socket Mode."""

import base64
import hashlib
import http.server
import json
import queue
import socket
import struct
import threading
import time
import urllib.parse

APP_TOKEN = "xapp-1-benchmark"
BOT_TOKEN = "xoxb-1-benchmark"
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
PATIENCE = 120


class Slack:
    """Messages are told by where they were sent to, with the time."""

    def __init__(self):
        slack = self
        self.messages = queue.Queue()
        self.acknowledged = queue.Queue()
        self.lines = queue.Queue()
        self.sent = 0

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
                self.send_response(101)
                self.send_header("Upgrade", "websocket")
                self.send_header("Connection", "Upgrade")
                self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
                self.end_headers()
                self.close_connection = True
                slack.talk(self.connection, self.rfile)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.path.startswith("/hooks/"):
                    slack.messages.put((time.monotonic(), self.path, json.loads(body)))
                say = json.dumps({"ok": True, "url": f"ws://{slack.host}/link"}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(say)))
                self.end_headers()
                self.wfile.write(say)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        self.host = "127.0.0.1:%d" % server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def talk(self, connection, stream):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(frame(1, b'{"type":"hello","num_connections":1}'))
        self.lines.put(connection)
        while head := stream.read(2):
            size = head[1] & 127
            if size > 125:
                size = int.from_bytes(stream.read(2 if size == 126 else 8), "big")
            mask = stream.read(4)
            text = bytes(byte ^ mask[i % 4] for i, byte in enumerate(stream.read(size)))
            if head[0] & 15 == 9:
                connection.sendall(frame(10, text))
            elif head[0] & 15 == 1 and b"envelope_id" in text:
                self.acknowledged.put((time.monotonic(), text))

    def connected(self):
        """The connection of Socket Mode."""
        return self.lines.get(timeout=PATIENCE)

    def command(self, text):
        """What Slack sends when somebody types this."""
        self.sent += 1
        return {
            "token": "t", "team_id": "T0001", "team_domain": "example", "channel_id": "C0001", "channel_name": "mail",
            "user_id": f"U{self.sent}", "user_name": "ann", "command": "/mailcheck", "text": text, "api_app_id": "A0001",
            "response_url": f"http://{self.host}/hooks/{self.sent}", "trigger_id": f"{self.sent}.{time.time_ns()}",
        }  # fmt: skip

    def envelope(self, command):
        return frame(1, json.dumps({
            "envelope_id": f"e{self.sent}", "type": "slash_commands", "accepts_response_payload": True, "payload": command,
        }).encode())  # fmt: skip

    def result(self):
        """When the message with the result came: the one that can be shared."""
        while True:
            at, _, message = self.messages.get(timeout=PATIENCE)
            if '"share"' in json.dumps(message):
                return at


def form(command):
    return urllib.parse.urlencode(command)


def frame(kind, text):
    size = len(text)
    return bytes([128 | kind]) + (bytes([size]) if size < 126 else b"\x7e" + struct.pack(">H", size)) + text
