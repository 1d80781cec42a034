package dev.mailcheck.cli.embedded;

import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The receiver for test mails: SubEthaSMTP with bounds around it. It takes mail for our addresses
 * and relays nothing, for there is nobody it could hand a mail to.
 */
public final class SmtpDoor implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int MOST_SESSIONS = 200;
    private static final int MOST_OF_A_NETWORK = 20;
    private static final int MOST_RECIPIENTS = 10;
    private static final int SECONDS_FOR_A_LINE = 60;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SMTPServer server;
    private final SmtpSessions sessions;
    private final InetAddress address;
    private final ExecutorService threads;

    private SmtpDoor(
            SMTPServer server,
            SmtpSessions sessions,
            InetAddress address,
            ExecutorService threads) {
        this.server = server;
        this.sessions = sessions;
        this.address = address;
        this.threads = threads;
    }

    /** How many sessions one network may have at once; a lab has but one. */
    public record Bounds(int ofANetwork, Duration longest) {
        public static final Bounds DEFAULT = new Bounds(MOST_OF_A_NETWORK, LONGEST);
    }

    /**
     * Opens the door.
     *
     * @param name what we call ourselves
     * @param tls with our certificate, for STARTTLS
     * @throws IOException where the address cannot be listened at
     */
    public static SmtpDoor open(
            InetSocketAddress listen,
            String name,
            SSLContext tls,
            MailIntake intake,
            MailReception reception,
            Bounds bounds,
            Clock clock)
            throws IOException {
        SmtpSessions sessions = new SmtpSessions(bounds.ofANetwork(), bounds.longest());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        SMTPServer server =
                SMTPServer.port(listen.getPort())
                        .bindAddress(listen.getAddress())
                        .backlog(BACKLOG)
                        .hostName(name)
                        .softwareName("mailcheck")
                        .executorService(threads)
                        .messageHandlerFactory(context ->
                                new MailTransaction((Session) context, intake, reception, clock))
                        .sessionHandler(sessions)
                        .enableTLS()
                        .startTlsSocketFactory(plain -> secured(plain, tls))
                        .insertReceivedHeaders(false)
                        .maxConnections(MOST_SESSIONS)
                        .maxRecipients(MOST_RECIPIENTS)
                        .maxMessageSize(MailIntake.MAX_MAIL)
                        .connectionTimeout(SECONDS_FOR_A_LINE, TimeUnit.SECONDS)
                        .build();
        server.getCommandHandler().addCommand(new Greeting());
        SmtpDoor door = new SmtpDoor(server, sessions, listen.getAddress(), threads);
        try {
            server.start();
        } catch (RuntimeException failed) {
            door.close();
            if (failed.getCause() instanceof IOException taken) {
                throw taken;
            }
            throw failed;
        }
        return door;
    }

    /**
     * The library would go on in clear text, with whatever came before a handshake that failed
     * (CVE-2011-0411); so the handshake is made here, and if it fails nothing more is read.
     */
    private static SSLSocket secured(Socket plain, SSLContext tls) throws IOException {
        SSLSocket secured =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(
                                        plain,
                                        plain.getInetAddress().getHostAddress(),
                                        plain.getPort(),
                                        true);
        try {
            secured.setUseClientMode(false);
            secured.startHandshake();
            return secured;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(address, server.getPortAllocated());
    }

    /** Ends sessions as they are: a mail that was not taken stays with its sender. */
    @Override
    public void close() {
        server.stop();
        sessions.close();
        threads.shutdownNow();
    }
}
