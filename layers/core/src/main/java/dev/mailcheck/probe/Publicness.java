package dev.mailcheck.probe;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Whether an address counts as public in this check: the egress guard's word; and where a zone file
 * stands in for the network, the addresses set aside for examples too.
 */
record Publicness(Target target, Doors doors) implements Predicate<InetAddress> {
    @Override
    public boolean test(InetAddress address) {
        return doors.network().permits(address)
                || (!target.options().network() && DocumentationAddress.is(address));
    }
}
