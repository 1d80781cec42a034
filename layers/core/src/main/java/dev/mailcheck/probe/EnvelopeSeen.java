package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.message.AuthenticationResults;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.Known;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Received;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a mail came to the receiver that is trusted, each fact with where it is known from.
 *
 * @param mailFrom empty text: the null sender
 * @param by the trusted receiver, as it names itself
 * @param with the protocol of the hop into it, as it wrote it
 * @param rdns the name that it had looked up for the client
 * @param receivedAt when it says that the mail came
 * @param topReceiver who wrote the uppermost Received field with a name, trusted or not
 * @param receiverSaw what the trusted receiver itself found, as a value of Authentication-Results
 */
@Json
public record EnvelopeSeen(
        Fact clientIp,
        Fact helo,
        Fact mailFrom,
        TlsSeen tls,
        Optional<String> by,
        Optional<String> with,
        Optional<String> rdns,
        Optional<Instant> receivedAt,
        Optional<String> topReceiver,
        Optional<String> receiverSaw) {
    private static final int MOST_INNER_HOPS = 5;

    static EnvelopeSeen of(Envelope envelope, RawMail mail) {
        return new EnvelopeSeen(
                Fact.of(envelope.clientIp()),
                Fact.of(envelope.helo()),
                Fact.of(envelope.mailFrom()),
                TlsSeen.of(envelope.tls()),
                told(envelope, Received::by),
                told(envelope, Received::with),
                told(envelope, Received::rdns),
                told(envelope, Received::date),
                nameOfReceiver(mail),
                envelope.seen().map(AuthenticationResults::value));
    }

    /** Large receivers have hosts without names before the one that is known. */
    private static Optional<String> nameOfReceiver(RawMail mail) {
        return mail.fields("Received").stream()
                .limit(MOST_INNER_HOPS)
                .map(field -> Received.parse(field.rawValue()))
                .flatMap(received -> received.by().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> Domain.parse(host).isPresent())
                .findFirst();
    }

    private static <T> Optional<T> told(Envelope envelope, Function<Received, Optional<T>> fact) {
        return envelope.hop().flatMap(fact);
    }

    /** Of a mail that is too complex to be read: what the user said, and nothing else. */
    static EnvelopeSeen of(Envelope.Given given) {
        String why = "MAIL_TOO_COMPLEX";
        return new EnvelopeSeen(
                given(given.ip(), given.source(), why),
                given(given.helo(), given.source(), why),
                given(given.mailFrom(), given.source(), why),
                given.tls()
                        .map(tls -> TlsSeen.of(new Known.Told<>(tls, given.source())))
                        .orElseGet(() -> TlsSeen.unknown(why)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Fact given(Optional<String> option, Known.Source source, String why) {
        return option.isPresent() ? new Fact(option, source.name()) : Fact.unknown(why);
    }
}
