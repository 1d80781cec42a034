package dev.mailcheck.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/**
 * Takes a long {@code mail_base64} out of a line before its JSON is read: the parser takes no text
 * of such a length, and it would only be copied.
 */
final class LongMail {
    private static final byte[] NAME = "\"mail_base64\"".getBytes(US_ASCII);
    private static final int LONG = 1 << 16;

    private final byte[] line;
    private final Optional<Place> place;

    LongMail(byte[] line) {
        this.line = line;
        this.place = place(line);
    }

    /**
     * Where a long text stands, between its quotes; empty where there is none, or one with escapes.
     */
    private record Place(int from, int to) {}

    /** The line with nothing between the quotes. */
    byte[] lineWithout() {
        if (place.isEmpty()) {
            return line;
        }
        int from = place.get().from();
        int to = place.get().to();
        byte[] rest = Arrays.copyOf(line, line.length - (to - from));
        System.arraycopy(line, to, rest, from, line.length - to);
        return rest;
    }

    /** What stood there. */
    Optional<byte[]> base64() {
        return place.map(at -> Arrays.copyOfRange(line, at.from(), at.to()));
    }

    private static Optional<Place> place(byte[] line) {
        if (line.length < LONG) {
            return Optional.empty();
        }
        int name = find(line);
        int quote = name < 0 ? -1 : openingQuote(line, name + NAME.length);
        if (quote < 0) {
            return Optional.empty();
        }
        int end = quote + 1;
        while (end < line.length && line[end] != '"' && line[end] != '\\') {
            end++;
        }
        boolean whole = end < line.length && line[end] == '"' && end - quote > LONG;
        return whole ? Optional.of(new Place(quote + 1, end)) : Optional.empty();
    }

    private static int find(byte[] line) {
        for (int at = 0; at + NAME.length < line.length; at++) {
            if (line[at] == '"'
                    && Arrays.equals(line, at, at + NAME.length, NAME, 0, NAME.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Behind blanks and the colon; -1 where something else comes. */
    private static int openingQuote(byte[] line, int from) {
        int at = from;
        while (at < line.length && (line[at] == ' ' || line[at] == ':' || line[at] == '\t')) {
            at++;
        }
        return at < line.length && line[at] == '"' ? at : -1;
    }
}
