package dev.mailcheck.message;

import dev.mailcheck.message.Known.Reason;
import dev.mailcheck.message.Known.Source;
import dev.mailcheck.message.Known.Told;
import dev.mailcheck.message.Known.Unknown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gathers the facts about how a mail came from the fields of its trusted receiver: those above and
 * at its Received field, and for receivers that write below it, those that follow without a break.
 */
final class EnvelopeReader {
    private final RawMail mail;
    private final Hop.Search search;
    private final Envelope.Given given;
    private final Optional<Hop> hop;
    private final Optional<ReceivedSpf> spf;
    private final Optional<AuthenticationResults> seen;

    EnvelopeReader(RawMail mail, Hop.Search search, Envelope.Given given) {
        this.mail = mail;
        this.search = search;
        this.given = given;
        this.hop =
                switch (search) {
                    case Hop.FoundHop found -> Optional.of(found.hop());
                    case Hop.NoHop _ -> Optional.empty();
                };
        this.spf =
                trusted("Received-SPF")
                        .flatMap(field -> ReceivedSpf.parse(field.rawValue()))
                        .filter(this::isAboutTheClient);
        this.seen =
                trusted("Authentication-Results")
                        .flatMap(field -> AuthenticationResults.parse(field.rawValue()));
    }

    Envelope read() {
        return new Envelope(
                known(
                        given.ip(),
                        told(hop.flatMap(h -> h.received().ip()), Source.RECEIVED)
                                .or(() ->
                                        told(
                                                spf.flatMap(ReceivedSpf::clientIp),
                                                Source.RECEIVED_SPF))),
                known(given.helo(), helo()),
                known(given.mailFrom(), mailFrom()),
                known(given.tls(), tls()),
                hop.map(Hop::received),
                seen,
                search.topReceiver());
    }

    /**
     * Amazon SES tells the HELO in Received-SPF; which name is which in its Received is not told.
     */
    private Optional<Known<String>> helo() {
        Optional<Known<String>> bySpf = told(spf.flatMap(ReceivedSpf::helo), Source.RECEIVED_SPF);
        Optional<Known<String>> byReceived =
                told(hop.flatMap(h -> h.received().helo()), Source.RECEIVED);
        boolean ses = hop.flatMap(Hop::receiver).filter(r -> r == Receiver.AMAZON_SES).isPresent();
        return ses ? bySpf.or(() -> byReceived) : byReceived.or(() -> bySpf);
    }

    private Optional<Known<String>> mailFrom() {
        return told(returnPath(), Source.RETURN_PATH)
                .or(() -> told(hop.flatMap(h -> h.received().envelopeFrom()), Source.RECEIVED))
                .or(() -> told(spf.flatMap(ReceivedSpf::envelopeFrom), Source.RECEIVED_SPF))
                .or(() -> told(verifiedSender(), Source.AUTHENTICATION_RESULTS));
    }

    private Optional<String> returnPath() {
        return trusted("Return-Path")
                .map(HeaderField::value)
                .map(ReturnPath::of)
                .filter(path -> path.isEmpty() || path.indexOf('@') > 0);
    }

    /** Exchange tells the domain alone. */
    private Optional<String> verifiedSender() {
        return seen.stream()
                .flatMap(results -> results.of("spf").stream())
                .flatMap(spfResult ->
                        Optional.ofNullable(spfResult.properties().get("smtp.mailfrom")).stream())
                .filter(sender -> !sender.isEmpty())
                .map(sender ->
                        sender.indexOf('@') > 0
                                ? sender
                                : "postmaster@" + sender.substring(sender.indexOf('@') + 1))
                .findFirst();
    }

    private Optional<Known<Tls>> tls() {
        return told(
                hop.map(h -> h.received().tls())
                        .filter(tls -> tls.encryption() != Tls.Encryption.NOT_SAID),
                Source.RECEIVED);
    }

    private boolean isAboutTheClient(ReceivedSpf field) {
        Optional<String> ip = hop.flatMap(h -> h.received().ip());
        return ip.isEmpty() || field.clientIp().isEmpty() || field.clientIp().equals(ip);
    }

    /** The uppermost field of that name among those the receiver wrote. */
    private Optional<HeaderField> trusted(String name) {
        return hop.stream()
                .flatMap(h -> mail.header().subList(0, lastOf(h)).stream())
                .filter(field -> field.is(name))
                .findFirst();
    }

    private int lastOf(Hop trustedHop) {
        List<HeaderField> header = mail.header();
        int last = trustedHop.position() + 1;
        boolean below = trustedHop.receiver().filter(Receiver::writesBelow).isPresent();
        while (below && last < header.size() && isBelow(header.get(last))) {
            last++;
        }
        return last;
    }

    private static boolean isBelow(HeaderField field) {
        return Receiver.BELOW.contains(field.name().toLowerCase(Locale.ROOT));
    }

    private static <T> Optional<Known<T>> told(Optional<T> value, Source source) {
        return value.map(v -> new Told<>(v, source));
    }

    private <T> Known<T> known(Optional<T> option, Optional<Known<T>> found) {
        return told(option, given.source())
                .or(() -> found)
                .orElseGet(() -> new Unknown<>(reason()));
    }

    private Reason reason() {
        return switch (search) {
            case Hop.FoundHop _ -> Reason.RECEIVER_DOES_NOT_SAY;
            case Hop.NoHop(Reason reason, Optional<String> _) -> reason;
        };
    }
}
