package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_8BITMIME_NOT_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_8BITMIME_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_ABUSE_ACCEPTED;
import static dev.mailcheck.check.FindingCode.MX_ABUSE_REFUSED;
import static dev.mailcheck.check.FindingCode.MX_BANNER_GOOD;
import static dev.mailcheck.check.FindingCode.MX_BANNER_SHOWS_VERSION;
import static dev.mailcheck.check.FindingCode.MX_BANNER_WITHOUT_HOST_NAME;
import static dev.mailcheck.check.FindingCode.MX_POSTMASTER_ACCEPTED;
import static dev.mailcheck.check.FindingCode.MX_POSTMASTER_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_POSTMASTER_REFUSED;
import static dev.mailcheck.check.FindingCode.MX_REQUIRETLS_NOT_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_REQUIRETLS_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_SMTPUTF8_NOT_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_SMTPUTF8_OFFERED;
import static dev.mailcheck.check.FindingCode.MX_VRFY_EXPOSES_USERS;
import static dev.mailcheck.check.FindingCode.MX_VRFY_SAFE;

import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What mail hosts that let us in offer, show and accept. */
final class MxServiceFindings {
    private final String domain;
    private final PerHost perHost = new PerHost();

    private MxServiceFindings(String domain) {
        this.domain = domain;
    }

    static List<Finding> of(String domain, List<MailAddress> addresses) {
        MxServiceFindings findings = new MxServiceFindings(domain);
        addresses.stream()
                .filter(address -> address.sessions().getFirst().welcomed())
                .forEach(findings::judge);
        return findings.perHost.findings();
    }

    private void judge(MailAddress address) {
        SmtpSession session = address.sessions().getFirst();
        offers(address, session);
        banner(address, session);
        verify(address, session);
        mailboxes(address, session);
    }

    /** Only where the offers are complete: some are made over TLS only, as REQUIRETLS must be. */
    private void offers(MailAddress address, SmtpSession session) {
        boolean overTls = session.reply(SmtpStep.EHLO_OVER_TLS).isPresent();
        if (overTls || !session.features().offers("STARTTLS")) {
            offer(address, session, "SMTPUTF8", MX_SMTPUTF8_OFFERED, MX_SMTPUTF8_NOT_OFFERED);
            offer(address, session, "REQUIRETLS", MX_REQUIRETLS_OFFERED, MX_REQUIRETLS_NOT_OFFERED);
            offer(address, session, "8BITMIME", MX_8BITMIME_OFFERED, MX_8BITMIME_NOT_OFFERED);
        }
    }

    private void offer(
            MailAddress address,
            SmtpSession session,
            String keyword,
            FindingCode offered,
            FindingCode notOffered) {
        add(session.finalFeatures().offers(keyword) ? offered : notOffered, address, Map.of());
    }

    private void banner(MailAddress address, SmtpSession session) {
        session.reply(SmtpStep.BANNER)
                .ifPresent(reply -> {
                    Map<String, String> seen = Map.of("banner", reply.text());
                    Banner banner = new Banner(reply.text());
                    if (!banner.namesHost()) {
                        add(MX_BANNER_WITHOUT_HOST_NAME, address, seen);
                    }
                    if (banner.version().isPresent()) {
                        add(
                                MX_BANNER_SHOWS_VERSION,
                                address,
                                Map.of("banner", reply.text(), "version", banner.version().get()));
                    }
                    if (banner.namesHost() && banner.version().isEmpty()) {
                        add(MX_BANNER_GOOD, address, seen);
                    }
                });
    }

    /** A plain yes gives a user away; 252 and 5xx give nothing (RFC 5321, section 3.5.3). */
    private void verify(MailAddress address, SmtpSession session) {
        Optional<SmtpReply> reply = session.reply(SmtpStep.VRFY);
        boolean asked = session.reply(SmtpStep.MAIL_FROM).isPresent() || reply.isPresent();
        if (reply.filter(r -> r.code() == 250 || r.code() == 251).isPresent()) {
            add(MX_VRFY_EXPOSES_USERS, address, Map.of("reply", reply.get().toString()));
        } else if (asked && reply.filter(SmtpReply::isTransient).isEmpty()) {
            add(MX_VRFY_SAFE, address, Map.of());
        }
    }

    private void mailboxes(MailAddress address, SmtpSession session) {
        session.reply(SmtpStep.MAIL_FROM)
                .filter(reply -> !reply.positive())
                .or(() -> session.reply(SmtpStep.RCPT_POSTMASTER))
                .ifPresent(reply -> postmaster(address, reply, session));
        session.reply(SmtpStep.RCPT_ABUSE).ifPresent(reply -> abuse(address, reply));
    }

    private void postmaster(MailAddress address, SmtpReply reply, SmtpSession session) {
        boolean asked = session.reply(SmtpStep.RCPT_POSTMASTER).isPresent();
        Map<String, String> seen =
                Map.of("reply", reply.toString(), "mailbox", "postmaster@" + domain);
        switch (asked ? MailboxVerdict.of(reply) : MailboxVerdict.NOT_KNOWN) {
            case ACCEPTED -> add(MX_POSTMASTER_ACCEPTED, address, mailbox("postmaster"));
            case REFUSED -> add(MX_POSTMASTER_REFUSED, address, seen);
            case NOT_KNOWN -> add(MX_POSTMASTER_NOT_KNOWN, address, seen);
        }
    }

    private void abuse(MailAddress address, SmtpReply reply) {
        switch (MailboxVerdict.of(reply)) {
            case ACCEPTED -> add(MX_ABUSE_ACCEPTED, address, mailbox("abuse"));
            case REFUSED ->
                    add(
                            MX_ABUSE_REFUSED,
                            address,
                            Map.of("reply", reply.toString(), "mailbox", "abuse@" + domain));
            case NOT_KNOWN -> {}
        }
    }

    private Map<String, String> mailbox(String localPart) {
        return Map.of("mailbox", localPart + "@" + domain);
    }

    private void add(FindingCode code, MailAddress address, Map<String, String> arguments) {
        perHost.add(code, address.host(), address.address(), arguments);
    }
}
