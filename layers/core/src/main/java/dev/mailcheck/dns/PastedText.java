package dev.mailcheck.dns;

import dev.mailcheck.dns.DomainInput.Note;
import dev.mailcheck.dns.DomainInput.Problem;
import dev.mailcheck.dns.DomainInput.Rejected;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the host in what people paste: a URL (RFC 3986, section 3), a mail address (RFC 5321,
 * section 4.1.2), a host with a port. Browsers and this reader may understand a trick differently,
 * so what could be read in two ways is refused: user info in a URL, backslashes, two at signs.
 */
final class PastedText {
    private static final int MAX_LOOKED_AT = 2_000;
    private static final Pattern URL =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*:)?//(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<([^<>]*)>");
    private static final Pattern ADDRESS =
            Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|[^\"@\\s:/\\\\?#\\[\\]()<>,;]*)@([^@]*)");
    private static final Pattern HOST_PORT = Pattern.compile("([^:]*):([^:]*)");
    private static final Pattern PORT = Pattern.compile("\\d{0,5}");

    private PastedText() {}

    sealed interface Found {}

    /** The host, not yet judged. */
    record Host(String text, Optional<Note> note) implements Found {}

    record NoHost(Rejected why) implements Found {}

    static Found host(String typed) {
        String text =
                BlankEnds.strip(typed.substring(0, Math.min(typed.length(), MAX_LOOKED_AT)))
                        .replace('\uff20', '@');
        if (text.isEmpty()) {
            return no(Problem.EMPTY, text);
        }
        if (text.codePoints().anyMatch(PastedText::isInvisible)) {
            return no(Problem.INVISIBLE_CHARACTER, text);
        }
        Matcher brackets = IN_BRACKETS.matcher(text);
        String inner = brackets.matches() ? BlankEnds.strip(brackets.group(1)) : text;
        Matcher url = URL.matcher(inner);
        return url.matches() ? ofUrl(url.group(1)) : ofAddressOrHost(inner);
    }

    /** Joiners have their place in some scripts; IDNA judges them. */
    private static boolean isInvisible(int c) {
        boolean joiner = c == 0x200c || c == 0x200d;
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            case Character.FORMAT -> !joiner;
            default -> false;
        };
    }

    private static Found ofUrl(String afterSlashes) {
        String authority = afterSlashes.split("[/?#]", 2)[0];
        if (authority.indexOf('@') >= 0 || authority.indexOf('\\') >= 0) {
            return no(Problem.AMBIGUOUS, authority);
        }
        return withoutPort(authority, Optional.of(Note.URL));
    }

    private static Found ofAddressOrHost(String text) {
        boolean mailto = text.toLowerCase(Locale.ROOT).startsWith("mailto:");
        String address = mailto ? text.substring("mailto:".length()).split("\\?", 2)[0] : text;
        Matcher parts = ADDRESS.matcher(address);
        if (parts.matches()) {
            return ofMailDomain(parts.group(2));
        }
        if (address.indexOf('@') >= 0 || address.indexOf('\\') >= 0) {
            return no(Problem.AMBIGUOUS, address);
        }
        String host = address.split("[/?#]", 2)[0];
        boolean path = host.length() < address.length();
        return withoutPort(host, path ? Optional.of(Note.URL) : Optional.empty());
    }

    /** An address has no port, and its domain may be a literal. */
    private static Found ofMailDomain(String domain) {
        if (domain.startsWith("[")) {
            return no(Problem.IP_ADDRESS, domain);
        }
        return domain.isEmpty()
                ? no(Problem.EMPTY, domain)
                : new Host(domain, Optional.of(Note.ADDRESS));
    }

    private static Found withoutPort(String host, Optional<Note> note) {
        if (host.startsWith("[") || host.indexOf(':') != host.lastIndexOf(':')) {
            return no(Problem.IP_ADDRESS, host);
        }
        Matcher parts = HOST_PORT.matcher(host);
        if (!parts.matches()) {
            return host.isEmpty() ? no(Problem.EMPTY, host) : new Host(host, note);
        }
        return PORT.matcher(parts.group(2)).matches()
                ? new Host(parts.group(1), note.or(() -> Optional.of(Note.PORT)))
                : no(Problem.BAD_PORT, host);
    }

    private static NoHost no(Problem problem, String text) {
        return new NoHost(new Rejected(problem, Shown.text(text)));
    }
}
