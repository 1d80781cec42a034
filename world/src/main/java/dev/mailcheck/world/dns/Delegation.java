package dev.mailcheck.world.dns;

import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Copies a child's name servers, and their addresses below the cut, into its parent zone. */
final class Delegation {
    private Delegation() {}

    static void copy(ServedZone child, ServedZone parent) {
        child.content()
                .rrset(child.origin(), Type.NS)
                .orElseThrow()
                .rrs(false)
                .forEach(ns -> copy(ns, child, parent));
    }

    private static void copy(Record ns, ServedZone child, ServedZone parent) {
        parent.content().add(ns);
        Name host = ((NSRecord) ns).getTarget();
        if (host.subdomain(child.origin())) {
            copyGlue(host, Type.A, child, parent);
            copyGlue(host, Type.AAAA, child, parent);
        }
    }

    private static void copyGlue(Name host, int type, ServedZone child, ServedZone parent) {
        child.content()
                .rrset(host, type)
                .ifPresent(glue -> glue.rrs(false).forEach(parent.content()::add));
    }
}
