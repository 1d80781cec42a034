package dev.mailcheck.world.smtp;

import dev.mailcheck.world.net.Ports;
import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.tls.CertificateAuthority;
import dev.mailcheck.world.tls.TlsServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A mail host on loopback. */
public final class SmtpServer implements AutoCloseable {
    private final SmtpHost host;
    private final CertificateAuthority authority;
    private final Workers workers;
    private final SmtpLog log;
    private final ServerSocket listening = Ports.tcp();
    private @Nullable TlsServer tls;

    /** Opens the socket; {@link #start} begins to serve. */
    public SmtpServer(SmtpHost host, CertificateAuthority authority, Workers workers, SmtpLog log) {
        this.host = host;
        this.authority = authority;
        this.workers = workers;
        this.log = log;
    }

    /** Begins to serve. */
    public SmtpServer start() {
        workers.accept(listening, this::serve);
        return this;
    }

    /** Returns where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    }

    private void serve(Socket socket) throws IOException {
        SmtpSessionLog session = log.opened();
        try {
            socket.setTcpNoDelay(true);
            new SmtpSession(host, this::tls, socket, workers, session).run();
        } finally {
            log.closed();
        }
    }

    private synchronized TlsServer tls() {
        if (tls == null) {
            StartTls.Offered offered = (StartTls.Offered) host.startTls();
            tls = TlsServer.of(offered.tls(), authority);
        }
        return tls;
    }

    @Override
    public void close() {
        Ports.closeQuietly(listening);
    }
}
