package dev.mailcheck.check;

import dev.mailcheck.dns.Security;
import dev.mailcheck.probe.TlsaLookup;

import java.util.Optional;

/** What stands against DANE in how secure an answer is; nothing where it is secure. */
final class DaneSecurity {
    private DaneSecurity() {}

    static Optional<DanePolicy> of(Security security, DanePolicy.Reason ifNotSigned) {
        return switch (security.state()) {
            case SECURE -> Optional.empty();
            case INSECURE -> Optional.of(new DanePolicy.None(ifNotSigned));
            case UNKNOWN -> Optional.of(new DanePolicy.NotKnown("DNSSEC_NOT_KNOWN"));
            case BOGUS -> Optional.of(new DanePolicy.NotKnown("BOGUS_NOT_CONFIRMED"));
        };
    }

    /** Bogus counts where the zone's own servers give the same. */
    static Optional<DanePolicy> of(TlsaLookup lookup, DanePolicy.Reason ifNotSigned) {
        if (lookup.security().state() != Security.State.BOGUS || lookup.atOwnServers().isEmpty()) {
            return of(lookup.security(), ifNotSigned);
        }
        Security own = lookup.atOwnServers().get();
        return own.state() == Security.State.BOGUS
                ? Optional.of(new DanePolicy.Deferred(lookup.name(), "BOGUS"))
                : of(own, ifNotSigned);
    }
}
