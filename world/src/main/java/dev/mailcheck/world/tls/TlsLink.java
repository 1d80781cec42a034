package dev.mailcheck.world.tls;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection after its handshake, seen from the server.
 *
 * @param in what the client says
 * @param out what is said to the client
 * @param version the version agreed on, as the JDK writes it, such as {@code TLSv1.3}
 * @param suite the cipher suite by its IANA name
 */
public record TlsLink(InputStream in, OutputStream out, String version, String suite) {}
