package dev.mailcheck.world.smtp;

import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;
import dev.mailcheck.world.tls.Trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;

/** A plain client by the JDK that talks to a mail host of the world, line by line. */
final class Dialogue implements AutoCloseable {
    private static final int MOST_MILLIS = 10_000;
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
        return startTls(Trust.inWorld(world.ca()), host);
    }

    /** Does the handshake; from here on the dialogue is encrypted. */
    SSLSocket startTls(Trust trust, String host) throws IOException {
        SSLSocket tls = trust.handshake(socket, host);
        socket = tls;
        return tls;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
