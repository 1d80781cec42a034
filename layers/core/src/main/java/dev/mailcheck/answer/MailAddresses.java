package dev.mailcheck.answer;

import dev.mailcheck.store.Secret;

import java.util.Locale;
import java.util.Optional;

/**
 * Our addresses: the plain one, which opens a check of its own for each mail, and one-time ones
 * that lead to a check that is open already. A one-time address of the second kind takes mail over
 * TLS only, so that arrival there proves it.
 *
 * @param local of the plain address, in lower case, such as "check"
 * @param domain in lower case
 * @param both whoever receives does not see TLS by himself, so that a mail to both kinds is wanted
 */
public record MailAddresses(String local, String domain, boolean both) {
    private static final String TLS_ONLY = "-tls";

    /** Where a mail was sent. */
    public sealed interface Addressee {
        /** The address without a token. */
        record Plain() implements Addressee {}

        /** A one-time address, whether or not it was ever given away. */
        record OneTime(Secret token, boolean tlsOnly) implements Addressee {}

        /** None of ours: never taken, never relayed. */
        record Nobody() implements Addressee {}
    }

    /** Those of an address such as check@example.com. */
    public static Optional<MailAddresses> parse(String address, boolean both) {
        String lower = address.toLowerCase(Locale.ROOT);
        boolean usable = lower.matches("[a-z0-9._-]{1,25}@[a-z0-9.-]{1,253}");
        return usable
                ? Optional.of(
                        new MailAddresses(Arrival.localPart(lower), Arrival.domain(lower), both))
                : Optional.empty();
    }

    public String plain() {
        return local + "@" + domain;
    }

    /** The one-time address that takes mail with and without TLS. */
    public String any(Secret token) {
        return local + "+" + token.text() + "@" + domain;
    }

    /** The one-time address that takes mail over TLS only. */
    public String tlsOnly(Secret token) {
        return local + TLS_ONLY + "+" + token.text() + "@" + domain;
    }

    /** Whose mail this is; case does not matter, since programs change it on the way. */
    public Addressee read(String recipient) {
        String address = recipient.toLowerCase(Locale.ROOT);
        if (!Arrival.domain(address).equals(domain)) {
            return new Addressee.Nobody();
        }
        String name = Arrival.localPart(address);
        if (name.equals(local)) {
            return new Addressee.Plain();
        }
        return oneTime(name, local + "+", false)
                .or(() -> oneTime(name, local + TLS_ONLY + "+", true))
                .orElseGet(Addressee.Nobody::new);
    }

    private static Optional<Addressee> oneTime(String name, String prefix, boolean tlsOnly) {
        return name.startsWith(prefix)
                ? Secret.parse(name.substring(prefix.length()))
                        .map(token -> new Addressee.OneTime(token, tlsOnly))
                : Optional.empty();
    }

    /** Whether the address is one of ours, of whatever kind. */
    boolean isOurs(String address) {
        return !(read(address) instanceof Addressee.Nobody);
    }
}
