package dev.mailcheck.message;

import dev.mailcheck.dns.Idn;

import java.util.Locale;
import java.util.Optional;

/** Domains as mails write them, made into A-labels where they are international. */
final class DomainText {
    private static final int MAX = 512;

    private DomainText() {}

    /** In lower case and A-labels; empty where the text can be no host name. */
    static Optional<String> aLabels(String text) {
        String name = HostText.withoutFinalDot(text.strip());
        if (name.isEmpty() || name.length() > MAX) {
            return Optional.empty();
        }
        if (Charsets.isAscii(name)) {
            return HostText.isHostText(name)
                    ? Optional.of(name.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        }
        return Idn.aLabels(name).filter(HostText::isHostText);
    }
}
