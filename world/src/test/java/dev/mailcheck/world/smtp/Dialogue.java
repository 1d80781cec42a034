package dev.mailcheck.world.smtp;

import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A plain client by the JDK that talks to a mail host of the world, line by line. */
final class Dialogue implements AutoCloseable {
    private static final int MOST_MILLIS = 5_000;
    private static final int A_MOMENT_MILLIS = 200;

    private Socket socket;

    private Dialogue(Socket socket) {
        this.socket = socket;
    }

    static Dialogue with(World world, String address) throws IOException {
        Road road = world.route(InetAddress.ofLiteral(address), 25);
        return to(((Road.Open) road).loopback());
    }

    static Dialogue to(InetSocketAddress loopback) throws IOException {
        Socket socket = new Socket(loopback.getAddress(), loopback.getPort());
        socket.setSoTimeout(MOST_MILLIS);
        return new Dialogue(socket);
    }

    /** Returns the next reply with all its lines, or what came before the connection ended. */
    String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        while (true) {
            String line = line();
            reply.append(reply.isEmpty() ? "" : "\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return reply.toString();
            }
        }
    }

    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
            if (b == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) b);
        }
        return line.toString();
    }

    String say(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** From here on waits for a moment only. */
    void impatient() throws IOException {
        socket.setSoTimeout(A_MOMENT_MILLIS);
    }

    InputStream input() throws IOException {
        return socket.getInputStream();
    }

    /** Does the handshake, trusting the world's root alone and checking the host's name. */
    SSLSocket startTls(World world, String host) throws IOException {
        return handshake(context(trusting(world)), host, "HTTPS");
    }

    /** Does the handshake and looks at nothing. */
    SSLSocket startTlsWithAnyone() throws IOException {
        return handshake(context(new TrustManager[] {new TrustAnyone()}), "anyone.example", "");
    }

    private SSLSocket handshake(SSLContext context, String host, String check) throws IOException {
        SSLSocket tls =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(check);
        tls.setSSLParameters(parameters);
        socket = tls;
        tls.startHandshake();
        return tls;
    }

    private static SSLContext context(TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrustManager[] trusting(World world) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("root", world.ca().root());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
