#!/usr/bin/env python3
"""Writes generated mails with what dkimpy says of them, in the format of `mailcheck mail --batch`.

    mails.py NUMBER SEED > mails.jsonl        (needs dkimpy, PyNaCl and openssl)

The mails are signed, and some are sealed, by dkimpy; then half of them are changed in one of the
ways in which mails are changed on their road. "expect" holds dkimpy's verdicts, one for each
DKIM-Signature field from the top, and "change" what was done.
"""
import base64
import json
import random
import re
import subprocess
import sys

import dkim
import nacl.encoding
import nacl.signing

CLOCK = "2030-01-01T00:00:00Z"
NAMES = ["From", "To", "Cc", "Subject", "Date", "Message-ID", "References", "List-Id", "X-A", "Reply-To"]


def rsa_key(bits):
    private = subprocess.run(
        ["openssl", "genrsa", "-traditional", str(bits)], capture_output=True, check=True
    ).stdout
    public = subprocess.run(
        ["openssl", "rsa", "-pubout", "-outform", "DER"], input=private, capture_output=True, check=True
    ).stdout
    return private, "v=DKIM1; k=rsa; p=" + base64.b64encode(public).decode()


def ed25519_key():
    key = nacl.signing.SigningKey.generate()
    public = key.verify_key.encode(nacl.encoding.Base64Encoder).decode()
    return key.encode(nacl.encoding.Base64Encoder), "v=DKIM1; k=ed25519; p=" + public


def text(rng, most):
    pieces = ["a", "bc", "def", " ", "  ", "\t", ".", ",", "<", ">", "=", "\u00e9", "From ", "-- ", "0"]
    return "".join(rng.choice(pieces) for _ in range(rng.randrange(most)))


def body(rng):
    lines = [rng.choice(["", "", text(rng, 30), text(rng, 80)]) for _ in range(rng.randrange(25))]
    end = rng.choice(["\r\n", "\r\n", "", "\r\n\r\n", " \r\n"])
    if not end and lines:
        # dkimpy keeps blanks at the end of a last line that is not ended, and no SMTP client sends one.
        lines[-1] = lines[-1].rstrip(" \t")
    return ("\r\n".join(lines) + end).encode("utf-8") if lines else b""


def field(rng, name):
    folded = rng.choice(["", "", "\r\n ", "\r\n\t  "])
    blank = rng.choice([" ", "", "  ", "\t"])
    value = (text(rng, 12).strip() or "x") + folded + (text(rng, 8).strip() or "y")
    if name == "From":
        value = "Alice <alice@example.com>"
    return f"{name}:{blank}{value}{rng.choice(['', '', ' '])}\r\n".encode("utf-8")


def mail(rng):
    names = ["From"] + [n for n in NAMES[1:] for _ in range(rng.choice([0, 1, 1, 2])) if rng.random() < 0.6]
    rng.shuffle(names)
    return b"".join(field(rng, n) for n in names) + b"\r\n" + body(rng)


def signed(rng, message, keys):
    name = rng.choice(list(keys))
    forms = (rng.choice([b"relaxed", b"simple"]), rng.choice([b"relaxed", b"simple"]))
    present = {line.split(b":")[0] for line in re.split(rb"\r\n(?![ \t])", message.split(b"\r\n\r\n")[0])}
    headers = [n.encode() for n in NAMES if n.encode() in present and (n == "From" or rng.random() < 0.8)]
    headers += [h for h in headers if rng.random() < 0.3]
    signature = dkim.sign(
        message, name.encode(), b"example.com", keys[name][0], canonicalize=forms,
        signature_algorithm=b"ed25519-sha256" if name.startswith("e") else b"rsa-sha256",
        include_headers=headers, length=rng.random() < 0.15,
    )
    return signature + message


def sealed(rng, message, keys):
    results = b"Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.com\r\n"
    lines = dkim.arc_sign(
        results + message, b"r2048", b"example.com", keys["r2048"][0], b"mx.example.net",
        include_headers=[b"from", b"to", b"subject", b"date"], timestamp="1700000000",
    )
    return b"".join(lines) + message


def changed(rng, message):
    head, _, rest = message.partition(b"\r\n\r\n")
    kind = rng.choice(["none"] * 6 + ["footer", "subject", "byte", "added", "blank", "empty-lines", "tag"])
    if kind == "footer":
        return kind, message + b"-- \r\nlist\r\n"
    if kind == "subject":
        return kind, re.sub(rb"(?m)^Subject:", b"Subject: [list]", head) + b"\r\n\r\n" + rest
    if kind == "byte" and rest.strip():
        at = rng.randrange(len(rest))
        return kind, head + b"\r\n\r\n" + rest[:at] + b"Q" + rest[at + 1:]
    if kind == "added":
        return kind, rng.choice([b"Cc: x@y\r\n", b"Subject: z\r\n", b"X-Z: 1\r\n"]) + message
    if kind == "blank":
        return kind, head + b"\r\n\r\n" + rest.replace(b" ", b"  ", 1)
    if kind == "empty-lines":
        return kind, message + b"\r\n\r\n"
    if kind == "tag":
        tag = rng.choice([b"d=example.com", b"v=1", b"a=rsa", b"c=relaxed", b"s=r", b"bh=", b"h=from"])
        return kind, message.replace(tag, tag + rng.choice([b"x", b" ", b";"]), 1)
    return "none", message


def verdicts(message, zone):
    def ask(name, timeout=5):
        found = zone.get(name.decode().rstrip("."), {}).get("TXT")
        return found[0].encode() if found else None

    results = []
    verifier = dkim.DKIM(message, minkey=1024)
    count = sum(1 for name, _ in verifier.headers if name.lower() == b"dkim-signature")
    for index in range(count):
        try:
            good = dkim.DKIM(message, minkey=1024).verify(idx=index, dnsfunc=ask)
        except dkim.DKIMException as refused:
            good = False
        results.append("pass" if good else "fail")
    try:
        status, _, _ = dkim.arc_verify(message, dnsfunc=ask)
        arc = status.decode() if isinstance(status, bytes) else str(status)
    except dkim.DKIMException:
        arc = "fail"
    return results, arc


def main():
    number, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    keys = {"r1024": rsa_key(1024), "r2048": rsa_key(2048), "e1": ed25519_key()}
    zone = {f"{name}._domainkey.example.com": {"TXT": [key[1]]} for name, key in keys.items()}
    for index in range(number):
        message = mail(rng)
        for _ in range(rng.choice([0, 1, 1, 1, 2])):
            message = signed(rng, message, keys)
        for _ in range(rng.choice([0, 0, 0, 1, 2, 3])):
            message = sealed(rng, message, keys)
        kind, message = changed(rng, message)
        results, arc = verdicts(message, zone)
        print(json.dumps({
            "id": f"{seed}-{index}", "change": kind, "clock": CLOCK, "zone": zone,
            "mail_base64": base64.b64encode(message).decode(),
            "expect": {"dkim": results, "arc": arc.lower()},
        }))


if __name__ == "__main__":
    main()
