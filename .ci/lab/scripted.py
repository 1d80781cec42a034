#!/usr/bin/env python3
"""Mail hosts with faults that no real server has: scripted.py ADDRESS:PORT=FAULT...

Each fault is a function that gets the socket of one client. Whoever hangs up ends it.
"""

import socket
import ssl
import sys
import threading
import time

HOUR = 3600
ESCAPES = "\x1b[31mred\x1b]0;owned\x07 \u009b2J \u202eevil\u2066 \x08\x00"


def _send(client, text):
    client.sendall(text.encode("utf-8", "surrogateescape"))


def _slowly(client, text, seconds=1.0):
    for byte in text.encode():
        client.sendall(bytes([byte]))
        time.sleep(seconds)


def _talk(client, greeting, answer):
    """An SMTP server: answer(verb) gives the reply, or None for what every server says."""
    _send(client, greeting)
    lines = client.makefile("rb")
    for line in lines:
        text = line.decode("latin-1").strip()
        verb = text.upper().split(" ")[0]
        reply = answer(verb)
        if reply is None:
            reply = _recipient(text) if verb == "RCPT" else _usual(verb)
        _send(client, reply)
        if verb == "QUIT" or reply.startswith("421"):
            return


def _recipient(line):
    """A sound server's reply: it has a postmaster, and relays for nobody."""
    path = line[line.find("<") + 1:line.rfind(">")]
    local, _, domain = path.rpartition("@")
    if path.startswith("@") or not domain.endswith(".test") or domain == "probe.test":
        return "550 5.7.1 Relaying denied\r\n"
    return "250 ok\r\n" if local in ("postmaster", "abuse") else "550 5.1.1 No such user\r\n"


def percent(client):
    """Takes addresses apart at a percent sign."""
    _relaying(client, lambda line: "%" in line)


def tarpit(client):
    """Makes whoever is refused wait, and then a little longer."""
    refused = 0

    def recipient(line):
        nonlocal refused
        reply = _recipient(line)
        if reply.startswith("5"):
            refused += 1
            time.sleep(refused)
        return reply
    _converse(client, recipient)


def takesall(client):
    """Takes any recipient; a trap perhaps, but nobody can know."""
    _relaying(client, lambda line: True)


def _relaying(client, takes):
    _converse(client, lambda line: "250 ok\r\n" if takes(line) else _recipient(line))


def _converse(client, recipient):
    """A server in clear whose reply to RCPT is what recipient(line) says."""
    _send(client, "220 scripted.mail.lab ESMTP\r\n")
    for line in client.makefile("rb"):
        text = line.decode("latin-1").strip()
        verb = text.upper().split(" ")[0]
        if verb == "EHLO":
            _send(client, "250-scripted.mail.lab\r\n250-PIPELINING\r\n250 8BITMIME\r\n")
        else:
            _send(client, recipient(text) if verb == "RCPT" else _usual(verb))
        if verb == "QUIT":
            return


def _usual(verb):
    if verb == "EHLO":
        return "250-scripted.mail.lab\r\n250-SIZE 1000\r\n250-STARTTLS\r\n250 8BITMIME\r\n"
    if verb == "QUIT":
        return "221 bye\r\n"
    return "250 ok\r\n"


def drip(client):
    """A greeting of one byte a second."""
    _slowly(client, "220 " + "x" * 1000)


def dripreply(client):
    """A greeting at once, and replies of one byte a second."""
    _send(client, "220 dripreply.mail.lab ESMTP\r\n")
    client.recv(1000)
    _slowly(client, "250-dripreply.mail.lab\r\n" + "250-X\r\n" * 1000)


def flood(client):
    """A greeting of endlessly many lines."""
    line = b"220-" + b"x" * 500 + b"\r\n"
    while True:
        client.sendall(line * 100)


def endless(client):
    """A greeting of one endless line."""
    _send(client, "220 ")
    while True:
        client.sendall(b"x" * 65536)


def silent(client):
    """Never a word."""
    client.settimeout(None)
    while client.recv(1000):
        pass


def hangup(client):
    """Hangs up before a word."""


def nomail(client):
    """RFC 7504."""
    _talk(client, "521 nomail.mail.lab does not accept mail\r\n", lambda verb: None if verb == "QUIT" else "521 no\r\n")


def tlshang(client):
    """Says that TLS may begin, and then nothing."""
    def answer(verb):
        if verb == "STARTTLS":
            _send(client, "220 go ahead\r\n")
            silent(client)
            raise ConnectionError("the client has had enough")
        return None
    _talk(client, "220 tlshang.mail.lab ESMTP\r\n", answer)


def tlsrefused(client):
    """Offers STARTTLS and refuses it for good."""
    _talk(client, "220 tlsrefused.mail.lab ESMTP\r\n",
          lambda verb: "502 5.5.1 not implemented\r\n" if verb == "STARTTLS" else None)


def tlslater(client):
    """Offers STARTTLS and has no TLS just now."""
    _talk(client, "220 tlslater.mail.lab ESMTP\r\n",
          lambda verb: "454 4.7.0 TLS not available due to local problem\r\n" if verb == "STARTTLS" else None)


def tlsgarbage(client):
    """Goes on in clear where the handshake should begin."""
    def answer(verb):
        if verb == "STARTTLS":
            _send(client, "220 go ahead\r\n")
            client.recv(1000)
            _send(client, "500 5.5.2 what do you mean by that?\r\n" * 10)
            return "421 bye\r\n"
        return None
    _talk(client, "220 tlsgarbage.mail.lab ESMTP\r\n", answer)


def hostile(client):
    """Writes for the terminal of whoever reads it."""
    replies = {
        "EHLO": f"250-hostile.mail.lab {ESCAPES}\r\n250-X{ESCAPES}\r\n250 SIZE\r\n",
        "RCPT": f"550 5.1.1 {ESCAPES}\r\n"}
    _talk(client, f"220 hostile.mail.lab {ESCAPES}\r\n", replies.get)


def _drop(address):
    """A full backlog: what comes then is dropped by the kernel."""
    listener = socket.create_server(address, backlog=0)
    fill = []
    for _ in range(4):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex(address)
        fill.append(client)
    return listener, fill


def _serve(listener, fault):
    while True:
        client, _ = listener.accept()
        threading.Thread(target=_one, args=(client, fault), daemon=True).start()


def _one(client, fault):
    try:
        with client:
            client.settimeout(HOUR)
            fault(client)
    except (OSError, ssl.SSLError):
        pass


def main(arguments):
    kept = []
    for argument in arguments:
        where, name = argument.split("=")
        host, port = where.rsplit(":", 1)
        if name == "drop":
            kept.append(_drop((host, int(port))))
            continue
        listener = socket.create_server((host, int(port)), backlog=50)
        threading.Thread(target=_serve, args=(listener, globals()[name]), daemon=True).start()
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1:])
