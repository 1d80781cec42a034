package dev.mailcheck.dkim;

/** Where canonical bytes go: a hash that is being computed, or a verification. */
@FunctionalInterface
interface Octets {
    void put(byte[] bytes, int from, int length);
}
