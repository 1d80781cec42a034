package dev.mailcheck.world.dns;

/** How a signed zone proves that something does not exist. */
public sealed interface Denial {
    /** By NSEC records (RFC 4034, section 4). */
    record Nsec() implements Denial {}

    /**
     * By NSEC3 records (RFC 5155).
     *
     * @param iterations additional hash iterations; RFC 9276 wants 0
     * @param salt the salt in hexadecimal, empty for none
     * @param optOut whether unsigned delegations are left out of the chain
     */
    record Nsec3(int iterations, String salt, boolean optOut) implements Denial {}
}
