"""Writes generated mails, their zone and what is to be said of them; needs dkimpy and PyNaCl.

    generate.py FOLDER

140 mails of 2.8 KB, 50 of 50 KB and 10 of 1 MB, in FOLDER with index.json. Signed and sealed by
dkimpy. "expect" follows from how a mail was made; "work" is the arithmetic that nobody can leave
out: signatures to verify, bytes of each different form of the body, and bytes of header under the
signatures.
"""

import base64
import json
import pathlib
import random
import re
import subprocess
import sys

import dkim
import nacl.encoding
import nacl.signing

SIZES = {"2k": (140, 1_400), "50k": (50, 49_000), "1m": (10, 1_047_000)}
KINDS = ["rsa"] * 7 + ["rsa+ed25519"] * 4 + ["ed25519"] * 2 + [
    "arc1", "arc2", "arc3", "changed", "unsigned", "keyless", "simple"]
DOMAINS = 20
SIGNED = [b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"content-type", b"from"]
SEALED = [b"from", b"to", b"subject", b"date", b"message-id"]
WORDS = "the quick report of our last week holds  what you asked for and some more besides it".split(" ")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(20261122)
    zone = {}
    keys = [Keys(f"sender{number}.example", number, zone) for number in range(DOMAINS)]
    mails = []
    for size, (count, length) in SIZES.items():
        for number in range(count):
            # 10 large mails would miss half of the kinds: theirs are every second one.
            kind = KINDS[(number * 2 + 1 if count < len(KINDS) else number) % len(KINDS)]
            sender = keys[(number * 7 + number // DOMAINS) % DOMAINS]
            message, entry = mail(rng, kind, sender, length, number, size)
            entry |= {"file": f"{size}-{number}.eml", "size": size, "kind": kind}
            (folder / entry["file"]).write_bytes(message)
            mails.append(entry)
    (folder / "index.json").write_text(json.dumps({"zone": zone, "mails": mails}))


class Keys:
    """A sending domain with its keys, its policies, and the host that may send for it."""

    def __init__(self, domain, number, zone):
        self.domain = domain
        self.ip = f"192.0.2.{number + 1}"
        self.rsa = openssl("genrsa", "-traditional", "2048")
        public = openssl("rsa", "-pubout", "-outform", "DER", given=self.rsa)
        key = nacl.signing.SigningKey.generate()
        self.ed25519 = key.encode(nacl.encoding.Base64Encoder)
        point = key.verify_key.encode(nacl.encoding.Base64Encoder).decode()
        spf = [f"ip4:{self.ip}", "include:_spf." + domain, "a mx include:_spf." + domain,
               "redirect=_spf." + domain][number % 4]
        end = "" if "redirect" in spf else " -all"
        zone[domain] = {"TXT": [f"v=spf1 {spf}{end}", "site-verification=" + "x" * 40],
                        "A": ["198.51.100.7"], "MX": [f"10 mx.{domain}"]}
        zone["mx." + domain] = {"A": ["198.51.100.8"]}
        zone["_spf." + domain] = {"TXT": [f"v=spf1 ip4:203.0.113.0/24 ip6:2001:db8::/32 ip4:{self.ip} -all"]}
        zone["_dmarc." + domain] = {"TXT": [f"v=DMARC1; p={['none', 'reject'][number % 2]}; rua=mailto:d@{domain}"]}
        zone["rsa._domainkey." + domain] = {"TXT": ["v=DKIM1; k=rsa; p=" + base64.b64encode(public).decode()]}
        zone["ed._domainkey." + domain] = {"TXT": ["v=DKIM1; k=ed25519; p=" + point]}
        zone.setdefault("bounce.example", {"TXT": ["v=spf1 ip4:192.0.2.0/24 -all"]})


def openssl(*arguments, given=None):
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


def mail(rng, kind, sender, length, number, size_name):
    message = header(sender, number, length) + b"\r\n" + body(rng, length, size_name, number)
    envelope = {"ip": sender.ip, "helo": "mx." + sender.domain, "from": "bounce@" + sender.domain}
    expect = {"spf": "pass", "dkim": "pass", "arc": "none", "dmarc": "pass"}
    work = {"rsa": 0, "ed25519": 0, "bodies": [], "headers": []}
    forms = (b"simple", b"simple") if kind == "simple" else (b"relaxed", b"relaxed")
    if kind == "unsigned":
        envelope["ip"] = "192.0.2.200"
        expect |= {"spf": "fail", "dkim": "none", "dmarc": "fail"}
    else:
        message = signed(message, sender, kind, forms)
        work["bodies"] = [canonical_length(message, forms)]
    if kind == "keyless":
        expect |= {"dkim": "fail"}
    if kind == "changed":
        # Only the key and the body's hash decide, and SPF is of another domain.
        message = message + b"An added line\r\n"
        envelope["from"] = "bounce@bounce.example"
        expect |= {"dkim": "fail", "dmarc": "fail"}
    for instance in range(1, int(kind[3:]) + 1 if kind.startswith("arc") else 1):
        message = sealed(message, sender, instance)
        expect["arc"] = "pass"
    if kind != "keyless":
        count_work(message, work)
    else:
        work["bodies"] = []
    return message, {**envelope, "author": sender.domain, "expect": expect, "work": work}


def header(sender, number, length):
    domain = sender.domain
    received = "".join(
        f"Received: from host{hop}.{domain} (host{hop}.{domain} [10.0.0.{hop + 1}])\r\n"
        f"\tby mx.{domain} (Postfix) with ESMTPS id 4Z{number:06}{hop}\r\n"
        f"\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n"
        f"\tfor <to@receiver.example>; Sun, 22 Nov 2026 0{hop}:00:00 +0000 (UTC)\r\n" for hop in range(3))
    return (
        f"{received}From: =?utf-8?q?S=C3=B6nder?= <news@{domain}>\r\n"
        f"To: Receiver <to@receiver.example>\r\nSubject: Report {number} of this week,\r\n"
        f" with a line more\r\nDate: Sun, 22 Nov 2026 00:00:00 +0000\r\n"
        f"Message-ID: <{number}.{length}@{domain}>\r\nMIME-Version: 1.0\r\n"
        f"List-Unsubscribe: <https://{domain}/u/{number}>\r\n"
        f"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nX-Mailer: generated\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n").encode()


def body(rng, length, size_name, number):
    """Text or the source of a page, some lines indented, and Base64 as what is attached to large mails."""
    lines = []
    size = 0
    attached = {"50k": number % 2 == 0, "1m": number % 5 != 2}.get(size_name, False)
    while size < length:
        if attached and size > 2_000:
            line = base64.b64encode(rng.randbytes(57)).decode()
        else:
            line = "  " * rng.randrange(3) + " ".join(rng.choices(WORDS, k=rng.randrange(6, 14)))
        lines.append(line)
        size += len(line) + 2
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def signed(message, sender, kind, forms):
    algorithms = {"ed25519": ["ed25519"], "rsa+ed25519": ["rsa", "ed25519"]}.get(kind, ["rsa"])
    for algorithm in algorithms:
        selector = b"gone" if kind == "keyless" else {"rsa": b"rsa", "ed25519": b"ed"}[algorithm]
        message = dkim.sign(
            message, selector, sender.domain.encode(), getattr(sender, algorithm), canonicalize=forms,
            signature_algorithm=algorithm.encode() + b"-sha256", include_headers=SIGNED) + message
    return message


def sealed(message, sender, instance):
    chain = "" if instance == 1 else "; arc=pass"
    results = f"Authentication-Results: mx.list.example; spf=pass smtp.mailfrom={sender.domain}{chain}\r\n"
    fields = dkim.arc_sign(
        results.encode() + message, b"rsa", sender.domain.encode(), sender.rsa, b"mx.list.example",
        include_headers=SEALED)
    return b"".join(fields) + message


def canonical_length(message, forms):
    text = message.partition(b"\r\n\r\n")[2]
    if forms[1] == b"relaxed":
        text = re.sub(rb"[ \t]+", b" ", re.sub(rb"[ \t]+\r\n", b"\r\n", text))
    return len(text.rstrip(b"\r\n")) + 2


def count_work(message, work):
    """Each signature of a field that has one, and what is above the body as what it covers."""
    for name in (b"DKIM-Signature", b"ARC-Message-Signature", b"ARC-Seal"):
        for field in re.findall(rb"(?ms)^" + name + rb":.*?(?=\r\n[^ \t])", message):
            work["ed25519" if b"a=ed25519" in field else "rsa"] += 1
            covered = 1_500 if name == b"ARC-Seal" else len(field) + 500
            work["headers"].append(covered)


if __name__ == "__main__":
    main()
