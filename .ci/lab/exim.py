"""Exim instances, each by Debian's own configuration: what an administrator fills in is ours."""

import os
import pathlib
import shutil
import subprocess

import hosts

ROOT = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "mailcheck" / "exim"
BINARY = ROOT / "usr/sbin/exim4"
USER = 2525

# What the package's questions ask for.
ANSWERS = """
dc_eximconfig_configtype='internet'
dc_other_hostnames='{domains}'
dc_local_interfaces='{address}'
dc_readhost=''
dc_relay_domains=''
dc_minimaldns='false'
dc_relay_nets='{relay_nets}'
dc_smarthost=''
CFILEMODE='644'
dc_use_split_config='false'
dc_hide_mailname=''
dc_mailname_in_oh='false'
dc_localdelivery='maildir_home'
"""

MACROS = """
CONFDIR = {folder}
MAIN_HARDCODE_PRIMARY_HOSTNAME = {name}
MAIN_QUALIFY_DOMAIN = {name}
SPOOLDIR = {folder}/spool
log_file_path = {folder}/%slog
"""

TLS = """
MAIN_TLS_ENABLE = yes
MAIN_TLS_CERTIFICATE = {folder}/certificate
MAIN_TLS_PRIVATEKEY = {folder}/key
"""

# The package's user, without whom Exim does not start, is in a passwd that only Exim sees; and the
# program where that user can start it too.
START = """
mount --bind {folder}/passwd /etc/passwd && mount --bind {folder}/group /etc/group &&
mount --bind {root}/usr/sbin/exim4 {folder}/exim4 &&
{root}/usr/sbin/update-exim4.conf -d {folder} -o {folder}/made &&
sed -e 's|/etc/aliases|{folder}/aliases|' -e 's|^exim_path *=.*|exim_path = {folder}/exim4|' {folder}/made >{folder}/exim.conf &&
exec {folder}/exim4 -C {folder}/exim.conf -bdf -q1m -oP {folder}/pid
"""


class MailServers:
    """An instance for each host of hosts.py that is one of Exim."""

    def __init__(self, folder, authority, processes):
        self.folder = pathlib.Path(folder)
        self.authority = authority
        self.processes = processes

    def start(self):
        for host in hosts.HOSTS:
            if host.server == "exim":
                self.run(host, [f"{host.label}.test"])

    def run(self, host, domains, relay_nets="", files=()):
        """One daemon; files by their names are there beside Debian's, or in their place."""
        folder = self.folder / host.label
        shutil.copytree(ROOT / "etc/exim4", folder)
        own = {"folder": folder, "name": host.name, "address": host.address, "root": ROOT,
               "domains": ":".join([host.name, *domains]), "relay_nets": relay_nets}
        texts = {
            "update-exim4.conf.conf": ANSWERS.format(**own),
            "exim4.conf.template": self._macros(host).format(**own) + (folder / "exim4.conf.template").read_text(),
            "aliases": "postmaster: :blackhole:\nabuse: :blackhole:\ninfo: :blackhole:\n",
            "passwd": _with_user("/etc/passwd", f"Debian-exim:x:{USER}:{USER}::{folder}:/bin/false"),
            "group": _with_user("/etc/group", f"Debian-exim:x:{USER}:"),
            "exim4": "",
            **dict(files)}
        for name, text in texts.items():
            (folder / name).write_text(text)
        (folder / "spool").mkdir()
        if host.certificate:
            shutil.copy(self.authority.chain(host.certificate), folder / "certificate")
            shutil.copy(self.authority.key(host.certificate), folder / "key")
            os.chown(folder / "key", USER, USER)
        for owned in (folder, folder / "spool"):
            os.chown(owned, USER, USER)
        self.processes.start(
            f"exim-{host.label}", ["unshare", "--mount", "sh", "-c", START.format(**own)])

    @staticmethod
    def _macros(host):
        lines = [option.replace("{", "{{").replace("}", "}}") for option in host.options]
        return MACROS + (TLS if host.certificate else "") + "\n".join(lines) + "\n"


def _with_user(file, line):
    return pathlib.Path(file).read_text() + line + "\n"
