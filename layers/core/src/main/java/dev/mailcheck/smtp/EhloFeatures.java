package dev.mailcheck.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extensions that a server offers in its reply to EHLO (RFC 5321, section 4.1.1.1), by keyword
 * in capitals, with their parameters. Lines that are no such offer are passed over; of a keyword
 * that comes twice the first counts.
 */
public record EhloFeatures(Map<String, String> parameters) {
    public static final EhloFeatures NONE = new EhloFeatures(Map.of());

    private static final Pattern OFFER =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{0,63})(?:[ =](.*))?");

    public EhloFeatures {
        parameters = Map.copyOf(parameters);
    }

    /** The offers of a positive reply; none where the reply is negative. */
    public static EhloFeatures of(SmtpReply ehlo) {
        if (!ehlo.positive()) {
            return NONE;
        }
        Map<String, String> offers = new LinkedHashMap<>();
        List<String> lines = ehlo.lines();
        lines.subList(1, lines.size()).forEach(line -> read(line, offers));
        return new EhloFeatures(offers);
    }

    private static void read(String line, Map<String, String> offers) {
        Matcher matcher = OFFER.matcher(line.strip());
        if (matcher.matches()) {
            String parameters = matcher.group(2) == null ? "" : matcher.group(2).strip();
            offers.putIfAbsent(matcher.group(1).toUpperCase(Locale.ROOT), parameters);
        }
    }

    public boolean offers(String keyword) {
        return parameters.containsKey(keyword);
    }

    /**
     * What stands behind the keyword, empty where nothing does; no value where it is not offered.
     */
    public Optional<String> parametersOf(String keyword) {
        return Optional.ofNullable(parameters.get(keyword));
    }
}
