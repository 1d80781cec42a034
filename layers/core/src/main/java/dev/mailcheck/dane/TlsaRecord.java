package dev.mailcheck.dane;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TLSA record (RFC 6698, section 2.1).
 *
 * @param usage 3 names the server's own certificate (DANE-EE), 2 an authority above it (DANE-TA); 0
 *     and 1 are not used with mail
 * @param selector 0 the whole certificate, 1 its public key
 * @param matchingType 0 the thing itself, 1 its SHA-256, 2 its SHA-512
 * @param association the data in lower-case hexadecimal
 */
public record TlsaRecord(int usage, int selector, int matchingType, String association) {
    public static final int DANE_TA = 2;
    public static final int DANE_EE = 3;
    public static final int CERTIFICATE = 0;
    public static final int PUBLIC_KEY = 1;
    static final int FULL = 0;
    static final int SHA_256 = 1;
    static final int SHA_512 = 2;

    private static final Pattern DATA =
            Pattern.compile("(\\d{1,3}) (\\d{1,3}) (\\d{1,3})(?: ([0-9a-fA-F]*))?");

    /** Reads the data of a record; empty where it is none. */
    public static Optional<TlsaRecord> parse(String data) {
        Matcher tlsa = DATA.matcher(data);
        if (!tlsa.matches()) {
            return Optional.empty();
        }
        String association = tlsa.group(4) == null ? "" : tlsa.group(4);
        return Optional.of(
                new TlsaRecord(
                        Integer.parseInt(tlsa.group(1)),
                        Integer.parseInt(tlsa.group(2)),
                        Integer.parseInt(tlsa.group(3)),
                        association.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether a mail sender can do anything with it: usages 0 and 1 rest on public authorities,
     * which mail does not (RFC 7672, section 3.1.3), and what is unknown or of the wrong length is
     * as if it were not there.
     */
    public boolean usable() {
        return (usage == DANE_TA || usage == DANE_EE)
                && (selector == CERTIFICATE || selector == PUBLIC_KEY)
                && hasFittingLength();
    }

    private boolean hasFittingLength() {
        return switch (matchingType) {
            case FULL -> association.length() >= 2 && association.length() % 2 == 0;
            case SHA_256 -> association.length() == 64;
            case SHA_512 -> association.length() == 128;
            default -> false;
        };
    }

    /** As a zone file has it. */
    public String data() {
        return usage + " " + selector + " " + matchingType + " " + association;
    }

    @Override
    public String toString() {
        return data();
    }
}
