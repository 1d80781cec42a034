package dev.mailcheck.dns;

/** A question that is already on its way: ask all that are independent first, then wait. */
@FunctionalInterface
public interface Lookup {
    /**
     * Waits for the answer; at the deadline it is {@link DnsAnswer.Failed}. Never throws for what
     * the network does.
     */
    DnsAnswer answer();
}
