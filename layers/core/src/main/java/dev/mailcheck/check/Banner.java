package dev.mailcheck.check;

import dev.mailcheck.dns.DnsName;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a greeting behind its code.
 *
 * @param text escaped ASCII, all lines in one
 */
record Banner(String text) {
    /** A program's name and its number: "Exim 4.98", "Version: 10.0.14393", "8.17.1/8.17.1". */
    private static final Pattern VERSION =
            Pattern.compile(
                    "(?i)(?<![\\w.\\[@-])(?:[a-z][a-z-]{1,30}["
                        + " /:]{1,2}v?\\d{1,5}(?:\\.\\d{1,6}){1,3}|\\d{1,3}(?:\\.\\d{1,3}){1,2}/\\d{1,3}(?:\\.\\d{1,3}){1,2})(?![\\w.]*\\])");

    /** RFC 5321, section 4.2: the first word is the host's name, or its address in brackets. */
    boolean namesHost() {
        String first = text.strip().split(" ", 2)[0];
        return first.startsWith("[")
                || DnsName.parse(first).filter(name -> name.labels() > 1).isPresent();
    }

    /** What gives the version of the software away. */
    Optional<String> version() {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
