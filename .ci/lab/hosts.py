"""The mail hosts: one row each. Their names are below mail.lab, and so are their certificates."""

import dataclasses

from typing import Optional

import places


@dataclasses.dataclass(frozen=True)
class Host:
    """A mail host at 127.0.25.number in the lab.

    server: "postfix" (a service of the shared instance), "box" (Postfix as Debian ships it),
        "postscreen", "exim" (by Debian's own configuration), "scripted" (a fault of scripted.py), or None where nothing listens.
    certificate: the name of one made in authority.py.
    options: of the Postfix service, lines of Exim's macros, or the name of the scripted fault.
    pointer: what its PTR says; None for the host's own name, "" for no PTR.
    tlsa: data of its TLSA records, with places for digests (authority.py, pins).
    """

    label: str
    number: int
    server: Optional[str]
    certificate: Optional[str] = None
    options: tuple = ()
    pointer: Optional[str] = None
    v6: Optional[str] = None
    tlsa: tuple = ()

    @property
    def name(self):
        return f"{self.label}.mail.lab"

    @property
    def address(self):
        return f"{places.NET}.25.{self.number}"


def _refusing(reply):
    """Postfix that says this at once, in place of its greeting."""
    return ("smtpd_delay_reject=no", f"smtpd_client_restrictions=check_client_access static:{{{reply}}}")


HOSTS = [
    Host("good1", 11, "postfix", "good", v6="2600:25:25::11"),
    Host("good2", 12, "postfix", "good"),
    Host("box", 13, "box", "snakeoil"),
    Host("plain", 14, "postfix"),
    Host("slow", 15, "postscreen", "good"),
    Host("grey", 16, "postfix", "good",
         ("smtpd_recipient_restrictions=check_recipient_access static:{450 4.2.0 Greylisted, come back later}",)),
    Host("busy", 17, "postfix", "good", _refusing("421 4.7.0 Too many connections from your network")),
    Host("listed", 18, "postfix", "good", _refusing("554 5.7.1 Your address is listed at bl.example")),
    Host("expired", 19, "postfix", "expired"),
    Host("othername", 20, "postfix", "othername"),
    Host("rsa1024", 21, "postfix", "rsa1024", ("tls_medium_cipherlist=DEFAULT:@SECLEVEL=0",)),
    Host("sha1", 22, "postfix", "sha1", ("tls_medium_cipherlist=DEFAULT:@SECLEVEL=0",)),
    Host("selfsigned", 23, "postfix", "selfsigned"),
    Host("strangeca", 24, "postfix", "strangeca"),
    Host("incomplete", 25, "postfix", "incomplete"),
    Host("late", 27, "postfix", "good", ("smtpd_delay_reject=no", "smtpd_client_restrictions=sleep 15")),
    Host("askscert", 28, "postfix", "good", ("smtpd_tls_ask_ccert=yes",)),
    Host("tls12", 29, "postfix", "good", ("smtpd_tls_protocols=TLSv1.2",)),
    Host("tls13", 30, "postfix", "good", ("smtpd_tls_protocols=>=TLSv1.3",)),
    Host("tls11", 43, "postfix", "good",
         ("smtpd_tls_protocols=<=TLSv1.1", "tls_medium_cipherlist=DEFAULT:@SECLEVEL=0")),
    Host("cbc", 44, "postfix", "good",
         ("smtpd_tls_protocols=TLSv1.2", "tls_medium_cipherlist=ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA")),
    Host("oldtls", 62, "postfix", "good",
         ("smtpd_tls_protocols=>=TLSv1", "tls_medium_cipherlist=DEFAULT:@SECLEVEL=0")),
    Host("nulltls", 63, "postfix", "good", ("tls_medium_cipherlist=ALL:eNULL:@SECLEVEL=0",)),
    Host("goodtls", 64, "postfix", "good",
         ("smtpd_tls_protocols=>=TLSv1.2", "smtpd_tls_ciphers=high",
          "tls_high_cipherlist=ECDHE+AESGCM:ECDHE+CHACHA20")),
    Host("oneatatime", 65, "postfix", "good", ("smtpd_client_connection_count_limit=1",)),
    Host("mandatory", 45, "postfix", "good", ("smtpd_tls_security_level=encrypt",)),
    Host("pickyhelo", 46, "postfix", "good",
         ("smtpd_delay_reject=no", "smtpd_helo_restrictions=check_helo_access static:{550 5.7.1 Access denied}")),
    Host("nosize", 47, "postfix", "good", ("smtpd_discard_ehlo_keywords=size,vrfy,8bitmime,smtputf8,dsn,enhancedstatuscodes",)),
    Host("tlslater", 48, "scripted", options=("tlslater",)),
    Host("v6dead", 26, "postfix", "good", v6="2600:25:25::60"),
    Host("drip", 31, "scripted", options=("drip",)),
    Host("flood", 32, "scripted", options=("flood",)),
    Host("endless", 33, "scripted", options=("endless",)),
    Host("silent", 34, "scripted", options=("silent",)),
    Host("nomail", 35, "scripted", options=("nomail",)),
    Host("tlshang", 36, "scripted", options=("tlshang",)),
    Host("tlsrefused", 37, "scripted", options=("tlsrefused",)),
    Host("hostile", 38, "scripted", options=("hostile",),
         pointer="\\027[31mred.\\194\\155\\226\\128\\174evil.hostile.test."),
    Host("drop", 39, "scripted", options=("drop",)),
    Host("tlsgarbage", 40, "scripted", options=("tlsgarbage",)),
    Host("hangup", 41, "scripted", options=("hangup",)),
    Host("dripreply", 42, "scripted", options=("dripreply",)),
    Host("openrelay", 49, "postfix", "good", ("mynetworks=0.0.0.0/0 [::]/0",)),
    Host("oldopenrelay", 50, "postfix", "good",
         ("mynetworks=0.0.0.0/0 [::]/0", "smtpd_tls_protocols=<=TLSv1.1", "tls_medium_cipherlist=DEFAULT:@SECLEVEL=0")),
    Host("hardened", 51, "postfix", "good",
         ("smtpd_relay_restrictions=permit_sasl_authenticated, reject_unauth_destination", "strict_rfc821_envelopes=yes",
          "disable_vrfy_command=yes", "smtpd_helo_required=yes", "allow_percent_hack=no", "swap_bangpath=no",
          "smtpd_sender_restrictions=reject_non_fqdn_sender", "smtpd_recipient_restrictions=reject_non_fqdn_recipient")),
    Host("trusts", 52, "postfix", "good",
         ("smtpd_relay_restrictions=check_sender_access inline:{trusts.test=OK}, reject_unauth_destination",)),
    Host("anyname", 53, "postfix", "good", ("local_recipient_maps=",)),
    Host("fewerrors", 54, "postfix", "good", ("smtpd_hard_error_limit=6",)),
    Host("sleepy", 55, "postfix", "good", ("smtpd_soft_error_limit=3", "smtpd_error_sleep_time=1s")),
    Host("listedatrcpt", 56, "postfix", "good",
         ("smtpd_client_restrictions=check_client_access static:{554 5.7.1 Your address is listed at bl.example}",)),
    Host("percent", 57, "scripted", options=("percent",)),
    Host("tarpit", 58, "scripted", options=("tarpit",)),
    Host("takesall", 59, "scripted", options=("takesall",)),
    Host("closed1", 60, None),
    Host("closed2", 61, None),
    Host("noptr", 70, "postfix", "good", pointer=""),
    Host("otherptr", 71, "postfix", "good", pointer="good1.mail.lab."),
    Host("implicit", 72, "postfix", "good"),
    Host("pinned", 80, "postfix", "good", tlsa=("3 1 1 {key:good}",)),
    Host("pinnedca", 81, "postfix", "strangeca", tlsa=("2 0 1 {authority:strangers}",)),
    Host("pinnedwrong", 82, "postfix", "good", tlsa=("3 1 1 {key:selfsigned}",)),
    Host("pinnedself", 83, "postfix", "selfsigned", tlsa=("3 1 2 {key512:selfsigned}", "3 1 2 {key512:good}")),
    Host("rollover", 84, "postfix", "expired", tlsa=("3 1 1 {key:good}", "3 1 1 {key:expired}")),
    Host("pinnedplain", 85, "postfix", tlsa=("3 1 1 {key:good}",)),
    Host("eximbox", 90, "exim"),
    Host("exim", 91, "exim", "good"),
    Host("eximplain", 92, "exim", options=("tls_advertise_hosts =",)),
    Host("eximopen", 93, "exim", "good", ("MAIN_ACL_CHECK_RCPT = accept",)),
    Host("eximtrusts", 94, "exim", "good", ("MAIN_ACL_CHECK_RCPT = ${if eq{$sender_address_domain}{eximtrusts.test}{accept}{acl_check_rcpt}}",)),
    Host("eximcounts", 95, "exim", "good",
         ("smtp_accept_max_nonmail = 2", "smtp_max_unknown_commands = 1", "smtp_max_synprot_errors = 1",
          "smtp_accept_max_per_host = 1")),
    Host("eximslows", 96, "exim", "good",
         ("smtp_ratelimit_hosts = *", "smtp_ratelimit_mail = 1,0.5s,1.05,4m", "smtp_ratelimit_rcpt = 1,0.25s,1.015,4m")),
    Host("eximdrops", 97, "exim", "good",
         ("MAIN_ACL_CHECK_RCPT = ${if >{$rcpt_fail_count}{3}{drop message = 550 Too many unknown recipients}{acl_check_rcpt}}",)),
    Host("control", 250, "postfix", "good"),
    Host("striptls", 251, "postfix"),
    Host("closedcontrol", 252, None),
    Host("carrier", 253, "postfix", "good", ("smtpd_banner=smtp.carrier.example ESMTP",)),
]


def named(label):
    return next(host for host in HOSTS if host.label == label)
