package dev.mailcheck.https;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.tls.TlsFacts;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * One request to one address of a web server, as far as it went: no connection, a handshake that
 * failed, trouble, or a reply.
 *
 * @param notConnected why there is no connection; then nothing else was seen
 * @param tls what the handshake showed, with the verdict of the trust store; a bad certificate
 *     keeps nobody from reading on
 * @param reply also where trouble came after its header
 * @param ownAddress our end of the connection, empty without one; masked wherever it is shown
 */
@Json
public record PageVisit(
        String address,
        Optional<ConnectFailure> notConnected,
        Optional<TlsFacts> tls,
        Optional<PageReply> reply,
        Optional<PageTrouble> trouble,
        String ownAddress) {

    static PageVisit notConnected(String address, ConnectFailure reason) {
        return new PageVisit(
                address,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
