#!/usr/bin/env python3
"""The world of the domain benchmark: world.py FOLDER, in the namespace of its servers.

Twenty sound domains by BIND, Unbound, Postfix and an HTTPS server of Python. Each has two mail
hosts, SPF with 3, 5, 7 or 8 look-ups, reports to another domain, four DKIM selectors, TLSRPT,
MTA-STS, BIMI and PTR; every second one is signed and has TLSA. Says READY and the options that
mailcheck needs, then serves until its input ends.
"""

import dataclasses
import hashlib
import http.server
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import threading

LAB = pathlib.Path(__file__).resolve().parent.parent / ".ci" / "lab"
sys.dont_write_bytecode = True
sys.path.insert(0, str(LAB))

import authoritative  # noqa: E402
import authority  # noqa: E402
import places  # noqa: E402
import postfix  # noqa: E402
import processes  # noqa: E402
import zones  # noqa: E402

COUNT = 20
LISTS = [f"bl{n}.lists.test" for n in range(1, 13)]
SELECTORS = ["s1", "s2", "s3", "s4"]
LOOKUPS = [3, 5, 7, 8]
WEB = f"{places.NET}.80.1"
RESOLVER = f"{places.NET}.0.53"

UNBOUND = """
server:
    interface: {resolver}
    access-control: 10.0.0.0/8 allow
    username: ""
    chroot: ""
    directory: "{folder}"
    pidfile: ""
    use-syslog: no
    logfile: "{folder}/unbound.log"
    do-daemonize: no
    do-ip6: no
    num-threads: 2
    prefetch: yes
    cache-min-ttl: 3600
    root-hints: "{hints}"
    local-zone: "test." nodefault
    local-zone: "10.in-addr.arpa." nodefault
    module-config: "validator iterator"
    trust-anchor-file: "{anchor}"
remote-control:
    control-enable: no
"""


@dataclasses.dataclass(frozen=True)
class MailHost:
    """What postfix.MailServers wants to know of a host."""

    name: str
    number: int
    label: str = "good1"
    certificate: str = "good"
    options: tuple = ("smtpd_client_connection_count_limit=0", "smtpd_client_connection_rate_limit=0")
    v6: str = ""

    @property
    def address(self):
        return f"{places.NET}.25.{self.number}"


def domain(number):
    return f"example{number}.test"


# Visited to learn whether port 25 is open here; no domain's mail host, or its visit would count there.
CONTROL = MailHost("mx.control.test", 250)


def mail_hosts():
    return [MailHost(f"mx{k}.{domain(n)}", 2 * n + k) for n in range(1, COUNT + 1) for k in (1, 2)]


def spf(number):
    """A chain of includes three deep, and as many more terms as its look-ups need."""
    wanted = LOOKUPS[number % len(LOOKUPS)]
    name = domain(number)
    more = " ".join(f"include:n{k}._spf.{name}" for k in range(4, wanted))
    lines = [f'@ TXT "v=spf1 include:n1._spf.{name} {more} mx -all"']
    lines += [f'n1._spf TXT "v=spf1 include:n2._spf.{name} ?all"',
              f'n2._spf TXT "v=spf1 ip4:10.77.{number}.0/24 ?all"']
    lines += [f'n{k}._spf TXT "v=spf1 ip4:10.78.{k}.{number} ?all"' for k in range(4, wanted)]
    return "\n".join(lines)


def zone(number, pin):
    name = domain(number)
    signed = number % 2 == 0
    tlsa = "".join(f"_25._tcp.mx{k} TLSA 3 1 1 {pin}\n" for k in (1, 2)) if signed else ""
    text = f"""
@ MX 10 mx1
@ MX 20 mx2
mx1 A {places.NET}.25.{2 * number + 1}
mx2 A {places.NET}.25.{2 * number + 2}
{spf(number)}
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@reports.test"
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@{name}"
_mta-sts TXT "v=STSv1; id=20261101"
mta-sts A {WEB}
default._bimi TXT "v=BIMI1; l=https://{name}/logo.svg; a="
{tlsa}"""
    text += "".join(f"{selector}._domainkey TXT {{rsa2048}}\n" for selector in SELECTORS)
    return zones.Zone(name, text, signed="nsec" if signed else None)


def other_zones():
    pointers = "".join(f"{host.number} PTR {host.name}.\n" for host in [*mail_hosts(), CONTROL])
    lists = "".join(f"2.0.0.127.bl{n} A 127.0.0.2\n" for n in range(1, 13))
    net = places.NET.split(".")
    return [
        zones.Zone("control.test", f"mx A {CONTROL.address}\n", signed=None),
        zones.Zone("lists.test", lists, signed=None),
        zones.Zone("reports.test", '@ MX 10 mx1.example1.test.\n*._report._dmarc TXT "v=DMARC1"\n', signed=None),
        zones.Zone(f"25.{net[1]}.{net[0]}.in-addr.arpa", pointers, signed=None),
        zones.Zone("dns.lab", "".join(f"{k} A {v}\n" for k, v in places.NAME_SERVERS.items()), signed=None),
    ]


class Policy(http.server.BaseHTTPRequestHandler):
    """Every domain's MTA-STS policy."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.headers.get("Host", "").removeprefix("mta-sts.")
        body = f"version: STSv1\r\nmode: enforce\r\nmx: *.{name}\r\nmax_age: 1209600\r\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve_policies(ca):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ca.chain("good"), ca.key("good"))
    server = http.server.ThreadingHTTPServer((WEB, 443), Policy)
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def pin_of(ca):
    """SHA-256 of the public key that all mail hosts show."""
    key = subprocess.run(
        ["openssl", "pkey", "-in", ca.key("good"), "-pubout", "-outform", "DER"], capture_output=True, check=True)
    return hashlib.sha256(key.stdout).hexdigest()


def add_addresses():
    own = [*places.BIND_ADDRESSES, WEB, RESOLVER, CONTROL.address, *(host.address for host in mail_hosts())]
    for address in own:
        subprocess.run(["ip", "addr", "add", f"{address}/32", "dev", "lo"], check=True)


def start_mail(folder, ca, running):
    servers = postfix.MailServers(folder, ca, running)
    main_folder = servers._instance("many")
    main = servers._ours(mail_hosts()[0], main_folder) + (
        "compatibility_level = 3.6\nsmtpd_peername_lookup = no\nmyorigin = mail.lab\ndefault_process_limit = 200\n")
    services = "".join(servers._services(host) for host in [*mail_hosts(), CONTROL])
    servers._run(main_folder, main, services + postfix.SERVICES)


def start_dns(folder, ca, running):
    zones.ZONES = [zone(number, pin_of(ca)) for number in range(1, COUNT + 1)]
    zones.all_zones = lambda: [*zones.ZONES, *other_zones()]
    zones.TOPS = {"test": "", "lab": zones.TOPS["lab"], "arpa": ""}
    places.NAME_SERVERS_V6 = {}
    servers = authoritative.NameServers(folder / "dns", running)
    servers.start()
    config = folder / "unbound.conf"
    config.write_text(UNBOUND.format(
        resolver=RESOLVER, folder=folder, hints=servers.hints, anchor=servers.trust_anchor))
    running.start("unbound", ["unbound", "-d", "-c", config])
    return servers


def greets(address):
    try:
        with socket.create_connection((address, 25), 1) as client:
            client.settimeout(5)
            return client.recv(4) == b"220 "
    except OSError:
        return False


def main(folder):
    add_addresses()
    (folder / "dns").mkdir()
    running = processes.Processes(folder / "logs")
    ca = authority.Authority(folder / "ca")
    names = [host.name for host in [*mail_hosts(), CONTROL]] + [f"mta-sts.{domain(n)}" for n in range(1, COUNT + 1)]
    ca._leaf("good", names)
    try:
        servers = start_dns(folder, ca, running)
        start_mail(folder / "postfix", ca, running)
        serve_policies(ca)
        running.wait("DNS", lambda: "ANSWER: 2," in subprocess.run(
            ["dig", "+time=1", "+tries=1", f"@{RESOLVER}", "example1.test", "MX"],
            capture_output=True, text=True).stdout)
        for host in [*mail_hosts(), CONTROL]:
            running.wait(host.name, lambda: greets(host.address))
        print("READY " + json.dumps({
            "resolver": RESOLVER, "anchor": str(servers.trust_anchor), "ca": str(ca.root),
            "control": f"{CONTROL.name}:25", "lists": LISTS, "selectors": SELECTORS,
            "domains": [domain(n) for n in range(1, COUNT + 1)]}), flush=True)
        sys.stdin.read()
    finally:
        running.stop()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
