package dev.mailcheck.probe;

import dev.mailcheck.spf.CheckHost;
import dev.mailcheck.spf.IpAddress;
import dev.mailcheck.spf.SpfQuery;
import dev.mailcheck.spf.SpfResult;

import java.time.Clock;
import java.util.Optional;

/** Evaluates SPF on the envelope of the mail, as far as it is known. */
final class MailSpfProbe implements Probe<MailSpfObservation> {
    private static final String NO_RECEIVER = "unknown";

    private final EnvelopeSeen envelope;
    private final Clock at;

    /**
     * @param at the time that is judged by
     */
    MailSpfProbe(EnvelopeSeen envelope, Clock at) {
        this.envelope = envelope;
        this.at = at;
    }

    @Override
    public Class<MailSpfObservation> observes() {
        return MailSpfObservation.class;
    }

    @Override
    public MailSpfObservation observe(Target target, Observations before, Doors doors) {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return new MailSpfObservation(Optional.empty(), Optional.empty(), missing);
        }
        IpAddress client = client().orElseThrow();
        CheckHost checkHost = new CheckHost(doors.dns(), at, NO_RECEIVER);
        String helo = envelope.helo().value().orElse("");
        String mailFrom = envelope.mailFrom().value().orElse("");
        SpfResult sender = checkHost.check(new SpfQuery(client, helo, mailFrom));
        return new MailSpfObservation(
                Optional.of(sender),
                mailFrom.isEmpty() || helo.isEmpty()
                        ? Optional.empty()
                        : Optional.of(checkHost.check(new SpfQuery(client, helo, ""))),
                Optional.empty());
    }

    private Optional<IpAddress> client() {
        return envelope.clientIp().value().flatMap(IpAddress::parse);
    }

    private Optional<String> missing() {
        Optional<String> mailFrom = envelope.mailFrom().value();
        if (envelope.clientIp().value().isEmpty()) {
            return Optional.of("CLIENT_NOT_KNOWN");
        }
        if (client().isEmpty()) {
            return Optional.of("CLIENT_NOT_AN_ADDRESS");
        }
        if (mailFrom.isEmpty()) {
            return Optional.of("MAIL_FROM_NOT_KNOWN");
        }
        boolean heloNeeded = mailFrom.get().isEmpty() && envelope.helo().value().isEmpty();
        return heloNeeded ? Optional.of("HELO_NOT_KNOWN") : Optional.empty();
    }
}
