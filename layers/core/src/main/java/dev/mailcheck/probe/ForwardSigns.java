package dev.mailcheck.probe;

import dev.mailcheck.message.HeaderField;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Received;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for signs of forwarding in a header and its envelope. */
final class ForwardSigns {
    private static final int MOST_HOPS = 30;
    private static final Pattern SRS = Pattern.compile("srs[01][=+-].*", Pattern.CASE_INSENSITIVE);

    private final RawMail mail;
    private final List<ForwardSign> signs = new ArrayList<>();

    private ForwardSigns(RawMail mail) {
        this.mail = mail;
    }

    static List<ForwardSign> of(RawMail mail, EnvelopeSeen envelope) {
        ForwardSigns found = new ForwardSigns(mail);
        found.look(envelope);
        return List.copyOf(found.signs);
    }

    private void look(EnvelopeSeen envelope) {
        add(ForwardSign.LIST, (has("List-Id") && has("List-Post")) || has("Mailing-List"));
        add(ForwardSign.RESENT, has("Resent-From") || has("Resent-Date"));
        add(ForwardSign.ARC, has("ARC-Seal"));
        add(
                ForwardSign.FORWARDED,
                has("X-Forwarded-For") || has("X-Forwarded-To") || has("X-BeenThere"));
        add(ForwardSign.REWRITTEN_SENDER, isRewritten(envelope.mailFrom().value().orElse("")));
        add(ForwardSign.RECEIVED, wasReceivedBefore());
    }

    private void add(ForwardSign sign, boolean seen) {
        if (seen) {
            signs.add(sign);
        }
    }

    private boolean has(String name) {
        return mail.first(name).isPresent();
    }

    private static boolean isRewritten(String mailFrom) {
        return SRS.matcher(mailFrom).matches() || mailFrom.contains("+caf_=");
    }

    /** More than one hop led from one organisation to another, without a log-in. */
    private boolean wasReceivedBefore() {
        return mail.fields("Received").stream()
                        .limit(MOST_HOPS)
                        .map(HeaderField::rawValue)
                        .map(Received::parse)
                        .filter(ForwardSigns::isBetweenOrganisations)
                        .count()
                > 1;
    }

    private static boolean isBetweenOrganisations(Received hop) {
        Optional<String> by = hop.by().flatMap(ForwardSigns::organisation);
        Optional<String> from = hop.rdns().or(hop::helo).flatMap(ForwardSigns::organisation);
        return hop.ip().isPresent()
                && !hop.authenticated()
                && by.isPresent()
                && from.isPresent()
                && !by.equals(from);
    }

    /** The last two labels of a host: enough for what proves nothing. */
    private static Optional<String> organisation(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int last = name.lastIndexOf('.');
        boolean isName = last > 0 && last < name.length() - 1 && !isDigit(name.charAt(last + 1));
        return isName
                ? Optional.of(name.substring(name.lastIndexOf('.', last - 1) + 1))
                : Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
