package dev.mailcheck.dmarc;

import dev.mailcheck.dns.Domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where reports are to go (RFC 9989, section 4.6; RFC 8460, section 3): a mailbox, a web address,
 * or something no reporter knows.
 *
 * @param text as written, without blanks around it and without a size limit
 * @param scheme in lower case; empty where there is none
 * @param destination the host that takes the reports; empty but in valid mailto and https URIs
 * @param sizeLimit the {@code !10m} of RFC 7489, which RFC 9989 has no more
 * @param valid whether the syntax is right; a scheme that is not known may be valid
 */
public record ReportUri(
        String text,
        String scheme,
        Optional<Domain> destination,
        Optional<String> sizeLimit,
        boolean valid) {
    private static final int MAX_URIS = 50;

    /** What RFC 3986 lets stand in a URI, without the comma and the exclamation mark. */
    private static final Pattern CHARACTERS =
            Pattern.compile("(?:[A-Za-z0-9._~:/?#\\[\\]@$&'()*+;=-]|%[0-9A-Fa-f]{2})++");

    private static final Pattern SIZE_LIMIT = Pattern.compile("!\\d{1,20}[kmgtKMGT]?$");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.+)");
    private static final Pattern MAILBOX = Pattern.compile("([^@/?]{1,64})@([^@/?#]+)(?:\\?.*)?");
    private static final Pattern WEB = Pattern.compile("//([^@/?#:]+)(?::\\d{1,5})?(?:[/?#].*)?");

    /** A comma-separated list; an empty part is an invalid URI. At most fifty are told apart. */
    public static List<ReportUri> list(String value) {
        return Arrays.stream(value.split(",", MAX_URIS)).map(ReportUri::parse).toList();
    }

    public static ReportUri parse(String part) {
        String whole = part.strip();
        Matcher limit = SIZE_LIMIT.matcher(whole);
        Optional<String> size =
                limit.find() ? Optional.of(whole.substring(limit.start())) : Optional.empty();
        String text = size.map(s -> whole.substring(0, limit.start())).orElse(whole);
        Matcher uri = SCHEME.matcher(text);
        if (!uri.matches() || !CHARACTERS.matcher(text).matches()) {
            return new ReportUri(text, "", Optional.empty(), size, false);
        }
        String scheme = uri.group(1).toLowerCase(Locale.ROOT);
        Optional<Domain> destination = destination(scheme, uri.group(2));
        boolean known = scheme.equals("mailto") || scheme.equals("https");
        return new ReportUri(text, scheme, destination, size, !known || destination.isPresent());
    }

    private static Optional<Domain> destination(String scheme, String rest) {
        return switch (scheme) {
            case "mailto" -> domain(MAILBOX.matcher(rest), 2);
            case "https" -> domain(WEB.matcher(rest), 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Domain> domain(Matcher matcher, int group) {
        return matcher.matches()
                ? Domain.parse(matcher.group(group).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    public boolean isMailto() {
        return scheme.equals("mailto");
    }

    /** Whether it is a mail address that lacks only its {@code mailto:}. */
    public boolean lacksMailto() {
        return !valid && parse("mailto:" + text).valid();
    }
}
