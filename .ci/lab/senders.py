"""Senders and receivers: a Postfix that OpenDKIM signs for and a second Postfix that mails are
delivered to; and Exim, which signs by itself, in both parts.

Four OpenDKIM, one for each pair of canonicalizations, are the milters of four ports of the sender.
The receiver has an address that takes mails as they are, and one that changes the subject, as a
list does. What arrives lies in a Maildir; keys and policies are a zone file for mailcheck.
"""

import dataclasses
import email.utils
import json
import pathlib
import re
import smtplib
import socket
import subprocess
import time

import authority
import exim
import postfix
import processes

SENDER = "198.51.100.25"
RECEIVER = "198.51.100.26"
RELAY_OF_OTHERS = "198.51.100.27"
HELO = "mx.sender.test"
RECEIVER_NAME = "mx.receiver.test"
FORMS = ["relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple"]
EXIM = "Exim"
EXIM_IN_CLEAR = "Exim in clear"
SUBMISSION = {form: (SENDER, 2600 + number) for number, form in enumerate(FORMS)}
SUBMISSION |= {EXIM: ("198.51.100.28", 25), EXIM_IN_CLEAR: ("198.51.100.29", 25)}
EXIM_WAYS = {EXIM: "REMOTE_SMTP_HOSTS_REQUIRE_TLS = *", EXIM_IN_CLEAR: "REMOTE_SMTP_HOSTS_AVOID_TLS = *"}
EXIM_RECEIVER = "198.51.100.30"
EXIM_RECEIVER_NAME = "mx.exim.test"
MILTER = {form: 8890 + number for number, form in enumerate(FORMS)}
NOBODY = 65534

COMMON = """
compatibility_level = 3.6
myhostname = {name}
mydestination =
inet_interfaces = {address}
inet_protocols = ipv4
alias_maps =
alias_database =
queue_directory = {folder}/spool
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = may
smtpd_tls_received_header = yes
"""

SENDER_MAIN = """
mynetworks = 198.51.100.0/24
local_recipient_maps =
smtp_bind_address = {address}
smtp_tls_security_level = may
transport_maps = texthash:{folder}/transport
milter_default_action = tempfail
"""

RECEIVER_MAIN = """
mynetworks = 127.0.0.1/32
virtual_mailbox_domains = receiver.test, list.test
virtual_mailbox_base = {folder}/mails
virtual_mailbox_maps = texthash:{folder}/boxes
virtual_uid_maps = static:{nobody}
virtual_gid_maps = static:{nobody}
virtual_minimum_uid = 1
"""

DELIVERY = """
smtp      unix  -       -       n       -       -       smtp
virtual   unix  -       n       n       -       -       virtual
changing  unix  n       -       n       -       0       cleanup
  -o header_checks=regexp:{folder}/changes
"""


SIGNING = (
    "DKIM_DOMAIN = ${if eq{${lc:${domain:$h_from:}}}{sender.test}{sender.test}}", "DKIM_SELECTOR = lab",
    "DKIM_PRIVATE_KEY = CONFDIR/lab.private", "DKIM_CANON = relaxed", f"REMOTE_SMTP_HELO_DATA = {HELO}")
DELIVERING = ("SYSTEM_ALIASES_DIRECTORY_TRANSPORT = address_directory", f"SYSTEM_ALIASES_USER = {exim.USER}",
              f"SYSTEM_ALIASES_GROUP = {exim.USER}")


@dataclasses.dataclass(frozen=True)
class EximHost:
    """What exim.MailServers wants to know of a host."""

    label: str
    name: str
    address: str
    options: tuple
    certificate: str = "good"


class Senders:
    """The servers, and what goes through them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.processes = processes.Processes(self.folder / "logs")
        self.authority = authority.Authority(self.folder / "ca")
        self.zone = self.folder / "zone.json"
        self.mails = self.folder / "receiver" / "mails"
        self.exim_mails = self.folder / "exim" / "receiver" / "mails"

    def start(self):
        exims = [address for address, _ in SUBMISSION.values()] + [EXIM_RECEIVER]
        for address in sorted({SENDER, RECEIVER, RELAY_OF_OTHERS, *exims}):
            subprocess.run(["ip", "addr", "add", f"{address}/32", "dev", "lo"], check=True)
        self.authority.make_leaves([HELO, RECEIVER_NAME, EXIM_RECEIVER_NAME])
        self._keys()
        for form in FORMS:
            self._opendkim(form)
        self._sender()
        self._receiver()
        self._exims()
        for address, port in [*SUBMISSION.values(), (RECEIVER, 25), (EXIM_RECEIVER, 25)]:
            self.processes.wait(f"{address}:{port}", lambda: _greets(address, port))

    def stop(self):
        self.processes.stop()

    def _keys(self):
        """By OpenDKIM's own program, which writes the record as administrators publish it."""
        keys = self.folder / "keys"
        keys.mkdir()
        subprocess.run(
            ["opendkim-genkey", "-b", "2048", "-d", "sender.test", "-s", "lab", "-D", keys], check=True)
        written = "".join(re.findall(r'"([^"]*)"', (keys / "lab.txt").read_text()))
        self.zone.write_text(json.dumps({
            "sender.test": {"TXT": [f"v=spf1 ip4:{SENDER} ip4:198.51.100.28/31 -all"]},
            "lab._domainkey.sender.test": {"TXT": [written]},
            "_dmarc.sender.test": {"TXT": ["v=DMARC1; p=reject"]},
            "strict.test": {"TXT": ["v=spf1 ip4:192.0.2.1 -all"]},
            "other.test": {"TXT": ["v=spf1 a -all"], "A": [SENDER]},
            "_dmarc.other.test": {"TXT": ["v=DMARC1; p=quarantine; aspf=s"]},
            HELO: {"A": [SENDER], "TXT": ["v=spf1 a -all"]},
            "25.100.51.198.in-addr.arpa": {"PTR": [f"{HELO}."]},
        }))

    def _opendkim(self, form):
        name = form.replace("/", "-")
        table = self.folder / "keys" / "signing"
        table.write_text("sender.test lab\n")
        (self.folder / "keys" / "key").write_text(f"lab sender.test:lab:{self.folder}/keys/lab.private\n")
        configuration = self.folder / "keys" / f"{name}.conf"
        configuration.write_text(
            f"Mode s\nCanonicalization {form}\nKeyTable {self.folder}/keys/key\nSigningTable {table}\n"
            f"InternalHosts 198.51.100.0/24\nSocket inet:{MILTER[form]}@127.0.0.1\nOversignHeaders From\n"
            "RequireSafeKeys no\nSyslog no\nBackground no\nUMask 002\n")
        self.processes.start(f"opendkim-{name}", ["opendkim", "-f", "-x", configuration])
        self.processes.wait(name, lambda: _listens("127.0.0.1", MILTER[form]))

    def _sender(self):
        folder = postfix.make_folders(self.folder / "sender")
        (folder / "transport").write_text(f"receiver.test smtp:[{RECEIVER}]:25\nlist.test smtp:[{RECEIVER}]:26\n"
                                          f"exim.test smtp:[{EXIM_RECEIVER}]:25\n")
        ports = "".join(
            f"{SENDER}:{SUBMISSION[form][1]} inet n - n - - smtpd\n  -o smtpd_milters=inet:127.0.0.1:{MILTER[form]}\n"
            for form in FORMS)
        self._postfix(folder, HELO, SENDER, SENDER_MAIN, ports)

    def _receiver(self):
        folder = postfix.make_folders(self.folder / "receiver")
        (folder / "boxes").write_text("to@receiver.test to/\nto@list.test to/\n")
        (folder / "changes").write_text("/^Subject:(.*)/ REPLACE Subject: [list]$1\n")
        self.mails.mkdir()
        subprocess.run(["chown", f"{NOBODY}:{NOBODY}", self.mails], check=True)
        ports = (f"{RECEIVER}:25 inet n - n - - smtpd\n"
                 f"{RECEIVER}:26 inet n - n - - smtpd\n  -o cleanup_service_name=changing\n")
        self._postfix(folder, RECEIVER_NAME, RECEIVER, RECEIVER_MAIN, ports)

    def _exims(self):
        servers = exim.MailServers(self.folder / "exim", self.authority, self.processes)
        for form in EXIM_WAYS:
            self._exim(servers, form, f"receiver.test: {RECEIVER}\n")
        receiver = EximHost("receiver", EXIM_RECEIVER_NAME, EXIM_RECEIVER, DELIVERING)
        servers.run(receiver, ["exim.test"], files={"aliases": f"to: {self.exim_mails}/to/\n"})

    def _exim(self, servers, form, routes):
        """A sender that signs by itself."""
        address, _ = SUBMISSION[form]
        options = (*SIGNING, EXIM_WAYS[form], f"REMOTE_SMTP_INTERFACE = {address}")
        servers.run(EximHost(form.replace(" ", "-"), HELO, address, options), [], "198.51.100.0/24", {
            "hubbed_hosts": routes, "lab.private": (self.folder / "keys" / "lab.private").read_text()})

    def _postfix(self, folder, name, address, more, ports):
        places = {"name": name, "address": address, "folder": folder, "nobody": NOBODY,
                  "certificate": self.authority.chain("good"), "key": self.authority.key("good")}
        (folder / "main.cf").write_text((COMMON + more).format(**places))
        (folder / "master.cf").write_text(ports + postfix.SERVICES + DELIVERY.format(**places))
        self.processes.start(f"postfix-{folder.name}", [postfix.DAEMONS / "master", "-c", folder, "-d"])

    def send(self, case):
        """The mail as the receiver left it."""
        before = set(self._arrived())
        message_id = email.utils.make_msgid(domain="sender.test")
        head = (f"From: {case.author}\r\nTo: to@{case.to}\r\nSubject: {case.subject}\r\n"
                f"Date: {email.utils.formatdate()}\r\nMessage-ID: {message_id}\r\n")
        with smtplib.SMTP(*SUBMISSION[case.form], timeout=20) as client:
            client.sendmail(
                case.mail_from, [f"to@{case.to}"], head.encode() + b"MIME-Version: 1.0\r\n" + case.body,
                mail_options=["BODY=8BITMIME"])
        end = time.monotonic() + 30
        while not set(self._arrived()) - before:
            self.processes.complain()
            if time.monotonic() > end:
                raise RuntimeError("did not arrive: " + (self.folder / "sender" / "log").read_text()[-1500:])
            time.sleep(0.05)
        return (set(self._arrived()) - before).pop()

    def _arrived(self):
        return [file for mails in (self.mails, self.exim_mails) for file in (mails / "to" / "new").glob("*")]


def _greets(address, port):
    try:
        with smtplib.SMTP(address, port, timeout=2):
            return True
    except OSError:
        return False


def _listens(address, port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((address, port)) == 0
