"""The web server of the MTA-STS policies: nginx, a server block a policy host."""

import dataclasses
import pathlib

import places

CONFIG = """
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    gzip on;
    gzip_types text/plain;
    gzip_min_length 1;
{servers}
}}
"""

SERVER = """
    server {{
        listen {address}:443 ssl http2;
        server_name mta-sts.{domain};
        ssl_certificate {chain};
        ssl_certificate_key {key};
        ssl_protocols TLSv1.2 TLSv1.3;
        root {root};
        types {{ }}
        default_type {type};
        {extra}
    }}
"""


@dataclasses.dataclass(frozen=True)
class Policy:
    """What mta-sts.DOMAIN serves: a text, or whatever nginx says in its place."""

    domain: str
    text: str
    type: str = "text/plain"
    certificate: str = "good"
    extra: str = ""


def enforced(*hosts):
    return _policy("enforce", 2419200, hosts)


def testing(*hosts):
    return _policy("testing", 604800, hosts)


def _policy(mode, max_age, hosts):
    lines = [f"mx: {host}" for host in hosts]
    return "\r\n".join(["version: STSv1", f"mode: {mode}", *lines, f"max_age: {max_age}", ""])


BOTH = enforced("good1.mail.lab", "good2.mail.lab")

POLICIES = [
    Policy("sts.test", BOTH),
    Policy("stswild.test", enforced("*.mail.lab")),
    Policy("stsmissing.test", enforced("good1.mail.lab")),
    Policy("stsplain.test", enforced("plain.mail.lab")),
    Policy("ststesting.test", testing("expired.mail.lab")),
    Policy("stsnone.test", _policy("none", 86400, ())),
    Policy("stsbusy.test", enforced("*.mail.lab")),
    Policy("ststype.test", BOTH, type="text/html"),
    Policy("stshtml.test", "<html><h1>It works!</h1></html>", type="text/html"),
    Policy("stslarge.test", BOTH.replace("max_age", "mx: a.example\r\n" * 5000 + "max_age")),
    Policy("sts404.test", BOTH, extra="location / { return 404; }"),
    Policy("sts503.test", BOTH, extra="location / { return 503; }"),
    Policy("stsredirect.test", BOTH, extra="location / { return 301 https://mta-sts.sts.test$request_uri; }"),
    Policy("stscert.test", BOTH, certificate="othername"),
    Policy("stsexpired.test", BOTH, certificate="expired"),
    Policy("stsself.test", BOTH, certificate="selfsigned"),
]

NAMES = [f"mta-sts.{policy.domain}" for policy in POLICIES]


class WebServer:
    """One nginx for all of them."""

    def __init__(self, folder, authority, processes):
        self.folder = pathlib.Path(folder)
        self.authority = authority
        self.processes = processes

    def start(self):
        self.folder.mkdir()
        servers = "".join(self._server(policy) for policy in POLICIES)
        config = self.folder / "nginx.conf"
        config.write_text("user root;\n" + CONFIG.format(folder=self.folder, servers=servers))
        self.processes.start("nginx", ["nginx", "-c", config, "-p", self.folder])

    def _server(self, policy):
        root = self.folder / policy.domain
        page = root / ".well-known" / "mta-sts.txt"
        page.parent.mkdir(parents=True)
        page.write_bytes(policy.text.encode())
        return SERVER.format(
            address=places.WEB_SERVER, domain=policy.domain, root=root, type=policy.type,
            chain=self.authority.chain(policy.certificate), key=self.authority.key(policy.certificate),
            extra=policy.extra)
