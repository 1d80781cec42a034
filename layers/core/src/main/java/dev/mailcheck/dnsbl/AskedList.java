package dev.mailcheck.dnsbl;

import dev.mailcheck.dns.DnsName;

/**
 * A list that is asked in a check.
 *
 * @param shown its zone as it is shown and recorded, with KEY in the place of a key
 * @param zone as we ask it
 * @param named whether somebody named it, so that it counts as major
 */
public record AskedList(String shown, DnsName zone, BlockList list, boolean named) {
    AskedList(String shown, BlockList list, boolean named) {
        this(shown, DnsName.of(shown), list, named);
    }

    public boolean isMajor() {
        return list.weight() == ListWeight.MAJOR;
    }
}
