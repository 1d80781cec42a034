package dev.mailcheck.dkim;

import java.util.Locale;
import java.util.Optional;

/**
 * Whom a signature's field names, true or not, as far as it can be read.
 *
 * @param domain {@code d} in lower case
 * @param selector {@code s} in lower case
 * @param algorithm {@code a}
 */
public record Claims(
        Optional<String> domain, Optional<String> selector, Optional<String> algorithm) {
    static Claims of(TagList tags) {
        return new Claims(claim(tags, "d"), claim(tags, "s"), claim(tags, "a"));
    }

    private static Optional<String> claim(TagList tags, String name) {
        return tags.value(name).map(value -> DkimCause.capped(value.toLowerCase(Locale.ROOT)));
    }
}
