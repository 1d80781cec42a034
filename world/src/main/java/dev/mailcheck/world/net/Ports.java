package dev.mailcheck.world.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ephemeral ports on 127.0.0.1. */
public final class Ports {
    private static final int BACKLOG = 200;
    private static final int MOST_TRIES = 50;

    private Ports() {}

    /** A UDP and a TCP socket on the same port. */
    public record Pair(DatagramSocket udp, ServerSocket tcp) implements AutoCloseable {
        /** Returns the address both listen on. */
        public InetSocketAddress address() {
            return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
        }

        @Override
        public void close() {
            udp.close();
            closeQuietly(tcp);
        }
    }

    /** Opens a TCP socket. */
    public static ServerSocket tcp() {
        try {
            return new ServerSocket(0, BACKLOG, loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a UDP and a TCP socket on the same port. */
    public static Pair udpAndTcp() {
        for (int i = 0; i < MOST_TRIES; i++) {
            ServerSocket tcp = tcp();
            try {
                return new Pair(new DatagramSocket(tcp.getLocalPort(), loopback()), tcp);
            } catch (BindException e) {
                closeQuietly(tcp);
            } catch (IOException e) {
                closeQuietly(tcp);
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no port is free for both UDP and TCP");
    }

    /** Closes a listening socket; that it may fail interests nobody. */
    public static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
