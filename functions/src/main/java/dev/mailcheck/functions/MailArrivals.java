package dev.mailcheck.functions;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.MailAddresses.Addressee;
import dev.mailcheck.functions.store.S3Mails.Incoming;
import dev.mailcheck.functions.store.S3Mails.Rule;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.service.AnswerDesk;
import dev.mailcheck.service.MailDesk;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Takes mails that SES took in. The envelope is what SES tells of it; client and HELO stand in the
 * fields that SES wrote on top of the mail. Whether it came over TLS nobody tells but the rule:
 * only what stands where the rule with TLS puts its mails came by it, whatever address it names.
 */
final class MailArrivals {
    private static final TrustedReceivers SES = new TrustedReceivers(List.of());
    private static final String ID = "[A-Za-z0-9._-]{1,200}";

    private final MailParts parts;
    private final BiFunction<Rule, String, Incoming> bucket;
    private final Waits waits;
    private final LogLines log;
    private final Clock clock;

    MailArrivals(
            MailParts parts,
            BiFunction<Rule, String, Incoming> bucket,
            Waits waits,
            LogLines log,
            Clock clock) {
        this.parts = parts;
        this.bucket = bucket;
        this.waits = waits;
        this.log = log;
        this.clock = clock;
    }

    /** Once more for the same mail is no more than once. */
    void arrived(ArrivalEvent.Ses news) {
        String id = news.mail().messageId();
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("not an id of SES");
        }
        boolean found = false;
        for (Map.Entry<Rule, List<String>> each : byRule(news.receipt().recipients()).entrySet()) {
            found |= read(each.getKey(), each.getValue(), id, sender(news.mail()));
        }
        if (!found) {
            throw new IllegalStateException("SES tells of a mail that is not there");
        }
    }

    private static String sender(ArrivalEvent.Mail mail) {
        String source = mail.source() == null ? "" : mail.source().strip();
        return source.equals("<>") ? "" : source;
    }

    private Map<Rule, List<String>> byRule(List<String> recipients) {
        Map<Rule, List<String>> byRule = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            List<String> its = recipients.stream().filter(r -> rule(r) == rule).toList();
            if (!its.isEmpty()) {
                byRule.put(rule, its);
            }
        }
        return byRule;
    }

    private Rule rule(String recipient) {
        return parts.desk().addresses().read(recipient) instanceof Addressee.OneTime(var _, var tls)
                        && tls
                ? Rule.TLS
                : Rule.ANY;
    }

    private boolean read(Rule rule, List<String> recipients, String id, String sender) {
        return switch (bucket.apply(rule, id)) {
            case Incoming.Mail(byte[] bytes) -> {
                take(rule, recipients, sender, bytes);
                yield true;
            }
            case Incoming.TooLarge tooLarge -> {
                count("TOO_LARGE");
                yield true;
            }
            case Incoming.Absent absent -> false;
        };
    }

    private void take(Rule rule, List<String> recipients, String sender, byte[] bytes) {
        EnvelopeSeen envelope = ReceivedMail.read(bytes, Envelope.Given.nothing(), SES).envelope();
        Optional<String> client = envelope.clientIp().value();
        List<String> ours = recipients.stream().filter(parts.desk()::takes).toList();
        if (ours.isEmpty()) {
            count("NO_SUCH_ADDRESS");
        } else if (client.flatMap(parts.quotas()::arrives).isPresent()) {
            count("TOO_MANY");
        } else {
            start(
                    rule,
                    new Arrival(
                            sender,
                            ours,
                            client,
                            envelope.helo().value(),
                            Encryption.NOT_SAID,
                            Optional.empty(),
                            Optional.empty(),
                            clock.instant()),
                    bytes);
        }
    }

    private void start(Rule rule, Arrival arrival, byte[] bytes) {
        MailDesk.Taken taken = parts.desk().take(arrival, bytes, AnswerDesk.language(bytes));
        parts.desk().start(taken.run());
        if (rule == Rule.TLS) {
            waits.happened(taken.run(), Waits.For.TLS);
        }
        count(taken.first() ? "TAKEN" : "AGAIN");
    }

    private void count(String outcome) {
        log.metrics(Map.of("Arrival", outcome), Map.of("Mails", 1L));
    }
}
