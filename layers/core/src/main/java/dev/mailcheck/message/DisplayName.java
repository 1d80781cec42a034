package dev.mailcheck.message;

import java.util.Locale;
import java.util.Optional;

/** Display names that try to be read as an address. */
final class DisplayName {
    private DisplayName() {}

    /** Whether the name holds an address whose domain is another than the mailbox has. */
    static boolean holdsOtherAddress(Mailbox mailbox) {
        String name = mailbox.displayName().replace('\uff20', '@').replace('\ufe6b', '@');
        int at = name.indexOf('@');
        while (at >= 0) {
            Optional<String> domain = domain(name, at + 1);
            if (domain.isPresent() && !domain.equals(mailbox.domainName())) {
                return true;
            }
            at = name.indexOf('@', at + 1);
        }
        return false;
    }

    private static Optional<String> domain(String name, int from) {
        int end = from;
        int limit = Math.min(name.length(), from + 255);
        while (end < limit && isOfDomain(name.charAt(end))) {
            end++;
        }
        String domain = HostText.withoutFinalDot(name.substring(from, end));
        boolean dotted = domain.indexOf('.') > 0 && domain.indexOf("..") < 0;
        return dotted ? Optional.of(domain.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isOfDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
