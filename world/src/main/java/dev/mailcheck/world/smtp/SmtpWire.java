package dev.mailcheck.world.smtp;

import dev.mailcheck.world.tls.TlsLink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The connection to the client, in clear or under TLS.
 *
 * @param socket the connection beneath
 * @param in what the client says
 * @param out what is said to the client
 * @param tlsVersion the version of TLS, empty in clear
 * @param cipherSuite the cipher suite, empty in clear
 */
record SmtpWire(
        Socket socket, InputStream in, OutputStream out, String tlsVersion, String cipherSuite) {
    static SmtpWire inClear(Socket socket) throws IOException {
        return new SmtpWire(socket, socket.getInputStream(), socket.getOutputStream(), "", "");
    }

    /** Returns the connection under TLS, as if the client had sent these bytes there first. */
    SmtpWire under(TlsLink tls, byte[] early) {
        InputStream first = new SequenceInputStream(new ByteArrayInputStream(early), tls.in());
        return new SmtpWire(socket, first, tls.out(), tls.version(), tls.suite());
    }

    boolean encrypted() {
        return !tlsVersion.isEmpty();
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

    /** Says goodbye to the client: without TLS's own, an end looks like a cut. */
    void close() throws IOException {
        out.close();
    }
}
