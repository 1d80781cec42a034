package dev.mailcheck.https;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Connection;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Dial;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.net.Network;
import dev.mailcheck.tls.ChainVerification;
import dev.mailcheck.tls.TlsChannel;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.tls.TlsHandshake;
import dev.mailcheck.tls.TlsOffer;
import dev.mailcheck.tls.TrustAnchors;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks one address for one page over HTTPS: TLS with the host's name, one GET, no redirect
 * followed, nothing packed asked for. A certificate is noted and keeps nobody from reading on: who
 * judges the visit judges it too. Whatever the other side does, all visits together end within ten
 * seconds, and by the deadline, with a value.
 */
public final class PageFetch {
    /** How long all visits may take, connecting included. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int HTTPS = 443;

    private final Network network;
    private final TrustAnchors trust;
    private final Deadline deadline;
    private final Deadline end;

    public PageFetch(Network network, TrustAnchors trust, Deadline deadline) {
        this(network, trust, deadline, LIMIT);
    }

    /** With another limit than the usual. */
    PageFetch(Network network, TrustAnchors trust, Deadline deadline, Duration limit) {
        this.network = network;
        this.trust = trust;
        this.deadline = deadline;
        this.end = deadline.within(limit);
    }

    /** Visits exactly this address, whatever the name resolves to. */
    public PageVisit get(String host, InetAddress address, String path) {
        String shown = IpLiteral.text(address);
        return switch (network.connect(address, HTTPS, end)) {
            case Dial.NotConnected(ConnectFailure reason) -> PageVisit.notConnected(shown, reason);
            case Dial.Connected(Connection connection) -> {
                try (connection) {
                    yield over(connection, shown, host, path);
                }
            }
        };
    }

    private PageVisit over(Connection connection, String address, String host, String path) {
        TlsHandshake handshake =
                TlsHandshake.over(
                        connection.input(),
                        connection.output(),
                        TlsOffer.SENDER,
                        Optional.of(host));
        TlsFacts facts = explained(handshake.facts(), connection);
        Optional<Page> page = handshake.channel().map(channel -> page(channel, host, path));
        return new PageVisit(
                address,
                Optional.empty(),
                Optional.of(ChainVerification.of(facts, trust)),
                page.flatMap(Page::reply),
                page.flatMap(Page::trouble).map(trouble -> explained(trouble, connection)),
                IpLiteral.text(connection.localAddress()));
    }

    private static Page page(TlsChannel channel, String host, String path) {
        try {
            OutputStream output = channel.output();
            output.write(request(host, path).getBytes(StandardCharsets.US_ASCII));
            output.flush();
            return new PageReader(channel.input()).read();
        } catch (IOException gone) {
            return Page.troubled(PageTrouble.CUT_OFF);
        }
    }

    private static String request(String host, String path) {
        return String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: " + host,
                "User-Agent: mailcheck",
                "Accept: text/plain, */*;q=0.5",
                "Accept-Encoding: identity",
                "Connection: close",
                "",
                "");
    }

    /** Only the owner of the connection knows whether our own timer closed it. */
    private TlsFacts explained(TlsFacts facts, Connection connection) {
        boolean closed = facts.failure().filter(f -> f == TlsFailure.CLOSED).isPresent();
        return closed && connection.timedOut()
                ? facts.failedBy(deadline.passed() ? TlsFailure.DEADLINE : TlsFailure.TIMEOUT)
                : facts;
    }

    private PageTrouble explained(PageTrouble trouble, Connection connection) {
        return trouble == PageTrouble.CUT_OFF && connection.timedOut()
                ? deadline.passed() ? PageTrouble.DEADLINE : PageTrouble.TIMEOUT
                : trouble;
    }
}
