package dev.mailcheck.tls;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * One TLS handshake as a client (RFC 8446, RFC 5246), which trusts anyone and notes everything. It
 * throws nothing, whatever the peer sends; its time is limited by whoever owns the streams and can
 * close them, which then counts as {@link TlsFailure#CLOSED}.
 *
 * @param facts what was seen
 * @param channel what to go on with; none where the handshake failed
 */
public record TlsHandshake(TlsFacts facts, Optional<TlsChannel> channel) {

    /**
     * Shakes hands over a connection.
     *
     * @param serverName for the SNI extension (RFC 6066, section 3); none for an address
     */
    public static TlsHandshake over(
            InputStream input, OutputStream output, TlsOffer offer, Optional<String> serverName) {
        TlsNotes notes = new TlsNotes(offer.name());
        HandshakeInput bounded = new HandshakeInput(input);
        HandshakeProtocol protocol = new HandshakeProtocol(bounded, output, offer, notes);
        try {
            protocol.connect(new SenderTlsClient(offer, serverName, notes));
        } catch (IOException | RuntimeException broken) {
            return failed(notes, broken, bounded.ended());
        }
        bounded.lift();
        return new TlsHandshake(
                notes.facts(Optional.empty(), ""), Optional.of(new TlsChannel(protocol)));
    }

    /**
     * Begins a handshake with nobody: the classes it takes are then loaded when a server's reply to
     * STARTTLS comes, instead of after it.
     */
    public static void warmUp() {
        over(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                TlsOffer.SENDER,
                Optional.empty());
    }

    private static TlsHandshake failed(TlsNotes notes, Exception broken, boolean ended) {
        TlsFailure failure = failure(notes, broken, ended);
        String detail =
                failure == TlsFailure.CHOICE_SEEN
                        ? ""
                        : notes.alert().orElseGet(() -> detail(broken));
        return new TlsHandshake(notes.facts(Optional.of(failure), detail), Optional.empty());
    }

    private static TlsFailure failure(TlsNotes notes, Exception broken, boolean ended) {
        if (notes.refusal().isPresent()) {
            return notes.refusal().get();
        }
        if (notes.alert().isPresent()) {
            return TlsFailure.ALERT;
        }
        return ended ? TlsFailure.CLOSED : failure(broken, notes.oldVersion());
    }

    private static TlsFailure failure(Exception broken, boolean oldVersion) {
        return switch (broken) {
            case TlsFatalAlert alert
                    when oldVersion
                            && alert.getAlertDescription() == AlertDescription.protocol_version ->
                    TlsFailure.OLD_VERSION;
            case TlsFatalAlert alert -> TlsFailure.PROTOCOL_ERROR;
            case HandshakeInput.TooMuchData tooMuch -> TlsFailure.TOO_MUCH_DATA;
            // The end of a message, where more of it was due; not that of the connection.
            case EOFException truncated -> TlsFailure.PROTOCOL_ERROR;
            case IOException gone -> TlsFailure.CLOSED;
            default -> TlsFailure.PROTOCOL_ERROR;
        };
    }

    private static String detail(Exception broken) {
        return Objects.toString(broken.getMessage(), broken.getClass().getSimpleName());
    }
}
