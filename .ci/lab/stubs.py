#!/usr/bin/env python3
"""Resolvers with faults, in front of a good one: stubs.py UPSTREAM PORT=FAULT...

Faults: strips (asks without DO, so that no signatures come), rewrites (an address in place of
NXDOMAIN), silent, fails (SERVFAIL to everything). Also "swallows": an address at which name
servers never answer, as ADDRESS:PORT=swallows.
"""

import socket
import socketserver
import struct
import sys
import threading

UPSTREAM = ("127.0.0.1", 0)
SERVFAIL, NXDOMAIN = 2, 3
A, OPT = 1, 41


def _name_end(message, at):
    while message[at]:
        if message[at] >= 0xC0:
            return at + 2
        at += 1 + message[at]
    return at + 1


def _question_end(message):
    return _name_end(message, 12) + 4


def without_do(query):
    """The same question with the DO and CD bits cleared."""
    message = bytearray(query)
    message[3] &= 0xEF
    at = _question_end(message)
    if struct.unpack_from("!H", message, 10)[0] and message[at] == 0:
        if struct.unpack_from("!H", message, at + 1)[0] == OPT:
            message[at + 7] &= 0x7F
    return bytes(message)


def rcode(message, code):
    return message[:3] + bytes([message[3] & 0xF0 | code]) + message[4:]


def servfail(query):
    """The question with SERVFAIL, without any section behind it."""
    flags = bytes([query[2] | 0x80, 0x80 | SERVFAIL])
    return query[:2] + flags + query[4:6] + bytes(6) + query[12:_question_end(query)]


def advertised(query, answer):
    """127.0.25.99 for each address that there is not; no data for other types."""
    end = _question_end(answer)
    if answer[3] & 0x0F != NXDOMAIN:
        return answer
    kind = struct.unpack_from("!H", answer, end - 4)[0]
    record = struct.pack("!HHHIH4B", 0xC00C, A, 1, 60, 4, 127, 0, 25, 99) if kind == A else b""
    counts = struct.pack("!HHHH", 1, 1 if record else 0, 0, 0)
    return rcode(answer, 0)[:4] + counts + answer[12:end] + record


def ask_udp(query):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as upstream:
        upstream.settimeout(10)
        upstream.sendto(query, UPSTREAM)
        return upstream.recv(65535)


def ask_tcp(query):
    with socket.create_connection(UPSTREAM, 10) as upstream:
        upstream.sendall(struct.pack("!H", len(query)) + query)
        return read_message(upstream)


def read_message(stream):
    return read_exactly(stream, struct.unpack("!H", read_exactly(stream, 2))[0])


def read_exactly(stream, count):
    data = b""
    while len(data) < count:
        more = stream.recv(count - len(data))
        if not more:
            raise EOFError
        data += more
    return data


FAULTS = {
    "strips": lambda query, ask: ask(without_do(query)),
    "rewrites": lambda query, ask: advertised(query, ask(query)),
    "fails": lambda query, ask: servfail(query),
    "silent": lambda query, ask: None,
    "swallows": lambda query, ask: None,
}


class Udp(socketserver.ThreadingUDPServer):
    daemon_threads = True
    max_packet_size = 65535


class Tcp(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 50


def handlers(fault):
    class OverUdp(socketserver.BaseRequestHandler):
        def handle(self):
            query, server = self.request
            try:
                answer = fault(query, ask_udp)
            except OSError:
                return
            if answer:
                server.sendto(answer, self.client_address)

    class OverTcp(socketserver.BaseRequestHandler):
        def handle(self):
            try:
                while True:
                    answer = fault(read_message(self.request), ask_tcp)
                    if answer:
                        self.request.sendall(struct.pack("!H", len(answer)) + answer)
            except (OSError, EOFError):
                pass

    return OverUdp, OverTcp


def main(arguments):
    global UPSTREAM
    UPSTREAM = ("127.0.0.1", int(arguments[0]))
    for argument in arguments[1:]:
        where, name = argument.split("=")
        host, _, port = where.rpartition(":")
        address = (host or "127.0.0.1", int(port))
        udp, tcp = handlers(FAULTS[name])
        for server in (Udp(address, udp), Tcp(address, tcp)):
            threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1:])
