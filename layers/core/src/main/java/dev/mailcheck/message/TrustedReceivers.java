package dev.mailcheck.message;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The receivers whose uppermost fields are believed: those the user named (a host, or a domain for
 * all hosts below it), Amazon SES, and this program's own receiver.
 */
public final class TrustedReceivers {
    /** What our own receiver writes after its name. */
    static final String OWN = "(mailcheck)";

    private final List<String> names;
    private final Set<Receiver> large = EnumSet.of(Receiver.AMAZON_SES);

    public TrustedReceivers(List<String> names) {
        this.names = names.stream().map(TrustedReceivers::canonical).toList();
        for (Receiver receiver : Receiver.values()) {
            if (this.names.stream().anyMatch(receiver::isNamedBy)) {
                large.add(receiver);
            }
        }
    }

    /** How the mail came, by what the user says and by what a trusted receiver wrote. */
    public Envelope envelope(RawMail mail, Envelope.Given given) {
        return new EnvelopeReader(mail, new HopFinder(mail, this).find(), given).read();
    }

    /** The large receiver that wrote the field, if it is trusted. */
    Optional<Receiver> large(Received hop) {
        return large.stream()
                .filter(receiver ->
                        receiver == Receiver.AMAZON_SES
                                ? receiver.isBorder(hop) && receiver.writes(hop)
                                : receiver.writes(hop))
                .findFirst();
    }

    /** Whether a trusted receiver says that it wrote the field. */
    boolean wrote(Received hop, String value) {
        return isTrusted(Receiver.by(hop)) || large(hop).isPresent() || isOurs(hop, value);
    }

    /** Only right after its name: a client's HELO may hold anything. */
    private static boolean isOurs(Received hop, String value) {
        return hop.by().filter(by -> value.contains("by " + by + " " + OWN)).isPresent();
    }

    boolean isTrusted(String host) {
        return names.stream().anyMatch(name -> Receiver.isBelow(host, name));
    }

    private static String canonical(String name) {
        return HostText.withoutFinalDot(name.strip().toLowerCase(Locale.ROOT));
    }
}
