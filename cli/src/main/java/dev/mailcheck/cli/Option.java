package dev.mailcheck.cli;

import java.util.EnumSet;
import java.util.Set;

/**
 * The options of every checking command, and those that only mails have (contract.md, section 1):
 * one row each, from which parsing and help are made.
 */
enum Option implements OptionRow {
    FORMAT("--format", "FORMAT", false, "text (default), json, html, junit, sarif or csv"),
    JSON("--json", "", false, "the same as --format json"),
    OUTPUT("--output", "FILE", false, "write the report to FILE instead of the screen"),
    LANG("--lang", "LANG", false, "en or ja; default: your locale"),
    VERBOSE("--verbose", "", false, "show the evidence"),
    QUIET("--quiet", "", false, "show no progress"),
    RESOLVER("--resolver", "HOST[:PORT]", false, "DNS server to ask; default: the system's"),
    TRUST_ANCHOR(
            "--trust-anchor", "FILE", false, "DNSKEY or DS of the root; default: IANA's, built in"),
    CA_FILE("--ca-file", "FILE", false, "PEM certificates to trust besides the JDK's"),
    ZONE("--zone", "FILE", false, "answer DNS from this JSON file only, no network"),
    WITH("--with", "'NAME TYPE DATA'", true, "what if this record were published"),
    DNSBL("--dnsbl", "ZONE", true, "ask this list of addresses instead of the usual ones, or none"),
    URIBL("--uribl", "ZONE", true, "ask this list of domains instead of the usual ones, or none"),
    SELECTOR("--selector", "NAME", true, "DKIM selector to look up"),
    AT("--at", "INSTANT", false, "the time to judge by (ISO 8601); default: now"),
    TIMEOUT("--timeout", "SECONDS", false, "deadline of the whole check; default: 60"),
    SMTP_PORT("--smtp-port", "N", false, "port of the mail servers; default: 25"),
    NO_SMTP("--no-smtp", "", false, "send nothing to mail servers"),
    EHLO("--ehlo", "NAME", false, "our EHLO name; default: this host's name if it resolves"),
    PROBE_DOMAIN(
            "--probe-domain",
            "NAME",
            false,
            "domain of the relay probe's addresses, with an MX; default: the EHLO name"),
    RELAY_PROBE(
            "--relay-probe",
            "MODE",
            false,
            "ask mail hosts to relay (RCPT only): auto (default: with a notice), on, off"),
    EGRESS_CONTROL(
            "--egress-control",
            "HOST:PORT",
            false,
            "mail host that tells whether port 25 is open here, or none"),
    ALLOW_PRIVATE_TARGETS(
            "--allow-private-targets", "", false, "labs only: private addresses count as public"),
    RECORD("--record", "FILE", false, "write all that was seen, to judge it again"),
    REPLAY("--replay", "FILE", false, "judge again what --record wrote, without network"),
    FAIL_ON("--fail-on", "GRADE", false, "exit 0 unless the grade is this one or worse"),
    CLIENT_IP("--client-ip", "IP", false, "address of the server that handed the mail over"),
    HELO("--helo", "NAME", false, "what that server called itself"),
    MAIL_FROM("--mail-from", "ADDR", false, "envelope sender; <> for the null sender"),
    TLS(
            "--tls",
            "VERSION/CIPHER",
            false,
            "TLS that the mail came over, as TLSv1.3/TLS_AES_128_GCM_SHA256, or none"),
    TRUSTED_RECEIVER(
            "--trusted-receiver",
            "NAME",
            true,
            "host or domain whose Received fields are believed; known: Amazon SES and our own"),
    FULL("--full", "", false, "check the author's domain too: one report, one grade"),
    BATCH("--batch", "FILE", false, "many mails with their own zones, JSON lines");

    /** Those that only a mail has. */
    private static final Set<Option> OF_MAILS = EnumSet.range(CLIENT_IP, BATCH);

    private final String word;
    private final String parameter;
    private final boolean repeatable;
    private final String description;

    Option(String word, String parameter, boolean repeatable, String description) {
        this.word = word;
        this.parameter = parameter;
        this.repeatable = repeatable;
        this.description = description;
    }

    /** Whether only the command for mails takes it. */
    boolean isOfMails() {
        return OF_MAILS.contains(this);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public String description() {
        return description;
    }
}
