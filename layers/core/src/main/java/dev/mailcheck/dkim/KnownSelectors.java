package dev.mailcheck.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The selectors that large providers and common servers use: guesses for a domain of which no mail
 * was seen. Data in {@code dkim-selectors.txt}. That none of them has a key proves nothing.
 */
public final class KnownSelectors {
    private static final String RESOURCE = "/dkim-selectors.txt";

    private KnownSelectors() {}

    /** The selectors in the file's order; a line is a selector and, behind #, whose it is. */
    public static List<String> all() {
        try (InputStream file =
                Objects.requireNonNull(KnownSelectors.class.getResourceAsStream(RESOURCE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(KnownSelectors::withoutComment)
                    .filter(selector -> !selector.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return (hash < 0 ? line : line.substring(0, hash)).strip();
    }
}
