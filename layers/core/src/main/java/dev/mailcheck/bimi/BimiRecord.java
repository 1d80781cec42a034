package dev.mailcheck.bimi;

import java.util.Locale;

/**
 * A BIMI assertion record (draft-brand-indicators-for-message-identification). It reads the record;
 * logo and certificate are not fetched.
 */
public sealed interface BimiRecord {
    /**
     * A record that shows a logo.
     *
     * @param location {@code l}, where the logo is
     * @param authority {@code a}, where the mark certificate is; empty: none
     */
    record Valid(String location, String authority) implements BimiRecord {}

    /** A record that says the domain does not take part. */
    record Declined() implements BimiRecord {}

    /**
     * A record receivers ignore.
     *
     * @param reason a reason word
     */
    record Malformed(String reason, String text) implements BimiRecord {}

    static BimiRecord parse(String text) {
        return BimiRecordReader.read(text);
    }

    /** Whether a text is, or was meant to be, such a record; others at the name are not ours. */
    static boolean isMeant(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT).startsWith("v=bimi");
    }
}
