package dev.mailcheck.tls;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the certificates out of a key store in the JDK's own format without parsing them: the JDK
 * parses every one, which takes longer than all the rest of a check's TLS.
 */
final class JksFile {
    private static final int MAGIC = 0xfeedfeed;
    private static final int VERSION = 2;
    private static final int TRUSTED_CERTIFICATE = 2;
    private static final int MAX_ENTRIES = 10_000;

    private JksFile() {}

    /** The certificates in DER; empty for a file of another format, or with private keys in it. */
    static Optional<List<byte[]>> read(byte[] file) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(file))) {
            if (data.readInt() != MAGIC || data.readInt() != VERSION) {
                return Optional.empty();
            }
            return entries(data, data.readInt());
        } catch (IOException truncated) {
            return Optional.empty();
        }
    }

    private static Optional<List<byte[]>> entries(DataInputStream data, int count)
            throws IOException {
        List<byte[]> certificates = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
            if (data.readInt() != TRUSTED_CERTIFICATE) {
                return Optional.empty();
            }
            certificates.add(entry(data));
        }
        return Optional.of(certificates);
    }

    /** Alias, date, kind, then the certificate behind its length. */
    private static byte[] entry(DataInputStream data) throws IOException {
        data.readUTF();
        data.readLong();
        data.readUTF();
        int length = data.readInt();
        if (length < 0 || length > data.available()) {
            throw new IOException("a certificate longer than the file");
        }
        return data.readNBytes(length);
    }
}
