package dev.mailcheck.check;

import dev.mailcheck.dns.Security;

import java.util.Optional;

/** What stands against DANE in how secure an answer is; nothing where it is secure. */
final class DaneSecurity {
    private DaneSecurity() {}

    static Optional<DanePolicy> of(
            String question, Security security, DanePolicy.Reason ifNotSigned) {
        return switch (security.state()) {
            case SECURE -> Optional.empty();
            case INSECURE -> Optional.of(new DanePolicy.None(ifNotSigned));
            case UNKNOWN -> Optional.of(new DanePolicy.NotKnown(SecurityReason.of(security)));
            case BOGUS -> Optional.of(new DanePolicy.Deferred(question, "BOGUS"));
        };
    }
}
