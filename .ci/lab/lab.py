"""The lab: name servers, resolvers and mail hosts in the network namespace that this runs in."""

import pathlib
import socket
import subprocess
import sys

import authoritative
import authority
import exim
import hosts
import places
import postfix
import processes
import web


def _run(*command):
    subprocess.run(command, check=True, capture_output=True, text=True)


def _answers_tcp(address, port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((address, port)) == 0


class Lab:
    """Starts everything, and knows what mailcheck must be told about it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.processes = processes.Processes(self.folder / "logs")
        self.authority = authority.Authority(self.folder / "ca")
        self.servers = authoritative.NameServers(self.folder / "dns", self.processes)
        self.ipv6 = True

    def start(self):
        self._addresses()
        (self.folder / "dns").mkdir(exist_ok=True)
        self.authority.make_leaves(
            [host.name for host in hosts.HOSTS] + ["implicit.test", "good1v6.mail.lab"] + web.NAMES)
        self.servers.start(self.authority.pins())
        authoritative.start_resolvers(self.folder / "unbound", self.servers, self.processes)
        self._stubs()
        self._scripted()
        postfix.MailServers(self.folder / "postfix", self.authority, self.processes).start()
        exim.MailServers(self.folder / "exim", self.authority, self.processes).start()
        web.WebServer(self.folder / "web", self.authority, self.processes).start()
        self._wait()

    def stop(self):
        self.processes.stop()

    def arguments(self):
        """The options that every check in the lab needs."""
        return [
            "--resolver", places.VALIDATING.argument,
            "--trust-anchor", str(self.servers.trust_anchor),
            "--ca-file", str(self.authority.root),
            "--egress-control", f"{hosts.named('control').name}:25",
            "--probe-domain", "probe.test",
            "--allow-private-targets",
        ]

    def _addresses(self):
        """Those BIND must find on an interface, a private one to be left alone, our own, and global
        ones so that this looks like a host with IPv6."""
        for address in places.BIND_ADDRESSES:
            _run("ip", "addr", "add", f"{address}/8", "dev", "lo")
        for address in (places.PRIVATE_ADDRESS, places.OWN_ADDRESS):
            _run("ip", "addr", "add", f"{address}/32", "dev", "lo")
        _run("ip", "route", "change", "table", "local", "local", "127.0.0.0/8", "dev", "lo",
             "src", places.OWN_ADDRESS)
        try:
            for address in places.V6_ADDRESSES:
                _run("ip", "-6", "addr", "add", f"{address}/128", "dev", "lo", "nodad")
            _run("ip", "-6", "route", "add", "default", "dev", "lo")
        except subprocess.CalledProcessError as failed:
            raise RuntimeError(f"no IPv6 here: {failed.stderr.strip()}") from failed

    def _stubs(self):
        faults = [
            f"{places.STRIPS.port}=strips", f"{places.REWRITES.port}=rewrites",
            f"{places.SILENT.port}=silent", f"{places.FAILS.port}=fails"]
        faults += [f"{address}:53=swallows" for address in places.SILENT_SERVERS.values()]
        self._python("stubs.py", places.VALIDATING.port, *faults)

    def _scripted(self):
        self._python("scripted.py", *(
            f"{host.address}:{places.SMTP_PORT}={host.options[0]}"
            for host in hosts.HOSTS if host.server == "scripted"))

    def _python(self, script, *arguments):
        self.processes.start(script, [sys.executable, "-B", places.LAB / script, *arguments])

    def _wait(self):
        for resolver in (places.VALIDATING, places.PLAIN, places.STRIPS):
            self.processes.wait(resolver.name, lambda: self._resolves(resolver))
        self.processes.wait("nginx", lambda: _answers_tcp(places.WEB_SERVER, 443))
        for host in hosts.HOSTS:
            if host.server and host.label not in ("drop", "late"):
                self.processes.wait(host.name, lambda: _answers_tcp(host.address, places.SMTP_PORT))

    def _resolves(self, resolver):
        asked = subprocess.run(
            ["dig", "+time=1", "+tries=1", f"@127.0.0.1", "-p", str(resolver.port), "sound.test", "MX"],
            capture_output=True, text=True)
        return "status: NOERROR" in asked.stdout and "ANSWER: 2," in asked.stdout
