package dev.mailcheck.net;

import dev.mailcheck.net.Dial.Connected;
import dev.mailcheck.net.Dial.NotConnected;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The network by plain sockets: guard, route, connect within five seconds, and a timer that closes
 * the socket at the deadline, because a time-out of the socket itself would begin anew with each
 * byte. The thread that reads is the caller's; the timer is the only one of its own.
 */
public final class SocketNetwork implements Network, AutoCloseable {
    /** How long a connect may take. */
    public static final Duration CONNECT = Duration.ofSeconds(5);

    private final AddressPolicy policy;
    private final Routing routing;
    private final BooleanSupplier ipv6;
    private final DeadlineTimer timer = new DeadlineTimer();

    /** The real network. */
    public SocketNetwork(AddressPolicy policy) {
        this(policy, Routing.DIRECT, LocalRoute::hasGlobalIpv6);
    }

    /**
     * A lab.
     *
     * @param ipv6 what {@link #hasIpv6} says
     */
    public SocketNetwork(AddressPolicy policy, Routing routing, BooleanSupplier ipv6) {
        this.policy = policy;
        this.routing = routing;
        this.ipv6 = ipv6;
    }

    @Override
    public Dial connect(InetAddress address, int port, Deadline deadline) {
        if (!permits(address)) {
            return new NotConnected(ConnectFailure.NOT_PUBLIC);
        }
        return switch (routing.route(address, port)) {
            case Routing.Route.Open(InetSocketAddress socket) -> open(socket, deadline);
            case Routing.Route.Refused() -> new NotConnected(ConnectFailure.REFUSED);
            case Routing.Route.Dropped() -> new NotConnected(ConnectFailure.TIMEOUT);
            case Routing.Route.Unreachable() -> new NotConnected(ConnectFailure.UNREACHABLE);
        };
    }

    private Dial open(InetSocketAddress target, Deadline deadline) {
        long millis = deadline.within(CONNECT).remaining().toMillis();
        if (millis <= 0) {
            return new NotConnected(ConnectFailure.TIMEOUT);
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(target, (int) millis);
            return new Connected(new SocketConnection(socket, deadline, timer));
        } catch (IOException failed) {
            closeQuietly(socket);
            return new NotConnected(reason(failed, target));
        }
    }

    private static ConnectFailure reason(IOException failed, InetSocketAddress target) {
        return switch (failed) {
            case SocketTimeoutException late -> ConnectFailure.TIMEOUT;
            case NoRouteToHostException nowhere -> ConnectFailure.UNREACHABLE;
            // The same exception tells of a reset and of a missing route; its text is translated.
            case ConnectException either ->
                    LocalRoute.exists(target) ? ConnectFailure.REFUSED : ConnectFailure.UNREACHABLE;
            default -> ConnectFailure.UNREACHABLE;
        };
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException nothingToDo) {
            // It was never open.
        }
    }

    @Override
    public boolean permits(InetAddress address) {
        return policy.permits(address);
    }

    @Override
    public boolean hasIpv6() {
        return ipv6.getAsBoolean();
    }

    /** Ends the timer; what is connected after that is closed at once. */
    @Override
    public void close() {
        timer.close();
    }
}
