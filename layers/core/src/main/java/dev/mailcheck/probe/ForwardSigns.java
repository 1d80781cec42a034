package dev.mailcheck.probe;

import dev.mailcheck.message.Authors;
import dev.mailcheck.message.HeaderField;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Received;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for signs of forwarding in a header and its envelope. */
final class ForwardSigns {
    private static final int MOST_HOPS = 30;
    private static final Pattern RECIPIENT =
            Pattern.compile("\\sfor\\s{1,20}<?[^\\s<>;@]{1,128}@([A-Za-z0-9.-]{1,253})");
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
        add(ForwardSign.RECEIVED, wasReceivedBefore(envelope));
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

    /**
     * Whether two hops name recipients of different domains, or the sender's own server gave it to
     * another organisation, which gave it to a third.
     */
    private boolean wasReceivedBefore(EnvelopeSeen envelope) {
        List<String> fields =
                mail.fields("Received").stream().limit(MOST_HOPS).map(HeaderField::value).toList();
        return recipientDomains(fields).size() > 1 || leftItsSender(fields, envelope);
    }

    private static Set<String> recipientDomains(List<String> fields) {
        return fields.stream()
                .map(RECIPIENT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private boolean leftItsSender(List<String> fields, EnvelopeSeen envelope) {
        Set<String> own = new HashSet<>(Authors.of(mail).domains());
        envelope.mailFrom()
                .value()
                .map(path -> path.substring(path.lastIndexOf('@') + 1))
                .ifPresent(own::add);
        Set<String> organisations =
                own.stream()
                        .flatMap(domain -> organisation(domain).stream())
                        .collect(Collectors.toSet());
        return fields.stream()
                .skip(1)
                .map(Received::parse)
                .filter(ForwardSigns::isBetweenOrganisations)
                .flatMap(hop -> client(hop).stream())
                .anyMatch(organisations::contains);
    }

    private static boolean isBetweenOrganisations(Received hop) {
        Optional<String> by = hop.by().flatMap(ForwardSigns::organisation);
        return hop.ip().isPresent()
                && !hop.authenticated()
                && by.isPresent()
                && client(hop).isPresent()
                && !by.equals(client(hop));
    }

    private static Optional<String> client(Received hop) {
        return hop.rdns().or(hop::helo).flatMap(ForwardSigns::organisation);
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
