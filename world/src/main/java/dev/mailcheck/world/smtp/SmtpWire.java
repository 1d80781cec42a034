package dev.mailcheck.world.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;

/** The connection to the client, in clear or under TLS. */
final class SmtpWire {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private SmtpWire(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = socket.getOutputStream();
    }

    static SmtpWire over(Socket socket) throws IOException {
        return new SmtpWire(socket, socket.getInputStream());
    }

    /** Returns a connection whose client seems to have sent these bytes first. */
    static SmtpWire over(Socket socket, byte[] early) throws IOException {
        InputStream first = new ByteArrayInputStream(early);
        return new SmtpWire(socket, new SequenceInputStream(first, socket.getInputStream()));
    }

    Socket socket() {
        return socket;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    boolean encrypted() {
        return socket instanceof SSLSocket;
    }

    String tlsVersion() {
        return socket instanceof SSLSocket tls ? tls.getSession().getProtocol() : "";
    }

    String cipherSuite() {
        return socket instanceof SSLSocket tls ? tls.getSession().getCipherSuite() : "";
    }

    String client() {
        return socket.getInetAddress().getHostAddress();
    }

    String readLine() throws IOException {
        return SmtpLine.read(in);
    }

    /** Returns what the client sent and nobody has read yet. */
    byte[] unread() throws IOException {
        return in.readNBytes(in.available());
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
