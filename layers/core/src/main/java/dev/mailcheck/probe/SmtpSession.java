package dev.mailcheck.probe;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.smtp.EhloFeatures;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.smtp.SmtpTrouble;
import dev.mailcheck.smtp.TranscriptLine;
import dev.mailcheck.tls.TlsFacts;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * One session with one address of a mail host, as far as it went.
 *
 * @param host name of the mail host, as the MX record has it
 * @param notConnected why there is no connection; then nothing else was seen
 * @param greeting how it received us; none without a connection
 * @param bannerMillis how long it took to greet
 * @param exchanges its replies, in order
 * @param plaintextAfterStartTls it sent something in clear between its reply to STARTTLS and the
 *     handshake, which was thrown away
 * @param tls what the handshake showed; none where there was none
 * @param trouble what ended the session before QUIT, if anything
 * @param relay what became of the relay probe; none where it was not begun
 * @param ownAddress our end of the connection, empty without one; masked wherever it is shown
 */
@Json
public record SmtpSession(
        String host,
        String address,
        Optional<ConnectFailure> notConnected,
        Optional<Greeting> greeting,
        long bannerMillis,
        List<SmtpExchange> exchanges,
        boolean plaintextAfterStartTls,
        Optional<TlsFacts> tls,
        Optional<SmtpTrouble> trouble,
        Optional<RelayTrial> relay,
        String ownAddress,
        List<TranscriptLine> transcript) {
    public SmtpSession {
        exchanges = List.copyOf(exchanges);
        transcript = List.copyOf(transcript);
    }

    /** One in which nothing was asked about relaying. */
    public SmtpSession(
            String host,
            String address,
            Optional<ConnectFailure> notConnected,
            Optional<Greeting> greeting,
            long bannerMillis,
            List<SmtpExchange> exchanges,
            boolean plaintextAfterStartTls,
            Optional<TlsFacts> tls,
            Optional<SmtpTrouble> trouble,
            String ownAddress,
            List<TranscriptLine> transcript) {
        this(
                host,
                address,
                notConnected,
                greeting,
                bannerMillis,
                exchanges,
                plaintextAfterStartTls,
                tls,
                trouble,
                Optional.empty(),
                ownAddress,
                transcript);
    }

    /** A session that did not come about. */
    static SmtpSession notConnected(String host, String address, ConnectFailure reason) {
        return new SmtpSession(
                host,
                address,
                Optional.of(reason),
                Optional.empty(),
                0,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    /** A session for which there was no time left. */
    static SmtpSession notBegun(String host, String address) {
        return new SmtpSession(
                host,
                address,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                false,
                Optional.empty(),
                Optional.of(SmtpTrouble.DEADLINE),
                "",
                List.of());
    }

    SmtpSession with(TlsFacts facts) {
        return new SmtpSession(
                host,
                address,
                notConnected,
                greeting,
                bannerMillis,
                exchanges,
                plaintextAfterStartTls,
                Optional.of(facts),
                trouble,
                relay,
                ownAddress,
                transcript);
    }

    public Optional<SmtpReply> reply(SmtpStep step) {
        return exchanges.stream()
                .filter(exchange -> exchange.step() == step)
                .map(SmtpExchange::reply)
                .findFirst();
    }

    /** It greeted with 220 and took our EHLO or HELO. */
    public boolean welcomed() {
        return reply(SmtpStep.EHLO).filter(SmtpReply::positive).isPresent()
                || reply(SmtpStep.HELO).filter(SmtpReply::positive).isPresent();
    }

    /** What it offers before TLS. */
    public EhloFeatures features() {
        return reply(SmtpStep.EHLO).map(EhloFeatures::of).orElse(EhloFeatures.NONE);
    }

    /** What it offers at last: over TLS where TLS stands. */
    public EhloFeatures finalFeatures() {
        return reply(SmtpStep.EHLO_OVER_TLS).map(EhloFeatures::of).orElseGet(this::features);
    }

    public boolean isIpv6() {
        return address.indexOf(':') >= 0;
    }
}
