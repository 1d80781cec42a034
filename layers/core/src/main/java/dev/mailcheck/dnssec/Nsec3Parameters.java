package dev.mailcheck.dnssec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An NSEC3PARAM record: how a zone hashes names for its proofs of absence (RFC 5155, section 4).
 *
 * @param iterations additional rounds, which cost everyone and hide nothing (RFC 9276)
 * @param salt hexadecimal, a dash for none
 */
public record Nsec3Parameters(int hash, int flags, int iterations, String salt) {
    private static final Pattern DATA =
            Pattern.compile("(\\d{1,3}) (\\d{1,3}) (\\d{1,5}) (-|[0-9a-fA-F]+)");

    /** Reads the data of a record; empty where it is none. */
    public static Optional<Nsec3Parameters> parse(String data) {
        Matcher parameters = DATA.matcher(data);
        return parameters.matches()
                ? Optional.of(
                        new Nsec3Parameters(
                                Integer.parseInt(parameters.group(1)),
                                Integer.parseInt(parameters.group(2)),
                                Integer.parseInt(parameters.group(3)),
                                parameters.group(4)))
                : Optional.empty();
    }

    /** What RFC 9276, section 3.1 wants: no further rounds, no salt. */
    public Nsec3Parameters recommended() {
        return new Nsec3Parameters(hash, flags, 0, "-");
    }

    /** As a zone file has it. */
    public String data() {
        return hash + " " + flags + " " + iterations + " " + salt;
    }
}
