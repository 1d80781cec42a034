"""The zones signed and served by BIND, from a root of our own, and the resolvers by Unbound."""

import concurrent.futures
import pathlib
import re
import subprocess
import time

import hosts
import keys
import places
import zones

HEAD = """$TTL 3600
$ORIGIN {origin}
@ SOA {primary} hostmaster.dns.lab. 2026110101 7200 3600 1209600 3600
"""

NAMED = """
options {{
    directory "{folder}";
    listen-on port 53 {{ {v4}; }};
    listen-on-v6 port 53 {{ {v6}; }};
    recursion no;
    dnssec-validation no;
    notify no;
    allow-transfer {{ none; }};
    check-names primary ignore;
    pid-file none;
    session-keyfile none;
    lock-file none;
}};
controls {{ }};
"""

UNBOUND = """
server:
    interface: 127.0.0.1
    port: {port}
    username: ""
    chroot: ""
    directory: "{folder}"
    pidfile: ""
    use-syslog: no
    logfile: "{folder}/{name}.log"
    do-daemonize: no
    do-ip6: no
    num-threads: 1
    so-rcvbuf: 4m
    outgoing-interface: {source}
    access-control: {own}/32 allow
    do-not-query-localhost: no
    root-hints: "{hints}"
    local-zone: "test." nodefault
    local-zone: "127.in-addr.arpa." nodefault
{rest}
remote-control:
    control-enable: no
stub-zone:
    name: "elsewhere.test."
    stub-addr: {stub}
"""

VALIDATES = """    module-config: "validator iterator"
    trust-anchor-file: "{anchor}"
"""

INSIDE_VIEW = """    module-config: "iterator"
    local-zone: "inside.test." transparent
    local-data: "inside.test. MX 10 mail.office.test."
"""


class Signer:
    """Writes master files and signs them; remembers the DS records for the zone above."""

    def __init__(self, folder, pins):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.keys = {**keys.make(), **pins, "good1": hosts.named("good1").address}
        self.ds = {}
        self.made = {}

    def write(self, zone, text, suffix=""):
        """The file that a server loads; signed where the zone is."""
        label = zone.name or "root"
        plain = self.folder / f"{label}{suffix}.zone"
        plain.write_text(HEAD.format(origin=_absolute(zone.name), primary=zone.servers[0])
                         + "".join(f"@ NS {server}\n" for server in zone.servers)
                         + self._filled(zone, text))
        return self._sign(zone, plain) if zone.signed else plain

    def _filled(self, zone, text):
        for name, value in {**self.keys, "domain": zone.name}.items():
            text = text.replace("{" + name + "}", value)
        return text

    def _sign(self, zone, plain):
        origin = _absolute(zone.name)
        key = self._key(zone, origin)
        with plain.open("a") as file:
            file.write((self.folder / f"{key}.key").read_text())
        signed = plain.with_suffix(".signed")
        begin, end = (_time(seconds) for seconds in zone.valid)
        denial = ["-3", "-", "-H", str(zone.iterations)] if zone.signed == "nsec3" else []
        self._run(
            "dnssec-signzone", "-q", "-z", "-P", "-O", "full", "-K", self.folder, "-d", self.folder,
            "-s", begin, "-e", end, "-o", origin, "-f", signed, *denial, plain, self.folder / key)
        if zone.signed == "bogus":
            _spoil(signed)
        self._remember_ds(zone, key)
        self.last_key = self.folder / f"{key}.key"
        return signed

    def _key(self, zone, origin):
        """The same key for both texts of a zone that has two."""
        if zone.name not in self.made:
            bits = ["-b", "2048"] if "RSA" in zone.algorithm else []
            self.made[zone.name] = self._run(
                "dnssec-keygen", "-q", "-K", self.folder, "-a", zone.algorithm, *bits, "-f", "KSK", origin)
        return self.made[zone.name]

    def _remember_ds(self, zone, key):
        ds = self._run("dnssec-dsfromkey", "-2", self.folder / f"{key}.key")
        if zone.ds == "wrong":
            ds = ds[:-8] + "00000000"
        if zone.ds != "none":
            self.ds[zone.name] = ds

    @staticmethod
    def _run(*arguments):
        done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{arguments[0]}: {done.stderr}{done.stdout}")
        return done.stdout.strip()


def _time(seconds):
    """As dnssec-signzone takes it, so long from now."""
    return time.strftime("%Y%m%d%H%M%S", time.gmtime(time.time() + seconds))


def _is_direct(zone):
    return not any(zone.name.endswith(f".{other.name}") for other in zones.all_zones())


def _absolute(name):
    return f"{name}."


def _spoil(signed):
    """Other last bytes for each signature of the MX and TXT records."""
    lines = [
        re.sub(r"\S{20}$", "A" * 18 + "==", line) if re.search(r"\sRRSIG\s+(MX|TXT)\s", line) else line
        for line in signed.read_text().splitlines()
    ]
    signed.write_text("\n".join(lines) + "\n")


class NameServers:
    """All of BIND's part: a server for the root, one for the top-level domains, and ns1, ns2."""

    def __init__(self, folder, processes):
        self.folder = pathlib.Path(folder)
        self.processes = processes

    @property
    def trust_anchor(self):
        return self.folder / "trust-anchor"

    @property
    def hints(self):
        return self.folder / "root.hints"

    def start(self, pins=None):
        """Makes all files and starts the servers; pins are what TLSA records hold."""
        self.signer = Signer(self.folder / "zones", pins or {})
        loads = {"ns1": {}, "ns2": {}}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for zone, files in zip(zones.all_zones(), pool.map(self._leaf, zones.all_zones())):
                for server in zone.served:
                    loads[server][zone.name] = files[server]
        tops = {name: self._top(name, text) for name, text in zones.TOPS.items()}
        root = self._root()
        self._named("root", [places.ROOT_SERVER], [], {"": root})
        self._named("top", places.TOP_SERVERS.values(), [], tops)
        for server, files in loads.items():
            v6 = [places.NAME_SERVERS_V6[server]] if server in places.NAME_SERVERS_V6 else []
            self._named(server, [places.NAME_SERVERS[server]], v6, files)

    def _leaf(self, zone):
        first = self.signer.write(zone, zone.text)
        second = first if zone.second is None else self.signer.write(zone, zone.second, ".second")
        return {"ns1": first, "ns2": second}

    def _top(self, name, text):
        # A zone two levels down is delegated in the text of the one between.
        below = [zone for zone in zones.all_zones() if zone.name.endswith(f".{name}") and _is_direct(zone)]
        delegations = "".join(
            f"{zone.name}. NS {server}\n" for zone in below for server in zone.servers)
        glue = "".join(
            f"{server}.dns.lab. {kind} {address}\n"
            for kind, addresses in (("A", {**places.NAME_SERVERS}), ("AAAA", places.NAME_SERVERS_V6))
            for server, address in addresses.items()) if name == "lab" else ""
        ds = "".join(f"{self.signer.ds[zone.name]}\n" for zone in below if zone.name in self.signer.ds)
        return self.signer.write(self._of_top(name), text + delegations + glue + ds)

    def _root(self):
        servers = [f"{server}." for server in places.TOP_SERVERS]
        text = f"a.root.lab. A {places.ROOT_SERVER}\n"
        text += "".join(f"{top}. NS {server}\n{self.signer.ds[top]}\n" for top in zones.TOPS for server in servers)
        text += "".join(f"{name}. A {address}\n" for name, address in places.TOP_SERVERS.items())
        root = self.signer.write(zones.Zone("", text, signed="nsec", servers=("a.root.lab.",)), text)
        self.trust_anchor.write_text(_key_record(self.signer.last_key))
        self.trust_anchor.with_suffix(".ds").write_text(self.signer.ds[""] + "\n")
        self.hints.write_text(f". 3600000 NS a.root.lab.\na.root.lab. 3600000 A {places.ROOT_SERVER}\n")
        return root

    @staticmethod
    def _of_top(name):
        return zones.Zone(name, "", signed="nsec3", servers=tuple(f"{server}." for server in places.TOP_SERVERS))

    def _named(self, name, v4, v6, files):
        folder = self.folder / name
        folder.mkdir()
        config = NAMED.format(folder=folder, v4="; ".join(v4), v6="; ".join(v6) or "none")
        config += "".join(
            f'zone "{_absolute(zone)}" {{ type primary; file "{file}"; }};\n' for zone, file in files.items())
        (folder / "named.conf").write_text(config)
        self.processes.start(f"named-{name}", ["named", "-g", "-n", "1", "-c", folder / "named.conf"])


def _key_record(file):
    return "".join(line for line in file.read_text().splitlines(True) if not line.startswith(";"))


def start_resolvers(folder, servers, processes):
    """The two Unbounds: one that validates, and one that does not and shows an inside view."""
    folder = pathlib.Path(folder)
    folder.mkdir()
    for resolver, rest in ((places.VALIDATING, VALIDATES), (places.PLAIN, INSIDE_VIEW)):
        name = f"unbound-{resolver.port}"
        config = folder / f"{name}.conf"
        config.write_text(
            UNBOUND.format(
                port=resolver.port, folder=folder, name=name, source=places.RESOLVER_SOURCE,
                own=places.OWN_ADDRESS, stub=places.NAME_SERVERS["ns1"],
                hints=servers.hints, rest=rest.format(anchor=servers.trust_anchor)))
        processes.start(name, ["unbound", "-d", "-c", config])
