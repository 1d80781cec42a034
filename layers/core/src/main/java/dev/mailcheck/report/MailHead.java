package dev.mailcheck.report;

import dev.mailcheck.iprev.IprevResult;
import dev.mailcheck.message.AuthenticationResults;
import dev.mailcheck.message.Mailbox;
import dev.mailcheck.message.Tls;
import dev.mailcheck.probe.ClientNameObservation;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.TlsSeen;
import dev.mailcheck.report.Report.MailView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The head of a mail in its report: whose it says it is, who sent it, how it came. */
final class MailHead {
    private static final int MOST_AUTHORS = 5;
    private static final int MOST_RESULTS = 10;
    private static final int LONGEST = 254;

    private MailHead() {}

    static Optional<MailView> of(Observations seen) {
        return seen.find(MailObservation.class).map(mail -> of(mail, seen));
    }

    private static MailView of(MailObservation mail, Observations seen) {
        EnvelopeSeen envelope = mail.envelope();
        return new MailView(
                authors(mail),
                capped(envelope.mailFrom().value()),
                capped(envelope.clientIp().value()),
                clientName(seen),
                capped(envelope.helo().value()),
                encrypted(envelope.tls()),
                capped(written(envelope.tls())),
                capped(envelope.by()),
                receiverSaw(envelope),
                mail.forwardSigns().stream().map(Enum::name).toList());
    }

    private static List<String> authors(MailObservation mail) {
        return mail.authors().stream()
                .flatMap(authors -> authors.mailboxes().stream())
                .limit(MOST_AUTHORS)
                .map(Mailbox::address)
                .map(MailHead::cut)
                .toList();
    }

    private static @Nullable String clientName(Observations seen) {
        return seen.find(ClientNameObservation.class)
                .flatMap(ClientNameObservation::iprev)
                .flatMap(IprevResult::confirmed)
                .orElse(null);
    }

    private static List<String> receiverSaw(EnvelopeSeen envelope) {
        return envelope.receiverSaw().flatMap(AuthenticationResults::parse).stream()
                .flatMap(seen -> seen.results().stream())
                .limit(MOST_RESULTS)
                .map(result -> cut(result.method() + "=" + result.result()))
                .toList();
    }

    private static @Nullable Boolean encrypted(TlsSeen tls) {
        return tls.encryption() == Tls.Encryption.NOT_SAID
                ? null
                : tls.encryption() == Tls.Encryption.ENCRYPTED;
    }

    private static Optional<String> written(TlsSeen tls) {
        List<String> parts =
                Stream.of(tls.version(), tls.cipher()).flatMap(Optional::stream).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static @Nullable String capped(Optional<String> text) {
        return text.map(MailHead::cut).orElse(null);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
