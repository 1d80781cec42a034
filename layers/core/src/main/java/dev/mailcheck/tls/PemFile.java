package dev.mailcheck.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates in PEM (RFC 7468, section 5), as {@code --ca-file} holds them. */
public final class PemFile {
    private static final Pattern CERTIFICATE =
            Pattern.compile(
                    "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private PemFile() {}

    /**
     * The certificates of a text, in DER; none where there is none. Whether each is a certificate
     * is not looked at.
     */
    public static List<byte[]> certificates(String text) {
        List<byte[]> found = new ArrayList<>();
        Matcher matcher = CERTIFICATE.matcher(text);
        while (matcher.find()) {
            found.add(Base64.getMimeDecoder().decode(matcher.group(1)));
        }
        return found;
    }
}
