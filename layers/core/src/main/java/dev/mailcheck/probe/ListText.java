package dev.mailcheck.probe;

import dev.mailcheck.dns.Lookup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that a list has beside a listing, as written by somebody unknown: cut, and without
 * addresses other than the one asked about. Some lists name the resolver's, which may be our own.
 */
final class ListText {
    private static final int MAX_TEXTS = 2;
    private static final int MAX_LENGTH = 300;
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.]*[0-9])");

    private ListText() {}

    /** None where nothing was asked or nothing came. */
    static List<String> of(Optional<Lookup> lookup, String subject) {
        return lookup.map(Lookup::answer).stream()
                .flatMap(answer -> answer.data().stream())
                .limit(MAX_TEXTS)
                .map(text -> text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text)
                .map(text -> masked(text, subject))
                .toList();
    }

    private static String masked(String text, String subject) {
        return ADDRESS.matcher(text)
                .replaceAll(hit ->
                        Matcher.quoteReplacement(
                                isPublic(hit.group(), subject) ? hit.group() : "ADDRESS"));
    }

    /** The one asked about, and the codes that lists speak in. */
    private static boolean isPublic(String address, String subject) {
        return address.equals(subject) || address.startsWith("127.");
    }
}
