#!/usr/bin/env python3
"""Writes generated SPF policies with what pyspf says of them, in the format of `mailcheck mail --batch`.

    records.py NUMBER SEED > records.jsonl        (needs pyspf and py3dns)

Each line has a zone of a few domains with random records, most of them right, some broken, and a
client, a HELO name and a sender. "expect" holds pyspf's word, "error" what it says of errors.
"""
import base64
import ipaddress
import json
import random
import sys

import spf

CLOCK = "2030-01-01T00:00:00Z"
DOMAINS = [f"{letter}.test" for letter in "abcdefgh"]
HOSTS = ["h1.test", "h2.test", "h3.test", "none.test"]
V4 = ["192.0.2.1", "192.0.2.130", "198.51.100.7", "203.0.113.9"]
V6 = ["2001:db8::1", "2001:db8:1::2"]
MAIL = base64.b64encode(b"From: a@a.test\r\nSubject: x\r\n\r\nx\r\n").decode()
MACROS = ["%{d}", "%{o}", "%{s}", "%{l}", "%{h}", "%{i}", "%{ir}.%{v}", "%{d2}", "%{dr}", "%{l-}", "%{L}", "%{d1r}",
          "%{p}", "%%", "%_", "%-"]
BROKEN = ["%{x}", "%{", "%a", "ip4:192.0.2", "ip4:192.0.2.1/33", "ip6:2001:db8::/129", "include:", "a:", "mx/", "all:x",
          "foo", "foo:bar", "redirect=", "exists", "a/24/64", "ip4:2001:db8::1", "ip6:192.0.2.1", "ptr:", "+-all",
          "a:test", "include:a..test", "ip4:192.0.2.01", "-", "exp=a.test exp=b.test", "redirect=a.test redirect=b.test",
          "v=spf1", "a//129", "a/0x8", "exists:%{d}.-x", "ip4", "include", "all/8", "a:a.test/", "mx:1.2.3.4", "ip4:/8"]


def network(rng):
    if rng.random() < 0.7:
        return f"ip4:{rng.choice(V4)}" + rng.choice(["", "", "/32", "/25", "/24", "/8", "/0"])
    return f"ip6:{rng.choice(V6)}" + rng.choice(["", "", "/128", "/64", "/32", "/0"])


def name(rng):
    kind = rng.random()
    if kind < 0.55:
        return rng.choice(DOMAINS)
    if kind < 0.8:
        return rng.choice(HOSTS)
    return rng.choice(MACROS) + "." + rng.choice(DOMAINS + HOSTS)


def term(rng):
    kind = rng.random()
    sign = rng.choice(["", "", "", "+", "-", "~", "?"])
    if kind < 0.30:
        return sign + network(rng)
    if kind < 0.50:
        return sign + "include:" + name(rng)
    if kind < 0.78:
        where = rng.choice(["", ":" + name(rng)])
        prefix = rng.choice(["", "", "", "/24", "/25//64", "//48", "/0", "//0"])
        return sign + rng.choice(["a", "mx", "A", "Mx"]) + where + prefix
    if kind < 0.84:
        return sign + "exists:" + name(rng)
    if kind < 0.88:
        return sign + "ptr" + rng.choice(["", ":" + rng.choice(DOMAINS + HOSTS)])
    if kind < 0.92:
        return rng.choice(["unknown=x", "exp=" + rng.choice(DOMAINS), "x-y.z=%{d}"])
    if kind < 0.955:
        return rng.choice(BROKEN)
    return sign + "all"


def record(rng):
    terms = [term(rng) for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 3, 4, 6, 12]))]
    end = rng.random()
    if end < 0.6:
        terms.append(rng.choice(["-all", "~all", "?all", "all"]))
    elif end < 0.75:
        terms.append("redirect=" + name(rng))
    blank = rng.choice([" ", " ", " ", "  "])
    return rng.choice(["v=spf1", "v=spf1", "v=spf1", "V=SPF1"]) + "".join(blank + each for each in terms)


def domain(rng):
    entry = {}
    kind = rng.random()
    if kind < 0.85:
        entry["TXT"] = [record(rng)]
    elif kind < 0.9:
        entry["TXT"] = [record(rng), record(rng)]
    elif kind < 0.95:
        entry["TXT"] = ["v=spf10 -all", "some other text"]
    if rng.random() < 0.5:
        entry.setdefault("TXT", []).append("other=text")
    if rng.random() < 0.6:
        entry["A"] = rng.sample(V4, rng.choice([1, 1, 2]))
    if rng.random() < 0.3:
        entry["AAAA"] = rng.sample(V6, 1)
    if rng.random() < 0.5:
        hosts = [rng.choice(HOSTS) for _ in range(rng.choice([1, 1, 2, 3]))]
        entry["MX"] = [f"{10 * number} {host}." for number, host in enumerate(hosts)]
    if rng.random() < 0.03:
        entry["MX"] = [f"{number} h1.test." for number in range(11)]
    if rng.random() < 0.03:
        entry["SERVFAIL"] = [rng.choice(["TXT", "A", "MX", "AAAA"])]
        for kind in entry["SERVFAIL"]:
            entry.pop(kind, None)
    return entry


def world(rng):
    zone = {each: domain(rng) for each in DOMAINS if rng.random() < 0.9}
    zone["h1.test"] = {"A": [V4[0]], "AAAA": [V6[0]]}
    zone["h2.test"] = {"A": [V4[1], V4[2]]}
    zone["h3.test"] = {"AAAA": [V6[1]]}
    for address in V4 + V6:
        if rng.random() < 0.5:
            pointer = ipaddress.ip_address(address).reverse_pointer
            zone[pointer] = {"PTR": [rng.choice(HOSTS[:3] + DOMAINS) + "."]}
    return zone


def lookup(zone):
    def answer(asked, kind, *rest, **more):
        key = asked.rstrip(".").lower()
        entry = zone.get(key, {})
        if kind in entry.get("SERVFAIL", []) and kind not in entry:
            raise spf.TempError("DNS: SERVFAIL")
        records = entry.get(kind, [])
        if kind in ("TXT", "SPF"):
            return [((asked, kind), (each.encode("latin-1"),)) for each in records] if kind == "TXT" else []
        if kind == "MX":
            return [((asked, kind), (int(each.split()[0]), each.split()[1].rstrip("."))) for each in records]
        if kind == "PTR":
            return [((asked, kind), each.rstrip(".")) for each in records]
        if kind == "AAAA":
            return [((asked, kind), ipaddress.ip_address(each).packed) for each in records]
        return [((asked, kind), each) for each in records]
    return answer


def main():
    number, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    for index in range(number):
        zone = world(rng)
        envelope = {
            "ip": rng.choice(V4 + V6), "helo": rng.choice(DOMAINS + HOSTS),
            "mail_from": rng.choice(["", "u@a.test", "u@a.test", "u.v-w@a.test", "u@b.test"])}
        spf.DNSLookup = lookup(zone)
        word, why = spf.check2(
            i=envelope["ip"], s=envelope["mail_from"], h=envelope["helo"], receiver="mx.test")
        print(json.dumps({
            "id": f"r{seed}-{index}", "clock": CLOCK, "zone": zone, "envelope": envelope, "mail_base64": MAIL,
            "expect": {"spf": word}, "error": why.split(":")[1].strip() if "Error:" in why else ""}))


if __name__ == "__main__":
    main()
