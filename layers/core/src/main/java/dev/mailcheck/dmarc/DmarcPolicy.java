package dev.mailcheck.dmarc;

import java.util.Locale;
import java.util.Optional;

/** What a domain asks receivers to do with mail that fails DMARC, weakest first. */
public enum DmarcPolicy {
    NONE,
    QUARANTINE,
    REJECT;

    /** The policy of a tag's value, upper or lower case; empty where it is no policy. */
    public static Optional<DmarcPolicy> of(String value) {
        for (DmarcPolicy policy : values()) {
            if (policy.name().equalsIgnoreCase(value)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /** As the record writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWeakerThan(DmarcPolicy other) {
        return compareTo(other) < 0;
    }

    /** What {@code t=y} makes of it (RFC 9989, section 4.7). */
    public DmarcPolicy oneLevelLower() {
        return switch (this) {
            case NONE, QUARANTINE -> NONE;
            case REJECT -> QUARANTINE;
        };
    }
}
