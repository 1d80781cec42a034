package dev.mailcheck.check;

import dev.mailcheck.tls.Forged;
import dev.mailcheck.tls.ForgedKey;
import dev.mailcheck.tls.ForgingTlsServer;
import dev.mailcheck.world.smtp.StartTls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The server's part of handshakes that no server program plays. */
final class ForgedPeers {
    private static final int RECORD_HEADER = 5;
    private static final String RANDOM = "11".repeat(32);

    private ForgedPeers() {}

    /** Reads the hello and answers these bytes. */
    static StartTls.Peer answers(String hex) {
        return (in, out) -> {
            hello(in.readNBytes(RECORD_HEADER), in::readNBytes);
            out.write(HexFormat.of().parseHex(hex));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        };
    }

    private interface Reading {
        byte[] bytes(int count) throws IOException;
    }

    private static void hello(byte[] header, Reading rest) throws IOException {
        if (header.length < RECORD_HEADER) {
            throw new IOException("the client hung up before its hello");
        }
        rest.bytes((header[3] & 0xff) << 8 | (header[4] & 0xff));
    }

    /** Reads the hello and answers this, again and again. */
    static StartTls.Peer floods(String hex) {
        byte[] much = HexFormat.of().parseHex(hex.repeat(1000));
        return (in, out) -> {
            while (true) {
                out.write(much);
            }
        };
    }

    static String record(String type, String body) {
        return type + "0303" + "%04x".formatted(body.length() / 2) + body;
    }

    static String message(String type, String body) {
        return record("16", type + "%06x".formatted(body.length() / 2) + body);
    }

    /** A ServerHello of before TLS 1.3. */
    static String serverHello(String version, String suite, String compression, String extensions) {
        String tail =
                extensions.isEmpty() ? "" : "%04x".formatted(extensions.length() / 2) + extensions;
        return message("02", version + RANDOM + "00" + suite + compression + tail);
    }

    static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A server with this certificate alone. */
    static StartTls.Peer showing(Forged certificate, ForgedKey key) {
        return showing(List.of(certificate.der()), key);
    }

    static StartTls.Peer showing(List<byte[]> chain, ForgedKey key) {
        return (in, out) -> new ForgingTlsServer(key, chain).serveSmtp(in, out);
    }
}
