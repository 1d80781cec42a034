package dev.mailcheck.dnssec;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DS record: by it a zone names the key of a zone below (RFC 4034, section 5).
 *
 * @param digest hexadecimal
 */
public record DelegationSigner(int keyTag, int algorithm, int digestType, String digest) {
    private static final Pattern DATA =
            Pattern.compile("(\\d{1,5}) (\\d{1,3}) (\\d{1,3})(?: ([0-9a-fA-F]*))?");

    /** Reads the data of a record; empty where it is none. */
    public static Optional<DelegationSigner> parse(String data) {
        Matcher ds = DATA.matcher(data);
        return ds.matches()
                ? Optional.of(
                        new DelegationSigner(
                                Integer.parseInt(ds.group(1)),
                                Integer.parseInt(ds.group(2)),
                                Integer.parseInt(ds.group(3)),
                                ds.group(4) == null ? "" : ds.group(4).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** As a zone file has it. */
    public String data() {
        return keyTag + " " + algorithm + " " + digestType + " " + digest;
    }
}
