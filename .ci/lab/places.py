"""Where everything of the lab is: addresses, ports, files. Nothing else names an address."""

import dataclasses
import os
import pathlib

LAB = pathlib.Path(__file__).resolve().parent
PROJECT = LAB.parent.parent

# The first half of every address; the benchmarks need another one, for loopback has no delay.
NET = os.environ.get("MAILCHECK_LAB_NET", "127.0")

# Name servers. Two networks, so that a domain with both has its servers in more than one.
ROOT_SERVER = f"{NET}.53.1"
TOP_SERVERS = {"a.top.lab": f"{NET}.53.2", "b.top.lab": f"{NET}.54.2"}
NAME_SERVERS = {"ns1": f"{NET}.53.11", "ns2": f"{NET}.54.11"}
NAME_SERVERS_V6 = {"ns1": "2600:25:53::11", "ns2": "2600:25:54::11"}
BIND_ADDRESSES = [ROOT_SERVER, *TOP_SERVERS.values(), *NAME_SERVERS.values()]
NOBODY_SERVERS = {"dead1": f"{NET}.53.98", "dead2": f"{NET}.54.98"}
SILENT_SERVERS = {"silent1": f"{NET}.53.97", "silent2": f"{NET}.54.97"}

# The resolver's own questions come from here, so that they can be told from those of mailcheck.
RESOLVER_SOURCE = "127.0.0.2"


@dataclasses.dataclass(frozen=True)
class Resolver:
    """A resolver on 127.0.0.1; what it does is its name."""

    name: str
    port: int

    @property
    def argument(self):
        return f"127.0.0.1:{self.port}"


VALIDATING = Resolver("validating", 5300)
PLAIN = Resolver("plain, with an inside view of inside.test", 5301)
STRIPS = Resolver("strips DNSSEC", 5302)
REWRITES = Resolver("rewrites NXDOMAIN", 5303)
SILENT = Resolver("silent", 5304)
FAILS = Resolver("answers SERVFAIL", 5305)
NOBODY = Resolver("not there", 5306)

SMTP_PORT = 25
# Postfix listens here too, for --smtp-port.
OTHER_SMTP_PORT = 2525
# No host listens at this port: to mailcheck the same as a network that lets nothing out to port 25.
CLOSED_SMTP_PORT = 2526

# It serves the policies of MTA-STS; nothing listens at port 443 of the other.
WEB_SERVER = "127.0.25.240"
NO_WEB_SERVER = "127.0.25.241"

V6_ADDRESSES = [*NAME_SERVERS_V6.values(), "2600:25:25::11", "2600:25:25::60"]
PRIVATE_ADDRESS = "10.25.0.1"
# From here mailcheck speaks to whatever is on 127/8: an address as that of a laptop behind a NAT.
OWN_ADDRESS = "10.25.0.99"
