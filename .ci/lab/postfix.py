"""Three Postfix instances: as Debian ships it, one with a service for each host, and postscreen."""

import grp
import os
import pathlib
import pwd

import hosts
import places
import zones

DEFAULTS = pathlib.Path("/usr/share/postfix")
DAEMONS = pathlib.Path("/usr/lib/postfix/sbin")
QUEUES = ["active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "maildrop",
          "pid", "private", "public", "saved", "trace"]
OWNED_BY_ROOT = ["pid"]

# What any administrator fills in, and where this one lives. A check is a stranger to it.
OURS = """
myhostname = {name}
mydestination = {name}, localhost, texthash:{folder}/domains
mynetworks = 192.0.2.1/32
inet_interfaces = all
alias_maps = texthash:{folder}/aliases
alias_database =
local_recipient_maps = $alias_maps
queue_directory = {folder}/spool
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtp_tls_session_cache_database =
"""

SERVICES = """
tlsmgr    unix  -       -       n       1000?   1       tlsmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       300     1       qmgr
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
proxymap  unix  -       -       n       -       -       proxymap
anvil     unix  -       -       n       -       1       anvil
local     unix  -       n       n       -       -       local
error     unix  -       -       n       -       -       error
retry     unix  -       -       n       -       -       error
postlog   unix-dgram n  -       n       -       1       postlogd
"""

POSTSCREEN = """
{address}:smtp inet n   -       n       -       1       postscreen
smtpd     pass  -       -       n       -       -       smtpd
dnsblog   unix  -       -       n       -       0       dnsblog
tlsproxy  unix  -       -       n       -       0       tlsproxy
"""


def make_folders(folder):
    """Queue and data of an instance, with the owners that Postfix wants."""
    (folder / "spool").mkdir(parents=True)
    owner = pwd.getpwnam("postfix")
    for queue in QUEUES:
        directory = folder / "spool" / queue
        directory.mkdir()
        if queue not in OWNED_BY_ROOT:
            os.chown(directory, owner.pw_uid, 0)
            directory.chmod(0o700)
    for queue, mode in (("public", 0o710), ("maildrop", 0o730)):
        os.chown(folder / "spool" / queue, owner.pw_uid, grp.getgrnam("postdrop").gr_gid)
        (folder / "spool" / queue).chmod(mode)
    (folder / "data").mkdir()
    os.chown(folder / "data", owner.pw_uid, owner.pw_gid)
    return folder


class MailServers:
    """All Postfix instances."""

    def __init__(self, folder, authority, processes):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.authority = authority
        self.processes = processes

    def start(self):
        self._box(hosts.named("box"))
        self._many([host for host in hosts.HOSTS if host.server == "postfix"])
        self._postscreen(hosts.named("slow"))

    def _box(self, host):
        """The files of the package; nothing but names and places is ours."""
        folder = self._instance("box")
        main = (DEFAULTS / "main.cf.debian").read_text() + (DEFAULTS / "main.cf.tls").read_text()
        # Without a copy of some system files a chroot cannot be used.
        master = "".join(
            line.replace("       y       ", "       n       ", 1).replace("smtp      inet", f"{host.address}:smtp inet", 1)
            for line in (DEFAULTS / "master.cf.dist").read_text().splitlines(True))
        self._run(folder, main + self._ours(host, folder), master)

    def _many(self, many):
        folder = self._instance("many")
        main = self._ours(hosts.named("good1"), folder) + (
            "compatibility_level = 3.6\nsmtpd_peername_lookup = no\nmyorigin = mail.lab\n")
        self._run(folder, main, "".join(self._services(host) for host in many) + SERVICES)

    def _services(self, host):
        options = [f"myhostname={host.name}", f"mydestination={host.name}, texthash:{self.folder}/many/domains"]
        if host.certificate:
            options += [
                "smtpd_tls_security_level=may",
                f"smtpd_tls_cert_file={self.authority.chain(host.certificate)}",
                f"smtpd_tls_key_file={self.authority.key(host.certificate)}"]
        options += host.options
        words = "".join(f"  -o {{ {option.replace('=', ' = ', 1)} }}\n" for option in options)
        # An address whose host is there and whose service is not is for hosts.py to name.
        listening = [host.address] + ([f"[{host.v6}]"] if host.v6 and host.label != "v6dead" else [])
        return "".join(
            f"{address}:{port} inet n - n - - smtpd\n{words}"
            for address in listening for port in (places.SMTP_PORT, places.OTHER_SMTP_PORT))

    def _postscreen(self, host):
        folder = self._instance("postscreen")
        main = self._ours(host, folder) + (
            "compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_peername_lookup = no\n"
            "postscreen_greet_wait = 7s\npostscreen_greet_action = enforce\npostscreen_cache_map =\n")
        self._run(folder, main, POSTSCREEN.format(address=host.address) + SERVICES)

    def _ours(self, host, folder):
        return OURS.format(
            name=host.name, folder=folder,
            certificate=self.authority.chain(host.certificate), key=self.authority.key(host.certificate))

    def _instance(self, name):
        folder = make_folders(self.folder / name)
        (folder / "domains").write_text("".join(f"{zone.name} here\n" for zone in zones.ZONES))
        (folder / "aliases").write_text("postmaster here\nabuse here\nroot here\n")
        return folder

    def _run(self, folder, main, master):
        (folder / "main.cf").write_text(main)
        (folder / "master.cf").write_text(master)
        self.processes.start(f"postfix-{folder.name}", [DAEMONS / "master", "-c", folder, "-d"])
