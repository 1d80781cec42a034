package dev.mailcheck.dnssec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DNSKEY record (RFC 4034, section 2).
 *
 * @param key the public key in base64
 */
public record ZoneKey(int flags, int protocol, int algorithm, String key) {
    private static final Pattern DATA =
            Pattern.compile("(\\d{1,5}) (\\d{1,3}) (\\d{1,3}) ([0-9A-Za-z+/=]+)");

    private static final int SECURE_ENTRY_POINT = 1;
    private static final int SHA_256 = 2;
    private static final int MAX_FLAGS = 0xffff;
    private static final int MAX_OCTET = 0xff;

    /** Reads the data of a record; empty where it is none. */
    public static Optional<ZoneKey> parse(String data) {
        Matcher key = DATA.matcher(data);
        if (!key.matches() || !isBase64(key.group(4))) {
            return Optional.empty();
        }
        ZoneKey read =
                new ZoneKey(
                        Integer.parseInt(key.group(1)),
                        Integer.parseInt(key.group(2)),
                        Integer.parseInt(key.group(3)),
                        key.group(4));
        return read.fits() ? Optional.of(read) : Optional.empty();
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean fits() {
        return flags <= MAX_FLAGS && protocol <= MAX_OCTET && algorithm <= MAX_OCTET;
    }

    /** Whether it is meant to be named by a DS in the zone above (RFC 4034, section 2.1.1). */
    public boolean isEntryPoint() {
        return (flags & SECURE_ENTRY_POINT) != 0;
    }

    private byte[] data() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(flags >> 8);
        data.write(flags);
        data.write(protocol);
        data.write(algorithm);
        data.writeBytes(Base64.getDecoder().decode(key));
        return data.toByteArray();
    }

    /** RFC 4034, appendix B. */
    public int tag() {
        byte[] data = data();
        int sum = 0;
        for (int i = 0; i < data.length; i++) {
            int octet = data[i] & 0xff;
            sum += i % 2 == 0 ? octet << 8 : octet;
        }
        return (sum + (sum >> 16)) & 0xffff;
    }

    /** The data of the DS record for the zone above, with SHA-256 (RFC 4509). */
    public String ds(String zone) {
        ByteArrayOutputStream digested = new ByteArrayOutputStream();
        for (String label : zone.toLowerCase(Locale.ROOT).split("\\.", -1)) {
            digested.write(label.length());
            digested.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        digested.write(0);
        digested.writeBytes(data());
        return new DelegationSigner(tag(), algorithm, SHA_256, sha256(digested.toByteArray()))
                .data();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
