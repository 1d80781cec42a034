package dev.mailcheck.report;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for arguments, written {@code {name}}. What is put in is never looked at
 * again, so an argument cannot call for another one. An SPF macro as {@code %{i}} is no place.
 */
record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("(?<!%)\\{([A-Za-z][A-Za-z0-9]*)}");

    /** The names of the places, in the order of the text. */
    Set<String> places() {
        Set<String> names = new LinkedHashSet<>();
        PLACE.matcher(text).results().map(place -> place.group(1)).forEach(names::add);
        return names;
    }

    /** The text with each place filled by what {@code arguments} says to its name. */
    String fill(UnaryOperator<String> arguments) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(argument(place, arguments)));
    }

    private static String argument(MatchResult place, UnaryOperator<String> arguments) {
        return arguments.apply(place.group(1));
    }
}
