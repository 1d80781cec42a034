"""The domains of the lab, as master files: SOA and NS records are put in front of each.

In a text, {domain} stands for the zone's name and {rsa2048} and the like for a key of keys.py;
everything else is as in RFC 1035, section 5.
"""

import dataclasses

from typing import Optional

import hosts
import keys
import places

DAY = 86400
BOTH = ("ns1.dns.lab.", "ns2.dns.lab.")

# SPF, DMARC and more of a domain with nothing to complain of.
SOUND = """
@                 TXT   "v=spf1 mx -all"
_dmarc            TXT   "v=DMARC1; p=reject; rua=mailto:reports@{domain}"
_smtp._tls        TXT   "v=TLSRPTv1; rua=mailto:reports@{domain}"
lab._domainkey    TXT   {rsa2048}
"""
GOOD_MX = """
@                 MX    10 good1.mail.lab.
@                 MX    20 good2.mail.lab.
"""
NO_MAIL = """
@                 TXT   "v=spf1 -all"
_dmarc            TXT   "v=DMARC1; p=reject; sp=reject"
*._domainkey      TXT   "v=DKIM1; p="
"""


@dataclasses.dataclass(frozen=True)
class Zone:
    """One zone.

    servers: what the zone above and the zone itself name.
    signed: None, "nsec", "nsec3", or "bogus" for signatures that do not fit.
    algorithm: as dnssec-keygen names it.
    iterations: of NSEC3.
    valid: from when to when signatures are, in seconds from now.
    ds: what the zone above has: "right", "wrong", or "none".
    second: the text that ns2 has in place of the other.
    served: by which of our name servers.
    """

    name: str
    text: str
    signed: Optional[str] = "nsec"
    servers: tuple = BOTH
    second: Optional[str] = None
    served: tuple = ("ns1", "ns2")
    algorithm: str = "ECDSAP256SHA256"
    iterations: int = 0
    valid: tuple = (-3600, 30 * DAY)
    ds: str = "right"


def mail(name, host, extra="", **rest):
    """A sound domain but for its mail host."""
    return Zone(name, f"@ MX 10 {host}.mail.lab.\n{SOUND}{extra}", **rest)


def spf(name, text, extra=""):
    """A sound domain but for its SPF record."""
    return Zone(name, GOOD_MX + SOUND.replace('"v=spf1 mx -all"', text) + extra)


def dmarc(name, text, extra=""):
    """A sound domain but for its DMARC record; none where the text is empty."""
    lines = [line for line in SOUND.splitlines() if not line.startswith("_dmarc")]
    return Zone(name, GOOD_MX + "\n".join(lines) + "\n" + (f"_dmarc TXT {text}\n" if text else "") + extra)


def sts(name, mx=GOOD_MX, address=places.WEB_SERVER):
    """A sound domain with MTA-STS; what its policy host serves is in web.py."""
    return Zone(name, f'{mx}{SOUND}_mta-sts TXT "v=STSv1; id=1"\nmta-sts A {address}\n')


def _to(host):
    return f"@ MX 10 {host}.mail.lab.\n"


def mx(name, text, **rest):
    """A sound domain but for its MX records, which stand in the text."""
    return Zone(name, f"{text}\n{SOUND}", **rest)


def _chain(count, prefix="i"):
    """COUNT policies that include nobody else."""
    return "".join(f'{prefix}{n} TXT "v=spf1 ip4:192.0.2.{n} -all"\n' for n in range(1, count + 1))


def _includes(domain, count, prefix="i"):
    return " ".join(f"include:{prefix}{n}.{domain}" for n in range(1, count + 1))


def _bomb(number):
    """A policy that asks for all it can, and for all the others."""
    hosts_of_it = [f"h{k}.i{number}" for k in range(15)]
    policy = (
        f"v=spf1 mx:m{number}.spfbomb.test {' '.join(f'a:{host}.spfbomb.test' for host in hosts_of_it)} "
        f"exists:%{{l1r-}}.x{number}.spfbomb.test ptr:p{number}.spfbomb.test {_includes('spfbomb.test', 12)} ?all")
    return (f"i{number} TXT {keys.quoted(policy)}\n"
            + "".join(f"m{number} MX {k} {host}\n" for k, host in enumerate(hosts_of_it)))


ESCAPES = '"\\027[31mred\\027]0;owned\\007" "\\194\\155[2J\\226\\128\\174evil\\226\\129\\166" "\\000\\008\\013\\127"'
BIG_TEXT = " ".join(f'"{n:03d}{"x" * 247}"' for n in range(240))

# The test points of a list of IPv4 addresses.
LISTED = "2.0.0.127 A 127.0.0.2\n"


def _turned(label):
    """What a list has for the address of a mail host."""
    return ".".join(reversed(hosts.named(label).address.split(".")))


ZONES = [
    # Sound in different ways.
    Zone("sound.test", GOOD_MX + SOUND + """
default._bimi     TXT   "v=BIMI1; l=https://sound.test/logo.svg; a="
@                 CAA   0 issue "ca.example"
dept              MX    10 good1.mail.lab.
alias             CNAME sound.test.
child             NS    ns1.dns.lab.
child             NS    ns2.dns.lab.
""", signed="nsec"),
    Zone("child.sound.test", GOOD_MX + SOUND, signed=None),
    mail("box.test", "box"),
    Zone("xn--wgv71a119e.lab", GOOD_MX + SOUND, signed="nsec3"),
    Zone("shop.co.lab", GOOD_MX + SOUND),
    Zone("nullmx.test", f"@ MX 0 .\n{NO_MAIL}", signed="nsec3"),
    Zone("parked.test", NO_MAIL),
    Zone("recipient.test", GOOD_MX + NO_MAIL),
    Zone("inside.test", GOOD_MX + SOUND),
    mx("backup.test", "@ MX 10 good1.mail.lab.\n@ MX 20 closed1.mail.lab."),
    mx("deadv4.test", "@ MX 10 good1.mail.lab.\n@ MX 20 nowhere.mail.lab."),
    mx("v6only.test", "@ MX 10 good1v6.mail.lab."),
    mail("late.test", "late"),
    mail("askscert.test", "askscert"),
    mail("tls12.test", "tls12"),
    mail("tls13.test", "tls13"),
    mail("mandatory.test", "mandatory"),
    mail("nosize.test", "nosize"),
    # Only the resolver knows where its servers are.
    Zone("elsewhere.test", GOOD_MX + SOUND, servers=("dead1.dns.lab.", "dead2.dns.lab."), served=("ns1",)),
    Zone("halfdead.test", GOOD_MX + SOUND, servers=("ns1.dns.lab.", "dead1.dns.lab."), served=("ns1",)),
    Zone("implicit.test", "@ A 127.0.25.72\n" + SOUND.replace("v=spf1 mx", "v=spf1 a")),
    # Mail hosts that are not glad to see us, or slow.
    mail("slow.test", "slow"),
    mail("grey.test", "grey"),
    mail("busy.test", "busy"),
    mail("listed.test", "listed"),
    mail("drop.test", "drop"),
    mail("silent.test", "silent"),
    mail("hangup.test", "hangup"),
    mail("pickyhelo.test", "pickyhelo"),
    mail("tlslater.test", "tlslater"),
    mail("drip.test", "drip"),
    mail("dripreply.test", "dripreply"),
    mail("flood.test", "flood"),
    mail("endless.test", "endless"),
    # Mail hosts with a fault.
    mail("closed.test", "closed1", "@ MX 10 closed2.mail.lab.\n"),
    mail("nomail.test", "nomail"),
    mail("plain.test", "plain"),
    mail("tlsrefused.test", "tlsrefused"),
    mail("tlsgarbage.test", "tlsgarbage"),
    mail("tlshang.test", "tlshang"),
    mail("tls11.test", "tls11"),
    mail("cbc.test", "cbc"),
    mail("oldtls.test", "oldtls"),
    mail("nulltls.test", "nulltls"),
    mail("goodtls.test", "goodtls"),
    mail("oneatatime.test", "oneatatime"),
    mail("expired.test", "expired"),
    mail("othername.test", "othername"),
    mail("rsa1024.test", "rsa1024"),
    mail("sha1.test", "sha1"),
    mail("selfsigned.test", "selfsigned"),
    mail("strangeca.test", "strangeca"),
    mail("incomplete.test", "incomplete"),
    mail("noptr.test", "noptr"),
    mail("otherptr.test", "otherptr"),
    mail("v6dead.test", "v6dead"),
    # Mail hosts that relay, or do not.
    mail("openrelay.test", "openrelay"),
    mail("oldopenrelay.test", "oldopenrelay"),
    mail("hardened.test", "hardened"),
    mail("trusts.test", "trusts"),
    mail("anyname.test", "anyname"),
    mail("fewerrors.test", "fewerrors"),
    mail("sleepy.test", "sleepy"),
    mail("listedatrcpt.test", "listedatrcpt"),
    mail("percent.test", "percent"),
    mail("tarpit.test", "tarpit"),
    mail("takesall.test", "takesall"),
    # Exim
    *(mail(f"{host.label}.test", host.label) for host in hosts.HOSTS if host.server == "exim"),
    mail("optout.test", "openrelay", '_mailcheck TXT "probe=none"\n'),
    # MX records with a fault.
    mx("mxcname.test", "@ MX 10 mx.mxcname.test.\nmx CNAME good1.mail.lab."),
    mx("mxliteral.test", "@ MX 10 127.0.25.11."),
    mx("mxprivate.test", f"@ MX 10 mx.mxprivate.test.\nmx A {places.PRIVATE_ADDRESS}"),
    mx("mxnowhere.test", "@ MX 10 mx.mxnowhere.test."),
    mx("mxloop.test", "@ MX 10 one.mxloop.test.\none CNAME two\ntwo CNAME one"),
    mx("mxnone.test", ""),
    mx("mxnullplus.test", "@ MX 0 .\n@ MX 10 good1.mail.lab."),
    Zone("wild.test", GOOD_MX + SOUND + "* MX 10 good1.mail.lab.\n"),
    # SPF
    spf("spfnone.test", '"nothing about mail"'),
    spf("spften.test", f'"v=spf1 {_includes("spften.test", 10)} -all"', _chain(10)),
    spf("spfmany.test", f'"v=spf1 mx {_includes("spfmany.test", 10)} -all"', _chain(10)),
    spf("spfbomb.test", keys.quoted(f'v=spf1 {_includes("spfbomb.test", 12)} -all'),
        "".join(_bomb(n) for n in range(1, 13))),
    spf("spfvoid.test", '"v=spf1 a:n1.spfvoid.test a:n2.spfvoid.test a:n3.spfvoid.test mx -all"'),
    spf("spftwo.test", '"v=spf1 mx -all"', '@ TXT "v=spf1 a -all"\n'),
    spf("spfloop.test", '"v=spf1 include:a.spfloop.test -all"', 'a TXT "v=spf1 include:spfloop.test -all"\n'),
    spf("spfloops.test", '"v=spf1 include:a.spfloops.test -all"',
        'a TXT "v=spf1 include:a.spfloops.test include:spfloops.test -all"\n'),
    spf("spfall.test", '"v=spf1 mx +all"'),
    spf("spfptr.test", '"v=spf1 mx ptr -all"'),
    spf("spfsyntax.test", '"v=spf1 mx ip4:1.2.3 -all"'),
    spf("spfnothing.test", '"v=spf1 include:nothing.spfnothing.test mx -all"', 'nothing A 127.0.25.72\n'),
    spf("spfmacro.test", '"v=spf1 exists:%{ir}.%{v}._spf.%{d2} mx -all"'),
    spf("spfbig.test", f'"v=spf1 mx -all"', f"@ TXT {BIG_TEXT}\n"),
    # DMARC
    dmarc("dmarcnone.test", ""),
    dmarc("dmarcpnone.test", '"v=DMARC1; p=none; rua=mailto:r@dmarcpnone.test"'),
    dmarc("dmarcsp.test", '"v=DMARC1; p=reject; sp=none; rua=mailto:r@dmarcsp.test"'),
    dmarc("dmarctwo.test", '"v=DMARC1; p=reject"', '_dmarc TXT "v=DMARC1; p=none"\n'),
    dmarc("dmarcplace.test", "", '@ TXT "v=DMARC1; p=reject"\n'),
    dmarc("dmarcrua.test", '"v=DMARC1; p=reject; rua=mailto:r@reports.test"'),
    dmarc("dmarcruabad.test", '"v=DMARC1; p=reject; rua=mailto:r@noreports.test"'),
    dmarc("nodmarc.bank", ""),
    Zone("reports.test", GOOD_MX + SOUND + '*._report._dmarc TXT "v=DMARC1;"\n'),
    Zone("noreports.test", GOOD_MX + SOUND),
    # DKIM
    Zone("edonly.test", GOOD_MX + SOUND.replace("{rsa2048}", "{ed25519}")),
    Zone("keys.test", GOOD_MX + SOUND + """
revoked._domainkey TXT  "v=DKIM1; k=rsa; p="
short._domainkey   TXT  {rsa1024}
tiny._domainkey    TXT  {rsa512}
testing._domainkey TXT  {testing}
broken._domainkey  TXT  "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQ*!"
"""),
    # MTA-STS
    sts("sts.test"),
    sts("stswild.test"),
    sts("stsmissing.test"),
    sts("stsplain.test", _to("plain")),
    sts("ststesting.test", _to("expired")),
    sts("stsnone.test"),
    sts("stsbusy.test", _to("busy")),
    sts("ststype.test"),
    sts("stshtml.test"),
    sts("stslarge.test"),
    sts("sts404.test"),
    sts("sts503.test"),
    sts("stsredirect.test"),
    sts("stscert.test"),
    sts("stsexpired.test"),
    sts("stsself.test"),
    sts("stsclosed.test", address=places.NO_WEB_SERVER),
    sts("stsprivate.test", address=places.PRIVATE_ADDRESS),
    Zone("stsnohost.test", GOOD_MX + SOUND + '_mta-sts TXT "v=STSv1; id=1"\n'),
    Zone("ststwo.test", GOOD_MX + SOUND + '_mta-sts TXT "v=STSv1; id=1"\n_mta-sts TXT "v=STSv1; id=2"\n'),
    # Name servers with a fault.
    # DNSSEC
    Zone("unsigned.test", GOOD_MX + SOUND + "mx A {good1}\n", signed=None),
    Zone("island.test", GOOD_MX + SOUND, ds="none"),
    Zone("bogus.test", GOOD_MX + SOUND, signed="bogus"),
    Zone("wrongds.test", GOOD_MX + SOUND, ds="wrong"),
    Zone("sigexpired.test", GOOD_MX + SOUND, valid=(-20 * DAY, -2 * DAY)),
    Zone("sigfuture.test", GOOD_MX + SOUND, valid=(2 * DAY, 30 * DAY)),
    Zone("sigsoon.test", GOOD_MX + SOUND, valid=(-3600, 2 * DAY)),
    Zone("rsasha1.test", GOOD_MX + SOUND, signed="nsec3", algorithm="NSEC3RSASHA1"),
    Zone("rsasha256.test", GOOD_MX + SOUND, signed="nsec3", algorithm="RSASHA256"),
    Zone("ed25519.test", GOOD_MX + SOUND, algorithm="ED25519"),
    Zone("iterations.test", GOOD_MX + SOUND, signed="nsec3", iterations=10),
    mx("unsignedmx.test", "@ MX 10 mx.unsigned.test."),
    # DANE
    mail("pinned.test", "pinned"),
    mail("pinnedca.test", "pinnedca"),
    mail("pinnedwrong.test", "pinnedwrong"),
    mail("pinnedself.test", "pinnedself"),
    mail("rollover.test", "rollover"),
    mail("pinnedplain.test", "pinnedplain"),
    mail("pinnedunsigned.test", "pinned", signed=None),
    Zone("lame.test", GOOD_MX + SOUND, served=("ns1",)),
    Zone("differ.test", GOOD_MX + SOUND, second="@ MX 10 box.mail.lab.\n" + SOUND),
    Zone("onens.test", GOOD_MX + SOUND, servers=("ns1.dns.lab.",), served=("ns1",)),
    Zone("refusedns.test", "", served=()),
    Zone("deadns.test", "", servers=("dead1.dns.lab.", "dead2.dns.lab."), served=()),
    Zone("silentns.test", "", servers=("silent1.dns.lab.", "silent2.dns.lab."), served=()),
    # Lists: one that works, and what goes by the name of one.
    Zone("bl-works.lab", LISTED + f"{_turned('noptr')} A 127.0.0.2\n{_turned('noptr')} TXT {ESCAPES}\n"),
    Zone("bl-empty.lab", ""),
    Zone("bl-dead.lab", "* A 127.0.0.2\n"),
    Zone("bl-sold.lab", "* A 198.51.100.80\n"),
    Zone("bl-refuses.lab", '* A 127.255.255.254\n* TXT "open resolver"\n'),
    Zone("bl-silent.lab", "", servers=("silent1.dns.lab.", "silent2.dns.lab."), served=()),
    Zone("dbl-works.lab", "test A 127.0.0.2\nnoptr.test A 127.0.0.2\n"),
    # Text that no terminal shall see.
    Zone("hostile.test", f"""
@                 MX    10 hostile.mail.lab.
@                 TXT   {ESCAPES}
@                 TXT   "v=spf1 \\027[5mblink a:\\226\\128\\174txet.hostile.test -all"
_dmarc            TXT   "v=DMARC1; p=none; \\027]0;owned\\007x=1; rua=mailto:\\226\\128\\174a@hostile.test"
other._domainkey  TXT   "v=DKIM1; k=\\027[1mrsa; p=\\027[7mAAAA"
_smtp._tls        TXT   "v=TLSRPTv1; rua=\\027[7mmailto:x@hostile.test"
default._bimi     TXT   "v=BIMI1; l=\\027[7mhttps://hostile.test; a=\\194\\155"
"""),
]


def _addresses(names, kind):
    return "".join(f"{name} {kind} {address}\n" for name, address in names.items())


def _hosts():
    """The zone of the mail hosts, and those of their addresses."""
    names, pointers, pointers6 = "", "", ""
    for host in hosts.HOSTS:
        pointer = f"{host.name}." if host.pointer is None else host.pointer
        names += f"{host.label} A {host.address}\n"
        names += "".join(f"_25._tcp.{host.label} TLSA {record}\n" for record in host.tlsa)
        if pointer:
            pointers += f"{host.number} PTR {pointer}\n"
        if host.v6:
            names += f"{host.label} AAAA {host.v6}\n"
            pointers6 += f"{_v6_label(host.v6)} PTR {pointer}\n"
    names += f"good1v6 AAAA {hosts.named('good1').v6}\n"
    return [
        Zone("mail.lab", names, signed="nsec"),
        Zone("25.0.127.in-addr.arpa", pointers, signed="nsec"),
        Zone(V6_ARPA, pointers6),
    ]


V6_ARPA = "5.2.0.0.5.2.0.0.0.0.6.2.ip6.arpa"


def _v6_label(address):
    """The rest of a reverse name below V6_ARPA, for 2600:25:25::NN."""
    nibbles = address.rsplit("::", 1)[1].rjust(20, "0")
    return ".".join(reversed(nibbles))


def _name_servers():
    silent = {**places.NOBODY_SERVERS, **places.SILENT_SERVERS}
    return Zone(
        "dns.lab",
        _addresses(places.NAME_SERVERS, "A") + _addresses(places.NAME_SERVERS_V6, "AAAA")
        + _addresses(silent, "A"),
        signed="nsec")


# Where the relay probe's addresses are: a domain that no mail host of the lab takes mail for. The
# second one takes none at all.
PROBE_ZONES = [
    Zone("probe.test", "@ MX 10 mx.probe.test.\nmx A 192.0.2.25\n"),
    Zone("nomailprobe.test", "@ MX 0 .\n"),
]


def all_zones():
    """Every zone below a top-level domain."""
    return [*ZONES, *PROBE_ZONES, *_hosts(), _name_servers()]


# The top-level domains; what is delegated from them is added when they are made.
TOPS = {
    "test": "",
    "lab": _addresses({name.removesuffix(".lab"): address for name, address in places.TOP_SERVERS.items()}, "A"),
    "bank": '_dmarc TXT "v=DMARC1; p=reject; psd=y; rua=mailto:r@reports.test"\n',
    "arpa": "",
}
