"""What mailcheck must say of the lab: one row a condition. The rules that hold for every report
are in verdict.py, the cases that are no single check in scenarios.py.

fails: exactly the codes that may have, and must have, status FAIL; none else anywhere.
codes: must be there, with whatever status the table of codes gives them.
absent: prefixes of codes that must not be there.
reasons: words that some UNDETERMINED finding must give as its reason.
"""

import dataclasses

from typing import Optional

import hosts
import places

SECURE, DNS, SYSTEM, DANGEROUS, UNDETERMINED = (
    "SECURE", "DNS_NEEDS_WORK", "MAIL_SYSTEM_NEEDS_WORK", "DANGEROUS", "UNDETERMINED")


@dataclasses.dataclass(frozen=True)
class Case:
    """A check and what must come of it; a grade of None leaves the grade open."""

    name: str
    domain: str
    grade: Optional[str]
    args: tuple = ()
    fails: tuple = ()
    codes: tuple = ()
    absent: tuple = ()
    reasons: tuple = ()
    port25: Optional[str] = None
    resolver: Optional[str] = None
    seconds: int = 60


KEY = ("--selector", "lab")


def control(label):
    return ("--egress-control", f"{hosts.named(label).name}:25")


def by(resolver):
    return ("--resolver", resolver.argument)


NO_FAULT_SEEN = ("SPF_RECORD_VALID", "SPF_ALL_STRICT", "DMARC_POLICY_ENFORCED", "DKIM_KEY_STRONG")
TLS_WORKS = ("INBOUND_TLS_STARTTLS_WORKS", "INBOUND_TLS_VERSION_MODERN", "INBOUND_TLS_CIPHER_STRONG")

SOUND = [
    Case("all sound", "sound.test", SECURE, KEY, port25="open", resolver="validating",
         codes=(*NO_FAULT_SEEN, *TLS_WORKS, "MX_CONNECT_WORKS", "MX_PUBLISHED", "MX_TARGETS_PUBLIC",
                "INBOUND_TLS_CERTIFICATE_TRUSTED", "INBOUND_TLS_CERTIFICATE_NAME_MATCHES",
                "RELAY_REFUSED", "REVERSE_DNS_CONFIRMED", "DNS_TWO_NAME_SERVERS", "DNS_NAME_SERVERS_AGREE",
                "TLS_RPT_RECORD_VALID", "BIMI_RECORD_VALID", "IPV6_SOME_MX", "MX_CAA_ABSENT"),
         absent=("DNS_RESOLVER_ANSWERS_",)),
    Case("Postfix as Debian ships it", "box.test", SECURE, KEY,
         codes=(*TLS_WORKS, "INBOUND_TLS_CERTIFICATE_SELF_SIGNED", "MX_POSTMASTER_ACCEPTED", "RELAY_REFUSED")),
    Case("Postfix with nothing but good TLS", "goodtls.test", SECURE, KEY,
         codes=(*TLS_WORKS, "INBOUND_TLS_OLD_VERSIONS_REFUSED", "INBOUND_TLS_BROKEN_CIPHERS_REFUSED",
                "INBOUND_TLS_DATED_CIPHERS_REFUSED"),
         absent=("INBOUND_TLS_DATED_CIPHER_ACCEPTED",)),
    Case("Postfix that lets one connection in at a time", "oneatatime.test", SECURE, KEY, codes=TLS_WORKS),
    Case("no selector named: no fault", "box.test", SECURE, codes=("DKIM_NOT_SEEN",)),
    Case("IDN as A-label", "xn--wgv71a119e.lab", SECURE, KEY, codes=NO_FAULT_SEEN),
    Case("IDN as U-label", "日本語.lab", SECURE, KEY, codes=NO_FAULT_SEEN),
    Case("below a name without records", "shop.co.lab", SECURE, KEY, codes=NO_FAULT_SEEN),
    Case("a pasted address", "someone@sound.test", SECURE, KEY),
    Case("a pasted URL", "https://sound.test/a?b=c", SECURE, KEY),
    Case("null MX", "nullmx.test", SECURE, codes=("MX_NULL", "INBOUND_TLS_NO_MAIL_HOSTS", "DNS_PARKED")),
    Case("parked without null MX", "parked.test", SECURE,
         codes=("MX_NOT_NEEDED", "DNS_PARKED_WITHOUT_NULL_MX"), absent=("MX_NONE",)),
    Case("receives only", "recipient.test", SECURE, codes=("MX_PUBLISHED", *TLS_WORKS), absent=("DNS_PARKED",)),
    Case("dead backup MX", "backup.test", SECURE, KEY, codes=("MX_CONNECT_ADDRESS_REFUSES", *TLS_WORKS)),
    Case("backup MX without address", "deadv4.test", SECURE, KEY, codes=("MX_TARGET_DEAD", *TLS_WORKS)),
    Case("implicit MX", "implicit.test", SECURE, KEY, codes=("MX_IMPLICIT", *TLS_WORKS)),
    Case("zone below a signed one", "child.sound.test", DNS, KEY, codes=NO_FAULT_SEEN, fails=("DNSSEC_UNSIGNED",)),
    Case("MX with IPv6 only", "v6only.test", SECURE, KEY, codes=TLS_WORKS),
    Case("a name server is not there", "halfdead.test", SECURE, KEY, codes=("DNS_NAME_SERVER_NOT_KNOWN",)),
    Case("asks for a client certificate", "askscert.test", SECURE, KEY, codes=TLS_WORKS),
    Case("TLS 1.2 only", "tls12.test", SECURE, KEY, codes=TLS_WORKS),
    Case("TLS 1.3 only", "tls13.test", SECURE, KEY, codes=TLS_WORKS),
    Case("takes nothing in clear", "mandatory.test", SECURE, KEY, codes=(*TLS_WORKS, "MX_POSTMASTER_ACCEPTED")),
    Case("no extension but STARTTLS", "nosize.test", SECURE, KEY, codes=TLS_WORKS),
    Case("a name below inherits DMARC, has no SPF", "dept.sound.test", SYSTEM,
         codes=("DMARC_RECORD_INHERITED",), fails=("SPF_RECORD_MISSING",)),
]

# Whatever these say, it is not the domain's fault.
NO_FALSE_ALARM = [
    Case("greets after 7 s (postscreen)", "slow.test", SECURE, KEY, codes=TLS_WORKS),
    Case("greets after 15 s", "late.test", SECURE, KEY, codes=("MX_CONNECT_SLOW", *TLS_WORKS)),
    Case("EHLO refused", "pickyhelo.test", UNDETERMINED, KEY, reasons=("EHLO_REFUSED",)),
    Case("no TLS just now", "tlslater.test", UNDETERMINED, KEY, reasons=("STARTTLS_DEFERRED",)),
    Case("greylists", "grey.test", UNDETERMINED, KEY, codes=("MX_POSTMASTER_NOT_KNOWN", "RELAY_NOT_KNOWN", *TLS_WORKS),
         reasons=("DEFERRED",)),
    Case("greylists, and nobody asks about relaying", "grey.test", SECURE, (*KEY, "--relay-probe", "off"),
         codes=("MX_POSTMASTER_NOT_KNOWN", *TLS_WORKS), reasons=("SWITCHED_OFF",)),
    Case("421", "busy.test", UNDETERMINED, KEY, reasons=("BUSY",)),
    Case("554 about our address", "listed.test", UNDETERMINED, KEY, reasons=("REJECTED_US",)),
    Case("does not answer SYN", "drop.test", UNDETERMINED, KEY, reasons=("TIMEOUT",)),
    Case("hangs up", "hangup.test", UNDETERMINED, KEY, reasons=("HUNG_UP",)),
    Case("port 25 closed here", "sound.test", UNDETERMINED, (*KEY, "--smtp-port", str(places.CLOSED_SMTP_PORT),
         "--egress-control", f"{hosts.named('control').name}:{places.CLOSED_SMTP_PORT}"),
         reasons=("PORT_25_CLOSED_HERE",), port25="closed"),
    Case("closed, and so is the control", "closed.test", UNDETERMINED, (*KEY, *control("closedcontrol")),
         reasons=("PORT_25_CLOSED_HERE",), port25="closed"),
    Case("closed, and no control", "closed.test", UNDETERMINED, (*KEY, "--egress-control", "none"),
         port25="unknown"),
    Case("the control has no STARTTLS", "plain.test", UNDETERMINED, (*KEY, *control("striptls")),
         reasons=("SMTP_INTERCEPTED_HERE",), port25="intercepted"),
    Case("the control has another's banner", "plain.test", UNDETERMINED, (*KEY, *control("carrier")),
         reasons=("SMTP_INTERCEPTED_HERE",), port25="intercepted"),
    Case("no STARTTLS and no control", "plain.test", UNDETERMINED, (*KEY, "--egress-control", "none")),
    Case("--no-smtp", "sound.test", SECURE, (*KEY, "--no-smtp")),
    Case("another port", "sound.test", SECURE, (*KEY, "--smtp-port", str(places.OTHER_SMTP_PORT),
         "--egress-control", f"{hosts.named('control').name}:{places.OTHER_SMTP_PORT}"), port25="open", codes=TLS_WORKS),
    Case("control host by its address", "sound.test", SECURE,
         (*KEY, "--egress-control", f"{hosts.named('control').address}:25"), port25="open", codes=TLS_WORKS),
    Case("resolver by its name", "sound.test", SECURE, (*KEY, "--resolver", f"localhost:{places.VALIDATING.port}"),
         resolver="validating", codes=NO_FAULT_SEEN),
    Case("name servers that only the resolver reaches", "elsewhere.test", SECURE, KEY, codes=NO_FAULT_SEEN, seconds=20),
    Case("no EHLO name that resolves", "sound.test", SECURE, (*KEY, "--ehlo", "[127.0.0.1]"), codes=TLS_WORKS),
    Case("resolver that does not validate", "sound.test", SECURE, (*KEY, *by(places.PLAIN)), codes=NO_FAULT_SEEN),
    Case("resolver that strips DNSSEC", "sound.test", SECURE, (*KEY, *by(places.STRIPS)),
         codes=NO_FAULT_SEEN, resolver="strips-dnssec"),
    Case("resolver that rewrites NXDOMAIN", "sound.test", None, (*KEY, *by(places.REWRITES)), resolver="rewrites"),
    Case("resolver that rewrites the domain's NXDOMAIN", "doesnotexist.test", UNDETERMINED, by(places.REWRITES)),
    Case("resolver with an inside view", "inside.test", SECURE, (*KEY, *by(places.PLAIN)),
         codes=("DNS_RESOLVER_ANSWERS_DIFFERENTLY", *TLS_WORKS)),
    Case("resolver answers SERVFAIL", "sound.test", UNDETERMINED, (*KEY, *by(places.FAILS)), seconds=15),
    Case("resolver is not there", "sound.test", UNDETERMINED, (*KEY, *by(places.NOBODY)), seconds=15),
    Case("resolver is silent", "sound.test", UNDETERMINED, (*KEY, *by(places.SILENT)), seconds=20),
    Case("name servers are not there", "deadns.test", UNDETERMINED),
    Case("name servers are silent", "silentns.test", UNDETERMINED),
    Case("a name that does not exist", "nothing.sound.test", UNDETERMINED, codes=("DNS_DOMAIN_DOES_NOT_EXIST",)),
    Case("a name that does not exist below the top", "doesnotexist.test", UNDETERMINED,
         codes=("DNS_DOMAIN_DOES_NOT_EXIST",)),
    Case("look-ups that are all needed", "spften.test", SECURE, KEY,
         codes=("SPF_LOOKUPS_NEAR_LIMIT",)),
    Case("60 KB of TXT beside SPF", "spfbig.test", SECURE, KEY, codes=("SPF_RECORD_VALID",)),
    Case("DMARC reports go elsewhere, by wildcard", "dmarcrua.test", SECURE, KEY, codes=("DMARC_RUA_VALID",),
         absent=("DMARC_REPORT_",)),
]

# Hosts that would keep us busy for ever, or fill our memory.
HOSTILE = [
    Case("greeting of one byte a second", "drip.test", UNDETERMINED, KEY),
    Case("reply of one byte a second", "dripreply.test", UNDETERMINED, KEY),
    Case("greeting of endless lines", "flood.test", UNDETERMINED, KEY, reasons=("NOT_SMTP",)),
    Case("endless line", "endless.test", UNDETERMINED, KEY, reasons=("NOT_SMTP",)),
    Case("never a word", "silent.test", UNDETERMINED, KEY, reasons=("NO_GREETING",)),
    Case("STARTTLS, and then nothing", "tlshang.test", UNDETERMINED, KEY, reasons=("HANDSHAKE_TIMEOUT",)),
    Case("text for the terminal", "hostile.test", SYSTEM, ("--selector", "other"),
         fails=("DKIM_KEY_UNUSABLE", "INBOUND_TLS_STARTTLS_MISSING", "MX_POSTMASTER_REFUSED", "SPF_SYNTAX_ERROR",
                "TLS_RPT_RECORD_MALFORMED")),
]

# Who relays, and who only looks like it.
RELAY = [
    Case("open relay", "openrelay.test", DANGEROUS, KEY, fails=("RELAY_OPEN",), codes=TLS_WORKS),
    Case("open relay with old TLS", "oldopenrelay.test", DANGEROUS, KEY,
         fails=("INBOUND_TLS_VERSION_TOO_OLD", "RELAY_OPEN")),
    Case("open relay that asks not to be probed", "optout.test", SECURE, KEY, absent=("RELAY_OPEN",), reasons=("OPTED_OUT",)),
    Case("open relay, --relay-probe off", "openrelay.test", SECURE, (*KEY, "--relay-probe", "off"), reasons=("SWITCHED_OFF",)),
    Case("open relay, --no-smtp", "openrelay.test", SECURE, (*KEY, "--no-smtp"), reasons=("SWITCHED_OFF",)),
    Case("relays for who claims to be the domain's", "trusts.test", DANGEROUS, KEY, fails=("RELAY_TRUSTS_SENDER",)),
    Case("relays along percent signs", "percent.test", DANGEROUS, KEY,
         fails=("INBOUND_TLS_STARTTLS_MISSING", "RELAY_DISGUISE_ACCEPTED")),
    Case("takes any recipient", "takesall.test", DANGEROUS, KEY, fails=("INBOUND_TLS_STARTTLS_MISSING", "RELAY_OPEN")),
    Case("hardened Postfix", "hardened.test", SECURE, KEY, codes=("RELAY_REFUSED", *TLS_WORKS)),
    Case("takes any name of its own", "anyname.test", SECURE, KEY, codes=("RELAY_REFUSED", *TLS_WORKS)),
    Case("no errors beyond five", "fewerrors.test", SECURE, KEY, codes=("RELAY_REFUSED", "RELAY_FORMS_NOT_KNOWN", *TLS_WORKS)),
    Case("each error costs a second", "sleepy.test", SECURE, KEY, codes=("RELAY_REFUSED", *TLS_WORKS)),
    Case("tarpit", "tarpit.test", SYSTEM, KEY, fails=("INBOUND_TLS_STARTTLS_MISSING",), codes=("RELAY_REFUSED",)),
    Case("our address is on a list, said at RCPT", "listedatrcpt.test", UNDETERMINED, KEY, codes=TLS_WORKS,
         reasons=("CONTROL_REFUSED",)),
    Case("the probe domain takes no mail", "openrelay.test", UNDETERMINED, (*KEY, "--probe-domain", "nomailprobe.test"),
         reasons=("PROBE_DOMAIN_WITHOUT_MX",)),
    Case("the probe domain is at home there", "openrelay.test", UNDETERMINED, (*KEY, "--probe-domain", "sound.test"),
         reasons=("PROBE_DOMAIN_NOT_FOREIGN",)),
    Case("no probe domain", "sound.test", UNDETERMINED, (*KEY, "--probe-domain", "localhost"), reasons=("NO_PROBE_DOMAIN",)),
]

EXIM = [
    Case("Exim as Debian ships it", "eximbox.test", SECURE, KEY,
         codes=(*TLS_WORKS, "INBOUND_TLS_CERTIFICATE_SELF_SIGNED", "MX_POSTMASTER_ACCEPTED", "RELAY_REFUSED")),
    Case("Exim with a certificate", "exim.test", SECURE, KEY,
         codes=(*TLS_WORKS, "INBOUND_TLS_CERTIFICATE_TRUSTED", "MX_POSTMASTER_ACCEPTED", "RELAY_REFUSED")),
    Case("Exim without TLS", "eximplain.test", SYSTEM, KEY, fails=("INBOUND_TLS_STARTTLS_MISSING",),
         codes=("RELAY_REFUSED",)),
    Case("Exim that takes everything", "eximopen.test", DANGEROUS, KEY, fails=("RELAY_OPEN",), codes=TLS_WORKS),
    Case("Exim that trusts the sender's name", "eximtrusts.test", DANGEROUS, KEY, fails=("RELAY_TRUSTS_SENDER",),
         codes=TLS_WORKS),
    Case("Exim with the least of patience", "eximcounts.test", SECURE, KEY, codes=(*TLS_WORKS, "RELAY_REFUSED")),
    Case("Exim that slows down who sends much", "eximslows.test", SECURE, KEY, codes=(*TLS_WORKS, "RELAY_REFUSED")),
    Case("Exim that hangs up on unknown recipients", "eximdrops.test", UNDETERMINED, KEY, codes=TLS_WORKS,
         reasons=("REFUSAL_ABOUT_US",)),
]

FAULTS = [
    Case("every mail host refuses", "closed.test", SYSTEM, KEY, fails=("MX_CONNECT_REFUSED_EVERYWHERE",)),
    Case("521", "nomail.test", SYSTEM, KEY, fails=("MX_CONNECT_NO_MAIL_HERE",)),
    Case("no STARTTLS", "plain.test", SYSTEM, KEY, fails=("INBOUND_TLS_STARTTLS_MISSING",)),
    Case("STARTTLS refused", "tlsrefused.test", SYSTEM, KEY, fails=("INBOUND_TLS_STARTTLS_REFUSED",)),
    Case("garbage in place of a handshake", "tlsgarbage.test", SYSTEM, KEY, fails=("INBOUND_TLS_HANDSHAKE_FAILED",)),
    Case("TLS 1.1 only", "tls11.test", SYSTEM, KEY, fails=("INBOUND_TLS_VERSION_TOO_OLD",)),
    Case("TLS 1.0 to 1.3", "oldtls.test", SECURE, KEY, codes=(*TLS_WORKS, "INBOUND_TLS_OLD_VERSION_ACCEPTED"),
         absent=("INBOUND_TLS_OLD_VERSIONS_REFUSED",)),
    Case("NULL suites beside good ones", "nulltls.test", SYSTEM, KEY, codes=TLS_WORKS,
         fails=("INBOUND_TLS_BROKEN_CIPHER_ACCEPTED",)),
    Case("CBC only", "cbc.test", SYSTEM, KEY, fails=("INBOUND_TLS_CIPHER_WEAK",)),
    Case("expired certificate", "expired.test", SECURE, KEY, codes=("INBOUND_TLS_CERTIFICATE_EXPIRED", *TLS_WORKS)),
    Case("certificate of another name", "othername.test", SECURE, KEY,
         codes=("INBOUND_TLS_CERTIFICATE_NAME_MISMATCH", *TLS_WORKS)),
    Case("RSA key of 1024 bits", "rsa1024.test", SECURE, KEY,
         codes=("INBOUND_TLS_CERTIFICATE_KEY_SHORT", *TLS_WORKS)),
    Case("SHA-1 signature", "sha1.test", SECURE, KEY,
         codes=("INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK", *TLS_WORKS)),
    Case("self-signed certificate", "selfsigned.test", SECURE, KEY,
         codes=("INBOUND_TLS_CERTIFICATE_SELF_SIGNED", *TLS_WORKS)),
    Case("certificate of a strange CA", "strangeca.test", SECURE, KEY,
         codes=("INBOUND_TLS_CERTIFICATE_UNTRUSTED", *TLS_WORKS)),
    Case("no intermediate certificate", "incomplete.test", SECURE, KEY,
         codes=("INBOUND_TLS_CERTIFICATE_CHAIN_INCOMPLETE", *TLS_WORKS)),
    Case("no PTR", "noptr.test", SECURE, KEY, codes=("REVERSE_DNS_MX_WITHOUT_NAME",)),
    Case("PTR of another", "otherptr.test", SECURE, KEY, codes=("REVERSE_DNS_MX_NOT_CONFIRMED",)),
    Case("AAAA refuses", "v6dead.test", DNS, KEY, fails=("IPV6_MX_DEAD",), codes=TLS_WORKS),
    Case("MX to a CNAME", "mxcname.test", SECURE, KEY, codes=("MX_TARGET_IS_ALIAS", *TLS_WORKS)),
    Case("MX to an address", "mxliteral.test", SYSTEM, KEY, fails=("MX_TARGET_IS_ADDRESS",)),
    Case("MX to nowhere", "mxnowhere.test", SYSTEM, KEY, fails=("MX_TARGETS_DEAD",)),
    Case("MX to a CNAME loop", "mxloop.test", None, KEY, codes=("MX_TARGET",)),
    Case("wildcard MX", "wild.test", SECURE, KEY, codes=("DNS_WILDCARD_MX",)),
    Case("an alias", "alias.sound.test", None, codes=("DNS_ALIAS",)),
    Case("no MX, no address", "mxnone.test", SYSTEM, KEY, fails=("MX_NONE",)),
    Case("null MX beside another", "mxnullplus.test", SYSTEM, KEY, fails=("MX_NULL_BESIDE_OTHERS",)),
    Case("no SPF", "spfnone.test", SYSTEM, KEY, fails=("SPF_RECORD_MISSING",)),
    Case("SPF: 11 look-ups", "spfmany.test", SYSTEM, KEY, fails=("SPF_TOO_MANY_LOOKUPS",)),
    Case("SPF: 3 void look-ups", "spfvoid.test", SYSTEM, KEY, fails=("SPF_TOO_MANY_VOID_LOOKUPS",)),
    Case("SPF: two records", "spftwo.test", SYSTEM, KEY, fails=("SPF_SEVERAL_RECORDS",)),
    Case("SPF: loop", "spfloop.test", SYSTEM, KEY, fails=("SPF_LOOP",)),
    Case("SPF: two loops in one policy", "spfloops.test", SYSTEM, KEY, fails=("SPF_LOOP",)),
    Case("SPF: +all", "spfall.test", SYSTEM, KEY, fails=("SPF_ALL_PASSES_EVERYONE",)),
    Case("SPF: ptr", "spfptr.test", SECURE, KEY, codes=("SPF_PTR_USED",)),
    Case("SPF: syntax error", "spfsyntax.test", SYSTEM, KEY, fails=("SPF_SYNTAX_ERROR",)),
    Case("SPF: include of nothing", "spfnothing.test", SYSTEM, KEY, fails=("SPF_INCLUDE_WITHOUT_RECORD",)),
    Case("SPF: macros", "spfmacro.test", SECURE, KEY, codes=("SPF_VOID_LOOKUPS_DEPEND_ON_MAIL",)),
    Case("no DMARC", "dmarcnone.test", SYSTEM, KEY, fails=("DMARC_RECORD_MISSING",)),
    Case("DMARC: none", "dmarcpnone.test", SECURE, KEY, codes=("DMARC_POLICY_NONE",)),
    Case("DMARC: subdomains weaker", "dmarcsp.test", SECURE, KEY, codes=("DMARC_SUBDOMAINS_WEAKER",)),
    Case("DMARC: two records", "dmarctwo.test", SYSTEM, KEY, fails=("DMARC_SEVERAL_RECORDS",)),
    Case("DMARC: at the wrong name", "dmarcplace.test", SYSTEM, KEY, fails=("DMARC_RECORD_AT_DOMAIN",)),
    Case("DMARC: reports nobody asked for", "dmarcruabad.test", SECURE, KEY, codes=("DMARC_REPORT_NOT_AUTHORISED",)),
    Case("DMARC: public suffix's policy only", "nodmarc.bank", None, KEY, codes=("DMARC_ONLY_PUBLIC_SUFFIX_POLICY",)),
    Case("DKIM: sound", "keys.test", SECURE, KEY, codes=("DKIM_KEY_VALID", "DKIM_KEY_STRONG")),
    Case("DKIM: revoked", "keys.test", SYSTEM, ("--selector", "revoked"), fails=("DKIM_KEY_REVOKED",)),
    Case("DKIM: 1024 bits", "keys.test", SECURE, ("--selector", "short"), codes=("DKIM_RSA_BELOW_2048",)),
    Case("DKIM: 512 bits", "keys.test", SYSTEM, ("--selector", "tiny"), fails=("DKIM_RSA_BELOW_1024",)),
    Case("DKIM: Ed25519 alone", "edonly.test", SECURE, KEY, codes=("DKIM_ED25519_ALONE",)),
    Case("DKIM: test mode", "keys.test", SECURE, ("--selector", "testing"), codes=("DKIM_TEST_MODE",)),
    Case("DKIM: bad base64", "keys.test", SYSTEM, ("--selector", "broken"), fails=("DKIM_KEY_UNUSABLE",)),
    Case("DKIM: missing", "keys.test", SYSTEM, ("--selector", "nothing"), fails=("DKIM_KEY_MISSING",)),
    Case("lame name server", "lame.test", DNS, KEY, fails=("DNS_LAME_NAME_SERVER",)),
    Case("name servers differ", "differ.test", DNS, KEY, fails=("DNS_NAME_SERVERS_DIFFER",)),
    Case("one name server", "onens.test", SECURE, KEY, codes=("DNS_ONE_NAME_SERVER",)),
    Case("name servers know nothing of it", "refusedns.test", UNDETERMINED, codes=("DNS_LAME_NAME_SERVER",),
         fails=("DNS_LAME_NAME_SERVER",)),
    Case("a certificate's end a year on", "sound.test", SECURE, (*KEY, "--at", "2036-01-01T00:00:00Z"),
         codes=("INBOUND_TLS_CERTIFICATE_EXPIRED",)),
]

STS = [
    Case("MTA-STS: enforced and met", "sts.test", SECURE, KEY,
         codes=("MTA_STS_RECORD_VALID", "MTA_STS_POLICY_VALID", "MTA_STS_MX_PASSES"), absent=("MTA_STS_MX_N",)),
    Case("MTA-STS: a wildcard", "stswild.test", SECURE, KEY, codes=("MTA_STS_MX_PASSES",)),
    Case("MTA-STS: none", "sound.test", SECURE, KEY, codes=("MTA_STS_ABSENT",)),
    Case("MTA-STS: an MX is missing", "stsmissing.test", SYSTEM, KEY,
         codes=("MTA_STS_MX_PASSES",), fails=("MTA_STS_MX_NOT_IN_POLICY",)),
    Case("MTA-STS: an MX without STARTTLS", "stsplain.test", SYSTEM, KEY,
         fails=("INBOUND_TLS_STARTTLS_MISSING", "MTA_STS_MX_FAILS")),
    Case("MTA-STS: testing, and an MX would fail", "ststesting.test", SECURE, KEY,
         codes=("MTA_STS_POLICY_TESTING", "MTA_STS_MX_WOULD_FAIL")),
    Case("MTA-STS: mode none", "stsnone.test", SECURE, KEY, codes=("MTA_STS_POLICY_MODE_NONE",)),
    Case("MTA-STS: an MX that is busy", "stsbusy.test", UNDETERMINED, KEY, codes=("MTA_STS_MX_NOT_KNOWN",),
         reasons=("BUSY",)),
    Case("MTA-STS: content type", "ststype.test", SECURE, KEY, codes=("MTA_STS_POLICY_CONTENT_TYPE",)),
    Case("MTA-STS: a web page", "stshtml.test", DNS, KEY, fails=("MTA_STS_POLICY_MALFORMED",)),
    Case("MTA-STS: over 64 KB", "stslarge.test", DNS, KEY, fails=("MTA_STS_POLICY_TOO_LARGE",)),
    Case("MTA-STS: 404", "sts404.test", DNS, KEY, fails=("MTA_STS_POLICY_NOT_SERVED",)),
    Case("MTA-STS: 503", "sts503.test", UNDETERMINED, KEY, reasons=("HTTP_SERVER_ERROR",)),
    Case("MTA-STS: a redirect", "stsredirect.test", DNS, KEY, fails=("MTA_STS_POLICY_REDIRECTED",)),
    Case("MTA-STS: another's certificate", "stscert.test", DNS, KEY, fails=("MTA_STS_POLICY_CERTIFICATE_BAD",)),
    Case("MTA-STS: expired certificate", "stsexpired.test", DNS, KEY, fails=("MTA_STS_POLICY_CERTIFICATE_BAD",)),
    Case("MTA-STS: self-signed certificate", "stsself.test", DNS, KEY, fails=("MTA_STS_POLICY_CERTIFICATE_BAD",)),
    Case("MTA-STS: nothing at port 443", "stsclosed.test", UNDETERMINED, KEY, reasons=("REFUSED",)),
    Case("MTA-STS: no policy host", "stsnohost.test", DNS, KEY, fails=("MTA_STS_POLICY_HOST_MISSING",)),
    Case("MTA-STS: two records", "ststwo.test", DNS, KEY, fails=("MTA_STS_SEVERAL_RECORDS",)),
    Case("MTA-STS: --no-smtp", "stsmissing.test", SYSTEM, (*KEY, "--no-smtp"),
         codes=("MTA_STS_MX_NOT_TESTED",), fails=("MTA_STS_MX_NOT_IN_POLICY",)),
]

# What is no list, or will not answer us, lists nobody.
LISTS = [
    Case("lists: on none", "box.test", SECURE, (*KEY, "--dnsbl", "bl-works.lab", "--uribl", "dbl-works.lab"),
         codes=("DNSBL_NOT_LISTED", "DNSBL_LIST_ANSWERS", "URIBL_NOT_LISTED", "URIBL_LIST_ANSWERS")),
    Case("lists: on both", "noptr.test", SYSTEM, (*KEY, "--dnsbl", "bl-works.lab", "--uribl", "dbl-works.lab"),
         fails=("DNSBL_LISTED", "URIBL_LISTED")),
    Case("lists: the usual ones, which are not in the lab", "noptr.test", SECURE, KEY, reasons=("LISTS_SILENT",),
         codes=("DNSBL_LIST_SILENT", "URIBL_LIST_SILENT")),
    Case("lists: none", "noptr.test", SECURE, (*KEY, "--dnsbl", "none", "--uribl", "none"), reasons=("SWITCHED_OFF",),
         absent=("DNSBL_LIST", "URIBL_LIST")),
    Case("lists: without test points", "noptr.test", SECURE, (*KEY, "--dnsbl", "bl-empty.lab"),
         codes=("DNSBL_LIST_SILENT",), reasons=("LISTS_SILENT",)),
    Case("lists: dead, lists everything", "noptr.test", SECURE, (*KEY, "--dnsbl", "bl-dead.lab"),
         codes=("DNSBL_LIST_LISTS_EVERYTHING",), absent=("DNSBL_LISTED",)),
    Case("lists: sold", "noptr.test", SECURE, (*KEY, "--dnsbl", "bl-sold.lab"),
         codes=("DNSBL_ANSWER_OF_NO_LIST",), absent=("DNSBL_LISTED",)),
    Case("lists: refuses us", "noptr.test", SECURE, (*KEY, "--dnsbl", "bl-refuses.lab"),
         codes=("DNSBL_LIST_REFUSES_US",), absent=("DNSBL_LISTED",)),
    Case("lists: silent", "noptr.test", SECURE, (*KEY, "--dnsbl", "bl-silent.lab"),
         codes=("DNSBL_LIST_SILENT",), reasons=("LISTS_SILENT",), seconds=20),
    Case("lists: one works among others", "box.test", SECURE,
         (*KEY, "--dnsbl", "bl-dead.lab,bl-refuses.lab,bl-works.lab"), codes=("DNSBL_NOT_LISTED",),
         absent=("DNSBL_LISTED",)),
    # To an address of the lab, which to a list is a code.
    Case("lists: the resolver rewrites NXDOMAIN", "box.test", None, (*KEY, "--dnsbl", "bl-works.lab", *by(places.REWRITES)),
         codes=("DNSBL_LIST_LISTS_EVERYTHING",), absent=("DNSBL_LISTED", "URIBL_LISTED")),
]

SIGNED = ("DNSSEC_DOMAIN_SECURE", "DNSSEC_MX_HOSTS_SECURE")

DNSSEC = [
    Case("DNSSEC: sound", "sound.test", SECURE, KEY, codes=SIGNED, absent=("DNSSEC_RESOLVER",)),
    Case("DNSSEC: over a resolver that does not validate", "sound.test", SECURE, (*KEY, *by(places.PLAIN)), codes=SIGNED),
    Case("DNSSEC: RSA with SHA-256, NSEC3", "rsasha256.test", SECURE, KEY, codes=SIGNED),
    Case("DNSSEC: Ed25519", "ed25519.test", SECURE, KEY, codes=SIGNED),
    Case("DNSSEC: RSA with SHA-1", "rsasha1.test", SECURE, KEY, codes=(*SIGNED, "DNSSEC_ALGORITHM_OLD")),
    Case("DNSSEC: a subdomain in the zone above", "dept.sound.test", SYSTEM, codes=SIGNED,
         fails=("SPF_RECORD_MISSING",)),
    Case("DNSSEC: unsigned", "unsigned.test", DNS, KEY, fails=("DNSSEC_UNSIGNED",)),
    Case("DNSSEC: no DS", "island.test", DNS, KEY, fails=("DNSSEC_DS_MISSING",)),
    Case("DNSSEC: mail host in an unsigned zone", "unsignedmx.test", SECURE, KEY,
         codes=("DNSSEC_DOMAIN_SECURE", "DNSSEC_MX_HOST_UNSIGNED")),
    Case("DNSSEC: wrong DS", "wrongds.test", SYSTEM, KEY, fails=("DNSSEC_DS_FITS_NO_KEY",)),
    Case("DNSSEC: signatures that do not fit", "bogus.test", SYSTEM, KEY, fails=("DNSSEC_SIGNATURES_WRONG",)),
    Case("DNSSEC: signatures expired", "sigexpired.test", SYSTEM, KEY, fails=("DNSSEC_SIGNATURES_EXPIRED",)),
    Case("DNSSEC: signatures begin later", "sigfuture.test", SYSTEM, KEY, fails=("DNSSEC_SIGNATURES_NOT_YET_VALID",)),
    Case("DNSSEC: signatures end soon", "sigsoon.test", SECURE, KEY, codes=(*SIGNED, "DNSSEC_SIGNATURES_END_SOON")),
    Case("DNSSEC: iterations", "iterations.test", SECURE, KEY, codes=(*SIGNED, "DNSSEC_NSEC3_ITERATIONS")),
    Case("DNSSEC: a broken domain over a resolver that strips", "wrongds.test", None, (*KEY, *by(places.STRIPS)),
         codes=("DNSSEC_NOT_KNOWN",), reasons=("RESOLVER_STRIPS_DNSSEC",), resolver="strips-dnssec"),
]

DANE = [
    Case("DANE: key", "pinned.test", SECURE, KEY, codes=("DANE_DEPLOYED", "DANE_CERTIFICATE_MATCHES", "DANE_NO_SPARE")),
    Case("DANE: authority that is not public", "pinnedca.test", SECURE, KEY, codes=("DANE_CERTIFICATE_MATCHES",)),
    Case("DANE: self-signed, with a spare", "pinnedself.test", SECURE, KEY, codes=("DANE_CERTIFICATE_MATCHES",),
         absent=("DANE_NO_SPARE", "DANE_CERTIFICATE_MISMATCH")),
    Case("DANE: rollover, expired certificate", "rollover.test", SECURE, KEY, codes=("DANE_CERTIFICATE_MATCHES",),
         absent=("DANE_NO_SPARE", "INBOUND_TLS_CERTIFICATE_EXPIRED")),
    Case("DANE: another key", "pinnedwrong.test", SYSTEM, KEY, fails=("DANE_CERTIFICATE_MISMATCH",)),
    Case("DANE: no STARTTLS", "pinnedplain.test", SYSTEM, KEY, fails=("DANE_TLS_MISSING", "INBOUND_TLS_STARTTLS_MISSING")),
    Case("DANE: domain unsigned", "pinnedunsigned.test", DNS, KEY, codes=("DANE_MX_NOT_SIGNED",),
         fails=("DNSSEC_UNSIGNED",)),
    Case("DANE: none", "sound.test", SECURE, KEY, codes=("DANE_ABSENT",)),
    Case("DANE: port 25 closed here", "pinned.test", UNDETERMINED, (*KEY, "--smtp-port", str(places.CLOSED_SMTP_PORT),
         "--egress-control", f"{hosts.named('control').name}:{places.CLOSED_SMTP_PORT}"),
         codes=("DANE_MATCH_NOT_KNOWN",), reasons=("PORT_25_CLOSED_HERE",), port25="closed"),
]


CHECKS = [*DNSSEC, *DANE, *LISTS, *SOUND, *NO_FALSE_ALARM, *HOSTILE, *RELAY, *EXIM, *FAULTS, *STS]

# Bad input: words, and what the one line on standard error must name.
BAD_INPUT = [
    (("exa mple.test",), "exa mple.test"),
    (("a..test",), "a..test"),
    (("x" * 64 + ".test",), "x" * 64),
    (("a." * 127 + "test",), "a."),
    (("127.0.0.1",), "127.0.0.1"),
    (("[::1]",), "::1"),
    ((), "domain"),
    (("",), ""),
    (("sound.test", "--nonsense"), "--nonsense"),
    (("sound.test", "--timeout", "soon"), "soon"),
    (("sound.test", "--timeout", "0"), "0"),
    (("sound.test", "--at", "yesterday"), "yesterday"),
    (("sound.test", "--with", "nonsense"), "nonsense"),
    (("sound.test", "--format", "pdf"), "pdf"),
    (("sound.test", "--lang", "xx"), "xx"),
    (("sound.test", "--fail-on", "BAD"), "BAD"),
    (("sound.test", "--smtp-port", "70000"), "70000"),
    (("sound.test", "--resolver", "127.0.0.1:http"), "127.0.0.1:http"),
    (("sound.test", "--ca-file", "/nowhere/ca.pem"), "/nowhere/ca.pem"),
    (("sound.test", "--trust-anchor", "/nowhere/key"), "/nowhere/key"),
    (("sound.test", "--zone", "/nowhere/zone"), "/nowhere/zone"),
    (("sound.test", "--dnsbl", "a..b"), "a..b"),
    (("sound.test", "--uribl", "none,bl-works.lab"), "none alone"),
    (("--replay", "/nowhere/recording"), "/nowhere/recording"),
    (("sound.test", "a..test"), "a..test"),
]
